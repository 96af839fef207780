using Headless.Server.Access;

namespace Headless.Server.Features.Members;

/// <summary><c>type Member</c>.</summary>
public sealed class MemberObjectType : ObjectType<Member>
{
    protected override void Configure(IObjectTypeDescriptor<Member> descriptor)
    {
        descriptor.Description("A person, in however many groups and on however many platforms.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(m => m.Id).ResolveNodeWith<MemberNode>(n => MemberNode.GetMemberAsync(default, default!, default));
        descriptor.Field(m => m.Id).Description("The global id, stable for the life of the member: use it as cache key.");
        descriptor.Field(m => m.DisplayName).Description("The name that staff see; at first the one of the first identity.");
        descriptor.Field(m => m.Gender).Description("The gender, where they told it.");
        descriptor.Field(m => m.Class).Description("What kind of customer they are, by memberClassRules; UNCLASSIFIED while nobody has set them.");
        descriptor.Field(m => m.Engagement).Description("How much they take part, by the days of the last four weeks on which they said something in any group; looked at once a day.");
        descriptor.Field(m => m.EngagementSince).Description("Since when; null: it has not changed since it was first known.");
        descriptor.Field(m => m.ClassSince).Description("Since when they are in that class; null: they have never been in another.");
        descriptor.Field(m => m.BirthYear).Authorize(Policies.ReadPersonalData).Description("The year of birth. Personal data: needs READ_PERSONAL_DATA.");
        descriptor.Field(m => m.Region).Description("The province or state that they live in.");
        descriptor.Field(m => m.City).Description("The city that they live in.");
        descriptor.Field(m => m.Phone).Authorize(Policies.ReadPersonalData).Description("The telephone number. Personal data: needs READ_PERSONAL_DATA.");
        descriptor.Field(m => m.Email).Authorize(Policies.ReadPersonalData).Description("The e-mail address. Personal data: needs READ_PERSONAL_DATA.");
        descriptor.Field(m => m.PreferredContactChannel).Description("How they want to be reached; null while unknown.");
        descriptor.Field(m => m.Note).Authorize(Policies.ReadPersonalData).Description("What staff should know. Personal data: needs READ_PERSONAL_DATA.");
        descriptor.Field(m => m.ErasedAt).Description("When the person was removed from the record; null: they are in it.");
        descriptor.Field(m => m.FirstSeenAt).Description("The time of their first activity anywhere; null before it.");
        descriptor.Field(m => m.LastActiveAt).Description("The time of their last activity anywhere; null before the first.");
        descriptor.Field(m => m.CreatedAt).Description("When they were entered here.");
        descriptor.Field(m => m.UpdatedAt).Description("When they were last changed here.");
        descriptor.Field(m => m.Version).Description("Goes up with every change. Send it back with an update to be told when somebody else was faster.");
    }
}

/// <summary><c>type Identity</c>.</summary>
public sealed class IdentityObjectType : ObjectType<Identity>
{
    protected override void Configure(IObjectTypeDescriptor<Identity> descriptor)
    {
        descriptor.Description("An account that a member has on a platform.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(i => i.Id).ResolveNodeWith<IdentityNode>(n => IdentityNode.GetIdentityAsync(default, default!, default));
        descriptor.Field(i => i.Id).Description("The global id.");
        descriptor.Field(i => i.Platform).Description("The chat platform that the account is on.");
        descriptor.Field(i => i.ExternalId).Description("The account's id there: a union id, a user id, an IRC nick. With the platform it belongs to one member only.");
        descriptor.Field(i => i.DisplayName).Description("What the account calls itself there.");
        descriptor.Field(i => i.IsVerified).Description("Whether somebody has checked that the account is this person's.");
        descriptor.Field(i => i.IsPrimary).ParentRequires(nameof(Identity.PrimarySince)).Description("Whether it is the account to reach the member by; at most one of theirs is.");
        descriptor.Field(i => i.CreatedAt).Description("When it was entered here.");
        descriptor.Field(i => i.UpdatedAt).Description("When it was last changed here.");
        descriptor.Field(i => i.Version).Description("Goes up with every change.");
    }
}
