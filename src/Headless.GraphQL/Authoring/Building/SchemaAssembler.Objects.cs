using System.Reflection;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Authoring;

/// <content>Object types: root types, types of CLR classes, and what extends them.</content>
internal sealed partial class SchemaAssembler
{
    private Dictionary<string, ObjectType> CreateRootTypes()
    {
        var roots = new Dictionary<string, ObjectType>(StringComparer.Ordinal);
        foreach (var name in (string[])[OperationTypeNames.Query, OperationTypeNames.Mutation, OperationTypeNames.Subscription])
        {
            if (!_configuration.RootTypes.TryGetValue(name, out var rootClass))
            {
                continue;
            }

            if (rootClass is not null)
            {
                _extensions.Insert(0, (rootClass, new ExtendObjectTypeAttribute(name)));
            }

            var configuration = new ObjectTypeConfiguration(name, null);
            var type = new ObjectType(name);
            Register(type);
            roots[name] = type;
            _pending.Enqueue(() => CompleteObject(type, configuration));
        }

        var unknown = _extensions.Where(e => e.Target is { ExtendsType: null, Name: { } name } && IsRootName(name) && !roots.ContainsKey(name)).Select(e => e.Class).ToList();
        return unknown.Count == 0
            ? roots
            : throw new SchemaException([.. unknown.Select(c => $"{c} extends '{c.GetCustomAttribute<ExtendObjectTypeAttribute>()!.Name}', which the schema does not have.")]);
    }

    private ObjectType CreateObject(Type clrType)
    {
        var configuration = new ObjectTypeConfiguration(
            typeof(Exception).IsAssignableFrom(clrType) ? MutationConvention.ErrorTypeName(clrType) : NamingConventions.OutputTypeName(clrType),
            clrType);
        configuration.ReadAttributes(clrType, this);
        foreach (var configured in Configured(ConfiguredKind.Object, clrType))
        {
            configured.Apply(configuration, this);
        }

        var type = new ObjectType(configuration.Name) { RuntimeType = clrType, IsTypeOf = configuration.IsTypeOf };
        Register(type);
        _objectConfigurations[type] = configuration;
        _pending.Enqueue(() => CompleteObject(type, configuration));
        return type;
    }

    /// <summary>How a type implements <c>Node</c>, as its class, its configuration, an extension or a query's field says; null where it does not.</summary>
    private NodeConfiguration? FindNode(ObjectType type, ObjectTypeConfiguration configuration)
    {
        if (configuration.Node is { } node || _nodes.TryGetPromised(type, out node))
        {
            return node;
        }

        foreach (var (extension, _) in _extensions.Where(e => Extends(e.Target, type)))
        {
            if (extension.GetCustomAttribute<NodeAttribute>() is { } attribute)
            {
                return NodeConfiguration.From(attribute);
            }

            if (ClrMembers.OfExtension(extension).Any(m => m.IsDefined(typeof(NodeResolverAttribute))))
            {
                return new NodeConfiguration();
            }
        }

        return null;
    }

    private void CompleteObject(ObjectType type, ObjectTypeConfiguration configuration)
    {
        var fields = GetOwnFields(configuration);
        foreach (var (extension, target) in _extensions.Where(e => Extends(e.Target, type)))
        {
            configuration.ReadAttributes(extension, this);
            AddExtensionFields(type, configuration, fields, extension, target);
        }

        type.Description = configuration.Description;
        if (configuration.Cost is { } weight)
        {
            ApplyCost(type.Directives, weight);
        }

        _authorization.Require(type, configuration.Authorize);
        foreach (var interfaceClass in configuration.Interfaces)
        {
            AddInterface(type, GetMarkedType(interfaceClass, isInput: false));
        }

        if (configuration.Node is { } node || _nodes.TryGetPromised(type, out node))
        {
            ImplementNode(type, node, fields);
        }

        if (type.Name == OperationTypeNames.Query && _configuration.GlobalObjectIdentification)
        {
            Register(_nodes.NodeInterface);
            foreach (var field in _nodes.CreateQueryFields(_authorization))
            {
                field.DeclaringType = type;
                _authorization.Require(field, _configuration.NodeRequirements, allowAnonymous: false);
                ApplyDefaultCost(field, CostOptions.DefaultResolverCost);
                type.Fields.Add(field);
            }
        }

        foreach (var field in fields.Where(f => !f.IsIgnored))
        {
            Attempt(() => type.Fields.Add(CreateField(field, type)));
        }
    }

    /// <summary>The fields of the CLR type in its order, then those that were configured beside them.</summary>
    private List<FieldConfiguration> GetOwnFields(ObjectTypeConfiguration configuration)
    {
        var fields = new List<FieldConfiguration>();
        if (configuration.RuntimeType is { } runtimeType)
        {
            var members = typeof(Exception).IsAssignableFrom(runtimeType) ? ClrMembers.OfError(runtimeType) : ClrMembers.OfObject(runtimeType);
            foreach (var member in members)
            {
                var known = configuration.Fields.Find(f => f.ResolverClass is null && f.Member is { } m && m.Name == member.Name && m.MemberType == member.MemberType);
                if (known is not null || !configuration.BindsFieldsExplicitly)
                {
                    fields.Add(known ?? FieldConfiguration.From(member, null, this));
                }
            }
        }

        foreach (var field in configuration.Fields.Except(fields))
        {
            Place(fields, field, null);
        }

        return fields;
    }

