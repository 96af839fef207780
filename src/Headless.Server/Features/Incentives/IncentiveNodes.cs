using Headless.Server.Access;
using Headless.Server.Features.Orders;
using Headless.Server.Reading;

namespace Headless.Server.Features.Incentives;

/// <summary>What a budget leads to.</summary>
[ExtendObjectType<IncentiveBudget>]
public sealed class IncentiveBudgetNode
{
    [GraphQLIgnore]
    public static Task<IncentiveBudget?> GetIncentiveBudgetAsync(long id, ByIdDataLoader<IncentiveBudget> budgets, CancellationToken cancellationToken) =>
        budgets.LoadAsync(id, cancellationToken);

    [GraphQLDescription("How much there is in all.")]
    public static Money GetAmount([Parent($"{nameof(IncentiveBudget.Amount)} {nameof(IncentiveBudget.Currency)}")] IncentiveBudget budget) => new(budget.Amount, budget.Currency);

    [GraphQLDescription("What red packets that are OPEN may still take.")]
    public static Money GetReserved([Parent($"{nameof(IncentiveBudget.Reserved)} {nameof(IncentiveBudget.Currency)}")] IncentiveBudget budget) => new(budget.Reserved, budget.Currency);

    [GraphQLDescription("What was given.")]
    public static Money GetSpent([Parent($"{nameof(IncentiveBudget.Spent)} {nameof(IncentiveBudget.Currency)}")] IncentiveBudget budget) => new(budget.Spent, budget.Currency);

    [GraphQLDescription("What is left: neither reserved nor spent.")]
    public static Money GetAvailable(
        [Parent($"{nameof(IncentiveBudget.Amount)} {nameof(IncentiveBudget.Reserved)} {nameof(IncentiveBudget.Spent)} {nameof(IncentiveBudget.Currency)}")] IncentiveBudget budget) =>
        new(budget.Amount - budget.Reserved - budget.Spent, budget.Currency);

