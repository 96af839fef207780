using System.Text.Json;
using Headless.Community;
using Headless.Server.Tests.Delivery;
using Headless.Server.Tests.Features.Webhooks;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Features.Live;

/// <summary>The typed subscriptions and <c>where</c>: the same feed, cursors and access as <c>onActivity</c>.</summary>
public sealed class LiveSubscriptionTests(WebhookServerFixture server) : IClassFixture<WebhookServerFixture>
{
    [Fact]
    public async Task Where_means_on_a_subscription_what_it_means_on_activities_in_replay_and_live()
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        var after = await LastCursorAsync();
        await WebhookSteps.SayAsync(server, group, "a1", "b1");
        var where = new { or = new object[] { new { externalId = new { startsWith = $"{group}-a" } }, new { externalId = new { @in = new[] { $"{group}-c" } } } } };
        await using var stream = await ActivityStream.ConnectAsync(server);
        await stream.SubscribeAsync("1", "subscription($after: String, $where: ActivityFilterInput) { onActivity(after: $after, where: $where) { externalId } }", new { after, where });
        (await stream.NextEventAsync()).ShouldBeJson($$"""{ "externalId": "{{group}}-a1" }""");
        await WebhookSteps.SayAsync(server, group, "b2", "a2", "c");
        (await stream.NextEventAsync()).ShouldBeJson($$"""{ "externalId": "{{group}}-a2" }""");
        (await stream.NextEventAsync()).ShouldBeJson($$"""{ "externalId": "{{group}}-c" }""");

