using System.Text;
using Headless.Community.Data;
using Headless.Community.Import;
using Headless.Community.Ingestion;
using Headless.Community.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Tests.Import;

/// <summary>What imports do with files, good and bad.</summary>
public sealed class ImportRunnerTests : IAsyncLifetime
{
    private readonly SqliteTestDatabase _test = new();
    private readonly string _folder = Directory.CreateTempSubdirectory("headless-import-").FullName;
    private long _group;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await _test.InitializeAsync();
        _group = await ImportGroups.FindOrAddAsync(_test.Database, "#test", Platform.Irc, _test.Clock.Now.UtcDateTime, Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _test.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    [Fact]
    public async Task A_log_becomes_people_stays_and_messages_and_every_line_is_accounted_for()
    {
        Write(
            "2006-05-01.log",
            """
            === early [~e@host]  has joined #test
            [10:00] <ann> hello
            === bur[n] er [n=bur[n]@host]  has joined #test
            [10:01] <bur[n] er> I have brackets
            === bur[n] er is now known as burner
            [10:02] <burner> and now I have none
            === ann shrugs
            [10:03]  * ann waves
            === ann [~a@host]  has joined #test
            === mode/#test [+o ann]  by ChanServ

            === early was kicked off #test by ann (too early)
            === never [~n@host]  has left #test ["bye"]
            === burner [~b@host]  has left #test ["Leaving"]
            [10:04] -spam:#test- buy this
            [10:05] (odd) line
            [23:59] <ann> late
            [00:01] <ann> early again
            ..[topic/#test:x] : not quite a topic
            """);
        var result = await RunAsync(ImportFormat.Irc, rejects: "rejects.tsv");

        result.Accepted.ShouldBe(new Dictionary<string, long> { ["action"] = 2, ["join"] = 2, ["kick"] = 1, ["leave"] = 1, ["message"] = 5, ["rename"] = 1 }, ignoreOrder: true);
        result.Ignored.ShouldBe(
            new Dictionary<string, long> { ["join of somebody present"] = 1, ["leave of somebody absent"] = 1, ["mode"] = 1, ["notice"] = 1 }, ignoreOrder: true);
        result.Rejected.ShouldBe(new Dictionary<string, long> { ["UNRECOGNISED_LINE"] = 2 });
        (result.Lines, result.Files, result.Duplicates, result.ClockStepsBack, result.StoppedAt).ShouldBe((18, 1, 0, 1, null));
        File.ReadAllLines(result.RejectsPath!).Select(line => line.Split('\t')).Select(fields => (Path.GetFileName(fields[0]), fields[1], fields[3])).ShouldBe(
        [
            ("file", "line", "text"),
            ("2006-05-01.log", "16", "[10:05] (odd) line"),
            ("2006-05-01.log", "19", "..[topic/#test:x] : not quite a topic"),
        ]);

        await using var context = _test.Everything();
        var log = await context.Activities.Where(row => row.Source != null).OrderBy(row => row.Id).ToListAsync(Token);
        log.Select(row => row.OccurredAt.ToString("dd HH:mm")).ShouldBe(
            ["01 10:00", "01 10:00", "01 10:00", "01 10:01", "01 10:01", "01 10:02", "01 10:02", "01 10:03", "01 10:03", "01 10:03", "01 23:59", "02 00:01"]);
        log.Where(row => row.Kind == ActivityKind.MessageSent).Select(row => row.Text).ShouldBe(
            ["hello", "I have brackets", "and now I have none", "shrugs", "waves", "late", "early again"]);
        var burner = await context.Identities.SingleAsync(row => row.ExternalId == "bur[n]er", Token);
        (await context.Identities.SingleAsync(row => row.ExternalId == "burner", Token)).MemberId.ShouldBe(burner.MemberId);
        var stays = await context.Memberships.Include(row => row.Member).OrderBy(row => row.Id).ToListAsync(Token);
        stays.Select(row => (row.Member.DisplayName, row.JoinKnown, row.LeaveKind, row.LeaveReason)).ShouldBe(
        [
            ("early", true, LeaveKind.Removed, "ann: too early"),
            ("ann", false, null, null),
            ("bur[n]er", true, LeaveKind.Self, "Leaving"),
        ]);
    }

    [Fact]
    public async Task A_second_run_changes_nothing_even_where_ignored_lines_would_now_mean_something()
    {
        Write("2006-05-01.log", "[10:00] <ann> hi\n[10:01] <ann> ho\n=== ann [a@h]  has joined #test\n=== ann [a@h]  has left #test []\n=== bob [b@h]  has left #test []\n");
        Write("2006-05-02.log", "[10:00] <bob> hello\n");
        (await RunAsync(ImportFormat.Irc)).TotalAccepted.ShouldBe(4);
        var before = await StaysAsync();
        var again = await RunAsync(ImportFormat.Irc);
        (again.TotalAccepted, again.Duplicates, again.TotalIgnored).ShouldBe((0, 6, 0));
        (await StaysAsync()).ShouldBe(before);

        // Also where the record of the file is gone: what lies before a line in the log was there before.
        await _test.WriteAsync(context => context.IdempotencyRecords.ExecuteDeleteAsync(Token));
        (await RunAsync(ImportFormat.Irc)).TotalAccepted.ShouldBe(0);
        (await StaysAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_log_that_has_grown_goes_on_where_it_ended()
    {
        Write("2006-05-01.log", "[10:00] <ann> hi\n");
        await RunAsync(ImportFormat.Irc);
        Write("2006-05-01.log", "[10:00] <ann> hi\n[10:01] <ann> there\n");
        var result = await RunAsync(ImportFormat.Irc);
        (result.TotalAccepted, result.Duplicates).ShouldBe((1, 1));
    }

    [Fact]
    public async Task A_log_from_before_one_that_is_known_is_taken_whole_though_both_are_written_together()
    {
        Write("2006-05-02.log", "[10:00] <ann> second\n");
        await RunAsync(ImportFormat.Irc);
        Write("2006-05-01.log", "[10:00] <ann> first\n");
        Write("2006-05-02.log", "[10:00] <ann> second\n[10:01] <ann> third\n");
        var result = await RunAsync(ImportFormat.Irc);
        (result.TotalAccepted, result.Duplicates, result.Files).ShouldBe((2, 1, 2));
        (await RunAsync(ImportFormat.Irc)).TotalAccepted.ShouldBe(0);
    }

    [Fact]
    public async Task A_log_that_lies_in_two_folders_is_taken_once()
    {
        Directory.CreateDirectory(Path.Combine(_folder, "copy"));
        Write("2006-05-01.log", "[10:00] <ann> hi\n[10:01] <ann> ho\n");
        Write(Path.Combine("copy", "2006-05-01.log"), "[10:00] <ann> hi\n[10:01] <ann> ho\n");
        var result = await RunAsync(ImportFormat.Irc);
        (result.TotalAccepted, result.Duplicates, result.Files).ShouldBe((2, 2, 2));
    }

    [Fact]
    public async Task Rejected_lines_are_written_in_the_order_of_the_files_whoever_rejects_them()
    {
        Write("2006-05-01.log", $"[10:00] <ann> {new string('y', 5000)}\n[10:01] (odd) line\n[10:02] <ann> {new string('z', 5000)}\n");
        Write("2006-05-02.log", "(odd) line\n[10:00] <ann> hi\n");
        var result = await RunAsync(ImportFormat.Irc, rejects: "rejects.tsv");
        File.ReadAllLines(result.RejectsPath!).Skip(1).Select(line => line.Split('\t')).Select(fields => (Path.GetFileName(fields[0]), fields[1], fields[2].Split(':')[0]))
            .ShouldBe(
            [
                ("2006-05-01.log", "1", "TEXT_TOO_LONG"),
                ("2006-05-01.log", "2", "UNRECOGNISED_LINE"),
                ("2006-05-01.log", "3", "TEXT_TOO_LONG"),
                ("2006-05-02.log", "1", "UNRECOGNISED_LINE"),
            ]);
    }

    [Fact]
    public async Task Times_are_of_the_zone_that_is_given()
    {
        Write("2006-07-01.log", "[10:00] <ann> summer in Berlin\n");
        await RunAsync(ImportFormat.Irc, request => request with { TimeZone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin") });
        await using var context = _test.Everything();
        (await context.Activities.SingleAsync(row => row.Source != null, Token)).OccurredAt.ShouldBe(new DateTime(2006, 7, 1, 8, 0, 0, DateTimeKind.Utc));
    }

    [Fact]
    public async Task Bytes_that_are_not_utf8_are_windows_1252_and_a_byte_order_mark_is_none_of_the_text()
    {
        var log = Encoding.UTF8.GetPreamble().Concat("[10:00] <ann> caf\u00e9\r\n"u8.ToArray()).Concat("[10:01] <ann> caf\u00e9 \u20ac\n".Select(unit => unit == '\u20ac' ? (byte)0x80 : (byte)unit)).ToArray();
        await File.WriteAllBytesAsync(Path.Combine(_folder, "2006-05-01.log"), log, Token);
        await RunAsync(ImportFormat.Irc);
        await using var context = _test.Everything();
        (await context.Activities.Where(row => row.Source != null).OrderBy(row => row.Id).Select(row => row.Text).ToListAsync(Token)).ShouldBe(["café", "café €"]);
    }

    [Fact]
    public void Json_lines_have_the_fields_of_a_reported_activity()
    {
        var fields = typeof(JsonLineParser).GetNestedType("JsonRow", System.Reflection.BindingFlags.NonPublic)!.GetProperties().Select(field => field.Name).Where(name => name != "EqualityContract");
        fields.Order().ShouldBe(typeof(ActivityInput).GetProperties().Select(field => field.Name).Order());
    }

    [Fact]
    public async Task Json_lines_carry_everything_that_can_be_recorded()
    {
        Write(
            "rows.jsonl",
            $$$"""
            {"kind":"JOIN","externalId":"1","occurredAt":"2026-11-01T09:00:00+08:00","group":{"platform":"IRC","externalId":"#test"},"member":{"platform":"WECHAT","externalId":"u1","displayName":"小王"},"joinSource":"QR_CODE","joinReason":"CONTENT_POSTER","joinChannel":"抖音","joinNote":"note","invitedBy":{"platform":"WECHAT","externalId":"u0"}}
            {"kind":"MESSAGE","externalId":"2","occurredAt":"2026-11-01T09:01:00+08:00","group":{"id":{{{_group}}} },"member":{"platform":"WECHAT","externalId":"u1"},"text":"大家好","replyTo":"0","data":{"type":"text"}}
            {"kind":"RENAME","externalId":"3","occurredAt":"2026-11-01T09:02:00+08:00","member":{"platform":"WECHAT","externalId":"u1"},"newName":"王小明"}
            {"kind":"ORDER","externalId":"4","occurredAt":"2026-11-01T09:03:00+08:00","member":{"platform":"WECHAT","externalId":"u1"},"amount":99.50,"currency":"CNY","quantity":2,"status":"REFUNDED"}
            {"kind":"LEAVE","externalId":"5","occurredAt":"2026-11-01T09:04:00+08:00","group":{"id":{{{_group}}} },"member":{"platform":"WECHAT","externalId":"u1"},"leaveKind":"REMOVED","leaveReason":"广告","leaveReasonSource":"INFERRED"}
            {"kind":"MESSAGE","externalId":"6","occured":"2026-11-01T09:01:00+08:00"}
            {"kind":"LEAVE","externalId":"7","occurredAt":"2026-11-01T09:04:00+08:00","group":{"id":{{{_group}}} },"member":{"platform":"WECHAT","externalId":"nobody"}}
            not json
            """);
        var result = await RunAsync(ImportFormat.Jsonl, rejects: "rejects.tsv");
        result.Accepted.ShouldBe(new Dictionary<string, long> { ["join"] = 1, ["leave"] = 1, ["message"] = 1, ["order"] = 1, ["rename"] = 1 }, ignoreOrder: true);
        result.Rejected.ShouldBe(new Dictionary<string, long> { ["INVALID_JSON"] = 2, ["LEAVE_WITHOUT_JOIN"] = 1 }, ignoreOrder: true);
        File.ReadAllLines(result.RejectsPath!).Length.ShouldBe(4);
        await using var context = _test.Everything();
        var stay = await context.Memberships.Include(row => row.Member).Include(row => row.InvitedBy).SingleAsync(Token);
        (stay.Member.DisplayName, stay.JoinSource, stay.JoinReason, stay.JoinChannel, stay.JoinNote, stay.InvitedBy!.DisplayName, stay.LeaveKind, stay.LeaveReason)
            .ShouldBe(("王小明", JoinSource.QrCode, JoinReason.ContentPoster, "抖音", "note", "u0", LeaveKind.Removed, "广告"));
        stay.LeaveReasonSource.ShouldBe(LeaveReasonSource.Inferred);
        var message = await context.Activities.SingleAsync(row => row.Kind == ActivityKind.MessageSent, Token);
        (message.Data, message.ReplyToExternalId).ShouldBe(("""{"type":"text"}""", "0"));
        var order = await context.Orders.SingleAsync(Token);
        (order.Amount, order.Quantity, order.Status, order.PaidAt).ShouldBe((99.5m, 2, OrderStatus.Refunded, new DateTime(2026, 11, 1, 1, 3, 0, DateTimeKind.Utc)));
        (await RunAsync(ImportFormat.Jsonl)).Duplicates.ShouldBe(5);
    }

    [Theory]
    [InlineData("c1 20210101 1 11.77\nc1 20210101 1 11.77\n  c2\t20210102   2  0.00 \nc3 2021-01-02 1 5\n", null)]
    [InlineData("customer,date,quantity,amount\nc1,20210101,1,11.77\nc1,20210101,1,11.77\nc2,20210102,2,\"0.00\"\nc3,2021-01-02,1,5\n", null)]
    [InlineData("Date;Shop;Amount;Customer;Quantity\n20210101;x;11.77;c1;1\n20210101;x;11.77;c1;1\n20210102;x;0.00;c2;2\n2021-01-02;x;5;c3;1\n", null)]
    [InlineData("11.77\t20210101\tc1\t1\n11.77\t20210101\tc1\t1\n0.00\t20210102\tc2\t2\n5\t2021-01-02\tc3\t\"1\n", "amount,date,customer,quantity")]
    public async Task Orders_are_read_however_their_columns_are_laid_out(string text, string? columns)
    {
        Write("orders.txt", text);
        ImportRequest Change(ImportRequest request) => request with { Orders = new OrderColumns { Names = columns?.Split(','), Currency = "CNY" } };
        var result = await RunAsync(ImportFormat.Orders, Change);
        (result.Accepted["order"], result.Rejected["UNRECOGNISED_LINE"], result.Lines).ShouldBe((3, 1, 4 + result.TotalIgnored));
        await using var context = _test.Everything();
        var orders = await context.Orders.Include(row => row.Member).OrderBy(row => row.Id).ToListAsync(Token);
        orders.Select(row => (row.Member!.DisplayName, row.PaidAt.Day, row.Quantity, row.Amount, row.Currency)).ShouldBe(
            [("c1", 1, 1, 11.77m, "CNY"), ("c1", 1, 1, 11.77m, "CNY"), ("c2", 2, 2, 0m, "CNY")]);
        (await RunAsync(ImportFormat.Orders, Change)).Duplicates.ShouldBe(3);
    }

    [Fact]
    public async Task Cancelling_stops_between_batches_and_the_next_run_goes_on()
    {
        Write("2006-05-01.log", string.Concat(Enumerable.Range(0, 50).Select(line => $"[10:{line:00}] <ann> message {line}\n")));
        using var cancellation = new CancellationTokenSource();
        var runner = Runner();
        var stop = new Reports(progress => { if (progress.Activities >= 20) { cancellation.Cancel(); } });
        var result = await runner.RunAsync(Request(ImportFormat.Irc) with { BatchSize = 10 }, stop, cancellation.Token);
        (result.TotalAccepted, result.Lines, result.Files).ShouldBe((20, 20, 0));
        result.StoppedAt!.Line.ShouldBe(21);
        stop.Last!.BytesRead.ShouldBeInRange(1, stop.Last.BytesTotal - 1);

        var rest = await RunAsync(ImportFormat.Irc);
        (rest.TotalAccepted, rest.Duplicates, rest.StoppedAt).ShouldBe((30, 20, null));
    }

    [Fact]
    public async Task What_cannot_be_imported_is_refused_before_anything_is_done()
    {
        Write("2006-05-01.log", "[10:00] <ann> hi\n");
        await File.WriteAllBytesAsync(Path.Combine(_folder, "2006-05-02.log"), [0x5B, 0, 1, 2], Token);
        (await RefusedAsync(Request(ImportFormat.Irc))).ShouldBe(ImportErrorCodes.FileIsBinary);
        File.Delete(Path.Combine(_folder, "2006-05-02.log"));
        Write("undated.log", "[10:00] <ann> hi\n");
        (await RefusedAsync(Request(ImportFormat.Irc))).ShouldBe(ImportErrorCodes.NoDateInFileName);
        File.Delete(Path.Combine(_folder, "undated.log"));
        (await RefusedAsync(Request(ImportFormat.Irc) with { Paths = [Path.Combine(_folder, "absent")] })).ShouldBe(ImportErrorCodes.PathNotFound);
        (await RefusedAsync(Request(ImportFormat.Irc) with { GroupId = null })).ShouldBe(ImportErrorCodes.GroupNeeded);
        (await RefusedAsync(Request(ImportFormat.Irc) with { GroupId = 4711 })).ShouldBe(ImportErrorCodes.UnknownGroup);
        (await RefusedAsync(Request(ImportFormat.Irc) with { RejectsPath = _folder })).ShouldBe(ImportErrorCodes.RejectsNotWritable);
        (await RefusedAsync(Request(ImportFormat.Orders) with { Orders = new OrderColumns { Names = ["date", "amount"] } })).ShouldBe(ImportErrorCodes.ColumnsUnknown);
        var empty = Directory.CreateDirectory(Path.Combine(_folder, "empty")).FullName;
        (await RefusedAsync(Request(ImportFormat.Irc) with { Paths = [empty] })).ShouldBe(ImportErrorCodes.NoFiles);
        await using var context = _test.Everything();
        (await context.Activities.AnyAsync(row => row.Source != null, Token)).ShouldBeFalse();

        async Task<string> RefusedAsync(ImportRequest request) =>
            (await Should.ThrowAsync<ImportException>(() => Runner().RunAsync(request, null, Token))).Code;
    }

    [Fact]
    public async Task A_line_without_an_end_is_taken_and_one_that_is_too_long_is_rejected()
    {
        Write("2006-05-01.log", $"[10:00] <ann> {new string('x', TextLines.MaxLineBytes)}\n[10:01] <ann> {new string('y', 5000)}\n[10:02] <ann> the end");
        var result = await RunAsync(ImportFormat.Irc, rejects: "rejects.tsv");
        result.Rejected.ShouldBe(new Dictionary<string, long> { ["LINE_TOO_LONG"] = 1, ["TEXT_TOO_LONG"] = 1 }, ignoreOrder: true);
        result.Accepted["message"].ShouldBe(1);
    }

    [Fact]
    public async Task A_group_is_found_by_name_or_added_open_and_told_in_the_log()
    {
        (await ImportGroups.FindOrAddAsync(_test.Database, "#test", Platform.Irc, _test.Clock.Now.UtcDateTime, Token)).ShouldBe(_group);
        await using var context = _test.Everything();
        (await context.Groups.SingleAsync(Token)).Status.ShouldBe(GroupStatus.Active);
        (await context.Activities.OrderBy(row => row.Id).Select(row => row.Kind).ToListAsync(Token))
            .ShouldBe([ActivityKind.GroupCreated, ActivityKind.GroupOpened]);
    }

    private ImportRequest Request(ImportFormat format) => new() { Format = format, Paths = [_folder], GroupId = _group };

    private Task<ImportResult> RunAsync(ImportFormat format, Func<ImportRequest, ImportRequest>? change = null, string? rejects = null)
    {
        var request = Request(format) with { RejectsPath = rejects is null ? null : Path.Combine(Path.GetTempPath(), $"{Path.GetFileName(_folder)}-{rejects}") };
        return Runner().RunAsync(change is null ? request : change(request), null, Token);
    }

    private ImportRunner Runner() => new(new ActivityIngestion(_test.Database, new NoProjection(), new ActivitySignal(), _test.Clock), _test.Database);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);

    private async Task<List<string>> StaysAsync()
    {
        await using var context = _test.Everything();
        return await context.Memberships.OrderBy(row => row.Id)
            .Select(row => $"{row.MemberId} {row.JoinedAt:O} {row.JoinKnown} {row.LeftAt:O} {row.Version}").ToListAsync(Token);
    }

    /// <summary>Reports at once and not, as <see cref="Progress{T}"/> does, some time later.</summary>
    private sealed class Reports(Action<ImportProgress> report) : IProgress<ImportProgress>
    {
        public ImportProgress? Last { get; private set; }

        public void Report(ImportProgress value)
        {
            Last = value;
            report(value);
        }
    }

    private sealed class NoProjection : IActivityProjection
    {
        public Task ApplyAsync(CommunityDbContext context, ActivityBatch batch, CancellationToken cancellationToken) => Task.CompletedTask;

        public Task ReclassifyAsync(CommunityDbContext context, Membership membership, AccountKind previous, CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
