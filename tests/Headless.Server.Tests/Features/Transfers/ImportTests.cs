using System.Net;
using System.Text;
using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Headless.Server.Tests.Features.Transfers;

/// <summary>Files of rows are tried and entered, over HTTP.</summary>
public sealed class ImportTests(TransferServerFixture server) : IClassFixture<TransferServerFixture>
{
    [Fact]
    public async Task A_dry_run_says_what_would_become_of_each_row_and_keeps_nothing()
    {
        var name = Guid.NewGuid().ToString("N")[..8];
        var csv = $"""
            platform,account,displayName,birthYear,phone
            WECHAT,{name}-1,王小明,1990,+86 138 0000 0001
            wechat,{name}-2,李雷,1890,
            WECHAT,{name}-3,,,
            WECHAT,{name}-4,韩梅梅,1992,not a number
            WECHAT,{name}-1,王小明,1990,
            WECHAT,{name}-5,"刘
            洋",,
            NOWHERE,{name}-6,张三,,
            """;
        var job = await server.ImportAsync(new { subject = "MEMBERS" }, csv);
        Counts(job).ShouldBe("COMPLETED dry rows 7: 2 created, 0 updated, 0 unchanged, 5 rejected");
        (await server.RejectionsAsync(job)).ShouldBe(
            ["2 birthYear INVALID_BIRTH_YEAR", "3 displayName MISSING_VALUE", "4 phone INVALID_PHONE", "5 - DUPLICATE_ROW", "7 platform INVALID_VALUE"]);
        (await CountMembersAsync(name)).ShouldBe(0);

        var applied = await ApplyAsync(job);
        Counts(applied).ShouldBe("COMPLETED rows 7: 2 created, 0 updated, 0 unchanged, 5 rejected");
        (await CountMembersAsync(name)).ShouldBe(2);

        // The same file once more: everybody is known.
        Counts(await server.ImportAsync(new { subject = "MEMBERS", dryRun = false }, csv)).ShouldBe("COMPLETED rows 7: 0 created, 0 updated, 2 unchanged, 5 rejected");
        (await CountMembersAsync(name)).ShouldBe(2);
    }

    [Fact]
    public async Task Rejected_rows_are_a_file_that_can_be_mended_and_sent_again()
    {
        var name = Guid.NewGuid().ToString("N")[..8];
        var job = await server.ImportAsync(new { subject = "MEMBERS", platform = "WECHAT", dryRun = false }, $"account,displayName,birthYear\n{name}-1,\"=cmd|' /C calc'!A0\",1800\n{name}-2,李雷,1990\n");
        var data = await server.DataAsync("query($id: ID!) { importJobById(id: $id) { rejectionsUrl rejections { nodes { row message values } } } }", new { id = job.GetProperty("id").GetString() });
        data.GetProperty("importJobById").GetProperty("rejections").ShouldBeJson(
            $$"""{ "nodes": [{ "row": 1, "message": "'birthYear' must be a year from 1900 to this one.", "values": { "account": "{{name}}-1", "displayName": "=cmd|' /C calc'!A0", "birthYear": "1800" } }] }""");
        var file = await server.DownloadAsync(data.GetProperty("importJobById").GetProperty("rejectionsUrl").GetString()!);
        file.ShouldContain("\"'=cmd|' /C calc'!A0\"");
        file.Split("\r\n")[0].ShouldBe("#row,#field,#code,#message,platform,account,displayName,accountName,isVerified,gender,birthYear,region,city,phone,email,preferredContactChannel,note");

        // Mended, it goes in as it is, and what kept sheets from computing the name is not part of it.
        Counts(await server.ImportAsync(new { subject = "MEMBERS", platform = "WECHAT", dryRun = false }, file.Replace(",1800,", ",1980,"))).ShouldBe(
            "COMPLETED rows 1: 1 created, 0 updated, 0 unchanged, 0 rejected");
        await using var db = server.Database.Create(AccessScope.Everything);
        (await db.Members.SingleAsync(m => m.Identities.Any(i => i.ExternalId == name + "-1"), TestContext.Current.CancellationToken)).DisplayName.ShouldBe("=cmd|' /C calc'!A0");
    }

