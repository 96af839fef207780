using System.Net;
using System.Text;
using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Assets;
using Headless.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.Server.Tests.Features.Transfers;

/// <summary>Who is erased is in no file of an import or an export any more, over HTTP.</summary>
public sealed class WithdrawalTests(TransferServerFixture server) : IClassFixture<TransferServerFixture>
{
    private const string Erase = "mutation($id: ID!) { eraseMember(input: { id: $id }) { member { erasedAt } errors { ... on Error { code } } } }";

    private readonly string _name = Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task Files_and_rejected_rows_that_may_speak_of_them_are_gone_at_once()
    {
        var person = await PersonAsync();
        var csv = $"account,displayName,birthYear\n{_name},李雷,\n{_name}-x,李雷的朋友,1800\n";
        var import = await server.ImportAsync(new { subject = "MEMBERS", platform = "WECHAT" }, csv);
        var content = await server.ImportAsync(new { subject = "CONTENT_ITEMS" }, $"title,body,category\n{_name},正文,LOUD\n");
        var members = await server.ExportAsync("exportMembers", new { where = new { city = new { eq = _name } } });
        var orders = await server.ExportAsync("exportOrders", new { columns = new[] { "externalId", "account" } });
        var ids = await server.ExportAsync("exportMembers", new { columns = new[] { "memberId" } });
        var sums = await server.ExportAsync("exportOrders", new { columns = new[] { "externalId", "amount" } });
        var rejections = (await ImportAsync(import)).GetProperty("rejectionsUrl").GetString()!;
        (await server.DownloadAsync(rejections)).ShouldContain("李雷的朋友");
        var stored = await FilesAsync();

        (await server.DataAsync(Erase, new { id = person })).GetProperty("eraseMember").GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null);

        foreach (var address in (string[])[rejections, Url(members), Url(orders)])
        {
            using var client = server.Factory.CreateClient();
            using var refused = await client.GetAsync(address, TestContext.Current.CancellationToken);
            refused.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            JsonDocument.Parse(await refused.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement.GetProperty("code").GetString().ShouldBe("DOWNLOAD_NOT_OPEN");
        }

        (await ImportAsync(import)).ShouldBeJson(
            """{ "status": "COMPLETED", "rejected": 1, "rejectionsUrl": null, "isWithdrawn": true, "keptUntil": null, "rejections": { "totalCount": 0 } }""");
        (await ExportAsync(members)).ShouldBeJson("""{ "status": "COMPLETED", "url": null, "isWithdrawn": true, "keptUntil": null }""");
        (await ExportAsync(orders)).ShouldBeJson("""{ "status": "COMPLETED", "url": null, "isWithdrawn": true, "keptUntil": null }""");

        // What says nothing of anybody stays.
        (await ImportAsync(content)).GetProperty("rejections").ShouldBeJson("""{ "totalCount": 1 }""");
        (await server.DownloadAsync(Url(ids))).ShouldContain(person);
        await server.DownloadAsync(Url(sums));

        // The bytes are deleted, not only out of reach: of the import of the person, of the one that was tried, of two exports.
        stored.Except(await FilesAsync()).Count().ShouldBeGreaterThanOrEqualTo(4);

        // The dry run's file cannot be entered any more, and the log says what happened to it.
        (await server.DataAsync("mutation($id: ID!) { applyImport(input: { id: $id }) { errors { ... on Error { code } } } }", new { id = Id(import) }))
            .ShouldBeJson("""{ "applyImport": { "errors": [{ "code": "IMPORT_FILE_GONE" }] } }""");
        var log = await server.DataAsync("{ activities(first: 50, where: { kind: { in: [IMPORT_WITHDRAWN, EXPORT_WITHDRAWN] } }) { nodes { kind data } } }");
        log.GetProperty("activities").GetProperty("nodes").EnumerateArray().Select(a => $"{a.GetProperty("kind")} {a.GetProperty("data").GetProperty("jobId")}").Distinct().Count().ShouldBeGreaterThanOrEqualTo(4);
    }

    [Fact]
    public async Task An_import_that_waits_is_entered_and_its_file_is_not_kept()
    {
        var person = await PersonAsync();
        var started = await server.StartAsync(
            new { subject = "MEMBERS", platform = "WECHAT", dryRun = false }, "rows.csv", Encoding.UTF8.GetBytes($"account,displayName,birthYear\n{_name}-2,韩梅梅,\n{_name},李雷,1800\n"));
        var job = started.GetProperty("importJob");
        await server.DataAsync(Erase, new { id = person });
        (await ImportAsync(job)).GetProperty("status").GetString().ShouldBe("PENDING");
        var stored = await FilesAsync();
        await server.RunJobsAsync();

        (await ImportAsync(job)).ShouldBeJson(
            """{ "status": "COMPLETED", "rejected": 1, "rejectionsUrl": null, "isWithdrawn": true, "keptUntil": null, "rejections": { "totalCount": 0 } }""");
        stored.Except(await FilesAsync()).Count().ShouldBe(1);
        (await server.DataAsync("query($of: String!) { memberByIdentity(platform: WECHAT, externalId: $of) { displayName } }", new { of = $"{_name}-2" }))
            .ShouldBeJson("""{ "memberByIdentity": { "displayName": "韩梅梅" } }""");
    }

