using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Metrics.Rollups;
using Headless.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.Server.Tests.Features.Members;

/// <summary>Merging two records of one person, undoing it, and what the metrics say before, in between and after.</summary>
public sealed class MergeTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Merge =
        """
        mutation($input: MergeMembersInput!) {
          mergeMembers(input: $input) {
            memberMerge { id }
            errors { __typename ... on Error { code } ... on InvalidInputError { fields { path code } } }
          }
        }
        """;

    private const string Unmerge =
        "mutation($id: ID!) { unmergeMembers(input: { id: $id }) { memberMerge { unmergedAt } errors { __typename ... on Error { code } } } }";

    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task A_preview_lists_every_conflict_and_a_merge_needs_a_choice_for_each()
    {
        var pair = await MakePairAsync();
        var preview = await PreviewAsync(pair);
        preview.EnumerateArray().Select(c => $"{c.GetProperty("kind").GetString()} {c.GetProperty("subject").GetString()} {c.GetProperty("proposal").GetString()}").ShouldBe(
            [
                "FIELD displayName WINNER", "FIELD city WINNER", "TIER tier LOSER", $"ATTRIBUTE job_{_run} LOSER", "CONTACT_PREFERENCE PHONE.MARKETING LOSER",
                $"EXCLUSIVE_TAG level-{_run} LOSER", $"STAY {pair.GroupName} UNITE", "PRIMARY_IDENTITY primaryIdentity WINNER",
            ]);

        (await MergeAsync(pair.Winner, pair.Loser, [])).GetProperty("errors")[0].GetProperty("fields").EnumerateArray()
            .Select(f => f.GetProperty("path").GetString()).ShouldBe(preview.EnumerateArray().Select(c => $"resolutions.{c.GetProperty("key").GetString()}"));
        var resolutions = Resolutions(preview, []);
        resolutions[0] = ("field.displayName", "UNITE");
        resolutions.Add(("field.note", "WINNER"));
        (await MergeAsync(pair.Winner, pair.Loser, resolutions)).ShouldBeJson(
            """
            { "memberMerge": null, "errors": [{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [
              { "path": "resolutions.field.displayName", "code": "CHOICE_IMPOSSIBLE" }, { "path": "resolutions.field.note", "code": "NO_SUCH_CONFLICT" }] }] }
            """);
        (await StateAsync(pair.Winner)).ShouldContain("Ann");
    }

    [Theory]
    [InlineData("WINNER")]
    [InlineData("LOSER")]
    [InlineData(null)]
    public async Task A_merge_makes_one_of_two_and_undoing_it_puts_everything_back(string? choice)
    {
        var pair = await MakePairAsync();
        var (winnerBefore, loserBefore, figures) = (await StateAsync(pair.Winner), await StateAsync(pair.Loser), await FiguresAsync());
        var preview = await PreviewAsync(pair);
        var merged = await MergeAsync(pair.Winner, pair.Loser, Resolutions(preview, choice is null ? [] : [.. preview.EnumerateArray().Select(c => (c.GetProperty("key").GetString()!, choice))]));
        var merge = merged.GetProperty("memberMerge").GetProperty("id").GetString()!;

        var data = await server.DataAsync(
            """
            query($w: ID!, $l: ID!) {
              winner: memberById(id: $w) {
                displayName city phone tier { name } attributes { text } contactPreferences { isAllowed } tags { name }
                identities(order: [{ externalId: ASC }]) { totalCount nodes { isPrimary } } memberships { totalCount } orders { totalCount }
                activities(where: { kind: { eq: MESSAGE_SENT } }) { nodes { text } } merges { totalCount }
              }
              loser: memberById(id: $l) { id mergedInto { id } memberships { totalCount } identities { totalCount } activities { nodes { kind } } }
              found: memberByIdentity(platform: QQ, externalId: "LOSER") { id }
              list: members(where: { id: { in: [$l] } }) { totalCount }
            }
            """.Replace("LOSER", $"bob-{_run}", StringComparison.Ordinal),
            new { w = pair.Winner, l = pair.Loser });
        data.GetProperty("loser").ShouldBeJson(
            $$"""{ "id": "{{pair.Loser}}", "mergedInto": { "id": "{{pair.Winner}}" }, "memberships": { "totalCount": 0 }, "identities": { "totalCount": 0 }, "activities": { "nodes": [] } }""");
        data.GetProperty("found").GetProperty("id").GetString().ShouldBe(pair.Winner);
        data.GetProperty("list").GetProperty("totalCount").GetInt32().ShouldBe(0);
        var (name, level, job, allowed) = choice switch
        {
            "WINNER" => ("Ann", "low", "teacher", "true"),
            "LOSER" => ("Bob", "high", "lawyer", "false"),
            _ => ("Ann", "high", "lawyer", "false"),
        };
        data.GetProperty("winner").ShouldBeJson(
            $$"""
            { "displayName": "{{name}}", "city": "{{(name == "Ann" ? "上海" : "北京")}}", "phone": "+86 139", "tier": { "name": "{{(level == "high" ? "gold" : "silver")}}-{{_run}}" },
              "attributes": [{ "text": "{{job}}" }], "contactPreferences": [{ "isAllowed": {{allowed}} }], "tags": [{ "name": "{{level}}-{{_run}}" }],
              "identities": { "totalCount": 2, "nodes": [{ "isPrimary": {{(name == "Ann" ? "true" : "false")}} }, { "isPrimary": {{(name == "Ann" ? "false" : "true")}} }] },
              "memberships": { "totalCount": 2 }, "orders": { "totalCount": 1 },
              "activities": { "nodes": [{ "text": "first word" }, { "text": "second word" }, { "text": "third word" }] }, "merges": { "totalCount": 1 } }
            """);
        await ShouldEqualRebuildAsync();

        (await server.DataAsync(Unmerge, new { id = merge })).GetProperty("unmergeMembers").GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null);
        (await StateAsync(pair.Winner)).ShouldBe(winnerBefore);
        (await StateAsync(pair.Loser)).ShouldBe(loserBefore);
        (await FiguresAsync()).ShouldBe(figures);
        await ShouldEqualRebuildAsync();
        (await server.DataAsync(Unmerge, new { id = merge })).ShouldBeJson(
            """{ "unmergeMembers": { "memberMerge": null, "errors": [{ "__typename": "DomainError", "code": "MERGE_UNDONE" }] } }""");
    }

    [Fact]
    public async Task What_was_changed_since_the_merge_stays_where_it_was_done()
    {
        var pair = await MakePairAsync();
        var merged = await MergeAsync(pair.Winner, pair.Loser, Resolutions(await PreviewAsync(pair), []));
        await server.DataAsync(
            """
            mutation($id: ID!) { updateMember(input: { id: $id, phone: "+1 555 0100" }) { member { id } } }
            """,
            new { id = pair.Winner });
        await ReportAsync(("MESSAGE", $"bob-{_run}", "QQ", pair.GroupName, 50, "after the merge"));
        await ShouldEqualRebuildAsync();

        await server.DataAsync(Unmerge, new { id = merged.GetProperty("memberMerge").GetProperty("id").GetString() });
        const string query = "query($id: ID!) { memberById(id: $id) { phone activities(where: { kind: { eq: MESSAGE_SENT } }) { nodes { text } } } }";
        (await server.DataAsync(query, new { id = pair.Winner })).ShouldBeJson(
            """{ "memberById": { "phone": "+1 555 0100", "activities": { "nodes": [{ "text": "first word" }, { "text": "third word" }, { "text": "after the merge" }] } } }""");
        (await server.DataAsync(query, new { id = pair.Loser })).ShouldBeJson(
            """{ "memberById": { "phone": "+86 139", "activities": { "nodes": [{ "text": "second word" }] } } }""");
        await ShouldEqualRebuildAsync();
    }

    [Fact]
    public async Task Merges_in_a_row_are_undone_in_any_order()
    {
        var (groupKey, _) = await SampleCommunity.AddGroupAsync(server);
        var (a, b, c) = (await AddAsync(groupKey, "A", 5), await AddAsync(groupKey, "B", 4), await AddAsync(groupKey, "C", 3));
        var first = await MergeByProposalAsync(b, a);
        var second = await MergeByProposalAsync(c, b);
        (await server.DataAsync("query($a: ID!, $c: ID!) { memberById(id: $a) { mergedInto { id } } all: memberById(id: $c) { identities { totalCount } } }", new { a, c })).ShouldBeJson(
            $$"""{ "memberById": { "mergedInto": { "id": "{{c}}" } }, "all": { "identities": { "totalCount": 3 } } }""");
        await ShouldEqualRebuildAsync();

        await server.DataAsync(Unmerge, new { id = first });
        await ShouldEqualRebuildAsync();
        await server.DataAsync(Unmerge, new { id = second });
        await ShouldEqualRebuildAsync();
        foreach (var id in new[] { a, b, c })
        {
            (await server.DataAsync("query($id: ID!) { memberById(id: $id) { mergedInto { id } identities { totalCount } memberships { totalCount nodes { isOpen } } } }", new { id })).ShouldBeJson(
                """{ "memberById": { "mergedInto": null, "identities": { "totalCount": 1 }, "memberships": { "totalCount": 1, "nodes": [{ "isOpen": true }] } } }""");
        }
    }

    [Fact]
    public async Task A_merge_that_makes_no_sense_is_refused()
    {
        var (groupKey, _) = await SampleCommunity.AddGroupAsync(server);
        var (a, b, c) = (await AddAsync(groupKey, "A", 5), await AddAsync(groupKey, "B", 4), await AddAsync(groupKey, "C", 3));
        (await MergeAsync(a, a, [])).ShouldBeJson("""{ "memberMerge": null, "errors": [{ "__typename": "DomainError", "code": "SAME_MEMBER" }] }""");
        (await server.QueryAsync("query($a: ID!) { previewMemberMerge(winnerId: $a, loserId: $a) { conflicts { key } } }", new { a }))
            .GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("SAME_MEMBER");
        await MergeByProposalAsync(b, a);

        // Twice, in a cycle, and into a record that is not there any more.
        foreach (var (winner, loser) in new[] { (b, a), (a, b), (c, a), (a, c) })
        {
            (await MergeAsync(winner, loser, [])).ShouldBeJson("""{ "memberMerge": null, "errors": [{ "__typename": "DomainError", "code": "MEMBER_MERGED" }] }""");
        }

        (await MergeAsync(b, "TWVtYmVyOjk4NzY1NDMyMQ==", [])).ShouldBeJson("""{ "memberMerge": null, "errors": [{ "__typename": "NotFoundError", "code": "NOT_FOUND" }] }""");
    }

    [Fact]
    public async Task Who_does_not_see_both_cannot_merge_and_who_does_not_see_all_of_both_neither()
    {
        var ((first, _), (second, _)) = (await SampleCommunity.AddGroupAsync(server), await SampleCommunity.AddGroupAsync(server));
        var (a, b) = (await AddAsync(first, "A", 5), await AddAsync(second, "B", 4));
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, first);
        (await MergeAsync(a, b, [], owner)).ShouldBeJson("""{ "memberMerge": null, "errors": [{ "__typename": "NotFoundError", "code": "NOT_FOUND" }] }""");

        var c = await AddAsync(first, "C", 3);
        await server.Database.WriteAsync(
            AccessScope.Everything,
            async (db, ct) =>
            {
                db.Memberships.Add(new Membership { GroupId = second, MemberId = await db.Members.Where(m => m.DisplayName == $"C-{_run}").Select(m => m.Id).SingleAsync(ct), JoinedAt = TestClock.UtcNow.UtcDateTime });
                await db.SaveChangesAsync(ct);
            },
            TestContext.Current.CancellationToken);
        await server.Factory.Services.GetRequiredService<MetricsRebuild>().RunAsync(null, TestContext.Current.CancellationToken);
        (await MergeAsync(a, c, [], owner)).ShouldBeJson("""{ "memberMerge": null, "errors": [{ "__typename": "DomainError", "code": "MERGE_BEYOND_ACCESS" }] }""");
        var analyst = await server.CreateKeyAsync(OperatorRole.Analyst);
        foreach (var query in new[] { "query($a: ID!, $c: ID!) { previewMemberMerge(winnerId: $a, loserId: $c) { conflicts { key } } }", "mutation($a: ID!, $c: ID!) { mergeMembers(input: { winnerId: $a, loserId: $c }) { memberMerge { id } } }" })
        {
            (await server.QueryAsync(query, new { a, c }, analyst)).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN");
        }
    }

    private sealed record Pair(string Winner, string Loser, string GroupName);

    /// <summary>Ann and Bob, who differ in everything and were in one group at the same time.</summary>
    private async Task<Pair> MakePairAsync()
    {
        var (groupKey, _) = await SampleCommunity.AddGroupAsync(server);
        var (otherKey, _) = await SampleCommunity.AddGroupAsync(server);
        string name = null!, other = null!;
        await using (var db = server.Database.Create(AccessScope.Everything))
        {
            name = (await db.Groups.SingleAsync(g => g.Id == groupKey, TestContext.Current.CancellationToken)).Name;
            other = (await db.Groups.SingleAsync(g => g.Id == otherKey, TestContext.Current.CancellationToken)).Name;
        }

        await ReportAsync(
            ("JOIN", $"ann-{_run}", "WECHAT", name, 300, null), ("MESSAGE", $"ann-{_run}", "WECHAT", name, 250, "first word"),
            ("JOIN", $"bob-{_run}", "QQ", name, 200, null), ("MESSAGE", $"bob-{_run}", "QQ", name, 190, "second word"),
            ("JOIN", $"bob-{_run}", "QQ", other, 180, null), ("LEAVE", $"bob-{_run}", "QQ", name, 100, null), ("MESSAGE", $"ann-{_run}", "WECHAT", name, 90, "third word"));
        await server.Database.WriteAsync(AccessScope.Everything, DescribeAsync, TestContext.Current.CancellationToken);
        var data = await server.DataAsync(
            "query($a: String!, $b: String!) { a: memberByIdentity(platform: WECHAT, externalId: $a) { id } b: memberByIdentity(platform: QQ, externalId: $b) { id } }",
            new { a = $"ann-{_run}", b = $"bob-{_run}" });
        return new Pair(data.GetProperty("a").GetProperty("id").GetString()!, data.GetProperty("b").GetProperty("id").GetString()!, name);
    }

    private async Task DescribeAsync(CommunityDbContext db, CancellationToken ct)
    {
        var ann = await db.Members.Include(m => m.Identities).SingleAsync(m => m.Identities.Any(i => i.ExternalId == $"ann-{_run}"), ct);
        var bob = await db.Members.Include(m => m.Identities).SingleAsync(m => m.Identities.Any(i => i.ExternalId == $"bob-{_run}"), ct);
        (ann.DisplayName, bob.DisplayName, ann.City, bob.City, bob.Phone) = ("Ann", "Bob", "上海", "北京", "+86 139");
        var rank = Random.Shared.Next(1_000_000_000);
        MemberTier[] tiers = [new() { Name = $"silver-{_run}", Rank = rank }, new() { Name = $"gold-{_run}", Rank = rank + 1 }];
        var level = new TagGroup { Name = $"level-{_run}", Exclusive = true };
        Tag[] tags = [new() { Name = $"low-{_run}", TagGroup = level }, new() { Name = $"high-{_run}", TagGroup = level }];
        var job = new AttributeDefinition { Key = $"job_{_run}", Name = "job", Type = AttributeType.Text, Privacy = PrivacyClass.Public };
        db.AddRange([.. tiers, .. tags, job]);
        await db.SaveChangesAsync(ct);
        var now = TestClock.UtcNow.UtcDateTime;
        foreach (var (member, index) in new[] { (ann, 0), (bob, 1) })
        {
            db.MemberTierChanges.Add(member.SetTier(tiers[index], now, null, "test"));
            db.MemberTags.Add(new MemberTag { MemberId = member.Id, TagId = tags[index].Id, AddedAt = now.AddMinutes(index) });
            db.MemberAttributes.Add(MemberAttribute.Of(member.Id, job, new AttributeValue(Text: index == 0 ? "teacher" : "lawyer"), now.AddMinutes(index)));
            db.ContactPreferences.Add(new ContactPreference
            {
                MemberId = member.Id, Channel = ContactChannel.Phone, Purpose = ContactPurpose.Marketing, IsAllowed = index == 0, Source = PreferenceSource.Staff, DecidedAt = now,
            });
            member.Identities[0].PrimarySince = now;
        }

        db.Orders.Add(new Order { Source = "shop", ExternalId = _run, MemberId = bob.Id, Amount = 10, Currency = "CNY", PaidAt = now });
        await db.SaveChangesAsync(ct);
    }

    private async Task ReportAsync(params (string Kind, string Account, string Platform, string Group, int MinutesAgo, string? Text)[] rows)
    {
        var data = await server.DataAsync(
            "mutation($input: RecordActivitiesInput!) { recordActivities(input: $input) { report { acceptedCount rejected { code } } } }",
            new
            {
                input = new
                {
                    source = "test",
                    activities = rows.Select(r => new
                    {
                        kind = r.Kind, externalId = $"{r.Account}-{r.Kind}-{r.MinutesAgo}", occurredAt = TestClock.UtcNow.AddMinutes(-r.MinutesAgo),
                        group = new { platform = "WECHAT", externalId = r.Group }, member = new { platform = r.Platform, externalId = r.Account }, text = r.Text,

                        // The two answer each other: as one person they answer themselves.
                        replyTo = r.Text switch { "second word" => $"ann-{_run}-MESSAGE-250", "third word" => $"bob-{_run}-MESSAGE-190", _ => null },
                    }),
                },
            });
        data.GetProperty("recordActivities").GetProperty("report").GetProperty("acceptedCount").GetInt32().ShouldBe(rows.Length);
    }

    private async Task<string> AddAsync(long groupKey, string name, int hoursAgo)
    {
        await server.Database.WriteAsync(
            AccessScope.Everything,
            async (db, ct) =>
            {
                var member = new Member { DisplayName = $"{name}-{_run}" };
                member.Identities.Add(new Identity { Platform = Platform.Telegram, ExternalId = $"{name}-{_run}" });
                member.Memberships.Add(new Membership { GroupId = groupKey, JoinedAt = TestClock.UtcNow.UtcDateTime.AddHours(-hoursAgo) });
                db.Members.Add(member);
                await db.SaveChangesAsync(ct);
            },
            TestContext.Current.CancellationToken);
        await server.Factory.Services.GetRequiredService<MetricsRebuild>().RunAsync(null, TestContext.Current.CancellationToken);
        return (await server.DataAsync("query($id: String!) { memberByIdentity(platform: TELEGRAM, externalId: $id) { id } }", new { id = $"{name}-{_run}" }))
            .GetProperty("memberByIdentity").GetProperty("id").GetString()!;
    }

    private async Task<JsonElement> PreviewAsync(Pair pair) => await PreviewAsync(pair.Winner, pair.Loser);

    private async Task<JsonElement> PreviewAsync(string winner, string loser) =>
        (await server.DataAsync(
            "query($winner: ID!, $loser: ID!) { previewMemberMerge(winnerId: $winner, loserId: $loser) { conflicts { key kind subject winnerValue loserValue proposal choices } } }",
            new { winner, loser })).GetProperty("previewMemberMerge").GetProperty("conflicts");

    private async Task<string> MergeByProposalAsync(string winner, string loser) =>
        (await MergeAsync(winner, loser, Resolutions(await PreviewAsync(winner, loser), []))).GetProperty("memberMerge").GetProperty("id").GetString()!;

    /// <summary>The proposal of each conflict, or what is chosen instead where that is possible.</summary>
    private static List<(string Key, string Choice)> Resolutions(JsonElement conflicts, IReadOnlyList<(string Key, string Choice)> chosen) =>
    [
        .. conflicts.EnumerateArray().Select(c => (
            c.GetProperty("key").GetString()!,
            chosen.FirstOrDefault(r => r.Key == c.GetProperty("key").GetString()).Choice ?? c.GetProperty("proposal").GetString()!)),
    ];

    private async Task<JsonElement> MergeAsync(string winnerId, string loserId, IReadOnlyList<(string Key, string Choice)> resolutions, string? key = null) =>
        (await server.DataAsync(
            Merge, new { input = new { winnerId, loserId, reason = "same telephone", resolutions = resolutions.Select(r => new { key = r.Key, choice = r.Choice }) } }, key)).GetProperty("mergeMembers");

    /// <summary>Everything that the API says of a member, but versions and what was recorded about the merge itself.</summary>
    private async Task<string> StateAsync(string id)
    {
        var data = await server.DataAsync(
            """
            query($id: ID!) {
              memberById(id: $id) {
                displayName city phone firstSeenAt lastActiveAt tier { name } mergedInto { id }
                tierChanges { nodes { reason changedAt } } attributes { text setAt } contactPreferences { isAllowed decidedAt }
                memberTags { nodes { addedAt tag { name } } } identities { nodes { id externalId isPrimary } }
                memberships { nodes { id joinedAt leftAt leaveKind nickname role isOpen lastMessageAt } } orders { nodes { id externalId } }
                activities(where: { kind: { nin: [MEMBERS_MERGED, MEMBERS_UNMERGED] } }) { nodes { id kind text membership { id } } }
              }
            }
            """,
            new { id });
        return data.ToString();
    }

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

    private async Task ShouldEqualRebuildAsync()
    {
        var kept = await FiguresAsync();
        await server.Factory.Services.GetRequiredService<MetricsRebuild>().RunAsync(null, TestContext.Current.CancellationToken);
        kept.ShouldBe(await FiguresAsync());
    }
}
