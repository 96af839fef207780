namespace Headless.Server.Features.Operators;

/// <summary><c>type GroupAssignment</c>.</summary>
public sealed class GroupAssignmentObjectType : ObjectType<GroupAssignment>
{
    protected override void Configure(IObjectTypeDescriptor<GroupAssignment> descriptor)
    {
        descriptor.Description("An operator works in a group, from one time until another. It decides what an OWNER or ADMIN sees.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(a => a.Id)
            .ResolveNodeWith<GroupAssignmentNode>(n => GroupAssignmentNode.GetGroupAssignmentAsync(default, default!, default));
        descriptor.Field(a => a.Id).Description("The global id.");
        descriptor.Field(a => a.Role).Description("What the operator is in this group.");
        descriptor.Field(a => a.Since).Description("When it began.");
        descriptor.Field(a => a.Until).Description("When it ended or will end; null while no end is known.");
        descriptor.Field(a => a.CreatedAt).Description("When it was entered here.");
        descriptor.Field(a => a.UpdatedAt).Description("When it was last changed here.");
        descriptor.Field(a => a.Version).Description("Goes up with every change. Send it back with a change to be told when somebody else was faster.");
    }
}

/// <summary><c>enum AssignmentRole</c>.</summary>
public sealed class AssignmentRoleEnumType : EnumType<AssignmentRole>
{
    protected override void Configure(IEnumTypeDescriptor<AssignmentRole> descriptor)
    {
        descriptor.Description("What an operator is in one group.");
        descriptor.Value(AssignmentRole.Owner).Description("群主: answers for the group.");
        descriptor.Value(AssignmentRole.Admin).Description("管理员: one of the one to three who help.");
    }
}

/// <summary><c>input GroupAssignmentFilterInput</c>.</summary>
public sealed class GroupAssignmentFilterInput : FilterInputType<GroupAssignment>
{
    protected override void Configure(IFilterInputTypeDescriptor<GroupAssignment> descriptor)
    {
        descriptor.Description("Conditions on assignments; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(a => a.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(a => a.Role).Description("What the operator is in the group.");
        descriptor.Field(a => a.Since).Description("When it began.");
        descriptor.Field(a => a.Until).Description("When it ended or will end.");
    }
}

/// <summary><c>input GroupAssignmentSortInput</c>.</summary>
public sealed class GroupAssignmentSortInput : SortInputType<GroupAssignment>
{
    protected override void Configure(ISortInputTypeDescriptor<GroupAssignment> descriptor)
    {
        descriptor.Description("The order of assignments. Assignments that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(a => a.Role).Description("By role.");
        descriptor.Field(a => a.Since).Description("By time of beginning.");
        descriptor.Field(a => a.Until).Description("By time of end.");
    }
}
