namespace Headless.Server.Features.Operators;

/// <summary><c>input OperatorFilterInput</c>: no e-mail address, which could be guessed by filtering.</summary>
public sealed class OperatorFilterInput : FilterInputType<Operator>
{
    protected override void Configure(IFilterInputTypeDescriptor<Operator> descriptor)
    {
        descriptor.Description("Conditions on operators; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(o => o.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(o => o.Name).Description("The name.");
        descriptor.Field(o => o.Role).Description("What they may do.");
        descriptor.Field(o => o.IsActive).Description("Whether they may act at all.");
        descriptor.Field(o => o.CreatedAt).Description("When they were entered here.");
        descriptor.Field(o => o.UpdatedAt).Description("When they were last changed here.");
    }
}

/// <summary><c>input OperatorSortInput</c>.</summary>
public sealed class OperatorSortInput : SortInputType<Operator>
{
    protected override void Configure(ISortInputTypeDescriptor<Operator> descriptor)
    {
        descriptor.Description("The order of operators. Operators that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(o => o.Name).Description("By name.");
        descriptor.Field(o => o.Role).Description("By role.");
        descriptor.Field(o => o.CreatedAt).Description("By time of entry.");
        descriptor.Field(o => o.UpdatedAt).Description("By time of the last change.");
    }
}
