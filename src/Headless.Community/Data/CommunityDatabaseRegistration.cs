using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Headless.Community.Data;

/// <summary>Registers the database with a host.</summary>
public static class CommunityDatabaseRegistration
{
    /// <summary>Registers <see cref="CommunityDatabase"/> as the section <c>Database</c> says.</summary>
    /// <exception cref="InvalidOperationException">The section holds something that it may not.</exception>
    public static IServiceCollection AddCommunityDatabase(this IServiceCollection services, IConfiguration configuration) =>
        services.AddCommunityDatabase(DatabaseOptions.From(configuration));

    /// <summary>Registers <see cref="CommunityDatabase"/>.</summary>
    public static IServiceCollection AddCommunityDatabase(this IServiceCollection services, DatabaseOptions options)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(provider => new CommunityDatabase(options, provider.GetRequiredService<TimeProvider>()));
        return services;
    }
}
