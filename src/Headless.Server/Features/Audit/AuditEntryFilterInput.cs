using Headless.Server.Features.Operators;

namespace Headless.Server.Features.Audit;

/// <summary><c>input AuditEntryFilterInput</c>.</summary>
public sealed class AuditEntryFilterInput : FilterInputType<AuditEntry>
{
    protected override void Configure(IFilterInputTypeDescriptor<AuditEntry> descriptor)
    {
        descriptor.Description("Conditions on entries of the audit log; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(e => e.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(e => e.At).Description("When.");
        descriptor.Field(e => e.Mutation).Description("The mutation's name.");
        descriptor.Field(e => e.Action).Description("What became of the row.");
        descriptor.Field(e => e.SubjectType).Description("The kind of row.");
        descriptor.Field(e => e.Operator).Type<OperatorFilterInput>().Description("Who carried it out.");
        descriptor.Field(e => e.ApiKey).Type<ApiKeyFilterInput>().Description("The key that they came with.");
    }
}

/// <summary><c>input AuditEntrySortInput</c>.</summary>
public sealed class AuditEntrySortInput : SortInputType<AuditEntry>
{
    protected override void Configure(ISortInputTypeDescriptor<AuditEntry> descriptor)
    {
        descriptor.Description("The order of entries. Without it, or where equal: the order in which they were written.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(e => e.At).Description("By time.");
        descriptor.Field(e => e.Id).Name("recorded").Description("By the order in which they were written.");
    }
}
