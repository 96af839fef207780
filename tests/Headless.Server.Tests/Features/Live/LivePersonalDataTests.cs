using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Headless.Community;
using Headless.Server.Tests.Delivery;
using Headless.Server.Tests.Features.Webhooks;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Features.Live;

/// <summary>
/// Promise 5 on everything that is pushed: what is about a person is in no event of somebody who may not read it, over WebSocket, event stream and webhook, and
/// no longer in those of somebody who might when they subscribed.
/// </summary>
public sealed class LivePersonalDataTests(WebhookServerFixture server) : IClassFixture<WebhookServerFixture>
{
    private const string Fields = "kind text data member { displayName phone note city attributes { text definition { key } } }";

    private const string OnActivity = "subscription($groups: [ID!], $kinds: [ActivityKind!], $after: String) { onActivity(groupIds: $groups, kinds: $kinds, after: $after) { " + Fields + " } }";

    private const string OnMember = "subscription($ids: [ID!], $after: String) { onMemberChanged(memberIds: $ids, after: $after) { kind activity { text } member { phone note attributes { text definition { key } } } } }";

    /// <summary>In everything that says something about the person.</summary>
    private readonly string _mark = $"secret{Guid.NewGuid():N}";

    /// <summary>The id of an account is a pseudonym that whoever may READ sees.</summary>
    private readonly string _account = $"account{Guid.NewGuid():N}";

    private readonly string _key = $"k_{Guid.NewGuid():N}"[..20];

    [Theory]
    [InlineData(OperatorRole.Analyst, null)]
    [InlineData(OperatorRole.Lead, ApiKeyScope.Read | ApiKeyScope.Subscribe)]
    [InlineData(OperatorRole.Integration, ApiKeyScope.Read | ApiKeyScope.Subscribe | ApiKeyScope.Write)]
    public async Task Promise_5_who_may_not_read_personal_data_is_told_none_over_a_socket_or_an_event_stream(OperatorRole role, ApiKeyScope? scopes)
    {
        var (group, member) = await MakePersonAsync();
        var after = await LastCursorAsync();
        var key = await server.CreateKeyAsync(role, scopes);
        await using var activities = await ActivityStream.ConnectAsync(server, key);
        await activities.SubscribeAsync("1", OnActivity, new { groups = new[] { group }, kinds = new[] { "MESSAGE_SENT" }, after });
        await using var members = await ActivityStream.ConnectAsync(server, key);
        await members.SubscribeAsync("1", OnMember, new { ids = new[] { member }, after });

        foreach (var place in new[] { "1", "2" })
        {
            await SayAsync(group, place);
            await WebhookSteps.MutateAsync(server, "updateMember", new { id = member, note = $"{_mark} {place}" }, string.Empty);
            await MaskedAsync(activities);
            await MaskedAsync(members, "onMemberChanged");
        }

        var told = await EventStreamAsync(key, new { groups = new[] { group }, kinds = new[] { "MESSAGE_SENT" }, after }, 2);
        told.Count.ShouldBe(2);
        told.ForEach(message => Masked(message, "onActivity"));

        // Whoever may read it is told: there is something to hide.
        await using var lead = await ActivityStream.ConnectAsync(server);
        await lead.SubscribeAsync("1", OnActivity, new { groups = new[] { group }, kinds = new[] { "MESSAGE_SENT" }, after });
        var seen = await lead.NextEventAsync();
        seen.GetProperty("text").GetString().ShouldBe($"{_mark} 1");
        seen.GetProperty("member").GetProperty("phone").GetString().ShouldBe("+86 139 0000 0001");
        seen.GetProperty("member").GetProperty("attributes").EnumerateArray().Select(a => a.GetProperty("text").GetString()).ShouldContain(_mark);
    }

