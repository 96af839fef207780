using System.Linq.Expressions;
using System.Reflection;
using Headless.GraphQL.Data.InputTypes;
using Headless.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Headless.GraphQL.Data.Filtering;

/// <summary>
/// Creates the filter input types of a schema by HotChocolate's conventions: <c>{Entity}FilterInput</c>, <c>{Scalar}OperationFilterInput</c>,
/// <c>ListFilterInputTypeOf{Entity}FilterInput</c>, <c>List{Scalar}OperationFilterInput</c>; <c>List{Class}</c> where a class configures
/// the elements' filter, and <c>NullableOf{Enum}OperationFilterInput</c> of an enum's value that may be missing.
/// </summary>
internal sealed class FilterConvention(SchemaBuildContext schema)
{
    /// <summary>The filter input of an entity, as configured by a class derived from <see cref="FilterInputType{T}"/> where one is given.</summary>
    public InputObjectType GetEntityFilter(Type entity, Type? inputType = null)
    {
        var configured = inputType is null ? null
            : Activator.CreateInstance(inputType) as IEntityFilterInputType
                ?? throw new SchemaException($"{inputType.Name} is no filter input type of {entity.Name}: derive a class from FilterInputType<{entity.Name}>.");
        if (configured is not null && !configured.EntityType.IsAssignableFrom(entity))
        {
            throw new SchemaException($"The filter input type {inputType!.Name} is for {configured.EntityType.Name}, not for {entity.Name}.");
        }

        var configuration = configured?.CreateConfiguration() ?? new InputTypeConfiguration();
        var name = configuration.Name ?? schema.GetTypeName(entity) + "FilterInput";
        return schema.GetOrAddType(
            name,
            n => new InputObjectType(n) { RuntimeType = configured?.GetType(), Description = configuration.Description },
            type => Complete(type, entity, configuration));
    }

    private void Complete(InputObjectType type, Type entity, InputTypeConfiguration configuration)
    {
        if (configuration.AllowAnd)
        {
            AddCombinator(type, "and", FilterField.And());
        }

        if (configuration.AllowOr)
        {
            AddCombinator(type, "or", FilterField.Or());
        }

        var configured = configuration.Fields;
        if (!configuration.BindExplicitly)
        {
            foreach (var property in ElementTypes.Properties(entity))
            {
                if (!configured.Any(f => f.Member is { } member && member.Name == property.Name))
                {
                    AddMember(type, entity, MemberSelector.Of(property), property, null);
                }
            }
        }

        foreach (var @field in configured.Where(f => !f.IsIgnored))
        {
            var path = MemberSelector.PathOf(@field.Selector);
            AddMember(type, entity, @field.Selector, path is [.., PropertyInfo property] ? property : null, @field);
        }
    }

    private void AddMember(InputObjectType type, Type entity, LambdaExpression selector, PropertyInfo? property, InputFieldConfiguration? configuration)
    {
        var valueType = MemberSelector.Unwrap(selector.Body).Type;
        var decodeId = property is null ? null : IdDecoder.For(schema, entity, property);
        if (decodeId is null && configuration?.InputType == typeof(IdOperationFilterInputType))
        {
            throw new SchemaException($"{type.Name} filters {MemberSelector.Unwrap(selector.Body)} by ids, which is no global id in the schema.");
        }

        var input = decodeId is not null ? GetIdOperations() : GetFilter(valueType, configuration?.InputType);
        if (input is null)
        {
            return;
        }

        var name = configuration?.Name
            ?? (property is null ? throw new SchemaException($"A field of {type.Name} that is not a single member needs a name.") : schema.GetMemberName(property));
        var @field = new InputField(name, input) { Member = property, Description = configuration?.Description };
        @field.Features.Set(FilterField.ForMember(selector, decodeId, schema.Services.GetService<IOptions<DataOptions>>()?.Value.NGramIndexes.FirstOrDefault(i => i.IsOf(selector))));
        type.Fields.Add(@field);
    }

