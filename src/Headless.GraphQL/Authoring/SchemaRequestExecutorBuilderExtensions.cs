using Headless.GraphQL;
using Headless.GraphQL.Authoring;
using Headless.GraphQL.Types;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds types and conventions to a schema.</summary>
public static class SchemaRequestExecutorBuilderExtensions
{
    /// <summary>The root type <c>Query</c>, whose fields come from extensions.</summary>
    public static IRequestExecutorBuilder AddQueryType(this IRequestExecutorBuilder builder)
        => builder.AddRootType(OperationTypeNames.Query, null);

    public static IRequestExecutorBuilder AddQueryType<TQuery>(this IRequestExecutorBuilder builder)
        where TQuery : class
        => builder.AddRootType(OperationTypeNames.Query, typeof(TQuery));

    /// <summary>The root type <c>Mutation</c>, whose fields come from extensions.</summary>
    public static IRequestExecutorBuilder AddMutationType(this IRequestExecutorBuilder builder)
        => builder.AddRootType(OperationTypeNames.Mutation, null);

    public static IRequestExecutorBuilder AddMutationType<TMutation>(this IRequestExecutorBuilder builder)
        where TMutation : class
        => builder.AddRootType(OperationTypeNames.Mutation, typeof(TMutation));

    /// <summary>The root type <c>Subscription</c>, whose fields come from extensions.</summary>
    public static IRequestExecutorBuilder AddSubscriptionType(this IRequestExecutorBuilder builder)
        => builder.AddRootType(OperationTypeNames.Subscription, null);

    public static IRequestExecutorBuilder AddSubscriptionType<TSubscription>(this IRequestExecutorBuilder builder)
        where TSubscription : class
        => builder.AddRootType(OperationTypeNames.Subscription, typeof(TSubscription));

    /// <summary>A class marked <see cref="ExtendObjectTypeAttribute"/>, or derived from <see cref="ObjectTypeExtension{T}"/>.</summary>
    public static IRequestExecutorBuilder AddTypeExtension<T>(this IRequestExecutorBuilder builder)
        => builder.AddTypeExtension(typeof(T));

    /// <inheritdoc cref="AddTypeExtension{T}" />
    /// <remarks>Static classes can be given this way.</remarks>
    public static IRequestExecutorBuilder AddTypeExtension(this IRequestExecutorBuilder builder, Type typeExtension)
        => builder.Configure(c => c.Types.Add(typeExtension));

    /// <summary>A CLR type, a configured type class or a scalar class.</summary>
    public static IRequestExecutorBuilder AddType<T>(this IRequestExecutorBuilder builder)
        => builder.AddType(typeof(T));

    /// <inheritdoc cref="AddType{T}" />
    public static IRequestExecutorBuilder AddType(this IRequestExecutorBuilder builder, Type type)
        => builder.Configure(c => c.Types.Add(type));

    /// <summary>A type that was made elsewhere, such as a scalar.</summary>
    public static IRequestExecutorBuilder AddType(this IRequestExecutorBuilder builder, NamedType type)
        => builder.Configure(c => c.SchemaTypes.Add(type));

    public static IRequestExecutorBuilder AddObjectType<T>(this IRequestExecutorBuilder builder)
        => builder.AddConfiguredType(new ObjectType<T>());

    public static IRequestExecutorBuilder AddObjectType<T>(this IRequestExecutorBuilder builder, Action<IObjectTypeDescriptor<T>> configure)
        => builder.AddConfiguredType(new ObjectType<T>(configure));

    public static IRequestExecutorBuilder AddInterfaceType<T>(this IRequestExecutorBuilder builder)
        => builder.AddConfiguredType(new InterfaceType<T>());

    public static IRequestExecutorBuilder AddInterfaceType<T>(this IRequestExecutorBuilder builder, Action<IInterfaceTypeDescriptor<T>> configure)
        => builder.AddConfiguredType(new InterfaceType<T>(configure));

    public static IRequestExecutorBuilder AddUnionType<T>(this IRequestExecutorBuilder builder)
        => builder.AddConfiguredType(new UnionType<T>());

    public static IRequestExecutorBuilder AddUnionType<T>(this IRequestExecutorBuilder builder, Action<IUnionTypeDescriptor> configure)
        => builder.AddConfiguredType(new UnionType<T>(configure));

