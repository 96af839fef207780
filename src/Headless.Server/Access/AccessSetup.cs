using Microsoft.AspNetCore.Authentication;

namespace Headless.Server.Access;

/// <summary>Registers who may do what.</summary>
internal static class AccessSetup
{
    public static IServiceCollection AddAccess(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddSingleton(AccessOptions.From(configuration, environment));
        services.AddSingleton(RateLimitOptions.From(configuration));
        services.AddSingleton<RateLimiter>();
        services.AddScoped<RequestBudget>();
        services.AddSingleton<ApiKeyDirectory>();
        services.AddSingleton<DevelopmentCaller>();
        services.AddHostedService<ApiKeyUsageWriter>();
        services.AddHttpContextAccessor();
        services.AddAuthentication(ApiKeyAuthenticationHandler.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyAuthenticationHandler>(ApiKeyAuthenticationHandler.SchemeName, null);
        services.AddAuthorization(Policies.Configure);
        services.AddScoped(provider => Caller.From(provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.User));

        // Every resolver reads through this context, so that no path to a row goes around the caller's scope.
        services.AddScoped(provider => provider.GetRequiredService<CommunityDatabase>().Create(provider.GetRequiredService<Caller>().Scope));
        return services;
    }
}
