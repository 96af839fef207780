using Headless.Metrics.Analysis;
using Headless.Server.Access;

namespace Headless.Server.Features.Metrics;

/// <summary>The analyses behind the fields, each on a context of its own: what they cannot do becomes an error with a code.</summary>
public sealed class AnalysisReader(CommunityDatabase database, Caller caller, ReportingCalendar calendar, MetricSettings settings, TimeProvider clock)
{
    public Task<T> CohortsAsync<T>(Func<CohortService, Task<T>> read) => ReadAsync((db, metrics) => read(new CohortService(db, calendar, metrics, clock)));

    public Task<T> RfmAsync<T>(Func<RfmService, Task<T>> read) => ReadAsync((db, metrics) => read(new RfmService(db, calendar, metrics)));

    public Task<T> FunnelAsync<T>(Func<FunnelService, Task<T>> read) => ReadAsync((db, metrics) => read(new FunnelService(db, calendar, metrics)));

    public Task<T> RankingAsync<T>(Func<RankingService, Task<T>> read) => ReadAsync((db, metrics) => read(new RankingService(db, calendar, metrics, settings, clock)));

    public Task<T> GrowthAsync<T>(Func<GrowthService, Task<T>> read) => ReadAsync((db, metrics) => read(new GrowthService(db, calendar, metrics, clock)));

    public Task<T> KeywordsAsync<T>(Func<KeywordService, Task<T>> read) => ReadAsync((db, metrics) => read(new KeywordService(db, calendar, metrics, clock)));

    public Task<T> ScorecardsAsync<T>(Func<ScorecardService, Task<T>> read) => ReadAsync((db, metrics) => read(new ScorecardService(db, calendar, metrics, clock)));

    /// <summary>The days that an argument means.</summary>
    public MetricWindow WindowOf(MetricWindowInput window) => window.ToWindow(calendar, clock);

    /// <summary>A number of rows that was asked for.</summary>
    /// <exception cref="GraphQLException">It is out of range.</exception>
    public static int Check(int number, int min, int max, string name) => number >= min && number <= max
        ? number
        : throw new GraphQLException(ErrorBuilder.New().SetMessage($"'{name}' is {number}: give {min} to {max}.").SetCode("PAGE_SIZE_EXCEEDED").Build());

    private async Task<T> ReadAsync<T>(Func<CommunityDbContext, MetricService, Task<T>> read)
    {
        await using var db = database.Create(caller.Scope);
        try
        {
            return await read(db, new MetricService(db, calendar, settings, clock));
        }
        catch (MetricWindowException exception)
        {
            throw new GraphQLException(ErrorBuilder.New().SetMessage(exception.Message).SetCode(exception.Code).Build());
        }
    }
}
