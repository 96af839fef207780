using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.Metrics;

/// <summary>Registers the metrics service with a host.</summary>
public static class MetricsRegistration
{
    /// <summary>The reporting time zone is the setting <c>Metrics:TimeZone</c>, an IANA id.</summary>
    /// <exception cref="TimeZoneNotFoundException">The machine does not know the zone.</exception>
    public static IServiceCollection AddMetrics(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(ReportingCalendar.ForZone(configuration["Metrics:TimeZone"]));
        services.AddScoped<MetricService>();
        return services;
    }
}
