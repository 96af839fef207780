using System.Runtime.CompilerServices;
using Headless.Server.Access;
using Headless.Server.Delivery;

namespace Headless.Server.Features.Activities;

/// <summary>The activity log as it grows.</summary>
[ExtendObjectType(OperationTypeNames.Subscription)]
public sealed class ActivitySubscriptions
{
    /// <summary>The most groups that a subscription may name.</summary>
    private const int MaxGroups = 1_000;

    [Authorize(Policies.Subscribe)]
    [Subscribe(With = nameof(SubscribeToActivitiesAsync))]
    [GraphQLDescription("Each activity as soon as it has been committed, in the order of the log: what is recorded, imported or caused here.")]
    public static Activity OnActivity(
        [EventMessage] Activity activity,
        [ID<Group>] [GraphQLDescription("Only activities of these groups; of all that the caller may see unless given. At most 1000.")] IReadOnlyList<long>? groupIds,
        [GraphQLDescription("Only activities of these kinds; of all kinds unless given.")] IReadOnlyList<ActivityKind>? kinds) => activity;

    [GraphQLIgnore]
    public static async IAsyncEnumerable<Activity> SubscribeToActivitiesAsync(
        IReadOnlyList<long>? groupIds,
        IReadOnlyList<ActivityKind>? kinds,
        Caller caller,
        ApiKeyDirectory keys,
        CallerWatch watch,
        CommunityDatabase database,
        ActivityFeed feed,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (groupIds?.Count > MaxGroups)
        {
            throw new GraphQLException(ErrorBuilder.New().SetMessage($"Name at most {MaxGroups} groups.").SetCode("TOO_MANY_IDS").Build());
        }

        var groups = groupIds?.ToHashSet();
        var wanted = kinds?.ToHashSet();
        using var subscriber = await feed.SubscribeAsync(cancellationToken);
        using var unusable = new CancellationTokenSource();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, unusable.Token);
        using var watching = watch.Begin(caller, unusable.Cancel);
        await using var rows = subscriber.ReadAllAsync(ending.Token).GetAsyncEnumerator(ending.Token);
        while (await NextAsync(rows, unusable.Token))
        {
            var activity = rows.Current;
            if ((wanted is null || wanted.Contains(activity.Kind))
                && (groups is null || (activity.GroupId is { } id && groups.Contains(id)))
                && await IsVisibleAsync(activity, caller, database, cancellationToken))
            {
                if (!await keys.IsStillUsableAsync(caller, cancellationToken))
                {
                    throw Unauthenticated();
                }

                yield return activity;
            }
        }
    }

    private static GraphQLException Unauthenticated() => new(ErrorBuilder.New()
        .SetMessage("The API key has been revoked, or it or the token has expired: subscribe again with another one.")
        .SetCode("UNAUTHENTICATED")
        .Build());

    private static async ValueTask<bool> NextAsync(IAsyncEnumerator<Activity> rows, CancellationToken unusable)
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
                .SetMessage("The subscription did not keep up with the log and has been ended. Read what you missed with activities(where: { recordedAt: { gte: … } }) from missedSince on, and subscribe again.")
                .SetCode("SUBSCRIPTION_LAGGED")
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
