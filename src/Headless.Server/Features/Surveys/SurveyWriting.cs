using FluentValidation;
using Headless.Server.Writing;

namespace Headless.Server.Features.Surveys;

/// <summary>What writing about surveys has in common.</summary>
internal static class SurveyWriting
{
    /// <summary>A survey is small, and its questions have names of their own.</summary>
    public static void Questions<T>(this AbstractValidator<T> validator, System.Linq.Expressions.Expression<Func<T, IReadOnlyList<SurveyQuestionInput>?>> questions)
    {
        validator.RuleFor(questions).Must(rows => rows is null || rows.Count <= Survey.MaxQuestions)
            .WithErrorCode("TOO_MANY_ROWS").WithMessage($"A survey has at most {Survey.MaxQuestions} questions.");
        validator.RuleFor(questions).Must(rows => rows is null || rows.DistinctBy(q => q.Key).Count() == rows.Count)
            .WithErrorCode("DUPLICATE_KEY").WithMessage("Two questions have the same key.");
    }

    /// <summary>The survey, which must be the caller's to change.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.NotInCharge"/>: it is for the whole community, and the caller sees a part of it.</exception>
    public static async Task<Survey> FindOwnSurveyAsync(
        this WriteSession session, long id, long? version, Func<IQueryable<Survey>, IQueryable<Survey>>? with = null)
    {
        var survey = await session.FindAsync(id, "id", with);
        if (survey.GroupId is null && !session.Caller.Scope.IsEverything)
        {
            throw new DomainException(DomainErrorCodes.NotInCharge, "The survey is for the whole community: ask a LEAD.");
        }

        session.Expect(survey, version);
        return survey;
    }

    public static void SetQuestions(this Survey survey, IEnumerable<SurveyQuestion> questions)
    {
        survey.Questions.Clear();
        foreach (var question in questions)
        {
            question.Position = survey.Questions.Count;
            survey.Questions.Add(question);
        }
    }

    public static void RecordSurvey(this WriteSession session, ActivityKind kind, Survey survey) =>
        session.Record(kind, () => new ActivitySubject { GroupId = survey.GroupId, Text = survey.Title });
}
