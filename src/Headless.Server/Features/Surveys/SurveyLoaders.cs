using Headless.Server.Access;

namespace Headless.Server.Features.Surveys;

/// <summary>The questions of surveys, in their order: one statement for a page of surveys.</summary>
public sealed class QuestionsBySurveyIdDataLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : GroupedDataLoader<long, SurveyQuestion>(batchScheduler, options)
{
    protected override async Task<ILookup<long, SurveyQuestion>> LoadGroupedBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        if (!caller.May(Policies.Read))
        {
            return Array.Empty<SurveyQuestion>().ToLookup(q => q.SurveyId);
        }

        await using var db = database.Create(caller.Scope);
        var questions = await db.SurveyQuestions.AsNoTracking()
            .Where(q => keys.Contains(q.SurveyId)).OrderBy(q => q.SurveyId).ThenBy(q => q.Position)
            .ToListAsync(cancellationToken);
        return questions.ToLookup(q => q.SurveyId);
    }
}

/// <summary>The options of questions, in their order: one statement for a page of surveys.</summary>
public sealed class OptionsByQuestionIdDataLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : GroupedDataLoader<long, SurveyOption>(batchScheduler, options)
{
    protected override async Task<ILookup<long, SurveyOption>> LoadGroupedBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        if (!caller.May(Policies.Read))
        {
            return Array.Empty<SurveyOption>().ToLookup(o => o.QuestionId);
        }

        await using var db = database.Create(caller.Scope);
        var found = await db.SurveyOptions.AsNoTracking()
            .Where(o => keys.Contains(o.QuestionId)).OrderBy(o => o.QuestionId).ThenBy(o => o.Position)
            .ToListAsync(cancellationToken);
        return found.ToLookup(o => o.QuestionId);
    }
}

/// <summary>The answers of responses, in the order of the questions: one statement for a page of responses.</summary>
public sealed class AnswersByResponseIdDataLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : GroupedDataLoader<long, SurveyAnswer>(batchScheduler, options)
{
    protected override async Task<ILookup<long, SurveyAnswer>> LoadGroupedBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        if (!caller.May(Policies.Read))
        {
            return Array.Empty<SurveyAnswer>().ToLookup(a => a.ResponseId);
        }

        await using var db = database.Create(caller.Scope);
        var answers = await db.SurveyAnswers.AsNoTracking()
            .Where(a => keys.Contains(a.ResponseId)).OrderBy(a => a.ResponseId).ThenBy(a => a.Question.Position).ThenBy(a => a.Id)
            .ToListAsync(cancellationToken);
        return answers.ToLookup(a => a.ResponseId);
    }
}
