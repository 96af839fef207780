namespace Headless.GraphQL.Language;

/// <summary>An input value as written in a document (specification section 2.9).</summary>
public abstract class ValueNode(SourceLocation location) : SyntaxNode(location);

/// <summary><c>$name</c>.</summary>
public sealed class VariableNode(SourceLocation location, NameNode name) : ValueNode(location)
{
    public NameNode Name { get; } = name;
}

/// <summary>An integer literal; the text is kept, so that no digit is lost.</summary>
public sealed class IntValueNode(SourceLocation location, string value) : ValueNode(location)
{
    public string Value { get; } = value;
}

/// <summary>A literal with a fraction or an exponent; the text is kept.</summary>
public sealed class FloatValueNode(SourceLocation location, string value) : ValueNode(location)
{
    public string Value { get; } = value;
}

/// <summary>A string literal after unescaping; <see cref="IsBlock"/> where it was written as a block string.</summary>
public sealed class StringValueNode(SourceLocation location, string value, bool isBlock) : ValueNode(location)
{
    public string Value { get; } = value;

    public bool IsBlock { get; } = isBlock;
}

/// <summary><c>true</c> or <c>false</c>.</summary>
public sealed class BooleanValueNode(SourceLocation location, bool value) : ValueNode(location)
{
    public bool Value { get; } = value;
}

/// <summary><c>null</c>.</summary>
public sealed class NullValueNode(SourceLocation location) : ValueNode(location);

/// <summary>A name that is none of <c>true</c>, <c>false</c> and <c>null</c>.</summary>
public sealed class EnumValueNode(SourceLocation location, string value) : ValueNode(location)
{
    public string Value { get; } = value;
}

/// <summary><c>[a, b]</c>.</summary>
public sealed class ListValueNode(SourceLocation location, IReadOnlyList<ValueNode> values) : ValueNode(location)
{
    public IReadOnlyList<ValueNode> Values { get; } = values;
}

/// <summary><c>{ a: 1, b: 2 }</c>.</summary>
public sealed class ObjectValueNode(SourceLocation location, IReadOnlyList<ObjectFieldNode> fields) : ValueNode(location)
{
    public IReadOnlyList<ObjectFieldNode> Fields { get; } = fields;
}

/// <summary><c>name: value</c> of an input object literal.</summary>
public sealed class ObjectFieldNode(SourceLocation location, NameNode name, ValueNode value) : SyntaxNode(location)
{
    public NameNode Name { get; } = name;

    public ValueNode Value { get; } = value;
}
