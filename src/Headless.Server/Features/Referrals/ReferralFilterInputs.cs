using Headless.Server.Features.Campaigns;
using Headless.Server.Features.Groups;
using Headless.Server.Features.Members;

namespace Headless.Server.Features.Referrals;

/// <summary><c>input ReferralProgramFilterInput</c>.</summary>
public sealed class ReferralProgramFilterInput : FilterInputType<ReferralProgram>
{
    protected override void Configure(IFilterInputTypeDescriptor<ReferralProgram> descriptor)
    {
        descriptor.Description("Conditions on referral programmes; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(p => p.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(p => p.Name).Description("The name.");
        descriptor.Field(p => p.Mechanic).Description("How friends are brought.");
        descriptor.Field(p => p.Status).Description("Where it stands.");
        descriptor.Field(p => p.Campaign).Type<CampaignFilterInput>().Description("The campaign that it is part of.");
    }
}

/// <summary><c>input ReferralProgramSortInput</c>.</summary>
public sealed class ReferralProgramSortInput : SortInputType<ReferralProgram>
{
    protected override void Configure(ISortInputTypeDescriptor<ReferralProgram> descriptor)
    {
        descriptor.Description("The order of referral programmes. Those that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(p => p.Name).Description("By name.");
        descriptor.Field(p => p.Status).Description("By status.");
    }
}

/// <summary><c>input ReferralInvitationFilterInput</c>.</summary>
public sealed class ReferralInvitationFilterInput : FilterInputType<ReferralInvitation>
{
    protected override void Configure(IFilterInputTypeDescriptor<ReferralInvitation> descriptor)
    {
        descriptor.Description("Conditions on invitations; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(i => i.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(i => i.Code).Description("What friends bring along.");
        descriptor.Field(i => i.QualifiedCount).Description("How many friends count.");
        descriptor.Field(i => i.JoinedCount).Description("How many friends joined.");
        descriptor.Field(i => i.ExpiresAt).Description("Until when friends count.");
        descriptor.Field(i => i.CreatedAt).Description("When it was made.");
        descriptor.Field(i => i.Program).Type<ReferralProgramFilterInput>().Description("The programme.");
        descriptor.Field(i => i.Member).Type<MemberFilterInput>().Description("Who invites.");
    }
}

/// <summary><c>input ReferralInvitationSortInput</c>.</summary>
public sealed class ReferralInvitationSortInput : SortInputType<ReferralInvitation>
{
    protected override void Configure(ISortInputTypeDescriptor<ReferralInvitation> descriptor)
    {
        descriptor.Description("The order of invitations. Those that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(i => i.QualifiedCount).Description("By how many friends count.");
        descriptor.Field(i => i.JoinedCount).Description("By how many friends joined.");
        descriptor.Field(i => i.ExpiresAt).Description("By end.");
        descriptor.Field(i => i.CreatedAt).Description("By time of making.");
    }
}

/// <summary><c>input ReferralFilterInput</c>.</summary>
public sealed class ReferralFilterInput : FilterInputType<Referral>
{
    protected override void Configure(IFilterInputTypeDescriptor<Referral> descriptor)
    {
        descriptor.Description("Conditions on referrals; all that are given must hold. What somebody has to look at: status HELD.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(r => r.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(r => r.Status).Description("Where they stand.");
        descriptor.Field(r => r.Reason).Description("Why they do not count, or are held.");
        descriptor.Field(r => r.Depth).Description("How deep in the tree.");
        descriptor.Field(r => r.JoinedAt).Description("When they joined.");
        descriptor.Field(r => r.DecidedAt).Description("When it was decided.");
        descriptor.Field(r => r.CreatedAt).Description("When it was first known here.");
        descriptor.Field(r => r.Program).Type<ReferralProgramFilterInput>().Description("The programme.");
        descriptor.Field(r => r.Inviter).Type<MemberFilterInput>().Description("Who brought them.");
        descriptor.Field(r => r.Member).Type<MemberFilterInput>().Description("Who was brought.");
        descriptor.Field(r => r.Group).Type<GroupFilterInput>().Description("The group that they joined.");
    }
}

/// <summary><c>input ReferralSortInput</c>.</summary>
public sealed class ReferralSortInput : SortInputType<Referral>
{
    protected override void Configure(ISortInputTypeDescriptor<Referral> descriptor)
    {
        descriptor.Description("The order of referrals. Those that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(r => r.Depth).Description("By depth in the tree.");
        descriptor.Field(r => r.JoinedAt).Description("By time of joining.");
        descriptor.Field(r => r.DecidedAt).Description("By time of decision.");
        descriptor.Field(r => r.CreatedAt).Description("By when it was first known here.");
    }
}
