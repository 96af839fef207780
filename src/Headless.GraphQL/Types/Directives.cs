using Headless.GraphQL.Language;

namespace Headless.GraphQL.Types;

/// <summary>Where a directive may stand (specification section 3.13). Names are the grammar's, in upper case with underscores when printed.</summary>
[Flags]
public enum DirectiveLocations
{
    None = 0,
    Query = 1 << 0,
    Mutation = 1 << 1,
    Subscription = 1 << 2,
    Field = 1 << 3,
    FragmentDefinition = 1 << 4,
    FragmentSpread = 1 << 5,
    InlineFragment = 1 << 6,
    VariableDefinition = 1 << 7,
    Schema = 1 << 8,
    Scalar = 1 << 9,
    Object = 1 << 10,
    FieldDefinition = 1 << 11,
    ArgumentDefinition = 1 << 12,
    Interface = 1 << 13,
    Union = 1 << 14,
    Enum = 1 << 15,
    EnumValue = 1 << 16,
    InputObject = 1 << 17,
    InputFieldDefinition = 1 << 18,
}

/// <summary>A directive definition (specification section 3.13).</summary>
public sealed class DirectiveType(string name, DirectiveLocations locations)
{
    public string Name { get; } = name;

    public string? Description { get; set; }

    public DirectiveLocations Locations { get; } = locations;

    public bool IsRepeatable { get; set; }

    public FieldCollection<InputField> Arguments { get; } = new();

    public override string ToString() => "@" + Name;
}

/// <summary>A directive on a definition of the schema, as it is printed.</summary>
public sealed record AppliedDirective(string Name, IReadOnlyList<ArgumentNode> Arguments);
