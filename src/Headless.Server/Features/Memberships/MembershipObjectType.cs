using Headless.Server.Access;

namespace Headless.Server.Features.Memberships;

/// <summary><c>type Membership</c>.</summary>
public sealed class MembershipObjectType : ObjectType<Membership>
{
    protected override void Configure(IObjectTypeDescriptor<Membership> descriptor)
    {
        descriptor.Description("One stay of a member in a group: who leaves and returns has two. A member has at most one open stay in a group.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(m => m.Id).ResolveNodeWith<MembershipNode>(n => MembershipNode.GetMembershipAsync(default, default!, default));
        descriptor.Field(m => m.Id).Description("The global id, stable for the life of the stay: use it as cache key.");
        descriptor.Field(m => m.Role).Description("What the member is to the group.");
        descriptor.Field(m => m.AccountKind).Description("Who is behind the account. All but CUSTOMER are left out of every member metric.");
        descriptor.Field(m => m.StaffDuty).Description("What an account that staff controls is declared to be there for; null: not declared, or a customer's.");
        descriptor.Field(m => m.Nickname).Description("What the member is called in the group.");
        descriptor.Field(m => m.JoinedAt).Description("When the stay began; the first sign of it where joinKnown is false.");
        descriptor.Field(m => m.JoinKnown).Description("Whether the joining itself was seen; false: the member was first noticed speaking.");
        descriptor.Field(m => m.JoinSource).Description("How they came, technically; null: unknown.");
        descriptor.Field(m => m.JoinReason).Description("Why they came; null: unknown.");
        descriptor.Field(m => m.JoinChannel).Description("The channel in the brand's own words: 公众号, 抖音, offline shop.");
        descriptor.Field(m => m.JoinNote).Authorize(Policies.ReadPersonalData).Description("Anything else about the joining.");
        descriptor.Field(m => m.LeftAt).Description("When the stay ended; null while it lasts.");
        descriptor.Field(m => m.LeaveKind).Description("Who ended it; null while it lasts.");
        descriptor.Field(m => m.LeaveReason).Authorize(Policies.ReadPersonalData).Description("Why it ended, where somebody said so.");
        descriptor.Field(m => m.LeaveReasonSource).Description("Where the reason comes from; null while the stay lasts.");
        descriptor.Field(m => m.JoinPolicyBroken).Description("Whether they came although the group's join policy did not let them: recorded as a fact, and flagged.");
        descriptor.Field(m => m.WelcomedAt).Description("When a welcome was sent to them; null: none that is known.");
        descriptor.Field(m => m.NicknameCompliance).Description("Whether the nickname keeps the group's rule; null: the rule has no pattern, or no nickname is known.");
        descriptor.Field(m => m.NicknameRemindedAt).Description("When they were last reminded of the rule.");
        descriptor.Field(m => m.IsOpen).ParentRequires(nameof(Membership.LeftAt)).Description("Whether the stay lasts.");
        descriptor.Field(m => m.Strikes).Description("Violations counted against the member in this stay.");
        descriptor.Field(m => m.LastMessageAt).Description("The time of the member's latest message in this stay; null before the first.");
        descriptor.Field(m => m.AttentionState).Description("Whether the member still sees the group's messages; UNKNOWN where the platform has not told.");
        descriptor.Field(m => m.AttentionSince).Description("Since when; null while unknown.");
        descriptor.Field(m => m.CreatedAt).Description("When the stay was entered here.");
        descriptor.Field(m => m.UpdatedAt).Description("When it was last changed here.");
        descriptor.Field(m => m.Version).Description("Goes up with every change. Send it back with an update to be told when somebody else was faster.");
    }
}
