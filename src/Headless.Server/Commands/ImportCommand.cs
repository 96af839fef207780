using System.CommandLine;
using Headless.Community.Import;
using Spectre.Console;

namespace Headless.Server.Commands;

/// <summary><c>import FORMAT PATH…</c>: takes files in through the same path as <c>recordActivities</c>.</summary>
internal static class ImportCommand
{
    private const int ExitRefused = 1;
    private const int ExitStopped = 130;

    /// <param name="settings">The settings of the command line.</param>
    public static Command Create(IReadOnlyList<string> settings)
    {
        var format = new Argument<ImportFormat>("format") { HelpName = "irc|jsonl|orders", Description = "jsonl: a line for each activity, as recordActivities takes it. irc: logs of an IRC channel. orders: a purchase for each line." };
        var paths = new Argument<string[]>("path") { Description = "Files and folders; of folders every file in them and below.", Arity = ArgumentArity.OneOrMore };
        var group = new Option<string?>("--group") { Description = "The group by its name or its id on the platform; added where there is none. For irc the name of the file or folder unless given." };
        var platform = new Option<Platform?>("--platform") { Description = "The platform of the accounts in the files." };
        var timeZone = new Option<string>("--time-zone") { Description = "The IANA time zone of times that have none of their own.", DefaultValueFactory = _ => "UTC" };
        var source = new Option<string?>("--source") { Description = "The namespace of the external ids; importing the same under another source records it again." };
        var rejects = new Option<string?>("--rejects") { Description = "Where rejected lines go, tab-separated: file, line, reason, text. Default: rejected.tsv." };
        var batchSize = new Option<int>("--batch-size") { Description = "Activities in one transaction.", DefaultValueFactory = _ => ImportRequest.DefaultBatchSize };
        var columns = new Option<string?>("--columns") { Description = "orders: the columns in their order, with commas between: id, customer, name, date, quantity, amount, currency, status; anything else is skipped." };
        var separator = new Option<char?>("--separator") { Description = "orders: what separates columns." };
        var dateFormat = new Option<string>("--date-format") { Description = "orders: the format of dates.", DefaultValueFactory = _ => new OrderColumns().DateFormat };
        var currency = new Option<string>("--currency") { Description = "orders: the ISO 4217 code of amounts.", DefaultValueFactory = _ => new OrderColumns().Currency };
        var command = new Command("import", "Take chat logs, orders and activities in. Importing the same again changes nothing. Ctrl-C stops between two transactions.")
        {
            format, paths, group, platform, timeZone, source, rejects, batchSize, columns, separator, dateFormat, currency,
        };
        paths.Validators.Add(result =>
        {
            // A list of paths takes every word, a mistyped option too.
            if (result.Tokens.FirstOrDefault(t => t.Value.StartsWith("--", StringComparison.Ordinal)) is { } option)
            {
                result.AddError($"There is no option {option.Value}. For a file of that name write ./{option.Value}.");
            }
        });
        batchSize.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int>() is < 1 or > Community.Ingestion.ActivityIngestion.MaxRowsOfImport)
            {
                result.AddError($"--batch-size is between 1 and {Community.Ingestion.ActivityIngestion.MaxRowsOfImport}.");
            }
        });
        timeZone.Validators.Add(result =>
        {
            if (!TimeZoneInfo.TryFindSystemTimeZoneById(result.GetValueOrDefault<string>() ?? string.Empty, out _))
            {
                result.AddError($"--time-zone '{result.GetValueOrDefault<string>()}' is not an IANA time zone, such as Asia/Shanghai.");
            }
        });
        command.SetAction(async (result, ct) =>
        {
            await using var app = await HeadlessCommandLine.CreateServicesAsync(settings, ct);
            try
            {
                var request = new ImportRequest
                {
                    Format = result.GetValue(format),
                    Paths = result.GetValue(paths)!,
                    Platform = result.GetValue(platform),
                    TimeZone = TimeZoneInfo.FindSystemTimeZoneById(result.GetValue(timeZone)!),
                    Source = result.GetValue(source),
                    RejectsPath = result.GetValue(rejects) ?? "rejected.tsv",
                    BatchSize = result.GetValue(batchSize),
                    Orders = new OrderColumns
                    {
                        Names = result.GetValue(columns)?.Split(',', StringSplitOptions.TrimEntries),
                        Separator = result.GetValue(separator),
                        DateFormat = result.GetValue(dateFormat)!,
                        Currency = result.GetValue(currency)!,
                    },
                };
                ImportRunner.RequireFiles(request);
                return await RunAsync(app.Services, await InGroupAsync(app.Services, request, result.GetValue(group), ct), ct);
            }
            catch (ImportException exception)
            {
                await Console.Error.WriteLineAsync($"{exception.Code}: {exception.Message}");
                return ExitRefused;
            }
        });
        return command;
    }

    private static async Task<ImportRequest> InGroupAsync(IServiceProvider services, ImportRequest request, string? group, CancellationToken ct)
    {
        var name = group ?? (request.Format == ImportFormat.Irc ? Path.GetFileNameWithoutExtension(Path.TrimEndingDirectorySeparator(request.Paths[0])) : null);
        if (name is null)
        {
            return request;
        }

        var platform = request.Platform ?? (request.Format == ImportFormat.Irc ? Platform.Irc : Platform.Other);
        var id = await ImportGroups.FindOrAddAsync(
            services.GetRequiredService<CommunityDatabase>(), name, platform, services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, ct);
        return request with { GroupId = id };
    }

    private static async Task<int> RunAsync(IServiceProvider services, ImportRequest request, CancellationToken ct)
    {
        var runner = services.GetRequiredService<ImportRunner>();
        var result = AnsiConsole.Profile.Capabilities.Interactive
            ? await ImportProgressDisplay.RunOnTerminalAsync(progress => runner.RunAsync(request, progress, ct))
            : await runner.RunAsync(request, new ImportProgressDisplay.Lines(Console.Out, services.GetRequiredService<TimeProvider>()), ct);
        ImportReport.Write(AnsiConsole.Console, result);
        return result.StoppedAt is null ? 0 : ExitStopped;
    }
}
