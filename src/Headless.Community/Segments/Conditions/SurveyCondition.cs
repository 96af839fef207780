using System.Linq.Expressions;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Segments;

/// <summary>What the member answered in surveys. Every part that is given must hold for the same answer.</summary>
[ConditionName("survey")]
public sealed record SurveyCondition : LeafCondition
{
    /// <summary>One of these questions was answered.</summary>
    [KeyOf(typeof(SurveyQuestion))]
    public IReadOnlyList<long>? Questions { get; init; }

    /// <summary>One of these options was chosen.</summary>
    [KeyOf(typeof(SurveyOption))]
    public IReadOnlyList<long>? Options { get; init; }

    /// <summary>The number that was answered, to one of <see cref="Questions"/>, is at least this.</summary>
    public double? Gte { get; init; }

    /// <summary>The number that was answered, to one of <see cref="Questions"/>, is at most this.</summary>
    public double? Lte { get; init; }

    internal override Expression<Func<Member, bool>> Compile(ConditionScope scope) => scope.Has(Answers(scope), answer => answer.MemberId);

    internal override IEnumerable<ConditionFault> Check() =>
    [
        .. ConditionChecks.Some(Questions, Options)
            ? Enumerable.Empty<ConditionFault>()
            : [new ConditionFault("", "NOT_EMPTY", "Name questions, or options that were chosen.")],
        .. ConditionChecks.Some(Gte, Lte) && Questions is null
            ? [new ConditionFault("questions", "NOT_EMPTY", "Name the questions whose answers are meant: numbers of different questions mean different things.")]
            : Enumerable.Empty<ConditionFault>(),
        .. Gte > Lte ? [new ConditionFault("gte", "EMPTY_RANGE", "'gte' is greater than 'lte': it holds for nothing.")] : Enumerable.Empty<ConditionFault>(),
        .. ConditionChecks.List("questions", Questions),
        .. ConditionChecks.List("options", Options),
    ];

    internal override async Task<JsonObject> ReadAsync(ConditionScope scope, long memberId, CancellationToken cancellationToken)
    {
        long[] questions = [.. Questions ?? []];
        long[] options = [.. Options ?? []];
        var answers = await scope.Db.SurveyAnswers
            .Where(answer => answer.MemberId == memberId
                && (EF.Parameter(questions).Contains(answer.QuestionId)
                    || scope.Db.SurveyOptions.Any(option => option.QuestionId == answer.QuestionId && EF.Parameter(options).Contains(option.Id))))
            .OrderBy(answer => answer.Id)
            .Select(answer => new { answer.Question.Key, answer.Number, answer.Option!.Label })
            .ToListAsync(cancellationToken);
        return new JsonObject
        {
            ["answers"] = new JsonArray([.. answers.Select(answer => answer.Number is { } number
                ? new JsonObject { ["question"] = answer.Key, ["number"] = number }
                : new JsonObject { ["question"] = answer.Key, ["option"] = answer.Label })]),
        };
    }

    private IQueryable<SurveyAnswer> Answers(ConditionScope scope)
    {
        var answers = scope.Db.SurveyAnswers.AsQueryable();
        if (Questions is { } questions)
        {
            long[] ids = [.. questions.Distinct()];
            answers = answers.Where(answer => EF.Parameter(ids).Contains(answer.QuestionId));
        }

        if (Options is { } options)
        {
            long[] ids = [.. options.Distinct()];
            answers = answers.Where(answer => answer.OptionId != null && EF.Parameter(ids).Contains(answer.OptionId.Value));
        }

        var (gte, lte) = (Gte ?? double.MinValue, Lte ?? double.MaxValue);
        return ConditionChecks.Some(Gte, Lte) ? answers.Where(answer => answer.Number >= gte && answer.Number <= lte) : answers;
    }
}
