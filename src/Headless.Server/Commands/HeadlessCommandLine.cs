using System.CommandLine;
using Headless.Server.Hosting;
using Spectre.Console;

namespace Headless.Server.Commands;

/// <summary>The command line: without a command the server runs; <c>import</c> and <c>rebuild-metrics</c> work on its database, also while it runs.</summary>
internal static class HeadlessCommandLine
{
    public static async Task<int> RunAsync(string[] args)
    {
        if (Console.IsOutputRedirected)
        {
            // A file or a pipe gets plain lines that are not broken at the width of a terminal that is not there.
            AnsiConsole.Console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Interactive = InteractionSupport.No });
            AnsiConsole.Profile.Width = 1_000;
        }

        var root = new RootCommand("Headless: a GraphQL backend for community operations. Without a command the server runs; settings can be given as --Section:Key value.")
        {
            TreatUnmatchedTokensAsErrors = false,
        };
        root.SetAction(_ => ServeAsync(args));
        root.Subcommands.Add(ImportCommand.Create());
        root.Subcommands.Add(RebuildMetricsCommand.Create());

        // A command stops between two transactions when it is interrupted; a batch may take a while on a busy database.
        return await root.Parse(args).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(1) });
    }

    private static async Task<int> ServeAsync(string[] args)
    {
        var app = ServerApplication.CreateBuilder(args).Build().MapEndpoints();
        await app.PrepareDatabaseAsync();
        await app.RunAsync();
        return 0;
    }

    /// <summary>The services of the server without its endpoints, with the database migrated.</summary>
    public static async Task<WebApplication> CreateServicesAsync(IReadOnlyList<string> settings, CancellationToken ct)
    {
        var builder = ServerApplication.CreateBuilder([.. settings]);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        var app = builder.Build();
        var database = app.Services.GetRequiredService<CommunityDatabase>();
        if (database.Options.MigrateOnStart)
        {
            await database.MigrateAsync(ct);
        }

        return app;
    }
}