    [Fact]
    public async Task An_export_that_was_under_way_is_written_from_its_beginning()
    {
        var person = await PersonAsync();
        var id = (await server.DataAsync(
            "mutation { exportMembers(input: { columns: [\"memberId\", \"displayName\"] }) { exportJob { id } } }")).GetProperty("exportMembers").GetProperty("exportJob").GetProperty("id").GetString();

        // It has begun, and may have read the person.
        await server.Database.WriteAsync(
            AccessScope.Everything,
            async (db, ct) =>
            {
                var job = await db.ExportJobs.OrderByDescending(j => j.Id).FirstAsync(ct);
                job.Start(TestClock.UtcNow.UtcDateTime);
                await db.SaveChangesAsync(ct);
            },
            TestContext.Current.CancellationToken);
        await server.DataAsync(Erase, new { id = person });
        await server.RunJobsAsync();
        var job = (await server.DataAsync("query($id: ID!) { exportJobById(id: $id) { status withdrawnAt url } }", new { id })).GetProperty("exportJobById");
        (job.GetProperty("status").GetString(), job.GetProperty("withdrawnAt").ValueKind).ShouldBe(("COMPLETED", JsonValueKind.Null));
        (await server.DownloadAsync(Url(job))).ShouldContain($"{person},Erased member\r\n");
        (await server.DataAsync("{ activities(first: 50, where: { kind: { eq: EXPORT_COMPLETED } }) { nodes { data } } }"))
            .GetProperty("activities").GetProperty("nodes").EnumerateArray().Count(a => a.GetProperty("data").GetProperty("columns").GetArrayLength() == 2 && a.GetProperty("data").GetProperty("columns")[1].GetString() == "displayName")
            .ShouldBe(1);
    }

    [Fact]
    public async Task A_filter_that_names_them_is_forgotten()
    {
        var person = await PersonAsync();
        var done = await server.ExportAsync("exportMembers", new { where = new { displayName = new { eq = "李雷" + _name } }, columns = new[] { "memberId" } });
        var waiting = (await server.DataAsync(
            "mutation($where: MemberFilterInput) { exportMembers(input: {}, where: $where) { exportJob { id } } }", new { where = new { displayName = new { contains = "李雷" + _name } } }))
            .GetProperty("exportMembers").GetProperty("exportJob");
        await server.DataAsync(Erase, new { id = person });
        (await FilterAsync(done)).ShouldBeJson("""{ "filter": null, "status": "COMPLETED", "failureCode": null }""");
        (await FilterAsync(waiting)).ShouldBeJson("""{ "filter": null, "status": "FAILED", "failureCode": "PERSON_ERASED" }""");
        await using var db = server.Database.Create(AccessScope.Everything);
        (await db.AuditEntries.AnyAsync(e => e.PersonalChanges != null && e.PersonalChanges.Contains("李雷" + _name), TestContext.Current.CancellationToken)).ShouldBeFalse();
        await server.RunJobsAsync();
    }

    private static string Id(JsonElement job) => job.GetProperty("id").GetString()!;

    private static string Url(JsonElement job) => job.GetProperty("url").GetString()!;

    private async Task<string> PersonAsync()
    {
        await server.ImportAsync(new { subject = "MEMBERS", platform = "WECHAT", dryRun = false }, $"account,displayName,city\n{_name},李雷{_name},{_name}\n");
        return (await server.DataAsync("query($of: String!) { memberByIdentity(platform: WECHAT, externalId: $of) { id } }", new { of = _name })).GetProperty("memberByIdentity").GetProperty("id").GetString()!;
    }

    private async Task<JsonElement> ImportAsync(JsonElement job)
    {
        var now = (await server.DataAsync(
            "query($id: ID!) { importJobById(id: $id) { status rejected rejectionsUrl withdrawnAt keptUntil rejections { totalCount } } }", new { id = Id(job) })).GetProperty("importJobById");
        return WithoutTime(now);
    }

    private async Task<JsonElement> ExportAsync(JsonElement job) =>
        WithoutTime((await server.DataAsync("query($id: ID!) { exportJobById(id: $id) { status url withdrawnAt keptUntil } }", new { id = Id(job) })).GetProperty("exportJobById"));

    private async Task<JsonElement> FilterAsync(JsonElement job) =>
        (await server.DataAsync("query($id: ID!) { exportJobById(id: $id) { filter status failureCode } }", new { id = Id(job) })).GetProperty("exportJobById");

    private static JsonElement WithoutTime(JsonElement job)
    {
        var fields = job.EnumerateObject().ToDictionary(
            field => field.Name == "withdrawnAt" ? "isWithdrawn" : field.Name,
            field => field.Name == "withdrawnAt" ? JsonSerializer.SerializeToElement(field.Value.ValueKind == JsonValueKind.String) : field.Value);
        return JsonSerializer.SerializeToElement(fields);
    }

    private async Task<HashSet<string>> FilesAsync()
    {
        var files = new HashSet<string>();
        await foreach (var sha256 in server.Factory.Services.GetRequiredService<IAssetStore>().ListAsync(DateTime.MaxValue, TestContext.Current.CancellationToken))
        {
            files.Add(sha256);
        }

        return files;
    }
}