    [Fact]
    public async Task Known_members_are_changed_where_that_is_asked_for()
    {
        var name = Guid.NewGuid().ToString("N")[..8];
        await server.ImportAsync(new { subject = "MEMBERS", platform = "QQ", dryRun = false }, $"account,displayName,city,note\n{name},王小明,成都,old\n");
        Counts(await server.ImportAsync(new { subject = "MEMBERS", platform = "QQ", dryRun = false }, $"account,displayName,city\n{name},王大明,重庆\n")).ShouldBe(
            "COMPLETED rows 1: 0 created, 0 updated, 1 unchanged, 0 rejected");
        Counts(await server.ImportAsync(new { subject = "MEMBERS", platform = "QQ", dryRun = false, updateKnown = true }, $"account,displayName,city\n{name},王大明,重庆\n")).ShouldBe(
            "COMPLETED rows 1: 0 created, 1 updated, 0 unchanged, 0 rejected");
        Counts(await server.ImportAsync(new { subject = "MEMBERS", platform = "QQ", dryRun = false, updateKnown = true }, $"account,displayName,city\n{name},王大明,重庆\n")).ShouldBe(
            "COMPLETED rows 1: 0 created, 0 updated, 1 unchanged, 0 rejected");
        (await server.DataAsync("query($id: String!) { memberByIdentity(platform: QQ, externalId: $id) { displayName city note } }", new { id = name }))
            .ShouldBeJson("""{ "memberByIdentity": { "displayName": "王大明", "city": "重庆", "note": "old" } }""");
    }

    [Theory]
    [InlineData(null, "UTF8")]
    [InlineData("UTF8", "UTF8")]
    public async Task A_byte_order_mark_is_not_part_of_the_first_header(string? encoding, string found)
    {
        var name = Guid.NewGuid().ToString("N")[..8];
        var job = await server.ImportAsync(
            new { subject = "MEMBERS", platform = "WECHAT", dryRun = false, encoding }, [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes($"account,displayName\r\n{name},王小明\r\n")]);
        job.GetProperty("encoding").GetString().ShouldBe(found);
        (await CountMembersAsync(name)).ShouldBe(1);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("GB18030")]
    public async Task A_sheet_of_a_Chinese_Windows_is_read_as_it_was_written(string? encoding)
    {
        var name = Guid.NewGuid().ToString("N")[..8];
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding("GBK")!;
        var job = await server.ImportAsync(new { subject = "MEMBERS", platform = "WECHAT", dryRun = false, encoding }, gbk.GetBytes($"account,displayName,city\r\n{name},王小明,成都\r\n"));
        job.GetProperty("encoding").GetString().ShouldBe("GB18030");
        (await server.DataAsync("query($id: String!) { memberByIdentity(platform: WECHAT, externalId: $id) { displayName city } }", new { id = name }))
            .ShouldBeJson("""{ "memberByIdentity": { "displayName": "王小明", "city": "成都" } }""");
    }

    [Fact]
    public async Task What_is_no_text_is_refused_when_it_comes()
    {
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding("GBK")!.GetBytes("account,displayName\n1,王小明\n");
        Codes(await server.StartAsync(new { subject = "MEMBERS", encoding = "UTF8" }, "a.csv", gbk)).ShouldBe("IMPORT_ENCODING_UNKNOWN");
        Codes(await server.StartAsync(new { subject = "MEMBERS" }, "a.csv", [0x61, 0xFF, 0xFF, 0x0A])).ShouldBe("IMPORT_ENCODING_UNKNOWN");
        Codes(await server.StartAsync(new { subject = "MEMBERS" }, "a.csv", "PK\u0003\u0004\0\0"u8.ToArray())).ShouldBe("IMPORT_FILE_BINARY");
        Codes(await server.StartAsync(new { subject = "MEMBERS" }, "a.csv", [])).ShouldBe("ASSET_EMPTY");
        Codes(await server.StartAsync(new { subject = "MEMBERS" }, "a.csv", new byte[3_000_001])).ShouldBe("ASSET_TOO_LARGE");
        Codes(await server.StartAsync(new { subject = "ORDERS" }, "a.csv", gbk)).ShouldBe("INVALID_INPUT");
        Codes(await server.StartAsync(new { subject = "MEMBERS", mapping = new[] { new { header = "姓名", column = "name" } } }, "a.csv", gbk)).ShouldBe("INVALID_INPUT");
    }