    [Cost(1)]
    [GraphQLDescription("The group for which it is; null: all.")]
    public static Task<Group?> GetGroupAsync(
        [Parent(nameof(IncentiveBudget.GroupId))] IncentiveBudget budget, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(budget.GroupId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The campaign for which it is; null: none, or the caller may not see it.")]
    public static Task<Campaign?> GetCampaignAsync(
        [Parent(nameof(IncentiveBudget.CampaignId))] IncentiveBudget budget, ByIdDataLoader<Campaign> campaigns, CancellationToken cancellationToken) =>
        campaigns.LoadAsync(budget.CampaignId, cancellationToken);
}

/// <summary>What a red packet leads to.</summary>
[ExtendObjectType<RedPacketDrop>]
public sealed class RedPacketDropNode
{
    [GraphQLIgnore]
    public static Task<RedPacketDrop?> GetRedPacketDropAsync(long id, ByIdDataLoader<RedPacketDrop> drops, CancellationToken cancellationToken) => drops.LoadAsync(id, cancellationToken);

    [GraphQLDescription("How much is in it.")]
    public static Money GetAmount([Parent($"{nameof(RedPacketDrop.Amount)} {nameof(RedPacketDrop.Currency)}")] RedPacketDrop drop) => new(drop.Amount, drop.Currency);

    [GraphQLDescription("How much was claimed.")]
    public static Money GetClaimed([Parent($"{nameof(RedPacketDrop.ClaimedAmount)} {nameof(RedPacketDrop.Currency)}")] RedPacketDrop drop) => new(drop.ClaimedAmount, drop.Currency);

    [GraphQLDescription("What chance began with: with it the parts can be computed again. Null while it is OPEN, so that nobody knows which part is the largest.")]
    public static long? GetSeed([Parent($"{nameof(RedPacketDrop.Seed)} {nameof(RedPacketDrop.Status)}")] RedPacketDrop drop) => drop.Status == RedPacketStatus.Open ? null : drop.Seed;

    [Cost(1)]
    [GraphQLDescription("The budget that it is paid from.")]
    public static Task<IncentiveBudget?> GetBudgetAsync(
        [Parent(nameof(RedPacketDrop.BudgetId))] RedPacketDrop drop, ByIdDataLoader<IncentiveBudget> budgets, CancellationToken cancellationToken) =>
        budgets.LoadAsync(drop.BudgetId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The group.")]
    public static Task<Group?> GetGroupAsync([Parent(nameof(RedPacketDrop.GroupId))] RedPacketDrop drop, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(drop.GroupId, cancellationToken);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [GraphQLDescription("The parts that were claimed.")]
    public static IQueryable<RedPacketPart> GetClaims([Parent(nameof(RedPacketDrop.Id))] RedPacketDrop drop, CommunityDbContext db) =>
        db.RedPacketParts.Where(p => p.DropId == drop.Id && p.MemberId != null);
}

/// <summary>What a part leads to.</summary>
[ExtendObjectType<RedPacketPart>]
public sealed class RedPacketPartNode
{
    [Cost(1)]
    [GraphQLDescription("How much.")]
    public static async Task<Money?> GetAmountAsync(
        [Parent($"{nameof(RedPacketPart.Amount)} {nameof(RedPacketPart.DropId)}")] RedPacketPart part, ByIdDataLoader<RedPacketDrop> drops, CancellationToken cancellationToken) =>
        await drops.LoadAsync(part.DropId, cancellationToken) is { } drop ? new Money(part.Amount, drop.Currency) : null;

    [Cost(1)]
    [GraphQLDescription("Who; null where the caller may not see them.")]
    public static Task<Member?> GetMemberAsync(
        [Parent(nameof(RedPacketPart.MemberId))] RedPacketPart part, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(part.MemberId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The red packet.")]
    public static Task<RedPacketDrop?> GetDropAsync(
        [Parent(nameof(RedPacketPart.DropId))] RedPacketPart part, ByIdDataLoader<RedPacketDrop> drops, CancellationToken cancellationToken) =>
        drops.LoadAsync(part.DropId, cancellationToken);
}

/// <summary>What a gift leads to.</summary>
[ExtendObjectType<Gift>]
public sealed class GiftNode
{
    [GraphQLIgnore]
    public static Task<Gift?> GetGiftAsync(long id, ByIdDataLoader<Gift> gifts, CancellationToken cancellationToken) => gifts.LoadAsync(id, cancellationToken);

    [GraphQLDescription("What all of it cost.")]
    public static Money GetCost([Parent($"{nameof(Gift.Cost)} {nameof(Gift.Currency)}")] Gift gift) => new(gift.Cost, gift.Currency);

    [Cost(1)]
    [GraphQLDescription("Who gets it; null where the caller may not see them.")]
    public static Task<Member?> GetMemberAsync([Parent(nameof(Gift.MemberId))] Gift gift, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(gift.MemberId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The group for which it was sent.")]
    public static Task<Group?> GetGroupAsync([Parent(nameof(Gift.GroupId))] Gift gift, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(gift.GroupId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The budget that paid for it.")]
    public static Task<IncentiveBudget?> GetBudgetAsync(
        [Parent(nameof(Gift.BudgetId))] Gift gift, ByIdDataLoader<IncentiveBudget> budgets, CancellationToken cancellationToken) =>
        budgets.LoadAsync(gift.BudgetId, cancellationToken);
}

/// <summary>What a member was given.</summary>
[ExtendObjectType<Member>]
public sealed class MemberIncentives
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<GiftFilterInput>]
    [UseSorting<GiftSortInput>]
    [GraphQLDescription("The gifts that they were sent.")]
    public static IQueryable<Gift> GetGifts([Parent(nameof(Member.Id))] Member member, CommunityDbContext db) => db.Gifts.Where(g => g.MemberId == member.Id);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [GraphQLDescription("The parts of red packets that they claimed.")]
    public static IQueryable<RedPacketPart> GetRedPacketClaims([Parent(nameof(Member.Id))] Member member, CommunityDbContext db) =>
        db.RedPacketParts.Where(p => p.MemberId == member.Id);
}

/// <summary>Budgets, red packets and gifts.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class IncentiveQueries
{
    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<IncentiveBudgetFilterInput>]
    [UseSorting<IncentiveBudgetSortInput>]
    [GraphQLDescription("Budgets: those for all groups, and those of groups that the caller may see.")]
    public static IQueryable<IncentiveBudget> GetIncentiveBudgets(CommunityDbContext db) => db.IncentiveBudgets;

    [Authorize(Policies.Read)]
    [GraphQLDescription("One budget; null where there is none or the caller may not see it.")]
    public static Task<IncentiveBudget?> GetIncentiveBudgetByIdAsync(
        [ID<IncentiveBudget>] [GraphQLDescription("The budget's global id.")] long id, ByIdDataLoader<IncentiveBudget> budgets, CancellationToken cancellationToken) =>
        budgets.LoadAsync(id, cancellationToken);

    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<RedPacketDropFilterInput>]
    [UseSorting<RedPacketDropSortInput>]
    [GraphQLDescription("The red packets of groups that the caller may see.")]
    public static IQueryable<RedPacketDrop> GetRedPacketDrops(CommunityDbContext db) => db.RedPacketDrops;

    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<GiftFilterInput>]
    [UseSorting<GiftSortInput>]
    [GraphQLDescription("The gifts of members whom the caller may see.")]
    public static IQueryable<Gift> GetGifts(CommunityDbContext db) => db.Gifts;
}
