using Headless.Community;
using Headless.Community.Data;
using Headless.Metrics.Reading;
using Microsoft.EntityFrameworkCore;

namespace Headless.Metrics;

/// <summary>
/// Computes metrics from the rollups that ingestion keeps. Any number of groups and metrics over one window cost a constant
/// number of statements, whatever the length of the log. Only groups that the context's <see cref="AccessScope"/> shows are counted.
/// </summary>
/// <remarks>Uses its context for one statement at a time: not for concurrent calls.</remarks>
public sealed class MetricService(CommunityDbContext db, ReportingCalendar calendar, MetricSettings settings, TimeProvider clock)
{
    /// <summary>The most points a series may have.</summary>
    public const int MaxPoints = 2_000;

    /// <summary>The most members a list of the most active may have.</summary>
    public const int MaxActiveMembers = 100;

    /// <summary>The longest window in another time zone than the reporting one, which is counted in the log.</summary>
    public const int MaxDaysOfOtherZone = 366;

    private readonly RollupReader _rollups = new(db);
    private readonly CountedByRule _byRule = new(db);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Values for any mix of scopes, metrics and windows. A group that the caller may not see has no value.</summary>
    public Task<IReadOnlyDictionary<MetricQuery, MetricValue>> GetValuesAsync(IReadOnlyCollection<MetricQuery> queries, CancellationToken ct) =>
        _byRule.ReadAsync(queries.Select(q => q.Key), rule => ReadValuesAsync(queries, rule, ct), ct);

    private async Task<IReadOnlyDictionary<MetricQuery, MetricValue>> ReadValuesAsync(IReadOnlyCollection<MetricQuery> queries, short? rule, CancellationToken ct)
    {
        var values = new Dictionary<MetricQuery, MetricValue>(queries.Count);
        foreach (var together in queries.Distinct().GroupBy(q => new Batch(q.Window, null, q.Scope, q.Options)))
        {
            var (table, zone) = await ReadAsync(together.Key, together.Select(q => (q.Scope.GroupId, q.Key)), ct);
            foreach (var query in together)
            {
                if (InputsOf(table, query.Scope) is { } inputs)
                {
                    values[query] = MetricFormula.Compute(query, zone, inputs[0]) with { EffectiveRuleVersion = RuleOf(query.Key, rule) };
                }
            }
        }

        return values;
    }

    /// <summary>Series with a point for every interval of the window, also for those in which nothing happened.</summary>
    /// <exception cref="MetricWindowException">The window is empty or too long, or would have more than <see cref="MaxPoints"/> points.</exception>
    public Task<IReadOnlyDictionary<MetricSeriesQuery, IReadOnlyList<MetricPoint>>> GetSeriesAsync(IReadOnlyCollection<MetricSeriesQuery> queries, CancellationToken ct) =>
        _byRule.ReadAsync(queries.Select(q => q.Key), rule => ReadSeriesAsync(queries, rule, ct), ct);

    private async Task<IReadOnlyDictionary<MetricSeriesQuery, IReadOnlyList<MetricPoint>>> ReadSeriesAsync(
        IReadOnlyCollection<MetricSeriesQuery> queries, short? rule, CancellationToken ct)
    {
        var series = new Dictionary<MetricSeriesQuery, IReadOnlyList<MetricPoint>>(queries.Count);
        foreach (var together in queries.Distinct().GroupBy(q => new Batch(q.Window, q.Interval, q.Scope, q.Options)))
        {
            var (table, zone) = await ReadAsync(together.Key, together.Select(q => (q.Scope.GroupId, q.Key)), ct);
            foreach (var query in together)
            {
                if (InputsOf(table, query.Scope) is { } inputs)
                {
                    series[query] = Points(query, zone, table.Intervals, inputs, RuleOf(query.Key, rule));
                }
            }
        }

        return series;
    }

