using Headless.Server.Features.EntryPoints;
using Headless.Server.Features.Groups;
using Headless.Server.Features.JoinChannels;
using Headless.Server.Features.Members;
using Headless.Server.Features.Operators;

namespace Headless.Server.Features.Memberships;

/// <summary><c>input MembershipFilterInput</c>.</summary>
public sealed class MembershipFilterInput : FilterInputType<Membership>
{
    protected override void Configure(IFilterInputTypeDescriptor<Membership> descriptor)
    {
        descriptor.Description("Conditions on stays; all that are given must hold. leftAt: { eq: null } finds those that last.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(m => m.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(m => m.Group).Type<GroupFilterInput>().Description("The group.");
        descriptor.Field(m => m.Member).Type<MemberFilterInput>().Description("The member.");
        descriptor.Field(m => m.Role).Description("What the member is to the group.");
        descriptor.Field(m => m.AccountKind).Description("Who is behind the account.");
        descriptor.Field(m => m.ControlledBy).Type<OperatorFilterInput>().Description("The operator who answers for the account.");
        descriptor.Field(m => m.StaffDuty).Description("What an account of staff is declared to be there for; null finds what nobody declared.");
        descriptor.Field(m => m.Nickname).Description("What the member is called in the group.");
        descriptor.Field(m => m.JoinedAt).Description("When the stay began.");
        descriptor.Field(m => m.JoinKnown).Description("Whether the joining itself was seen.");
        descriptor.Field(m => m.JoinSource).Description("How they came, technically.");
        descriptor.Field(m => m.JoinReason).Description("Why they came.");
        descriptor.Field(m => m.JoinChannel).Description("The channel in the brand's own words.");
        descriptor.Field(m => m.LeftAt).Description("When the stay ended; null while it lasts.");
        descriptor.Field(m => m.LeaveKind).Description("Who ended it.");
        descriptor.Field(m => m.LeaveReasonSource).Description("Where the reason of the leave comes from.");
        descriptor.Field(m => m.Channel).Type<JoinChannelFilterInput>().Description("The channel through which they came, as it is kept here.");
        descriptor.Field(m => m.EntryPoint).Type<EntryPointFilterInput>().Description("The code or link through which they came.");
        descriptor.Field(m => m.JoinPolicyBroken).Description("Whether they came although the join policy did not let them.");
        descriptor.Field(m => m.WelcomedAt).Description("When a welcome was sent to them; null finds those to whom none was.");
        descriptor.Field(m => m.NicknameCompliance).Description("Whether the nickname keeps the group's rule.");
        descriptor.Field(m => m.LastMessageAt).Description("The time of the latest message.");
        descriptor.Field(m => m.AttentionState).Description("Whether the member still sees the group's messages.");
        descriptor.Field(m => m.CreatedAt).Description("When the stay was entered here.");
        descriptor.Field(m => m.UpdatedAt).Description("When it was last changed here.");
    }
}

/// <summary><c>input MembershipSortInput</c>.</summary>
public sealed class MembershipSortInput : SortInputType<Membership>
{
    protected override void Configure(ISortInputTypeDescriptor<Membership> descriptor)
    {
        descriptor.Description("The order of stays. Stays that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(m => m.Nickname).Description("By nickname.");
        descriptor.Field(m => m.JoinedAt).Description("By beginning.");
        descriptor.Field(m => m.LeftAt).Description("By end.");
        descriptor.Field(m => m.LastMessageAt).Description("By the time of the latest message.");
        descriptor.Field(m => m.CreatedAt).Description("By time of entry.");
        descriptor.Field(m => m.UpdatedAt).Description("By time of the last change.");
    }
}
