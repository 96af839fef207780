using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Headless.Server.Tests.Fixtures;
using Microsoft.Data.Sqlite;

namespace Headless.Server.Tests.Replicas;

/// <summary>What was acknowledged survives a server that dies in the middle of its work.</summary>
public sealed class KilledServerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("headless-killed-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Promise_1_after_a_kill_during_a_thousand_concurrent_changes_each_that_was_acknowledged_is_there_with_its_event_and_no_event_without_its_change()
    {
        var acknowledged = new ConcurrentBag<string>();
        var database = ("Database:ConnectionString", $"Data Source={Path.Combine(_folder, "killed.db")}");
        using (var victim = await ReplicaProcess.StartAsync(_folder, database))
        {
            var writers = Enumerable.Range(0, 16).Select(writer => Task.Run(async () =>
            {
                for (var i = 0; i < 1_000 / 16; i++)
                {
                    var name = $"{writer}-{i}";
                    try
                    {
                        await victim.DataAsync("mutation($name: String!) { createTag(input: { name: $name }) { tag { id } errors { __typename } } }", new { name });
                        acknowledged.Add(name);
                    }
                    catch (Exception exception) when (exception is HttpRequestException or IOException or JsonException)
                    {
                        return;
                    }
                }
            })).ToList();
            while (acknowledged.Count < 150)
            {
                await Task.Delay(5, TestContext.Current.CancellationToken);
            }

            victim.Kill();
            await Task.WhenAll(writers);
        }

        acknowledged.Count.ShouldBeLessThan(992);
        using var heir = await ReplicaProcess.StartAsync(_folder, database);
        var tags = await AllAsync(heir, "tags", string.Empty, "name");
        var events = await AllAsync(heir, "activities", ", where: { kind: { eq: TAG_CREATED } }", "text");
        acknowledged.Except(tags).ShouldBeEmpty();
        events.Order().ShouldBe(tags.Order());
    }

    /// <summary>
    /// The server takes batches in while the command imports a log into the same file; both are killed in the middle, the import three times. In the end everything that was
    /// acknowledged is there, each line of the log once, each join with its stay, and the figures are those of the log.
    /// </summary>
    [Fact]
    public async Task Promise_1_after_kills_during_an_import_and_concurrent_reports_each_line_is_in_the_log_once_with_all_that_it_did()
    {
        const int People = 3_000;
        var path = Path.Combine(_folder, "import.db");
        var connection = $"Data Source={path}";
        await File.WriteAllLinesAsync(Path.Combine(_folder, "2026-01-05.log.txt"), Log(People), TestContext.Current.CancellationToken);
        var acknowledged = new ConcurrentBag<string>();
        using (var victim = await ReplicaProcess.StartAsync(_folder, ("Database:ConnectionString", connection)))
        {
            await victim.DataAsync("""mutation { createGroup(input: { platform: WECHAT, externalId: "killed", name: "killed", positioning: { why: "w", what: "w", who: "w", where: "w", when: "w", how: "w" } }) { group { id } } }""");
            await victim.DataAsync("""mutation($id: ID!) { openGroup(input: { id: $id }) { group { status } } }""", new { id = await GroupAsync(victim, "WECHAT", "killed") });
            var reporters = Enumerable.Range(0, 4).Select(reporter => Task.Run(async () =>
            {
                for (var i = 0; ; i++)
                {
                    try
                    {
                        await ReportAsync(victim, $"{reporter}-{i}");
                        acknowledged.Add($"{reporter}-{i}");
                        await Task.Delay(TimeSpan.FromMilliseconds(20));
                    }
                    catch (Exception exception) when (exception is HttpRequestException or IOException or JsonException)
                    {
                        return;
                    }
                }
            })).ToList();
            var killed = 0;
            for (var kill = 1; kill <= 3; kill++)
            {
                using var import = Import(connection);
                await UntilAsync(() => import.HasExited || Imported(path) >= kill * People / 2);

                // One that had the machine to itself while this test had not may be through.
                killed += import.HasExited ? 0 : 1;
                import.Kill();
                await import.WaitForExitAsync(TestContext.Current.CancellationToken);
            }

            killed.ShouldBeGreaterThan(0, "the imports ended before they were killed: make the log longer");

            await UntilAsync(() => acknowledged.Count >= 20);
            victim.Kill();
            await Task.WhenAll(reporters);
        }

        using (var rest = Import(connection))
        {
            await rest.WaitForExitAsync(TestContext.Current.CancellationToken);
            rest.ExitCode.ShouldBe(0);
        }

        using var heir = await ReplicaProcess.StartAsync(_folder, ("Database:ConnectionString", connection));
        Figure(path, "SELECT COUNT(*) FROM Activities WHERE Source LIKE 'irc%' AND Kind = 1").ShouldBe(People);
        Figure(path, "SELECT COUNT(*) FROM Activities WHERE Source LIKE 'irc%' AND Kind = 3").ShouldBe(2 * People);
        Figure(path, "SELECT COUNT(*) - COUNT(DISTINCT ExternalId) FROM Activities WHERE Source LIKE 'irc%'").ShouldBe(0);

        var reported = await AllAsync(heir, "activities", ", where: { source: { eq: \"killed\" }, kind: { eq: MEMBER_JOINED } }", "externalId");
        acknowledged.Select(name => $"j-{name}").Except(reported).ShouldBeEmpty();
        reported.Count.ShouldBe(reported.Distinct().Count());

        // All or nothing of a batch, and with each join its stay, its member and its figure.
        var messages = await AllAsync(heir, "activities", ", where: { source: { eq: \"killed\" }, kind: { eq: MESSAGE_SENT } }", "externalId");
        messages.Select(id => id.Replace("m-", "j-", StringComparison.Ordinal)).Order().ShouldBe(reported.Order());
        foreach (var (platform, group, joins) in new[] { ("IRC", "#killed", People), ("WECHAT", "killed", reported.Count) })
        {
            (await heir.DataAsync(
                """
                query($p: Platform!, $g: String!) { groupByExternalId(platform: $p, externalId: $g) {
                  memberships { totalCount }
                  joins: metric(key: JOIN_COUNT, window: { from: "2025-12-01", to: "2026-03-01" }) { value }
                  messages: metric(key: MESSAGE_COUNT, window: { from: "2025-12-01", to: "2026-03-01" }) { value } } }
                """,
                new { p = platform, g = group })).GetProperty("groupByExternalId").ShouldBeJson(
                $$"""{ "memberships": { "totalCount": {{joins}} }, "joins": { "value": {{joins}} }, "messages": { "value": {{(platform == "IRC" ? 2 * joins : joins)}} } }""");
        }
    }

    /// <summary>Each comes and says two things, all within one day of Shanghai.</summary>
    private static IEnumerable<string> Log(int people)
    {
        yield return "[00:00] -log:#killed- begins";
        for (var i = 0; i < people; i++)
        {
            var time = string.Create(CultureInfo.InvariantCulture, $"[{i * 7 / people:D2}:00]");
            yield return $"=== p{i} [~p{i}@host.example]  has joined #killed";
            yield return $"{time} <p{i}> hello everybody, number {i}";
            yield return $"{time} <p{i}> this is the second line of number {i}";
        }
    }

    private Process Import(string connection)
    {
        var start = new ProcessStartInfo(
            "dotnet",
            [typeof(Program).Assembly.Location, "import", "irc", Path.Combine(_folder, "2026-01-05.log.txt"), "--group", "#killed", "--batch-size", "100", "--Database:ConnectionString", connection])
        {
            WorkingDirectory = _folder, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["Demo__Load"] = "false";
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static long Imported(string path) => Figure(path, "SELECT COUNT(*) FROM Activities WHERE Source LIKE 'irc%'");

    private static long Figure(string path, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=False;Default Timeout=60");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        for (var waited = Stopwatch.StartNew(); !holds() && waited.Elapsed < TimeSpan.FromMinutes(3);)
        {
            await Task.Delay(5, TestContext.Current.CancellationToken);
        }

        holds().ShouldBeTrue();
    }

    private static async Task<string> GroupAsync(ReplicaProcess server, string platform, string externalId) =>
        (await server.DataAsync("query($p: Platform!, $g: String!) { groupByExternalId(platform: $p, externalId: $g) { id } }", new { p = platform, g = externalId }))
            .GetProperty("groupByExternalId").GetProperty("id").GetString()!;

    /// <summary>Somebody comes and says something: one batch.</summary>
    private static async Task ReportAsync(ReplicaProcess server, string name)
    {
        object Row(string kind, string id, string minute) => new
        {
            kind, externalId = id, occurredAt = $"2026-01-05T02:{minute}:00Z", group = new { platform = "WECHAT", externalId = "killed" }, member = new { platform = "WECHAT", externalId = name },
            text = kind == "MESSAGE" ? $"hello from {name}" : null,
        };
        (await server.DataAsync(
            "mutation($input: RecordActivitiesInput!) { recordActivities(input: $input) { report { acceptedCount } errors { __typename } } }",
            new { input = new { source = "killed", activities = new[] { Row("JOIN", $"j-{name}", "01"), Row("MESSAGE", $"m-{name}", "02") } } }))
            .GetProperty("recordActivities").ShouldBeJson("""{ "report": { "acceptedCount": 2 }, "errors": null }""");
    }

    private static async Task<List<string>> AllAsync(ReplicaProcess server, string list, string filter, string field)
    {
        var found = new List<string>();
        string? after = null;
        do
        {
            var page = (await server.DataAsync($"query($after: String) {{ {list}(first: 50, after: $after{filter}) {{ nodes {{ {field} }} pageInfo {{ hasNextPage endCursor }} }} }}", new { after })).GetProperty(list);
            found.AddRange(page.GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty(field).GetString()!));
            after = page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean() ? page.GetProperty("pageInfo").GetProperty("endCursor").GetString() : null;
        }
        while (after is not null);

        return found;
    }
}
