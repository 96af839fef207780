using System.Runtime.CompilerServices;
using Headless.Server.Access;

namespace Headless.Server.Delivery;

/// <summary>What a subscriber follows.</summary>
/// <param name="Selection">Groups and kinds.</param>
/// <param name="After">The cursor to begin behind; null: with what is new.</param>
public sealed record FollowRequest(ActivitySelection Selection, string? After)
{
    /// <summary>Under this key the transport finds what an event stream calls the event.</summary>
    public const string EventId = "eventId";

    /// <summary>Under this key the transport puts what a client of an event stream saw last.</summary>
    public const string LastEventId = "lastEventId";

    /// <summary>The most rows that a subscription may name.</summary>
    private const int MaxIds = 1_000;

    /// <summary>What else must hold of an activity.</summary>
    public Func<IQueryable<Activity>, IQueryable<Activity>>? Where { get; init; }

    /// <summary>
    /// Who is told of an activity that hangs on no group: whoever this holds for, in their scope. Null: who sees everything. Not beside <see cref="Where"/>, which
    /// would be asked of rows that the caller does not see.
    /// </summary>
    public Func<CommunityDbContext, Activity, CancellationToken, Task<bool>>? IsAboutVisible { get; init; }

    /// <summary>These activities instead of what is committed from now on: a webhook's document is executed over one.</summary>
    public IReadOnlyList<Activity>? Delivered { get; init; }

    /// <summary>The rows that a subscription names; null where it names none.</summary>
    /// <exception cref="GraphQLException">It names too many.</exception>
    public static IReadOnlySet<long>? IdsOf(IReadOnlyList<long>? ids, string what) => ids?.Count > MaxIds
        ? throw new GraphQLException(ErrorBuilder.New().SetMessage($"Name at most {MaxIds} {what}.").SetCode("TOO_MANY_IDS").Build())
        : ids?.ToHashSet();
}

/// <summary>
/// The log as a subscriber sees it, for every subscription there is: what was missed since a cursor, then what is committed, without a gap and
/// with nothing twice; only what the caller may see at the time, and only while they may act.
/// </summary>
public sealed class ActivityFollowing(
    ApiKeyDirectory keys, CallerWatch watch, CommunityDatabase database, ActivityFeed feed, IActivityCursors cursors, FeedOptions options, TimeProvider clock)
{
    /// <exception cref="GraphQLException">The cursor is none, or too old; the subscriber lags; their key works no more.</exception>
    public async IAsyncEnumerable<Activity> FollowAsync(FollowRequest request, Caller caller, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (request.Delivered is { } delivered)
        {
            foreach (var activity in delivered.Where(request.Selection.Includes))
            {
                if (await IsWantedAsync(activity, request, caller, cancellationToken))
                {
                    yield return activity;
                }
            }

            yield break;
        }

        var position = request.After is { } cursor ? cursors.Decode(cursor) ?? throw NoCursor() : (long?)null;
        using var unusable = new CancellationTokenSource();
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, unusable.Token);
        using var watching = watch.Begin(caller, unusable.Cancel);
        if (position is { } from)
        {
            await RequireAliveAsync(from, cancellationToken);
            var replay = new ActivityReplay(database);
            await using var missed = replay.ReadAsync(
                from, request.Selection, request.IsAboutVisible is null ? caller.Scope : AccessScope.Everything, request.Where, ending.Token).GetAsyncEnumerator(ending.Token);
            while (await NextAsync(missed, unusable.Token))
            {
                if (request.IsAboutVisible is null || await IsWantedAsync(missed.Current, request, caller, cancellationToken))
                {
                    yield return missed.Current;
                }
            }

            position = replay.Position;
        }

        using var subscriber = await feed.SubscribeAsync(position, cancellationToken);
        await using var rows = subscriber.ReadAllAsync(ending.Token).GetAsyncEnumerator(ending.Token);
        while (await NextAsync(rows, unusable.Token))
        {
            var activity = rows.Current;
            if (request.Selection.Includes(activity) && await IsWantedAsync(activity, request, caller, cancellationToken))
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
        .SetMessage("The API key has been revoked, it or the token has expired, or the operator's role has changed: subscribe again, after a change of the role with the same key.")
        .SetCode("UNAUTHENTICATED")
        .Build());

    private async ValueTask<bool> NextAsync(IAsyncEnumerator<Activity> rows, CancellationToken unusable)
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

    /// <summary>A cursor is too old once what comes first behind it is.</summary>
    private async Task RequireAliveAsync(long position, CancellationToken ct)
    {
        if (options.CursorLifetime is not { } lifetime)
        {
            return;
        }

        await using var db = database.Create(AccessScope.Everything);
        var next = await db.Activities.Where(a => a.Id > position).OrderBy(a => a.Id).Select(a => (DateTime?)a.RecordedAt).FirstOrDefaultAsync(ct);
        var oldest = clock.GetUtcNow().UtcDateTime - lifetime;
        if (next < oldest)
        {
            throw new GraphQLException(ErrorBuilder.New()
                .SetMessage("'after' is too old to be followed live: read what you missed by activities(after:), or read your data anew, and subscribe behind that.")
                .SetCode("CURSOR_EXPIRED")
                .SetExtension("missedSince", next)
                .Build());
        }
    }

    /// <summary>Row access holds on the feed as on every other path; who was assigned when it was subscribed may not be any more.</summary>
    private async ValueTask<bool> IsWantedAsync(Activity activity, FollowRequest request, Caller caller, CancellationToken ct)
    {
        if (caller.Scope.IsEverything && request.Where is null && request.IsAboutVisible is null)
        {
            return true;
        }

        await using var db = database.Create(caller.Scope);
        if (request.IsAboutVisible is { } isVisible && activity.GroupId is null)
        {
            return await isVisible(db, activity, ct);
        }

        var rows = db.Activities.Where(a => a.Id == activity.Id);
        return await (request.Where is { } where ? where(rows) : rows).AnyAsync(ct);
    }
}
