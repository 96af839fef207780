using Headless.Community.Data.Bulk;
using Headless.Server.Timers;
using Headless.Server.Writing;

namespace Headless.Server.Features.MemberClasses;

/// <summary>Looks once a local day at how much everybody takes part, a few thousand members at a time.</summary>
public sealed class EngagementWork(ReportingCalendar calendar, EngagementOptions options) : ITimedWork
{
    private const int MembersAtOnce = 2_000;

    public async Task<bool> IsDueAsync(CommunityDbContext db, DateTime now, CancellationToken ct) =>
        await db.EngagementStates.AsNoTracking().FirstOrDefaultAsync(ct) is { } state
            ? state.PassedMemberId is not null || state.Day != calendar.DayOf(now)
            : await db.Members.AnyAsync(ct);

    public async Task RunAsync(WriteSession session)
    {
        var (db, ct, today) = (session.Db, session.CancellationToken, calendar.DayOf(session.Now));
        var state = await db.EngagementStates.FirstOrDefaultAsync(ct);
        if (state is null)
        {
            db.EngagementStates.Add(state = new EngagementState());
        }

        if (state.Day != today)
        {
            (state.Day, state.PassedMemberId) = (today, 0);
        }

        if (state.PassedMemberId is not { } passed)
        {
            return;
        }

        var members = await db.Members.Where(m => m.Id > passed).OrderBy(m => m.Id).Take(MembersAtOnce)
            .Select(m => new { m.Id, m.Engagement, IsIn = db.Memberships.Any(s => s.MemberId == m.Id && s.LeftAt == null && s.AccountKind == AccountKind.Customer) }).ToListAsync(ct);
        if (members.Count > 0)
        {
            var (last, from) = (members[^1].Id, today.AddDays(-options.WindowDays));
            var days = await db.MemberDays.Where(d => d.MemberId > passed && d.MemberId <= last && d.Day >= from && d.Day < today && d.EffectiveMessages > 0)
                .GroupBy(d => d.MemberId).Select(g => new { g.Key, Days = g.Select(d => d.Day).Distinct().Count() }).ToDictionaryAsync(g => g.Key, g => g.Days, ct);
            await ApplyAsync(session, [.. members
                .Select(m => new Change(m.Id, m.Engagement, m.IsIn ? options.Next(m.Engagement, days.GetValueOrDefault(m.Id)) : EngagementLevel.Unknown))
                .Where(c => c.From != c.To)]);
        }

        state.PassedMemberId = members.Count == MembersAtOnce ? members[^1].Id : null;
    }

    /// <summary>Past the version: it is no edit of a member. What is first known, and whoever left, is no news.</summary>
    private static async Task ApplyAsync(WriteSession session, IReadOnlyList<Change> changes)
    {
        var (db, now) = (session.Db, session.Now);
        foreach (var (to, isNews, ids) in changes.GroupBy(c => (c.To, c.IsNews)).Select(g => (g.Key.To, g.Key.IsNews, g.Select(c => c.MemberId).ToArray())))
        {
            foreach (var chunk in ids.Chunk(500))
            {
                await db.Members.Where(m => EF.Parameter(chunk).Contains(m.Id)).ExecuteUpdateAsync(
                    set => set.SetProperty(m => m.Engagement, to).SetProperty(m => m.EngagementSince, m => isNews ? now : m.EngagementSince), session.CancellationToken);
            }
        }

        List<Activity> activities =
        [
            .. changes.Where(c => c.IsNews).Select(c => new Activity
            {
                Kind = ActivityKind.MemberEngagementChanged, OccurredAt = now, RecordedAt = now, MemberId = c.MemberId,
                Data = $$"""{"from":"{{Name(c.From)}}","to":"{{Name(c.To)}}"}""",
            }),
        ];
        if (activities.Count > 0)
        {
            await db.BulkInsertAsync(activities, session.CancellationToken);
        }
    }

    private static string Name(EngagementLevel level) => level.ToString().ToUpperInvariant();

    private sealed record Change(long MemberId, EngagementLevel From, EngagementLevel To)
    {
        public bool IsNews => From != EngagementLevel.Unknown && To != EngagementLevel.Unknown;
    }
}
