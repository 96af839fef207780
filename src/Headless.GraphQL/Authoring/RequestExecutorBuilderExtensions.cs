using System.Diagnostics.CodeAnalysis;
using Headless.GraphQL;
using Headless.GraphQL.Authoring;
using Headless.GraphQL.Execution;
using Headless.GraphQL.Execution.Subscriptions;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Configures how requests are executed, and builds what executes them.</summary>
public static class RequestExecutorBuilderExtensions
{
    /// <summary>A filter over every error of every request; filters run in the order in which they were added.</summary>
    public static IRequestExecutorBuilder AddErrorFilter<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(this IRequestExecutorBuilder builder)
        where T : class, IErrorFilter
    {
        builder.Services.TryAddSingleton<T>();
        builder.GetConfiguration().ErrorFilters.Add(static services => services.GetRequiredService<T>());
        return builder;
    }

    public static IRequestExecutorBuilder AddErrorFilter(this IRequestExecutorBuilder builder, Func<IError, IError> errorFilter)
    {
        var filter = new DelegateErrorFilter(errorFilter);
        builder.GetConfiguration().ErrorFilters.Add(_ => filter);
        return builder;
    }

    /// <summary>A DataLoader: one for each request.</summary>
    public static IRequestExecutorBuilder AddDataLoader<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(this IRequestExecutorBuilder builder)
        where T : class
    {
        builder.Services.TryAddScoped<T>();
        return builder;
    }

    /// <summary>A DataLoader behind an interface: one for each request.</summary>
    public static IRequestExecutorBuilder AddDataLoader<TService, [DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] TImplementation>(this IRequestExecutorBuilder builder)
        where TService : class
        where TImplementation : class, TService
    {
        builder.Services.TryAddScoped<TImplementation>();
        builder.Services.TryAddScoped<TService>(static services => services.GetRequiredService<TImplementation>());
        return builder;
    }

    /// <summary>Checks of <see cref="AuthorizeAttribute"/> by the roles of the request's principal, unless the application has a handler.</summary>
    public static IRequestExecutorBuilder AddAuthorization(this IRequestExecutorBuilder builder)
    {
        builder.Services.TryAddSingleton<IAuthorizationHandler>(RoleAuthorizationHandler.Instance);
        return builder;
    }

    /// <summary>The handler that decides about <see cref="AuthorizeAttribute"/>: one for each request.</summary>
    public static IRequestExecutorBuilder AddAuthorizationHandler<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicConstructors)] T>(this IRequestExecutorBuilder builder)
        where T : class, IAuthorizationHandler
    {
        builder.Services.RemoveAll<IAuthorizationHandler>();
        builder.Services.AddScoped<IAuthorizationHandler, T>();
        return builder;
    }

    /// <summary>Topics inside this process, for subscriptions.</summary>
    public static IRequestExecutorBuilder AddInMemorySubscriptions(this IRequestExecutorBuilder builder, InMemorySubscriptionOptions? options = null)
    {
        builder.Services.TryAddSingleton(new InMemoryTopics(options ?? new InMemorySubscriptionOptions()));
        builder.Services.TryAddSingleton<ITopicEventSender>(static services => services.GetRequiredService<InMemoryTopics>());
        builder.Services.TryAddSingleton<ITopicEventReceiver>(static services => services.GetRequiredService<InMemoryTopics>());
        return builder;
    }

    public static IRequestExecutorBuilder ModifyRequestOptions(this IRequestExecutorBuilder builder, Action<RequestExecutorOptions> modify)
    {
        modify(builder.GetConfiguration().RequestOptions);
        return builder;
    }

    /// <summary>
    /// Activities, meters and logs of requests, all of them named <see cref="InstrumentationOptions.SourceName"/>. They cost nothing while
    /// nobody listens.
    /// </summary>
    public static IRequestExecutorBuilder AddInstrumentation(this IRequestExecutorBuilder builder, Action<InstrumentationOptions>? options = null)
    {
        var instrumentation = builder.GetConfiguration().Instrumentation ??= new InstrumentationOptions();
        options?.Invoke(instrumentation);
        return builder;
    }

    /// <summary>Changes what operations may cost and the weights that the conventions give.</summary>
    public static IRequestExecutorBuilder ModifyCostOptions(this IRequestExecutorBuilder builder, Action<CostOptions> configure)
    {
        configure(builder.GetConfiguration().CostOptions);
        return builder;
    }

    /// <summary>The executor of a schema of the application.</summary>
    public static ValueTask<IRequestExecutor> GetRequestExecutorAsync(this IServiceProvider services, string? schemaName = null, CancellationToken cancellationToken = default)
        => services.GetRequiredService<IRequestExecutorResolver>().GetRequestExecutorAsync(schemaName, cancellationToken);

    internal static SchemaConfiguration GetConfiguration(this IRequestExecutorBuilder builder) => builder.Services.GetSchemaConfiguration(builder.Name);

    private sealed class DelegateErrorFilter(Func<IError, IError> filter) : IErrorFilter
    {
        public IError OnError(IError error) => filter(error);
    }
}