    /// <summary>As <see cref="GetSeriesAsync(IReadOnlyCollection{MetricSeriesQuery}, CancellationToken)"/>, one of them; empty where the caller may not see the group.</summary>
    public async Task<IReadOnlyList<MetricPoint>> GetSeriesAsync(MetricSeriesQuery query, CancellationToken ct) =>
        (await GetSeriesAsync([query], ct)).GetValueOrDefault(query, []);

    /// <summary>Members of each group that the caller may see, at an hour of the reporting time zone.</summary>
    /// <param name="groupIds">The groups.</param>
    /// <param name="at">An instant; it is cut to the beginning of its local hour, as the rollups are kept by hour.</param>
    /// <param name="ct">Cancels the statement.</param>
    public async Task<IReadOnlyDictionary<long, long>> GetMemberCountsAsync(IReadOnlyCollection<long> groupIds, DateTime at, CancellationToken ct)
    {
        var groups = await db.Groups.Where(g => groupIds.Contains(g.Id)).Select(g => g.Id).ToArrayAsync(ct);
        var counts = await _rollups.MembersAtHourAsync(groups, calendar.HourStartOf(at), ct);
        return groups.ToDictionary(id => id, id => counts.GetValueOrDefault(id));
    }

    /// <summary>Values of sets of groups, for metrics that add up over groups: one reading of all their groups, whatever the number of sets.</summary>
    /// <param name="sets">A key, and groups of which the caller may see some: only these count.</param>
    internal Task<IReadOnlyDictionary<long, IReadOnlyList<MetricValue>>> GetSumsAsync(
        IReadOnlyCollection<(long Key, long[] Groups)> sets, IReadOnlyList<MetricKey> keys, MetricWindow window, CancellationToken ct) =>
        _byRule.ReadAsync(keys, rule => ReadSumsAsync(sets, keys, window, rule, ct), ct);

    private async Task<IReadOnlyDictionary<long, IReadOnlyList<MetricValue>>> ReadSumsAsync(
        IReadOnlyCollection<(long Key, long[] Groups)> sets, IReadOnlyList<MetricKey> keys, MetricWindow window, short? rule, CancellationToken ct)
    {
        var all = new MetricGroups([.. sets.SelectMany(set => set.Groups)], null, null, null, null, null, null);
        var (scope, options) = (new MetricScope(null, all), new MetricOptions());
        var (table, zone) = await ReadAsync(new Batch(window, null, scope, options), keys.Select(key => ((long?)null, key)), ct);
        return sets.ToDictionary(set => set.Key, set =>
        {
            var inputs = new MetricInputs();
            foreach (var group in set.Groups)
            {
                if (table.TryGet(group, out var of))
                {
                    inputs.Add(of[0]);
                }
            }

            var sum = new MetricScope(null, new MetricGroups(set.Groups, null, null, null, null, null, null));
            return (IReadOnlyList<MetricValue>)[.. keys.Select(key => MetricFormula.Compute(new MetricQuery(sum, key, window, options), zone, inputs) with { EffectiveRuleVersion = RuleOf(key, rule) })];
        });
    }

    /// <summary>All 168 cells of a week, Monday 0:00 first, with the messages of the window, for each scope.</summary>
    public async Task<IReadOnlyDictionary<MetricScope, IReadOnlyList<HeatmapCell>>> GetHeatmapsAsync(
        IReadOnlyCollection<MetricScope> scopes, MetricWindow window, string? timeZone, CancellationToken ct)
    {
        Check(window, timeZone);
        var result = new Dictionary<MetricScope, IReadOnlyList<HeatmapCell>>();
        foreach (var together in scopes.Distinct().GroupBy(s => (s.Groups, s.People)))
        {
            var batch = new Batch(window, MetricInterval.Hour, together.First(), new MetricOptions { TimeZone = timeZone });
            var zone = CalendarOf(timeZone);
            var groups = await GroupsAsync(batch, together.Select(s => s.GroupId), ct);
            var hours = await new SpeechReader(db, _rollups).HoursAsync(
                groups, together.Key.People, zone.StartOf(window.From), zone.StartOf(window.To), zone != calendar,
                isWhole: together.All(s => s.GroupId is null), isEverything: together.Key.Groups is null && db.Access.IsEverything, ct);
            foreach (var scope in together.Where(s => s.GroupId is null || groups.Contains(s.GroupId.Value)))
            {
                result[scope] = Cells(hours.Where(h => scope.GroupId is null || h.GroupId == scope.GroupId), zone);
            }
        }

        return result;
    }

