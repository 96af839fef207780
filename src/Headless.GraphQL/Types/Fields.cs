using System.Collections;
using System.Diagnostics.CodeAnalysis;
using Headless.GraphQL.Language;

namespace Headless.GraphQL.Types;

/// <summary>Something with a name inside a type: a field, an argument, an input field, an enum value.</summary>
public abstract class TypeMember(string name)
{
    public string Name { get; } = name;

    public string? Description { get; set; }

    /// <summary>Why it should no longer be used; null when it may be (specification section 3.13.3).</summary>
    public string? DeprecationReason { get; set; }

    public bool IsDeprecated => DeprecationReason is not null;

    /// <summary>Directives applied to the definition that the printed schema shows, other than <c>@deprecated</c>.</summary>
    public List<AppliedDirective> Directives { get; } = [];

    /// <summary>The weight that <c>@cost</c> gives it, once somebody has asked.</summary>
    internal CostWeight? CostWeight { get; set; }
}

/// <summary>A field of an object or interface type.</summary>
public sealed class OutputField(string name, GraphQLType type) : TypeMember(name)
{
    public GraphQLType Type { get; set; } = type;

    /// <summary>The type that the field was declared on; set when the field is added to its type.</summary>
    public FieldsType? DeclaringType { get; set; }

    public FieldCollection<InputField> Arguments { get; } = new();

    /// <summary>Reads the value from the parent without any wait: a property. Null where <see cref="Resolver"/> is needed.</summary>
    public Func<object, object?>? PureResolver { get; set; }

    /// <summary>Produces the value; null where <see cref="PureResolver"/> is enough.</summary>
    public FieldResolver? Resolver { get; set; }

    /// <summary>Produces the source stream of a subscription root field (specification section 6.2.3.1).</summary>
    public SubscriptionResolver? Subscribe { get; set; }

    /// <summary>The CLR member behind the field: a property of the runtime type or a resolver method.</summary>
    public System.Reflection.MemberInfo? Member { get; set; }

    /// <summary>What other parts of the engine attach to the field, by type: planners, authorization, paging options.</summary>
    public FeatureCollection Features { get; } = new();
}

/// <summary>An argument or an input object field (specification section 3.6.1, 3.10).</summary>
public sealed class InputField(string name, GraphQLType type) : TypeMember(name)
{
    public GraphQLType Type { get; set; } = type;

    /// <summary>The default as a constant literal; null when there is none (an explicit null default is a <see cref="NullValueNode"/>).</summary>
    public ValueNode? DefaultValue { get; set; }

    /// <summary>The CLR member or parameter behind it.</summary>
    public object? Member { get; set; }

    /// <summary>Whether a value must be given: non-null without a default (specification section 5.4.3).</summary>
    public bool IsRequired => Type is NonNullType && DefaultValue is null;

    /// <summary>What other parts of the engine attach: how a node id is decoded, which filter operation it stands for.</summary>
    public FeatureCollection Features { get; } = new();
}

/// <summary>A value of an enum type.</summary>
public sealed class EnumValue(string name, object? value) : TypeMember(name)
{
    /// <summary>The runtime value; the name itself for a type that was built from SDL.</summary>
    public object? Value { get; } = value;
}

/// <summary>Members of a type by name, in their declared order.</summary>
public sealed class FieldCollection<T> : IReadOnlyList<T>
    where T : TypeMember
{
    private readonly List<T> _items = [];
    private readonly Dictionary<string, T> _byName = new(StringComparer.Ordinal);

    public int Count => _items.Count;

    public T this[int index] => _items[index];

    public T this[string name] => _byName[name];

    public bool TryGet(string name, [NotNullWhen(true)] out T? item) => _byName.TryGetValue(name, out item);

    public bool Contains(string name) => _byName.ContainsKey(name);

    /// <summary>Adds a member; a second one of the same name is kept in the list, so that schema validation can report it.</summary>
    public void Add(T item)
    {
        _items.Add(item);
        _byName.TryAdd(item.Name, item);
    }

    /// <summary>Removes the member of that name, where there is one.</summary>
    public bool Remove(string name)
    {
        _byName.Remove(name);
        return _items.RemoveAll(i => i.Name == name) > 0;
    }

    public IEnumerator<T> GetEnumerator() => _items.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Objects by their type: at most one of each.</summary>
public sealed class FeatureCollection
{
    private Dictionary<Type, object>? _features;

    public T? Get<T>()
        where T : class
        => _features is not null && _features.TryGetValue(typeof(T), out var feature) ? (T)feature : null;

    public void Set<T>(T feature)
        where T : class
        => (_features ??= [])[typeof(T)] = feature;
}
