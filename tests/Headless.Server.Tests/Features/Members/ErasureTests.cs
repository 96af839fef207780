using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Metrics.Rollups;
using Headless.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.Server.Tests.Features.Members;

/// <summary>Removing a person: nothing of them is left in any table, and everything that was counted stays.</summary>
public sealed class ErasureTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Erase = "mutation($id: ID!) { eraseMember(input: { id: $id }) { member { displayName erasedAt version } errors { __typename ... on Error { code } } } }";

    /// <summary>In everything that says something about the person, so that it can be looked for.</summary>
    private readonly string _mark = $"Zoë{Guid.NewGuid():N}";

    [Fact]
    public async Task Nothing_of_the_person_is_left_and_the_figures_stay()
    {
        var id = await MakePersonAsync();
        (await OccurrencesAsync()).ShouldNotBeEmpty();

        // Other tests put members into groups without anything that was counted.
        await server.Factory.Services.GetRequiredService<MetricsRebuild>().RunAsync(null, TestContext.Current.CancellationToken);
        var (figures, counts) = (await FiguresAsync(), await CountsAsync(id));

        var erased = (await server.DataAsync(Erase, new { id })).GetProperty("eraseMember");
        erased.GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null);
        erased.GetProperty("member").GetProperty("displayName").GetString().ShouldBe("Erased member");
        erased.GetProperty("member").GetProperty("erasedAt").ValueKind.ShouldBe(JsonValueKind.String);

        (await OccurrencesAsync()).ShouldBeEmpty();
        (await CountsAsync(id)).ShouldBe(counts);
        (await FiguresAsync()).ShouldBe(figures);
        await server.Factory.Services.GetRequiredService<MetricsRebuild>().RunAsync(null, TestContext.Current.CancellationToken);
        (await FiguresAsync()).ShouldBe(figures);

        // Counting an account that was excluded gives the same as it would have given before.
        (await server.DataAsync("query($id: ID!) { memberById(id: $id) { identities { totalCount } attributes { text } phone note tags { name } memberships { totalCount nodes { nickname } } orders { totalCount } } }", new { id }))
            .GetProperty("memberById").ShouldBeJson(
                """{ "identities": { "totalCount": 0 }, "attributes": [], "phone": null, "note": null, "tags": [], "memberships": { "totalCount": 1, "nodes": [{ "nickname": null }] }, "orders": { "totalCount": 1 } }""");
    }

    [Fact]
    public async Task Erasing_again_changes_nothing_and_is_recorded_once_without_personal_data()
    {
        var id = await MakePersonAsync();
        var first = await server.DataAsync(Erase, new { id });
        (await server.DataAsync(Erase, new { id })).ShouldBeJson(first.ToString());
        (await server.DataAsync("query($id: ID!) { memberById(id: $id) { timeline(kinds: [MEMBER_ERASED]) { nodes { text data actor { name } } } } }", new { id })).ShouldBeJson(
            """{ "memberById": { "timeline": { "nodes": [{ "text": null, "data": null, "actor": { "name": "Lead" } }] } } }""");
    }

    [Fact]
    public async Task The_account_of_who_was_erased_makes_a_new_member()
    {
        var id = await MakePersonAsync();
        await server.DataAsync(Erase, new { id });
        await ReportAsync("MESSAGE", "again", "back-" + _mark);
        var found = await server.DataAsync("query($a: String!) { memberByIdentity(platform: WECHAT, externalId: $a) { id } }", new { a = _mark });
        found.GetProperty("memberByIdentity").GetProperty("id").GetString().ShouldNotBe(id);
    }

    [Fact]
    public async Task A_merge_is_final_once_the_person_is_erased()
    {
        var id = await MakePersonAsync();
        var other = await SampleCommunity.AddMemberInAsync(server, (await SampleCommunity.AddGroupAsync(server)).Key, $"other {_mark}");
        var conflicts = (await server.DataAsync("query($w: ID!, $l: ID!) { previewMemberMerge(winnerId: $w, loserId: $l) { conflicts { key proposal } } }", new { w = other, l = id }))
            .GetProperty("previewMemberMerge").GetProperty("conflicts").EnumerateArray().Select(c => new { key = c.GetProperty("key").GetString(), choice = c.GetProperty("proposal").GetString() });
        var merge = (await server.DataAsync(
            "mutation($input: MergeMembersInput!) { mergeMembers(input: $input) { memberMerge { id } } }",
            new { input = new { winnerId = other, loserId = id, reason = _mark, resolutions = conflicts } })).GetProperty("mergeMembers").GetProperty("memberMerge").GetProperty("id").GetString();
        (await server.DataAsync(Erase, new { id })).GetProperty("eraseMember").GetProperty("errors").ShouldBeJson("""[{ "__typename": "DomainError", "code": "MEMBER_MERGED" }]""");
        await server.DataAsync(Erase, new { id = other });

        (await OccurrencesAsync()).ShouldBeEmpty();
        (await server.DataAsync("mutation($id: ID!) { unmergeMembers(input: { id: $id }) { memberMerge { id } errors { __typename ... on Error { code } } } }", new { id = merge })).ShouldBeJson(
            """{ "unmergeMembers": { "memberMerge": null, "errors": [{ "__typename": "DomainError", "code": "MERGE_FINAL" }] } }""");
    }

    [Fact]
    public async Task The_export_has_every_table_that_holds_something_on_the_person()
    {
        var id = await MakePersonAsync();
        var export = (await server.DataAsync("query($id: ID!) { memberDataExport(memberId: $id) { member { id } sections { name count isTruncated rows } } }", new { id })).GetProperty("memberDataExport");
        export.GetProperty("member").GetProperty("id").GetString().ShouldBe(id);
        var sections = export.GetProperty("sections").EnumerateArray().ToDictionary(s => s.GetProperty("name").GetString()!, s => s);
        foreach (var (name, count) in new[] { ("members", 1), ("identities", 1), ("memberships", 1), ("memberAttributes", 1), ("orders", 1), ("contactPreferences", 1), ("memberTouches", 1) })
        {
            sections[name].GetProperty("count").GetInt32().ShouldBe(count, name);
            sections[name].GetProperty("rows").GetArrayLength().ShouldBe(count, name);
        }

        sections["members"].GetProperty("rows")[0].GetProperty("id").GetString().ShouldBe(id);
        sections["members"].GetProperty("rows")[0].GetProperty("gender").GetString().ShouldBe("FEMALE");
        sections["activities"].GetProperty("rows").GetRawText().ShouldContain(_mark);
        var page = (await server.DataAsync("query($id: ID!) { memberDataExport(memberId: $id, section: \"activities\", skip: 1) { sections { name count rows } } }", new { id })).GetProperty("memberDataExport").GetProperty("sections");
        page.GetArrayLength().ShouldBe(1);
        page[0].GetProperty("rows").GetArrayLength().ShouldBe(page[0].GetProperty("count").GetInt32() - 1);
    }

    /// <summary>Everything was written down before anybody was known by the account: the log and the audit log name no member.</summary>
    [Fact]
    public async Task What_was_said_of_an_account_before_its_member_came_is_erased_too()
    {
        const string ban = "mutation($input: BlacklistIdentityInput!) { blacklistIdentity(input: $input) { ban { id } errors { __typename ... on Error { code } } } }";
        var first = (await server.DataAsync(ban, new { input = new { platform = "WECHAT", externalId = _mark, reason = $"sells {_mark}" } })).GetProperty("blacklistIdentity").GetProperty("ban").GetProperty("id").GetString();
        await server.DataAsync("mutation($input: LiftBanInput!) { liftBan(input: $input) { ban { id } errors { __typename } } }", new { input = new { id = first, reason = $"was not {_mark}" } });
        await server.DataAsync(ban, new { input = new { platform = "WECHAT", externalId = _mark, reason = $"sells again, {_mark}", until = TestClock.UtcNow.AddDays(9) } });
        var other = $"other-{Guid.NewGuid():N}";
        await server.DataAsync(ban, new { input = new { platform = "WECHAT", externalId = other, reason = "stays" } });
        (await OccurrencesAsync()).ShouldBe(["Activities.Data", "Activities.Text", "AuditEntries.PersonalChanges", "Bans.ExternalId", "Bans.LiftReason", "Bans.Reason"], ignoreOrder: true);

        var id = await MakePersonAsync();
        await server.DataAsync(Erase, new { id });
        (await OccurrencesAsync()).ShouldBeEmpty();
        (await server.DataAsync("query($id: ID!) { memberById(id: $id) { bans { totalCount nodes { reason externalId } } } }", new { id })).GetProperty("memberById").GetProperty("bans").ShouldBeJson(
            """{ "totalCount": 3, "nodes": [{ "reason": null, "externalId": null }, { "reason": null, "externalId": null }, { "reason": null, "externalId": null }] }""");
        (await server.DataAsync("{ bans(last: 1, order: [{ createdAt: ASC }], where: { isForAllGroups: { eq: true }, status: { eq: ACTIVE } }) { nodes { reason externalId } } }"))
            .GetProperty("bans").GetProperty("nodes").GetArrayLength().ShouldBe(1);
        await using var db = server.Database.Create(AccessScope.Everything);
        (await db.Bans.SingleAsync(b => b.ExternalId == other, TestContext.Current.CancellationToken)).Reason.ShouldBe("stays");
        (await db.Activities.CountAsync(a => a.Kind == ActivityKind.MemberBlacklisted && a.Data!.Contains(other), TestContext.Current.CancellationToken)).ShouldBe(1);
    }

    [Fact]
    public async Task An_answer_that_is_kept_for_repetitions_is_forgotten_with_the_person_and_the_mutation_does_not_run_again()
    {
        var id = await MakePersonAsync();
        const string update = "mutation($id: ID!, $name: String!) { updateMember(input: { id: $id, city: $name }) { member { displayName phone city version } errors { __typename } } }";
        var (key, erasing) = ($"k-{Guid.NewGuid():N}", $"k-{Guid.NewGuid():N}");
        var (_, first) = await SendAsync(key, update, new { id, name = _mark });
        (await SendAsync(key, update, new { id, name = _mark })).Body.ShouldBe(first);
        first.ShouldContain("+86 139 0000 0000");

        var (status, erased) = await SendAsync(erasing, Erase, new { id });
        status.ShouldBe(HttpStatusCode.OK);
        (await SendAsync(erasing, Erase, new { id })).Body.ShouldBe(erased);

        var again = await SendAsync(key, update, new { id, name = _mark });
        again.Status.ShouldBe(HttpStatusCode.Conflict);
        JsonDocument.Parse(again.Body).RootElement.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("IDEMPOTENCY_ANSWER_LOST");
        again.Body.ShouldNotContain("+86");
        (await server.DataAsync("query($id: ID!) { memberById(id: $id) { city phone } }", new { id })).ShouldBeJson("""{ "memberById": { "city": null, "phone": null } }""");
        await using var db = server.Database.Create(AccessScope.Everything);
        (await db.MutationReceipts.Where(r => r.Answer != null).Select(r => r.Answer!).ToListAsync(TestContext.Current.CancellationToken)).Count(answer => answer.Length > 0).ShouldBe(1);
    }

    [Fact]
    public async Task Only_a_lead_erases_and_exports()
    {
        var id = await MakePersonAsync();
        foreach (var role in new[] { OperatorRole.Owner, OperatorRole.Admin, OperatorRole.Analyst, OperatorRole.Integration })
        {
            var key = await server.CreateKeyAsync(role);
            foreach (var query in new[] { Erase, "query($id: ID!) { memberDataExport(memberId: $id) { sections { name } } }" })
            {
                (await server.QueryAsync(query, new { id }, key)).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN", role.ToString());
            }
        }
    }

    private async Task<(HttpStatusCode Status, string Body)> SendAsync(string key, string query, object variables)
    {
        using var client = server.Factory.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query, variables }) };
        request.Headers.Add("Idempotency-Key", key);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    /// <summary>Somebody of whom every table that hangs on members says something with the mark in it; once excluded, then counted.</summary>
    private async Task<string> MakePersonAsync()
    {
        var (groupKey, _) = await SampleCommunity.AddGroupAsync(server);
        await using (var db = server.Database.Create(AccessScope.Everything))
        {
            _groupName = (await db.Groups.SingleAsync(g => g.Id == groupKey, TestContext.Current.CancellationToken)).Name;
        }

        await ReportAsync("JOIN", "1", null, 60);
        var stay = (await server.DataAsync("query($a: String!) { memberByIdentity(platform: WECHAT, externalId: $a) { id memberships { nodes { id } } } }", new { a = _mark })).GetProperty("memberByIdentity");
        var membershipId = stay.GetProperty("memberships").GetProperty("nodes")[0].GetProperty("id").GetString();
        const string kind = "mutation($id: ID!, $kind: AccountKind!) { setAccountKind(input: { id: $id, accountKind: $kind }) { membership { id } errors { __typename } } }";
        await server.DataAsync(kind, new { id = membershipId, kind = "BOT" });
        await ReportAsync("MESSAGE", "2", $"a whole sentence of {_mark}", 50);
        await ReportAsync("MESSAGE", "3", "👍", 40);
        await server.DataAsync(kind, new { id = membershipId, kind = "CUSTOMER" });
        await ReportAsync("MESSAGE", "4", $"another sentence of {_mark}", 30);
        await server.DataAsync("mutation($id: ID!, $n: String) { updateMembership(input: { id: $id, nickname: $n }) { membership { id } } }", new { id = membershipId, n = _mark });

        var id = stay.GetProperty("id").GetString()!;
        var key = $"k_{Guid.NewGuid():N}"[..20];
        await server.DataAsync(
            """
            mutation($id: ID!, $mark: String!, $key: String!, $mail: String!) {
              updateMember(input: { id: $id, displayName: $mark, note: $mark, phone: "+86 139 0000 0000", email: $mail, birthYear: 1990, gender: FEMALE, region: $mark, city: $mark }) { member { id } }
              createAttributeDefinition(input: { key: $key, name: "x", type: TEXT }) { attributeDefinition { id } }
              setMemberAttributes(input: { members: [{ memberId: $id, values: [{ key: $key, text: $mark }] }] }) { result { changed } }
              setContactPreferences(input: { memberId: $id, source: STAFF, note: $mark, decisions: [{ channel: PHONE, purpose: MARKETING, isAllowed: false }] }) { member { id } }
              recordTouches(input: { touches: [{ memberId: $id, channel: PHONE, purpose: SERVICE, note: $mark }] }) { report { recorded } }
              blacklistMember(input: { id: $id, reason: $mark }) { ban { id } }
              unblacklistMember(input: { id: $id, reason: $mark }) { member { id } }
              recordOrder(input: { source: "shop", externalId: $key, amount: { amount: 5, currency: "CNY" }, paidAt: "2026-11-01T00:00:00Z", memberId: $id }) { order { id } }
            }
            """,
            new { id, mark = _mark, key, mail = $"{_mark.Replace("ë", "e", StringComparison.Ordinal)}@example.org" });
        return id;
    }

    private string _groupName = null!;

    private async Task ReportAsync(string kind, string externalId, string? text, int minutesAgo = 0)
    {
        var data = await server.DataAsync(
            "mutation($input: RecordActivitiesInput!) { recordActivities(input: $input) { report { acceptedCount rejected { code } } } }",
            new
            {
                input = new
                {
                    source = "erasure-test",
                    activities = new[]
                    {
                        new
                        {
                            kind, externalId = $"{_groupName}-{externalId}", occurredAt = TestClock.UtcNow.AddMinutes(-minutesAgo), group = new { platform = "WECHAT", externalId = _groupName },
                            member = new { platform = "WECHAT", externalId = _mark, displayName = _mark }, text,
                        },
                    },
                },
            });
        data.GetProperty("recordActivities").GetProperty("report").GetProperty("acceptedCount").GetInt32().ShouldBe(1, data.ToString());
    }

    /// <summary>Every column of every table that holds the mark, looked for in the file itself.</summary>
    private async Task<IReadOnlyList<string>> OccurrencesAsync()
    {
        var found = new List<string>();
        await using var db = server.Database.Create(AccessScope.Everything);
        foreach (var type in db.Model.GetEntityTypes().Where(t => t.GetTableName() is not null))
        {
            foreach (var column in type.GetProperties().Where(p => p.ClrType == typeof(string)))
            {
                var sql = $"SELECT COUNT(*) AS Value FROM \"{type.GetTableName()}\" WHERE \"{column.GetColumnName()}\" LIKE '%{_mark["Zoë".Length..]}%'";
                if ((await db.Database.SqlQueryRaw<int>(sql).ToListAsync(TestContext.Current.CancellationToken))[0] > 0)
                {
                    found.Add($"{type.GetTableName()}.{column.GetColumnName()}");
                }
            }
        }

        return found;
    }

    private async Task<string> CountsAsync(string id) => (await server.DataAsync(
        """
        query($id: ID!) {
          memberById(id: $id) {
            memberships { totalCount nodes { id joinedAt leftAt accountKind lastMessageAt } } orders { totalCount nodes { amount { amount } } } bans { totalCount } touches { totalCount }
            activities(where: { kind: { neq: MEMBER_ERASED } }) { nodes { id kind occurredAt } }
          }
        }
        """,
        new { id })).ToString();

    private async Task<string> FiguresAsync()
    {
        await using var db = server.Database.Create(AccessScope.Everything);
        var ct = TestContext.Current.CancellationToken;
        var hours = await db.GroupHours.Where(h => h.Messages != 0 || h.EffectiveMessages != 0 || h.ExcludedMessages != 0 || h.Joins != 0 || h.Leaves != 0 || h.MemberDelta != 0)
            .OrderBy(h => h.GroupId).ThenBy(h => h.HourStart).ToListAsync(ct);
        var days = await db.GroupDays.Where(d => d.PresenceDelta != 0 || d.ActiveMembers != 0 || d.Speakers != 0 || d.DistinctJoiners != 0 || d.DistinctLeavers != 0 || d.ExcludedAccounts != 0)
            .OrderBy(d => d.GroupId).ThenBy(d => d.Day).ToListAsync(ct);
        var memberDays = await db.MemberDays.Where(d => d.Messages != 0).OrderBy(d => d.GroupId).ThenBy(d => d.Day).ThenBy(d => d.MemberId).ToListAsync(ct);
        var replies = await db.ReplyDays.Where(d => d.Given != 0 || d.Received != 0).OrderBy(d => d.GroupId).ThenBy(d => d.Day).ThenBy(d => d.MemberId).ToListAsync(ct);
        return JsonSerializer.Serialize(new { hours, days, memberDays, replies });
    }
}
