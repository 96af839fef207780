using Headless.Benchmarks.Load.Model;
using Microsoft.EntityFrameworkCore;

namespace Headless.Benchmarks.Load.Servers;

/// <summary>A server of the load, alone in its process. Beside its queries it tells what it has used.</summary>
internal static class BenchmarkServer
{
    public const string GraphQL = "graphql";
    public const string MinimalApi = "minimal-api";
    public const string AdoNet = "ado-net";

    public static async Task ServeAsync(string server, string database, string url)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls(url);
        AddServices(server, builder.Services, database);
        var app = builder.Build();
        app.MapGet("/used", () => new UsedResources(
            GC.GetTotalAllocatedBytes(precise: true), Environment.CpuUsage.TotalTime.TotalMicroseconds));
        Map(server, app, database);
        await app.RunAsync();
    }

    public static void AddServices(string server, IServiceCollection services, string database)
    {
        if (server == GraphQL)
        {
            // As the product does on SQLite. A list of keys is one parameter, as in the engine's own statements: EF Core would otherwise
            // write the statement anew for each number of keys.
            GraphQLServer.AddServices(services, o => o
                .UseSqlite(BenchmarkDatabase.ConnectionString(database), s => s.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
                .EnableThreadSafetyChecks(false));
        }
        else if (server == MinimalApi)
        {
            MinimalApiServer.AddServices(services, o => o.UseSqlite(
                BenchmarkDatabase.ConnectionString(database), s => s.UseQuerySplittingBehavior(QuerySplittingBehavior.SplitQuery)));
        }
    }

    private static void Map(string server, WebApplication app, string database)
    {
        switch (server)
        {
            case GraphQL:
                GraphQLServer.Map(app);
                break;
            case MinimalApi:
                MinimalApiServer.Map(app);
                break;
            case AdoNet:
                AdoNetServer.Map(app, database);
                break;
            default:
                throw new ArgumentException($"There is no server '{server}'.", nameof(server));
        }
    }
}

/// <summary>What a server has used since its start.</summary>
/// <param name="AllocatedBytes">Managed memory that it asked for, collected or not.</param>
/// <param name="ProcessorMicroseconds">Time on processors, in user and system mode, on all of them together.</param>
internal sealed record UsedResources(long AllocatedBytes, double ProcessorMicroseconds);
