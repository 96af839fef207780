using Headless.Server.Access;

namespace Headless.Server.Features.Referrals;

/// <summary><c>type ReferralProgram</c>.</summary>
public sealed class ReferralProgramObjectType : ObjectType<ReferralProgram>
{
    protected override void Configure(IObjectTypeDescriptor<ReferralProgram> descriptor)
    {
        descriptor.Description("Members bring friends into groups and get something for those who qualify: never a member of any group before, a customer's account, long enough in the group, counted for one inviter.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(p => p.Id).ResolveNodeWith<ReferralProgramNode>(n => ReferralProgramNode.GetReferralProgramAsync(default, default!, default));
        descriptor.Field(p => p.Id).Description("The global id, stable for the life of the programme: use it as cache key.");
        descriptor.Field(p => p.Name).Description("The name; unique.");
        descriptor.Field(p => p.Mechanic).Description("How friends are brought.");
        descriptor.Field(p => p.Status).Description("Where it stands.");
        descriptor.Field(p => p.LandingUrl).Description("The page that invitations lead to; null: there is none.");
        descriptor.Field(p => p.StayDays).Description("How many days a friend has to stay to qualify.");
        descriptor.Field(p => p.RequiresOrder).Description("Whether a friend has to buy something to qualify.");
        descriptor.Field(p => p.OrderDays).Description("Within how many days after joining, where they have to.");
        descriptor.Field(p => p.RoundHours).Description("For how many hours an invitation takes friends; null: as long as the programme does.");
        descriptor.Field(p => p.MaxDailyJoins).Description("With more friends of one member than this within 24 hours, the next ones are held; null: never.");
        descriptor.Field(p => p.PromptLimit).Description("How often a member is asked to invite within promptDays, by whatever programme.");
        descriptor.Field(p => p.PromptDays).Description("The days that count for promptLimit.");
        descriptor.Field(p => p.StartsAt).Description("From when on friends count; null: from activatedAt.");
        descriptor.Field(p => p.EndsAt).Description("Until when; null: until it is closed.");
        descriptor.Field(p => p.ActivatedAt).Description("When it first became ACTIVE: who joined before does not count.");
        descriptor.Field(p => p.CreatedAt).Description("When it was made.");
        descriptor.Field(p => p.UpdatedAt).Description("When it was last changed.");
        descriptor.Field(p => p.Version).Description("Goes up with every change. Send it back with a change to be told when somebody else was faster.");
    }
}

/// <summary><c>type ReferralTier</c>.</summary>
public sealed class ReferralTierObjectType : ObjectType<ReferralTier>
{
    protected override void Configure(IObjectTypeDescriptor<ReferralTier> descriptor)
    {
        descriptor.Description("邀请 3 人解锁: how many have to qualify, and what for.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(t => t.Id).ResolveNodeWith<ReferralTierNode>(n => ReferralTierNode.GetReferralTierAsync(default, default!, default));
        descriptor.Field(t => t.Id).Description("The global id.");
        descriptor.Field(t => t.Threshold).Description("How many have to qualify.");
        descriptor.Field(t => t.Name).Description("What is unlocked, in words.");
        descriptor.Field(t => t.IsRepeating).Description("Whether it is given again for each so many more.");
        descriptor.Field(t => t.Kind).Description("What is given.");
        descriptor.Field(t => t.Points).Description("How many points; null where it is something else.");
    }
}

/// <summary><c>type ReferralInvitation</c>.</summary>
public sealed class ReferralInvitationObjectType : ObjectType<ReferralInvitation>
{
    protected override void Configure(IObjectTypeDescriptor<ReferralInvitation> descriptor)
    {
        descriptor.Description("A member's link and code in a referral programme. Its counts are no edits, so version stays.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(i => i.Id).ResolveNodeWith<ReferralInvitationNode>(n => ReferralInvitationNode.GetInvitationAsync(default, default!, default));
        descriptor.Field(i => i.Id).Description("The global id, stable for the life of the invitation: use it as cache key.");
        descriptor.Field(i => i.Code).Description("What friends bring along; unique, never given again.");
        descriptor.Field(i => i.Round).Description("Which one of the member's in the programme, from 1.");
        descriptor.Field(i => i.ExpiresAt).Description("Until when friends count; null: as long as the programme takes them.");
        descriptor.Field(i => i.RevokedAt).Description("When it was taken back; null: it was not.");
        descriptor.Field(i => i.RevokeReason).Authorize(Policies.ReadPersonalData).Description("Why it was taken back. Personal data: needs READ_PERSONAL_DATA.");
        descriptor.Field(i => i.Depth).Description("How many invitations are above it: 0 for a member whom nobody in the programme brought. At most 19; whoever comes below begins a tree of their own.");
        descriptor.Field(i => i.JoinedCount).Description("How many friends joined, whatever became of them.");
        descriptor.Field(i => i.QualifiedCount).Description("How many of them count.");
        descriptor.Field(i => i.CreatedAt).Description("When it was made.");
        descriptor.Field(i => i.UpdatedAt).Description("When it was last changed; friends who come do not change it.");
        descriptor.Field(i => i.Version).Description("Goes up with every change. Send it back with a change to be told when somebody else was faster.");
    }
}

/// <summary><c>type Referral</c>.</summary>
public sealed class ReferralObjectType : ObjectType<Referral>
{
    protected override void Configure(IObjectTypeDescriptor<Referral> descriptor)
    {
        descriptor.Description("A member was brought by another: in a programme once, for one inviter.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(r => r.Id).ResolveNodeWith<ReferralNode>(n => ReferralNode.GetReferralAsync(default, default!, default));
        descriptor.Field(r => r.Id).Description("The global id, stable for the life of the referral: use it as cache key.");
        descriptor.Field(r => r.Status).Description("Where they stand.");
        descriptor.Field(r => r.Reason).Description("Why they do not count, or are held; null: nothing speaks against them.");
        descriptor.Field(r => r.Depth).Description("How deep in the tree: 1 for friends of a member whom nobody in the programme brought.");
        descriptor.Field(r => r.JoinedAt).Description("When they joined; null: they have not.");
        descriptor.Field(r => r.DueAt).Description("When it is decided next; null: it is decided, or they have not joined.");
        descriptor.Field(r => r.OrderDueAt).Description("Until when they have to buy; null: they need not.");
        descriptor.Field(r => r.DecidedAt).Description("When it was decided; null: it is not.");
        descriptor.Field(r => r.Note).Authorize(Policies.ReadPersonalData).Description("What whoever looked at it noted. Personal data: needs READ_PERSONAL_DATA.");
        descriptor.Field(r => r.CreatedAt).Description("When it was first known here.");
        descriptor.Field(r => r.UpdatedAt).Description("When it was last changed.");
        descriptor.Field(r => r.Version).Description("Goes up with every change. Send it back with a change to be told when somebody else was faster.");
    }
}

/// <summary><c>type ReferralReward</c>.</summary>
public sealed class ReferralRewardObjectType : ObjectType<ReferralReward>
{
    protected override void Configure(IObjectTypeDescriptor<ReferralReward> descriptor)
    {
        descriptor.Description("Something that a member got for a tier: once for each time that it was earned.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(r => r.Id).ResolveNodeWith<ReferralRewardNode>(n => ReferralRewardNode.GetReferralRewardAsync(default, default!, default));
        descriptor.Field(r => r.Id).Description("The global id.");
        descriptor.Field(r => r.Number).Description("Which one, from 1: more than 1 for a tier that repeats.");
        descriptor.Field(r => r.CreatedAt).Description("When it was given.");
    }
}
