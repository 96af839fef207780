#if !IN_TREE_ENGINE
using Headless.Server.Access;

namespace Headless.Server.Hosting;

/// <summary>
/// What HotChocolate needs besides its common API, with <c>-p:GraphQLEngine=HotChocolate</c>. A key comes in the Authorization header
/// of the upgrade request only: <c>connection_init</c> is read by the in-tree engine's interceptor.
/// </summary>
internal static class HotChocolateEngine
{
    public static IRequestExecutorBuilder AddEngine(this IRequestExecutorBuilder builder, IConfiguration configuration, IHostEnvironment environment)
    {
        if (!GraphQLOptions.From(configuration, environment).Introspection)
        {
            builder.DisableIntrospection();
        }

        return builder.ModifyAuthorizationOptions(o => o.ConfigureNodeFields = field => field.Authorize(Policies.Read));
    }

    /// <summary>The section of limits is the in-tree engine's; HotChocolate has its defaults.</summary>
    public static GraphQLServerOptions WithLimits(this GraphQLServerOptions options, IConfiguration configuration) => options;
}
#endif
