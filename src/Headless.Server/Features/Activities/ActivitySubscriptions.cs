using System.Runtime.CompilerServices;
using Headless.Server.Access;
using Headless.Server.Delivery;

namespace Headless.Server.Features.Activities;

/// <summary>The activity log as it grows.</summary>
[ExtendObjectType(OperationTypeNames.Subscription)]
public sealed class ActivitySubscriptions
{
    /// <summary>Under this key the transport finds what an event stream calls the event.</summary>
    private const string EventId = "eventId";

    /// <summary>Under this key the transport puts what a client of an event stream saw last.</summary>
    private const string LastEventId = "lastEventId";

    /// <summary>The most groups that a subscription may name.</summary>
    private const int MaxGroups = 1_000;

    [Authorize(Policies.Subscribe)]
    [Subscribe(With = nameof(SubscribeToActivitiesAsync))]
    [GraphQLDescription("Each activity as soon as it has been committed, in the order of the log: what is recorded, imported or caused here. With after it begins with what was missed, and goes on live: no gap and nothing twice.")]
    public static Activity OnActivity(
        [EventMessage] Activity activity,
        [ID<Group>] [GraphQLDescription("Only activities of these groups; of all that the caller may see unless given. At most 1000.")] IReadOnlyList<long>? groupIds,
        [GraphQLDescription("Only activities of these kinds; of all kinds unless given.")] IReadOnlyList<ActivityKind>? kinds,
        [GraphQLDescription("Begin after this one: the cursor of the last activity that you have, from here, from activities, or from a webhook. What is new from now on unless given; over an event stream the header Last-Event-ID does the same.")] string? after,
        IActivityCursors cursors,
        IResolverContext context)
    {
        context.ContextData[EventId] = cursors.Encode(activity.Id);
        return activity;
    }

    [GraphQLIgnore]
    public static async IAsyncEnumerable<Activity> SubscribeToActivitiesAsync(
        IReadOnlyList<long>? groupIds,
        IReadOnlyList<ActivityKind>? kinds,
        string? after,
        [GlobalState(LastEventId)] string? lastEventId,
        [GlobalState(IEventDocuments.DeliveredActivities)] IReadOnlyList<Activity>? delivered,
        Caller caller,
        ApiKeyDirectory keys,
        CallerWatch watch,
        CommunityDatabase database,
        ActivityFeed feed,
        IActivityCursors cursors,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (groupIds?.Count > MaxGroups)
        {
            throw new GraphQLException(ErrorBuilder.New().SetMessage($"Name at most {MaxGroups} groups.").SetCode("TOO_MANY_IDS").Build());
        }

        var selection = new ActivitySelection(groupIds?.ToHashSet(), kinds?.ToHashSet());
        if (delivered is not null)
        {
            foreach (var activity in delivered.Where(selection.Includes))
            {
                yield return activity;
            }

            yield break;
        }

        var position = (after ?? lastEventId) is { } cursor ? cursors.Decode(cursor) ?? throw NoCursor() : (long?)null;
        using var unusable = new CancellationTokenSource();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, unusable.Token);
        using var watching = watch.Begin(caller, unusable.Cancel);
        if (position is { } from)
        {
            var replay = new ActivityReplay(database);
            await using var missed = replay.ReadAsync(from, selection, caller.Scope, ending.Token).GetAsyncEnumerator(ending.Token);
            while (await NextAsync(missed, cursors, unusable.Token))
            {
                yield return missed.Current;
            }

            position = replay.Position;
        }

        using var subscriber = await feed.SubscribeAsync(position, cancellationToken);
        await using var rows = subscriber.ReadAllAsync(ending.Token).GetAsyncEnumerator(ending.Token);
        while (await NextAsync(rows, cursors, unusable.Token))
        {
            var activity = rows.Current;
            if (selection.Includes(activity) && await IsVisibleAsync(activity, caller, database, cancellationToken))
            {
                if (!await keys.IsStillUsableAsync(caller, cancellationToken))
                {
                    throw Unauthenticated();
                }

                yield return activity;
            }
        }
    }

    private static GraphQLException NoCursor() => new(ErrorBuilder.New()
        .SetMessage("'after' is no cursor of the log: give the cursor of an activity, or of an edge of activities in its own order.")
        .SetCode("INVALID_CURSOR")
        .Build());

    private static GraphQLException Unauthenticated() => new(ErrorBuilder.New()
        .SetMessage("The API key has been revoked, or it or the token has expired: subscribe again with another one.")
        .SetCode("UNAUTHENTICATED")
        .Build());

    private static async ValueTask<bool> NextAsync(IAsyncEnumerator<Activity> rows, IActivityCursors cursors, CancellationToken unusable)
    {
        try
        {
            return await rows.MoveNextAsync();
        }
        catch (OperationCanceledException) when (unusable.IsCancellationRequested)
        {
            throw Unauthenticated();
        }
        catch (SubscriberLaggedException exception)
        {
            throw new GraphQLException(ErrorBuilder.New()
                .SetMessage("The subscription did not keep up with the log and has been ended. Subscribe again with resumeAfter as after: it begins with what you missed.")
                .SetCode("SUBSCRIPTION_LAGGED")
                .SetExtension("resumeAfter", cursors.Encode(exception.Position))
                .SetExtension("missedSince", exception.MissedSince)
                .Build());
        }
    }

    /// <summary>Row access holds on the feed as on every other path; who was assigned when it was subscribed may not be any more.</summary>
    private static async ValueTask<bool> IsVisibleAsync(Activity activity, Caller caller, CommunityDatabase database, CancellationToken ct)
    {
        if (caller.Scope.IsEverything)
        {
            return true;
        }

        await using var db = database.Create(caller.Scope);
        return await db.Activities.AnyAsync(a => a.Id == activity.Id, ct);
    }
}
