using System.Linq.Expressions;
using System.Reflection;
using Headless.GraphQL.Data.InputTypes;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Data.Sorting;

/// <summary>What a field of a sort input means: attached to the input field as a feature.</summary>
internal sealed class SortField(LambdaExpression selector, bool isKey)
{
    /// <summary>From the element to the member's value.</summary>
    public LambdaExpression Selector { get; } = selector;

    /// <summary>Whether the member is sorted by; otherwise it is a to-one relation that is gone into.</summary>
    public bool IsKey { get; } = isKey;
}

/// <summary>Creates the sort input types of a schema by HotChocolate's conventions: <c>{Entity}SortInput</c> and <c>SortEnumType</c>.</summary>
internal sealed class SortConvention(SchemaBuildContext schema)
{
    /// <summary>The sort input of an entity, as configured by a class derived from <see cref="SortInputType{T}"/> where one is given.</summary>
    public InputObjectType GetEntitySort(Type entity, Type? inputType = null)
    {
        var configured = inputType is null ? null : (ISortInputType)Activator.CreateInstance(inputType)!;
        if (configured is not null && !configured.EntityType.IsAssignableFrom(entity))
        {
            throw new SchemaException($"The sort input type {inputType!.Name} is for {configured.EntityType.Name}, not for {entity.Name}.");
        }

        var configuration = configured?.CreateConfiguration() ?? new InputTypeConfiguration();
        var name = configuration.Name ?? schema.GetTypeName(entity) + "SortInput";
        return schema.GetOrAddType(
            name,
            n => new InputObjectType(n) { RuntimeType = configured?.GetType(), Description = configuration.Description },
            type => Complete(type, entity, configuration));
    }

    private void Complete(InputObjectType type, Type entity, InputTypeConfiguration configuration)
    {
        if (!configuration.BindExplicitly)
        {
            foreach (var property in ElementTypes.Properties(entity))
            {
                if (!configuration.Fields.Any(f => f.Member is { } member && member.Name == property.Name))
                {
                    AddMember(type, MemberSelector.Of(property), property, null);
                }
            }
        }

        foreach (var @field in configuration.Fields.Where(f => !f.IsIgnored))
        {
            if (MemberSelector.PathOf(@field.Selector) is not [.., PropertyInfo property])
            {
                throw new SchemaException($"A field of {type.Name} must be a property or a property of a to-one relation: {@field.Selector}.");
            }

            AddMember(type, @field.Selector, property, @field);
        }
    }

    private void AddMember(InputObjectType type, LambdaExpression selector, PropertyInfo property, InputFieldConfiguration? configuration)
    {
        var isKey = ElementTypes.IsLeaf(property.PropertyType) && ElementTypes.Underlying(property.PropertyType) != typeof(Uri);
        GraphQLType input;
        if (isKey)
        {
            input = GetDirection();
        }
        else if (ElementTypes.ListElement(property.PropertyType) is null && ElementTypes.IsEntity(property.PropertyType))
        {
            input = GetEntitySort(property.PropertyType, configuration?.InputType);
        }
        else
        {
            return;
        }

        var @field = new InputField(configuration?.Name ?? schema.GetMemberName(property), input)
        {
            Member = property,
            Description = configuration?.Description,
        };
        @field.Features.Set(new SortField(selector, isKey));
        schema.ApplyDefaultCost(@field, schema.CostOptions.Sorting.DefaultSortOperationCost);
        type.Fields.Add(@field);
    }

    private EnumType GetDirection()
        => schema.GetOrAddType(
            "SortEnumType",
            n => new EnumType(n),
            type =>
            {
                type.Values.Add(new EnumValue("ASC", SortDirection.Ascending));
                type.Values.Add(new EnumValue("DESC", SortDirection.Descending));
            });
}

/// <summary>The runtime values of <c>SortEnumType</c>.</summary>
internal enum SortDirection
{
    Ascending,
    Descending,
}
