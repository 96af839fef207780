using Headless.Community;
using Headless.Community.Data;
using Headless.Community.Ingestion;
using Microsoft.EntityFrameworkCore;

namespace Headless.Metrics.Rollups;

/// <summary>The one row that says what the rollups hold.</summary>
internal static class RollupState
{
    /// <summary>Raised when the rollups get another column, which only building them again fills in for what is there.</summary>
    public const short Version = 1;

    /// <summary>Notes the last activity that they hold; refuses to mix time zones or versions of the rule.</summary>
    /// <exception cref="RollupsOutOfDateException">They were built for another time zone or rule.</exception>
    public static async Task AdvanceAsync(
        CommunityDbContext context, ReportingCalendar calendar, long? lastActivityId, CancellationToken cancellationToken)
    {
        var state = await context.MetricStates.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (state is null)
        {
            context.MetricStates.Add(New(calendar, lastActivityId ?? 0, rebuiltAt: null));
            await context.SaveChangesAsync(cancellationToken);
            return;
        }

        if (state.ReportingTimeZone != calendar.TimeZone.Id || state.EffectiveRuleVersion != EffectiveMessageRule.Version || state.RollupVersion != Version)
        {
            throw new RollupsOutOfDateException(state, calendar);
        }

        if (lastActivityId is { } id)
        {
            await context.MetricStates.ExecuteUpdateAsync(set => set.SetProperty(row => row.LastActivityId, id), cancellationToken);
        }
    }

    /// <summary>Notes that they have been built from the log.</summary>
    public static async Task ReplaceAsync(
        CommunityDbContext context, ReportingCalendar calendar, long lastActivityId, DateTime now, CancellationToken cancellationToken)
    {
        await context.MetricStates.ExecuteDeleteAsync(cancellationToken);
        context.MetricStates.Add(New(calendar, lastActivityId, now));
        await context.SaveChangesAsync(cancellationToken);
    }

    private static MetricState New(ReportingCalendar calendar, long lastActivityId, DateTime? rebuiltAt) => new()
    {
        ReportingTimeZone = calendar.TimeZone.Id,
        EffectiveRuleVersion = EffectiveMessageRule.Version,
        RollupVersion = Version,
        LastActivityId = lastActivityId,
        RebuiltAt = rebuiltAt,
    };
}

/// <summary>The rollups were built for another reporting time zone or another version of the rule for effective messages.</summary>
public sealed class RollupsOutOfDateException(MetricState state, ReportingCalendar calendar)
    : InvalidOperationException(
        $"The rollups have version {state.RollupVersion} and count by {state.ReportingTimeZone} and version {state.EffectiveRuleVersion} of the rule for effective messages; "
        + $"they should have version {RollupState.Version}, Metrics:TimeZone is {calendar.TimeZone.Id} and the rule has version {EffectiveMessageRule.Version}. Run rebuild-metrics, or set the time zone back.");
