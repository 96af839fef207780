using Headless.Community.Data;

namespace Headless.Metrics;

/// <summary>
/// Computes metrics from the rollups that ingestion keeps. Any number of groups and metrics over one window cost a constant
/// number of statements, whatever the length of the log. Only groups that the context's <see cref="AccessScope"/> shows are counted.
/// </summary>
/// <remarks>Uses its context for one statement at a time: not for concurrent calls.</remarks>
public sealed class MetricService(CommunityDbContext db, ReportingCalendar calendar)
{
    /// <summary>The most points a series may have.</summary>
    public const int MaxPoints = 2_000;

    /// <summary>The most members a list of the most active may have.</summary>
    public const int MaxActiveMembers = 100;

    private readonly RollupReader _rollups = new(db, calendar);

    /// <summary>Values for any mix of groups, metrics and windows. A group that the caller may not see has no value.</summary>
    public async Task<IReadOnlyDictionary<MetricQuery, MetricValue>> GetValuesAsync(IReadOnlyCollection<MetricQuery> queries, CancellationToken ct)
    {
        var values = new Dictionary<MetricQuery, MetricValue>(queries.Count);
        foreach (var sameWindow in queries.Distinct().GroupBy(q => q.Window))
        {
            Check(sameWindow.Key);
            var sources = sameWindow.Aggregate(MetricSources.None, (all, q) => all | MetricFormula.SourcesOf(q.Key));
            var wantsAll = sameWindow.Any(q => q.GroupId is null);
            long[]? named = wantsAll ? null : [.. sameWindow.Select(q => q.GroupId!.Value).Distinct()];
            var groups = await _rollups.VisibleGroupsAsync(named, ct);
            var inputs = await _rollups.ReadAsync(groups, sameWindow.Key, sources, ct);
            var all = wantsAll ? Add(inputs.Values) : null;
            foreach (var query in sameWindow)
            {
                if (query.GroupId is null)
                {
                    values[query] = MetricFormula.Compute(query.Key, query.Window, query.LeaveRateBasis, all!);
                }
                else if (inputs.TryGetValue(query.GroupId.Value, out var input))
                {
                    values[query] = MetricFormula.Compute(query.Key, query.Window, query.LeaveRateBasis, input);
                }
            }
        }

        return values;
    }

    /// <summary>Members of each group that the caller may see, at an hour of the reporting time zone.</summary>
    /// <param name="groupIds">The groups.</param>
    /// <param name="at">An instant; it is cut to the beginning of its local hour, as the rollups are kept by hour.</param>
    /// <param name="ct">Cancels the statement.</param>
    public async Task<IReadOnlyDictionary<long, long>> GetMemberCountsAsync(IReadOnlyCollection<long> groupIds, DateTime at, CancellationToken ct)
    {
        var groups = await _rollups.VisibleGroupsAsync(groupIds, ct);
        var hour = calendar.HourStartOf(at);
        var counts = await _rollups.MembersAtAsync(groups, hour, hour, ct);
        var result = groups.ToDictionary(id => id, _ => 0L);
        counts.ForEach(c => result[c.GroupId] = c.Second);
        return result;
    }

    /// <summary>A series with a point for every interval of the window, also for those in which nothing happened.</summary>
    /// <exception cref="MetricWindowException">The window is empty or too long, or would have more than <see cref="MaxPoints"/> points.</exception>
    public Task<IReadOnlyList<MetricPoint>> GetSeriesAsync(MetricSeriesQuery query, CancellationToken ct)
    {
        Check(query.Window);
        return new MetricSeriesReader(_rollups, calendar).ReadAsync(query, ct);
    }

    /// <summary>All 168 cells of a week, Monday 0:00 first, with the messages of the window.</summary>
    public async Task<IReadOnlyList<HeatmapCell>> GetHeatmapAsync(long? groupId, MetricWindow window, CancellationToken ct)
    {
        Check(window);
        var groups = await _rollups.VisibleGroupsAsync(groupId is null ? null : [groupId.Value], ct);
        var cells = new HeatmapCell[7 * 24];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = new HeatmapCell((i / 24) + 1, i % 24, 0, 0);
        }

        foreach (var hour in await _rollups.HoursAsync(groups, window, ct))
        {
            var weekday = ((int)calendar.DayOf(hour.Start).DayOfWeek + 6) % 7;
            ref var cell = ref cells[(weekday * 24) + calendar.HourOf(hour.Start)];
            cell = cell with { Messages = cell.Messages + hour.Messages, EffectiveMessages = cell.EffectiveMessages + hour.EffectiveMessages };
        }

        return cells;
    }

    /// <summary>The members with the most effective messages in the window; ties are broken by all messages, then by id.</summary>
    public async Task<IReadOnlyList<ActiveMember>> GetMostActiveMembersAsync(long? groupId, MetricWindow window, int first, CancellationToken ct)
    {
        Check(window);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, MaxActiveMembers);
        var groups = await _rollups.VisibleGroupsAsync(groupId is null ? null : [groupId.Value], ct);
        return await _rollups.MostActiveAsync(groups, window, first, ct);
    }

    private static void Check(MetricWindow window)
    {
        if (window.Days <= 0)
        {
            throw new MetricWindowException($"The window from {window.From:O} to {window.To:O} is empty: 'to' is the day after the last one and has to be later than 'from'.");
        }

        if (window.Days > MetricWindow.MaxDays)
        {
            throw new MetricWindowException($"The window has {window.Days} days: ask for at most {MetricWindow.MaxDays}.");
        }
    }

    private static MetricInputs Add(IEnumerable<MetricInputs> groups)
    {
        var all = new MetricInputs();
        foreach (var group in groups)
        {
            all.Add(group);
        }

        return all;
    }
}

/// <summary>A window that cannot be computed; the message says what to change.</summary>
public sealed class MetricWindowException(string message) : Exception(message)
{
    /// <summary>The stable code of the error.</summary>
    public const string ErrorCode = "INVALID_METRIC_WINDOW";

    public string Code => ErrorCode;
}
