namespace Headless.Server.Features.Attributes;

/// <summary><c>input AttributeDefinitionFilterInput</c>.</summary>
public sealed class AttributeDefinitionFilterInput : FilterInputType<AttributeDefinition>
{
    protected override void Configure(IFilterInputTypeDescriptor<AttributeDefinition> descriptor)
    {
        descriptor.Description("Conditions on attribute definitions; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(d => d.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(d => d.Key).Description("The stable name.");
        descriptor.Field(d => d.Name).Description("What people see.");
        descriptor.Field(d => d.Type).Description("What its values are.");
        descriptor.Field(d => d.Privacy).Description("Who may read its values.");
        descriptor.Field(d => d.IsRequired).Description("Whether forms should insist on it.");
        descriptor.Field(d => d.IsArchived).Description("Whether it takes no values any more.");
        descriptor.Field(d => d.CreatedAt).Description("When it was entered here.");
        descriptor.Field(d => d.UpdatedAt).Description("When it was last changed here.");
    }
}

/// <summary><c>input AttributeDefinitionSortInput</c>.</summary>
public sealed class AttributeDefinitionSortInput : SortInputType<AttributeDefinition>
{
    protected override void Configure(ISortInputTypeDescriptor<AttributeDefinition> descriptor)
    {
        descriptor.Description("The order of attribute definitions. Those that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(d => d.Key).Description("By the stable name.");
        descriptor.Field(d => d.Name).Description("By what people see.");
        descriptor.Field(d => d.CreatedAt).Description("By time of entry.");
        descriptor.Field(d => d.UpdatedAt).Description("By time of the last change.");
    }
}

/// <summary><c>input MemberAttributeFilterInput</c>.</summary>
public sealed class MemberAttributeFilterInput : FilterInputType<MemberAttribute>
{
    protected override void Configure(IFilterInputTypeDescriptor<MemberAttribute> descriptor)
    {
        descriptor.Description(
            "Conditions on what is known of a member under an attribute; all that are given must hold. Name the attribute by definition { id } or definition { key }, and its value in the field of its type: then it is one look into an index.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(a => a.Definition).Type<AttributeDefinitionFilterInput>().Description("The attribute.");
        descriptor.Field(a => a.Text).Description("The value of a TEXT or an OPTION.");
        descriptor.Field(a => a.Number).Description("The value of a NUMBER.");
        descriptor.Field(a => a.Boolean).Description("The value of a BOOLEAN.");
        descriptor.Field(a => a.Date).Description("The value of a DATE.");
        descriptor.Field(a => a.SetAt).Description("When it was last given.");
    }
}
