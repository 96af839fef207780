using System.Security.Cryptography;
using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Features.Ingestion;
using Headless.Server.Features.Orders;
using Headless.Server.Timers;
using Headless.Server.Writing;

namespace Headless.Server.Features.Incentives;

[GraphQLDescription("A red packet to drop.")]
public sealed record DropRedPacketInput(
    [property: ID<IncentiveBudget>] [property: GraphQLDescription("The budget that it is paid from.")] long BudgetId,
    [property: ID<Group>] [property: GraphQLDescription("The group whose members may claim.")] long GroupId,
    [property: GraphQLDescription("What members read on it: name the event and its time where it announces one.")] string Title,
    [property: GraphQLDescription("Why it is given. The budget says which reasons are allowed.")] IncentiveReason Reason,
    [property: GraphQLDescription("How much is in it: above 0, in whole minor units of the budget's currency.")] MoneyInput Amount,
    [property: GraphQLDescription("In how many parts it is shared out, 1 to 500; each is at least one minor unit.")] int PartCount,
    [property: GraphQLDescription("How.")] RedPacketSplit Split,
    [property: GraphQLDescription("What chance begins with, where you want to know; by chance unless given.")] long? Seed,
    [property: GraphQLDescription("Until when parts can be claimed: at most 30 days; 24 hours from now unless given.")] DateTimeOffset? ExpiresAt,
    [property: GraphQLDescription("Any text of yours. Sent again with the same one, the mutation changes nothing and answers the red packet of the first time.")] string? IdempotencyKey);

[GraphQLDescription("A member who grabs a part.")]
public sealed record ClaimRedPacketInput(
    [property: ID<RedPacketDrop>] [property: GraphQLDescription("The red packet.")] long DropId,
    [property: ID<Member>] [property: GraphQLDescription("Who: a customer who is in the group.")] long MemberId);

/// <summary>The rules of <see cref="DropRedPacketInput"/>.</summary>
public sealed class DropRedPacketValidator : AbstractValidator<DropRedPacketInput>
{
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(30);

    public DropRedPacketValidator(TimeProvider clock)
    {
        RuleFor(i => i.Title).NotEmpty().MaximumLength(RedPacketDrop.TitleMaxLength).PlainText();
        RuleFor(i => i.Amount).SetValidator(new ExactMoneyValidator());
        RuleFor(i => i.PartCount).InclusiveBetween(1, RedPacketDrop.MaxParts);
        RuleFor(i => i.ExpiresAt).Must(at => at is null || (at > clock.GetUtcNow() && at <= clock.GetUtcNow() + s_longest))
            .WithErrorCode("INVALID_INTERVAL").WithMessage("'{PropertyName}' must lie ahead, at most 30 days.");
        RuleFor(i => i.IdempotencyKey).IdempotencyKey();
    }
}

/// <summary>The rules of <see cref="ClaimRedPacketInput"/>: those of the red packet.</summary>
public sealed class ClaimRedPacketValidator : AbstractValidator<ClaimRedPacketInput>;

