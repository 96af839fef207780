using Headless.Server.Access;

namespace Headless.Server.Features.Surveys;

[GraphQLDescription("What a survey says so far: of the members whom the caller may see, without accounts that staff control.")]
public sealed record SurveyResults(
    [property: GraphQLDescription("How many members answered.")] int Responses,
    [property: GraphQLDescription("Each question with its answers, in the order of the survey.")] IReadOnlyList<SurveyQuestionResult> Questions);

[GraphQLDescription("What the answers to one question say.")]
public sealed record SurveyQuestionResult(
    [property: GraphQLDescription("The question.")] SurveyQuestion Question,
    [property: GraphQLDescription("How many members answered it.")] int N,
    [property: GraphQLDescription("SCALE and NUMBER: the mean; null with nullReason.")] double? Mean,
    [property: GraphQLDescription("SCALE and NUMBER: the least number that was given.")] double? Min,
    [property: GraphQLDescription("SCALE and NUMBER: the greatest number that was given.")] double? Max,
    [property: GraphQLDescription("SINGLE_CHOICE and MULTIPLE_CHOICE: every option, in its order; empty otherwise.")] IReadOnlyList<SurveyOptionResult> Options,
    [property: GraphQLDescription("SCALE: every number of the scale; empty otherwise.")] IReadOnlyList<SurveyScaleResult> Scale)
{
    [GraphQLDescription("NO_ANSWERS where nobody answered, so that there is neither a mean nor a share; null otherwise.")]
    public string? NullReason => N == 0 ? SurveyScore.NoAnswers : null;
}

[GraphQLDescription("How often an option was chosen.")]
public sealed record SurveyOptionResult(
    [property: GraphQLDescription("The option.")] SurveyOption Option,
    [property: GraphQLDescription("How many members chose it.")] int Count,
    [property: GraphQLDescription("Their share of those who answered the question, from 0 to 1; the shares of MULTIPLE_CHOICE add up to more. Null where nobody answered.")] double? Share);

[GraphQLDescription("How often a number of a scale was given.")]
public sealed record SurveyScaleResult(
    [property: GraphQLDescription("The number.")] int Value,
    [property: GraphQLDescription("How many members gave it.")] int Count);

/// <summary>A survey and the group whose answers count; null: all.</summary>
public readonly record struct SurveyResultsKey(long SurveyId, long? GroupId);

/// <summary>The results of surveys: five statements for a page of them.</summary>
public sealed class SurveyResultsDataLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<SurveyResultsKey, SurveyResults>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<SurveyResultsKey, SurveyResults>> LoadBatchAsync(
        IReadOnlyList<SurveyResultsKey> keys, CancellationToken cancellationToken)
    {
        var results = new Dictionary<SurveyResultsKey, SurveyResults>();
        if (caller.May(Policies.Read))
        {
            await using var db = database.Create(caller.Scope);
            foreach (var group in keys.GroupBy(k => k.GroupId))
            {
                await LoadAsync(db, group.Key, [.. group.Select(k => k.SurveyId)], results, cancellationToken);
            }
        }

        return results;
    }

    private static async Task LoadAsync(
        CommunityDbContext db, long? groupId, long[] surveyIds, Dictionary<SurveyResultsKey, SurveyResults> results, CancellationToken ct)
    {
        var questions = await db.SurveyQuestions.AsNoTracking().Include(q => q.Options).Where(q => surveyIds.Contains(q.SurveyId)).ToListAsync(ct);
        var responses = db.SurveyResponses.Where(r =>
            surveyIds.Contains(r.SurveyId)
            && (groupId == null || r.GroupId == groupId)
            && !db.Memberships.Any(m => m.MemberId == r.MemberId && m.AccountKind != AccountKind.Customer));
        var answers = responses.SelectMany(r => r.Answers);
        var counts = await responses.GroupBy(r => r.SurveyId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(c => c.Key, c => c.Count, ct);
        var figures = await answers.GroupBy(a => a.QuestionId)
            .Select(g => new { g.Key, N = g.Select(a => a.ResponseId).Distinct().Count(), Mean = g.Average(a => a.Number), Min = g.Min(a => a.Number), Max = g.Max(a => a.Number) })
            .ToDictionaryAsync(f => f.Key, ct);
        var chosen = await answers.Where(a => a.OptionId != null).GroupBy(a => a.OptionId!.Value)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(c => c.Key, c => c.Count, ct);
        var given = (await answers.Where(a => a.Number != null && a.Question.Kind == SurveyQuestionKind.Scale).GroupBy(a => new { a.QuestionId, a.Number })
            .Select(g => new { g.Key.QuestionId, g.Key.Number, Count = g.Count() }).ToListAsync(ct))
            .ToDictionary(s => (s.QuestionId, (int)s.Number!.Value), s => s.Count);
        foreach (var surveyId in surveyIds)
        {
            results[new SurveyResultsKey(surveyId, groupId)] = new SurveyResults(
                counts.GetValueOrDefault(surveyId),
                [.. questions.Where(q => q.SurveyId == surveyId).OrderBy(q => q.Position).Select(question =>
                {
                    var figure = figures.GetValueOrDefault(question.Id);
                    return new SurveyQuestionResult(
                        question,
                        figure?.N ?? 0,
                        figure?.Mean,
                        figure?.Min,
                        figure?.Max,
                        [.. question.Options.OrderBy(o => o.Position).Select(o => Share(o, chosen.GetValueOrDefault(o.Id), figure?.N ?? 0))],
                        question.Kind == SurveyQuestionKind.Scale
                            ? [.. Enumerable.Range(question.ScaleMin!.Value, question.ScaleMax!.Value - question.ScaleMin.Value + 1)
                                .Select(value => new SurveyScaleResult(value, given.GetValueOrDefault((question.Id, value))))]
                            : []);
                })]);
        }
    }

    private static SurveyOptionResult Share(SurveyOption option, int count, int of) => new(option, count, of == 0 ? null : (double)count / of);
}

/// <summary>What a survey says.</summary>
[ExtendObjectType<Survey>]
public sealed class SurveyResultsOfSurvey
{
    [Cost(10)]
    [GraphQLDescription("What it says so far: counts, shares and means with the number of answers, of what the caller may see.")]
    public static Task<SurveyResults?> GetResultsAsync(
        [Parent(nameof(Survey.Id))] Survey survey,
        [ID<Group>] [GraphQLDescription("Only answers that were given for the group; all unless given.")] long? groupId,
        SurveyResultsDataLoader results,
        CancellationToken cancellationToken) => results.LoadAsync(new SurveyResultsKey(survey.Id, groupId), cancellationToken);
}
