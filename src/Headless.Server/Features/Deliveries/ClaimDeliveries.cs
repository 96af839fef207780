using FluentValidation;
using Headless.Community.Ingestion;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Deliveries;

using Delivery = Headless.Community.Delivery;

[GraphQLDescription("What a connector is ready to send.")]
public sealed record ClaimDeliveriesInput(
    [property: GraphQLDescription("Only on these channels; any unless given.")] IReadOnlyList<TouchChannel>? Channels,
    [property: GraphQLDescription("Only through accounts on these platforms, or into groups there; any unless given.")] IReadOnlyList<Platform>? Platforms,
    [property: GraphQLDescription("How many, at most 200; 50 unless given.")] int? Limit,
    [property: GraphQLDescription("For how many seconds they are yours: 10 to 3 600; 300 unless given. What you have not reported by then somebody else can claim.")] int? LeaseSeconds);

/// <summary>The rules of <see cref="ClaimDeliveriesInput"/>.</summary>
public sealed class ClaimDeliveriesValidator : AbstractValidator<ClaimDeliveriesInput>
{
    public const int MaxAtOnce = 200;

    public ClaimDeliveriesValidator()
    {
        RuleFor(i => i.Limit).InclusiveBetween(1, MaxAtOnce);
        RuleFor(i => i.LeaseSeconds).InclusiveBetween(10, 3_600);
        RuleFor(i => i.Channels).Must(list => list is null || list.Count is > 0 and <= 20).WithErrorCode("TOO_MANY_ROWS");
        RuleFor(i => i.Platforms).Must(list => list is null || list.Count is > 0 and <= 20).WithErrorCode("TOO_MANY_ROWS");
    }
}

[GraphQLDescription("Deliveries that are a connector's to send, for a while.")]
public sealed record DeliveryClaim(
    [property: GraphQLDescription("What the connector reports results with.")] string ClaimId,
    [property: GraphQLDescription("Until when they are yours.")] DateTime LeaseUntil,
    [property: ListSize(AssumedSize = 50)] [property: GraphQLDescription("Those that waited longest; none: there is nothing to send.")] IReadOnlyList<Delivery> Deliveries);

/// <summary>Gives deliveries to connectors.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class ClaimDeliveriesMutation
{
    [Authorize(Policies.RecordActivities)]
    [Error<InvalidInputException>]
    [UseMutationConvention(PayloadFieldName = "claim")]
    [GraphQLDescription("Takes deliveries whose time has come, to send them. No two connectors get the same one, unless a lease has ended. Who has opted out or was kept out since gets nothing: those become UNREACHABLE here. Report each with recordDeliveryResults.")]
    public static Task<DeliveryClaim> ClaimDeliveriesAsync(ClaimDeliveriesInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                // Two at once would read the same rows.
                await session.Db.LockDeliveriesAsync(session.CancellationToken);
                await session.ReleaseLapsedAsync();
                var (limit, until) = (input.Limit ?? 50, session.Now.AddSeconds(input.LeaseSeconds ?? 300));
                var claim = new DeliveryClaim(Guid.NewGuid().ToString("N"), until, []);
                var claimed = new List<Delivery>();
                while (claimed.Count < limit && await TakeAsync(session, input, limit - claimed.Count) is { Count: > 0 } found)
                {
                    claimed.AddRange(await session.WithoutChangedAsync(found));
                    claimed.Where(d => d.Status == DeliveryStatus.Requested).ToList().ForEach(d => d.Claim(claim.ClaimId, session.Caller.OperatorId, until));
                    await session.Db.SaveChangesAsync(session.CancellationToken);
                }

                if (claimed.Count > 0)
                {
                    var data = System.Text.Json.JsonSerializer.Serialize(new { claimId = claim.ClaimId, count = claimed.Count });
                    session.Record(ActivityKind.DeliveriesClaimed, () => new ActivitySubject { Data = data });
                }

                return claim with { Deliveries = claimed };
            },
            cancellationToken);

    private static Task<List<Delivery>> TakeAsync(WriteSession session, ClaimDeliveriesInput input, int limit)
    {
        var now = session.Now;
        var due = session.Db.Deliveries.Where(d => d.Status == DeliveryStatus.Requested && d.SendAt <= now && (d.ExpiresAt == null || d.ExpiresAt > now));
        if (input.Channels is { } channels)
        {
            due = due.Where(d => channels.Contains(d.Channel));
        }

        if (input.Platforms is { } platforms)
        {
            due = due.Where(d => d.Platform != null && platforms.Contains(d.Platform.Value));
        }

        return due.OrderBy(d => d.SendAt).ThenBy(d => d.Id).Take(limit).ToListAsync(session.CancellationToken);
    }
}

