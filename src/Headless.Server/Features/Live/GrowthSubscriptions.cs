using Headless.Server.Access;
using Headless.Server.Delivery;
using Headless.Server.Features.Activities;
using Headless.Server.Transfers;

namespace Headless.Server.Features.Live;

/// <summary>The log, as screens about content, sales, pages and files of rows want it: the same feed, cursors and access as onActivity.</summary>
[ExtendObjectType(OperationTypeNames.Subscription)]
public sealed class GrowthSubscriptions
{
    private const int MaxPages = 100;

    [Authorize(Policies.Subscribe)]
    [Subscribe(With = nameof(SubscribeToContentItemsAsync))]
    [GraphQLDescription("Each change of a content item, from the topic to the archive. after and Last-Event-ID as on onActivity.")]
    public static ContentItemChange OnContentItemChanged(
        [EventMessage] Activity activity,
        [ID<ContentItem>] [GraphQLDescription("Only these content items, at most 1000.")] IReadOnlyList<long>? contentItemIds,
        [GraphQLDescription("Begin after this cursor; with what is new from now on unless given.")] string? after,
        IActivityCursors cursors,
        IResolverContext context) => new(LiveSubscriptions.Named(activity, cursors, context), activity.Kind, activity.OccurredAt);

    [Authorize(Policies.Subscribe)]
    [Subscribe(With = nameof(SubscribeToOrdersAsync))]
    [UseFiltering<ActivityFilterInput>]
    [GraphQLDescription("Each order that is recorded, changed, paid back or called off. after, where and Last-Event-ID as on onActivity.")]
    public static OrderChange OnOrderChanged(
        [EventMessage] Activity activity,
        [ID<Group>] [GraphQLDescription("Only orders of these groups, at most 1000.")] IReadOnlyList<long>? groupIds,
        [ID<Member>] [GraphQLDescription("Only orders of these members, at most 1000.")] IReadOnlyList<long>? memberIds,
        [ID<Campaign>] [GraphQLDescription("Only orders of these campaigns, at most 1000.")] IReadOnlyList<long>? campaignIds,
        [GraphQLDescription("Begin after this cursor; with what is new from now on unless given.")] string? after,
        IActivityCursors cursors,
        IResolverContext context) => new(LiveSubscriptions.Named(activity, cursors, context), activity.Kind, activity.OccurredAt);

    [Authorize(Policies.Subscribe)]
    [Authorize(Policies.Read)]
    [Subscribe(With = nameof(SubscribeToImportJobsAsync))]
    [GraphQLDescription("How far the caller's imports have come, LEAD is told of those of all: that one was asked for, its first rows, then every few seconds, and its end. after and Last-Event-ID as on onActivity.")]
    public static ImportJobChange OnImportJobChanged(
        [EventMessage] Activity activity,
        [ID<ImportJob>] [GraphQLDescription("Only these imports, at most 1000.")] IReadOnlyList<long>? importJobIds,
        [GraphQLDescription("Begin after this cursor; with what is new from now on unless given.")] string? after,
        IActivityCursors cursors,
        IResolverContext context) => new(LiveSubscriptions.Named(activity, cursors, context), activity.Kind, activity.OccurredAt);

    [Authorize(Policies.Subscribe)]
    [Authorize(Policies.Read)]
    [Subscribe(With = nameof(SubscribeToExportJobsAsync))]
    [GraphQLDescription("How far the caller's exports have come, LEAD is told of those of all: that one was asked for, its first thousand rows, then every few seconds, and its end. after and Last-Event-ID as on onActivity.")]
    public static ExportJobChange OnExportJobChanged(
        [EventMessage] Activity activity,
        [ID<ExportJob>] [GraphQLDescription("Only these exports, at most 1000.")] IReadOnlyList<long>? exportJobIds,
        [GraphQLDescription("Begin after this cursor; with what is new from now on unless given.")] string? after,
        IActivityCursors cursors,
        IResolverContext context) => new(LiveSubscriptions.Named(activity, cursors, context), activity.Kind, activity.OccurredAt);

    [Authorize(Policies.Subscribe)]
    [Authorize(Policies.ReadMetrics)]
    [Subscribe(With = nameof(SubscribeToPagesAsync))]
    [GraphQLDescription("That views of a tracked page were counted: at once, and then at most once in everySeconds for each page, however many come. Select the figures that the screen shows in page, or in its links. after and Last-Event-ID as on onActivity.")]
    public static TrackedPageChange OnTrackedPageChanged(
        [EventMessage] TrackedPageChange change,
        [ID<TrackedPage>] [GraphQLDescription("The pages, 1 to 100.")] IReadOnlyList<long> pageIds,
        [GraphQLDescription("How many seconds lie between two events of a page, 1 to 3600; 5 unless given.")] int? everySeconds,
        [GraphQLDescription("Begin after this cursor; with what is new from now on unless given.")] string? after,
        IActivityCursors cursors,
        IResolverContext context)
    {
        LiveSubscriptions.Named(change.Activity, cursors, context);
        return change;
    }

    [GraphQLIgnore]
    public static IAsyncEnumerable<Activity> SubscribeToContentItemsAsync(
        IReadOnlyList<long>? contentItemIds,
        string? after,
        [GlobalState(FollowRequest.LastEventId)] string? lastEventId,
        [GlobalState(IEventDocuments.DeliveredActivities)] IReadOnlyList<Activity>? delivered,
        Caller caller,
        ActivityFollowing following,
        CancellationToken cancellationToken)
    {
        var selection = new ActivitySelection(null, LiveKinds.ContentItems) { ContentItemIds = FollowRequest.IdsOf(contentItemIds, "content items") };
        return following.FollowAsync(
            new FollowRequest(selection, after ?? lastEventId)
            {
                Delivered = delivered, IsAboutVisible = (db, activity, ct) => db.ContentItems.AnyAsync(item => item.Id == activity.ContentItemId, ct),
            },
            caller,
            cancellationToken);
    }