    [Theory]
    [InlineData("subscription { onActivity { " + Fields + " } }", "MESSAGE_SENT")]
    [InlineData("subscription { onMemberChanged { kind activity { text } member { phone note attributes { text definition { key } } } } }", "MEMBER_UPDATED")]
    public async Task Promise_5_a_webhook_without_the_scope_is_sent_none_whatever_its_query(string query, string kind)
    {
        var (group, member) = await MakePersonAsync();
        await using var receiver = await WebhookReceiver.StartAsync();
        await WebhookSteps.CreateAsync(server, receiver.Url, kind == "MESSAGE_SENT" ? group : null, query, [kind]);
        await SayAsync(group, "1");
        await WebhookSteps.MutateAsync(server, "updateMember", new { id = member, note = $"{_mark} again" }, string.Empty);
        Masked((await receiver.NextAsync()).Json, null);
    }

    [Fact]
    public async Task Promise_5_a_role_that_is_taken_away_ends_what_was_subscribed_by_it_and_its_socket()
    {
        var (group, _) = await MakePersonAsync();
        var key = await server.CreateKeyAsync(OperatorRole.Lead);
        await using var stream = await ActivityStream.OpenAsync(server, new { groupIds = new[] { group } }, () => ProbeAsync(group), key);
        var me = (await server.DataAsync("{ viewer { operator { id } } }", apiKey: key)).GetProperty("viewer").GetProperty("operator").GetProperty("id").GetString();
        (await WebhookSteps.MutateAsync(server, "updateOperator", new { id = me, role = "ANALYST" }, "operator { role }")).GetProperty("operator").ShouldBeJson("""{ "role": "ANALYST" }""");
        await SayAsync(group, "late");

        var (last, isTold) = (default(JsonElement), false);
        do
        {
            last = await stream.ReceiveAsync();
            last.GetRawText().ShouldNotContain(_mark);
            isTold |= last.GetRawText().Contains("UNAUTHENTICATED", StringComparison.Ordinal);
        }
        while (last.GetProperty("type").GetString() != "close");
        isTold.ShouldBeTrue();
        last.GetProperty("code").GetInt32().ShouldBe(4403);

        // The same key again: by the rights of now.
        await using var again = await ActivityStream.ConnectAsync(server, key);
        await again.SubscribeAsync("1", OnActivity, new { groups = new[] { group }, kinds = new[] { "MESSAGE_SENT" }, after = (string?)null });
        await SayUntilAsync(again, group);
    }

    [Fact]
    public async Task Promise_5_an_attribute_that_becomes_personal_is_told_no_longer()
    {
        var (group, member) = await MakePersonAsync();
        var key = $"i_{Guid.NewGuid():N}"[..20];
        var definition = (await WebhookSteps.MutateAsync(server, "createAttributeDefinition", new { key, name = "Plan", type = "TEXT", privacy = "INTERNAL" }, "attributeDefinition { id }"))
            .GetProperty("attributeDefinition").GetProperty("id").GetString();
        await WebhookSteps.MutateAsync(server, "setMemberAttributes", new { members = new[] { new { memberId = member, values = new[] { new { key, text = "plan B" } } } } }, "result { changed }");
        var after = await LastCursorAsync();
        await using var stream = await ActivityStream.ConnectAsync(server, await server.CreateKeyAsync(OperatorRole.Analyst));
        await stream.SubscribeAsync(
            "1", "subscription($g: [ID!], $after: String) { onActivity(groupIds: $g, kinds: [MESSAGE_SENT], after: $after) { member { attributes { text definition { key } } } } }", new { g = new[] { group }, after });
        await SayAsync(group, "1");
        (await stream.NextEventAsync()).GetProperty("member").GetProperty("attributes").ShouldBeJson($$"""[{ "text": "plan B", "definition": { "key": "{{key}}" } }]""");
        await WebhookSteps.MutateAsync(server, "updateAttributeDefinition", new { id = definition, privacy = "PERSONAL" }, string.Empty);
        await SayAsync(group, "2");
        (await stream.NextEventAsync()).GetProperty("member").GetProperty("attributes").ShouldBeJson("[]");
    }

