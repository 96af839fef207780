namespace Headless.Server.Tracking;

/// <summary>Registers what leads to tracked pages and counts.</summary>
internal static class TrackingSetup
{
    public static IServiceCollection AddTracking(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(TrackingOptions.From(configuration))
        .AddSingleton<VisitorKeys>()
        .AddSingleton<ClickCounting>()
        .AddHostedService(provider => provider.GetRequiredService<ClickCounting>());
}