/// <summary>Drops red packets and has members claim them, each claim in one transaction with the budget.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class RedPacketMutations
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [Error<DomainException>]
    [GraphQLDescription("Drops a red packet: its amount is reserved in the budget, and shared out in parts that come to exactly it.")]
    public static Task<RedPacketDrop> DropRedPacketAsync(DropRedPacketInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteRepeatedlyAsync(
            input,
            async session =>
            {
                if (await session.FindByKeyAsync<RedPacketDrop>(input.IdempotencyKey, d => d.IdempotencyKey == input.IdempotencyKey) is { } known)
                {
                    return known;
                }

                var budget = await session.FindAsync<IncentiveBudget>(input.BudgetId, "budgetId");
                var group = await session.FindAsync<Group>(input.GroupId, "groupId");
                budget.RequireOf(group.Id);
                var seed = input.Seed ?? RandomNumberGenerator.GetInt32(int.MaxValue);
                var shares = RedPacketParts.Share(input.Amount.Amount, input.Amount.Currency, input.PartCount, input.Split, seed);
                await budget.ReserveAsync(session.Db, input.Amount.Amount, input.Amount.Currency, input.Reason, session.Now, session.CancellationToken);
                var drop = new RedPacketDrop
                {
                    BudgetId = budget.Id, GroupId = group.Id, Title = input.Title, Reason = input.Reason, Amount = input.Amount.Amount, Currency = input.Amount.Currency,
                    PartCount = input.PartCount, Split = input.Split, Seed = seed, ExpiresAt = input.ExpiresAt?.UtcDateTime ?? session.Now.AddDays(1), IdempotencyKey = input.IdempotencyKey,
                };
                drop.Parts.AddRange(shares.Select((amount, number) => new RedPacketPart { Drop = drop, Number = number, Amount = amount }));
                session.Db.RedPacketDrops.Add(drop);
                session.RecordDrop(ActivityKind.RedPacketDropped, drop);
                return drop;
            },
            cancellationToken);

    [Authorize(Policies.RecordActivities)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [Error<DomainException>]
    [GraphQLDescription("A member grabs the next part: RED_PACKET_EMPTY where all are taken, RED_PACKET_OVER after its time. Who has one gets the same one again.")]
    public static Task<RedPacketPart> ClaimRedPacketAsync(ClaimRedPacketInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteRepeatedlyAsync(
            input,
            async session =>
            {
                var (db, now, ct) = (session.Db, session.Now, session.CancellationToken);
                var drop = await session.FindAsync<RedPacketDrop>(input.DropId, "dropId");
                var member = await session.FindAsync<Member>(input.MemberId, "memberId");
                var held = db.RedPacketParts.AsNoTracking().Where(p => p.DropId == drop.Id && p.MemberId == member.Id).OrderBy(p => p.Number);
                if (await held.FirstOrDefaultAsync(ct) is { } known)
                {
                    return known;
                }

                if (!await db.Memberships.AnyAsync(m => m.GroupId == drop.GroupId && m.MemberId == member.Id && m.LeftAt == null && m.AccountKind == AccountKind.Customer, ct))
                {
                    throw new DomainException(DomainErrorCodes.NotInGroup, "A red packet is for the customers who are in its group.");
                }

                // Each claim takes the next number by one statement: no two get the same, and none more than there are.
                var own = db.RedPacketDrops.Where(d => d.Id == drop.Id);
                var taken = await own.Where(d => d.Status == RedPacketStatus.Open && d.ExpiresAt > now && d.ClaimedCount < d.PartCount)
                    .ExecuteUpdateAsync(set => set.SetProperty(d => d.ClaimedCount, d => d.ClaimedCount + 1), ct);
                var current = await own.AsNoTracking().SingleAsync(ct);
                if (taken == 0)
                {
                    throw current.ClaimedCount == current.PartCount
                        ? new DomainException(DomainErrorCodes.RedPacketEmpty, $"All {current.PartCount} parts are taken.")
                        : new DomainException(DomainErrorCodes.RedPacketOver, $"The red packet was over at {current.ExpiresAt:O}.");
                }

                // The same member claims a second time at the same moment: who waited for the number sees the part that the other claim has got. No unique index
                // says so, because who claimed under two records that become one has two parts.
                if (await held.AnyAsync(ct))
                {
                    throw new AlreadyExistsException("The member has a part.", "input");
                }

                var number = current.ClaimedCount - 1;
                var parts = db.RedPacketParts.Where(p => p.DropId == drop.Id && p.Number == number);
                await parts.ExecuteUpdateAsync(set => set.SetProperty(p => p.MemberId, member.Id).SetProperty(p => p.ClaimedAt, now), ct);
                var part = await parts.AsNoTracking().SingleAsync(ct);
                await own.ExecuteUpdateAsync(set => set.SetProperty(d => d.ClaimedAmount, d => d.ClaimedAmount + part.Amount), ct);
                await IncentiveBudget.SettleAsync(db, drop.BudgetId, part.Amount, 0, ct);
                session.Audit(nameof(RedPacketPart), 1, AuditChange.Of("memberId", null, member.Id));
                session.RecordClaim(drop, part);
                if (current.ClaimedCount == current.PartCount)
                {
                    await db.Entry(drop).ReloadAsync(ct);
                    drop.Finish();
                    session.RecordDrop(ActivityKind.RedPacketFinished, drop);
                }

                return part;
            },
            cancellationToken);
}

/// <summary>Gives back to budgets what nobody claimed in time.</summary>
public sealed class RedPacketExpiry : ITimedWork
{
    private const int MaxDrops = 100;

    public Task<bool> IsDueAsync(CommunityDbContext db, DateTime now, CancellationToken ct) => Due(db, now).AnyAsync(ct);

    public async Task RunAsync(WriteSession session)
    {
        var (db, ct) = (session.Db, session.CancellationToken);
        foreach (var id in await Due(db, session.Now).OrderBy(d => d.ExpiresAt).Take(MaxDrops).Select(d => d.Id).ToListAsync(ct))
        {
            // Holds the row first: whoever claims at this moment comes before or too late.
            await db.RedPacketDrops.Where(d => d.Id == id).ExecuteUpdateAsync(set => set.SetProperty(d => d.ClaimedCount, d => d.ClaimedCount), ct);
            var drop = await db.RedPacketDrops.SingleAsync(d => d.Id == id, ct);
            if (drop.Status == RedPacketStatus.Open)
            {
                drop.Expire();
                await IncentiveBudget.SettleAsync(db, drop.BudgetId, 0, drop.Amount - drop.ClaimedAmount, ct);
                session.RecordDrop(ActivityKind.RedPacketExpired, drop);
            }
        }
    }

    private static IQueryable<RedPacketDrop> Due(CommunityDbContext db, DateTime now) => db.RedPacketDrops.Where(d => d.Status == RedPacketStatus.Open && d.ExpiresAt <= now);
}
