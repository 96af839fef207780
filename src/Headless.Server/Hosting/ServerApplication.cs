using Headless.Community.Demo;
using Headless.Community.Import;
using Headless.Server.Access;
using Headless.Server.Delivery;

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
        builder.Services.AddSingleton<ImportRunner>();
        builder.Services.AddSingleton<DemoCommunity>();
        builder.Services.AddAccess(builder.Configuration, builder.Environment);
        builder.Services.AddSingleton<ActivityFeed>();
        builder.Services.AddHostedService(services => services.GetRequiredService<ActivityFeed>());
        builder.Services.AddCommunityGraphQL(builder.Configuration, builder.Environment);
        builder.Services.AddResponseCompression();
        builder.Services.AddProblemDetails();
        return builder;
    }

    /// <summary>Maps the endpoints.</summary>
    public static WebApplication MapEndpoints(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
        app.UseResponseCompression();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseWebSockets();
        app.MapHealth();
        var options = GraphQLOptions.From(app.Configuration, app.Environment);
        app.MapGraphQL().WithOptions(new GraphQLServerOptions { EnableSchemaRequests = options.Introspection, Tool = { Enable = options.Ide } }.WithLimits(app.Configuration));
        return app;
    }
}