    /// <summary>The groups of a scope that the caller may see.</summary>
    public Task<long[]> GetGroupsAsync(MetricScope scope, CancellationToken ct) =>
        GroupsAsync(new Batch(default, null, scope, default), [scope.GroupId], ct);

    /// <summary>The members with the most effective messages in the window; ties are broken by all messages, then by id.</summary>
    public async Task<IReadOnlyList<ActiveMember>> GetMostActiveMembersAsync(MetricScope scope, MetricWindow window, int first, CancellationToken ct)
    {
        Check(window, null);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(first, MaxActiveMembers);
        return await new SpeechReader(db, _rollups).MostActiveAsync(await GetGroupsAsync(scope, ct), scope.People, window, first, ct);
    }

    internal static void Check(MetricWindow window, string? timeZone)
    {
        if (window.Days <= 0)
        {
            throw new MetricWindowException($"The window from {window.From:O} to {window.To:O} is empty: 'to' is the day after the last one and has to be later than 'from'.");
        }

        if (window.Days > MetricWindow.MaxDays)
        {
            throw new MetricWindowException($"The window has {window.Days} days: ask for at most {MetricWindow.MaxDays}.");
        }

        if (timeZone is not null && window.Days > MaxDaysOfOtherZone)
        {
            throw new MetricWindowException($"The window has {window.Days} days: in another time zone than the reporting one ask for at most {MaxDaysOfOtherZone}.");
        }
    }

    private static short? RuleOf(MetricKey key, short? rule) => MetricFormula.CountsEffectiveMessages(key) ? rule : null;

    private static MetricInputs[]? InputsOf(InputTable table, MetricScope scope) =>
        scope.GroupId is not { } group ? table.Whole : table.TryGet(group, out var inputs) ? inputs : null;

    private static List<MetricPoint> Points(MetricSeriesQuery query, string zone, Intervals intervals, MetricInputs[] inputs, short? rule)
    {
        var points = new List<MetricPoint>(intervals.Count);
        for (var i = 0; i < intervals.Count; i++)
        {
            var of = new MetricQuery(query.Scope, query.Key, intervals.DaysOf(i), query.Options);
            var value = query.Interval == MetricInterval.Hour && MetricFormula.NeedsWholeDays(query.Key)
                ? MetricFormula.NotDefined(of, zone, MetricNullReason.NotDefinedForHours)
                : MetricFormula.Compute(of, zone, inputs[i]);
            points.Add(new MetricPoint(intervals.StartOf(i), intervals.EndOf(i), value with { IsPoint = true, EffectiveRuleVersion = rule }));
        }

        return points;
    }

    private static HeatmapCell[] Cells(IEnumerable<HourOfGroup> hours, ReportingCalendar zone)
    {
        var cells = new HeatmapCell[7 * 24];
        for (var i = 0; i < cells.Length; i++)
        {
            cells[i] = new HeatmapCell((i / 24) + 1, i % 24, 0, 0);
        }

        foreach (var hour in hours)
        {
            var weekday = ((int)zone.DayOf(hour.Start).DayOfWeek + 6) % 7;
            ref var cell = ref cells[(weekday * 24) + zone.HourOf(hour.Start)];
            cell = cell with { Messages = cell.Messages + hour.Messages, EffectiveMessages = cell.EffectiveMessages + hour.EffectiveMessages };
        }

        return cells;
    }

