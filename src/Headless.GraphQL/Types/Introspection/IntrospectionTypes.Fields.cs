using Headless.GraphQL.Language;

namespace Headless.GraphQL.Types;

public static partial class IntrospectionTypes
{
    private static readonly NonNullType NonNullString = new(BuiltInScalars.String);
    private static readonly NonNullType NonNullBoolean = new(BuiltInScalars.Boolean);

    private static void AddSchemaFields()
    {
        Add<Schema>(Schema, "description", BuiltInScalars.String, static s => s.Description);
        Add<Schema>(Schema, "types", NonNullListOf(Type), static s => s.Types)
            .Description = "A list of all types supported by this server.";
        Add<Schema>(Schema, "queryType", new NonNullType(Type), static s => s.QueryType)
            .Description = "The type that query operations will be rooted at.";
        Add<Schema>(Schema, "mutationType", Type, static s => s.MutationType)
            .Description = "If this server supports mutation, the type that mutation operations will be rooted at.";
        Add<Schema>(Schema, "subscriptionType", Type, static s => s.SubscriptionType)
            .Description = "If this server support subscription, the type that subscription operations will be rooted at.";
        Add<Schema>(Schema, "directives", NonNullListOf(Directive), static s => s.Directives)
            .Description = "A list of all directives supported by this server.";
    }

    private static void AddTypeFields()
    {
        Add<GraphQLType>(Type, "kind", new NonNullType(TypeKind), static t => KindOf(t));
        Add<GraphQLType>(Type, "name", BuiltInScalars.String, static t => (t as NamedType)?.Name);
        Add<GraphQLType>(Type, "description", BuiltInScalars.String, static t => (t as NamedType)?.Description);
        Add<GraphQLType>(Type, "specifiedByURL", BuiltInScalars.String, static t => (t as ScalarType)?.SpecifiedByUrl);
        AddWithDeprecated<GraphQLType>(Type, "fields", ListOf(Field), static t => (t as FieldsType)?.Fields);
        Add<GraphQLType>(Type, "interfaces", ListOf(Type), static t => (t as FieldsType)?.Interfaces);
        AddTo(Type, new OutputField("possibleTypes", ListOf(Type))
        {
            Resolver = static context => new(context.Parent<GraphQLType>() switch
            {
                InterfaceType type => context.Schema.GetPossibleTypes(type),
                UnionType type => context.Schema.GetPossibleTypes(type),
                _ => null,
            }),
        });
        AddWithDeprecated<GraphQLType>(Type, "enumValues", ListOf(EnumValue), static t => (t as EnumType)?.Values);
        AddWithDeprecated<GraphQLType>(Type, "inputFields", ListOf(InputValue), static t => (t as InputObjectType)?.Fields);
        Add<GraphQLType>(Type, "ofType", Type, static t => t switch
        {
            ListType list => list.OfType,
            NonNullType nonNull => nonNull.OfType,
            _ => null,
        });
        Add<GraphQLType>(Type, "isOneOf", BuiltInScalars.Boolean, static t => t is InputObjectType input ? input.IsOneOf : null);
    }

    private static void AddFieldFields()
    {
        AddNameAndDescription(Field);
        AddWithDeprecated<OutputField>(Field, "args", NonNullListOf(InputValue), static f => f.Arguments);
        Add<OutputField>(Field, "type", new NonNullType(Type), static f => f.Type);
        AddDeprecation(Field);
    }

    private static void AddInputValueFields()
    {
        AddNameAndDescription(InputValue);
        Add<InputField>(InputValue, "type", new NonNullType(Type), static f => f.Type);
        Add<InputField>(InputValue, "defaultValue", BuiltInScalars.String, static f => f.DefaultValue is { } value ? SyntaxPrinter.Print(value) : null)
            .Description = "A GraphQL-formatted string representing the default value for this input value.";
        AddDeprecation(InputValue);
    }

    private static void AddEnumValueFields()
    {
        AddNameAndDescription(EnumValue);
        AddDeprecation(EnumValue);
    }

    private static void AddDirectiveFields()
    {
        Add<DirectiveType>(Directive, "name", NonNullString, static d => d.Name);
        Add<DirectiveType>(Directive, "description", BuiltInScalars.String, static d => d.Description);
        Add<DirectiveType>(Directive, "isRepeatable", NonNullBoolean, static d => d.IsRepeatable);
        Add<DirectiveType>(Directive, "locations", NonNullListOf(DirectiveLocation), static d => DirectiveLocationNames.Split(d.Locations).ToArray());
        AddWithDeprecated<DirectiveType>(Directive, "args", NonNullListOf(InputValue), static d => d.Arguments);
    }

    private static void AddNameAndDescription(ObjectType type)
    {
        Add<TypeMember>(type, "name", NonNullString, static m => m.Name);
        Add<TypeMember>(type, "description", BuiltInScalars.String, static m => m.Description);
    }

    private static void AddDeprecation(ObjectType type)
    {
        Add<TypeMember>(type, "isDeprecated", NonNullBoolean, static m => m.IsDeprecated);
        Add<TypeMember>(type, "deprecationReason", BuiltInScalars.String, static m => m.DeprecationReason);
    }

    private static OutputField Add<T>(ObjectType type, string name, GraphQLType fieldType, Func<T, object?> read)
        where T : class
        => AddTo(type, new OutputField(name, fieldType) { PureResolver = parent => read((T)parent) });

    /// <summary>A list that leaves out deprecated members unless <c>includeDeprecated</c> asks for them (specification section 3.13.3).</summary>
    private static void AddWithDeprecated<T>(ObjectType type, string name, GraphQLType fieldType, Func<T, IReadOnlyList<TypeMember>?> read)
        where T : class
    {
        var field = new OutputField(name, fieldType)
        {
            Resolver = context => new(read(context.Parent<T>()) is not { } members
                ? null
                : context.ArgumentValue("includeDeprecated") is true ? members : members.Where(static m => !m.IsDeprecated).ToArray()),
        };
        field.Arguments.Add(new InputField("includeDeprecated", NonNullBoolean) { DefaultValue = new BooleanValueNode(default, false) });
        AddTo(type, field);
    }

    private static OutputField AddTo(ObjectType type, OutputField field)
    {
        field.DeclaringType = type;
        type.Fields.Add(field);
        return field;
    }

    private static NonNullType NonNullListOf(GraphQLType type) => new(ListOf(type));

    private static ListType ListOf(GraphQLType type) => new(new NonNullType(type));

    private static TypeKind KindOf(GraphQLType type) => type switch
    {
        ScalarType => Types.TypeKind.Scalar,
        ObjectType => Types.TypeKind.Object,
        InterfaceType => Types.TypeKind.Interface,
        UnionType => Types.TypeKind.Union,
        EnumType => Types.TypeKind.Enum,
        InputObjectType => Types.TypeKind.InputObject,
        ListType => Types.TypeKind.List,
        _ => Types.TypeKind.NonNull,
    };
}
