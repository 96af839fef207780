using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Headless.Server.Tests.Features.Joining;

/// <summary>Channels, live codes and the way through them into groups, over HTTP.</summary>
public sealed class EntryPointTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task A_code_leads_to_the_first_group_that_can_take_somebody_and_then_to_staff()
    {
        var (first, second) = (await SampleCommunity.AddGroupAsync(server), await SampleCommunity.AddGroupAsync(server));
        var helper = await AddHelperAsync(second.Id);
        var channel = await AddChannelAsync();
        var made = await MutateAsync(
            "createEntryPoint", "entryPoint { id code status version channel { id } fallback { id } }",
            new { name = "地铁海报", code = $"metro-{_run}", channelId = channel, targets = new object[] { new { groupId = first.Id, limit = 2 }, new { groupId = second.Id, limit = 2 } }, fallbackIdentityId = helper });
        var id = made.GetProperty("entryPoint").GetProperty("id").GetString()!;
        made.ShouldBeJson(
            $$"""
            { "entryPoint": { "id": "{{id}}", "code": "metro-{{_run}}", "status": "ACTIVE", "version": 1, "channel": { "id": "{{channel}}" }, "fallback": { "id": "{{helper}}" } }, "errors": null }
            """);
        (await CurrentAsync()).ShouldBeJson(
            $$"""
            { "outcome": "TARGET", "group": { "id": "{{first.Id}}" }, "account": null, "targets": [
                { "position": 0, "availability": "OPEN", "count": 0, "limit": 2, "limitSource": "OWN" },
                { "position": 1, "availability": "OPEN", "count": 1, "limit": 2, "limitSource": "OWN" }] }
            """);

        await SampleCommunity.AddMembersAsync(server, first.Key, "a", "b");
        (await CurrentAsync()).ShouldBeJson(
            $$"""
            { "outcome": "TARGET", "group": { "id": "{{second.Id}}" }, "account": null, "targets": [
                { "position": 0, "availability": "FULL", "count": 2, "limit": 2, "limitSource": "OWN" },
                { "position": 1, "availability": "OPEN", "count": 1, "limit": 2, "limitSource": "OWN" }] }
            """);
        await SampleCommunity.AddMembersAsync(server, second.Key, "c");
        var full = await CurrentAsync();
        full.GetProperty("outcome").GetString().ShouldBe("FALLBACK");
        full.GetProperty("account").GetProperty("id").GetString().ShouldBe(helper);
        await MutateAsync("updateEntryPoint", "entryPoint { id }", new { id, fallbackIdentityId = (string?)null });
        (await CurrentAsync()).GetProperty("outcome").GetString().ShouldBe("FULL");

        // Where it leads changes at once; the code in the world stays.
        await MutateAsync("closeGroup", "group { id }", new { id = first.Id });
        (await MutateAsync("updateEntryPoint", "entryPoint { code version }", new { id, targets = new object[] { new { groupId = first.Id }, new { identityId = helper } } }))
            .ShouldBeJson($$"""{ "entryPoint": { "code": "metro-{{_run}}", "version": 3 }, "errors": null }""");
        (await CurrentAsync()).ShouldBeJson(
            $$"""
            { "outcome": "TARGET", "group": null, "account": { "id": "{{helper}}" }, "targets": [
                { "position": 0, "availability": "CLOSED", "count": 2, "limit": 200, "limitSource": "PLATFORM_POLICY" },
                { "position": 1, "availability": "OPEN", "count": 0, "limit": null, "limitSource": "NONE" }] }
            """);
        await MutateAsync("pauseEntryPoint", "entryPoint { id }", new { id });
        (await CurrentAsync()).GetProperty("outcome").GetString().ShouldBe("OFF");

        async Task<JsonElement> CurrentAsync() => (await server.DataAsync(
            """
            query($code: String!) {
              entryPointByCode(code: $code) {
                current { outcome group { id } account { id } targets { position availability count limit limitSource } }
              }
            }
            """,
            new { code = $"metro-{_run}" })).GetProperty("entryPointByCode").GetProperty("current");
    }

    /// <summary>A.13 #6: 200 by the row in force, 100 by the row of 2014, both for codes of groups.</summary>
    [Theory]
    [InlineData(2014, 99, "OPEN", 100)]
    [InlineData(2014, 100, "FULL", 100)]
    [InlineData(2026, 100, "OPEN", 200)]
    [InlineData(2026, 199, "OPEN", 200)]
    [InlineData(2026, 200, "FULL", 200)]
    public async Task A_group_at_the_limit_of_its_platform_is_full_by_the_policy_of_that_year(int year, int members, string availability, int limit)
    {
        var group = await SampleCommunity.AddGroupAsync(server);
        await FillAsync(group.Key, members);
        var id = await AddEntryPointAsync(group.Id);
        await using var db = server.Database.Create(AccessScope.Everything);
        var key = await db.EntryPoints.Where(e => e.Code == id.Code).Select(e => e.Id).SingleAsync(TestContext.Current.CancellationToken);
        var resolution = (await EntryResolver.ResolveAsync(db, [key], new DateTime(year, 6, 1, 0, 0, 0, DateTimeKind.Utc), TestContext.Current.CancellationToken))[key];
        var target = resolution.Targets.Single();
        (target.Availability.ToString().ToUpperInvariant(), target.Limit, target.LimitSource, target.Count).ShouldBe((availability, limit, EntryLimitSource.PlatformPolicy, members));
        resolution.Outcome.ShouldBe(availability == "OPEN" ? EntryOutcome.Target : EntryOutcome.Full);
    }

    [Fact]
    public async Task Reports_are_counted_once_each_and_judged_by_themselves()
    {
        var group = await SampleCommunity.AddGroupAsync(server);
        var (id, code) = await AddEntryPointAsync(group.Id);
        object[] events =
        [
            new { kind = "EXPOSED", externalId = $"{_run}-1", occurredAt = TestClock.UtcNow, entryPointCode = code, count = 500 },
            new { kind = "SCANNED", externalId = $"{_run}-2", occurredAt = TestClock.UtcNow, entryPointCode = code, count = 20 },
            new { kind = "SCANNED", externalId = $"{_run}-3", occurredAt = TestClock.UtcNow, entryPointCode = code, account = Account("ann") },
            new { kind = "SCANNED", externalId = $"{_run}-3", occurredAt = TestClock.UtcNow, entryPointCode = code, account = Account("ann") },
            new { kind = "SCANNED", externalId = $"{_run}-4", occurredAt = TestClock.UtcNow, entryPointCode = "nowhere" },
            new { kind = "FRIENDED", externalId = $"{_run}-5", occurredAt = TestClock.UtcNow, entryPointCode = code },
            new { kind = "EXPOSED", externalId = $"{_run}-6", occurredAt = TestClock.UtcNow.AddHours(1), entryPointCode = code },
            new { kind = "EXPOSED", externalId = $"{_run}-7", occurredAt = TestClock.UtcNow, channel = "no such channel" },
            new { kind = "INVITED", externalId = $"{_run}-8", occurredAt = TestClock.UtcNow, entryPointCode = code, account = Account("ann"), count = 2 },
            new { kind = "SCANNED", externalId = $"{_run}-9", occurredAt = TestClock.UtcNow, channel = "c" },
        ];
        (await ReportAsync(events)).ShouldBeJson(
            """
            { "report": { "acceptedCount": 3, "duplicates": [3], "rejected": [
                { "index": 4, "code": "UNKNOWN_ENTRY_POINT", "path": "events[4].entryPointCode" },
                { "index": 5, "code": "MISSING_FIELD", "path": "events[5].account" },
                { "index": 6, "code": "OCCURRED_IN_FUTURE", "path": "events[6].occurredAt" },
                { "index": 7, "code": "UNKNOWN_CHANNEL", "path": "events[7].channel" },
                { "index": 8, "code": "INVALID_VALUE", "path": "events[8].count" },
                { "index": 9, "code": "MISSING_FIELD", "path": "events[9].entryPointCode" }] }, "errors": null }
            """);
        (await ReportAsync(events)).GetProperty("report").GetProperty("acceptedCount").GetInt32().ShouldBe(0);
        (await server.DataAsync("query($id: ID!) { entryPointById(id: $id) { exposureCount scanCount friendCount inviteCount joinCount version } }", new { id })).ShouldBeJson(
            """{ "entryPointById": { "exposureCount": 500, "scanCount": 21, "friendCount": 0, "inviteCount": 0, "joinCount": 0, "version": 1 } }""");
        (await LoggedActivities.KindsAsync(server, a => a.Source == _run)).ShouldBe([ActivityKind.EntryExposed, ActivityKind.EntryScanned, ActivityKind.EntryScanned]);
        (await ReportAsync([])).ShouldBeJson("""{ "report": null, "errors": [{ "code": "INVALID_INPUT" }] }""");
    }

    [Fact]
    public async Task The_way_from_the_scan_to_the_join_shows_where_people_drop_off()
    {
        var group = await SampleCommunity.AddGroupAsync(server);
        var (id, code) = await AddEntryPointAsync(group.Id);
        var at = TestClock.UtcNow.AddMinutes(-30);
        object Step(string kind, string name, int minutes) =>
            new { kind, externalId = $"{_run}-{kind}-{name}", occurredAt = at.AddMinutes(minutes), entryPointCode = code, account = Account(name) };
        await ReportAsync(
            new { kind = "EXPOSED", externalId = $"{_run}-e", occurredAt = at, entryPointCode = code, count = 8 },
            new { kind = "SCANNED", externalId = $"{_run}-s", occurredAt = at, entryPointCode = code, count = 3 },
            Step("SCANNED", "ann", 0), Step("SCANNED", "bob", 0), Step("SCANNED", "cat", 0), Step("SCANNED", "dan", 0),
            Step("FRIENDED", "ann", 1), Step("FRIENDED", "bob", 1), Step("INVITED", "ann", 2));
        await JoinAsync(group.Id, "ann", null);

        // Straight in by the code, without a friend in between.
        await JoinAsync(group.Id, "cat", null);
        await JoinAsync(group.Id, "eve", code);
        (await server.DataAsync(
            """
            query($id: ID!) {
              joinFunnel(entryPointId: $id, window: { lastDays: 2 }) { exposures anonymousScans steps { step count dropOff shareOfPrevious shareOfFirst } }
              joinPaths(where: { entryPoint: { id: { eq: $id } }, step: { eq: FRIENDED } }) { totalCount nodes { displayName invitedAt member { id } } }
              entryPointById(id: $id) { joinCount channel { performance(window: { lastDays: 2 }) { exposures scans joins joinRate joinRateNullReason costs { amount } } } }
            }
            """,
            new { id })).ShouldBeJson(
            """
            { "joinFunnel": { "exposures": 8, "anonymousScans": 3, "steps": [
                { "step": "SCANNED", "count": 4, "dropOff": null, "shareOfPrevious": null, "shareOfFirst": 1 },
                { "step": "FRIENDED", "count": 3, "dropOff": 1, "shareOfPrevious": 0.75, "shareOfFirst": 0.75 },
                { "step": "INVITED", "count": 2, "dropOff": 1, "shareOfPrevious": 0.6666666666666666, "shareOfFirst": 0.5 },
                { "step": "JOINED", "count": 2, "dropOff": 0, "shareOfPrevious": 1, "shareOfFirst": 0.5 }] },
              "joinPaths": { "totalCount": 1, "nodes": [{ "displayName": "bob", "invitedAt": null, "member": null }] },
              "entryPointById": { "joinCount": 3, "channel": { "performance": {
                "exposures": 8, "scans": 7, "joins": 3, "joinRate": 0.375, "joinRateNullReason": null, "costs": [] } } } }
            """);
        (await server.DataAsync(
            """
            query($id: ID!) {
              memberships(where: { entryPoint: { id: { eq: $id } } }, order: [{ joinedAt: ASC }]) { totalCount nodes { joinChannel entryPoint { id } } }
            }
            """,
            new { id })).GetProperty("memberships").GetProperty("totalCount").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task A_code_that_leads_elsewhere_than_before_is_in_the_log()
    {
        var (first, second) = (await SampleCommunity.AddGroupAsync(server), await SampleCommunity.AddGroupAsync(server));
        var channel = await AddChannelAsync();
        await MutateAsync("createEntryPoint", "entryPoint { id }", new { name = "n", code = _run, channelId = channel, targets = new object[] { new { groupId = first.Id, limit = 1 }, new { groupId = second.Id } } });
        await ReportAsync(Scan(1));
        await SampleCommunity.AddMembersAsync(server, first.Key, "a");
        await ReportAsync(Scan(2));
        await ReportAsync(Scan(3));
        (await LoggedActivities.KindsAsync(server, a => a.Kind == ActivityKind.EntryPointMoved && a.GroupId == second.Key)).ShouldBe([ActivityKind.EntryPointMoved]);
        (await LoggedActivities.KindsAsync(server, a => a.Kind == ActivityKind.EntryScanned && a.GroupId == second.Key)).Length.ShouldBe(2);

        object Scan(int number) => new { kind = "SCANNED", externalId = $"{_run}-{number}", occurredAt = TestClock.UtcNow, entryPointCode = _run };
    }

    [Fact]
    public async Task Bad_targets_are_refused()
    {
        var group = await SampleCommunity.AddGroupAsync(server);
        var helper = await AddHelperAsync(group.Id);
        var customer = await AddAccountAsync(group.Id, "customer");
        var channel = await AddChannelAsync();
        foreach (var (targets, code) in new (object[], string)[]
        {
            ([], "INVALID_INPUT"), ([new { identityId = helper }], "INVALID_INPUT"), ([new { groupId = group.Id, identityId = helper }], "INVALID_INPUT"),
            ([new { groupId = group.Id }, new { groupId = group.Id }], "INVALID_INPUT"), ([new { groupId = group.Id, limit = 0 }], "INVALID_INPUT"),
            ([new { groupId = group.Id }, new { identityId = customer }], "NOT_AN_ACCOUNT_OF_STAFF"),
            ([.. Enumerable.Range(0, 51).Select(_ => new { groupId = group.Id })], "INVALID_INPUT"),
            ([new { groupId = Convert.ToBase64String("Group:999999"u8) }], "NOT_FOUND"),
        })
        {
            (await MutateAsync("createEntryPoint", "entryPoint { id }", new { name = "n", channelId = channel, targets })).ShouldBeJson(
                $$"""{ "entryPoint": null, "errors": [{ "code": "{{code}}" }] }""");
        }

        (await MutateAsync("createEntryPoint", "entryPoint { id }", new { name = " ", code = "a b", channelId = channel, targets = new[] { new { groupId = group.Id } } }))
            .ShouldBeJson("""{ "entryPoint": null, "errors": [{ "code": "INVALID_INPUT" }] }""");
        await MutateAsync("createEntryPoint", "entryPoint { id }", new { name = "n", code = $"x-{_run}", channelId = channel, targets = new[] { new { groupId = group.Id } } });
        (await MutateAsync("createEntryPoint", "entryPoint { id }", new { name = "n", code = $"x-{_run}", channelId = channel, targets = new[] { new { groupId = group.Id } } }))
            .ShouldBeJson("""{ "entryPoint": null, "errors": [{ "code": "ALREADY_EXISTS" }] }""");
    }

    [Fact]
    public async Task The_status_of_an_entry_point_goes_only_the_ways_that_there_are()
    {
        var group = await SampleCommunity.AddGroupAsync(server);
        foreach (var (steps, refused) in new (string[], string[])[]
        {
            ([], ["resume"]), (["pause"], ["pause"]), (["pause", "resume"], ["resume"]), (["retire"], ["pause", "resume", "retire"]), (["pause", "retire"], ["pause", "resume", "retire"]),
        })
        {
            var (id, _) = await AddEntryPointAsync(group.Id);
            foreach (var step in steps)
            {
                (await MutateAsync($"{step}EntryPoint", "entryPoint { id }", new { id })).GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null);
            }

            foreach (var step in refused)
            {
                (await MutateAsync($"{step}EntryPoint", "entryPoint { id }", new { id })).ShouldBeJson("""{ "entryPoint": null, "errors": [{ "code": "INVALID_TRANSITION" }] }""");
            }
        }
    }

    [Fact]
    public async Task An_owner_sees_and_reports_the_entry_points_into_their_groups_alone()
    {
        var (mine, theirs) = (await SampleCommunity.AddGroupAsync(server), await SampleCommunity.AddGroupAsync(server));
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, mine.Key);
        var channel = await AddChannelAsync();
        var shared = await MutateAsync("createEntryPoint", "entryPoint { id code }", new { name = "n", channelId = channel, targets = new object[] { new { groupId = theirs.Id }, new { groupId = mine.Id } } });
        var (hidden, hiddenCode) = await AddEntryPointAsync(theirs.Id);
        var sharedId = shared.GetProperty("entryPoint").GetProperty("id").GetString();
        var seen = await server.DataAsync(
            """
            query($channel: ID!, $hidden: ID!, $code: String!) {
              entryPoints(where: { joinChannel: { id: { eq: $channel } } }) { totalCount nodes { id current { outcome group { id } targets { group { id } } } } }
              hidden: entryPointById(id: $hidden) { id } node(id: $hidden) { __typename } byCode: entryPointByCode(code: $code) { id }
              joinPaths { totalCount }
            }
            """,
            new { channel, hidden, code = hiddenCode }, owner);
        seen.ShouldBeJson(
            $$"""
            { "entryPoints": { "totalCount": 1, "nodes": [{ "id": "{{sharedId}}", "current": { "outcome": "TARGET", "group": null, "targets": [{ "group": { "id": "{{mine.Id}}" } }] } }] },
              "hidden": null, "node": null, "byCode": null, "joinPaths": { "totalCount": 0 } }
            """);
        (await ReportAsync([new { kind = "SCANNED", externalId = $"{_run}-1", occurredAt = TestClock.UtcNow, entryPointCode = hiddenCode }], owner))
            .GetProperty("report").GetProperty("rejected")[0].GetProperty("code").GetString().ShouldBe("UNKNOWN_ENTRY_POINT");

        // Who sees some of the targets only cannot replace them all.
        (await MutateAsync("updateEntryPoint", "entryPoint { id }", new { id = sharedId, targets = new[] { new { groupId = mine.Id } } }, owner))
            .ShouldBeJson("""{ "entryPoint": null, "errors": [{ "code": "NOT_FOUND" }] }""");
        var analyst = await server.CreateKeyAsync(OperatorRole.Analyst);
        (await server.QueryAsync(
            "mutation($input: RecordEntryEventsInput!) { recordEntryEvents(input: $input) { report { acceptedCount } } }",
            new { input = new { source = "s", events = new[] { new { kind = "EXPOSED", externalId = "1", occurredAt = TestClock.UtcNow, entryPointCode = hiddenCode } } } }, analyst))
            .ToString().ShouldContain("FORBIDDEN");
    }

    [Fact]
    public async Task A_channel_has_costs_by_currency_and_what_it_brought()
    {
        var group = await SampleCommunity.AddGroupAsync(server);
        await JoinAsync(group.Id, "early", null, $"抖音 {_run}");
        var channel = (await MutateAsync("createJoinChannel", "joinChannel { id kind isActive }", new { name = $"抖音 {_run}", kind = "SHORT_VIDEO" })).GetProperty("joinChannel").GetProperty("id").GetString();
        await JoinAsync(group.Id, "late", null, $"抖音 {_run}");
        var today = DateOnly.FromDateTime(TestClock.UtcNow.UtcDateTime.AddHours(8));
        foreach (var (from, days, amount, currency) in new[] { (today.AddDays(-1), 4, 400m, "CNY"), (today, 1, 50m, "CNY"), (today, 1, 8m, "USD"), (today.AddDays(-90), 30, 999m, "CNY") })
        {
            (await MutateAsync("recordChannelCost", "channelCost { id }", new { channelId = channel, from, to = from.AddDays(days), amount = new { amount, currency } })).GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null);
        }

        const string query =
            "query($id: ID!) { joinChannelById(id: $id) { performance(window: { lastDays: 2 }) { exposures joins joinRate joinRateNullReason costs { amount currency } costPerJoin { amount currency } } } }";
        (await server.DataAsync(query, new { id = channel })).ShouldBeJson(
            """
            { "joinChannelById": { "performance": { "exposures": 0, "joins": 2, "joinRate": null, "joinRateNullReason": "EXPOSURE_NOT_TRACKED",
                "costs": [{ "amount": 250, "currency": "CNY" }, { "amount": 8, "currency": "USD" }],
                "costPerJoin": [{ "amount": 125, "currency": "CNY" }, { "amount": 4, "currency": "USD" }] } } }
            """);
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, group.Key);
        (await server.DataAsync(query, new { id = channel }, owner)).GetProperty("joinChannelById").GetProperty("performance").GetProperty("costs").ValueKind.ShouldBe(JsonValueKind.Null);
        (await server.QueryAsync("query($id: ID!) { joinChannelById(id: $id) { costs { totalCount } } }", new { id = channel }, owner)).ToString().ShouldContain("FORBIDDEN");
        (await MutateAsync("createJoinChannel", "joinChannel { id }", new { name = $"抖音 {_run}" })).ShouldBeJson("""{ "joinChannel": null, "errors": [{ "code": "ALREADY_EXISTS" }] }""");
        (await MutateAsync("recordChannelCost", "channelCost { id }", new { channelId = channel, from = today, to = today, amount = new { amount = -1, currency = "rmb" } }))
            .ShouldBeJson("""{ "channelCost": null, "errors": [{ "code": "INVALID_INPUT" }] }""");
        var costs = await server.DataAsync("query($id: ID!) { joinChannelById(id: $id) { costs(first: 1, order: [{ from: ASC }]) { totalCount nodes { id amount { amount } } } } }", new { id = channel });
        var first = costs.GetProperty("joinChannelById").GetProperty("costs").GetProperty("nodes")[0].GetProperty("id").GetString();
        (await MutateAsync("removeChannelCost", "channelCost { id }", new { id = first })).GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null);
        (await MutateAsync("removeChannelCost", "channelCost { id }", new { id = first })).ShouldBeJson("""{ "channelCost": null, "errors": [{ "code": "NOT_FOUND" }] }""");
        (await MutateAsync("updateJoinChannel", "joinChannel { isActive version }", new { id = channel, version = 1, isActive = false })).ShouldBeJson("""{ "joinChannel": { "isActive": false, "version": 2 }, "errors": null }""");
        (await MutateAsync("updateJoinChannel", "joinChannel { id }", new { id = channel, version = 1, isActive = true })).ShouldBeJson("""{ "joinChannel": null, "errors": [{ "code": "STALE_VERSION" }] }""");
    }

    [Fact]
    public async Task What_made_somebody_come_is_kept_and_has_to_be_there()
    {
        var group = await SampleCommunity.AddGroupAsync(server);
        var campaign = (await MutateAsync("createCampaign", "campaign { id }", new { name = "训练营", groupIds = new[] { group.Id } })).GetProperty("campaign").GetProperty("id").GetString();
        var content = (await MutateAsync("createContentItem", "contentItem { id }", new { title = "今晚分享", body = "…" })).GetProperty("contentItem").GetProperty("id").GetString();
        (await MutateAsync(
            "recordJoin", "membership { joinReason joinCampaign { id } joinContentItem { id } kol { displayName } }",
            new { groupId = group.Id, member = Account("ann"), joinReason = "KOL", campaignId = campaign, contentItemId = content, kol = Account("kol") })).ShouldBeJson(
            $$"""
            { "membership": { "joinReason": "KOL", "joinCampaign": { "id": "{{campaign}}" }, "joinContentItem": { "id": "{{content}}" }, "kol": { "displayName": "kol" } }, "errors": null }
            """);
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, group.Key);
        var foreign = (await MutateAsync("createCampaign", "campaign { id }", new { name = "others" })).GetProperty("campaign").GetProperty("id").GetString();
        foreach (var (input, code) in new (object, string)[]
        {
            (new { groupId = group.Id, member = Account("x"), entryPointCode = "nowhere" }, "UNKNOWN_ENTRY_POINT"),
            (new { groupId = group.Id, member = Account("x"), campaignId = foreign }, "UNKNOWN_CAMPAIGN"),
            (new { groupId = group.Id, member = Account("x"), contentItemId = Convert.ToBase64String("ContentItem:999999"u8) }, "UNKNOWN_CONTENT_ITEM"),
        })
        {
            (await MutateAsync("recordJoin", "membership { id }", input, owner)).ShouldBeJson($$"""{ "membership": null, "errors": [{ "code": "{{code}}" }] }""");
        }
    }

    private object Account(string name) => new { platform = "WECHAT", externalId = $"{_run}-{name}", displayName = name };

    private Task JoinAsync(string groupId, string name, string? entryPointCode, string? joinChannel = null) =>
        MutateAsync("recordJoin", "membership { id }", new { groupId, member = Account(name), entryPointCode, joinChannel });

    private async Task<JsonElement> ReportAsync(params object[] events) => await ReportAsync(events, null);

    private async Task<JsonElement> ReportAsync(object[] events, string? key) => (await server.DataAsync(
        """
        mutation($input: RecordEntryEventsInput!) {
          recordEntryEvents(input: $input) { report { acceptedCount duplicates rejected { index code path } } errors { ... on Error { code } } }
        }
        """,
        new { input = new { source = _run, events } }, key)).GetProperty("recordEntryEvents");

    private async Task<string> AddChannelAsync() =>
        (await MutateAsync("createJoinChannel", "joinChannel { id }", new { name = Guid.NewGuid().ToString("N"), kind = "QR_POSTER" }))
            .GetProperty("joinChannel").GetProperty("id").GetString()!;

    private async Task<(string Id, string Code)> AddEntryPointAsync(string groupId)
    {
        var made = (await MutateAsync("createEntryPoint", "entryPoint { id code }", new { name = "n", channelId = await AddChannelAsync(), targets = new[] { new { groupId } } })).GetProperty("entryPoint");
        return (made.GetProperty("id").GetString()!, made.GetProperty("code").GetString()!);
    }

    private async Task<string> AddAccountAsync(string groupId, string name, string? kind = null)
    {
        var joined = (await MutateAsync("recordJoin", "membership { id member { identities(first: 1) { nodes { id } } } }", new { groupId, member = Account(name) })).GetProperty("membership");
        if (kind is not null)
        {
            var staff = (await server.DataAsync("{ viewer { operator { id } } }")).GetProperty("viewer").GetProperty("operator").GetProperty("id").GetString();
            await MutateAsync("setAccountKind", "membership { id }", new { id = joined.GetProperty("id").GetString(), accountKind = kind, controlledById = staff });
        }

        return joined.GetProperty("member").GetProperty("identities").GetProperty("nodes")[0].GetProperty("id").GetString()!;
    }

    private Task<string> AddHelperAsync(string groupId) => AddAccountAsync(groupId, "helper", "SERVICE");

    private Task<bool> FillAsync(long groupId, int members) => server.Database.WriteAsync(
        AccessScope.Everything,
        async (db, ct) =>
        {
            db.Memberships.AddRange(Enumerable.Range(0, members).Select(i => new Membership
            {
                GroupId = groupId, Member = new Member { DisplayName = $"m{i}" }, JoinedAt = TestClock.UtcNow.UtcDateTime,
            }));
            await db.SaveChangesAsync(ct);
            return true;
        },
        TestContext.Current.CancellationToken);

    private async Task<JsonElement> MutateAsync(string mutation, string selection, object input, string? key = null) => (await server.DataAsync(
        $$"""
        mutation($input: {{char.ToUpperInvariant(mutation[0])}}{{mutation[1..]}}Input!) {
          {{mutation}}(input: $input) { {{selection}} errors { ... on Error { code } } }
        }
        """,
        new { input }, key)).GetProperty(mutation);
}
