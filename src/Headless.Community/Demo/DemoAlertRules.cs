using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Demo;

/// <summary>What the demo community wants to hear of, and what became of what it was told.</summary>
internal static class DemoAlertRules
{
    public static async Task AddAsync(CommunityDbContext db, DateTime now, CancellationToken ct)
    {
        var falling = new AlertRule { Name = "互动下滑 Interaction falls", Metric = "INTERACTION_RATE", SuggestedAction = "请KOL来聊一聊，发起签到 Bring in a KOL, start a check-in." };
        falling.Ask(AlertComparison.FallsBy, 0.3m, AlertBaseline.MeanOfFourWindows, windowDays: 7, includesToday: false, minSample: 100, quietHours: 24, AlertSeverity.Warning);
        var unsold = new AlertRule
        {
            Name = "一周无成交 No sale in a week", Metric = "ORDER_COUNT", Purposes = [GroupPurpose.Convert], SuggestedAction = "安排一次群内专享 Plan an offer for the group.",
        };
        unsold.Ask(AlertComparison.Absent, threshold: null, baseline: null, windowDays: 7, includesToday: true, minSample: 0, quietHours: 48, AlertSeverity.Info);
        db.AlertRules.AddRange(falling, unsold);
        await db.SaveChangesAsync(ct);
        await AddPastAsync(db, now, ct);
    }

    /// <summary>Groups that nobody had joined for two weeks: taken on by an owner within hours, over some days later. They are on the owners' scorecards.</summary>
    private static async Task AddPastAsync(CommunityDbContext db, DateTime now, CancellationToken ct)
    {
        var owners = await db.Operators.Where(row => row.Role == OperatorRole.Owner).OrderBy(row => row.Id).ToListAsync(ct);
        var groups = await db.Groups.OrderBy(row => row.Id).Take(5).ToListAsync(ct);
        foreach (var (group, place) in groups.Select((group, place) => (group, place)))
        {
            var members = await db.Memberships.CountAsync(row => row.GroupId == group.Id && row.LeftAt == null && row.AccountKind == AccountKind.Customer, ct);
            var openedAt = now.AddDays(-6 - (4 * place));
            var alert = Alert.Open(
                AlertKind.NoNewMembers,
                new AlertCondition(
                    AlertSubject.OfGroup(group.Id), AlertSeverity.Info, $"Nobody has come into {group.Name} for 14 days.",
                    "Where no new people come the old ones tire: open another channel, start an invitation, or put its phase to FATIGUED and replicate it.",
                    [new AlertFigure("days", 14), new AlertFigure("members", members)]),
                openedAt);
            if (place != 3)
            {
                alert.Acknowledge(owners[place % owners.Count].Id, "老带新活动已排", openedAt.AddHours(1 + (place * 2.5)));
            }

            alert.Resolve(openedAt.AddDays(3));
            db.Alerts.Add(alert);
        }

        await db.SaveChangesAsync(ct);
    }
}
