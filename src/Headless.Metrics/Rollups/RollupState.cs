using Headless.Community;
using Headless.Community.Data;
using Headless.Community.EffectiveMessages;
using Microsoft.EntityFrameworkCore;

namespace Headless.Metrics.Rollups;

/// <summary>The one row that says what the rollups hold.</summary>
internal static class RollupState
{
    /// <summary>Raised when the rollups get another column, which only building them again fills in for what is there.</summary>
    public const short Version = 1;

    /// <summary>Notes the last activity that they hold; refuses to mix time zones. The version of the rule changes with the rollups, in one transaction.</summary>
    /// <exception cref="RollupsOutOfDateException">They were built for another time zone, or have fewer columns.</exception>
    public static async Task AdvanceAsync(
        CommunityDbContext context, ReportingCalendar calendar, long? lastActivityId, CancellationToken cancellationToken)
    {
        var state = await context.MetricStates.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (state is null)
        {
            context.MetricStates.Add(await NewAsync(context, calendar, lastActivityId ?? 0, null, cancellationToken));
            await context.SaveChangesAsync(cancellationToken);
            return;
        }

        if (state.ReportingTimeZone != calendar.TimeZone.Id || state.RollupVersion != Version)
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
        context.MetricStates.Add(await NewAsync(context, calendar, lastActivityId, now, cancellationToken));
        await context.SaveChangesAsync(cancellationToken);
    }

    private static async Task<MetricState> NewAsync(
        CommunityDbContext context, ReportingCalendar calendar, long lastActivityId, DateTime? rebuiltAt, CancellationToken cancellationToken) => new()
    {
        ReportingTimeZone = calendar.TimeZone.Id,
        EffectiveRuleVersion = (await EffectiveMessageRules.ReadAsync(context, cancellationToken)).Active.Number,
        RollupVersion = Version,
        LastActivityId = lastActivityId,
        RebuiltAt = rebuiltAt,
    };
}

/// <summary>The rollups were built for another reporting time zone, or by an earlier version of the product.</summary>
public sealed class RollupsOutOfDateException(MetricState state, ReportingCalendar calendar)
    : InvalidOperationException(
        $"The rollups have version {state.RollupVersion} and count by {state.ReportingTimeZone}; they should have version {RollupState.Version}, and Metrics:TimeZone is {calendar.TimeZone.Id}. "
        + "Run rebuild-metrics, or set the time zone back.");
