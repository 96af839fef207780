using System.Reflection;

namespace Headless.GraphQL.Authoring;

/// <summary>What is known of an object or interface type before its fields exist.</summary>
internal sealed class ObjectTypeConfiguration(string name, Type? runtimeType)
{
    public string Name { get; set; } = name;

    public Type? RuntimeType { get; } = runtimeType;

    public string? Description { get; set; }

    public bool BindsFieldsExplicitly { get; set; }

    public List<Type> Interfaces { get; } = [];

    public List<AuthorizeDirective> Authorize { get; } = [];

    public double? Cost { get; set; }

    public Func<object, bool>? IsTypeOf { get; set; }

    public NodeConfiguration? Node { get; set; }

    /// <summary>The fields that were configured or found so far.</summary>
    public List<FieldConfiguration> Fields { get; } = [];

    public FieldConfiguration GetOrAddField(MemberInfo member, IDescriptorContext context)
    {
        var field = Fields.Find(f => f.Member is not null && f.ResolverClass is null && f.Member.Name == member.Name && f.Member.MemberType == member.MemberType);
        if (field is null)
        {
            Fields.Add(field = FieldConfiguration.From(member, null, context));
        }

        return field;
    }

    public FieldConfiguration GetOrAddField(string name)
    {
        var field = Fields.Find(f => f.Name == name);
        if (field is null)
        {
            Fields.Add(field = new FieldConfiguration(name, null, null));
        }

        return field;
    }

    public void ReadAttributes(Type type, IDescriptorContext context)
    {
        foreach (var attribute in type.GetCustomAttributes(true))
        {
            switch (attribute)
            {
                case GraphQLDescriptionAttribute description:
                    Description ??= description.Description;
                    break;
                case AuthorizeAttribute authorize:
                    Authorize.Add(new AuthorizeDirective(authorize.Policy, authorize.Roles, authorize.Apply));
                    break;
                case CostAttribute cost:
                    Cost ??= cost.Weight;
                    break;
                case NodeAttribute node:
                    Node ??= NodeConfiguration.From(node);
                    break;
            }
        }

        var descriptor = new ObjectTypeDescriptor(this, context);
        foreach (var attribute in type.GetCustomAttributes<ObjectTypeDescriptorAttribute>(true).OrderBy(a => a.Order))
        {
            attribute.Configure(context, descriptor, type);
        }
    }
}

/// <summary>How a type implements <c>Node</c>.</summary>
internal sealed class NodeConfiguration
{
    public const string DefaultIdMember = "Id";

    /// <summary>The CLR property that is the id; null: <see cref="DefaultIdMember"/>.</summary>
    public string? IdMember { get; set; }

    public static NodeConfiguration From(NodeAttribute attribute)
        => new() { IdMember = attribute.IdField, ResolverClass = attribute.NodeResolverType, ResolverMethod = attribute.NodeResolver };

    public Type? ResolverClass { get; set; }

    public string? ResolverMethod { get; set; }

    /// <summary>The method, where it was named by an expression or found by its attribute.</summary>
    public MethodInfo? Method { get; set; }

    /// <summary>Finds the node, where a delegate does.</summary>
    public Func<Types.IResolverContext, object, ValueTask<object?>>? Resolver { get; set; }
}
