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
        services.AddSingleton(TokenOptions.From(configuration, environment));
        services.AddHttpClient(IssuerKeys.HttpClientName, client => client.Timeout = TimeSpan.FromSeconds(10));
        services.AddSingleton<IssuerKeys>();
        services.AddSingleton<TokenDirectory>();
        services.AddSingleton<ApiKeyDirectory>();
        services.AddSingleton<BearerDirectory>();
        services.AddSingleton<CallerWatch>();
        services.AddHostedService(provider => provider.GetRequiredService<CallerWatch>());
        services.AddSingleton<DevelopmentCaller>();
        services.AddHostedService<ApiKeyUsageWriter>();
        services.AddHttpContextAccessor();
        services.AddAuthentication(BearerAuthenticationHandler.SchemeName)
            .AddScheme<AuthenticationSchemeOptions, BearerAuthenticationHandler>(BearerAuthenticationHandler.SchemeName, null);
        services.AddAuthorization(Policies.Configure);
        services.AddScoped(provider => ActingCaller.Current ?? Caller.From(provider.GetRequiredService<IHttpContextAccessor>().HttpContext?.User));

        // Every resolver reads through this context, so that no path to a row goes around the caller's scope.
        services.AddScoped(provider => provider.GetRequiredService<CommunityDatabase>().Create(provider.GetRequiredService<Caller>().Scope));
        return services;
    }
}
