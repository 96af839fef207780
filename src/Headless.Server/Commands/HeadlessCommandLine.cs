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
        var (words, settings) = SplitSettings(args);
        root.Subcommands.Add(ImportCommand.Create(settings));
        root.Subcommands.Add(RebuildMetricsCommand.Create(settings));

        // A command stops between two transactions when it is interrupted; a batch may take a while on a busy database.
        return await root.Parse(words).InvokeAsync(new InvocationConfiguration { ProcessTerminationTimeout = TimeSpan.FromMinutes(1) });
    }

    /// <summary>
    /// Takes <c>--Section:Key value</c> and <c>--Section:Key=value</c> out: a setting has a colon in its name, which no option has, and
    /// a command's list of paths would take it for one of them.
    /// </summary>
    internal static (List<string> Words, List<string> Settings) SplitSettings(string[] args)
    {
        List<string> words = [], settings = [];
        for (var i = 0; i < args.Length; i++)
        {
            var name = args[i].Split('=', 2)[0];
            if (!name.StartsWith("--", StringComparison.Ordinal) || !name.Contains(':'))
            {
                words.Add(args[i]);
                continue;
            }

            settings.Add(args[i]);
            if (name.Length == args[i].Length && i + 1 < args.Length)
            {
                settings.Add(args[++i]);
            }
        }

        return (words, settings);
    }

    private static async Task<int> ServeAsync(string[] args)
    {
        WebApplication app;
        try
        {
            app = ServerApplication.CreateBuilder(args).Build();

            // On two processors at once. What fails here fails again, and is reported, when the database is prepared.
            var warmUp = Task.Run(() => app.Services.GetRequiredService<CommunityDatabase>().WarmUpAsync(CancellationToken.None));
            app.MapEndpoints();
            await warmUp.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        catch (Exception exception) when (ServerApplication.IsRefusal(exception))
        {
            await Console.Error.WriteLineAsync($"The server does not start: {exception.Message}");
            return 1;
        }

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
