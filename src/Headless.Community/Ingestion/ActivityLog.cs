using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Ingestion;

/// <summary>How what is caused here gets into the log, and where the log ends.</summary>
public static class ActivityLog
{
    /// <summary>
    /// Adds an activity to the save under way, so that it exists if and only if the change does. Call it inside
    /// <c>CommunityDatabase.WriteAsync</c> before <c>SaveChangesAsync</c>, and <see cref="ActivitySignal.Notify"/> after the commit.
    /// For a row that is new itself, save it first: an activity refers to keys.
    /// </summary>
    /// <param name="at">When it happened, UTC: the time of the change.</param>
    /// <exception cref="ArgumentException">The kind is one that is ingested: <see cref="ActivityIngestion"/> records those.</exception>
    public static Activity Append(
        this CommunityDbContext context,
        ActivityKind kind,
        DateTime at,
        long? actorId,
        long? groupId = null,
        long? memberId = null,
        long? membershipId = null,
        long? tagId = null,
        long? campaignId = null,
        long? contentItemId = null,
        long? orderId = null,
        string? text = null,
        string? data = null)
    {
        if (kind < FirstCausedHere)
        {
            throw new ArgumentException($"{kind} is recorded by {nameof(ActivityIngestion)}, which keeps members and rollups in step.", nameof(kind));
        }

        var activity = new Activity
        {
            Kind = kind,
            OccurredAt = at,
            ActorId = actorId,
            GroupId = groupId,
            MemberId = memberId,
            MembershipId = membershipId,
            TagId = tagId,
            CampaignId = campaignId,
            ContentItemId = contentItemId,
            OrderId = orderId,
            Text = text is { Length: > Activity.TextMaxLength } ? text[..Activity.TextMaxLength] : text,
            Data = data,
        };
        context.Activities.Add(activity);
        return activity;
    }

    private const ActivityKind FirstCausedHere = ActivityKind.MemberCreated;

    /// <summary>The id of the last activity that the context shows; 0 where there is none.</summary>
    public static async Task<long> LastActivityIdAsync(this CommunityDbContext context, CancellationToken cancellationToken) =>
        await context.Activities.MaxAsync(activity => (long?)activity.Id, cancellationToken) ?? 0;

    /// <summary>
    /// Keeps others from appending to the log, and so the rollups from changing, until the transaction ends. SQLite has one writer
    /// anyway.
    /// </summary>
    /// <exception cref="InvalidOperationException">No transaction has begun.</exception>
    public static Task LockActivityLogAsync(this CommunityDbContext context, CancellationToken cancellationToken) =>
        TransactionLock.ActivityLog.TakeAsync(context, cancellationToken);

    /// <summary>Keeps other processes from carrying out what is due until the transaction ends.</summary>
    /// <exception cref="InvalidOperationException">No transaction has begun.</exception>
    public static Task LockTimersAsync(this CommunityDbContext context, CancellationToken cancellationToken) =>
        TransactionLock.Timers.TakeAsync(context, cancellationToken);

    /// <summary>Keeps others from requesting, claiming and calling off deliveries until the transaction ends.</summary>
    /// <exception cref="InvalidOperationException">No transaction has begun.</exception>
    public static Task LockDeliveriesAsync(this CommunityDbContext context, CancellationToken cancellationToken) =>
        TransactionLock.Deliveries.TakeAsync(context, cancellationToken);

    /// <summary>Keeps others from setting a strike policy until the transaction ends.</summary>
    /// <exception cref="InvalidOperationException">No transaction has begun.</exception>
    public static Task LockStrikePoliciesAsync(this CommunityDbContext context, CancellationToken cancellationToken) =>
        TransactionLock.StrikePolicies.TakeAsync(context, cancellationToken);
}
