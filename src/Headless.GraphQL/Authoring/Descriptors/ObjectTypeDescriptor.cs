using System.Linq.Expressions;
using System.Reflection;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Authoring;

/// <summary>Writes what an attribute says of an object type into its configuration.</summary>
internal sealed class ObjectTypeDescriptor(ObjectTypeConfiguration configuration, IDescriptorContext context) : IObjectTypeDescriptor
{
    public IObjectTypeDescriptor Name(string value)
    {
        configuration.Name = value;
        return this;
    }

    public IObjectTypeDescriptor Description(string? value)
    {
        configuration.Description = value;
        return this;
    }

    public IObjectFieldDescriptor Field(string name) => new FieldDescriptor(configuration.GetOrAddField(name), context);

    public IObjectFieldDescriptor Field(MemberInfo propertyOrMethod) => new FieldDescriptor(configuration.GetOrAddField(propertyOrMethod, context), context);

    public IObjectTypeDescriptor Implements(Type interfaceType)
    {
        configuration.Interfaces.Add(interfaceType);
        return this;
    }

    public IObjectTypeDescriptor Authorize(ApplyPolicy apply = ApplyPolicy.BeforeResolver) => Require(new AuthorizeDirective(null, null, apply));

    public IObjectTypeDescriptor Authorize(string policy, ApplyPolicy apply = ApplyPolicy.BeforeResolver) => Require(new AuthorizeDirective(policy, null, apply));

    public IObjectTypeDescriptor Authorize(params string[] roles) => Require(new AuthorizeDirective(null, roles));

    public IObjectTypeDescriptor Cost(double weight)
    {
        configuration.Cost = weight;
        return this;
    }

    private ObjectTypeDescriptor Require(AuthorizeDirective directive)
    {
        configuration.Authorize.Add(directive);
        return this;
    }
}

/// <summary>Writes what a configured type class says of the object or interface type of <typeparamref name="T"/> into its configuration.</summary>
internal sealed class ObjectTypeDescriptor<T>(ObjectTypeConfiguration configuration, IDescriptorContext context)
    : IObjectTypeDescriptor<T>, IInterfaceTypeDescriptor<T>, INodeDescriptor<T>
{
    public IObjectTypeDescriptor<T> Name(string value)
    {
        configuration.Name = value;
        return this;
    }

    IInterfaceTypeDescriptor<T> IInterfaceTypeDescriptor<T>.Name(string value)
    {
        configuration.Name = value;
        return this;
    }

    public IObjectTypeDescriptor<T> Description(string? value)
    {
        configuration.Description = value;
        return this;
    }

    IInterfaceTypeDescriptor<T> IInterfaceTypeDescriptor<T>.Description(string? value)
    {
        configuration.Description = value;
        return this;
    }

    public IObjectTypeDescriptor<T> BindFieldsExplicitly() => Bind(explicitly: true);

    IInterfaceTypeDescriptor<T> IInterfaceTypeDescriptor<T>.BindFieldsExplicitly() => Bind(explicitly: true);

    public IObjectTypeDescriptor<T> BindFieldsImplicitly() => Bind(explicitly: false);

    public IObjectFieldDescriptor Field(string name) => new FieldDescriptor(configuration.GetOrAddField(name), context);

    public IObjectFieldDescriptor Field(Expression<Func<T, object?>> propertyOrMethod) => Field(MemberExpressions.GetMember(propertyOrMethod));

    public IObjectFieldDescriptor Field(MemberInfo propertyOrMethod) => new FieldDescriptor(configuration.GetOrAddField(propertyOrMethod, context), context);

    public IObjectTypeDescriptor<T> Ignore(Expression<Func<T, object?>> propertyOrMethod)
    {
        configuration.GetOrAddField(MemberExpressions.GetMember(propertyOrMethod), context).IsIgnored = true;
        return this;
    }

    IInterfaceTypeDescriptor<T> IInterfaceTypeDescriptor<T>.Ignore(Expression<Func<T, object?>> propertyOrMethod)
    {
        Ignore(propertyOrMethod);
        return this;
    }

    public IObjectTypeDescriptor<T> Implements<TInterface>()
        where TInterface : class
    {
        configuration.Interfaces.Add(typeof(TInterface));
        return this;
    }

    public INodeDescriptor<T> ImplementsNode()
    {
        configuration.Node ??= new NodeConfiguration();
        return this;
    }

    public IObjectTypeDescriptor<T> IsOfType(Func<object, bool> isOfType)
    {
        configuration.IsTypeOf = isOfType;
        return this;
    }

    public IObjectTypeDescriptor<T> Authorize(ApplyPolicy apply = ApplyPolicy.BeforeResolver) => Require(new AuthorizeDirective(null, null, apply));

    public IObjectTypeDescriptor<T> Authorize(string policy, ApplyPolicy apply = ApplyPolicy.BeforeResolver) => Require(new AuthorizeDirective(policy, null, apply));

    public IObjectTypeDescriptor<T> Authorize(params string[] roles) => Require(new AuthorizeDirective(null, roles));

    public IObjectTypeDescriptor<T> Cost(double weight)
    {
        configuration.Cost = weight;
        return this;
    }

    public INodeDescriptor<T> IdField<TId>(Expression<Func<T, TId>> propertyOrMethod)
    {
        configuration.Node!.IdMember = MemberExpressions.GetMember(propertyOrMethod).Name;
        return this;
    }

    public IObjectFieldDescriptor ResolveNode<TId>(Func<IResolverContext, TId, Task<T?>> nodeResolver)
    {
        configuration.Node!.Resolver = async (resolverContext, id) => await nodeResolver(resolverContext, (TId)id).ConfigureAwait(false);
        return IdFieldDescriptor();
    }

    public IObjectFieldDescriptor ResolveNodeWith<TResolver>(Expression<Func<TResolver, object?>> method)
    {
        configuration.Node!.ResolverClass = typeof(TResolver);
        configuration.Node.Method = (MethodInfo)MemberExpressions.GetMember(method);
        return IdFieldDescriptor();
    }

    public IObjectFieldDescriptor ResolveNodeWith<TResolver>()
    {
        configuration.Node!.ResolverClass = typeof(TResolver);
        return IdFieldDescriptor();
    }

    private FieldDescriptor IdFieldDescriptor()
    {
        var name = configuration.Node!.IdMember ?? NodeConfiguration.DefaultIdMember;
        var property = typeof(T).GetProperty(name) ?? throw new SchemaException($"{typeof(T)} implements Node and has no property '{name}'.");
        return new FieldDescriptor(configuration.GetOrAddField(property, context), context);
    }

    private ObjectTypeDescriptor<T> Bind(bool explicitly)
    {
        configuration.BindsFieldsExplicitly = explicitly;
        return this;
    }

    private ObjectTypeDescriptor<T> Require(AuthorizeDirective directive)
    {
        configuration.Authorize.Add(directive);
        return this;
    }
}
