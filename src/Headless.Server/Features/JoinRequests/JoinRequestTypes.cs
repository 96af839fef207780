using Headless.Server.Access;
using Headless.Server.Features.Groups;
using Headless.Server.Features.Members;

namespace Headless.Server.Features.JoinRequests;

/// <summary><c>type JoinRequest</c>.</summary>
public sealed class JoinRequestObjectType : ObjectType<JoinRequest>
{
    protected override void Configure(IObjectTypeDescriptor<JoinRequest> descriptor)
    {
        descriptor.Description("Somebody asked to come into a group.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(r => r.Id).ResolveNodeWith<JoinRequestNode>(n => JoinRequestNode.GetJoinRequestAsync(default, default!, default));
        descriptor.Field(r => r.Id).Description("The global id.");
        descriptor.Field(r => r.Status).Description("Where it stands.");
        descriptor.Field(r => r.Platform).Description("The platform of the account that asks.");
        descriptor.Field(r => r.AccountExternalId).Authorize(Policies.ReadPersonalData).Description("The account's id there. Personal data: needs READ_PERSONAL_DATA.");
        descriptor.Field(r => r.DisplayName).Authorize(Policies.ReadPersonalData).Description("What the account calls itself. Personal data: needs READ_PERSONAL_DATA.");
        descriptor.Field(r => r.Note).Authorize(Policies.ReadPersonalData).Description("What they said. Personal data: needs READ_PERSONAL_DATA.");
        descriptor.Field(r => r.RequestedAt).Description("When it was asked.");
        descriptor.Field(r => r.ExpiresAt).Description("When it is too old to be decided.");
        descriptor.Field(r => r.DecidedAt).Description("When it was decided, expired or was taken back.");
        descriptor.Field(r => r.DecisionReason).Authorize(Policies.ReadPersonalData).Description("Why, for the one who asks. Personal data: needs READ_PERSONAL_DATA.");
        descriptor.Field(r => r.IsException).Description("Whether it was approved although a requirement was not met.");
        descriptor.Field(r => r.JoinedAt).Description("When they came in; null: not yet.");
        descriptor.Field(r => r.Version).Description("Goes up with every change. Send it back with a decision to be told when somebody else was faster.");
    }
}

/// <summary><c>enum JoinRequestStatus</c>.</summary>
public sealed class JoinRequestStatusEnumType : EnumType<JoinRequestStatus>
{
    protected override void Configure(IEnumTypeDescriptor<JoinRequestStatus> descriptor)
    {
        descriptor.Description("Where a join request stands.");
        descriptor.Value(JoinRequestStatus.Pending).Description("Waits for a decision.");
        descriptor.Value(JoinRequestStatus.Approved).Description("They may come in.");
        descriptor.Value(JoinRequestStatus.Rejected).Description("They may not.");
        descriptor.Value(JoinRequestStatus.Expired).Description("Nobody decided in time; they may ask again.");
        descriptor.Value(JoinRequestStatus.Withdrawn).Description("The one who asked took it back.");
    }
}

/// <summary><c>input JoinRequestFilterInput</c>: nothing that says who asks but the member, whose own filter guards that.</summary>
public sealed class JoinRequestFilterInput : FilterInputType<JoinRequest>
{
    protected override void Configure(IFilterInputTypeDescriptor<JoinRequest> descriptor)
    {
        descriptor.Description("Conditions on join requests; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(r => r.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(r => r.Status).Description("Where it stands.");
        descriptor.Field(r => r.RequestedAt).Description("When it was asked.");
        descriptor.Field(r => r.ExpiresAt).Description("When it is too old to be decided.");
        descriptor.Field(r => r.Group).Type<GroupFilterInput>().Description("The group.");
        descriptor.Field(r => r.Member).Type<MemberFilterInput>().Description("The member who asks.");
    }
}

/// <summary><c>input JoinRequestSortInput</c>.</summary>
public sealed class JoinRequestSortInput : SortInputType<JoinRequest>
{
    protected override void Configure(ISortInputTypeDescriptor<JoinRequest> descriptor)
    {
        descriptor.Description("The order of join requests. Requests that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(r => r.RequestedAt).Description("By the time at which it was asked.");
        descriptor.Field(r => r.ExpiresAt).Description("By the time at which it is too old.");
    }
}
