namespace Headless.Server.Features.Metrics;

/// <summary>The metrics service behind the fields: arguments checked, its errors typed.</summary>
public sealed class MetricReader(MetricService service, ReportingCalendar calendar, TimeProvider clock)
{
    public Task<IReadOnlyList<MetricPoint>> SeriesAsync(
        long? groupId, MetricKey key, MetricWindowInput window, MetricInterval interval, LeaveRateBasis basis, CancellationToken ct) =>
        TypedAsync(() => service.GetSeriesAsync(new MetricSeriesQuery(groupId, key, window.ToWindow(calendar, clock), interval, basis), ct));

    public Task<IReadOnlyList<HeatmapCell>> HeatmapAsync(long? groupId, MetricWindowInput window, CancellationToken ct) =>
        service.GetHeatmapAsync(groupId, window.ToWindow(calendar, clock), ct);

    public Task<IReadOnlyList<ActiveMember>> MostActiveAsync(long? groupId, MetricWindowInput window, int first, CancellationToken ct) =>
        first is < 1 or > MetricService.MaxActiveMembers
            ? throw new GraphQLException(ErrorBuilder.New()
                .SetMessage($"'first' is {first}: ask for 1 to {MetricService.MaxActiveMembers} members.")
                .SetCode("PAGE_SIZE_EXCEEDED")
                .Build())
            : service.GetMostActiveMembersAsync(groupId, window.ToWindow(calendar, clock), first, ct);

    private static async Task<T> TypedAsync<T>(Func<Task<T>> read)
    {
        try
        {
            return await read();
        }
        catch (MetricWindowException exception)
        {
            throw new GraphQLException(ErrorBuilder.New().SetMessage(exception.Message).SetCode(exception.Code).Build());
        }
    }
}