    public static IRequestExecutorBuilder AddEnumType<T>(this IRequestExecutorBuilder builder)
        => builder.AddConfiguredType(new EnumType<T>());

    public static IRequestExecutorBuilder AddEnumType<T>(this IRequestExecutorBuilder builder, Action<IEnumTypeDescriptor<T>> configure)
        => builder.AddConfiguredType(new EnumType<T>(configure));

    public static IRequestExecutorBuilder AddInputObjectType<T>(this IRequestExecutorBuilder builder)
        => builder.AddConfiguredType(new InputObjectType<T>());

    public static IRequestExecutorBuilder AddInputObjectType<T>(this IRequestExecutorBuilder builder, Action<IInputObjectTypeDescriptor<T>> configure)
        => builder.AddConfiguredType(new InputObjectType<T>(configure));

    /// <summary>Values of the CLR type are that scalar: its marker, such as <see cref="LongType"/>, or a scalar class.</summary>
    public static IRequestExecutorBuilder BindRuntimeType<TRuntimeType, TSchemaType>(this IRequestExecutorBuilder builder)
        where TSchemaType : class
        => builder.Configure(c => c.RuntimeTypeBindings[typeof(TRuntimeType)] = typeof(TSchemaType));

    /// <summary>Mutations take one input object and answer a payload with their result and their errors.</summary>
    public static IRequestExecutorBuilder AddMutationConventions(this IRequestExecutorBuilder builder, bool applyToAllMutations)
        => builder.AddMutationConventions(new MutationConventionOptions { ApplyToAllMutations = applyToAllMutations });

    /// <inheritdoc cref="AddMutationConventions(IRequestExecutorBuilder, bool)" />
    public static IRequestExecutorBuilder AddMutationConventions(this IRequestExecutorBuilder builder, MutationConventionOptions? options = null)
        => builder.Configure(c => c.MutationConventions = options ?? new MutationConventionOptions());

    /// <summary>The interface that all errors of mutations implement, instead of <c>Error</c> with its message alone.</summary>
    public static IRequestExecutorBuilder AddErrorInterfaceType<T>(this IRequestExecutorBuilder builder)
        where T : class
        => builder.Configure(c => c.ErrorInterface = typeof(T));

    /// <summary>The interface <c>Node</c> and the fields <c>node</c> and <c>nodes</c>.</summary>
    public static IRequestExecutorBuilder AddGlobalObjectIdentification(this IRequestExecutorBuilder builder)
        => builder.Configure(c => c.GlobalObjectIdentification = true);

    public static IRequestExecutorBuilder ModifyOptions(this IRequestExecutorBuilder builder, Action<SchemaOptions> configure)
        => builder.Configure(c => configure(c.Options));

    /// <summary>
    /// What a caller of <c>node</c> and <c>nodes</c> needs, besides what the types that they find need. HotChocolate:
    /// <c>ModifyAuthorizationOptions(o => o.ConfigureNodeFields = …)</c>.
    /// </summary>
    public static IRequestExecutorBuilder AuthorizeNodeFields(this IRequestExecutorBuilder builder, string policy)
        => builder.Configure(c => c.NodeRequirements.Add(new AuthorizeDirective(policy, Roles: null)));

    /// <summary>
    /// Called with the schema when all of its types are put together and before it is validated: the last moment at which they may be
    /// changed. HotChocolate has type interceptors instead.
    /// </summary>
    public static IRequestExecutorBuilder CompleteSchema(this IRequestExecutorBuilder builder, Action<Schema> complete)
        => builder.Configure(c => c.Completions.Add(complete));

    private static IRequestExecutorBuilder AddRootType(this IRequestExecutorBuilder builder, string name, Type? type)
        => builder.Configure(c => c.RootTypes[name] = type);

    private static IRequestExecutorBuilder AddConfiguredType(this IRequestExecutorBuilder builder, TypeConfigurationClass type)
        => builder.Configure(c => c.ConfiguredTypes.Add(type));

    private static IRequestExecutorBuilder Configure(this IRequestExecutorBuilder builder, Action<SchemaConfiguration> configure)
    {
        configure(builder.GetConfiguration());
        return builder;
    }
}