    [Theory]
    [InlineData("account,displayName,salary\n1,a,5\n", "COLUMNS_UNKNOWN", 0)]
    [InlineData("displayName\na\n", "COLUMNS_UNKNOWN", 0)]
    [InlineData("account,account\n1,2\n", "COLUMNS_UNKNOWN", 0)]
    [InlineData("\n\n", "COLUMNS_UNKNOWN", 0)]
    [InlineData("account,displayName\nu1,a\nu2,\"never closed\nu3,c\n", "FILE_MALFORMED", 1)]
    public async Task A_file_that_cannot_be_read_fails_and_says_where(string csv, string code, long rows)
    {
        var job = await server.ImportAsync(new { subject = "MEMBERS", platform = "WECHAT" }, csv);
        (job.GetProperty("status").GetString(), job.GetProperty("failureCode").GetString(), job.GetProperty("rows").GetInt64()).ShouldBe(("FAILED", code, rows));
    }

    [Fact]
    public async Task A_million_columns_a_huge_field_and_too_many_rows_end_the_import_without_filling_the_memory()
    {
        (await Failure(string.Join(',', Enumerable.Repeat("a", 1_000_000)))).ShouldBe("FILE_MALFORMED");
        (await Failure(string.Join(',', Enumerable.Range(0, 300).Select(i => $"c{i}")))).ShouldBe("TOO_MANY_COLUMNS");
        (await Failure("account,displayName\nu," + new string('x', 500_000) + "\n")).ShouldBe("FILE_MALFORMED");
        (await Failure("account,displayName\n" + string.Concat(Enumerable.Range(0, 1_001).Select(i => $"{i},a\n")))).ShouldBe("TOO_MANY_ROWS");
        (await Failure("{\"account\": \"" + new string('x', 500_000) + "\"}\n", "rows.jsonl")).ShouldBe("FILE_MALFORMED");

        async Task<string> Failure(string text, string file = "rows.csv") =>
            (await server.ImportAsync(new { subject = "MEMBERS", platform = "WECHAT" }, text, file)).GetProperty("failureCode").GetString()!;
    }

    [Fact]
    public async Task The_wrong_file_ends_after_so_many_rejections()
    {
        var job = await server.ImportAsync(new { subject = "MEMBERS", platform = "WECHAT", dryRun = false }, "account,displayName\n" + string.Concat(Enumerable.Range(0, 30).Select(i => $"a{i},\n")));
        (job.GetProperty("failureCode").GetString(), job.GetProperty("rows").GetInt64()).ShouldBe(("TOO_MANY_REJECTED", 9));
    }

    [Fact]
    public async Task Headers_of_another_system_are_mapped_and_columns_left_out()
    {
        var name = Guid.NewGuid().ToString("N")[..8];
        var job = await server.ImportAsync(
            new
            {
                subject = "MEMBERS", platform = "WECHAT", dryRun = false,
                mapping = new[] { new { header = "客户号", column = (string?)"account" }, new { header = "姓名", column = (string?)"displayName" }, new { header = "工资", column = (string?)null } },
            },
            $"客户号;姓名;工资\n{name};王小明;5000\n");
        Counts(job).ShouldBe("COMPLETED rows 1: 1 created, 0 updated, 0 unchanged, 0 rejected");
    }

