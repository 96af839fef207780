using Headless.Server.Access;
using Headless.Server.Delivery;

namespace Headless.Server.Features.Activities;

/// <summary>The activity log as it grows.</summary>
[ExtendObjectType(OperationTypeNames.Subscription)]
public sealed class ActivitySubscriptions
{
    [Authorize(Policies.Subscribe)]
    [Subscribe(With = nameof(SubscribeToActivitiesAsync))]
    [UseFiltering<ActivityFilterInput>]
    [GraphQLDescription("Each activity as soon as it has been committed, in the order of the log: what is recorded, imported or caused here. With after it begins with what was missed, and goes on live: no gap and nothing twice. where means what it means on activities.")]
    public static Activity OnActivity(
        [EventMessage] Activity activity,
        [ID<Group>] [GraphQLDescription("Only activities of these groups; of all that the caller may see unless given. At most 1000.")] IReadOnlyList<long>? groupIds,
        [GraphQLDescription("Only activities of these kinds; of all kinds unless given.")] IReadOnlyList<ActivityKind>? kinds,
        [GraphQLDescription("Begin after this one: the cursor of the last activity that you have, from here, from activities, or from a webhook. What is new from now on unless given; over an event stream the header Last-Event-ID does the same.")] string? after,
        IActivityCursors cursors,
        IResolverContext context)
    {
        context.ContextData[FollowRequest.EventId] = cursors.Encode(activity.Id);
        return activity;
    }

    [GraphQLIgnore]
    public static IAsyncEnumerable<Activity> SubscribeToActivitiesAsync(
        IReadOnlyList<long>? groupIds,
        IReadOnlyList<ActivityKind>? kinds,
        string? after,
        [GlobalState(FollowRequest.LastEventId)] string? lastEventId,
        [GlobalState(IEventDocuments.DeliveredActivities)] IReadOnlyList<Activity>? delivered,
        IResolverContext context,
        IActivityConditions conditions,
        Caller caller,
        ActivityFollowing following,
        CancellationToken cancellationToken) =>
        following.FollowAsync(
            new FollowRequest(new ActivitySelection(FollowRequest.IdsOf(groupIds, "groups"), kinds?.ToHashSet()), after ?? lastEventId) { Where = conditions.Read(context), Delivered = delivered },
            caller,
            cancellationToken);
}
