using Headless.Community.Data;

namespace Headless.Community.Demo;

/// <summary>What the demo community wants to hear of.</summary>
internal static class DemoAlertRules
{
    public static async Task AddAsync(CommunityDbContext db, CancellationToken ct)
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
    }
}
