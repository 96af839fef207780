using Headless.Server.Access;
using Headless.Server.Delivery;
using Headless.Server.Features.Activities;

namespace Headless.Server.Features.Live;

/// <summary>The log, as screens that show one kind of thing want it: the same feed, cursors and access as onActivity.</summary>
[ExtendObjectType(OperationTypeNames.Subscription)]
public sealed class LiveSubscriptions
{
    [Authorize(Policies.Subscribe)]
    [Subscribe(With = nameof(SubscribeToMembersAsync))]
    [UseFiltering<ActivityFilterInput>]
    [GraphQLDescription("Each change of a member, as soon as it has been committed: joins, leaves, what is known of them, tags, tiers, merges. after, where and Last-Event-ID as on onActivity.")]
    public static MemberChange OnMemberChanged(
        [EventMessage] Activity activity,
        [ID<Group>] [GraphQLDescription("Only what happened in these groups; what hangs on no group, such as a new telephone number, is left out then. At most 1000.")] IReadOnlyList<long>? groupIds,
        [ID<Member>] [GraphQLDescription("Only these members, at most 1000.")] IReadOnlyList<long>? memberIds,
        [GraphQLDescription("Begin after this cursor; with what is new from now on unless given.")] string? after,
        IActivityCursors cursors,
        IResolverContext context) => new(Named(activity, cursors, context), activity.Kind, activity.OccurredAt);

    [Authorize(Policies.Subscribe)]
    [Subscribe(With = nameof(SubscribeToTagsAsync))]
    [UseFiltering<ActivityFilterInput>]
    [GraphQLDescription("Each change of a tag, and each tag that a member is given or loses. after, where and Last-Event-ID as on onActivity.")]
    public static TagChange OnTagChanged(
        [EventMessage] Activity activity,
        [ID<Tag>] [GraphQLDescription("Only these tags, at most 1000.")] IReadOnlyList<long>? tagIds,
        [GraphQLDescription("Begin after this cursor; with what is new from now on unless given.")] string? after,
        IActivityCursors cursors,
        IResolverContext context) => new(Named(activity, cursors, context), activity.Kind, activity.OccurredAt);

    [Authorize(Policies.Subscribe)]
    [Subscribe(With = nameof(SubscribeToCampaignsAsync))]
    [UseFiltering<ActivityFilterInput>]
    [GraphQLDescription("Each change of a campaign: of its state, its occurrences, its tasks, its checklist. after, where and Last-Event-ID as on onActivity.")]
    public static CampaignChange OnCampaignChanged(
        [EventMessage] Activity activity,
        [ID<Campaign>] [GraphQLDescription("Only these campaigns, at most 1000.")] IReadOnlyList<long>? campaignIds,
        [GraphQLDescription("Begin after this cursor; with what is new from now on unless given.")] string? after,
        IActivityCursors cursors,
        IResolverContext context) => new(Named(activity, cursors, context), activity.Kind, activity.OccurredAt);

    [Authorize(Policies.Subscribe)]
    [Subscribe(With = nameof(SubscribeToAlertsAsync))]
    [UseFiltering<ActivityFilterInput>]
    [GraphQLDescription("Each alert that is raised, updated, acknowledged or resolved. after, where and Last-Event-ID as on onActivity.")]
    public static AlertChange OnAlert(
        [EventMessage] Activity activity,
        [ID<Group>] [GraphQLDescription("Only alerts of these groups, at most 1000.")] IReadOnlyList<long>? groupIds,
        [GraphQLDescription("Begin after this cursor; with what is new from now on unless given.")] string? after,
        IActivityCursors cursors,
        IResolverContext context) => new(Named(activity, cursors, context), activity.Kind, activity.OccurredAt);

    [Authorize(Policies.Subscribe)]
    [Authorize(Policies.ReadMetrics)]
    [Subscribe(With = nameof(SubscribeToMetricsAsync))]
    [GraphQLDescription("That the figures of a group have moved: at once, and then at most once in everySeconds for each group, however much happens. Select the metrics that the screen shows in group. after and Last-Event-ID as on onActivity.")]
    public static MetricChange OnMetricChanged(
        [EventMessage] MetricChange change,
        [ID<Group>] [GraphQLDescription("The groups, 1 to 100.")] IReadOnlyList<long> groupIds,
        [GraphQLDescription("How many seconds lie between two events of a group, 1 to 3600; 5 unless given.")] int? everySeconds,
        [GraphQLDescription("Begin after this cursor; with what is new from now on unless given.")] string? after,
        IActivityCursors cursors,
        IResolverContext context)
    {
        Named(change.Activity, cursors, context);
        return change;
    }