    /// <summary>A member with the mark in everything that is personal.</summary>
    private async Task<(string Group, string Member)> MakePersonAsync()
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        await SayAsync(group, "0");
        var member = (await server.DataAsync("query($a: String!) { memberByIdentity(platform: WECHAT, externalId: $a) { id } }", new { a = _account })).GetProperty("memberByIdentity").GetProperty("id").GetString()!;
        await WebhookSteps.MutateAsync(server, "updateMember", new { id = member, displayName = "Ann", note = _mark, phone = "+86 139 0000 0001" }, string.Empty);
        await WebhookSteps.MutateAsync(server, "createAttributeDefinition", new { key = _key, name = "Health", type = "TEXT", privacy = "PERSONAL" }, string.Empty);
        await WebhookSteps.MutateAsync(server, "setMemberAttributes", new { members = new[] { new { memberId = member, values = new[] { new { key = _key, text = _mark } } } } }, "result { changed }");
        return (group, member);
    }

    private async Task SayAsync(string group, string what)
    {
        var data = await server.DataAsync(
            "mutation($input: RecordActivitiesInput!) { recordActivities(input: $input) { report { acceptedCount } } }",
            new
            {
                input = new
                {
                    source = "personal",
                    activities = new[]
                    {
                        new
                        {
                            kind = "MESSAGE", externalId = $"{group}-{what}", occurredAt = TestClock.UtcNow.AddMinutes(-1), group = new { id = group },
                            member = new { platform = "WECHAT", externalId = _account }, text = $"{_mark} {what}",
                        },
                    },
                },
            });
        data.GetProperty("recordActivities").GetProperty("report").GetProperty("acceptedCount").GetInt32().ShouldBe(1);
    }

    private async Task ProbeAsync(string group) => await server.DataAsync(
        "mutation($input: RecordActivitiesInput!) { recordActivities(input: $input) { report { acceptedCount } } }",
        new
        {
            input = new
            {
                source = "personal",
                activities = new[]
                {
                    new
                    {
                        kind = "MESSAGE", externalId = $"{ActivityStream.ProbePrefix}{Guid.NewGuid():N}", occurredAt = TestClock.UtcNow.AddMinutes(-1), group = new { id = group },
                        member = new { platform = "WECHAT", externalId = "prober" }, text = "probe",
                    },
                },
            },
        });

    /// <summary>Says things until the subscription, which begins when it begins, tells of one.</summary>
    private async Task SayUntilAsync(ActivityStream stream, string group)
    {
        var told = stream.ReceiveAsync();
        for (var i = 0; await Task.WhenAny(told, Task.Delay(TimeSpan.FromMilliseconds(200), TestContext.Current.CancellationToken)) != told; i++)
        {
            await SayAsync(group, $"more {i}");
        }

        Masked((await told).GetProperty("payload"), "onActivity");
    }

    private async Task MaskedAsync(ActivityStream stream, string field = "onActivity")
    {
        var message = await stream.ReceiveAsync();
        message.GetProperty("type").GetString().ShouldBe("next", message.GetRawText());
        Masked(message.GetProperty("payload"), field);
    }

    private void Masked(JsonElement answer, string? field)
    {
        var data = answer.GetProperty("data");
        var told = field is null ? data : data.GetProperty(field);
        told.GetProperty("kind").GetString().ShouldNotBeNull(answer.GetRawText());
        answer.GetRawText().ShouldNotContain(_mark);
        answer.GetRawText().ShouldNotContain("+86");
        answer.GetRawText().ShouldNotContain(_key);
        answer.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("extensions").GetProperty("code").GetString()).Distinct().ShouldBe(["FORBIDDEN"]);
    }

    private async Task<List<JsonElement>> EventStreamAsync(string key, object variables, int count)
    {
        using var client = server.Factory.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = JsonContent.Create(new { query = OnActivity, variables }) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("text/event-stream"));
        using var timeout = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(timeout.Token));
        var events = new List<JsonElement>();
        while (events.Count < count)
        {
            var line = (await reader.ReadLineAsync(timeout.Token)).ShouldNotBeNull();
            if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                events.Add(JsonDocument.Parse(line[6..]).RootElement.Clone());
            }
        }

        return events;
    }

    private async Task<string> LastCursorAsync() =>
        (await server.DataAsync("{ activities(last: 1) { edges { cursor } } }")).GetProperty("activities").GetProperty("edges")[0].GetProperty("cursor").GetString()!;
}
