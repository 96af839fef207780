using System.Diagnostics.CodeAnalysis;

namespace Headless.GraphQL.Types;

/// <summary>A schema: its root types, its named types and its directives (specification section 3.3). Immutable once created.</summary>
public sealed class Schema
{
    private readonly Dictionary<string, NamedType> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DirectiveType> _directives = new(StringComparer.Ordinal);
    private readonly Dictionary<CompositeType, IReadOnlyList<ObjectType>> _possibleTypes = [];

    /// <summary>Takes types in the order in which introspection and the printed schema list them.</summary>
    public Schema(
        string? description,
        ObjectType? queryType,
        ObjectType? mutationType,
        ObjectType? subscriptionType,
        IEnumerable<NamedType> types,
        IEnumerable<DirectiveType> directives,
        IEnumerable<AppliedDirective>? appliedDirectives = null)
    {
        Description = description;
        QueryType = queryType;
        MutationType = mutationType;
        SubscriptionType = subscriptionType;
        Types = [.. types];
        Directives = [.. directives];
        AppliedDirectives = [.. appliedDirectives ?? []];
        foreach (var type in Types)
        {
            _types.TryAdd(type.Name, type);
        }

        foreach (var directive in Directives)
        {
            _directives.TryAdd(directive.Name, directive);
        }

        foreach (var type in Types)
        {
            switch (type)
            {
                case ObjectType objectType:
                    _possibleTypes[objectType] = [objectType];
                    break;
                case UnionType union:
                    _possibleTypes[union] = [.. union.Types];
                    break;
                case InterfaceType interfaceType:
                    _possibleTypes[interfaceType] = [.. Types.OfType<ObjectType>().Where(o => o.Interfaces.Contains(interfaceType))];
                    break;
            }
        }
    }

    public string? Description { get; }

    public ObjectType? QueryType { get; }

    public ObjectType? MutationType { get; }

    public ObjectType? SubscriptionType { get; }

    /// <summary>All named types, introspection's included.</summary>
    public IReadOnlyList<NamedType> Types { get; }

    public IReadOnlyList<DirectiveType> Directives { get; }

    /// <summary>Directives on the schema definition itself.</summary>
    public IReadOnlyList<AppliedDirective> AppliedDirectives { get; }

    public bool TryGetType(string name, [NotNullWhen(true)] out NamedType? type) => _types.TryGetValue(name, out type);

    public bool TryGetDirective(string name, [NotNullWhen(true)] out DirectiveType? directive) => _directives.TryGetValue(name, out directive);

    /// <summary>The object types that a value of the type can have (specification section 5.5.2.3, GetPossibleTypes).</summary>
    public IReadOnlyList<ObjectType> GetPossibleTypes(CompositeType type) => _possibleTypes.TryGetValue(type, out var types) ? types : [];

    /// <summary>The root type of a kind of operation, where the schema has one.</summary>
    public ObjectType? GetRootType(Language.OperationType operation) => operation switch
    {
        Language.OperationType.Query => QueryType,
        Language.OperationType.Mutation => MutationType,
        _ => SubscriptionType,
    };
}
