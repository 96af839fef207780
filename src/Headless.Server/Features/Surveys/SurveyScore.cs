using Headless.Server.Access;

namespace Headless.Server.Features.Surveys;

[GraphQLDescription("What members of a group answered on a measure, from surveys only.")]
public sealed record SurveyScore(
    [property: GraphQLDescription("What was measured.")] SurveyMeasure Measure,
    [property: GraphQLDescription("The mean of the answers from 0 (the lowest of the scale) to 100 (the highest); null with nullReason.")] double? Value,
    [property: GraphQLDescription("How many answers there are.")] int N,
    [property: GraphQLDescription("How many members gave them: who answered two surveys counts once here and twice in n.")] int Members)
{
    internal const string NoAnswers = "NO_ANSWERS";

    [GraphQLDescription("NO_ANSWERS where nobody answered: no score is not a score of 0. Null otherwise.")]
    public string? NullReason => N == 0 ? NoAnswers : null;
}

/// <summary>A group, a measure and a time.</summary>
public readonly record struct SurveyScoreKey(long GroupId, SurveyMeasure Measure, DateTime? Since, DateTime? Until);

/// <summary>The scores of groups: one statement for a list of groups.</summary>
public sealed class SurveyScoreDataLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<SurveyScoreKey, SurveyScore>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<SurveyScoreKey, SurveyScore>> LoadBatchAsync(
        IReadOnlyList<SurveyScoreKey> keys, CancellationToken cancellationToken)
    {
        var scores = keys.ToDictionary(k => k, k => new SurveyScore(k.Measure, null, 0, 0));
        if (!caller.May(Policies.Read))
        {
            return scores;
        }

        await using var db = database.Create(caller.Scope);
        foreach (var asked in keys.GroupBy(k => (k.Measure, k.Since, k.Until)))
        {
            var ((measure, since, until), groupIds) = (asked.Key, asked.Select(k => k.GroupId).ToArray());
            var found = await db.SurveyAnswers
                .Where(a => a.Question.Measure == measure && a.Number != null
                    && a.Response.GroupId != null && groupIds.Contains(a.Response.GroupId.Value)
                    && (since == null || a.Response.AnsweredAt >= since) && (until == null || a.Response.AnsweredAt < until)
                    && !db.Memberships.Any(m => m.MemberId == a.MemberId && m.AccountKind != AccountKind.Customer))
                .Select(a => new
                {
                    a.Response.GroupId, a.MemberId, Score = (a.Number - a.Question.ScaleMin) * 100.0 / (a.Question.ScaleMax - a.Question.ScaleMin),
                })
                .GroupBy(a => a.GroupId!.Value)
                .Select(g => new { g.Key, Value = g.Average(a => a.Score), N = g.Count(), Members = g.Select(a => a.MemberId).Distinct().Count() })
                .ToListAsync(cancellationToken);
            foreach (var score in found)
            {
                scores[new SurveyScoreKey(score.Key, measure, since, until)] = new SurveyScore(measure, score.Value, score.N, score.Members);
            }
        }

        return scores;
    }
}

/// <summary>What surveys say of a group.</summary>
[ExtendObjectType<Group>]
public sealed class GroupSurveyScores
{
    [Cost(1)]
    [GraphQLDescription("What members answered on a measure for the group, of all surveys; accounts that staff control do not count.")]
    public static async Task<SurveyScore> GetSurveyScoreAsync(
        [Parent(nameof(Group.Id))] Group group,
        [GraphQLDescription("What was measured.")] SurveyMeasure measure,
        [GraphQLDescription("Only answers from this time on.")] DateTimeOffset? since,
        [GraphQLDescription("Only answers before this time.")] DateTimeOffset? until,
        SurveyScoreDataLoader scores,
        CancellationToken cancellationToken) =>
        (await scores.LoadAsync(new SurveyScoreKey(group.Id, measure, since?.UtcDateTime, until?.UtcDateTime), cancellationToken))!;

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<SurveyFilterInput>]
    [UseSorting<SurveySortInput>]
    [GraphQLDescription("The surveys that are for the group alone.")]
    public static IQueryable<Survey> GetSurveys([Parent(nameof(Group.Id))] Group group, CommunityDbContext db) =>
        db.Surveys.Where(s => s.GroupId == group.Id);
}