    private void AddExtensionFields(ObjectType type, ObjectTypeConfiguration configuration, List<FieldConfiguration> fields, Type extension, ExtendObjectTypeAttribute target)
    {
        foreach (var property in target.IgnoreProperties ?? [])
        {
            fields.RemoveAll(f => f.Member?.Name == property);
        }

        foreach (var name in target.IgnoreFields ?? [])
        {
            fields.RemoveAll(f => f.Name == name);
        }

        foreach (var member in ClrMembers.OfExtension(extension))
        {
            var field = FieldConfiguration.From(member, extension, this);
            if (member is MethodInfo method && method.IsDefined(typeof(NodeResolverAttribute)))
            {
                if (type.Name != OperationTypeNames.Query)
                {
                    configuration.Node ??= new NodeConfiguration();
                    configuration.Node.Method = method;
                    configuration.Node.ResolverClass = extension;
                    continue;
                }

                var node = GetObjectType(ClrTypeReference.Of(method.ReturnParameter).Type);
                _nodes.Promise(node, new NodeConfiguration { Method = method, ResolverClass = extension });
                field.NodeTypeOfFirstArgument = node.Name;
            }

            Place(fields, field, field.BoundMember);
        }
    }

    /// <summary>Puts a field in the place of the one that it replaces, configures or stands in for; otherwise at the end.</summary>
    private static void Place(List<FieldConfiguration> fields, FieldConfiguration field, string? boundMember)
    {
        var index = fields.FindIndex(f => boundMember is null ? f.Name == field.Name : f.Member?.Name == boundMember);
        if (index < 0)
        {
            fields.Add(field);
        }
        else if (field.Member is null && field.Resolver is null)
        {
            fields[index].Take(field);
        }
        else
        {
            fields[index] = field;
        }
    }

    private void ImplementNode(ObjectType type, NodeConfiguration node, List<FieldConfiguration> fields)
    {
        var member = node.IdMember ?? NodeConfiguration.DefaultIdMember;
        var id = fields.Find(f => f.Member is PropertyInfo && f.Member.Name == member)
            ?? throw new SchemaException($"{type.Name} implements Node and has no property '{member}'.");
        id.Name = "id";
        id.IsIgnored = false;
        id.IsNonNull = true;
        id.NodeId = new NodeIdReference(type.Name, null);
        Register(_nodes.NodeInterface);
        AddInterface(type, _nodes.NodeInterface);
        var resolver = node.Resolver;
        if (resolver is null)
        {
            var (method, resolverClass) = NodeRegistry.FindResolver(type, node);
            resolver = _compiler.CompileNodeResolver(method, resolverClass);
        }

        _nodes.Add(type, ((PropertyInfo)id.Member!).PropertyType, resolver);
    }

    /// <summary>Object types implement the interface types whose CLR type their own is assignable to, and are members of such unions.</summary>
    private void ImplementInterfaces()
    {
        var objects = _typesInOrder.OfType<ObjectType>().Where(o => o.RuntimeType is not null).ToList();
        foreach (var type in objects)
        {
            foreach (var interfaceType in _typesInOrder.OfType<InterfaceType>().Where(i => i.RuntimeType is { } r && r.IsAssignableFrom(type.RuntimeType)).ToList())
            {
                AddInterface(type, interfaceType);
            }

            foreach (var union in _typesInOrder.OfType<UnionType>().Where(u => u.RuntimeType is { } r && r.IsAssignableFrom(type.RuntimeType) && !u.Types.Contains(type)))
            {
                union.Types.Add(type);
            }
        }

        foreach (var interfaceType in _typesInOrder.OfType<InterfaceType>().Where(i => i.RuntimeType is not null))
        {
            foreach (var parent in _typesInOrder.OfType<InterfaceType>().Where(i => i != interfaceType && i.RuntimeType is { } r && r.IsAssignableFrom(interfaceType.RuntimeType)))
            {
                AddInterface(interfaceType, parent);
            }
        }
    }

    private static void AddInterface(FieldsType type, GraphQLType interfaceType)
    {
        if (interfaceType is not InterfaceType implemented)
        {
            throw new SchemaException($"{type.Name} cannot implement {interfaceType}: it is no interface type.");
        }

        if (!type.Interfaces.Contains(implemented))
        {
            type.Interfaces.Add(implemented);
        }
    }

    private static bool Extends(ExtendObjectTypeAttribute target, ObjectType type)
        => target.ExtendsType is { } extended ? type.RuntimeType is { } runtimeType && extended.IsAssignableFrom(runtimeType) : target.Name == type.Name;

    private static bool IsRootName(string name) => name is OperationTypeNames.Query or OperationTypeNames.Mutation or OperationTypeNames.Subscription;
}