    [Fact]
    public async Task Rows_can_be_JSON_objects()
    {
        var name = Guid.NewGuid().ToString("N")[..8];
        var jsonl = $$"""
            {"account":"{{name}}-1","displayName":"王小明","birthYear":1990,"isVerified":true,"city":null}

            {"account":"{{name}}-2","displayName":["李雷"]}
            {"account":"{{name}}-3","salary":5}
            [1]
            {"account":"{{name}}-4"
            """;
        var job = await server.ImportAsync(new { subject = "MEMBERS", platform = "WECHAT", dryRun = false }, jsonl, "rows.jsonl");
        Counts(job).ShouldBe("COMPLETED rows 5: 1 created, 0 updated, 0 unchanged, 4 rejected");
        (await server.RejectionsAsync(job)).ShouldBe(["2 - INVALID_JSON", "3 - UNKNOWN_COLUMN", "4 - INVALID_JSON", "5 - INVALID_JSON"]);
    }

    [Fact]
    public async Task Orders_go_the_way_of_ingestion_once_and_known_ones_are_completed()
    {
        var (key, groupId) = await SampleCommunity.AddGroupAsync(server);
        var source = Guid.NewGuid().ToString("N")[..8];
        var csv = """
            externalId,paidAt,amount,status,account,quantity
            o1,2026-03-05 20:15,99.50,,buyer-1,2
            o2,2026-03-05T12:15:00Z,10,PAID,buyer-1,
            o3,2026-03-05,1e30,,,
            o4,2026-13-05,10,,,
            o5,2026-03-05,-1,,,
            o6,2999-01-01,10,,,
            """;
        var input = new { subject = "ORDERS", source, platform = "WECHAT", groupId, currency = "CNY", timeZone = "Asia/Shanghai" };
        var dryRun = await server.ImportAsync(input, csv);
        Counts(dryRun).ShouldBe("COMPLETED dry rows 6: 2 created, 0 updated, 0 unchanged, 4 rejected");
        (await server.RejectionsAsync(dryRun)).ShouldBe(["3 amount INVALID_NUMBER", "4 paidAt INVALID_TIME", "5 amount INVALID_AMOUNT", "6 paidAt OCCURRED_IN_FUTURE"]);
        (await OrdersAsync(source)).GetArrayLength().ShouldBe(0);

        Counts(await ApplyAsync(dryRun)).ShouldBe("COMPLETED rows 6: 2 created, 0 updated, 0 unchanged, 4 rejected");
        (await OrdersAsync(source)).ShouldBeJson(
            """
            [
              { "externalId": "o1", "paidAt": "2026-03-05T12:15:00.000Z", "amount": { "amount": 99.5, "currency": "CNY" }, "quantity": 2, "status": "PAID" },
              { "externalId": "o2", "paidAt": "2026-03-05T12:15:00.000Z", "amount": { "amount": 10, "currency": "CNY" }, "quantity": 1, "status": "PAID" }
            ]
            """);

        // Later the shop says what became of them; what was paid cannot be changed.
        var again = await server.ImportAsync(
            new { subject = "ORDERS", source, platform = "WECHAT", groupId, currency = "CNY", timeZone = "Asia/Shanghai", dryRun = false },
            "externalId,paidAt,amount,status,quantity\no1,2026-03-05 20:15,99.50,REFUNDED,2\no2,2026-03-05 20:15,11,,\n");
        Counts(again).ShouldBe("COMPLETED rows 2: 0 created, 1 updated, 0 unchanged, 1 rejected");
        (await server.RejectionsAsync(again)).ShouldBe(["2 externalId ALREADY_EXISTS"]);
        await using var db = server.Database.Create(AccessScope.Everything);
        (await db.Orders.CountAsync(o => o.GroupId == key, TestContext.Current.CancellationToken)).ShouldBe(2);
    }

