using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Headless.Community;
using Headless.Server.Tests.Fixtures;
using Headless.Server.Tests.Transport;

namespace Headless.Server.Tests.Access;

/// <summary>A server where a caller may spend 100 units in an hour, and nobody 20.</summary>
public sealed class LimitedServerFixture : ServerFixture
{
    protected override IEnumerable<KeyValuePair<string, string>> Settings =>
        [new("RateLimit:Limit", "100"), new("RateLimit:AnonymousLimit", "20"), new("RateLimit:Window", "01:00:00")];
}

/// <summary>What is left of a caller's budget, over every transport, and what happens beyond it.</summary>
public sealed class RateLimitTests(LimitedServerFixture server) : IClassFixture<LimitedServerFixture>
{
    /// <summary>Costs 10 for the connection, 1 for each of its objects and a few for the rest.</summary>
    private const string Query = "{ groups(first: 20) { nodes { name } } rateLimit { limit cost remaining } }";

    private const string TooMuch = "{ groups(first: 50) { nodes { name } } operators(first: 50) { nodes { name } } }";

    [Fact]
    public async Task A_request_takes_its_cost_and_says_what_is_left_in_a_field_and_in_headers()
    {
        var key = await server.CreateKeyAsync(OperatorRole.Lead);

        using var first = await PostAsync("{ rateLimit { limit cost remaining } }", key);
        (await ReadAsync(first)).ShouldBeJson("""{ "data": { "rateLimit": { "limit": 100, "cost": 2, "remaining": 98 } } }""");
        Header(first, "RateLimit-Limit").ShouldBe("100");
        Header(first, "RateLimit-Remaining").ShouldBe("98");
        Header(first, "RateLimit-Policy").ShouldBe("100;w=3600");
        int.Parse(Header(first, "RateLimit-Reset"), CultureInfo.InvariantCulture).ShouldBeInRange(66, 72);

        using var second = await PostAsync(Query, key, ("GraphQL-Cost", "report"));
        var answer = await ReadAsync(second);
        var cost = answer.GetProperty("extensions").GetProperty("operationCost");
        var taken = Math.Max(cost.GetProperty("fieldCost").GetInt32(), cost.GetProperty("typeCost").GetInt32());
        taken.ShouldBeGreaterThan(10);
        answer.GetProperty("data").GetProperty("rateLimit").ShouldBeJson($$"""{ "limit": 100, "cost": {{taken}}, "remaining": {{98 - taken}} }""");
        Header(second, "RateLimit-Remaining").ShouldBe((98 - taken).ToString(CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task The_time_at_which_the_budget_is_whole_again_is_told()
    {
        var key = await server.CreateKeyAsync(OperatorRole.Lead);
        await SpendAsync(key);
        var reset = (await server.DataAsync("{ rateLimit { resetAt remaining } }", null, key)).GetProperty("rateLimit");
        var missing = 100 - reset.GetProperty("remaining").GetInt32();
        (reset.GetProperty("resetAt").GetDateTimeOffset() - TestClock.UtcNow).TotalMinutes.ShouldBeInRange((missing - 2) * 0.6, missing * 0.6);
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("application/graphql-response+json")]
    public async Task Beyond_the_budget_a_post_is_429_and_nothing_runs(string accept)
    {
        var key = await server.CreateKeyAsync(OperatorRole.Lead);
        await SpendAsync(key);
        var name = Guid.NewGuid().ToString("N");

        using var response = await PostAsync(
            $$"""mutation { a: createTag(input: { name: "{{name}}" }) { tag { id } } b: createTag(input: { name: "b" }) { tag { id } } c: createTag(input: { name: "c" }) { tag { id } } d: createTag(input: { name: "d" }) { tag { id } } e: createTag(input: { name: "e" }) { tag { id } } }""",
            key,
            ("Accept", accept));

        response.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        response.Content.Headers.ContentType!.MediaType.ShouldBe(accept);
        var answer = await ReadAsync(response);
        answer.TryGetProperty("data", out _).ShouldBeFalse();
        var extensions = answer.GetProperty("errors")[0].GetProperty("extensions");
        extensions.GetProperty("code").GetString().ShouldBe("RATE_LIMITED");
        extensions.GetProperty("retryAfter").GetInt32().ShouldBeInRange(1, 3600);
        extensions.GetProperty("resetAt").GetDateTimeOffset().ShouldBeGreaterThan(TestClock.UtcNow);
        Header(response, "Retry-After").ShouldBe(extensions.GetProperty("retryAfter").GetRawText());
        (await server.DataAsync("query($n: String!) { tags(first: 1, where: { name: { eq: $n } }) { totalCount } }", new { n = name }, await server.CreateKeyAsync(OperatorRole.Lead)))
            .ShouldBeJson("""{ "tags": { "totalCount": 0 } }""");
    }

    [Fact]
    public async Task Beyond_the_budget_a_get_is_429()
    {
        var key = await server.CreateKeyAsync(OperatorRole.Lead);
        await SpendAsync(key);
        using var client = Client(key);

        using var response = await client.GetAsync($"/graphql?query={Uri.EscapeDataString(TooMuch)}", TestContext.Current.CancellationToken);

        response.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        (await ReadAsync(response)).GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("RATE_LIMITED");
    }

    [Fact]
    public async Task Beyond_the_budget_an_event_stream_is_429_with_the_error_as_its_event()
    {
        var key = await server.CreateKeyAsync(OperatorRole.Lead);
        await SpendAsync(key);

        using var response = await PostAsync(TooMuch, key, ("Accept", "text/event-stream"));

        response.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        Header(response, "Retry-After").ShouldNotBeEmpty();
        var events = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        events.ShouldStartWith("event: next\ndata: {\"errors\":[{");
        events.ShouldContain("\"code\":\"RATE_LIMITED\"");
        events.ShouldEndWith("event: complete\ndata:\n\n");
    }

    [Fact]
    public async Task Beyond_the_budget_an_operation_of_a_socket_gets_an_error_and_the_socket_stays()
    {
        var key = await server.CreateKeyAsync(OperatorRole.Lead);
        await SpendAsync(key);
        var sockets = server.Factory.Server.CreateWebSocketClient();
        sockets.SubProtocols.Add("graphql-transport-ws");
        using var socket = await SocketClient.InitialiseAsync(
            await sockets.ConnectAsync(new Uri(server.Factory.Server.BaseAddress, "/graphql"), TestContext.Current.CancellationToken),
            $$"""{"Authorization":"Bearer {{key}}"}""");

        await socket.SendAsync(JsonSerializer.Serialize(new { id = "1", type = "subscribe", payload = new { query = TooMuch } }));
        var error = JsonDocument.Parse(await socket.ReceiveAsync()).RootElement;
        error.GetProperty("type").GetString().ShouldBe("error");
        var extensions = error.GetProperty("payload")[0].GetProperty("extensions");
        extensions.GetProperty("code").GetString().ShouldBe("RATE_LIMITED");
        extensions.GetProperty("retryAfter").GetInt32().ShouldBeGreaterThan(0);

        await socket.SendAsync("""{"id":"2","type":"subscribe","payload":{"query":"{ __typename }"}}""");
        (await socket.ReceiveAsync()).ShouldContain("\"type\":\"next\"");
    }

    [Fact]
    public async Task Each_key_has_a_budget_of_its_own()
    {
        var (mine, other) = (await server.CreateKeyAsync(OperatorRole.Lead), await server.CreateKeyAsync(OperatorRole.Lead));
        await SpendAsync(mine);

        (await server.DataAsync("{ rateLimit { remaining } }", null, other)).ShouldBeJson("""{ "rateLimit": { "remaining": 98 } }""");
    }

    [Fact]
    public async Task A_request_that_cannot_be_executed_costs_one()
    {
        var key = await server.CreateKeyAsync(OperatorRole.Lead);
        foreach (var bad in new[] { "{", "{ nothing }", "query Q($n: Int!) { groups(first: $n) { totalCount } }" })
        {
            (await server.QueryAsync(bad, null, key)).TryGetProperty("data", out _).ShouldBeFalse(bad);
        }

        using (await PostAsync(TooMuch, key, ("GraphQL-Cost", "validate")))
        {
        }

        (await server.DataAsync("{ rateLimit { remaining } }", null, key)).ShouldBeJson("""{ "rateLimit": { "remaining": 94 } }""");
    }

    /// <summary>Headers that any client can write are no addresses.</summary>
    [Fact]
    public async Task Nobody_is_limited_by_address_whatever_a_header_says()
    {
        List<string> codes = [];
        for (var i = 0; i < 25; i++)
        {
            using var client = server.Factory.CreateClient();
            client.DefaultRequestHeaders.Add("X-Forwarded-For", $"192.0.2.{i}");
            using var response = await client.PostAsJsonAsync("/graphql", new { query = "{ __typename }" }, TestContext.Current.CancellationToken);
            codes.Add(((int)response.StatusCode).ToString(CultureInfo.InvariantCulture));
        }

        codes.ShouldBe([.. Enumerable.Repeat("200", 20), .. Enumerable.Repeat("429", 5)]);
    }

    /// <summary>Spends all but a few units.</summary>
    private async Task SpendAsync(string key)
    {
        for (var i = 0; i < 3; i++)
        {
            await server.DataAsync("{ groups(first: 20) { nodes { name } } rateLimit { remaining } }", null, key);
        }
    }

    private HttpClient Client(string key)
    {
        var client = server.Factory.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return client;
    }

    private async Task<HttpResponseMessage> PostAsync(string query, string key, params (string Name, string Value)[] headers)
    {
        using var client = Client(key);
        foreach (var (name, value) in headers)
        {
            client.DefaultRequestHeaders.Add(name, value);
        }

        return await client.PostAsJsonAsync("/graphql", new { query }, TestContext.Current.CancellationToken);
    }

    private static string Header(HttpResponseMessage response, string name) => response.Headers.GetValues(name).Single();

    private static async Task<JsonElement> ReadAsync(HttpResponseMessage response) =>
        JsonDocument.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).RootElement;
}
