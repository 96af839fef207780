using Headless.Community.Demo;
using Headless.Community.Import;
using Headless.Server.Access;
using Headless.Server.Alerts;
using Headless.Server.Assets;
using Headless.Server.Delivery;
using Headless.Server.Features.Alerts;
using Headless.Server.Delivery.Webhooks;
using Headless.Server.Tracking;
using Headless.Server.Transfers;

namespace Headless.Server.Hosting;

/// <summary>Puts the server together.</summary>
internal static class ServerApplication
{
    /// <summary>Registers everything, for the server and for commands.</summary>
    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var builder = WebApplication.CreateBuilder(args);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddCommunityDatabase(builder.Configuration);
        builder.Services.AddMetrics(builder.Configuration);
        builder.Services.AddSingleton(Features.Contacts.ContactOptions.From(builder.Configuration));
        builder.Services.AddSingleton<ImportRunner>();
        builder.Services.AddSingleton<DemoCommunity>();
        builder.Services.AddAccess(builder.Configuration, builder.Environment);
        var feed = FeedOptions.From(builder.Configuration);
        builder.Services.AddSingleton(feed);
        if (feed.RabbitMq?.Uri is not null)
        {
            builder.Services.AddHostedService<RabbitNudges>();
        }

        builder.Services.AddSingleton<ActivityFeed>();
        builder.Services.AddSingleton<ActivityFollowing>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ActivityFeed>());
        builder.Services.AddSingleton(AlertOptions.From(builder.Configuration));
        builder.Services.AddSingleton<GroupVitals>();
        builder.Services.AddSingleton<GroupHealthReader>();
        builder.Services.AddSingleton<GroupDiagnosisReader>();
        builder.Services.AddWebhooks(builder.Configuration);
        builder.Services.AddTimers(builder.Configuration);
        builder.Services.AddHostedService<StatisticsService>();
        builder.Services.AddSingleton<EntryRecording>();
        builder.Services.AddSingleton(JoiningOptions.From(builder.Configuration));
        builder.Services.AddSingleton(StaffingOptions.From(builder.Configuration));
        builder.Services.AddSingleton((builder.Configuration.GetSection(EngagementOptions.SectionName).Get<EngagementOptions>() ?? new EngagementOptions()).Checked());
        builder.Services.AddAssets(builder.Configuration);
        builder.Services.AddTracking(builder.Configuration);
        builder.Services.AddTransfers(builder.Configuration);
        Features.EffectiveMessages.EffectiveMessageSetup.AddEffectiveMessages(builder.Services, builder.Configuration);
        builder.Services.AddCommunityGraphQL(builder.Configuration, builder.Environment);
        builder.AddTelemetryExport();
        builder.Services.AddHttp(GraphQLOptions.From(builder.Configuration, builder.Environment));
        return builder;
    }

    /// <summary>Whether it is what a setting that cannot be is answered with: its message says what to do, where it was thrown says nothing.</summary>
    public static bool IsRefusal(Exception exception) =>
        exception is InvalidOperationException or ArgumentException or FormatException or IOException or TimeZoneNotFoundException or InvalidTimeZoneException
#if IN_TREE_ENGINE
            or Headless.GraphQL.Execution.DocumentManifestException
#endif
        ;

    /// <summary>Maps the endpoints.</summary>
    public static WebApplication MapEndpoints(this WebApplication app)
    {
        var options = GraphQLOptions.From(app.Configuration, app.Environment);
        app.UseHttp(options);
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseWebSockets();
        app.MapHealth();
        app.MapAssets();
        app.MapLinks();
        app.MapTransfers();
#if IN_TREE_ENGINE
        app.MapGraphQL().WithOptions(InTreeEngine.CreateServerOptions(options, app.Configuration));
#else
        app.MapGraphQL().WithOptions(HotChocolateEngine.CreateServerOptions(options, app.Configuration));
#endif
        return app;
    }
}