    [Fact]
    public async Task Tags_are_found_by_their_names()
    {
        var (key, _) = await SampleCommunity.AddGroupAsync(server);
        var name = Guid.NewGuid().ToString("N")[..8];
        var member = await SampleCommunity.AddMemberInAsync(server, key, "王小明");
        await server.ImportAsync(new { subject = "MEMBERS", platform = "QQ", dryRun = false }, $"account,displayName\n{name},李雷\n");
        await server.DataAsync("mutation($name: String!) { createTag(input: { name: $name }) { tag { id } } }", new { name });
        var job = await server.ImportAsync(
            new { subject = "MEMBER_TAGS", platform = "QQ", dryRun = false }, $"memberId,account,tag\n{member},,{name}\n,{name},{name}\n,nobody,{name}\n{member},,unknown\nnonsense,,{name}\n");
        Counts(job).ShouldBe("COMPLETED rows 5: 2 created, 0 updated, 0 unchanged, 3 rejected");
        (await server.RejectionsAsync(job)).ShouldBe(["3 account UNKNOWN_MEMBER", "4 tag UNKNOWN_TAG", "5 memberId INVALID_ID"]);
        (await server.DataAsync("query($id: ID!) { memberById(id: $id) { tags { name } } }", new { id = member })).ShouldBeJson($$"""{ "memberById": { "tags": [{ "name": "{{name}}" }] } }""");
    }

    [Fact]
    public async Task A_tag_ends_when_its_row_says_and_no_row_ends_in_the_past()
    {
        var name = Guid.NewGuid().ToString("N")[..8];
        await server.ImportAsync(new { subject = "MEMBERS", platform = "QQ", dryRun = false }, $"account,displayName\n{name}-1,李雷\n{name}-2,韩梅梅\n{name}-3,王小明\n{name}-4,刘洋\n");
        await server.DataAsync("mutation($name: String!) { createTag(input: { name: $name }) { tag { id } } }", new { name });
        var csv = $"account,tag,expiresAt\n{name}-1,{name},2099-03-05\n{name}-2,{name},\n{name}-3,{name},2020-01-01T00:00:00Z\n{name}-4,{name},next year\n";
        var tried = await server.ImportAsync(new { subject = "MEMBER_TAGS", platform = "QQ", timeZone = "Asia/Shanghai" }, csv);
        Counts(tried).ShouldBe("COMPLETED dry rows 4: 2 created, 0 updated, 0 unchanged, 2 rejected");
        (await server.RejectionsAsync(tried)).ShouldBe(["3 expiresAt EXPIRES_IN_PAST", "4 expiresAt INVALID_TIME"]);
        const string held = "query($of: String!) { memberByIdentity(platform: QQ, externalId: $of) { memberTags { nodes { source expiresAt tag { name } } } } }";
        (await server.DataAsync(held, new { of = $"{name}-1" })).ShouldBeJson("""{ "memberByIdentity": { "memberTags": { "nodes": [] } } }""");

        Counts(await ApplyAsync(tried)).ShouldBe("COMPLETED rows 4: 2 created, 0 updated, 0 unchanged, 2 rejected");
        (await server.DataAsync(held, new { of = $"{name}-1" })).ShouldBeJson(
            $$"""{ "memberByIdentity": { "memberTags": { "nodes": [{ "source": "IMPORT", "expiresAt": "2099-03-04T16:00:00.000Z", "tag": { "name": "{{name}}" } }] } } }""");

        // Without a time it holds for good: that is a change, too.
        Counts(await server.ImportAsync(new { subject = "MEMBER_TAGS", platform = "QQ", dryRun = false }, $"account,tag,expiresAt\n{name}-1,{name},\n{name}-2,{name},\n"))
            .ShouldBe("COMPLETED rows 2: 0 created, 1 updated, 1 unchanged, 0 rejected");
        (await server.DataAsync(held, new { of = $"{name}-1" })).ShouldBeJson($$"""{ "memberByIdentity": { "memberTags": { "nodes": [{ "source": "IMPORT", "expiresAt": null, "tag": { "name": "{{name}}" } }] } } }""");
    }

