using System.Collections.Frozen;

namespace Headless.GraphQL.Types;

/// <summary>The grammar's names of directive locations (specification section 2.13, <c>DirectiveLocation</c>), in its order.</summary>
public static class DirectiveLocationNames
{
    private static readonly (DirectiveLocations Location, string Name)[] Ordered =
    [
        (DirectiveLocations.Query, "QUERY"),
        (DirectiveLocations.Mutation, "MUTATION"),
        (DirectiveLocations.Subscription, "SUBSCRIPTION"),
        (DirectiveLocations.Field, "FIELD"),
        (DirectiveLocations.FragmentDefinition, "FRAGMENT_DEFINITION"),
        (DirectiveLocations.FragmentSpread, "FRAGMENT_SPREAD"),
        (DirectiveLocations.InlineFragment, "INLINE_FRAGMENT"),
        (DirectiveLocations.VariableDefinition, "VARIABLE_DEFINITION"),
        (DirectiveLocations.Schema, "SCHEMA"),
        (DirectiveLocations.Scalar, "SCALAR"),
        (DirectiveLocations.Object, "OBJECT"),
        (DirectiveLocations.FieldDefinition, "FIELD_DEFINITION"),
        (DirectiveLocations.ArgumentDefinition, "ARGUMENT_DEFINITION"),
        (DirectiveLocations.Interface, "INTERFACE"),
        (DirectiveLocations.Union, "UNION"),
        (DirectiveLocations.Enum, "ENUM"),
        (DirectiveLocations.EnumValue, "ENUM_VALUE"),
        (DirectiveLocations.InputObject, "INPUT_OBJECT"),
        (DirectiveLocations.InputFieldDefinition, "INPUT_FIELD_DEFINITION"),
    ];

    private static readonly FrozenDictionary<string, DirectiveLocations> ByName =
        Ordered.ToFrozenDictionary(l => l.Name, l => l.Location, StringComparer.Ordinal);

    private static readonly FrozenDictionary<DirectiveLocations, string> ByLocation =
        Ordered.ToFrozenDictionary(l => l.Location, l => l.Name);

    /// <summary>The location of a name; false where the grammar has no such name.</summary>
    public static bool TryParse(string name, out DirectiveLocations location) => ByName.TryGetValue(name, out location);

    /// <summary>The name of one location.</summary>
    /// <exception cref="KeyNotFoundException">The value is none or several locations.</exception>
    public static string NameOf(DirectiveLocations location) => ByLocation[location];

    /// <summary>The single locations that a value holds, in the grammar's order.</summary>
    public static IEnumerable<DirectiveLocations> Split(DirectiveLocations locations)
    {
        foreach (var (location, _) in Ordered)
        {
            if ((locations & location) != 0)
            {
                yield return location;
            }
        }
    }

    /// <summary>The names of the locations that a value holds, in the grammar's order.</summary>
    public static IEnumerable<string> NamesOf(DirectiveLocations locations) => Split(locations).Select(NameOf);
}
