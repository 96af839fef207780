using System.Net;
using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Headless.Server.Tests.Features.Transfers;

/// <summary>Lists are written to files with the rights of whoever asks, over HTTP.</summary>
public sealed class ExportTests(TransferServerFixture server) : IClassFixture<TransferServerFixture>
{
    [Fact]
    public async Task Members_are_written_by_the_filter_of_the_list_and_no_cell_is_a_formula()
    {
        var city = Guid.NewGuid().ToString("N")[..8];
        await server.ImportAsync(
            new { subject = "MEMBERS", platform = "WECHAT", dryRun = false },
            $"account,displayName,city,phone,note\n{city}-1,\"=HYPERLINK(\"\"http://x\"\")\",{city},+86 138 0000 0001,\"a, \"\"b\"\"\"\n{city}-2,李雷,{city},,@all\n{city}-3,韩梅梅,elsewhere,,\n");
        var job = await server.ExportAsync("exportMembers", new { where = new { city = new { eq = city } }, columns = new[] { "account", "displayName", "phone", "note", "tags" } });
        (job.GetProperty("status").GetString(), job.GetProperty("rows").GetInt64(), job.GetProperty("progress").GetDouble()).ShouldBe(("COMPLETED", 2, 1));
        (await server.DownloadAsync(job.GetProperty("url").GetString()!)).ShouldBe(
            $"account,displayName,phone,note,tags\r\n{city}-1,\"'=HYPERLINK(\"\"http://x\"\")\",\"'+86 138 0000 0001\",\"a, \"\"b\"\"\",\r\n{city}-2,李雷,,\"'@all\",\r\n");

        var again = await server.ExportAsync("exportMembers", new { where = new { or = new object[] { new { city = new { eq = city } }, new { id = new { @in = Array.Empty<string>() } } } }, format = "JSONL", columns = new[] { "displayName", "note", "birthYear" } });
        (await server.DownloadAsync(again.GetProperty("url").GetString()!)).ShouldBe(
            "{\"displayName\":\"=HYPERLINK(\\\"http://x\\\")\",\"note\":\"a, \\\"b\\\"\",\"birthYear\":null}\n{\"displayName\":\"李雷\",\"note\":\"@all\",\"birthYear\":null}\n");
    }

    [Fact]
    public async Task A_list_of_several_pages_is_written_whole_and_can_be_imported_as_it_is()
    {
        var city = Guid.NewGuid().ToString("N")[..8];
        await server.ImportAsync(
            new { subject = "MEMBERS", platform = "WECHAT", dryRun = false }, "account,displayName,city\n" + string.Concat(Enumerable.Range(0, 130).Select(i => $"{city}-{i},Member {i},{city}\n")));
        var job = await server.ExportAsync("exportMembers", new { where = new { city = new { eq = city } }, columns = new[] { "platform", "account", "displayName", "city" } });
        job.GetProperty("rows").GetInt64().ShouldBe(130);
        var file = await server.DownloadAsync(job.GetProperty("url").GetString()!);
        var back = await server.ImportAsync(new { subject = "MEMBERS" }, file);
        (back.GetProperty("unchanged").GetInt64(), back.GetProperty("rejected").GetInt64()).ShouldBe((130, 0));
    }

    [Fact]
    public async Task Who_has_no_personal_data_gets_none_and_who_sees_their_groups_gets_no_others()
    {
        var (mine, _) = await SampleCommunity.AddGroupAsync(server);
        var (other, _) = await SampleCommunity.AddGroupAsync(server);
        var inMine = await SampleCommunity.AddMemberInAsync(server, mine, "王小明");
        await SampleCommunity.AddMemberInAsync(server, other, "李雷");
        await server.Database.WriteAsync(
            AccessScope.Everything, (db, ct) => db.Members.ExecuteUpdateAsync(set => set.SetProperty(m => m.Phone, "13800000000"), ct), TestContext.Current.CancellationToken);
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, mine);
        var analyst = await server.CreateKeyAsync(OperatorRole.Analyst);

        var job = await server.ExportAsync("exportMembers", new { columns = new[] { "memberId", "phone" } }, owner);
        (await server.DownloadAsync(job.GetProperty("url").GetString()!)).ShouldBe($"memberId,phone\r\n{inMine},13800000000\r\n");

        var masked = await server.ExportAsync("exportMembers", new { format = "JSONL" }, analyst);
        masked.GetProperty("columns").EnumerateArray().Select(c => c.GetString()).ShouldNotContain("phone");
        (await server.DownloadAsync(masked.GetProperty("url").GetString()!)).ShouldNotContain("13800000000");
        (await RefusalAsync("exportMembers", "ExportMembersInput", new { columns = new[] { "phone" } }, analyst)).ShouldBe("columns[0] FORBIDDEN_COLUMN");
        (await RefusalAsync("exportMembers", "ExportMembersInput", new { columns = new[] { "salary" } }, analyst)).ShouldBe("columns[0] UNKNOWN_COLUMN");