    [Fact]
    public async Task Content_and_costs_are_entered_once()
    {
        var name = Guid.NewGuid().ToString("N")[..8];
        var content = $"title,body,category,kind\n{name} 一,正文,CONVERT,PRODUCT\n{name} 二,,,\n{name} 三,x,LOUD,\n";
        Counts(await server.ImportAsync(new { subject = "CONTENT_ITEMS", dryRun = false }, content)).ShouldBe("COMPLETED rows 3: 2 created, 0 updated, 0 unchanged, 1 rejected");
        Counts(await server.ImportAsync(new { subject = "CONTENT_ITEMS", dryRun = false }, content)).ShouldBe("COMPLETED rows 3: 0 created, 0 updated, 2 unchanged, 1 rejected");
        (await server.DataAsync("query($of: String!) { contentItems(where: { title: { startsWith: $of } }, order: [{ title: ASC }]) { nodes { status category } } }", new { of = name }))
            .ShouldBeJson("""{ "contentItems": { "nodes": [{ "status": "DRAFT", "category": "CONVERT" }, { "status": "TOPIC", "category": "ACTIVATE" }] } }""");

        var costs = "externalId,kind,amount,note\nc1,AD,12.34,朋友圈\nc2,AD,12.345,\nc3,BRIBE,1,\n";
        var job = await server.ImportAsync(new { subject = "COSTS", source = name, currency = "CNY", dryRun = false }, costs);
        Counts(job).ShouldBe("COMPLETED rows 3: 1 created, 0 updated, 0 unchanged, 2 rejected");
        (await server.RejectionsAsync(job)).ShouldBe(["2 amount.amount INVALID_AMOUNT", "3 kind INVALID_VALUE"]);
        Counts(await server.ImportAsync(new { subject = "COSTS", source = name, currency = "CNY", dryRun = false }, costs)).ShouldBe("COMPLETED rows 3: 0 created, 0 updated, 1 unchanged, 2 rejected");
    }

    [Fact]
    public async Task A_large_file_comes_by_itself()
    {
        var name = Guid.NewGuid().ToString("N")[..8];
        var bytes = Encoding.UTF8.GetBytes($"account,displayName\n{name},王小明\n");
        var started = await server.DataAsync(
            "mutation($size: Long!) { startImport(input: { subject: MEMBERS, platform: WECHAT, fileName: \"members.csv\", size: $size, dryRun: false }) { importJob { id status uploadUrl } } }", new { size = bytes.Length });
        var job = started.GetProperty("startImport").GetProperty("importJob");
        var url = job.GetProperty("uploadUrl").GetString()!;
        await server.RunJobsAsync();
        job.GetProperty("status").GetString().ShouldBe("PENDING");

        (await PutAsync(url + "0", bytes)).ShouldBe(HttpStatusCode.Forbidden);
        (await PutAsync(url, bytes[..5])).ShouldBe(HttpStatusCode.BadRequest);
        (await PutAsync(url, bytes)).ShouldBe(HttpStatusCode.NoContent);
        (await PutAsync(url, bytes)).ShouldBe(HttpStatusCode.Conflict);
        await server.RunJobsAsync();
        Counts(await server.JobAsync(job.GetProperty("id").GetString()!)).ShouldBe("COMPLETED rows 1: 1 created, 0 updated, 0 unchanged, 0 rejected");
    }

