// HotChocolate.Execution, HotChocolate.AspNetCore: what the folder Hosting puts the server together with.
using HotChocolate.AspNetCore;
using HotChocolate.Authorization;
using HotChocolate.Execution.Configuration;
using HotChocolate.Types;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace HotChocolate
{
    public class SchemaOptions
    {
        public FieldBindingFlags DefaultFieldBindingFlags { get; set; }

        public bool EnableOneOf { get; set; }
    }
}

namespace HotChocolate.Execution.Configuration
{
    public interface IRequestExecutorBuilder
    {
        string Name { get; }

        Microsoft.Extensions.DependencyInjection.IServiceCollection Services { get; }
    }
}

namespace HotChocolate.AspNetCore
{
    public sealed class GraphQLServerOptions
    {
        public GraphQLToolOptions Tool { get; internal set; } = new();

        public bool EnableGetRequests { get; set; }

        public bool EnforceGetRequestsPreflightHeader { get; set; }

        public bool EnableSchemaRequests { get; set; }
    }

    public sealed class GraphQLToolOptions
    {
        public bool Enable { get; set; }
    }
}

namespace HotChocolate.AspNetCore.Extensions
{
    public abstract class GraphQLEndpointConventionBuilder : IEndpointConventionBuilder
    {
        public abstract void Add(Action<EndpointBuilder> convention);
    }
}

namespace Microsoft.AspNetCore.Builder
{
    using HotChocolate.AspNetCore.Extensions;

    public static class EndpointRouteBuilderExtensions
    {
        public static GraphQLEndpointConventionBuilder MapGraphQL(this IEndpointRouteBuilder endpointRouteBuilder, string path = "/graphql", string? schemaName = default) => throw null!;

        public static GraphQLEndpointConventionBuilder WithOptions(this GraphQLEndpointConventionBuilder builder, GraphQLServerOptions serverOptions) => throw null!;
    }
}

namespace Microsoft.Extensions.DependencyInjection
{
    public static class HotChocolateAspNetCoreServiceCollectionExtensions
    {
        public static IRequestExecutorBuilder AddGraphQLServer(this IServiceCollection services, string? schemaName = default, int maxAllowedRequestSize = 0, bool disableDefaultSecurity = false) => throw null!;
    }

    public static class SchemaRequestExecutorBuilderExtensions
    {
        public static IRequestExecutorBuilder AddQueryType(this IRequestExecutorBuilder builder) => throw null!;

        public static IRequestExecutorBuilder AddMutationType(this IRequestExecutorBuilder builder) => throw null!;

        public static IRequestExecutorBuilder AddSubscriptionType(this IRequestExecutorBuilder builder) => throw null!;

        public static IRequestExecutorBuilder AddType(this IRequestExecutorBuilder builder, Type type) => throw null!;

        public static IRequestExecutorBuilder AddTypeExtension(this IRequestExecutorBuilder builder, Type typeExtension) => throw null!;

        public static IRequestExecutorBuilder AddGlobalObjectIdentification(this IRequestExecutorBuilder builder) => throw null!;

        public static IRequestExecutorBuilder ModifyOptions(this IRequestExecutorBuilder builder, Action<HotChocolate.SchemaOptions> configure) => throw null!;
    }

    public static class RequestExecutorBuilderExtensions
    {
        public static IRequestExecutorBuilder AddDataLoader<T>(this IRequestExecutorBuilder builder)
            where T : class, GreenDonut.IDataLoader => throw null!;

        public static IRequestExecutorBuilder AddErrorFilter<T>(this IRequestExecutorBuilder builder)
            where T : class, HotChocolate.IErrorFilter => throw null!;

        public static IRequestExecutorBuilder DisableIntrospection(this IRequestExecutorBuilder builder, bool disable = true) => throw null!;
    }

    public static class MutationRequestExecutorBuilderExtensions
    {
        public static IRequestExecutorBuilder AddMutationConventions(this IRequestExecutorBuilder builder, bool applyToAllMutations = true) => throw null!;
    }

    public static class ErrorRequestExecutorBuilderExtensions
    {
        public static IRequestExecutorBuilder AddErrorInterfaceType<T>(this IRequestExecutorBuilder builder) => throw null!;
    }

    public static class HotChocolateDataRequestBuilderExtensions
    {
        public static IRequestExecutorBuilder AddFiltering(this IRequestExecutorBuilder builder, string? name = null, bool compatibilityMode = false) => throw null!;

        public static IRequestExecutorBuilder AddSorting(this IRequestExecutorBuilder builder, Action<HotChocolate.Data.Sorting.ISortConventionDescriptor> configure, string? name = null) => throw null!;

        public static IRequestExecutorBuilder AddProjections(this IRequestExecutorBuilder builder, Action<HotChocolate.Data.Projections.IProjectionConventionDescriptor> configure, string? name = null) => throw null!;
    }

    public static class HotChocolateAuthorizeRequestExecutorBuilder
    {
        public static IRequestExecutorBuilder AddAuthorization(this IRequestExecutorBuilder builder) => throw null!;

        public static IRequestExecutorBuilder ModifyAuthorizationOptions(this IRequestExecutorBuilder builder, Action<AuthorizationOptions> configure) => throw null!;
    }
}
