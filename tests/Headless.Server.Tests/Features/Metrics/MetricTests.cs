using System.Globalization;
using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Features.Metrics;

/// <summary>Metrics over HTTP: what a value says of itself, scopes, windows, zones, comparisons. That the figures are right is tested against brute force elsewhere.</summary>
public sealed class MetricTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Figure = "{ value numerator denominator nullReason sampleSize isLowSample excludedAccounts currency timeZone window { from to days } definition { key version unit stage } }";

    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task A_value_says_what_it_is_made_of()
    {
        var group = await GroupAsync();
        await RecordAsync(
            Join(group, "ann", "2026-03-01T02:00:00Z"), Join(group, "bob", "2026-03-01T02:00:00Z"),
            Message(group, "ann", "2026-03-02T02:00:00Z"), Message(group, "ann", "2026-03-02T03:00:00Z"), Message(group, "bob", "2026-03-02T16:30:00Z"));
        (await server.DataAsync(
            $$"""query($id: ID!) { groupById(id: $id) { metric(key: INTERACTION_RATE, window: { from: "2026-03-02", to: "2026-03-03" }) {{Figure}} } }""", new { id = group.Id })).ShouldBeJson(
            """
            { "groupById": { "metric": { "value": 0.5, "numerator": 1, "denominator": 2, "nullReason": null, "sampleSize": 2, "isLowSample": true, "excludedAccounts": 0, "currency": null,
                "timeZone": "Asia/Shanghai", "window": { "from": "2026-03-02", "to": "2026-03-03", "days": 1 },
                "definition": { "key": "INTERACTION_RATE", "version": 1, "unit": "RATIO", "stage": "ACTIVATION" } } } }
            """);
    }

    [Fact]
    public async Task Staff_bots_and_vest_accounts_do_not_move_the_interaction_rate()
    {
        var group = await GroupAsync();
        await RecordAsync([.. new[] { "ann", "bot", "vest", "staff" }.Select(who => Join(group, who, "2026-03-01T02:00:00Z"))]);
        await server.Database.WriteAsync(AccessScope.Everything, async (db, ct) =>
        {
            var lead = db.Operators.First();
            foreach (var (who, kind) in new[] { ("bot", AccountKind.Bot), ("vest", AccountKind.Vest), ("staff", AccountKind.Staff) })
            {
                var account = $"{_run}{who}";
                db.Memberships.Single(m => m.Member.Identities.Any(i => i.ExternalId == account)).SetAccountKind(kind, lead.Id, TestClock.UtcNow.UtcDateTime);
            }

            await db.SaveChangesAsync(ct);
            return 1;
        }, TestContext.Current.CancellationToken);
        await server.DataAsync("{ __typename }");
        await RecordAsync([.. new[] { "ann", "bot", "vest", "staff" }.Select(who => Message(group, who, "2026-03-02T02:00:00Z"))]);
        var value = (await server.DataAsync(
            """query($id: ID!) { groupById(id: $id) { metric(key: INTERACTION_RATE, window: { from: "2026-03-02", to: "2026-03-03" }) { numerator excludedAccounts } metrics(keys: [MESSAGE_COUNT, ACTIVE_MEMBER_COUNT], window: { from: "2026-03-02", to: "2026-03-03" }) { value } } }""",
            new { id = group.Id })).GetProperty("groupById");
        value.ShouldBeJson("""{ "metric": { "numerator": 1, "excludedAccounts": 3 }, "metrics": [{ "value": 1 }, { "value": 1 }] }""");
    }

    [Fact]
    public async Task What_nobody_tracked_is_null_with_a_reason_and_never_zero()
    {
        var group = await GroupAsync();
        var data = await server.DataAsync(
            """
            query($id: ID!) { groupById(id: $id) { metrics(window: { lastDays: 7 }, keys: [JOIN_RATE, INTERACTION_RATE, LEAVE_RATE, RETENTION_RATE, MESSAGES_PER_ACTIVE_MEMBER, OPEN_RATE,
              BUYER_CONVERSION_RATE, AVERAGE_ORDER_VALUE, REVENUE_PER_BUYER, REPURCHASE_RATE, ROI, TARGET_ATTAINMENT, COST_PER_QUALIFIED_JOIN]) { value nullReason } } }
            """,
            new { id = group.Id });
        var metrics = data.GetProperty("groupById").GetProperty("metrics").EnumerateArray().ToList();
        metrics.ShouldAllBe(m => m.GetProperty("value").ValueKind == JsonValueKind.Null);
        metrics.Select(m => m.GetProperty("nullReason").GetString()).ShouldBe([
            "EXPOSURE_NOT_TRACKED", "NO_MEMBERS", "NO_MEMBERS", "NO_JOINS", "NO_ACTIVE_MEMBERS", "DELIVERY_NOT_TRACKED",
            "NO_MEMBERS", "NO_ORDERS", "NO_BUYERS", "NO_BUYERS", "COST_NOT_TRACKED", "TARGET_NOT_SET", "COST_NOT_TRACKED"]);
    }

    [Theory]
    [InlineData(50, 200, 3, 4, 0.25)]
    [InlineData(200, 50, -0.75, 0.25, 4)]
    public async Task Return_on_the_costs_of_a_channel(decimal cost, decimal revenue, double roi, double roas, double costToSales)
    {
        var group = await GroupAsync();
        var channel = await CreateAsync("createJoinChannel", "joinChannel", new { name = $"ad-{_run}", kind = "WEBSITE" });
        await RecordAsync(Join(group, "ann", "2026-03-01T02:00:00Z", $"ad-{_run}"));
        await CreateAsync("recordChannelCost", "channelCost", new { channelId = channel, from = "2026-03-01", to = "2026-03-11", amount = new { amount = cost, currency = "CNY" } });
        await CreateAsync("recordOrder", "order", new { source = _run, externalId = "1", amount = new { amount = revenue, currency = "CNY" }, paidAt = "2026-03-05T02:00:00Z", member = Account("ann"), groupId = group.Id });
        const string Query =
            """
            query($channel: ID!) { metrics(keys: [ROI, ROAS, COST_TO_SALES], scope: { joinChannelId: $channel }, window: { from: "2026-03-01", to: "2026-04-01" }) { value nullReason currency } }
            """;
        (await server.DataAsync(Query, new { channel })).ShouldBeJson(string.Create(CultureInfo.InvariantCulture,
            $$"""
            { "metrics": [{ "value": {{roi}}, "nullReason": null, "currency": "CNY" }, { "value": {{roas}}, "nullReason": null, "currency": "CNY" }, { "value": {{costToSales}}, "nullReason": null, "currency": "CNY" }] }
            """));
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, group.Key);
        (await server.DataAsync(Query, new { channel }, owner)).GetProperty("metrics").EnumerateArray().Select(m => m.GetProperty("nullReason").GetString())
            .ShouldAllBe(reason => reason == "COST_NOT_TRACKED", "who sees some of the joins does not see what all of them cost");
    }

    [Fact]
    public async Task Return_names_the_kinds_of_costs_that_were_entered_for_a_group_or_a_campaign()
    {
        var group = await GroupAsync();
        var campaign = await CreateAsync("createCampaign", "campaign", new { name = $"sale-{_run}", goal = "CONVERT", kind = "FLASH_SALE", groupIds = new[] { group.Id } });
        await RecordAsync(Join(group, "ann", "2026-03-01T02:00:00Z", $"x-{_run}"));
        await CreateAsync("recordOrder", "order", new { source = _run, externalId = "1", amount = new { amount = 200, currency = "CNY" }, paidAt = "2026-03-05T02:00:00Z", member = Account("ann"), groupId = group.Id, campaignId = campaign });
        foreach (var (kind, amount, spentAt, ofCampaign) in new[]
        {
            ("RED_PACKET", 30, "2026-03-02T02:00:00Z", true), ("RED_PACKET", 10, "2026-03-31T15:59:59Z", false), ("STAFF", 40, "2026-03-09T02:00:00Z", false), ("GIFT", 500, "2026-03-31T16:00:00Z", true),
        })
        {
            await CreateAsync("recordCost", "costEntry", new { kind, amount = new { amount, currency = "CNY" }, spentAt, groupId = group.Id, campaignId = ofCampaign ? campaign : null });
        }

        var channel = await CreateAsync("createJoinChannel", "joinChannel", new { name = $"cost-{_run}", kind = "WEBSITE" });
        await CreateAsync("recordChannelCost", "channelCost", new { channelId = channel, campaignId = campaign, from = "2026-03-01", to = "2026-03-11", amount = new { amount = 20, currency = "CNY" } });
        const string Of = "metrics(keys: [ROI, ROAS], window: { from: \"2026-03-01\", to: \"2026-04-01\" }) { value denominator costs { kind amount } definition { version } }";
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, group.Key);
        foreach (var key in new[] { null, owner })
        {
            (await server.DataAsync($"query($id: ID!) {{ groupById(id: $id) {{ {Of} }} }}", new { id = group.Id }, key)).GetProperty("groupById").ShouldBeJson(
                """
                { "metrics": [{ "value": 1.5, "denominator": 80, "costs": [{ "kind": "RED_PACKET", "amount": 40 }, { "kind": "STAFF", "amount": 40 }], "definition": { "version": 3 } },
                  { "value": 2.5, "denominator": 80, "costs": [{ "kind": "RED_PACKET", "amount": 40 }, { "kind": "STAFF", "amount": 40 }], "definition": { "version": 3 } }] }
                """);
        }

        (await server.DataAsync("query($id: ID!) { metrics(keys: [ROAS, REVENUE], scope: { campaignId: $id }, window: { from: \"2026-03-01\", to: \"2026-04-01\" }) { value costs { kind amount } } }", new { id = campaign })).ShouldBeJson(
            """{ "metrics": [{ "value": 4, "costs": [{ "kind": "RED_PACKET", "amount": 30 }, { "kind": "AD", "amount": 20 }] }, { "value": 200, "costs": [] }] }""");
        (await server.DataAsync(
            "query($id: ID!) { salesReturn(from: \"2026-02-28T16:00:00Z\", to: \"2026-03-31T16:00:00Z\", currency: \"CNY\", campaignId: $id) { cost { amount } roas } }", new { id = campaign }))
            .ShouldBeJson("""{ "salesReturn": { "cost": { "amount": 50 }, "roas": 4 } }""");
    }

    [Fact]
    public async Task Amounts_in_several_currencies_are_not_added()
    {
        var group = await GroupAsync();
        foreach (var (id, amount, currency, who) in new[] { ("1", 100m, "CNY", "ann"), ("2", 50m, "CNY", "ann"), ("3", 10m, "USD", "bob") })
        {
            await CreateAsync("recordOrder", "order", new { source = _run, externalId = id, amount = new { amount, currency }, paidAt = "2026-03-05T02:00:00Z", member = Account(who), groupId = group.Id });
        }

        (await server.DataAsync(
            """
            query($id: ID!) { groupById(id: $id) {
              mixed: metric(key: REVENUE, window: { from: "2026-03-01", to: "2026-04-01" }) { value nullReason currency }
              cny: metric(key: REVENUE, window: { from: "2026-03-01", to: "2026-04-01" }, options: { currency: "CNY" }) { value numerator nullReason currency }
              each: metrics(keys: [REVENUE_PER_BUYER, AVERAGE_ORDER_VALUE], window: { from: "2026-03-01", to: "2026-04-01" }, options: { currency: "CNY" }) { value denominator sampleSize }
              repurchase: metrics(keys: [REPURCHASE_RATE, REPURCHASE_FREQUENCY], window: { from: "2026-03-01", to: "2026-04-01" }) { value numerator denominator } } }
            """,
            new { id = group.Id })).ShouldBeJson(
            """
            { "groupById": { "mixed": { "value": null, "nullReason": "MIXED_CURRENCIES", "currency": null }, "cny": { "value": 150, "numerator": 150, "nullReason": null, "currency": "CNY" },
                "each": [{ "value": 150, "denominator": 1, "sampleSize": 1 }, { "value": 75, "denominator": 2, "sampleSize": 2 }],
                "repurchase": [{ "value": 0.5, "numerator": 1, "denominator": 2 }, { "value": 1.5, "numerator": 3, "denominator": 2 }] } }
            """);
    }

    [Fact]
    public async Task A_scope_is_groups_by_what_they_are_or_some_of_their_members()
    {
        var (first, second) = (await GroupAsync(), await GroupAsync());
        await RecordAsync(
            Join(first, "ann", "2026-03-01T02:00:00Z"), Join(second, "ann", "2026-03-01T02:00:00Z"), Join(second, "bob", "2026-03-01T02:00:00Z"),
            Message(first, "ann", "2026-03-02T02:00:00Z"), Message(second, "bob", "2026-03-02T02:00:00Z"));
        var ann = (await server.DataAsync("query($id: String!) { memberByIdentity(platform: WECHAT, externalId: $id) { id } }", new { id = $"{_run}ann" })).GetProperty("memberByIdentity").GetProperty("id").GetString();
        var tag = await CreateAsync("createTag", "tag", new { name = $"t-{_run}" });
        await server.DataAsync("mutation($m: [ID!]!, $t: [ID!]!) { addMemberTags(input: { memberIds: $m, tagIds: $t }) { result { changed } } }", new { m = new[] { ann }, t = new[] { tag } });
        var segment = await CreateAsync("createSegment", "segment", new { name = $"s-{_run}", condition = new { tags = new { anyOf = new[] { tag } } } });
        await server.DataAsync("mutation($id: ID!) { freezeSegment(input: { id: $id, name: \"x\" }) { segment { id } } }", new { id = segment });
        var data = await server.DataAsync(
            """
            query($both: [ID!]!, $segment: ID!) {
              both: metrics(keys: [MEMBER_COUNT, MESSAGE_COUNT], scope: { groupIds: $both }, window: { from: "2026-03-02", to: "2026-03-03" }) { value }
              telegram: metric(key: MEMBER_COUNT, scope: { groupIds: $both, platforms: [TELEGRAM] }, window: { from: "2026-03-02", to: "2026-03-03" }) { value }
              some: metrics(keys: [MEMBER_COUNT, MESSAGE_COUNT, INTERACTION_RATE], scope: { groupIds: $both, segmentId: $segment }, window: { from: "2026-03-02", to: "2026-03-03" }) { value }
              hours: metricSeries(key: MESSAGE_COUNT, interval: HOUR, scope: { groupIds: $both, segmentId: $segment }, window: { from: "2026-03-02", to: "2026-03-03" }) { start value { value } }
              cells: activityHeatmap(scope: { groupIds: $both, segmentId: $segment }, window: { from: "2026-03-02", to: "2026-03-03" }) { weekday hour messages }
            }
            """,
            new { both = new[] { first.Id, second.Id }, segment });
        data.GetProperty("both").ShouldBeJson("""[{ "value": 3 }, { "value": 2 }]""");
        data.GetProperty("telegram").ShouldBeJson("""{ "value": 0 }""");
        data.GetProperty("some").ShouldBeJson("""[{ "value": 2 }, { "value": 1 }, { "value": 0.5 }]""");
        data.GetProperty("hours").EnumerateArray().Where(p => p.GetProperty("value").GetProperty("value").GetDouble() > 0).ShouldHaveSingleItem()
            .ShouldBeJson("""{ "start": "2026-03-02T02:00:00.000Z", "value": { "value": 1 } }""");
        data.GetProperty("cells").EnumerateArray().Where(c => c.GetProperty("messages").GetInt64() > 0).ShouldHaveSingleItem().ShouldBeJson("""{ "weekday": 1, "hour": 10, "messages": 1 }""");
    }

    [Fact]
    public async Task Days_are_those_of_the_zone_that_is_asked_for()
    {
        var group = await GroupAsync();
        await RecordAsync(Join(group, "ann", "2026-03-01T02:00:00Z"), Message(group, "ann", "2026-03-07T18:45:00Z"), Message(group, "ann", "2026-03-08T06:59:00Z"), Message(group, "ann", "2026-03-08T07:01:00Z"));

        // New York goes from -05:00 to -04:00 at 2:00 on 8 March; Kathmandu is at +05:45.
        var data = await server.DataAsync(
            """
            query($id: ID!) { groupById(id: $id) {
              shanghai: metricSeries(key: MESSAGE_COUNT, interval: DAY, window: { from: "2026-03-07", to: "2026-03-09" }) { start value { value timeZone } }
              newYork: metricSeries(key: MESSAGE_COUNT, interval: DAY, window: { from: "2026-03-07", to: "2026-03-09" }, options: { timeZone: "America/New_York" }) { start end value { value timeZone } }
              hours: metricSeries(key: MESSAGE_COUNT, interval: HOUR, window: { from: "2026-03-08", to: "2026-03-09" }, options: { timeZone: "America/New_York" }) { start }
              kathmandu: metric(key: ACTIVE_MEMBER_COUNT, window: { from: "2026-03-08", to: "2026-03-09" }, options: { timeZone: "Asia/Kathmandu" }) { value timeZone } } }
            """,
            new { id = group.Id });
        var found = data.GetProperty("groupById");
        found.GetProperty("shanghai").ShouldBeJson(
            """[{ "start": "2026-03-06T16:00:00.000Z", "value": { "value": 0, "timeZone": "Asia/Shanghai" } }, { "start": "2026-03-07T16:00:00.000Z", "value": { "value": 3, "timeZone": "Asia/Shanghai" } }]""");
        found.GetProperty("newYork").ShouldBeJson(
            """
            [{ "start": "2026-03-07T05:00:00.000Z", "end": "2026-03-08T05:00:00.000Z", "value": { "value": 1, "timeZone": "America/New_York" } },
             { "start": "2026-03-08T05:00:00.000Z", "end": "2026-03-09T04:00:00.000Z", "value": { "value": 2, "timeZone": "America/New_York" } }]
            """);
        found.GetProperty("hours").GetArrayLength().ShouldBe(23);
        found.GetProperty("kathmandu").ShouldBeJson("""{ "value": 1, "timeZone": "Asia/Kathmandu" }""");
    }

    [Fact]
    public async Task A_figure_is_compared_with_the_days_before_or_a_year_ago()
    {
        var group = await GroupAsync();
        await RecordAsync(
            Join(group, "ann", "2025-01-01T02:00:00Z"), Message(group, "ann", "2025-03-02T02:00:00Z"), Message(group, "ann", "2026-02-02T02:00:00Z"), Message(group, "ann", "2026-02-03T02:00:00Z"),
            Message(group, "ann", "2026-03-02T02:00:00Z"), Message(group, "ann", "2026-03-03T02:00:00Z"), Message(group, "ann", "2026-03-31T02:00:00Z"));
        (await server.DataAsync(
            """
            query($id: ID!) { groupById(id: $id) {
              metric(key: MESSAGE_COUNT, window: { from: "2026-03-01", to: "2026-04-01" }) { value
                month: comparison { change changeRatio isLowSample baseline { value window { from to } } }
                year: comparison(with: YEAR_EARLIER) { change changeRatio baseline { value window { from to } } } }
              none: metric(key: JOIN_RATE, window: { from: "2026-03-01", to: "2026-04-01" }) { comparison { change changeRatio baseline { value } } }
              metricSeries(key: MESSAGE_COUNT, interval: MONTH, window: { from: "2026-03-01", to: "2026-04-01" }) { value { value comparison { change } } } } }
            """,
            new { id = group.Id })).ShouldBeJson(
            """
            { "groupById": {
              "metric": { "value": 3,
                "month": { "change": 1, "changeRatio": 0.5, "isLowSample": false, "baseline": { "value": 2, "window": { "from": "2026-02-01", "to": "2026-03-01" } } },
                "year": { "change": 2, "changeRatio": 2, "baseline": { "value": 1, "window": { "from": "2025-03-01", "to": "2025-04-01" } } } },
              "none": { "comparison": { "change": null, "changeRatio": null, "baseline": { "value": null } } },
              "metricSeries": [{ "value": { "value": 3, "comparison": null } }] } }
            """);
    }

    [Theory]
    [InlineData("""{ lastDays: 7, period: TODAY }""", "INVALID_METRIC_WINDOW")]
    [InlineData("""{ last: "PT12H" }""", "INVALID_METRIC_WINDOW")]
    [InlineData("""{ last: "P11Y" }""", "INVALID_METRIC_WINDOW")]
    [InlineData("""{ from: "2026-03-01" }""", "INVALID_METRIC_WINDOW")]
    [InlineData("""{ from: "2026-03-01", to: "2026-03-01" }""", "INVALID_METRIC_WINDOW")]
    [InlineData("""{ lastDays: 7 }, options: { timeZone: "Mars/Olympus" }""", "INVALID_METRIC_OPTIONS")]
    [InlineData("""{ lastDays: 7 }, options: { currency: "yuan" }""", "INVALID_METRIC_OPTIONS")]
    [InlineData("""{ lastDays: 7 }, options: { horizonDays: 0 }""", "INVALID_METRIC_OPTIONS")]
    [InlineData("""{ lastDays: 400 }, options: { timeZone: "Europe/Berlin" }""", "INVALID_METRIC_WINDOW")]
    public async Task What_cannot_be_asked_is_refused_with_a_code(string window, string code)
    {
        var answer = await server.QueryAsync($"{{ metric(key: MESSAGE_COUNT, window: {window}) {{ value }} }}");
        answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe(code);
    }

    [Theory]
    [InlineData("{ period: THIS_MONTH }")]
    [InlineData("{ period: LAST_MONTH }")]
    [InlineData("{ period: LAST_WEEK }")]
    [InlineData("{ period: LAST_QUARTER }")]
    [InlineData("{ period: LAST_YEAR }")]
    [InlineData("{ last: \"P1Y\" }")]
    [InlineData("{ last: \"P2W\" }")]
    public async Task Windows_follow_from_todays_date(string window)
    {
        var today = DateOnly.FromDateTime(TestClock.UtcNow.UtcDateTime.AddHours(8));
        var month = new DateOnly(today.Year, today.Month, 1);
        var monday = today.AddDays(-(((int)today.DayOfWeek + 6) % 7));
        var quarter = new DateOnly(today.Year, ((today.Month - 1) / 3 * 3) + 1, 1);
        var (from, to) = window switch
        {
            "{ period: THIS_MONTH }" => (month, today.AddDays(1)),
            "{ period: LAST_MONTH }" => (month.AddMonths(-1), month),
            "{ period: LAST_WEEK }" => (monday.AddDays(-7), monday),
            "{ period: LAST_QUARTER }" => (quarter.AddMonths(-3), quarter),
            "{ period: LAST_YEAR }" => (new DateOnly(today.Year - 1, 1, 1), new DateOnly(today.Year, 1, 1)),
            "{ last: \"P1Y\" }" => (today.AddDays(1).AddYears(-1), today.AddDays(1)),
            _ => (today.AddDays(-13), today.AddDays(1)),
        };
        (await server.DataAsync($"{{ metric(key: MESSAGE_COUNT, window: {window}) {{ window {{ from to }} }} }}")).ShouldBeJson(
            $$"""{ "metric": { "window": { "from": "{{from:yyyy-MM-dd}}", "to": "{{to:yyyy-MM-dd}}" } } }""");
    }

    [Fact]
    public async Task An_invite_counts_once_the_person_is_new_and_has_stayed()
    {
        var (group, other) = (await GroupAsync(), await GroupAsync());
        await RecordAsync(Join(group, "ann", "2026-03-01T02:00:00Z"), Join(other, "old", "2026-01-01T02:00:00Z"));
        await RecordAsync(
            Invited(group, "new", "2026-03-02T02:00:00Z", "ann"), Invited(group, "old", "2026-03-02T02:00:00Z", "ann"), Invited(group, "gone", "2026-03-02T02:00:00Z", "ann"),
            new { kind = "LEAVE", externalId = $"{_run}leave", occurredAt = "2026-03-03T02:00:00Z", group = new { id = group.Id }, member = Account("gone"), leaveKind = "SELF" });
        (await server.DataAsync(
            """query($id: ID!) { groupById(id: $id) { metrics(keys: [QUALIFIED_INVITES, REFERRAL_RATE], window: { from: "2026-03-01", to: "2026-04-01" }) { value numerator denominator } } }""",
            new { id = group.Id })).ShouldBeJson(
            """{ "groupById": { "metrics": [{ "value": 1, "numerator": 1, "denominator": null }, { "value": 0.25, "numerator": 1, "denominator": 4 }] } }""");
    }

    [Fact]
    public async Task Definitions_are_listed_by_stage()
    {
        var data = await server.DataAsync("{ all: metricDefinitions { key stage } metricDefinitions(stage: REFERRAL) { key } }");
        data.GetProperty("metricDefinitions").ShouldBeJson("""[{ "key": "QUALIFIED_INVITES" }, { "key": "REFERRAL_RATE" }, { "key": "COST_PER_QUALIFIED_JOIN" }]""");
        data.GetProperty("all").EnumerateArray().Select(d => d.GetProperty("stage").GetString()).Distinct().Count().ShouldBe(5);
    }

    private object Account(string who) => new { platform = "WECHAT", externalId = $"{_run}{who}", displayName = who };

    private object Join((long Key, string Id) group, string who, string at, string? channel = null) => new
    {
        kind = "JOIN", externalId = $"{_run}{group.Key}{who}{at}j", occurredAt = at, group = new { id = group.Id }, member = Account(who), joinChannel = channel,
    };

    private object Invited((long Key, string Id) group, string who, string at, string by) => new
    {
        kind = "JOIN", externalId = $"{_run}{group.Key}{who}{at}j", occurredAt = at, group = new { id = group.Id }, member = Account(who), invitedBy = Account(by),
    };

    private object Message((long Key, string Id) group, string who, string at) => new
    {
        kind = "MESSAGE", externalId = $"{_run}{group.Key}{who}{at}m", occurredAt = at, group = new { id = group.Id }, member = Account(who), text = $"good morning at {at}",
    };

    private Task<(long Key, string Id)> GroupAsync() => SampleCommunity.AddGroupAsync(server);

    private async Task RecordAsync(params object[] activities) => (await server.DataAsync(
        "mutation($input: RecordActivitiesInput!) { recordActivities(input: $input) { report { rejected { code message } } } }", new { input = new { source = "test", activities } }))
        .ShouldBeJson("""{ "recordActivities": { "report": { "rejected": [] } } }""");

    private async Task<string> CreateAsync(string mutation, string field, object input)
    {
        var type = char.ToUpperInvariant(mutation[0]) + mutation[1..];
        var payload = (await server.DataAsync(
            $"mutation($input: {type}Input!) {{ {mutation}(input: $input) {{ {field} {{ id }} errors {{ __typename ... on Error {{ message }} }} }} }}", new { input })).GetProperty(mutation);
        payload.GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null, payload.ToString());
        return payload.GetProperty(field).GetProperty("id").GetString()!;
    }
}
