using Headless.Server.Access;
using Headless.Server.Features.Orders;
using Headless.Server.Reading;

namespace Headless.Server.Features.Referrals;

/// <summary>What a programme leads to.</summary>
[ExtendObjectType<ReferralProgram>]
public sealed class ReferralProgramNode
{
    [GraphQLIgnore]
    public static Task<ReferralProgram?> GetReferralProgramAsync(long id, ByIdDataLoader<ReferralProgram> programs, CancellationToken cancellationToken) =>
        programs.LoadAsync(id, cancellationToken);

    [GraphQLDescription("For BARGAIN: the price before anybody helped.")]
    public static Money? GetListPrice([Parent($"{nameof(ReferralProgram.ListPrice)} {nameof(ReferralProgram.Currency)}")] ReferralProgram program) =>
        program.ListPrice is { } amount ? new Money(amount, program.Currency!) : null;

    [GraphQLDescription("For BARGAIN: the least that it comes to.")]
    public static Money? GetFloorPrice([Parent($"{nameof(ReferralProgram.FloorPrice)} {nameof(ReferralProgram.Currency)}")] ReferralProgram program) =>
        program.FloorPrice is { } amount ? new Money(amount, program.Currency!) : null;

    [GraphQLDescription("For BARGAIN: what each friend who qualifies takes off.")]
    public static Money? GetPriceStep([Parent($"{nameof(ReferralProgram.PriceStep)} {nameof(ReferralProgram.Currency)}")] ReferralProgram program) =>
        program.PriceStep is { } amount ? new Money(amount, program.Currency!) : null;

    [Cost(1)]
    [ListSize(AssumedSize = 5)]
    [GraphQLDescription("What is reached, the fewest friends first.")]
    public static async Task<IReadOnlyList<ReferralTier>> GetTiersAsync(
        [Parent(nameof(ReferralProgram.Id))] ReferralProgram program, ReferralTierLoader tiers, CancellationToken cancellationToken) =>
        await tiers.LoadAsync(program.Id, cancellationToken) ?? [];

    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [GraphQLDescription("The groups into which friends are brought, as far as the caller may see them.")]
    public static IQueryable<Group> GetGroups([Parent(nameof(ReferralProgram.Id))] ReferralProgram program, CommunityDbContext db) =>
        db.ReferralProgramGroups.Where(g => g.ProgramId == program.Id).Select(g => g.Group);

    [Cost(1)]
    [GraphQLDescription("The campaign that it is part of; null: none, or the caller may not see it.")]
    public static Task<Campaign?> GetCampaignAsync(
        [Parent(nameof(ReferralProgram.CampaignId))] ReferralProgram program, ByIdDataLoader<Campaign> campaigns, CancellationToken cancellationToken) =>
        campaigns.LoadAsync(program.CampaignId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Who may invite; null: every customer in one of the groups.")]
    public static Task<Segment?> GetSegmentAsync(
        [Parent(nameof(ReferralProgram.SegmentId))] ReferralProgram program, ByIdDataLoader<Segment> segments, CancellationToken cancellationToken) =>
        segments.LoadAsync(program.SegmentId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("For POSTER: the content item with the poster.")]
    public static Task<ContentItem?> GetPosterAsync(
        [Parent(nameof(ReferralProgram.PosterId))] ReferralProgram program, ByIdDataLoader<ContentItem> items, CancellationToken cancellationToken) =>
        items.LoadAsync(program.PosterId, cancellationToken);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<ReferralInvitationFilterInput>]
    [UseSorting<ReferralInvitationSortInput>]
    [GraphQLDescription("The invitations of members whom the caller may see. A leaderboard: ordered by qualifiedCount descending.")]
    public static IQueryable<ReferralInvitation> GetReferralInvitations([Parent(nameof(ReferralProgram.Id))] ReferralProgram program, CommunityDbContext db) =>
        db.ReferralInvitations.Where(i => i.ProgramId == program.Id);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<ReferralFilterInput>]
    [UseSorting<ReferralSortInput>]
    [GraphQLDescription("Whom members brought, as far as the caller may see the groups that they joined.")]
    public static IQueryable<Referral> GetReferrals([Parent(nameof(ReferralProgram.Id))] ReferralProgram program, CommunityDbContext db) =>
        db.Referrals.Where(r => r.ProgramId == program.Id);
}

/// <summary>What a tier leads to.</summary>
[ExtendObjectType<ReferralTier>]
public sealed class ReferralTierNode
{
    [GraphQLIgnore]
    public static Task<ReferralTier?> GetReferralTierAsync(long id, ByIdDataLoader<ReferralTier> tiers, CancellationToken cancellationToken) => tiers.LoadAsync(id, cancellationToken);

