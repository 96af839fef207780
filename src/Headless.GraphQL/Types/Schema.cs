using System.Diagnostics.CodeAnalysis;
using Headless.GraphQL.Language;

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

    /// <summary>What a schema coordinate names (specification section 3.14).</summary>
    /// <param name="coordinate">For example <c>Query.node(id:)</c>.</param>
    /// <param name="member">A <see cref="NamedType"/>, an <see cref="OutputField"/>, an <see cref="InputField"/> (of an input object, or an argument), an <see cref="EnumValue"/> or a <see cref="DirectiveType"/>.</param>
    /// <returns>Whether the schema has it.</returns>
    public bool TryGetMember(SchemaCoordinate coordinate, [NotNullWhen(true)] out object? member)
    {
        member = coordinate switch
        {
            TypeCoordinate type => _types.GetValueOrDefault(type.Name),
            MemberCoordinate { TypeName: var typeName, MemberName: var name } => _types.GetValueOrDefault(typeName) switch
            {
                FieldsType type => type.Fields.TryGet(name, out var field) ? field : null,
                InputObjectType type => type.Fields.TryGet(name, out var field) ? field : null,
                EnumType type => type.Values.TryGet(name, out var value) ? value : null,
                _ => null,
            },
            ArgumentCoordinate { TypeName: var typeName, FieldName: var fieldName, ArgumentName: var name }
                => _types.GetValueOrDefault(typeName) is FieldsType type && type.Fields.TryGet(fieldName, out var field) && field.Arguments.TryGet(name, out var argument)
                    ? argument
                    : null,
            DirectiveCoordinate directive => _directives.GetValueOrDefault(directive.Name),
            DirectiveArgumentCoordinate { DirectiveName: var directiveName, ArgumentName: var name }
                => _directives.GetValueOrDefault(directiveName) is { } directive && directive.Arguments.TryGet(name, out var argument) ? argument : null,
            _ => null,
        };
        return member is not null;
    }

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
