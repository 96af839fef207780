namespace Headless.Server.Features.Operators;

/// <summary><c>type Operator</c>: what colleagues may know of each other.</summary>
public sealed class OperatorObjectType : ObjectType<Operator>
{
    protected override void Configure(IObjectTypeDescriptor<Operator> descriptor)
    {
        descriptor.Description("A staff person, or a machine that acts as one.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(o => o.Id).ResolveNodeWith<OperatorNode>(n => OperatorNode.GetOperatorAsync(default, default!, default));
        descriptor.Field(o => o.Id).Description("The global id, stable for the life of the operator: use it as cache key.");
        descriptor.Field(o => o.Name).Description("The name that colleagues know them by.");
        descriptor.Field(o => o.Role).Description("What they may do; in their groups only for OWNER and ADMIN.");
        descriptor.Field(o => o.Duties).ParentRequires(nameof(Operator.DutyFlags))
            .Description("What they do in the team. It says, and opens nothing: what they may do is decided by the role.");
        descriptor.Field(o => o.Department).Description("The department that they belong to, in the organisation's own words.");
        descriptor.Field(o => o.IsActive).Description("Whether they may act at all. The keys of an inactive operator open nothing.");
        descriptor.Field(o => o.CreatedAt).Description("When they were entered here.");
        descriptor.Field(o => o.UpdatedAt).Description("When they were last changed here.");
        descriptor.Field(o => o.Version).Description("Goes up with every change. Send it back with an update to be told when somebody else was faster.");
    }
}

/// <summary><c>enum OperatorRole</c>.</summary>
public sealed class OperatorRoleEnumType : EnumType<OperatorRole>
{
    protected override void Configure(IEnumTypeDescriptor<OperatorRole> descriptor)
    {
        descriptor.Description("What an operator may do.");
        descriptor.Value(OperatorRole.Lead).Description("总负责人: everything.");
        descriptor.Value(OperatorRole.Owner).Description("群主: runs the groups that are assigned to them.");
        descriptor.Value(OperatorRole.Admin).Description("管理员: helps in the groups that are assigned to them.");
        descriptor.Value(OperatorRole.Analyst).Description("Reads everything but personal data.");
        descriptor.Value(OperatorRole.Integration).Description("A machine with an API key and scopes.");
    }
}

/// <summary><c>enum OperatorDuty</c>.</summary>
public sealed class OperatorDutyEnumType : EnumType<OperatorDuty>
{
    protected override void Configure(IEnumTypeDescriptor<OperatorDuty> descriptor)
    {
        descriptor.Description("What a staff person does, or what an account that staff controls is declared to be there for.");
        descriptor.Value(OperatorDuty.UserOperations).Description("用户运营: wins, screens, answers and looks after people.");
        descriptor.Value(OperatorDuty.CampaignOperations).Description("活动运营: introduces campaigns, preheats them and answers questions about them.");
        descriptor.Value(OperatorDuty.ContentOperations).Description("内容运营: writes and publishes content.");
        descriptor.Value(OperatorDuty.Sales).Description("Sells: an account that does has to be declared as such.");
        descriptor.Value(OperatorDuty.Support).Description("客服: answers customers about what they bought.");
        descriptor.Value(OperatorDuty.Moderation).Description("Keeps order.");
    }
}