    private async Task<(InputTable Table, string Zone)> ReadAsync(Batch batch, IEnumerable<(long? GroupId, MetricKey Key)> asked, CancellationToken ct)
    {
        Check(batch.Window, batch.Options.TimeZone);
        var (zone, sources) = (CalendarOf(batch.Options.TimeZone), MetricSources.None);
        var groupIds = new List<long?>();
        foreach (var (groupId, key) in asked)
        {
            groupIds.Add(groupId);
            sources |= batch.Interval == MetricInterval.Hour && MetricFormula.NeedsWholeDays(key) ? MetricSources.None : MetricFormula.SourcesOf(key);
        }

        var intervals = new Intervals(batch.Window, batch.Interval, zone);
        var groups = await GroupsAsync(batch, groupIds, ct);
        var isAll = batch.Groups is null && groupIds.Contains(null);
        var table = new InputTable(groups, isAll, batch.People, intervals);
        const MetricSources OfGroups = MetricSources.Totals | MetricSources.Members | MetricSources.Days | MetricSources.ActiveMembers | MetricSources.Comers | MetricSources.Leavers;
        if ((sources & OfGroups) != 0)
        {
            await (batch.People.IsEverybody && zone == calendar
                ? _rollups.FillAsync(table, sources, ct)
                : new DetailReader(db, zone, zone != calendar || batch.Interval == MetricInterval.Hour).FillAsync(table, sources, ct));
        }

        if (sources.HasFlag(MetricSources.Exposures))
        {
            await new ExposureReader(db).FillAsync(table, ct);
        }

        if (sources.HasFlag(MetricSources.Reactions))
        {
            await new ReactionReader(db).FillAsync(table, ct);
        }

        await new PersonReader(db, calendar, Now, settings.QualifiedStayDays).FillAsync(table, sources, batch.Options.HorizonDays, ct);
        table.AddUp();
        await new PurchaseReader(db).FillAsync(table, sources, batch.Options.Currency, ct);
        if (sources.HasFlag(MetricSources.Target))
        {
            await new TargetReader(db).FillAsync(table, batch.Options.Currency, ct);
        }

        return (table, zone.TimeZone.Id);
    }

    /// <summary>The groups to answer for: those named, or all of the set.</summary>
    private async Task<long[]> GroupsAsync(Batch batch, IEnumerable<long?> asked, CancellationToken ct)
    {
        var ids = asked.Distinct().ToList();
        var groups = batch.Groups?.Apply(db, Now) ?? db.Groups;
        if (!ids.Contains(null))
        {
            long[] named = [.. ids.Select(id => id!.Value)];
            groups = groups.Where(g => named.Contains(g.Id));
        }

        return await groups.Select(g => g.Id).ToArrayAsync(ct);
    }

    private ReportingCalendar CalendarOf(string? timeZone) =>
        timeZone is null ? calendar : calendar.In(timeZone) ?? throw new MetricWindowException($"'{timeZone}' is no time zone: give an IANA id such as Europe/Berlin.");

    /// <summary>What is computed by the same statements.</summary>
    private readonly record struct Batch(MetricWindow Window, MetricInterval? Interval, MetricGroups? Groups, MetricPeople People, MetricOptions Options)
    {
        public Batch(MetricWindow window, MetricInterval? interval, MetricScope scope, MetricOptions options)
            : this(window, interval, scope.Groups, scope.People, options with { LeaveRateBasis = default })
        {
        }
    }
}

/// <summary>A window that cannot be computed; the message says what to change.</summary>
public sealed class MetricWindowException(string message) : Exception(message)
{
    /// <summary>The stable code of the error.</summary>
    public const string ErrorCode = "INVALID_METRIC_WINDOW";

    public string Code => ErrorCode;
}