    /// <summary>The input for values of a CLR type; null where the type cannot be filtered.</summary>
    private InputObjectType? GetFilter(Type valueType, Type? inputType)
    {
        if (ElementTypes.Underlying(valueType).IsEnum)
        {
            return GetEnumOperations(ElementTypes.Underlying(valueType), isNullable: Nullable.GetUnderlyingType(valueType) is not null);
        }

        if (ElementTypes.TryGetOperationName(valueType, out var scalar))
        {
            return GetScalarOperations(scalar, valueType);
        }

        if (ElementTypes.ListElement(valueType) is { } element)
        {
            var configured = inputType is null ? null : ElementFilter(inputType);
            return GetFilter(element, configured) is { } elementFilter ? GetQuantifiers(element, elementFilter, configured) : null;
        }

        return ElementTypes.IsEntity(valueType) ? GetEntityFilter(valueType, inputType) : null;
    }

    private static Type ElementFilter(Type listFilter)
        => listFilter.IsConstructedGenericType && listFilter.GetGenericTypeDefinition() == typeof(ListFilterInputType<>)
            ? listFilter.GetGenericArguments()[0]
            : throw new SchemaException($"The filter input of a list is ListFilterInputType<{listFilter.Name}>, not {listFilter.Name}.");

    private InputObjectType GetScalarOperations(string scalar, Type valueType)
    {
        var operations = scalar switch
        {
            "String" => FilterOperations.Text,
            "Boolean" => FilterOperations.Equality,
            _ => FilterOperations.Comparison,
        };
        return schema.GetOrAddType(
            scalar + "OperationFilterInput",
            n => new InputObjectType(n),
            type =>
            {
                if (scalar == "String")
                {
                    AddCombinator(type, "and", FilterField.And());
                    AddCombinator(type, "or", FilterField.Or());
                }

                AddOperations(type, operations, schema.GetInputType(ElementTypes.Underlying(valueType)).Nullable, listItemsNonNull: false);
            });
    }

    private InputObjectType GetEnumOperations(Type enumType, bool isNullable)
        => schema.GetOrAddType(
            (isNullable ? "NullableOf" : "") + schema.GetTypeName(enumType) + "OperationFilterInput",
            n => new InputObjectType(n),
            type => AddOperations(type, FilterOperations.Membership, schema.GetInputType(enumType).Nullable, listItemsNonNull: true));

    private InputObjectType GetIdOperations()
        => schema.GetOrAddType(
            "IdOperationFilterInput",
            n => new InputObjectType(n),
            type => AddOperations(type, FilterOperations.Membership, BuiltInScalars.ID, listItemsNonNull: false));

    private InputObjectType GetQuantifiers(Type element, InputObjectType elementFilter, Type? configured)
        => schema.GetOrAddType(
            configured is not null ? "List" + NameOf(configured)
                : ElementTypes.IsLeaf(element) ? "List" + elementFilter.Name : "ListFilterInputTypeOf" + elementFilter.Name,
            n => new InputObjectType(n),
            type =>
            {
                foreach (var operation in FilterOperations.Quantifiers)
                {
                    Add(type, operation, elementFilter);
                }

                Add(type, FilterOperation.Any, schema.GetInputType(typeof(bool)).Nullable);
            });

    /// <summary>A class that configures a filter, by its own name: what it calls the type does not name the lists of it.</summary>
    private static string NameOf(Type inputType)
        => inputType.Name.EndsWith("FilterInputType", StringComparison.Ordinal) ? inputType.Name[..^"Type".Length]
            : inputType.Name.EndsWith("FilterInput", StringComparison.Ordinal) ? inputType.Name
            : inputType.Name + "FilterInput";

    private void AddOperations(InputObjectType type, FilterOperation[] operations, GraphQLType value, bool listItemsNonNull)
    {
        foreach (var operation in operations)
        {
            Add(type, operation, operation is FilterOperation.In or FilterOperation.NotIn
                ? new Types.ListType(listItemsNonNull ? new Types.NonNullType(value) : value)
                : value);
        }
    }

    private void Add(InputObjectType type, FilterOperation operation, GraphQLType valueType)
    {
        var @field = new InputField(FilterOperations.NameOf(operation), valueType);
        @field.Features.Set(FilterField.ForOperation(operation));
        var costs = schema.CostOptions.Filtering;
        schema.ApplyDefaultCost(@field, FilterOperations.IsExpensive(operation) ? costs.DefaultExpensiveFilterOperationCost : costs.DefaultFilterOperationCost);
        type.Fields.Add(@field);
    }

    private static void AddCombinator(InputObjectType type, string name, FilterField combinator)
    {
        var @field = new InputField(name, new Types.ListType(new Types.NonNullType(type)));
        @field.Features.Set(combinator);
        type.Fields.Add(@field);
    }
}
