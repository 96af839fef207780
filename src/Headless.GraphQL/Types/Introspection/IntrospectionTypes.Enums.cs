namespace Headless.GraphQL.Types;

public static partial class IntrospectionTypes
{
    private static void AddTypeKinds()
    {
        Add(Types.TypeKind.Scalar, "SCALAR", "Indicates this type is a scalar.");
        Add(Types.TypeKind.Object, "OBJECT", "Indicates this type is an object. `fields` and `interfaces` are valid fields.");
        Add(Types.TypeKind.Interface, "INTERFACE", "Indicates this type is an interface. `fields`, `interfaces`, and `possibleTypes` are valid fields.");
        Add(Types.TypeKind.Union, "UNION", "Indicates this type is a union. `possibleTypes` is a valid field.");
        Add(Types.TypeKind.Enum, "ENUM", "Indicates this type is an enum. `enumValues` is a valid field.");
        Add(Types.TypeKind.InputObject, "INPUT_OBJECT", "Indicates this type is an input object. `inputFields` is a valid field.");
        Add(Types.TypeKind.List, "LIST", "Indicates this type is a list. `ofType` is a valid field.");
        Add(Types.TypeKind.NonNull, "NON_NULL", "Indicates this type is a non-null. `ofType` is a valid field.");

        static void Add(TypeKind kind, string name, string description)
            => TypeKind.Values.Add(new EnumValue(name, kind) { Description = description });
    }

    private static void AddDirectiveLocations()
    {
        Add(DirectiveLocations.Query, "a query operation");
        Add(DirectiveLocations.Mutation, "a mutation operation");
        Add(DirectiveLocations.Subscription, "a subscription operation");
        Add(DirectiveLocations.Field, "a field");
        Add(DirectiveLocations.FragmentDefinition, "a fragment definition");
        Add(DirectiveLocations.FragmentSpread, "a fragment spread");
        Add(DirectiveLocations.InlineFragment, "an inline fragment");
        Add(DirectiveLocations.VariableDefinition, "an operation variable definition");
        Add(DirectiveLocations.Schema, "a schema definition");
        Add(DirectiveLocations.Scalar, "a scalar definition");
        Add(DirectiveLocations.Object, "an object type definition");
        Add(DirectiveLocations.FieldDefinition, "a field definition");
        Add(DirectiveLocations.ArgumentDefinition, "an argument definition");
        Add(DirectiveLocations.Interface, "an interface definition");
        Add(DirectiveLocations.Union, "a union definition");
        Add(DirectiveLocations.Enum, "an enum definition");
        Add(DirectiveLocations.EnumValue, "an enum value definition");
        Add(DirectiveLocations.InputObject, "an input object type definition");
        Add(DirectiveLocations.InputFieldDefinition, "an input object field definition");

        static void Add(DirectiveLocations location, string place)
            => DirectiveLocation.Values.Add(
                new EnumValue(DirectiveLocationNames.NameOf(location), location) { Description = $"Location adjacent to {place}." });
    }
}
