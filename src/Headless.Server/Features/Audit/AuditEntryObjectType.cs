namespace Headless.Server.Features.Audit;

/// <summary><c>type AuditEntry</c>.</summary>
public sealed class AuditEntryObjectType : ObjectType<AuditEntry>
{
    protected override void Configure(IObjectTypeDescriptor<AuditEntry> descriptor)
    {
        descriptor.Description(
            "What one mutation did to one row: who, when, and each value before and after. Written in the transaction of the change and never changed. A mutation that changes many rows by one statement has one entry for all of them.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(e => e.Id).ResolveNodeWith<AuditEntryNode>(n => AuditEntryNode.GetAuditEntryAsync(default, default!, default!, default));
        descriptor.Field(e => e.Id).Description("The global id, stable for ever.");
        descriptor.Field(e => e.At).Description("When. Everything that one mutation changed has the same time.");
        descriptor.Field(e => e.Mutation).Description("The mutation's name, such as updateGroup.");
        descriptor.Field(e => e.Action).Description("What became of the row.");
        descriptor.Field(e => e.SubjectType).Description("The kind of row, such as Group.");
        descriptor.Field(e => e.Count).Description("How many rows it is about; 1 unless the action is BULK.");
    }
}

/// <summary><c>enum AuditAction</c>.</summary>
public sealed class AuditActionEnumType : EnumType<AuditAction>
{
    protected override void Configure(IEnumTypeDescriptor<AuditAction> descriptor)
    {
        descriptor.Description("What a mutation did to its subject.");
        descriptor.Value(AuditAction.Created).Description("The row is new: changes have its values as after.");
        descriptor.Value(AuditAction.Changed).Description("Values of the row are different.");
        descriptor.Value(AuditAction.Removed).Description("The row is gone: changes have its values as before.");
        descriptor.Value(AuditAction.Bulk).Description("Many rows at once: count says how many, changes what they have in common.");
    }
}