    [GraphQLIgnore]
    public static IAsyncEnumerable<Activity> SubscribeToOrdersAsync(
        IReadOnlyList<long>? groupIds,
        IReadOnlyList<long>? memberIds,
        IReadOnlyList<long>? campaignIds,
        string? after,
        [GlobalState(FollowRequest.LastEventId)] string? lastEventId,
        [GlobalState(IEventDocuments.DeliveredActivities)] IReadOnlyList<Activity>? delivered,
        IResolverContext context,
        IActivityConditions conditions,
        Caller caller,
        ActivityFollowing following,
        CancellationToken cancellationToken)
    {
        var selection = new ActivitySelection(FollowRequest.IdsOf(groupIds, "groups"), LiveKinds.Orders)
        {
            MemberIds = FollowRequest.IdsOf(memberIds, "members"), CampaignIds = FollowRequest.IdsOf(campaignIds, "campaigns"),
        };
        return following.FollowAsync(new FollowRequest(selection, after ?? lastEventId) { Where = conditions.Read(context), Delivered = delivered }, caller, cancellationToken);
    }

    [GraphQLIgnore]
    public static IAsyncEnumerable<Activity> SubscribeToImportJobsAsync(
        IReadOnlyList<long>? importJobIds,
        string? after,
        [GlobalState(FollowRequest.LastEventId)] string? lastEventId,
        [GlobalState(IEventDocuments.DeliveredActivities)] IReadOnlyList<Activity>? delivered,
        Caller caller,
        ActivityFollowing following,
        CancellationToken cancellationToken)
    {
        var wanted = FollowRequest.IdsOf(importJobIds, "imports");
        var request = new FollowRequest(new ActivitySelection(null, LiveKinds.ImportJobs), after ?? lastEventId)
        {
            Delivered = delivered, IsAboutVisible = (db, activity, ct) => IsOfAsync(db.ImportJobs, activity, wanted, caller, ct),
        };
        return following.FollowAsync(request, caller, cancellationToken);
    }

    [GraphQLIgnore]
    public static IAsyncEnumerable<Activity> SubscribeToExportJobsAsync(
        IReadOnlyList<long>? exportJobIds,
        string? after,
        [GlobalState(FollowRequest.LastEventId)] string? lastEventId,
        [GlobalState(IEventDocuments.DeliveredActivities)] IReadOnlyList<Activity>? delivered,
        Caller caller,
        ActivityFollowing following,
        CancellationToken cancellationToken)
    {
        var wanted = FollowRequest.IdsOf(exportJobIds, "exports");
        var request = new FollowRequest(new ActivitySelection(null, LiveKinds.ExportJobs), after ?? lastEventId)
        {
            Delivered = delivered, IsAboutVisible = (db, activity, ct) => IsOfAsync(db.ExportJobs, activity, wanted, caller, ct),
        };
        return following.FollowAsync(request, caller, cancellationToken);
    }

    [GraphQLIgnore]
    public static IAsyncEnumerable<TrackedPageChange> SubscribeToPagesAsync(
        IReadOnlyList<long> pageIds,
        int? everySeconds,
        string? after,
        [GlobalState(FollowRequest.LastEventId)] string? lastEventId,
        [GlobalState(IEventDocuments.DeliveredActivities)] IReadOnlyList<Activity>? delivered,
        Caller caller,
        ActivityFollowing following,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (pageIds.Count is 0 or > MaxPages)
        {
            throw new GraphQLException(ErrorBuilder.New().SetMessage($"Name 1 to {MaxPages} pages.").SetCode("TOO_MANY_IDS").Build());
        }

        var time = FigureThrottle.TimeOf(everySeconds);
        var wanted = pageIds.ToHashSet();
        var request = new FollowRequest(new ActivitySelection(null, LiveKinds.PageFigures), after ?? lastEventId)
        {
            Delivered = delivered, IsAboutVisible = (db, activity, ct) => ActivityData.IdOf(activity, ActivityData.PageId) is { } id ? db.TrackedPages.AnyAsync(page => page.Id == id, ct) : Task.FromResult(false),
        };
        var counts = following.FollowAsync(request, caller, cancellationToken)
            .Where(activity => ActivityData.IdOf(activity, ActivityData.PageId) is { } page && wanted.Contains(page));
        return FigureThrottle.ThrottleAsync(
            counts,
            activity => ActivityData.IdOf(activity, ActivityData.PageId)!.Value,
            (activity, count) => new TrackedPageChange(activity, count, activity.RecordedAt),
            time,
            clock,
            cancellationToken);
    }

    /// <summary>Whether an activity is about a job that is wanted and that the caller may see.</summary>
    private static async Task<bool> IsOfAsync<T>(IQueryable<T> jobs, Activity activity, IReadOnlySet<long>? wanted, Caller caller, CancellationToken ct)
        where T : TransferJob =>
        ActivityData.IdOf(activity, ActivityData.JobId) is { } id && wanted?.Contains(id) != false
        && await jobs.AsNoTracking().FirstOrDefaultAsync(job => job.Id == id, ct) is { } job && caller.MaySee(job);
}
