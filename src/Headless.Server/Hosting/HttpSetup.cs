using Microsoft.AspNetCore.ResponseCompression;
using Microsoft.Net.Http.Headers;

namespace Headless.Server.Hosting;

/// <summary>What holds for every answer, GraphQL or not: compression, problem details, and which other sites' pages may read it.</summary>
internal static class HttpSetup
{
    /// <summary>How long a browser may remember what a page is allowed; browsers cap it themselves.</summary>
    private static readonly TimeSpan PreflightMaxAge = TimeSpan.FromHours(2);

    private static string[] RateLimitHeaders =>
#if IN_TREE_ENGINE
        CostLimiter.Headers;
#else
        [];
#endif

    public static IServiceCollection AddHttp(this IServiceCollection services, GraphQLOptions options)
    {
        services.AddProblemDetails();

        // Event streams are not among the types: each event goes out when it happens.
        services.AddResponseCompression(compression => compression.MimeTypes =
            [.. ResponseCompressionDefaults.MimeTypes, "application/graphql-response+json", "application/graphql", "application/problem+json"]);
        return services.AddCors(cors => cors.AddDefaultPolicy(policy => policy
            .WithOrigins([.. options.AllowedOrigins])
            .WithMethods(HttpMethods.Get, HttpMethods.Post, HttpMethods.Put)
            .WithHeaders(HeaderNames.Authorization, HeaderNames.ContentType, HeaderNames.IfNoneMatch, "GraphQL-Preflight", "GraphQL-Cost", "Idempotency-Key", "Last-Event-ID", HeaderNames.Range)
            .WithExposedHeaders([HeaderNames.ETag, "GraphQL-Cost", "Idempotency-Replayed", .. RateLimitHeaders])
            .SetPreflightMaxAge(PreflightMaxAge)));
    }

    /// <summary>In the order in which a request meets them.</summary>
    public static void UseHttp(this WebApplication app, GraphQLOptions options)
    {
        if (ProxyOptions.From(app.Configuration) is { Trusted.Count: > 0 } proxies)
        {
            app.UseForwardedHeaders(proxies.ToForwardedHeaders());
        }

        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseResponseCompression();
        if (options.AllowedOrigins.Count > 0)
        {
            app.UseCors();
        }
    }
}
