namespace Headless.Server.Features.Referrals;

/// <summary><c>enum ReferralMechanic</c>.</summary>
public sealed class ReferralMechanicEnumType : EnumType<ReferralMechanic>
{
    protected override void Configure(IEnumTypeDescriptor<ReferralMechanic> descriptor)
    {
        descriptor.Description("How members bring friends.");
        descriptor.Value(ReferralMechanic.Invite).Description("邀请: by a link or code.");
        descriptor.Value(ReferralMechanic.Poster).Description("海报: by a poster that carries the code; needs posterId.");
        descriptor.Value(ReferralMechanic.GroupBuying).Description("拼团: friends have to buy before the round ends; needs roundHours.");
        descriptor.Value(ReferralMechanic.Bargain).Description("砍价: each friend who qualifies takes something off a price before the round ends; needs roundHours and the three prices.");
        descriptor.Value(ReferralMechanic.Distribution).Description("分销: friends have to buy. Only whom a member brought themselves counts for them: nothing is earned further down.");
    }
}

/// <summary><c>enum ReferralProgramStatus</c>.</summary>
public sealed class ReferralProgramStatusEnumType : EnumType<ReferralProgramStatus>
{
    protected override void Configure(IEnumTypeDescriptor<ReferralProgramStatus> descriptor)
    {
        descriptor.Description("Where a referral programme stands: DRAFT → ACTIVE ⇄ PAUSED → CLOSED; a draft can be closed, too.");
        descriptor.Value(ReferralProgramStatus.Draft).Description("Not begun.");
        descriptor.Value(ReferralProgramStatus.Active).Description("Friends count.");
        descriptor.Value(ReferralProgramStatus.Paused).Description("Nobody new counts; who is on the way still qualifies.");
        descriptor.Value(ReferralProgramStatus.Closed).Description("Over; who is on the way still qualifies, and what was reached can be claimed.");
    }
}

/// <summary><c>enum ReferralRewardKind</c>.</summary>
public sealed class ReferralRewardKindEnumType : EnumType<ReferralRewardKind>
{
    protected override void Configure(IEnumTypeDescriptor<ReferralRewardKind> descriptor)
    {
        descriptor.Description("What is given for having brought so many.");
        descriptor.Value(ReferralRewardKind.Privilege).Description("Something that is unlocked elsewhere; here it is noted, once.");
        descriptor.Value(ReferralRewardKind.Points).Description("Points of a programme.");
        descriptor.Value(ReferralRewardKind.Coupon).Description("A coupon.");
        descriptor.Value(ReferralRewardKind.Gift).Description("A gift that an incentive budget pays for, for the reason RESULT.");
    }
}

/// <summary><c>enum ReferralStatus</c>.</summary>
public sealed class ReferralStatusEnumType : EnumType<ReferralStatus>
{
    protected override void Configure(IEnumTypeDescriptor<ReferralStatus> descriptor)
    {
        descriptor.Description("Where somebody stands who was brought: ACCEPTED → JOINED → QUALIFIED or REJECTED; HELD while somebody has to look.");
        descriptor.Value(ReferralStatus.Accepted).Description("They brought a code along and have not joined.");
        descriptor.Value(ReferralStatus.Joined).Description("They are in the group; the days are not over.");
        descriptor.Value(ReferralStatus.Held).Description("A check found something: somebody has to look.");
        descriptor.Value(ReferralStatus.Qualified).Description("They count.");
        descriptor.Value(ReferralStatus.Rejected).Description("They do not count.");
    }
}

/// <summary><c>enum ReferralReason</c>.</summary>
public sealed class ReferralReasonEnumType : EnumType<ReferralReason>
{
    protected override void Configure(IEnumTypeDescriptor<ReferralReason> descriptor)
    {
        descriptor.Description("Why somebody who was brought does not count, or is held.");
        descriptor.Value(ReferralReason.NotFirstTime).Description("They were a member of a group before: of any, ever.");
        descriptor.Value(ReferralReason.LeftEarly).Description("They left before the days were over.");
        descriptor.Value(ReferralReason.StaffControlled).Description("Staff or a machine control the account.");
        descriptor.Value(ReferralReason.SelfInvited).Description("They brought themselves.");
        descriptor.Value(ReferralReason.CountedForAnother).Description("The platform says that somebody else brought them.");
        descriptor.Value(ReferralReason.NoOrder).Description("They bought nothing in time.");
        descriptor.Value(ReferralReason.SharedContact).Description("Held: the inviter, or somebody else whom they brought, has the same telephone number or e-mail address.");
        descriptor.Value(ReferralReason.TooManyJoins).Description("Held: more came by one member within 24 hours than maxDailyJoins.");
        descriptor.Value(ReferralReason.DecidedByStaff).Description("Staff decided it.");
        descriptor.Value(ReferralReason.InvitationRevoked).Description("The invitation was revoked before it was decided.");
    }
}

/// <summary><c>enum ReferralPromptRefusal</c>.</summary>
public sealed class ReferralPromptRefusalEnumType : EnumType<ReferralPromptRefusal>
{
    protected override void Configure(IEnumTypeDescriptor<ReferralPromptRefusal> descriptor)
    {
        descriptor.Description("Why a member is not to be asked to invite.");
        descriptor.Value(ReferralPromptRefusal.ProgramNotOpen).Description("The programme takes nobody now.");
        descriptor.Value(ReferralPromptRefusal.OptedOut).Description("They do not want to be asked.");
        descriptor.Value(ReferralPromptRefusal.NoContact).Description("They want no contact at all.");
        descriptor.Value(ReferralPromptRefusal.NotEligible).Description("They may not invite: no customer in a group of the programme, or not in its segment.");
        descriptor.Value(ReferralPromptRefusal.AskedEnough).Description("They were asked as often as the programme allows, by whatever programme.");
    }
}
