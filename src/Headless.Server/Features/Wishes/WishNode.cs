using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Wishes;

/// <summary>What a wish leads to.</summary>
[ExtendObjectType<Wish>]
public sealed class WishNode
{
    [GraphQLIgnore]
    public static Task<Wish?> GetWishAsync(long id, ByIdDataLoader<Wish> wishes, CancellationToken cancellationToken) => wishes.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Who came up with it; null: nobody in particular, or the caller may not see them.")]
    public static Task<Member?> GetMemberAsync(
        [Parent(nameof(Wish.MemberId))] Wish wish, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(wish.MemberId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The group in which it came up.")]
    public static Task<Group?> GetGroupAsync(
        [Parent(nameof(Wish.GroupId))] Wish wish, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(wish.GroupId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The campaign that fulfils it.")]
    public static Task<Campaign?> GetCampaignAsync(
        [Parent(nameof(Wish.CampaignId))] Wish wish, ByIdDataLoader<Campaign> campaigns, CancellationToken cancellationToken) =>
        campaigns.LoadAsync(wish.CampaignId, cancellationToken);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [GraphQLDescription("Who voted for it, the first vote first.")]
    public static IQueryable<WishVote> GetVotes([Parent(nameof(Wish.Id))] Wish wish, CommunityDbContext db) =>
        db.WishVotes.Where(v => v.WishId == wish.Id);
}

/// <summary>What a vote leads to.</summary>
[ExtendObjectType<WishVote>]
public sealed class WishVoteNode
{
    [Cost(1)]
    [GraphQLDescription("Who voted; null where the caller may not see them.")]
    public static Task<Member?> GetMemberAsync(
        [Parent(nameof(WishVote.MemberId))] WishVote vote, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(vote.MemberId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The wish.")]
    public static Task<Wish?> GetWishAsync(
        [Parent(nameof(WishVote.WishId))] WishVote vote, ByIdDataLoader<Wish> wishes, CancellationToken cancellationToken) =>
        wishes.LoadAsync(vote.WishId, cancellationToken);
}

/// <summary>The wishes of a group.</summary>
[ExtendObjectType<Group>]
public sealed class GroupWishes
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<WishFilterInput>]
    [UseSorting<WishSortInput>]
    [GraphQLDescription("What came up in the group.")]
    public static IQueryable<Wish> GetWishes([Parent(nameof(Group.Id))] Group group, CommunityDbContext db) =>
        db.Wishes.Where(w => w.GroupId == group.Id);
}

/// <summary>The wishes of a member.</summary>
[ExtendObjectType<Member>]
public sealed class MemberWishes
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<WishFilterInput>]
    [UseSorting<WishSortInput>]
    [GraphQLDescription("What they came up with.")]
    public static IQueryable<Wish> GetWishes([Parent(nameof(Member.Id))] Member member, CommunityDbContext db) =>
        db.Wishes.Where(w => w.MemberId == member.Id);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [GraphQLDescription("What they voted for, the first vote first.")]
    public static IQueryable<WishVote> GetWishVotes([Parent(nameof(Member.Id))] Member member, CommunityDbContext db) =>
        db.WishVotes.Where(v => v.MemberId == member.Id);
}
