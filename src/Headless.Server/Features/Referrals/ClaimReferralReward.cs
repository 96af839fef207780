using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Referrals;

[GraphQLDescription("Something that a member has reached.")]
public sealed record ClaimReferralRewardInput(
    [property: ID<ReferralInvitation>] [property: GraphQLDescription("The member's invitation.")] long InvitationId,
    [property: ID<ReferralTier>] [property: GraphQLDescription("What was reached.")] long TierId,
    [property: GraphQLDescription("Which one, from 1, for a tier that repeats; 1 unless given.")] int? Number);

/// <summary>The rules of <see cref="ClaimReferralRewardInput"/>.</summary>
public sealed class ClaimReferralRewardValidator : AbstractValidator<ClaimReferralRewardInput>
{
    private const int MaxNumber = 1_000_000;

    public ClaimReferralRewardValidator() => RuleFor(i => i.Number).InclusiveBetween(1, MaxNumber);
}

/// <summary>Gives members what they have reached, once.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class ClaimReferralRewardMutation
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [Error<DomainException>]
    [GraphQLDescription("Gives a member what they have reached: the points, the coupon or the gift in the same transaction. Claimed again, also by many at once, it answers the reward of the first time. REFERRAL_TIER_NOT_REACHED with how many count; where coupons or a budget are exhausted nothing is given, and it can be claimed later.")]
    public static Task<ReferralReward> ClaimReferralRewardAsync(ClaimReferralRewardInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteRepeatedlyAsync(
            input,
            async session =>
            {
                var (db, ct) = (session.Db, session.CancellationToken);
                var invitation = await session.FindAsync<ReferralInvitation>(input.InvitationId, "invitationId", q => q.Include(i => i.Program));
                var tier = await session.FindAsync<ReferralTier>(input.TierId, "tierId", q => q.Include(t => t.PointProgram).Include(t => t.CouponTemplate).Include(t => t.Budget));
                if (tier.ProgramId != invitation.ProgramId)
                {
                    throw new NotFoundException(nameof(ReferralTier), "tierId");
                }

                // Two records of a person may have been merged, each with an invitation; where there are no rounds they are one.
                var program = invitation.Program;
                var own = program.HasRounds
                    ? db.ReferralInvitations.IgnoreQueryFilters().Where(i => i.Id == invitation.Id)
                    : db.ReferralInvitations.IgnoreQueryFilters().Where(i => i.ProgramId == program.Id && i.MemberId == invitation.MemberId);
                await own.ExecuteUpdateAsync(set => set.SetProperty(i => i.ClaimCount, i => i.ClaimCount + 1), ct);
                var number = input.Number ?? 1;
                if (await db.ReferralRewards.IgnoreQueryFilters().FirstOrDefaultAsync(r => r.TierId == tier.Id && r.Number == number && own.Any(i => i.Id == r.InvitationId), ct) is { } known)
                {
                    return known;
                }

                if (invitation.RevokedAt is not null)
                {
                    throw new DomainException(DomainErrorCodes.InvitationNotOpen, "The invitation was revoked: nothing can be claimed for it.");
                }

                var qualified = await own.Where(i => i.RevokedAt == null).SumAsync(i => i.QualifiedCount, ct);
                if (number > tier.TimesFor(qualified))
                {
                    throw new DomainException(
                        DomainErrorCodes.ReferralTierNotReached,
                        tier.IsRepeating || number == 1 ? $"{qualified} friends count: '{tier.Name}' needs {(long)tier.Threshold * number}." : $"'{tier.Name}' is given once.");
                }

                return await GiveAsync(session, tier, invitation, number);
            },
            cancellationToken);

    private static async Task<ReferralReward> GiveAsync(WriteSession session, ReferralTier tier, ReferralInvitation invitation, int number)
    {
        var (db, ct) = (session.Db, session.CancellationToken);
        var key = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"referral:{tier.Id}:{invitation.Id}:{number}");
        PointEntry? entry = null;
        Coupon? coupon = null;
        Gift? gift = null;
        switch (tier.Kind)
        {
            case ReferralRewardKind.Points:
                tier.PointProgram!.RequireEarning();
                entry = await PointLedger.PostAsync(
                    db, tier.PointProgram,
                    new PointPosting(invitation.MemberId, PointEntryKind.Granted, tier.Points!.Value, session.Now) { ExpiresAt = tier.PointProgram.ExpiryOf(session.Now), Note = tier.Name, IdempotencyKey = key },
                    ct);
                break;
            case ReferralRewardKind.Coupon:
                coupon = await CouponBook.IssueAsync(db, tier.CouponTemplate!, invitation.MemberId, key, session.Now, ct);
                break;
            case ReferralRewardKind.Gift:
                await tier.Budget!.SpendAsync(db, tier.Cost!.Value, tier.Currency!, IncentiveReason.Result, session.Now, ct);
                gift = new Gift
                {
                    MemberId = invitation.MemberId, GroupId = tier.Budget.GroupId, BudgetId = tier.BudgetId, Name = tier.Name, Cost = tier.Cost.Value, Currency = tier.Currency!,
                    Reason = IncentiveReason.Result, SentAt = session.Now, IdempotencyKey = key,
                };
                db.Gifts.Add(gift);
                break;
        }

        var reward = new ReferralReward
        {
            Tier = tier, TierId = tier.Id, InvitationId = invitation.Id, ProgramId = invitation.ProgramId, MemberId = invitation.MemberId, Number = number, Cost = tier.Cost, Currency = tier.Currency,
            PointEntry = entry, Coupon = coupon, Gift = gift,
        };
        db.ReferralRewards.Add(reward);
        session.RecordGiven(reward);
        session.RecordTier(ActivityKind.ReferralRewarded, tier, invitation, number);
        return reward;
    }
}