    [GraphQLDescription("What one costs us; null: not known.")]
    public static Money? GetCost([Parent($"{nameof(ReferralTier.Cost)} {nameof(ReferralTier.Currency)}")] ReferralTier tier) =>
        tier.Cost is { } amount ? new Money(amount, tier.Currency!) : null;

    [Cost(1)]
    [GraphQLDescription("For COUPON: what it is worth.")]
    public static Task<CouponTemplate?> GetCouponTemplateAsync(
        [Parent(nameof(ReferralTier.CouponTemplateId))] ReferralTier tier, ByIdDataLoader<CouponTemplate> templates, CancellationToken cancellationToken) =>
        templates.LoadAsync(tier.CouponTemplateId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("For POINTS: the programme.")]
    public static Task<PointProgram?> GetPointProgramAsync(
        [Parent(nameof(ReferralTier.PointProgramId))] ReferralTier tier, ByIdDataLoader<PointProgram> programs, CancellationToken cancellationToken) =>
        programs.LoadAsync(tier.PointProgramId, cancellationToken);
}

/// <summary>What an invitation leads to.</summary>
[ExtendObjectType<ReferralInvitation>]
public sealed class ReferralInvitationNode
{
    [GraphQLIgnore]
    public static Task<ReferralInvitation?> GetInvitationAsync(long id, ByIdDataLoader<ReferralInvitation> invitations, CancellationToken cancellationToken) => invitations.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The programme; null where the caller sees none of its groups.")]
    public static Task<ReferralProgram?> GetProgramAsync(
        [Parent(nameof(ReferralInvitation.ProgramId))] ReferralInvitation invitation, ByIdDataLoader<ReferralProgram> programs, CancellationToken cancellationToken) =>
        programs.LoadAsync(invitation.ProgramId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Who invites; null where the caller may not see them.")]
    public static Task<Member?> GetMemberAsync([Parent(nameof(ReferralInvitation.MemberId))] ReferralInvitation invitation, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(invitation.MemberId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The programme's page with the code; null where it has none.")]
    public static async Task<string?> GetUrlAsync(
        [Parent($"{nameof(ReferralInvitation.ProgramId)} {nameof(ReferralInvitation.Code)}")] ReferralInvitation invitation, ByIdDataLoader<ReferralProgram> programs, CancellationToken cancellationToken) =>
        (await programs.LoadAsync(invitation.ProgramId, cancellationToken))?.LinkTo(invitation.Code);

    [Cost(1)]
    [GraphQLDescription("For BARGAIN: what the member pays now.")]
    public static async Task<Money?> GetPriceAsync(
        [Parent($"{nameof(ReferralInvitation.ProgramId)} {nameof(ReferralInvitation.QualifiedCount)}")] ReferralInvitation invitation, ByIdDataLoader<ReferralProgram> programs, CancellationToken cancellationToken) =>
        await programs.LoadAsync(invitation.ProgramId, cancellationToken) is { Currency: { } currency } program && program.PriceWith(invitation.QualifiedCount) is { } price
            ? new Money(price, currency)
            : null;

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<ReferralFilterInput>]
    [UseSorting<ReferralSortInput>]
    [GraphQLDescription("Whom the member brought themselves. Everybody below them: referralTree.")]
    public static IQueryable<Referral> GetReferrals([Parent(nameof(ReferralInvitation.Id))] ReferralInvitation invitation, CommunityDbContext db) =>
        db.Referrals.Where(r => r.InvitationId == invitation.Id);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [GraphQLDescription("What the member got for it, the first first.")]
    public static IQueryable<ReferralReward> GetRewards([Parent(nameof(ReferralInvitation.Id))] ReferralInvitation invitation, CommunityDbContext db) =>
        db.ReferralRewards.Where(r => r.InvitationId == invitation.Id);
}

/// <summary>What a referral leads to.</summary>
[ExtendObjectType<Referral>]
public sealed class ReferralNode
{
    [GraphQLIgnore]
    public static Task<Referral?> GetReferralAsync(long id, ByIdDataLoader<Referral> referrals, CancellationToken cancellationToken) => referrals.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The invitation that they came by: its depth is one less. Null where the caller may not see who invited.")]
    public static Task<ReferralInvitation?> GetInvitationAsync(
        [Parent(nameof(Referral.InvitationId))] Referral referral, ByIdDataLoader<ReferralInvitation> invitations, CancellationToken cancellationToken) =>
        invitations.LoadAsync(referral.InvitationId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The programme; null where the caller sees none of its groups.")]
    public static Task<ReferralProgram?> GetProgramAsync(
        [Parent(nameof(Referral.ProgramId))] Referral referral, ByIdDataLoader<ReferralProgram> programs, CancellationToken cancellationToken) =>
        programs.LoadAsync(referral.ProgramId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Who brought them; null where the caller may not see them.")]
    public static Task<Member?> GetInviterAsync([Parent(nameof(Referral.InviterId))] Referral referral, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(referral.InviterId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Who was brought; null where the caller may not see them.")]
    public static Task<Member?> GetMemberAsync([Parent(nameof(Referral.MemberId))] Referral referral, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(referral.MemberId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The group that they joined; null: none so far.")]
    public static Task<Group?> GetGroupAsync([Parent(nameof(Referral.GroupId))] Referral referral, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(referral.GroupId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The stay that began with it; null: none so far.")]
    public static Task<Membership?> GetMembershipAsync(
        [Parent(nameof(Referral.MembershipId))] Referral referral, ByIdDataLoader<Membership> memberships, CancellationToken cancellationToken) =>
        memberships.LoadAsync(referral.MembershipId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("老带新成交: the first that they bought since they joined; null: nothing so far.")]
    public static Task<Order?> GetOrderAsync([Parent(nameof(Referral.OrderId))] Referral referral, ByIdDataLoader<Order> orders, CancellationToken cancellationToken) =>
        orders.LoadAsync(referral.OrderId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Who looked at it; null: it was decided by the rules.")]
    public static Task<Operator?> GetDecidedByAsync([Parent(nameof(Referral.DecidedById))] Referral referral, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(referral.DecidedById, cancellationToken);
}

/// <summary>What a reward leads to.</summary>
[ExtendObjectType<ReferralReward>]
public sealed class ReferralRewardNode
{
    [GraphQLIgnore]
    public static Task<ReferralReward?> GetReferralRewardAsync(long id, ByIdDataLoader<ReferralReward> rewards, CancellationToken cancellationToken) => rewards.LoadAsync(id, cancellationToken);

    [GraphQLDescription("What it cost us; null: not known.")]
    public static Money? GetCost([Parent($"{nameof(ReferralReward.Cost)} {nameof(ReferralReward.Currency)}")] ReferralReward reward) =>
        reward.Cost is { } amount ? new Money(amount, reward.Currency!) : null;

    [Cost(1)]
    [GraphQLDescription("What was reached.")]
    public static Task<ReferralTier?> GetTierAsync([Parent(nameof(ReferralReward.TierId))] ReferralReward reward, ByIdDataLoader<ReferralTier> tiers, CancellationToken cancellationToken) =>
        tiers.LoadAsync(reward.TierId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Who got it; null where the caller may not see them.")]
    public static Task<Member?> GetMemberAsync([Parent(nameof(ReferralReward.MemberId))] ReferralReward reward, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(reward.MemberId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("For POINTS: the line of the ledger.")]
    public static Task<PointEntry?> GetPointEntryAsync([Parent(nameof(ReferralReward.PointEntryId))] ReferralReward reward, ByIdDataLoader<PointEntry> entries, CancellationToken cancellationToken) =>
        entries.LoadAsync(reward.PointEntryId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("For COUPON: the coupon.")]
    public static Task<Coupon?> GetCouponAsync([Parent(nameof(ReferralReward.CouponId))] ReferralReward reward, ByIdDataLoader<Coupon> coupons, CancellationToken cancellationToken) =>
        coupons.LoadAsync(reward.CouponId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("For GIFT: the gift.")]
    public static Task<Gift?> GetGiftAsync([Parent(nameof(ReferralReward.GiftId))] ReferralReward reward, ByIdDataLoader<Gift> gifts, CancellationToken cancellationToken) =>
        gifts.LoadAsync(reward.GiftId, cancellationToken);
}

/// <summary>The invitations of a member.</summary>
[ExtendObjectType<Member>]
public sealed class MemberInvitations
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<ReferralInvitationFilterInput>]
    [UseSorting<ReferralInvitationSortInput>]
    [GraphQLDescription("Their links and codes to invite friends with.")]
    public static IQueryable<ReferralInvitation> GetReferralInvitations([Parent(nameof(Member.Id))] Member member, CommunityDbContext db) => db.ReferralInvitations.Where(i => i.MemberId == member.Id);
}
