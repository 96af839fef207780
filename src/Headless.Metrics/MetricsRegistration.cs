using Headless.Community.Ingestion;
using Headless.Metrics.Rollups;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.Metrics;

/// <summary>Registers the metrics service with a host.</summary>
public static class MetricsRegistration
{
    /// <summary>Registers the service, and ingestion with the rollups that it keeps. The reporting time zone is the setting <c>Metrics:TimeZone</c>, an IANA id.</summary>
    /// <exception cref="TimeZoneNotFoundException">The machine does not know the zone.</exception>
    /// <exception cref="InvalidOperationException">Another setting of the section cannot be.</exception>
    public static IServiceCollection AddMetrics(this IServiceCollection services, IConfiguration configuration)
    {
        var settings = MetricSettings.From(configuration);
        services.AddSingleton(settings);
        services.AddSingleton(ReportingCalendar.ForZone(configuration["Metrics:TimeZone"], settings.FirstDayOfWeek));
        services.AddSingleton<IActivityProjection, RollupProjection>();
        services.AddSingleton<IMemberProjection, MemberContributions>();
        services.AddSingleton<ActivitySignal>();
        services.AddSingleton<ActivityIngestion>();
        services.AddSingleton<MetricsRebuild>();
        services.AddSingleton<EffectiveMessageCounting>();
        services.AddScoped<MetricService>();
        services.AddScoped<CountedByRule>();
        return services;
    }
}
