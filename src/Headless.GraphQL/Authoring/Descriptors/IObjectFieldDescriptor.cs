using System.Linq.Expressions;
using Headless.GraphQL.Types;

namespace Headless.GraphQL;

/// <summary>Configures a field of an object or interface type.</summary>
public interface IObjectFieldDescriptor
{
    IObjectFieldDescriptor Name(string value);

    IObjectFieldDescriptor Description(string? value);

    IObjectFieldDescriptor Deprecated(string? reason);

    IObjectFieldDescriptor Deprecated();

    /// <summary>The field's type: a marker such as <c>NonNullType&lt;IdType&gt;</c>, a configured type class, or a CLR type.</summary>
    IObjectFieldDescriptor Type<TOutputType>()
        where TOutputType : class;

    /// <inheritdoc cref="Type{TOutputType}" />
    IObjectFieldDescriptor Type(Type type);

    IObjectFieldDescriptor Argument(string argumentName, Action<IArgumentDescriptor> argumentDescriptor);

    IObjectFieldDescriptor Ignore(bool ignore = true);

    IObjectFieldDescriptor Resolve(FieldResolver fieldResolver);

    /// <summary>As <see cref="Resolve(FieldResolver)"/>; the type of the result is the field's unless <see cref="Type(System.Type)"/> says otherwise.</summary>
    IObjectFieldDescriptor Resolve(FieldResolver fieldResolver, Type resultType);

    /// <summary>Resolves with a method: its parameters are bound like those of any resolver method.</summary>
    IObjectFieldDescriptor ResolveWith<TResolver>(Expression<Func<TResolver, object?>> propertyOrMethod);

    /// <summary>Produces the source stream of a subscription's field.</summary>
    IObjectFieldDescriptor Subscribe(SubscriptionResolver subscribeResolver);

    /// <summary>The properties of the parent that the resolver reads, separated by blanks.</summary>
    IObjectFieldDescriptor ParentRequires(string requires);

    /// <summary>The field is a global id; of the declaring type unless a name is given.</summary>
    IObjectFieldDescriptor ID(string? typeName = null);

    IObjectFieldDescriptor Authorize(ApplyPolicy apply = ApplyPolicy.BeforeResolver);

    IObjectFieldDescriptor Authorize(string policy, ApplyPolicy apply = ApplyPolicy.BeforeResolver);

    IObjectFieldDescriptor Authorize(params string[] roles);

    IObjectFieldDescriptor AllowAnonymous();

    IObjectFieldDescriptor Cost(double weight);

    /// <summary>Where other parts of the engine hook into the creation of the field.</summary>
    ObjectFieldDescriptorExtension Extend();
}

/// <summary>How other parts of the engine, such as paging and filtering, take part in the creation of a field.</summary>
public sealed class ObjectFieldDescriptorExtension
{
    internal List<Action<SchemaBuildContext, OutputField>> CreateHooks { get; } = [];

    /// <summary>
    /// Called once the field has its name, its inferred type, its arguments and its resolver, and before it is added to its type; hooks of
    /// one field run in the order of its attributes. A hook may replace <see cref="OutputField.Type"/>, <see cref="OutputField.Resolver"/>
    /// and <see cref="OutputField.PureResolver"/>, add arguments and set <see cref="OutputField.Features"/>. Types that the field refers to may
    /// not have their fields yet: see <see cref="SchemaBuildContext.OnTypesCompleted"/>.
    /// <see cref="OutputField.DeclaringType"/> is set.
    /// </summary>
    public void OnCreate(Action<SchemaBuildContext, OutputField> hook) => CreateHooks.Add(hook);
}
