using System.Collections.Frozen;
using Headless.GraphQL.Language;

namespace Headless.GraphQL.Types;

/// <summary>
/// The types and fields with which a schema describes itself (specification section 4.2): ordinary types over
/// <see cref="Types.Schema"/>, shared by all schemas.
/// </summary>
public static partial class IntrospectionTypes
{
    /// <summary><c>__Schema</c>, over <see cref="Types.Schema"/>.</summary>
    public static ObjectType Schema { get; } = new("__Schema")
    {
        Description = "A GraphQL Schema defines the capabilities of a GraphQL server. It exposes all available types and directives on the server, as well as the entry points for query, mutation, and subscription operations.",
    };

    /// <summary><c>__Type</c>, over <see cref="GraphQLType"/>.</summary>
    public static ObjectType Type { get; } = new("__Type")
    {
        Description = "The fundamental unit of any GraphQL Schema is the type. There are many kinds of types in GraphQL as represented by the `__TypeKind` enum.\n\nDepending on the kind of a type, certain fields describe information about that type. Scalar types provide no information beyond a name, description and optional `specifiedByURL`, while Enum types provide their values. Object and Interface types provide the fields they describe. Abstract types, Union and Interface, provide the Object types possible at runtime. List and NonNull types compose other types.",
    };

    /// <summary><c>__TypeKind</c>; its runtime values are <see cref="Types.TypeKind"/>.</summary>
    public static EnumType TypeKind { get; } = new("__TypeKind")
    {
        Description = "An enum describing what kind of type a given `__Type` is.",
        RuntimeType = typeof(TypeKind),
    };

    /// <summary><c>__Field</c>, over <see cref="OutputField"/>.</summary>
    public static ObjectType Field { get; } = new("__Field")
    {
        Description = "Object and Interface types are described by a list of Fields, each of which has a name, potentially a list of arguments, and a return type.",
    };

    /// <summary><c>__InputValue</c>, over <see cref="InputField"/>.</summary>
    public static ObjectType InputValue { get; } = new("__InputValue")
    {
        Description = "Arguments provided to Fields or Directives and the input fields of an InputObject are represented as Input Values which describe their type and optionally a default value.",
    };

    /// <summary><c>__EnumValue</c>, over <see cref="Types.EnumValue"/>.</summary>
    public static ObjectType EnumValue { get; } = new("__EnumValue")
    {
        Description = "One possible value for a given Enum. Enum values are unique values, not a placeholder for a string or numeric value. However an Enum value is returned in a JSON response as a string.",
    };

    /// <summary><c>__Directive</c>, over <see cref="DirectiveType"/>.</summary>
    public static ObjectType Directive { get; } = new("__Directive")
    {
        Description = "A Directive provides a way to describe alternate runtime execution and type validation behavior in a GraphQL document.\n\nIn some cases, you need to provide options to alter GraphQL's execution behavior in ways field arguments will not suffice, such as conditionally including or skipping a field. Directives provide this by describing additional information to the executor.",
    };

    /// <summary><c>__DirectiveLocation</c>; its runtime values are single <see cref="DirectiveLocations"/>.</summary>
    public static EnumType DirectiveLocation { get; } = new("__DirectiveLocation")
    {
        Description = "A Directive can be adjacent to many parts of the GraphQL language, a __DirectiveLocation describes one such possible adjacencies.",
        RuntimeType = typeof(DirectiveLocations),
    };

    /// <summary><c>__schema</c>: an implicit field of the query root type.</summary>
    public static OutputField SchemaMetaField { get; } = new("__schema", new NonNullType(Schema))
    {
        Description = "Access the current type schema of this server.",
        Resolver = static context => new(context.Schema),
    };

    /// <summary><c>__type(name:)</c>: an implicit field of the query root type.</summary>
    public static OutputField TypeMetaField { get; } = CreateTypeMetaField();

    /// <summary><c>__typename</c>: an implicit field of every composite type. It has no resolver: the executor knows the name.</summary>
    public static OutputField TypeNameMetaField { get; } = new("__typename", new NonNullType(BuiltInScalars.String))
    {
        Description = "The name of the current Object type at runtime.",
    };

    /// <summary>All introspection types, in the order in which graphql-js lists them.</summary>
    public static IReadOnlyList<NamedType> All { get; } =
        [Schema, Type, TypeKind, Field, InputValue, EnumValue, Directive, DirectiveLocation];

    private static readonly FrozenSet<string> Names = All.Select(t => t.Name).ToFrozenSet(StringComparer.Ordinal);

    static IntrospectionTypes()
    {
        AddTypeKinds();
        AddDirectiveLocations();
        AddSchemaFields();
        AddTypeFields();
        AddFieldFields();
        AddInputValueFields();
        AddEnumValueFields();
        AddDirectiveFields();
    }

    /// <summary>Whether the name is that of an introspection type.</summary>
    public static bool IsIntrospectionType(string name) => Names.Contains(name);

    /// <summary>
    /// The field that a selection on the type means: a field of its own, <c>__typename</c>, or at the query root
    /// <c>__schema</c> and <c>__type</c>; null when there is none (specification section 5.3.1).
    /// </summary>
    public static OutputField? FindField(Schema schema, CompositeType type, string name)
    {
        if (name.StartsWith("__", StringComparison.Ordinal))
        {
            switch (name)
            {
                case "__typename":
                    return TypeNameMetaField;
                case "__schema" when ReferenceEquals(schema.QueryType, type):
                    return SchemaMetaField;
                case "__type" when ReferenceEquals(schema.QueryType, type):
                    return TypeMetaField;
            }
        }

        return type is FieldsType fieldsType && fieldsType.Fields.TryGet(name, out var field) ? field : null;
    }

    private static OutputField CreateTypeMetaField()
    {
        var field = new OutputField("__type", Type)
        {
            Description = "Request the type information of a single type.",
            Resolver = static context =>
                new(context.Schema.TryGetType((string)context.ArgumentValue("name")!, out var type) ? type : null),
        };
        field.Arguments.Add(new InputField("name", new NonNullType(BuiltInScalars.String)));
        return field;
    }
}