    [GraphQLIgnore]
    public static IAsyncEnumerable<Activity> SubscribeToMembersAsync(
        IReadOnlyList<long>? groupIds,
        IReadOnlyList<long>? memberIds,
        string? after,
        [GlobalState(FollowRequest.LastEventId)] string? lastEventId,
        [GlobalState(IEventDocuments.DeliveredActivities)] IReadOnlyList<Activity>? delivered,
        IResolverContext context,
        IActivityConditions conditions,
        Caller caller,
        ActivityFollowing following,
        CancellationToken cancellationToken)
    {
        var selection = new ActivitySelection(FollowRequest.IdsOf(groupIds, "groups"), LiveKinds.Members) { MemberIds = FollowRequest.IdsOf(memberIds, "members") };
        return following.FollowAsync(new FollowRequest(selection, after ?? lastEventId) { Where = conditions.Read(context), Delivered = delivered }, caller, cancellationToken);
    }

    [GraphQLIgnore]
    public static IAsyncEnumerable<Activity> SubscribeToTagsAsync(
        IReadOnlyList<long>? tagIds,
        string? after,
        [GlobalState(FollowRequest.LastEventId)] string? lastEventId,
        [GlobalState(IEventDocuments.DeliveredActivities)] IReadOnlyList<Activity>? delivered,
        IResolverContext context,
        IActivityConditions conditions,
        Caller caller,
        ActivityFollowing following,
        CancellationToken cancellationToken)
    {
        var selection = new ActivitySelection(null, LiveKinds.Tags) { TagIds = FollowRequest.IdsOf(tagIds, "tags") };
        return following.FollowAsync(new FollowRequest(selection, after ?? lastEventId) { Where = conditions.Read(context), Delivered = delivered }, caller, cancellationToken);
    }

    [GraphQLIgnore]
    public static IAsyncEnumerable<Activity> SubscribeToCampaignsAsync(
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
        var selection = new ActivitySelection(null, LiveKinds.Campaigns) { CampaignIds = FollowRequest.IdsOf(campaignIds, "campaigns") };
        return following.FollowAsync(new FollowRequest(selection, after ?? lastEventId) { Where = conditions.Read(context), Delivered = delivered }, caller, cancellationToken);
    }

    [GraphQLIgnore]
    public static IAsyncEnumerable<Activity> SubscribeToAlertsAsync(
        IReadOnlyList<long>? groupIds,
        string? after,
        [GlobalState(FollowRequest.LastEventId)] string? lastEventId,
        [GlobalState(IEventDocuments.DeliveredActivities)] IReadOnlyList<Activity>? delivered,
        IResolverContext context,
        IActivityConditions conditions,
        Caller caller,
        ActivityFollowing following,
        CancellationToken cancellationToken)
    {
        var selection = new ActivitySelection(FollowRequest.IdsOf(groupIds, "groups"), LiveKinds.Alerts);
        return following.FollowAsync(new FollowRequest(selection, after ?? lastEventId) { Where = conditions.Read(context), Delivered = delivered }, caller, cancellationToken);
    }

    [GraphQLIgnore]
    public static IAsyncEnumerable<MetricChange> SubscribeToMetricsAsync(
        IReadOnlyList<long> groupIds,
        int? everySeconds,
        string? after,
        [GlobalState(FollowRequest.LastEventId)] string? lastEventId,
        [GlobalState(IEventDocuments.DeliveredActivities)] IReadOnlyList<Activity>? delivered,
        Caller caller,
        ActivityFollowing following,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (groupIds.Count is 0 or > 100)
        {
            throw new GraphQLException(ErrorBuilder.New().SetMessage("Name 1 to 100 groups.").SetCode("TOO_MANY_IDS").Build());
        }

        var time = FigureThrottle.TimeOf(everySeconds);
        var request = new FollowRequest(new ActivitySelection(groupIds.ToHashSet(), LiveKinds.Figures), after ?? lastEventId) { Delivered = delivered };
        var changes = following.FollowAsync(request, caller, cancellationToken);
        return FigureThrottle.ThrottleAsync(
            changes, activity => activity.GroupId!.Value, (activity, count) => new MetricChange(activity, count, activity.RecordedAt), time, clock, cancellationToken);
    }

    /// <summary>The activity, whose cursor the transport gives its event as name.</summary>
    internal static Activity Named(Activity activity, IActivityCursors cursors, IResolverContext context)
    {
        context.ContextData[FollowRequest.EventId] = cursors.Encode(activity.Id);
        return activity;
    }
}
