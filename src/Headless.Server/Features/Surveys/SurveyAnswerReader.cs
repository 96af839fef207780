using Headless.Server.Writing;

namespace Headless.Server.Features.Surveys;

/// <summary>Answers as a survey's questions allow them.</summary>
internal sealed class SurveyAnswerReader(Survey survey)
{
    private readonly List<InvalidField> _faults = [];

    /// <summary>One row for a number, a text or each option that was chosen.</summary>
    public readonly record struct Row(long QuestionId, long? OptionId, double? Number, string? Text);

    /// <summary>Reads all of them, or says what is wrong with each.</summary>
    /// <exception cref="InvalidInputException">An answer does not fit its question, is given twice, or is missing.</exception>
    public IReadOnlyList<Row> Read(IReadOnlyList<SurveyAnswerInput> answers)
    {
        var questions = survey.Questions.ToDictionary(q => q.Id);
        var answered = new HashSet<long>();
        var rows = new List<Row>();
        for (var i = 0; i < answers.Count; i++)
        {
            var (answer, path) = (answers[i], $"answers[{i}]");
            if (!questions.TryGetValue(answer.QuestionId, out var question))
            {
                Refuse($"{path}.questionId", "OTHER_SURVEY", "The question is not one of this survey.");
            }
            else if (!answered.Add(question.Id))
            {
                Refuse($"{path}.questionId", "DUPLICATE_ANSWER", "The question is answered twice.");
            }
            else
            {
                rows.AddRange(Read(question, answer, path));
            }
        }

        foreach (var missing in survey.Questions.Where(q => q.IsRequired && !answered.Contains(q.Id)).OrderBy(q => q.Position))
        {
            Refuse("answers", "ANSWER_REQUIRED", $"The question '{missing.Key}' needs an answer.");
        }

        return _faults.Count == 0 ? rows : throw new InvalidInputException(_faults);
    }

    private IEnumerable<Row> Read(SurveyQuestion question, SurveyAnswerInput answer, string path)
    {
        var (options, isChoice) = (answer.OptionIds ?? [], question.Kind is SurveyQuestionKind.SingleChoice or SurveyQuestionKind.MultipleChoice);
        if ((options.Count > 0 && !isChoice)
            || (answer.Number is not null && question.Kind is not (SurveyQuestionKind.Scale or SurveyQuestionKind.Number))
            || (answer.Text is not null && question.Kind != SurveyQuestionKind.Text))
        {
            Refuse(path, "WRONG_KIND", $"The question '{question.Key}' is {Spelled(question.Kind)}: answer with {Field(question.Kind)} only.");
            return [];
        }

        switch (question.Kind)
        {
            case SurveyQuestionKind.SingleChoice when options.Count != 1:
                Refuse($"{path}.optionIds", "ONE_OPTION", $"The question '{question.Key}' takes exactly one option.");
                return [];
            case SurveyQuestionKind.MultipleChoice when options.Count == 0:
                Refuse($"{path}.optionIds", "NOT_EMPTY", $"The question '{question.Key}' takes at least one option: leave the answer out instead.");
                return [];
            case SurveyQuestionKind.SingleChoice or SurveyQuestionKind.MultipleChoice:
                if (options.Any(id => !question.Options.Exists(o => o.Id == id)))
                {
                    Refuse($"{path}.optionIds", "OTHER_QUESTION", $"An option is not one of the question '{question.Key}'.");
                }

                return options.Distinct().Select(id => new Row(question.Id, id, null, null));
            case SurveyQuestionKind.Scale when answer.Number is not { } number || number != Math.Floor(number) || number < question.ScaleMin || number > question.ScaleMax:
                Refuse($"{path}.number", "NOT_ON_SCALE", $"The question '{question.Key}' takes a whole number from {question.ScaleMin} to {question.ScaleMax}.");
                return [];
            case SurveyQuestionKind.Number when answer.Number is not { } number || !(Math.Abs(number) <= SurveyAnswer.MaxNumber):
                Refuse($"{path}.number", "INVALID_NUMBER", $"The question '{question.Key}' takes a number, at most 10^12.");
                return [];
            case SurveyQuestionKind.Text when string.IsNullOrWhiteSpace(answer.Text):
                Refuse($"{path}.text", "NOT_EMPTY", $"The question '{question.Key}' takes a text: leave the answer out instead.");
                return [];
            default:
                return [new Row(question.Id, null, answer.Number, answer.Text)];
        }
    }

    private void Refuse(string path, string code, string message) => _faults.Add(new InvalidField(path, code, message));

    private static string Spelled(SurveyQuestionKind kind) => System.Text.Json.JsonNamingPolicy.SnakeCaseUpper.ConvertName(kind.ToString());

    private static string Field(SurveyQuestionKind kind) => kind switch
    {
        SurveyQuestionKind.SingleChoice or SurveyQuestionKind.MultipleChoice => "optionIds",
        SurveyQuestionKind.Text => "text",
        _ => "number",
    };
}
