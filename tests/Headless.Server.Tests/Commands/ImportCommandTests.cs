using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Commands;
using Headless.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Headless.Server.Tests.Commands;

/// <summary><c>import</c> and <c>rebuild-metrics</c> as processes of their own, on the database of a server that runs.</summary>
public sealed class ImportCommandTests(ServerFixture server) : IClassFixture<ServerFixture>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("headless-import-").FullName;

    private string[] Settings => ["--Database:ConnectionString", server.Database.Options.ConnectionString];

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Logs_go_in_while_the_server_runs_every_line_is_accounted_for_and_a_second_time_changes_nothing()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "logs"));
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "logs", "2005-02-06.c.txt"),
            """
            [04:04] <ann> hello everybody

            === bob [~bob@host.example]  has joined #ubuntu
            [04:05] <bob> good morning
            [04:05] <bob> one last question
            === bob is now known as bobby
            === bobby [~bob@host.example]  has left #ubuntu []
            what is this
            """);

        var first = await ImportAsync("irc", "logs", "--group", "ubuntu");
        first.Errors.ShouldBeEmpty();
        first.ExitCode.ShouldBe(0);
        first.Accounting.ShouldBe(["accepted join 1", "accepted leave 1", "accepted message 3", "accepted rename 1", "rejected UNRECOGNISED_LINE 1", "total 7"]);
        first.Output.ShouldContain("Rejected lines are in rejected.tsv.");
        (await File.ReadAllLinesAsync(Path.Combine(_folder, "rejected.tsv"))).Length.ShouldBe(2);
        const string Query = """{ groupByExternalId(platform: IRC, externalId: "ubuntu") { name activities { nodes { kind member { displayName } } } memberships(order: [{ joinedAt: ASC }]) { nodes { isOpen joinKnown } } } }""";
        var before = await server.DataAsync(Query);
        before.ShouldBeJson(
            """
            { "groupByExternalId": { "name": "ubuntu",
                "activities": { "nodes": [
                  { "kind": "GROUP_CREATED", "member": null }, { "kind": "GROUP_OPENED", "member": null },
                  { "kind": "MESSAGE_SENT", "member": { "displayName": "ann" } }, { "kind": "MEMBER_JOINED", "member": { "displayName": "bob" } },
                  { "kind": "MESSAGE_SENT", "member": { "displayName": "bob" } }, { "kind": "MESSAGE_SENT", "member": { "displayName": "bob" } },
                  { "kind": "MEMBER_RENAMED", "member": { "displayName": "bob" } }, { "kind": "MEMBER_LEFT", "member": { "displayName": "bob" } }] },
                "memberships": { "nodes": [{ "isOpen": true, "joinKnown": false }, { "isOpen": false, "joinKnown": true }] } } }
            """);

        var second = await ImportAsync("irc", "logs", "--group", "ubuntu");
        second.ExitCode.ShouldBe(0);
        second.Accounting.ShouldBe(["duplicate imported before 6", "rejected UNRECOGNISED_LINE 1", "total 7"]);
        (await server.DataAsync(Query)).GetRawText().ShouldBe(before.GetRawText());
    }

    [Fact]
    public async Task Orders_go_in_once()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder, "orders.txt"), "00001 20210101 1 11.77\n00002 20210112 1 12.00\n00002 20210112 5 77.00\n00003 20219902 2 20.76\n");

        var first = await ImportAsync("orders", "orders.txt", "--source", "cdnow");
        first.ExitCode.ShouldBe(0, string.Join("\n", first.Errors));
        first.Accounting.Take(1).ShouldBe(["accepted order 3"]);
        first.Accounting[^1].ShouldBe("total 4");
        const string Query = """{ orders(where: { source: { eq: "cdnow" } }, order: [{ amount: ASC }]) { nodes { amount { amount currency } quantity member { displayName } } totalCount } }""";
        var before = await server.DataAsync(Query);
        before.GetProperty("orders").GetProperty("totalCount").GetInt32().ShouldBe(3);

        var second = await ImportAsync("orders", "orders.txt", "--source", "cdnow");
        second.Accounting.Take(1).ShouldBe(["duplicate imported before 3"]);
        (await server.DataAsync(Query)).GetRawText().ShouldBe(before.GetRawText());
    }

    [Fact]
    public async Task Activities_go_in_and_a_rebuild_leaves_the_figures_as_they_are()
    {
        var (key, _) = await SampleCommunity.AddGroupAsync(server);
        await File.WriteAllLinesAsync(
            Path.Combine(_folder, "activities.jsonl"),
            [.. Enumerable.Range(0, 20).Select(i => Message($"r{i}", i, $"speaker-{i % 3}")), """{"kind":"MESSAGE","typo":1}"""]);
        var name = await GroupNameAsync(key);

        var imported = await ImportAsync("jsonl", "activities.jsonl", "--group", name, "--rejects", "bad.tsv");
        imported.ExitCode.ShouldBe(0, string.Join("\n", imported.Errors));
        imported.Accounting.ShouldBe(["accepted message 20", "rejected INVALID_JSON 1", "total 21"]);
        File.Exists(Path.Combine(_folder, "bad.tsv")).ShouldBeTrue();
        const string Query =
            """
            query($name: String!) {
              groupByExternalId(platform: WECHAT, externalId: $name) {
                messages: metric(key: MESSAGE_COUNT, window: { lastDays: 3 }) { value }
                active: metric(key: ACTIVE_MEMBER_COUNT, window: { lastDays: 3 }) { value }
              }
            }
            """;
        var before = await server.DataAsync(Query, new { name });
        before.ShouldBeJson("""{ "groupByExternalId": { "messages": { "value": 20 }, "active": { "value": 3 } } }""");

        var rebuilt = await CommandProcess.RunAsync(_folder, ["rebuild-metrics", .. Settings]);
        rebuilt.ExitCode.ShouldBe(0, string.Join("\n", rebuilt.Errors));
        rebuilt.Output[^1].ShouldStartWith("Rebuilt the metrics of ");
        (await server.DataAsync(Query, new { name })).GetRawText().ShouldBe(before.GetRawText());
    }

    [Fact]
    public async Task What_cannot_be_imported_is_named_and_nothing_is_changed()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "empty"));
        await File.WriteAllBytesAsync(Path.Combine(_folder, "2005-02-06.bin"), [1, 0, 2, 0, 3]);
        await File.WriteAllTextAsync(Path.Combine(_folder, "undated.txt"), "[04:04] <ann> hello");
        var before = await CountAsync();

        (await RefusalAsync("irc", "missing")).ShouldBe("PATH_NOT_FOUND: There is no file or folder missing.");
        (await RefusalAsync("irc", "empty")).ShouldBe("NO_FILES: There is no file in empty.");
        (await RefusalAsync("irc", "2005-02-06.bin")).ShouldBe($"FILE_IS_BINARY: {Path.Combine(_folder, "2005-02-06.bin")} holds NUL bytes: it is not a text file.");
        (await RefusalAsync("irc", "undated.txt")).ShouldStartWith("NO_DATE_IN_FILE_NAME: ");
        (await RefusalAsync("irc", "undated.txt", "--gruop", "x")).ShouldBe("There is no option --gruop. For a file of that name write ./--gruop.");
        (await RefusalAsync("xml", "undated.txt")).ShouldStartWith("Cannot parse argument 'xml'");
        (await RefusalAsync("irc", "undated.txt", "--time-zone", "Mars/Base")).ShouldStartWith("--time-zone 'Mars/Base' is not an IANA time zone");
        (await RefusalAsync("irc", "undated.txt", "--batch-size", "0")).ShouldStartWith("--batch-size is between 1 and ");

        (await CountAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task An_interrupted_import_stops_between_two_transactions_and_goes_on_from_there()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "SIGINT is sent with Linux's commands.");
        const int Lines = 20_000;
        var (key, _) = await SampleCommunity.AddGroupAsync(server);
        var name = await GroupNameAsync(key);
        await File.WriteAllLinesAsync(Path.Combine(_folder, "long.jsonl"), Enumerable.Range(0, Lines).Select(i => Message($"l{i}", i % 600, "speaker")));

        using var process = CommandProcess.Start(_folder, ["import", "jsonl", "long.jsonl", "--group", name, "--batch-size", "100", .. Settings]);
        while (await CountOfAsync(key) == 0 && !process.HasExited)
        {
            await Task.Delay(20);
        }

        await process.InterruptAsync();
        var stopped = await process.WaitAsync();

        var recorded = await CountOfAsync(key);
        stopped.ExitCode.ShouldBe(130, string.Join("\n", [.. stopped.Output, .. stopped.Errors]));
        recorded.ShouldBeInRange(100, Lines - 100);
        (recorded % 100).ShouldBe(0);
        string.Concat(stopped.Output).ShouldContain($"Stopped before line {recorded + 1} of");

        var rest = await ImportAsync("jsonl", "long.jsonl", "--group", name);
        rest.ExitCode.ShouldBe(0);
        (await CountOfAsync(key)).ShouldBe(Lines);
        rest.Accounting.ShouldBe([$"accepted message {Lines - recorded:N0}", $"duplicate imported before {recorded:N0}", $"total {Lines:N0}"]);
    }

    [Fact]
    public void Settings_are_told_from_words_by_the_colon_in_their_name()
    {
        var (words, settings) = HeadlessCommandLine.SplitSettings(
            ["import", "irc", "a", "b", "--Database:Provider", "Sqlite", "--group", "x", "--Metrics:TimeZone=UTC", "c:\\logs", "--columns", "id,date"]);

        words.ShouldBe(["import", "irc", "a", "b", "--group", "x", "c:\\logs", "--columns", "id,date"]);
        settings.ShouldBe(["--Database:Provider", "Sqlite", "--Metrics:TimeZone=UTC"]);
    }

    private Task<CommandResult> ImportAsync(params string[] arguments) => CommandProcess.RunAsync(_folder, ["import", .. arguments, .. Settings]);

    /// <summary>The first line of what is said on standard error; the exit code is 1.</summary>
    private async Task<string> RefusalAsync(params string[] arguments)
    {
        var result = await ImportAsync(arguments);
        result.ExitCode.ShouldBe(1);
        return result.Errors[0];
    }

    private static string Message(string id, int second, string speaker) => JsonSerializer.Serialize(new
    {
        kind = "MESSAGE",
        externalId = id,
        occurredAt = TestClock.UtcNow.AddHours(-1).AddSeconds(second),
        member = new { platform = "WECHAT", externalId = speaker },
        text = $"message {id}",
    });

    private async Task<string> GroupNameAsync(long key)
    {
        await using var db = server.Database.Create(AccessScope.Everything);
        return await db.Groups.Where(g => g.Id == key).Select(g => g.ExternalId).SingleAsync();
    }

    private async Task<int> CountOfAsync(long group)
    {
        await using var db = server.Database.Create(AccessScope.Everything);
        return await db.Activities.CountAsync(a => a.GroupId == group && a.Kind == ActivityKind.MessageSent);
    }

    private async Task<(int, int, int)> CountAsync()
    {
        await using var db = server.Database.Create(AccessScope.Everything);
        return (await db.Groups.CountAsync(), await db.Members.CountAsync(), await db.Activities.CountAsync());
    }
}