    [Fact]
    public async Task An_import_that_was_interrupted_goes_on_where_it_was()
    {
        var name = Guid.NewGuid().ToString("N")[..8];
        var started = await server.StartAsync(
            new { subject = "CONTENT_ITEMS", dryRun = false }, "rows.csv", Encoding.UTF8.GetBytes("title\n" + string.Concat(Enumerable.Range(0, 7).Select(i => $"{name} {i}\n"))));
        var id = started.GetProperty("importJob").GetProperty("id").GetString()!;

        // As a process leaves it that has ended after the first batch of three.
        await server.Database.WriteAsync(
            AccessScope.Everything,
            async (db, ct) =>
            {
                var job = await db.ImportJobs.OrderByDescending(j => j.Id).FirstAsync(ct);
                job.Start(server.Clock.Now);
                job.Advance(new ImportCounts(3, 0, 0, 0));
                await db.SaveChangesAsync(ct);
            },
            TestContext.Current.CancellationToken);
        await server.RunJobsAsync();
        Counts(await server.JobAsync(id)).ShouldBe("COMPLETED rows 7: 7 created, 0 updated, 0 unchanged, 0 rejected");
        (await server.DataAsync("query($of: String!) { contentItems(where: { title: { startsWith: $of } }, order: [{ title: ASC }]) { nodes { title } } }", new { of = name }))
            .GetProperty("contentItems").GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("title").GetString()).ShouldBe([.. Enumerable.Range(3, 4).Select(i => $"{name} {i}")]);
    }

    [Fact]
    public async Task What_cannot_be_done_to_a_job_is_refused()
    {
        var bytes = Encoding.UTF8.GetBytes("account,displayName\n1,王小明\n");
        var input = new { subject = "MEMBERS", platform = "WECHAT" };
        var id = (await server.StartAsync(input, "rows.csv", bytes)).GetProperty("importJob").GetProperty("id").GetString()!;
        (await ChangeAsync("applyImport", id)).ShouldBe("IMPORT_NOT_TRIED");
        (await ChangeAsync("cancelImport", id)).ShouldBe("done");
        (await ChangeAsync("cancelImport", id)).ShouldBe("INVALID_TRANSITION");
        (await ChangeAsync("applyImport", id)).ShouldBe("IMPORT_NOT_TRIED");
        await server.RunJobsAsync();
        (await server.JobAsync(id)).GetProperty("status").GetString().ShouldBe("CANCELLED");

        var done = await server.ImportAsync(new { subject = "MEMBERS", platform = "WECHAT", dryRun = false }, bytes);
        (await ChangeAsync("applyImport", done.GetProperty("id").GetString()!)).ShouldBe("IMPORT_NOT_TRIED");
        (await ChangeAsync("cancelImport", done.GetProperty("id").GetString()!)).ShouldBe("INVALID_TRANSITION");

        for (var waiting = 0; waiting < 3; waiting++)
        {
            Codes(await server.StartAsync(input, "rows.csv", bytes)).ShouldBe(string.Empty);
        }

        Codes(await server.StartAsync(input, "rows.csv", bytes)).ShouldBe("TOO_MANY_JOBS");
        await server.RunJobsAsync();
    }

    [Fact]
    public async Task Others_do_not_see_it_and_rows_go_no_further_than_their_operator()
    {
        var (mine, mineId) = await SampleCommunity.AddGroupAsync(server);
        var (_, otherId) = await SampleCommunity.AddGroupAsync(server);
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, mine);
        var other = await server.CreateKeyAsync(OperatorRole.Owner, null, mine);
        var analyst = await server.CreateKeyAsync(OperatorRole.Analyst);
        var source = Guid.NewGuid().ToString("N")[..8];
        var job = await server.ImportAsync(
            new { subject = "COSTS", source, currency = "CNY", dryRun = false }, $"externalId,kind,amount,groupId\nc1,AD,1,{mineId}\nc2,AD,1,{otherId}\nc3,AD,1,\n", apiKey: owner);
        Counts(job).ShouldBe("COMPLETED rows 3: 1 created, 0 updated, 0 unchanged, 2 rejected");
        (await server.RejectionsAsync(job, owner)).ShouldBe(["2 groupId UNKNOWN_GROUP", "3 groupId GROUP_REQUIRED"]);

        var id = job.GetProperty("id").GetString()!;
        foreach (var key in new[] { other, analyst })
        {
            (await server.DataAsync("query($id: ID!) { importJobById(id: $id) { id } node(id: $id) { id } importJobs { totalCount } }", new { id }, key))
                .ShouldBeJson("""{ "importJobById": null, "node": null, "importJobs": { "totalCount": 0 } }""");
        }

        // LEAD sees that it was, and not what was in it.
        (await server.DataAsync("query($id: ID!) { importJobById(id: $id) { rejected rejectionsUrl } }", new { id })).ShouldBeJson("""{ "importJobById": { "rejected": 2, "rejectionsUrl": null } }""");
        var refused = await server.QueryAsync("mutation($id: ID!) { applyImport(input: { id: $id }) { errors { ... on Error { code } } } }", new { id }, other);
        refused.GetProperty("data").GetProperty("applyImport").GetProperty("errors").ShouldBeJson("""[{ "code": "NOT_FOUND" }]""");
        (await server.QueryAsync("mutation { startImport(input: { subject: MEMBERS, fileName: \"a.csv\", size: 5 }) { importJob { id } } }", null, analyst))
            .GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN");
    }

    [Fact]
    public async Task Files_and_rejected_rows_are_forgotten_after_some_days()
    {
        var job = await server.ImportAsync(new { subject = "MEMBERS", platform = "WECHAT" }, "account,displayName\nforgotten,\n");
        var id = job.GetProperty("id").GetString()!;
        var url = (await server.DataAsync("query($id: ID!) { importJobById(id: $id) { rejectionsUrl } }", new { id })).GetProperty("importJobById").GetProperty("rejectionsUrl").GetString()!;
        await server.DownloadAsync(url);
        server.Clock.Forward(TimeSpan.FromMinutes(16));
        using var client = server.Factory.CreateClient();
        (await client.GetAsync(url, TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        server.Clock.Forward(TimeSpan.FromDays(4));
        await server.RunTimersAsync();
        (await server.DataAsync("query($id: ID!) { importJobById(id: $id) { rejected rejectionsUrl keptUntil rejections { totalCount } } }", new { id }))
            .ShouldBeJson("""{ "importJobById": { "rejected": 1, "rejectionsUrl": null, "keptUntil": null, "rejections": { "totalCount": 0 } } }""");
        (await ChangeAsync("applyImport", id)).ShouldBe("IMPORT_FILE_GONE");
    }

    private async Task<JsonElement> ApplyAsync(JsonElement dryRun)
    {
        var applied = await server.DataAsync(
            "mutation($id: ID!) { applyImport(input: { id: $id }) { importJob { id dryRun { id } } } }", new { id = dryRun.GetProperty("id").GetString() });
        applied.GetProperty("applyImport").GetProperty("importJob").GetProperty("dryRun").GetProperty("id").GetString().ShouldBe(dryRun.GetProperty("id").GetString());
        await server.RunJobsAsync();
        return await server.JobAsync(applied.GetProperty("applyImport").GetProperty("importJob").GetProperty("id").GetString()!);
    }

    private async Task<string> ChangeAsync(string mutation, string id)
    {
        var answer = (await server.DataAsync($"mutation($id: ID!) {{ changed: {mutation}(input: {{ id: $id }}) {{ errors {{ ... on Error {{ code }} }} }} }}", new { id })).GetProperty("changed").GetProperty("errors");
        return answer.ValueKind == JsonValueKind.Null ? "done" : answer[0].GetProperty("code").GetString()!;
    }

    private async Task<HttpStatusCode> PutAsync(string url, byte[] bytes)
    {
        using var client = server.Factory.CreateClient();
        using var response = await client.PutAsync(url, new ByteArrayContent(bytes), TestContext.Current.CancellationToken);
        return response.StatusCode;
    }

    private async Task<JsonElement> OrdersAsync(string source) => (await server.DataAsync(
        "query($source: String!) { orders(where: { source: { eq: $source } }, order: [{ externalId: ASC }]) { nodes { externalId paidAt amount { amount currency } quantity status } } }", new { source }))
        .GetProperty("orders").GetProperty("nodes");

    private async Task<int> CountMembersAsync(string name)
    {
        await using var db = server.Database.Create(AccessScope.Everything);
        return await db.Identities.CountAsync(i => i.ExternalId.StartsWith(name), TestContext.Current.CancellationToken);
    }

    private static string Codes(JsonElement started) =>
        started.GetProperty("errors") is { ValueKind: JsonValueKind.Array } errors ? errors[0].GetProperty("code").GetString()! : string.Empty;

    private static string Counts(JsonElement job) =>
        $"{job.GetProperty("status").GetString()}{(job.GetProperty("isDryRun").GetBoolean() ? " dry" : null)} rows {job.GetProperty("rows")}: {job.GetProperty("created")} created, "
        + $"{job.GetProperty("updated")} updated, {job.GetProperty("unchanged")} unchanged, {job.GetProperty("rejected")} rejected{(job.GetProperty("failureCode").GetString() is { } code ? " " + code : null)}";
}
