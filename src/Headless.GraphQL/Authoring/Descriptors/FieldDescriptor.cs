using System.Linq.Expressions;
using System.Reflection;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Authoring;

/// <summary>Writes what user code says of a field into its configuration.</summary>
internal sealed class FieldDescriptor(FieldConfiguration configuration, IDescriptorContext context) : IObjectFieldDescriptor
{
    public const string DefaultDeprecationReason = "No longer supported.";

    public IObjectFieldDescriptor Name(string value)
    {
        configuration.Name = value;
        return this;
    }

    public IObjectFieldDescriptor Description(string? value)
    {
        configuration.Description = value;
        return this;
    }

    public IObjectFieldDescriptor Deprecated(string? reason)
    {
        configuration.DeprecationReason = reason ?? DefaultDeprecationReason;
        return this;
    }

    public IObjectFieldDescriptor Deprecated() => Deprecated(null);

    public IObjectFieldDescriptor Type<TOutputType>()
        where TOutputType : class
        => Type(typeof(TOutputType));

    public IObjectFieldDescriptor Type(Type type)
    {
        configuration.TypeMarker = type;
        return this;
    }

    public IObjectFieldDescriptor Argument(string argumentName, Action<IArgumentDescriptor> argumentDescriptor)
    {
        configuration.Arguments.Add((argumentName, argumentDescriptor));
        return this;
    }

    public IObjectFieldDescriptor Ignore(bool ignore = true)
    {
        configuration.IsIgnored = ignore;
        return this;
    }

    public IObjectFieldDescriptor Resolve(FieldResolver fieldResolver)
    {
        configuration.Resolver = fieldResolver;
        return this;
    }

    public IObjectFieldDescriptor Resolve(FieldResolver fieldResolver, Type resultType)
    {
        configuration.Resolver = fieldResolver;
        configuration.ResultType = resultType;
        return this;
    }

    public IObjectFieldDescriptor ResolveWith<TResolver>(Expression<Func<TResolver, object?>> propertyOrMethod)
    {
        var member = MemberExpressions.GetMember(propertyOrMethod);
        configuration.Member = member;
        configuration.ResolverClass = typeof(TResolver);
        configuration.ReadAttributes(member, context);
        return this;
    }

    public IObjectFieldDescriptor Subscribe(SubscriptionResolver subscribeResolver)
    {
        configuration.Subscribe = subscribeResolver;
        return this;
    }

    public IObjectFieldDescriptor ParentRequires(string requires)
    {
        configuration.AddParentRequirements(requires);
        return this;
    }

    public IObjectFieldDescriptor ID(string? typeName = null)
    {
        configuration.NodeId = new NodeIdReference(typeName, null);
        return this;
    }

    public IObjectFieldDescriptor Authorize(ApplyPolicy apply = ApplyPolicy.BeforeResolver) => Require(null, null, apply);

    public IObjectFieldDescriptor Authorize(string policy, ApplyPolicy apply = ApplyPolicy.BeforeResolver) => Require(policy, null, apply);

    public IObjectFieldDescriptor Authorize(params string[] roles) => Require(null, roles, ApplyPolicy.BeforeResolver);

    public IObjectFieldDescriptor AllowAnonymous()
    {
        configuration.AllowAnonymous = true;
        return this;
    }

    public IObjectFieldDescriptor Cost(double weight)
    {
        configuration.Cost = weight;
        return this;
    }

    public ObjectFieldDescriptorExtension Extend() => configuration.Extension;

    private FieldDescriptor Require(string? policy, string[]? roles, ApplyPolicy apply)
    {
        configuration.Authorize.Add(new AuthorizeDirective(policy, roles, apply));
        return this;
    }
}

/// <summary>The member that an expression such as <c>t =&gt; t.Name</c> or <c>t =&gt; t.GetAsync(default!)</c> names.</summary>
internal static class MemberExpressions
{
    public static MemberInfo GetMember(LambdaExpression expression)
    {
        var body = expression.Body;
        while (body is UnaryExpression { NodeType: ExpressionType.Convert or ExpressionType.ConvertChecked } convert)
        {
            body = convert.Operand;
        }

        return body switch
        {
            MemberExpression { Member: PropertyInfo property } => property,
            MethodCallExpression call => call.Method,
            _ => throw new ArgumentException($"'{expression}' names neither a property nor a method.", nameof(expression)),
        };
    }
}
