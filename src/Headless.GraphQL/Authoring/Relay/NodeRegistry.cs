using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Authoring;

/// <summary>The object types that implement <c>Node</c>, and the fields that find their objects (Relay, global object identification).</summary>
internal sealed class NodeRegistry
{
    public const string TooManyNodesCode = "TOO_MANY_NODES";

    private readonly Dictionary<string, NodeType> _nodes = new(StringComparer.Ordinal);
    private readonly Dictionary<ObjectType, NodeConfiguration> _promised = [];
    private readonly INodeIdSerializer _serializer;
    private readonly int _maxBatchSize;

    public NodeRegistry(INodeIdSerializer serializer, int maxBatchSize)
    {
        _serializer = serializer;
        _maxBatchSize = maxBatchSize;
        NodeInterface = new InterfaceType("Node") { Description = "An object with a globally unique id, which `node` finds again." };
        NodeInterface.Fields.Add(new OutputField("id", new NonNullType(BuiltInScalars.ID)) { DeclaringType = NodeInterface });
    }

    public InterfaceType NodeInterface { get; }

    public void Add(ObjectType type, Type idType, Func<IResolverContext, object, ValueTask<object?>> resolver)
        => _nodes[type.Name] = new NodeType(type, idType, resolver);

    /// <summary>A query's field resolves nodes of a type whose own fields are still to come.</summary>
    public void Promise(ObjectType type, NodeConfiguration configuration) => _promised.TryAdd(type, configuration);

    public bool TryGetPromised(ObjectType type, [NotNullWhen(true)] out NodeConfiguration? configuration) => _promised.TryGetValue(type, out configuration);

    /// <summary>The method that finds nodes of a type: the configured one, one that is marked, or a static one with a telling name.</summary>
    public static (MethodInfo Method, Type? ResolverClass) FindResolver(ObjectType type, NodeConfiguration configuration)
    {
        if (configuration.Method is { } method)
        {
            return (method, method.IsStatic ? null : configuration.ResolverClass);
        }

        var owner = configuration.ResolverClass ?? type.RuntimeType!;
        var methods = owner.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance);
        string[] names = configuration.ResolverMethod is { } name
            ? [name]
            : ["Get", "GetAsync", $"Get{type.RuntimeType!.Name}", $"Get{type.RuntimeType.Name}Async"];
        var found = methods.FirstOrDefault(m => m.IsDefined(typeof(NodeResolverAttribute)))
            ?? names.Select(n => methods.FirstOrDefault(m => m.Name == n)).FirstOrDefault(m => m is not null)
            ?? throw new SchemaException($"{type.Name} implements Node, and nothing finds it by its id: mark a method of {owner} with [NodeResolver].");
        return (found, found.IsStatic ? null : owner);
    }

    public IEnumerable<OutputField> CreateQueryFields(AuthorizationWeaver authorization)
    {
        var node = new OutputField("node", NodeInterface)
        {
            Description = "Fetches an object by its id; null where there is none.",
            Resolver = context => ResolveAsync(context, (string)context.ArgumentValue("id")!, authorization),
        };
        node.Arguments.Add(new InputField("id", new NonNullType(BuiltInScalars.ID)) { Description = "ID of the object." });
        yield return node;

        var nodes = new OutputField("nodes", new NonNullType(new ListType(NodeInterface)))
        {
            Description = $"Fetches objects by their ids, {_maxBatchSize} at most; null in the place of what there is not.",
            Resolver = context => ResolveAllAsync(context, authorization),
        };
        nodes.Features.Set(new ListLengthArgument("ids"));
        nodes.Arguments.Add(new InputField("ids", new NonNullType(new ListType(new NonNullType(BuiltInScalars.ID)))) { Description = "The IDs of the objects." });
        yield return nodes;
    }

    private async ValueTask<object?> ResolveAsync(IResolverContext context, string id, AuthorizationWeaver authorization)
    {
        if (!_serializer.TryParseTypeName(id, out var typeName) || !_nodes.TryGetValue(typeName, out var node))
        {
            return null;
        }

        object internalId;
        try
        {
            internalId = _serializer.Parse(id, node.IdType).InternalId;
        }
        catch (NodeIdInvalidFormatException)
        {
            return null;
        }

        await authorization.EnsureAllowedAsync(node.Type, context).ConfigureAwait(false);
        return await node.Resolver(context, internalId).ConfigureAwait(false);
    }

    // All resolvers are started before one is awaited, so that their DataLoaders make one batch.
    private async ValueTask<object?> ResolveAllAsync(IResolverContext context, AuthorizationWeaver authorization)
    {
        var ids = (IReadOnlyList<object?>)context.ArgumentValue("ids")!;
        if (ids.Count > _maxBatchSize)
        {
            throw new GraphQLException(ErrorBuilder.New()
                .SetMessage($"{ids.Count} ids were given; {_maxBatchSize} at most can be fetched at once.")
                .SetCode(TooManyNodesCode)
                .Build());
        }

        return await Task.WhenAll(ids.Select(id => ResolveAsync(context, (string)id!, authorization).AsTask())).ConfigureAwait(false);
    }

    private sealed record NodeType(ObjectType Type, Type IdType, Func<IResolverContext, object, ValueTask<object?>> Resolver);
}
