using System.Linq.Expressions;
using System.Reflection;

namespace Headless.GraphQL;

/// <summary>Configures an object type.</summary>
public interface IObjectTypeDescriptor
{
    IObjectTypeDescriptor Name(string value);

    IObjectTypeDescriptor Description(string? value);

    /// <summary>A field by its name in the schema: a new one, or one of the type's own.</summary>
    IObjectFieldDescriptor Field(string name);

    /// <summary>A field for a CLR member.</summary>
    IObjectFieldDescriptor Field(MemberInfo propertyOrMethod);

    IObjectTypeDescriptor Implements(Type interfaceType);

    /// <summary>Every field of the type, and every field that answers it, needs this.</summary>
    IObjectTypeDescriptor Authorize(ApplyPolicy apply = ApplyPolicy.BeforeResolver);

    /// <inheritdoc cref="Authorize(ApplyPolicy)" />
    IObjectTypeDescriptor Authorize(string policy, ApplyPolicy apply = ApplyPolicy.BeforeResolver);

    /// <inheritdoc cref="Authorize(ApplyPolicy)" />
    IObjectTypeDescriptor Authorize(params string[] roles);

    IObjectTypeDescriptor Cost(double weight);
}

/// <summary>Configures the object type of <typeparamref name="T"/>.</summary>
public interface IObjectTypeDescriptor<T>
{
    IObjectTypeDescriptor<T> Name(string value);

    IObjectTypeDescriptor<T> Description(string? value);

    /// <summary>Only fields that are configured here become fields.</summary>
    IObjectTypeDescriptor<T> BindFieldsExplicitly();

    /// <summary>All public properties and resolver methods become fields: the default.</summary>
    IObjectTypeDescriptor<T> BindFieldsImplicitly();

    IObjectFieldDescriptor Field(string name);

    IObjectFieldDescriptor Field(Expression<Func<T, object?>> propertyOrMethod);

    IObjectFieldDescriptor Field(MemberInfo propertyOrMethod);

    IObjectTypeDescriptor<T> Ignore(Expression<Func<T, object?>> propertyOrMethod);

    IObjectTypeDescriptor<T> Implements<TInterface>()
        where TInterface : class;

    /// <summary>The type implements <c>Node</c> (global object identification).</summary>
    INodeDescriptor<T> ImplementsNode();

    /// <summary>Whether a value is of this type, asked for fields of an abstract type.</summary>
    IObjectTypeDescriptor<T> IsOfType(Func<object, bool> isOfType);

    /// <inheritdoc cref="IObjectTypeDescriptor.Authorize(ApplyPolicy)" />
    IObjectTypeDescriptor<T> Authorize(ApplyPolicy apply = ApplyPolicy.BeforeResolver);

    /// <inheritdoc cref="IObjectTypeDescriptor.Authorize(ApplyPolicy)" />
    IObjectTypeDescriptor<T> Authorize(string policy, ApplyPolicy apply = ApplyPolicy.BeforeResolver);

    /// <inheritdoc cref="IObjectTypeDescriptor.Authorize(ApplyPolicy)" />
    IObjectTypeDescriptor<T> Authorize(params string[] roles);

    IObjectTypeDescriptor<T> Cost(double weight);
}

/// <summary>Configures how a type implements <c>Node</c>.</summary>
public interface INodeDescriptor<T>
{
    /// <summary>The property that is the id; <c>Id</c> unless called.</summary>
    INodeDescriptor<T> IdField<TId>(Expression<Func<T, TId>> propertyOrMethod);

    /// <summary>Finds a node by its decoded id; null where there is none.</summary>
    IObjectFieldDescriptor ResolveNode<TId>(Func<Types.IResolverContext, TId, Task<T?>> nodeResolver);

    /// <summary>Finds a node with a method whose first argument is the decoded id.</summary>
    IObjectFieldDescriptor ResolveNodeWith<TResolver>(Expression<Func<TResolver, object?>> method);

    /// <summary>Finds a node with the class's method that is marked <see cref="NodeResolverAttribute"/>.</summary>
    IObjectFieldDescriptor ResolveNodeWith<TResolver>();
}
