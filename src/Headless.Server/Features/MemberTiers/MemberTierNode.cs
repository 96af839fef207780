using Headless.Server.Access;
using Headless.Server.Features.Members;
using Headless.Server.Reading;

namespace Headless.Server.Features.MemberTiers;

/// <summary>Tiers as a list and by id.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class MemberTierQueries
{
    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<MemberTierFilterInput>]
    [UseSorting<MemberTierSortInput>]
    [GraphQLDescription("The customer levels of the whole organisation.")]
    public static IQueryable<MemberTier> GetMemberTiers(CommunityDbContext db) => db.MemberTiers;

    [Authorize(Policies.Read)]
    [GraphQLDescription("One tier; null where there is none.")]
    public static Task<MemberTier?> GetMemberTierByIdAsync(
        [ID<MemberTier>] [GraphQLDescription("The tier's global id.")] long id, ByIdDataLoader<MemberTier> tiers, CancellationToken cancellationToken) =>
        tiers.LoadAsync(id, cancellationToken);
}

/// <summary>What a tier leads to.</summary>
[ExtendObjectType<MemberTier>]
public sealed class MemberTierNode
{
    [GraphQLIgnore]
    public static Task<MemberTier?> GetMemberTierAsync(long id, ByIdDataLoader<MemberTier> tiers, CancellationToken cancellationToken) =>
        tiers.LoadAsync(id, cancellationToken);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<MemberFilterInput>]
    [UseSorting<MemberSortInput>]
    [GraphQLDescription("The members who have it and whom the caller may see.")]
    public static IQueryable<Member> GetMembers([Parent(nameof(MemberTier.Id))] MemberTier tier, CommunityDbContext db) =>
        db.Members.Where(m => m.TierId == tier.Id && m.MergedIntoId == null);
}

/// <summary>A member's tier and its history.</summary>
[ExtendObjectType<Member>]
public sealed class TierOfMember
{
    [Cost(1)]
    [GraphQLDescription("The customer level; null: none.")]
    public static Task<MemberTier?> GetTierAsync(
        [Parent(nameof(Member.TierId))] Member member, ByIdDataLoader<MemberTier> tiers, CancellationToken cancellationToken) =>
        tiers.LoadAsync(member.TierId, cancellationToken);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseSorting<MemberTierChangeSortInput>]
    [GraphQLDescription("Every change of their tier.")]
    public static IQueryable<MemberTierChange> GetTierChanges([Parent(nameof(Member.Id))] Member member, CommunityDbContext db) =>
        db.MemberTierChanges.Where(c => c.MemberId == member.Id);
}

/// <summary>What a tier change leads to.</summary>
[ExtendObjectType<MemberTierChange>]
public sealed class MemberTierChangeNode
{
    [Cost(1)]
    [GraphQLDescription("The tier before; null: none.")]
    public static Task<MemberTier?> GetFromTierAsync(
        [Parent(nameof(MemberTierChange.FromTierId))] MemberTierChange change, ByIdDataLoader<MemberTier> tiers, CancellationToken cancellationToken) =>
        tiers.LoadAsync(change.FromTierId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The tier after; null: none.")]
    public static Task<MemberTier?> GetToTierAsync(
        [Parent(nameof(MemberTierChange.ToTierId))] MemberTierChange change, ByIdDataLoader<MemberTier> tiers, CancellationToken cancellationToken) =>
        tiers.LoadAsync(change.ToTierId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Who decided it; null where it was no person.")]
    public static Task<Operator?> GetChangedByAsync(
        [Parent(nameof(MemberTierChange.ChangedById))] MemberTierChange change, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(change.ChangedById, cancellationToken);
}