        var listed = await server.DataAsync("query($after: String, $where: ActivityFilterInput) { activities(after: $after, where: $where) { nodes { externalId } } }", new { after, where });
        listed.ShouldBeJson($$"""{ "activities": { "nodes": [{ "externalId": "{{group}}-a1" }, { "externalId": "{{group}}-a2" }, { "externalId": "{{group}}-c" }] } }""");
    }

    [Fact]
    public async Task A_filter_that_is_not_valid_ends_the_subscription_before_it_begins()
    {
        await using var stream = await ActivityStream.ConnectAsync(server);
        await stream.SubscribeAsync("1", "subscription { onActivity(where: { externalId: { contains: null } }) { id } }", null);
        (await stream.ReceiveAsync()).GetRawText().ShouldContain("FILTER_INVALID");
    }

    [Fact]
    public async Task Promise_5_where_shows_an_owner_no_more_than_their_groups()
    {
        var (mineKey, mine) = await SampleCommunity.AddGroupAsync(server);
        var (_, other) = await SampleCommunity.AddGroupAsync(server);
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, mineKey);
        var after = await LastCursorAsync();
        await using var stream = await ActivityStream.ConnectAsync(server, owner);
        await WebhookSteps.SayAsync(server, other, "hidden1");
        await WebhookSteps.SayAsync(server, mine, "seen1");
        await stream.SubscribeAsync("1", "subscription($after: String) { onActivity(after: $after, where: { source: { eq: \"webhooks\" }, kind: { eq: MESSAGE_SENT } }) { externalId } }", new { after });
        (await stream.NextEventAsync()).ShouldBeJson($$"""{ "externalId": "{{mine}}-seen1" }""");
        await WebhookSteps.SayAsync(server, other, "hidden2");
        await WebhookSteps.SayAsync(server, mine, "seen2");
        (await stream.NextEventAsync()).ShouldBeJson($$"""{ "externalId": "{{mine}}-seen2" }""");
    }

    [Fact]
    public async Task A_screen_of_members_and_one_of_tags_see_what_becomes_of_them()
    {
        var (key, group) = await SampleCommunity.AddGroupAsync(server);
        var ids = await SampleCommunity.AddMembersAsync(server, key, "Ann", "Bob");
        var name = $"t{Guid.NewGuid():N}";
        var tag = (await WebhookSteps.MutateAsync(server, "createTag", new { name }, "tag { id }")).GetProperty("tag").GetProperty("id").GetString();
        var after = await LastCursorAsync();
        await using var members = await ActivityStream.ConnectAsync(server);
        await using var tags = await ActivityStream.ConnectAsync(server);
        await members.SubscribeAsync("1", "subscription($ids: [ID!], $after: String) { onMemberChanged(memberIds: $ids, after: $after) { kind cursor activity { cursor } member { displayName tags { name } } } }", new { ids = new[] { ids[0] }, after });
        await tags.SubscribeAsync("1", "subscription($ids: [ID!], $after: String) { onTagChanged(tagIds: $ids, after: $after) { kind tag { name } member { displayName } } }", new { ids = new[] { tag }, after });
        await WebhookSteps.MutateAsync(server, "addMemberTags", new { memberIds = new[] { ids[1] }, tagIds = new[] { tag } }, string.Empty);
        await WebhookSteps.MutateAsync(server, "addMemberTags", new { memberIds = new[] { ids[0] }, tagIds = new[] { tag } }, string.Empty);
        await WebhookSteps.MutateAsync(server, "updateTag", new { id = tag, colour = "#ff0000" }, string.Empty);

        var change = await members.NextEventAsync();
        change.GetProperty("cursor").GetString().ShouldBe(change.GetProperty("activity").GetProperty("cursor").GetString());
        change.GetProperty("kind").GetString().ShouldBe("TAG_ADDED");
        change.GetProperty("member").ShouldBeJson($$"""{ "displayName": "Ann", "tags": [{ "name": "{{name}}" }] }""");
        (await tags.NextEventAsync()).ShouldBeJson($$"""{ "kind": "TAG_ADDED", "tag": { "name": "{{name}}" }, "member": { "displayName": "Bob" } }""");
        (await tags.NextEventAsync()).ShouldBeJson($$"""{ "kind": "TAG_ADDED", "tag": { "name": "{{name}}" }, "member": { "displayName": "Ann" } }""");
        (await tags.NextEventAsync()).ShouldBeJson($$"""{ "kind": "TAG_UPDATED", "tag": { "name": "{{name}}" }, "member": null }""");
    }

    [Fact]
    public async Task A_screen_of_campaigns_sees_each_step()
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        var after = await LastCursorAsync();
        await using var stream = await ActivityStream.ConnectAsync(server);
        var created = await WebhookSteps.MutateAsync(
            server, "createCampaign", new { name = "live", groupIds = new[] { group }, startsAt = TestClock.UtcNow.AddDays(30), endsAt = TestClock.UtcNow.AddDays(31) }, "campaign { id }");
        var id = created.GetProperty("campaign").GetProperty("id").GetString();
        await stream.SubscribeAsync("1", "subscription($ids: [ID!], $after: String) { onCampaignChanged(campaignIds: $ids, after: $after) { kind campaign { name } } }", new { ids = new[] { id }, after });
        (await stream.NextEventAsync()).ShouldBeJson("""{ "kind": "CAMPAIGN_CREATED", "campaign": { "name": "live" } }""");
        await WebhookSteps.MutateAsync(server, "updateCampaign", new { id, name = "later" }, string.Empty);
        (await stream.NextEventAsync()).ShouldBeJson("""{ "kind": "CAMPAIGN_UPDATED", "campaign": { "name": "later" } }""");
    }

    [Fact]
    public async Task Figures_are_told_at_once_and_then_once_for_all_that_happens_meanwhile()
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        var after = await LastCursorAsync();
        await using var stream = await ActivityStream.ConnectAsync(server);
        await stream.SubscribeAsync(
            "1",
            "subscription($ids: [ID!]!, $after: String) { onMetricChanged(groupIds: $ids, everySeconds: 2, after: $after) { activityCount cursor group { id metric(key: MESSAGE_COUNT, window: { lastDays: 2 }) { value } } } }",
            new { ids = new[] { group }, after });
        await WebhookSteps.SayAsync(server, group, "1");
        var events = new List<JsonElement> { await stream.NextEventAsync() };
        for (var i = 2; i <= 12; i++)
        {
            await WebhookSteps.SayAsync(server, group, $"{i}");
        }

        while (events.Sum(e => e.GetProperty("activityCount").GetInt32()) < 12)
        {
            events.Add(await stream.NextEventAsync());
        }

        events.Count.ShouldBeLessThan(12);
        events.Sum(e => e.GetProperty("activityCount").GetInt32()).ShouldBe(12);
        events[^1].GetProperty("group").ShouldBeJson($$"""{ "id": "{{group}}", "metric": { "value": 12 } }""");
    }

    [Fact]
    public async Task A_screen_of_content_sees_each_step_of_an_item()
    {
        var after = await LastCursorAsync();
        var ids = new List<string?>();
        foreach (var title in (string[])["one", "other"])
        {
            ids.Add((await WebhookSteps.MutateAsync(server, "createContentItem", new { title, body = "正文" }, "contentItem { id }")).GetProperty("contentItem").GetProperty("id").GetString());
        }

        // Content is everybody's, though its activities hang on no group.
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, (await SampleCommunity.AddGroupAsync(server)).Key);
        await using var stream = await ActivityStream.ConnectAsync(server, owner);
        await stream.SubscribeAsync(
            "1", "subscription($ids: [ID!], $after: String) { onContentItemChanged(contentItemIds: $ids, after: $after) { kind activity { kind } contentItem { title } } }", new { ids = new[] { ids[0] }, after });
        (await stream.NextEventAsync()).ShouldBeJson("""{ "kind": "CONTENT_CREATED", "activity": { "kind": "CONTENT_CREATED" }, "contentItem": { "title": "one" } }""");
        await WebhookSteps.MutateAsync(server, "updateContentItem", new { id = ids[1], title = "not this" }, string.Empty);
        await WebhookSteps.MutateAsync(server, "updateContentItem", new { id = ids[0], title = "later" }, string.Empty);
        (await stream.NextEventAsync()).ShouldBeJson("""{ "kind": "CONTENT_UPDATED", "activity": { "kind": "CONTENT_UPDATED" }, "contentItem": { "title": "later" } }""");
    }

    [Fact]
    public async Task A_screen_of_orders_sees_those_of_its_groups_and_an_owner_no_others()
    {
        var (mineKey, mine) = await SampleCommunity.AddGroupAsync(server);
        var (_, other) = await SampleCommunity.AddGroupAsync(server);
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, mineKey);
        var after = await LastCursorAsync();
        await using var stream = await ActivityStream.ConnectAsync(server, owner);
        await stream.SubscribeAsync("1", "subscription($after: String) { onOrderChanged(after: $after) { kind order { externalId status amount { amount } } } }", new { after });
        await OrderAsync(other, 1);
        await OrderAsync(mine, 2);
        (await stream.NextEventAsync()).ShouldBeJson($$"""{ "kind": "ORDER_RECORDED", "order": { "externalId": "{{mine}}", "status": "PAID", "amount": { "amount": 2 } } }""");

        async Task OrderAsync(string groupId, decimal amount) => await WebhookSteps.MutateAsync(
            server, "recordOrder", new { source = "live", externalId = groupId, groupId, amount = new { amount, currency = "CNY" }, paidAt = TestClock.UtcNow }, string.Empty);
    }

    [Fact]
    public async Task Views_of_a_page_are_told_at_once_and_then_once_for_all_that_come_meanwhile()
    {
        var (mineKey, mine) = await SampleCommunity.AddGroupAsync(server);
        var (otherKey, _) = await SampleCommunity.AddGroupAsync(server);
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, mineKey);
        var stranger = await server.CreateKeyAsync(OperatorRole.Owner, null, otherKey);
        var pages = new List<string>();
        foreach (var groupId in (string?[])[mine, null])
        {
            pages.Add((await WebhookSteps.MutateAsync(
                server, "createTrackedPage", new { name = $"p{Guid.NewGuid():N}", url = "https://example.org/offer", counting = "REPORTS", groupId }, "trackedPage { id }"))
                .GetProperty("trackedPage").GetProperty("id").GetString()!);
        }

        var after = await LastCursorAsync();
        const string Follow =
            "subscription($ids: [ID!]!, $after: String) { onTrackedPageChanged(pageIds: $ids, everySeconds: 2, after: $after) { activityCount page { id figures { views visitors } } } }";
        await using var stream = await ActivityStream.ConnectAsync(server, owner);
        await using var hidden = await ActivityStream.ConnectAsync(server, stranger);
        await stream.SubscribeAsync("1", Follow, new { ids = new[] { pages[0] }, after });
        await hidden.SubscribeAsync("1", Follow, new { ids = pages, after });
        await ViewAsync(pages[0], "v0");
        var events = new List<JsonElement> { await stream.NextEventAsync() };
        for (var i = 1; i < 10; i++)
        {
            await ViewAsync(pages[0], $"v{i % 3}");
        }

        while (events.Sum(e => e.GetProperty("activityCount").GetInt32()) < 10)
        {
            events.Add(await stream.NextEventAsync());
        }

        events.Count.ShouldBeLessThan(10);
        events[^1].GetProperty("page").ShouldBeJson($$"""{ "id": "{{pages[0]}}", "figures": { "views": 10, "visitors": 3 } }""");

        // Who sees none of the page's group is told of everybody's page alone.
        await ViewAsync(pages[1], "v0");
        (await hidden.NextEventAsync()).ShouldBeJson($$"""{ "activityCount": 1, "page": { "id": "{{pages[1]}}", "figures": { "views": 1, "visitors": 1 } } }""");

        async Task ViewAsync(string pageId, string visitor) => await WebhookSteps.MutateAsync(server, "recordPageViews", new { pageId, views = new[] { new { visitor } } }, string.Empty);
    }

    [Theory]
    [InlineData("onTrackedPageChanged(pageIds: []) { cursor }", "TOO_MANY_IDS")]
    [InlineData("onTrackedPageChanged(pageIds: [\"VHJhY2tlZFBhZ2U6MQ==\"], everySeconds: 0) { cursor }", "INVALID_ARGUMENTS")]
    [InlineData("onTrackedPageChanged(pageIds: [\"VHJhY2tlZFBhZ2U6MQ==\"], everySeconds: 3601) { cursor }", "INVALID_ARGUMENTS")]
    public async Task What_cannot_be_followed_is_refused(string field, string code)
    {
        await using var stream = await ActivityStream.ConnectAsync(server);
        await stream.SubscribeAsync("1", $"subscription {{ {field} }}", null);
        (await stream.ReceiveAsync()).GetRawText().ShouldContain(code);
    }

    [Fact]
    public async Task A_webhook_may_shape_its_payload_by_a_typed_subscription_with_a_filter()
    {
        var (key, group) = await SampleCommunity.AddGroupAsync(server);
        var member = await SampleCommunity.AddMemberInAsync(server, key, "Ann");
        await using var receiver = await WebhookReceiver.StartAsync();
        await WebhookSteps.CreateAsync(server, receiver.Url, null, $$"""subscription { onMemberChanged(memberIds: ["{{member}}"], where: { kind: { eq: MEMBER_UPDATED } }) { kind member { id } } }""");
        await WebhookSteps.SayAsync(server, group, "not this");
        await WebhookSteps.MutateAsync(server, "updateMember", new { id = member, displayName = "Anna" }, string.Empty);
        (await receiver.NextAsync()).Data.ShouldBeJson($$"""{ "kind": "MEMBER_UPDATED", "member": { "id": "{{member}}" } }""");
        await receiver.NothingAsync();
    }

    private async Task<string> LastCursorAsync() =>
        (await server.DataAsync("{ activities(last: 1) { edges { cursor } } }")).GetProperty("activities").GetProperty("edges") is { } edges && edges.GetArrayLength() > 0
            ? edges[0].GetProperty("cursor").GetString()!
            : await FirstCursorAsync();

    private async Task<string> FirstCursorAsync()
    {
        await WebhookSteps.MutateAsync(server, "createTag", new { name = $"first{Guid.NewGuid():N}" }, "tag { id }");
        return await LastCursorAsync();
    }
}

