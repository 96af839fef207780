namespace Headless.Server.Alerts;

/// <summary>A running group, and since when.</summary>
internal sealed record RunningGroup(long Id, string Name, DateTime Since);

/// <summary>Who of a group's staff has an account in it, and when one of them spoke last.</summary>
internal sealed record StaffPresence(int Accounts, DateTime? LastMessageAt);

/// <summary>Messages of a time, and violations among them.</summary>
internal sealed record RuleKeeping(long Violations, long Messages);

/// <summary>What alerts, health and diagnosis read of groups: each a constant number of statements, however many groups.</summary>
internal sealed class GroupVitals(ReportingCalendar calendar, MetricSettings settings, TimeProvider clock)
{
    /// <summary>Further back nobody looks for a last word.</summary>
    public const int MaxSilentDays = 366;

    public DateOnly Today(DateTime now) => calendar.DayOf(now);

    public DateTime StartOf(DateOnly day) => calendar.StartOf(day);

    /// <summary>Whole days that end with yesterday.</summary>
    public MetricWindow DaysBefore(DateTime now, int days) => new(Today(now).AddDays(-days), Today(now));

    public static Task<List<RunningGroup>> RunningAsync(CommunityDbContext db, CancellationToken ct) => db.Groups.AsNoTracking()
        .Where(g => g.Status == GroupStatus.Active).Select(g => new RunningGroup(g.Id, g.Name, g.OpensAt ?? g.CreatedAt)).ToListAsync(ct);

    /// <summary>A metric of groups.</summary>
    public async Task<Dictionary<long, MetricValue>> MetricAsync(
        CommunityDbContext db, IEnumerable<long> groupIds, MetricKey key, MetricWindow window, CancellationToken ct)
    {
        var values = await new MetricService(db, calendar, settings, clock).GetValuesAsync(
            [.. groupIds.Select(id => new MetricQuery(MetricScope.OfGroup(id), key, window, new MetricOptions()))], ct);
        return values.ToDictionary(v => v.Key.Scope.GroupId!.Value, v => v.Value);
    }

    /// <summary>The last day with an effective message of a customer; a group that is missing has had none for <see cref="MaxSilentDays"/>.</summary>
    public Task<Dictionary<long, DateOnly>> LastSpeechAsync(CommunityDbContext db, long[] groupIds, DateTime now, CancellationToken ct)
    {
        var since = Today(now).AddDays(-MaxSilentDays);
        return db.GroupDays.AsNoTracking().Where(d => groupIds.Contains(d.GroupId) && d.Day >= since && d.EffectiveMessages > 0)
            .GroupBy(d => d.GroupId).Select(g => new { g.Key, Day = g.Max(d => d.Day) }).ToDictionaryAsync(g => g.Key, g => g.Day, ct);
    }

    public static Task<Dictionary<long, StaffPresence>> StaffAsync(CommunityDbContext db, long[] groupIds, CancellationToken ct) => db.Memberships.AsNoTracking()
        .Where(m => groupIds.Contains(m.GroupId) && m.AccountKind != AccountKind.Customer && m.AccountKind != AccountKind.Bot)
        .GroupBy(m => m.GroupId)
        .Select(g => new { g.Key, Accounts = g.Sum(m => m.LeftAt == null ? 1 : 0), Last = g.Max(m => m.LastMessageAt) })
        .ToDictionaryAsync(g => g.Key, g => new StaffPresence(g.Accounts, g.Last), ct);

    public async Task<Dictionary<long, RuleKeeping>> RuleKeepingAsync(CommunityDbContext db, long[] groupIds, MetricWindow window, CancellationToken ct)
    {
        var (from, to) = (calendar.StartOf(window.From), calendar.StartOf(window.To));
        var violations = await db.Violations.AsNoTracking()
            .Where(v => groupIds.Contains(v.GroupId) && v.OccurredAt >= from && v.OccurredAt < to && v.Status != ViolationStatus.Dismissed && v.Status != ViolationStatus.Overturned)
            .GroupBy(v => v.GroupId).Select(g => new { g.Key, Count = g.LongCount() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var messages = await db.GroupDays.AsNoTracking().Where(d => groupIds.Contains(d.GroupId) && d.Day >= window.From && d.Day < window.To)
            .GroupBy(d => d.GroupId).Select(g => new { g.Key, Count = g.Sum(d => (long)d.Messages + d.ExcludedMessages) }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        return groupIds.ToDictionary(id => id, id => new RuleKeeping(violations.GetValueOrDefault(id), messages.GetValueOrDefault(id)));
    }

    /// <summary>How many days a group has been silent; null: it has not spoken for <see cref="MaxSilentDays"/>, or never.</summary>
    public int? SilentDays(Dictionary<long, DateOnly> lastSpeech, long groupId, DateTime now) =>
        lastSpeech.TryGetValue(groupId, out var day) ? Math.Max(0, Today(now).DayNumber - day.DayNumber) : null;
}
