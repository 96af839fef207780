using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Headless.Server.Tests.Hostile;

/// <summary>The thirteen checks of graphql-cop, each with the request that it sends and the sign by which it finds a weakness.</summary>
public sealed class GraphQLCopTests(ProductionServerFixture server) : IClassFixture<ProductionServerFixture>
{
    [Fact]
    public async Task Alias_overloading_is_refused()
        => (await PostAsync($"query cop {{ {string.Concat(Enumerable.Range(0, 101).Select(i => $"alias{i}: __typename \n"))} }}")).ShouldNotContain("\"alias100\":");

    [Fact]
    public async Task Array_based_batching_is_refused()
    {
        var batch = new JsonArray([.. Enumerable.Range(0, 10).Select(_ => new JsonObject { ["query"] = "query cop { __typename }" })]).ToJsonString();
        using var response = await SendAsync(new StringContent(batch, new MediaTypeHeaderValue("application/json")));

        ((int)response.StatusCode).ShouldBe(400);
        Parse(await response.Content.ReadAsStringAsync(Token)).ValueKind.ShouldBe(JsonValueKind.Object);
    }

    [Fact]
    public async Task Circular_introspection_is_refused()
        => (await PostAsync("query cop { __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }")).ShouldNotContain("\"types\":");

    [Fact]
    public async Task Directive_overloading_is_not_answered_with_an_error_for_each()
        => Parse(await PostAsync("query cop { __typename @aa@aa@aa@aa@aa@aa@aa@aa@aa@aa }")).GetProperty("errors").GetArrayLength().ShouldBe(1);

    [Fact]
    public async Task Field_duplication_is_refused()
        => (await PostAsync($"query cop {{ {string.Concat(Enumerable.Repeat("__typename \n", 500))} }}")).ShouldNotContain("\"data\":");

    [Fact]
    public async Task Field_suggestions_are_off()
    {
        (await PostAsync("query cop { __schema { directive } }")).ShouldNotContain("did you mean", Case.Insensitive);
        (await PostAsync("query cop { member { id } }")).ShouldNotContain("did you mean", Case.Insensitive);
    }

    [Fact]
    public async Task A_mutation_by_GET_is_refused()
        => (await GetAsync("mutation cop { __typename }")).ShouldNotContain("\"data\":");

    [Fact]
    public async Task A_query_by_a_simple_GET_is_refused()
        => (await GetAsync("query cop { __typename }")).ShouldNotContain("\"data\":");

    [Theory]
    [InlineData("/graphql")]
    [InlineData("/graphiql")]
    [InlineData("/playground")]
    [InlineData("/console")]
    public async Task There_is_no_IDE(string path)
    {
        using var client = server.Factory.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept", "text/html");
        using var response = await client.SendAsync(request, Token);

        var html = await response.Content.ReadAsStringAsync(Token);
        foreach (var mark in new[] { "graphiql.min.css", "GraphQL Playground", "GraphiQL", "graphql-playground", "<html" })
        {
            html.ShouldNotContain(mark, Case.Insensitive);
        }
    }

    [Fact]
    public async Task Introspection_is_off()
        => (await PostAsync("query cop { __schema { types { name fields { name } } } }")).ShouldNotContain("\"types\":");

    [Fact]
    public async Task A_query_in_a_form_is_refused()
    {
        using var response = await SendAsync(new FormUrlEncodedContent([new("query", "query cop { __typename }")]));

        ((int)response.StatusCode).ShouldBe(415);
        (await response.Content.ReadAsStringAsync(Token)).ShouldNotContain("\"data\":");
    }

    [Fact]
    public async Task There_is_no_tracing()
        => (await PostAsync("query cop { __typename }")).ShouldBe("""{"data":{"__typename":"Query"}}""");

    [Fact]
    public async Task An_error_shows_no_exception()
        => Parse(await PostAsync("qwerty cop { abc }")).GetProperty("errors")[0].GetProperty("extensions").EnumerateObject().Select(p => p.Name).ShouldBe(["code"]);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static JsonElement Parse(string body)
    {
        using var document = JsonDocument.Parse(body);
        return document.RootElement.Clone();
    }

    private async Task<string> PostAsync(string query)
    {
        using var response = await SendAsync(new StringContent(new JsonObject { ["query"] = query }.ToJsonString(), Encoding.UTF8, "application/json"));
        return await response.Content.ReadAsStringAsync(Token);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpContent content)
    {
        using var client = server.Factory.CreateClient();
        return await client.PostAsync("/graphql", content, Token);
    }

    private async Task<string> GetAsync(string query)
    {
        using var client = server.Factory.CreateClient();
        using var response = await client.GetAsync("/graphql?query=" + Uri.EscapeDataString(query), Token);
        return await response.Content.ReadAsStringAsync(Token);
    }
}