/// <summary>What happens to deliveries on their way.</summary>
internal static class DeliveryHandling
{
    private const int AtOnce = 200;

    /// <summary>Leaves out those whose members have refused or been kept out since; they become UNREACHABLE.</summary>
    public static async Task<IEnumerable<Delivery>> WithoutChangedAsync(this WriteSession session, List<Delivery> found)
    {
        foreach (var alike in found.Where(d => d.MemberId is not null).GroupBy(d => (d.Channel, d.Purpose)))
        {
            var changed = await RecipientSelection.ChangedSinceAsync(
                session.Db, [.. alike.Select(d => d.MemberId!.Value).Distinct()], alike.Key.Channel, alike.Key.Purpose, session.Now, session.CancellationToken);
            foreach (var delivery in alike.Where(d => changed.ContainsKey(d.MemberId!.Value)))
            {
                delivery.MarkUnreachable(changed[delivery.MemberId!.Value], null);
                session.RecordDelivery(ActivityKind.DeliveryUnreachable, delivery);
            }
        }

        return found.Where(d => d.Status == DeliveryStatus.Requested);
    }

    /// <summary>Takes back what connectors have not reported within their leases; of a mailing that was called off it is not tried again.</summary>
    public static async Task<int> ReleaseLapsedAsync(this WriteSession session)
    {
        var lapsed = await session.Db.Deliveries.Include(d => d.Mailing).IgnoreQueryFilters()
            .Where(d => d.Status == DeliveryStatus.Claimed && d.LeaseUntil <= session.Now)
            .OrderBy(d => d.LeaseUntil).ThenBy(d => d.Id).Take(AtOnce).ToListAsync(session.CancellationToken);
        foreach (var delivery in lapsed)
        {
            if (delivery.Mailing.CancelledAt is not null)
            {
                delivery.Cancel();
                continue;
            }

            delivery.Release(session.Now, "The lease ended before a result was reported.");
            if (delivery.Status == DeliveryStatus.Failed)
            {
                session.RecordDelivery(ActivityKind.DeliveryFailed, delivery);
            }
        }

        await session.Db.SaveChangesAsync(session.CancellationToken);
        return lapsed.Count;
    }

    /// <summary>Gives up what nobody has sent in time.</summary>
    public static async Task ExpireAsync(this WriteSession session)
    {
        var expired = await session.Db.Deliveries
            .Where(d => d.Status == DeliveryStatus.Requested && d.ExpiresAt != null && d.ExpiresAt <= session.Now)
            .OrderBy(d => d.ExpiresAt).ThenBy(d => d.Id).Take(AtOnce).ToListAsync(session.CancellationToken);
        foreach (var delivery in expired)
        {
            delivery.Expire();
            session.RecordDelivery(ActivityKind.DeliveryExpired, delivery);
        }
    }
}

/// <summary>Takes back deliveries whose lease has ended, and gives up those that nobody has sent in time.</summary>
internal sealed class DeliveryLeases : Timers.ITimedWork
{
    public async Task<bool> IsDueAsync(CommunityDbContext db, DateTime now, CancellationToken ct) =>
        await db.Deliveries.AnyAsync(d => d.Status == DeliveryStatus.Claimed && d.LeaseUntil <= now, ct)
        || await db.Deliveries.AnyAsync(d => d.Status == DeliveryStatus.Requested && d.ExpiresAt != null && d.ExpiresAt <= now, ct);

    public async Task RunAsync(WriteSession session)
    {
        await session.Db.LockDeliveriesAsync(session.CancellationToken);
        await session.ReleaseLapsedAsync();
        await session.ExpireAsync();
    }
}
