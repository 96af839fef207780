namespace Headless.Server.Features.Attributes;

/// <summary><c>type AttributeDefinition</c>.</summary>
public sealed class AttributeDefinitionObjectType : ObjectType<AttributeDefinition>
{
    protected override void Configure(IObjectTypeDescriptor<AttributeDefinition> descriptor)
    {
        descriptor.Description("Something that may be known of members, in the brand's own terms: income, job, skin type. It has a type and says who may read its values.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(d => d.Id).ResolveNodeWith<AttributeDefinitionNode>(n => AttributeDefinitionNode.GetAttributeDefinitionAsync(default, default!, default));
        descriptor.Field(d => d.Id).Description("The global id, stable for the life of the definition: use it as cache key.");
        descriptor.Field(d => d.Key).Description("The stable name that integrations and filters use: small letters, digits and underscores. Unique.");
        descriptor.Field(d => d.Name).Description("What people see.");
        descriptor.Field(d => d.Description).Description("What is meant, and how to find it out.");
        descriptor.Field(d => d.Type).Description("What its values are; never changes.");
        descriptor.Field(d => d.Privacy).Description("Who may read its values.");
        descriptor.Field(d => d.IsRequired).Description("Whether forms should insist on it: a value that is there can be changed, not cleared.");
        descriptor.Field(d => d.Unit).Description("The unit of a NUMBER.");
        descriptor.Field(d => d.MaxLength).Description("The most characters of a TEXT; null: 500.");
        descriptor.Field(d => d.Minimum).Description("The least NUMBER; null: none.");
        descriptor.Field(d => d.Maximum).Description("The greatest NUMBER; null: none.");
        descriptor.Field(d => d.IsArchived).Description("Whether it takes no values any more; those that are there stay.");
        descriptor.Field(d => d.CreatedAt).Description("When it was entered here.");
        descriptor.Field(d => d.UpdatedAt).Description("When it was last changed here.");
        descriptor.Field(d => d.Version).Description("Goes up with every change. Send it back with an update to be told when somebody else was faster.");
    }
}

/// <summary><c>type AttributeOption</c>.</summary>
public sealed class AttributeOptionObjectType : ObjectType<AttributeOption>
{
    protected override void Configure(IObjectTypeDescriptor<AttributeOption> descriptor)
    {
        descriptor.Description("One of the values that an attribute of type OPTION may have.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(o => o.Value).Description("What is stored, and filtered by as text.");
        descriptor.Field(o => o.Label).Description("What people see.");
        descriptor.Field(o => o.IsRetired).Description("Whether nobody is given it any more; members who have it keep it.");
    }
}

/// <summary><c>type MemberAttribute</c>.</summary>
public sealed class MemberAttributeObjectType : ObjectType<MemberAttribute>
{
    protected override void Configure(IObjectTypeDescriptor<MemberAttribute> descriptor)
    {
        descriptor.Description("What is known of a member under an attribute: one value, in the field of its type. What the caller may not read does not appear.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(a => a.Text).Description("The value of a TEXT; of an OPTION, the option's value.");
        descriptor.Field(a => a.Number).Description("The value of a NUMBER.");
        descriptor.Field(a => a.Boolean).Description("The value of a BOOLEAN.");
        descriptor.Field(a => a.Date).Description("The value of a DATE.");
        descriptor.Field(a => a.SetAt).Description("When it was last given.");
    }
}

/// <summary><c>enum AttributeType</c>.</summary>
public sealed class AttributeTypeEnumType : EnumType<AttributeType>
{
    protected override void Configure(IEnumTypeDescriptor<AttributeType> descriptor)
    {
        descriptor.Description("What the values of an attribute are.");
        descriptor.Value(AttributeType.Text).Description("Free text.");
        descriptor.Value(AttributeType.Number).Description("A decimal number with at most four places.");
        descriptor.Value(AttributeType.Boolean).Description("True or false.");
        descriptor.Value(AttributeType.Date).Description("A day of the calendar.");
        descriptor.Value(AttributeType.Option).Description("One of the options of the definition.");
    }
}

/// <summary><c>enum PrivacyClass</c>.</summary>
public sealed class PrivacyClassEnumType : EnumType<PrivacyClass>
{
    protected override void Configure(IEnumTypeDescriptor<PrivacyClass> descriptor)
    {
        descriptor.Description("Who may read the values of an attribute.");
        descriptor.Value(PrivacyClass.Public).Description("Everybody who may read members, also an app that shows members what is known of them.");
        descriptor.Value(PrivacyClass.Internal).Description("Staff: LEAD, OWNER, ADMIN, ANALYST. An INTEGRATION's key needs READ_PERSONAL_DATA.");
        descriptor.Value(PrivacyClass.Personal).Description("Who has READ_PERSONAL_DATA, which an ANALYST never has.");
    }
}