        // Nobody else gets the file, not even LEAD, and the address opens nothing else.
        var id = job.GetProperty("id").GetString();
        (await server.DataAsync("query($id: ID!) { exportJobById(id: $id) { id url } }", new { id })).ShouldBeJson($$"""{ "exportJobById": { "id": "{{id}}", "url": null } }""");
        (await server.DataAsync("query($id: ID!) { exportJobById(id: $id) { id } node(id: $id) { id } exportJobs { totalCount } }", new { id }, analyst))
            .ShouldBeJson("""{ "exportJobById": null, "node": null, "exportJobs": { "totalCount": 1 } }""");
        using var client = server.Factory.CreateClient();
        (await client.GetAsync(job.GetProperty("url").GetString()!.Replace("signature=", "signature=0"), TestContext.Current.CancellationToken)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Rights_that_are_lost_while_it_waits_are_lost_for_it()
    {
        var analyst = await server.CreateKeyAsync(OperatorRole.Analyst);
        var started = await server.DataAsync("mutation { exportOrders(input: {}) { exportJob { id } } }", null, analyst);
        await server.Database.WriteAsync(
            AccessScope.Everything,
            async (db, ct) =>
            {
                var job = await db.ExportJobs.Include(j => j.RequestedBy).OrderByDescending(j => j.Id).FirstAsync(ct);
                job.RequestedBy.Deactivate();
                await db.SaveChangesAsync(ct);
            },
            TestContext.Current.CancellationToken);
        await server.RunJobsAsync();
        (await server.DataAsync("query($id: ID!) { exportJobById(id: $id) { status failureCode url } }", new { id = started.GetProperty("exportOrders").GetProperty("exportJob").GetProperty("id").GetString() }))
            .ShouldBeJson("""{ "exportJobById": { "status": "FAILED", "failureCode": "FORBIDDEN", "url": null } }""");
    }

    [Fact]
    public async Task Orders_content_costs_and_tags_are_written()
    {
        var (key, groupId) = await SampleCommunity.AddGroupAsync(server);
        var name = Guid.NewGuid().ToString("N")[..8];
        var member = await SampleCommunity.AddMemberInAsync(server, key, "王小明");
        await server.ImportAsync(
            new { subject = "ORDERS", source = name, currency = "CNY", groupId, dryRun = false }, "externalId,paidAt,amount\n-1,2026-03-05T00:00:00Z,99.50\n");
        await server.ImportAsync(new { subject = "COSTS", source = name, currency = "CNY", groupId, dryRun = false }, $"externalId,kind,amount,spentAt,note\nc1,AD,12.34,2026-03-05T00:00:00Z,{name}\n");
        await server.ImportAsync(new { subject = "CONTENT_ITEMS", dryRun = false }, $"title,body\n{name},\"- a\nb\"\n");
        await server.DataAsync("mutation($name: String!) { createTag(input: { name: $name }) { tag { id } } }", new { name });
        await server.ImportAsync(new { subject = "MEMBER_TAGS", dryRun = false }, $"memberId,tag\n{member},{name}\n");

        (await FileAsync("exportOrders", new { where = new { source = new { eq = name } }, columns = new[] { "source", "externalId", "paidAt", "amount", "currency", "refunded", "status", "groupId", "account" } }))
            .ShouldBe($"source,externalId,paidAt,amount,currency,refunded,status,groupId,account\r\n{name},\"'-1\",2026-03-05T00:00:00.000Z,99.5,CNY,0,PAID,{groupId},\r\n");
        (await FileAsync("exportCosts", new { where = new { group = new { id = new { eq = groupId } } }, columns = new[] { "kind", "amount", "note" } })).ShouldBe($"kind,amount,note\r\nAD,12.34,{name}\r\n");
        (await FileAsync("exportContentItems", new { where = new { title = new { eq = name } }, columns = new[] { "title", "body", "status" } })).ShouldBe($"title,body,status\r\n{name},\"'- a\nb\",DRAFT\r\n");
        (await FileAsync("exportMemberTags", new { where = new { id = new { eq = member } }, columns = new[] { "memberId", "tag", "tagGroup" } })).ShouldBe($"memberId,tag,tagGroup\r\n{member},{name},\r\n");
    }

    [Fact]
    public async Task Tags_are_written_with_the_end_of_each_and_can_be_imported_as_they_are()
    {
        var name = Guid.NewGuid().ToString("N")[..8];
        await server.DataAsync("mutation($name: String!) { createTagGroup(input: { name: $name }) { tagGroup { id } } }", new { name });
        var groupId = (await server.DataAsync("query($name: String!) { tagGroups(where: { name: { eq: $name } }) { nodes { id } } }", new { name }))
            .GetProperty("tagGroups").GetProperty("nodes")[0].GetProperty("id").GetString();
        foreach (var tag in (string[])[$"{name}-1", $"{name}-2"])
        {
            await server.DataAsync("mutation($name: String!, $groupId: ID!) { createTag(input: { name: $name, tagGroupId: $groupId }) { tag { id } } }", new { name = tag, groupId });
        }

        await server.ImportAsync(new { subject = "MEMBERS", platform = "QQ", dryRun = false }, $"account,displayName,city\n{name},李雷,{name}\n");
        await server.ImportAsync(new { subject = "MEMBER_TAGS", platform = "QQ", dryRun = false }, $"account,tag,expiresAt\n{name},{name}-1,2099-03-05T08:00:00+08:00\n{name},{name}-2,\n");
        string[] columns = ["platform", "account", "tag", "tagGroup", "expiresAt", "source"];
        var file = await FileAsync("exportMemberTags", new { where = new { city = new { eq = name } }, columns });
        file.ShouldBe($"platform,account,tag,tagGroup,expiresAt,source\r\nQQ,{name},{name}-1,{name},2099-03-05T00:00:00.000Z,IMPORT\r\nQQ,{name},{name}-2,{name},,IMPORT\r\n");

        // What a file of an export says is what is there; what is changed in it is changed.
        var back = file.Replace(",source", string.Empty, StringComparison.Ordinal).Replace(",IMPORT", string.Empty, StringComparison.Ordinal);
        var same = await server.ImportAsync(new { subject = "MEMBER_TAGS", dryRun = false }, back);
        (same.GetProperty("unchanged").GetInt64(), same.GetProperty("updated").GetInt64(), same.GetProperty("rejected").GetInt64()).ShouldBe((2, 0, 0), same.ToString());
        var later = await server.ImportAsync(new { subject = "MEMBER_TAGS" }, back.Replace("2099", "2098", StringComparison.Ordinal));
        (later.GetProperty("unchanged").GetInt64(), later.GetProperty("updated").GetInt64(), later.GetProperty("rejected").GetInt64()).ShouldBe((1, 1, 0), later.ToString());
        (await FileAsync("exportMemberTags", new { where = new { city = new { eq = name } }, columns })).ShouldBe(file);

        // Who has more tags than a page of a list has rows loses none of them.
        var many = string.Concat(Enumerable.Range(0, 120).Select(i => $"{name},{name}-m{i}\n"));
        await server.Database.WriteAsync(
            AccessScope.Everything,
            async (db, ct) =>
            {
                db.Tags.AddRange(Enumerable.Range(0, 120).Select(i => new Tag { Name = $"{name}-m{i}" }));
                await db.SaveChangesAsync(ct);
            },
            TestContext.Current.CancellationToken);
        await server.ImportAsync(new { subject = "MEMBER_TAGS", platform = "QQ", dryRun = false }, "account,tag\n" + many);
        (await FileAsync("exportMemberTags", new { where = new { city = new { eq = name } }, columns = new[] { "tag" } })).Split("\r\n").Length.ShouldBe(124);
    }

    [Fact]
    public async Task An_export_that_was_called_off_has_no_file()
    {
        var id = (await server.DataAsync("mutation { exportCosts(input: {}) { exportJob { id } } }")).GetProperty("exportCosts").GetProperty("exportJob").GetProperty("id").GetString();
        await server.DataAsync("mutation($id: ID!) { cancelExport(input: { id: $id }) { exportJob { status } } }", new { id });
        await server.RunJobsAsync();
        (await server.DataAsync("query($id: ID!) { exportJobById(id: $id) { status url } }", new { id })).ShouldBeJson("""{ "exportJobById": { "status": "CANCELLED", "url": null } }""");
        (await server.DataAsync("mutation($id: ID!) { cancelExport(input: { id: $id }) { errors { ... on Error { code } } } }", new { id }))
            .ShouldBeJson("""{ "cancelExport": { "errors": [{ "code": "INVALID_TRANSITION" }] } }""");
    }

    private async Task<string> FileAsync(string mutation, object input)
    {
        var job = await server.ExportAsync(mutation, input);
        job.GetProperty("status").GetString().ShouldBe("COMPLETED", job.ToString());
        return await server.DownloadAsync(job.GetProperty("url").GetString()!);
    }

    private async Task<string> RefusalAsync(string mutation, string type, object input, string apiKey)
    {
        var answer = await server.DataAsync(
            $"mutation($input: {type}!) {{ {mutation}(input: $input) {{ errors {{ ... on InvalidInputError {{ fields {{ path code }} }} }} }} }}", new { input }, apiKey);
        var field = answer.GetProperty(mutation).GetProperty("errors")[0].GetProperty("fields")[0];
        return $"{field.GetProperty("path").GetString()} {field.GetProperty("code").GetString()}";
    }
}