/// <summary>A server that lets cursors grow old.</summary>
public sealed class ForgetfulServerFixture : ClockServerFixture
{
    protected override IEnumerable<KeyValuePair<string, string>> Settings => [.. base.Settings, new("Feed:CursorLifetime", "01:00:00")];
}

/// <summary>Promise 3: who comes back too late is told so, and not silently given less.</summary>
public sealed class CursorExpiryTests(ForgetfulServerFixture server) : IClassFixture<ForgetfulServerFixture>
{
    [Fact]
    public async Task Promise_3_a_cursor_that_is_too_old_is_refused_and_the_list_still_reads_on_from_it()
    {
        await WebhookSteps.MutateAsync(server, "createTag", new { name = "one" }, "tag { id }");
        var cursor = (await server.DataAsync("{ activities(last: 1) { edges { cursor } } }")).GetProperty("activities").GetProperty("edges")[0].GetProperty("cursor").GetString();
        await WebhookSteps.MutateAsync(server, "createTag", new { name = "two" }, "tag { id }");
        const string subscription = "subscription($cursor: String) { onActivity(after: $cursor) { text } }";
        await using (var young = await ActivityStream.ConnectAsync(server))
        {
            await young.SubscribeAsync("1", subscription, new { cursor });
            (await young.NextEventAsync()).ShouldBeJson("""{ "text": "two" }""");
        }

        server.Clock.Forward(TimeSpan.FromMinutes(61));
        await using var late = await ActivityStream.ConnectAsync(server);
        await late.SubscribeAsync("1", subscription, new { cursor });
        (await late.ReceiveAsync()).GetRawText().ShouldContain("\"code\":\"CURSOR_EXPIRED\"");
        (await server.DataAsync("query($cursor: String) { activities(after: $cursor) { nodes { text } } }", new { cursor })).ShouldBeJson("""{ "activities": { "nodes": [{ "text": "two" }] } }""");
    }
}
