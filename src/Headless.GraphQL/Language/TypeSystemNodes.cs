namespace Headless.GraphQL.Language;

/// <summary>A definition or an extension of the type system (specification section 3).</summary>
public abstract class TypeSystemDefinitionNode(SourceLocation location, StringValueNode? description, bool isExtension) : DefinitionNode(location)
{
    public StringValueNode? Description { get; } = description;

    /// <summary>Whether it was written with <c>extend</c>; an extension has no description.</summary>
    public bool IsExtension { get; } = isExtension;
}

/// <summary>A definition or an extension of a named type.</summary>
public abstract class TypeDefinitionNode(
    SourceLocation location,
    StringValueNode? description,
    bool isExtension,
    NameNode name,
    IReadOnlyList<DirectiveNode> directives) : TypeSystemDefinitionNode(location, description, isExtension)
{
    public NameNode Name { get; } = name;

    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

/// <summary><c>schema { query: … }</c>, or its extension.</summary>
public sealed class SchemaDefinitionNode(
    SourceLocation location,
    StringValueNode? description,
    bool isExtension,
    IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<OperationTypeDefinitionNode> operationTypes) : TypeSystemDefinitionNode(location, description, isExtension)
{
    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;

    public IReadOnlyList<OperationTypeDefinitionNode> OperationTypes { get; } = operationTypes;
}

/// <summary><c>scalar Name</c>, or its extension.</summary>
public sealed class ScalarTypeDefinitionNode(
    SourceLocation location,
    StringValueNode? description,
    bool isExtension,
    NameNode name,
    IReadOnlyList<DirectiveNode> directives) : TypeDefinitionNode(location, description, isExtension, name, directives);

/// <summary><c>type Name implements A &amp; B { … }</c>, or its extension.</summary>
public sealed class ObjectTypeDefinitionNode(
    SourceLocation location,
    StringValueNode? description,
    bool isExtension,
    NameNode name,
    IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<NamedTypeNode> interfaces,
    IReadOnlyList<FieldDefinitionNode> fields) : TypeDefinitionNode(location, description, isExtension, name, directives)
{
    public IReadOnlyList<NamedTypeNode> Interfaces { get; } = interfaces;

    public IReadOnlyList<FieldDefinitionNode> Fields { get; } = fields;
}

/// <summary><c>interface Name implements A &amp; B { … }</c>, or its extension.</summary>
public sealed class InterfaceTypeDefinitionNode(
    SourceLocation location,
    StringValueNode? description,
    bool isExtension,
    NameNode name,
    IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<NamedTypeNode> interfaces,
    IReadOnlyList<FieldDefinitionNode> fields) : TypeDefinitionNode(location, description, isExtension, name, directives)
{
    public IReadOnlyList<NamedTypeNode> Interfaces { get; } = interfaces;

    public IReadOnlyList<FieldDefinitionNode> Fields { get; } = fields;
}

/// <summary><c>union Name = A | B</c>, or its extension.</summary>
public sealed class UnionTypeDefinitionNode(
    SourceLocation location,
    StringValueNode? description,
    bool isExtension,
    NameNode name,
    IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<NamedTypeNode> types) : TypeDefinitionNode(location, description, isExtension, name, directives)
{
    public IReadOnlyList<NamedTypeNode> Types { get; } = types;
}

/// <summary><c>enum Name { … }</c>, or its extension.</summary>
public sealed class EnumTypeDefinitionNode(
    SourceLocation location,
    StringValueNode? description,
    bool isExtension,
    NameNode name,
    IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<EnumValueDefinitionNode> values) : TypeDefinitionNode(location, description, isExtension, name, directives)
{
    public IReadOnlyList<EnumValueDefinitionNode> Values { get; } = values;
}

/// <summary><c>input Name { … }</c>, or its extension.</summary>
public sealed class InputObjectTypeDefinitionNode(
    SourceLocation location,
    StringValueNode? description,
    bool isExtension,
    NameNode name,
    IReadOnlyList<DirectiveNode> directives,
    IReadOnlyList<InputValueDefinitionNode> fields) : TypeDefinitionNode(location, description, isExtension, name, directives)
{
    public IReadOnlyList<InputValueDefinitionNode> Fields { get; } = fields;
}

/// <summary><c>directive @name(arguments) repeatable on LOCATION | …</c>.</summary>
public sealed class DirectiveDefinitionNode(
    SourceLocation location,
    StringValueNode? description,
    NameNode name,
    IReadOnlyList<InputValueDefinitionNode> arguments,
    bool isRepeatable,
    IReadOnlyList<NameNode> locations) : TypeSystemDefinitionNode(location, description, isExtension: false)
{
    public NameNode Name { get; } = name;

    public IReadOnlyList<InputValueDefinitionNode> Arguments { get; } = arguments;

    public bool IsRepeatable { get; } = isRepeatable;

    public IReadOnlyList<NameNode> Locations { get; } = locations;
}

/// <summary><c>query: TypeName</c> of a schema definition.</summary>
public sealed class OperationTypeDefinitionNode(
    SourceLocation location,
    OperationType operation,
    NamedTypeNode type) : SyntaxNode(location)
{
    public OperationType Operation { get; } = operation;

    public NamedTypeNode Type { get; } = type;
}

/// <summary><c>name(arguments): Type</c> of an object or interface type.</summary>
public sealed class FieldDefinitionNode(
    SourceLocation location,
    StringValueNode? description,
    NameNode name,
    IReadOnlyList<InputValueDefinitionNode> arguments,
    TypeNode type,
    IReadOnlyList<DirectiveNode> directives) : SyntaxNode(location)
{
    public StringValueNode? Description { get; } = description;

    public NameNode Name { get; } = name;

    public IReadOnlyList<InputValueDefinitionNode> Arguments { get; } = arguments;

    public TypeNode Type { get; } = type;

    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

/// <summary><c>name: Type = default</c> of an argument or an input field.</summary>
public sealed class InputValueDefinitionNode(
    SourceLocation location,
    StringValueNode? description,
    NameNode name,
    TypeNode type,
    ValueNode? defaultValue,
    IReadOnlyList<DirectiveNode> directives) : SyntaxNode(location)
{
    public StringValueNode? Description { get; } = description;

    public NameNode Name { get; } = name;

    public TypeNode Type { get; } = type;

    public ValueNode? DefaultValue { get; } = defaultValue;

    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}

/// <summary>A value of an enum type.</summary>
public sealed class EnumValueDefinitionNode(
    SourceLocation location,
    StringValueNode? description,
    NameNode name,
    IReadOnlyList<DirectiveNode> directives) : SyntaxNode(location)
{
    public StringValueNode? Description { get; } = description;

    public NameNode Name { get; } = name;

    public IReadOnlyList<DirectiveNode> Directives { get; } = directives;
}
