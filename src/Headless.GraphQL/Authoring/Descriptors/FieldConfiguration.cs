using System.Reflection;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Authoring;

/// <summary>What is known of a field of an object or interface type before its schema type exists.</summary>
internal sealed class FieldConfiguration(string name, MemberInfo? member, Type? resolverClass)
{
    public string Name { get; set; } = name;

    /// <summary>The property or method behind the field; null where a delegate resolves it.</summary>
    public MemberInfo? Member { get; set; } = member;

    /// <summary>The class that has <see cref="Member"/> where it is not the parent's: an extension or a resolver class.</summary>
    public Type? ResolverClass { get; set; } = resolverClass;

    public string? Description { get; set; }

    public string? DeprecationReason { get; set; }

    public bool IsIgnored { get; set; }

    public bool IsNonNull { get; set; }

    public Type? TypeMarker { get; set; }

    /// <summary>The CLR type that <see cref="Resolver"/> answers.</summary>
    public Type? ResultType { get; set; }

    public FieldResolver? Resolver { get; set; }

    public SubscriptionResolver? Subscribe { get; set; }

    public List<AuthorizeDirective> Authorize { get; } = [];

    public bool AllowAnonymous { get; set; }

    public double? Cost { get; set; }

    public ListSizeAttribute? ListSize { get; set; }

    public NodeIdReference? NodeId { get; set; }

    /// <summary>For a query's field that finds nodes: its first argument is a global id of that type.</summary>
    public string? NodeTypeOfFirstArgument { get; set; }

    public bool? IsProjected { get; set; }

    public HashSet<string> ParentRequirements { get; } = new(StringComparer.Ordinal);

    /// <summary>The CLR member that the field stands in for.</summary>
    public string? BoundMember { get; set; }

    public List<(string Name, Action<IArgumentDescriptor> Configure)> Arguments { get; } = [];

    public ObjectFieldDescriptorExtension Extension { get; } = new();

    public static FieldConfiguration From(MemberInfo member, Type? resolverClass, IDescriptorContext context)
    {
        var configuration = new FieldConfiguration(NamingConventions.FieldName(member), member, resolverClass);
        configuration.ReadAttributes(member, context);
        return configuration;
    }

    /// <summary>Takes the attributes of the method or property; also of one that resolves a field that was named before.</summary>
    public void ReadAttributes(MemberInfo member, IDescriptorContext context)
    {
        foreach (var attribute in member.GetCustomAttributes(true))
        {
            switch (attribute)
            {
                case GraphQLDescriptionAttribute description:
                    Description = description.Description;
                    break;
                case GraphQLDeprecatedAttribute deprecated:
                    DeprecationReason = deprecated.DeprecationReason;
                    break;
                case ObsoleteAttribute obsolete:
                    DeprecationReason ??= obsolete.Message ?? FieldDescriptor.DefaultDeprecationReason;
                    break;
                case GraphQLIgnoreAttribute:
                    IsIgnored = true;
                    break;
                case GraphQLTypeAttribute type:
                    TypeMarker = type.Type;
                    break;
                case GraphQLNonNullTypeAttribute:
                    IsNonNull = true;
                    break;
                case IDAttribute id:
                    NodeId = NodeIdReference.From(id);
                    break;
                case AuthorizeAttribute authorize:
                    Authorize.Add(new AuthorizeDirective(authorize.Policy, authorize.Roles, authorize.Apply));
                    break;
                case AllowAnonymousAttribute:
                    AllowAnonymous = true;
                    break;
                case CostAttribute cost:
                    Cost = cost.Weight;
                    break;
                case ListSizeAttribute listSize:
                    ListSize = listSize;
                    break;
                case IsProjectedAttribute projected:
                    IsProjected = projected.IsProjected;
                    break;
                case BindMemberAttribute bound:
                    BoundMember = bound.Name;
                    break;
            }
        }

        if (member is MethodInfo method)
        {
            foreach (var parameter in method.GetParameters())
            {
                AddParentRequirements(parameter.GetCustomAttribute<ParentAttribute>()?.Requires);
            }
        }

        var descriptor = new FieldDescriptor(this, context);
        foreach (var attribute in member.GetCustomAttributes<ObjectFieldDescriptorAttribute>(true).OrderBy(a => a.Order))
        {
            attribute.Configure(context, descriptor, member);
        }
    }

    /// <summary>Takes over what another configuration of the same field says.</summary>
    public void Take(FieldConfiguration other)
    {
        Description = other.Description ?? Description;
        DeprecationReason = other.DeprecationReason ?? DeprecationReason;
        TypeMarker = other.TypeMarker ?? TypeMarker;
        Cost = other.Cost ?? Cost;
        ListSize = other.ListSize ?? ListSize;
        NodeId = other.NodeId ?? NodeId;
        IsIgnored |= other.IsIgnored;
        AllowAnonymous |= other.AllowAnonymous;
        Authorize.AddRange(other.Authorize);
        Arguments.AddRange(other.Arguments);
        ParentRequirements.UnionWith(other.ParentRequirements);
        Extension.CreateHooks.AddRange(other.Extension.CreateHooks);
    }

    public void AddParentRequirements(string? requires)
    {
        foreach (var property in requires?.Split([' ', ',', '{', '}'], StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            ParentRequirements.Add(property);
        }
    }
}
