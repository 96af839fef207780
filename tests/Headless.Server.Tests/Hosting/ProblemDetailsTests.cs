using System.Net.Http.Headers;
using System.Text;
using Headless.Server.Tests.Fixtures;
using Headless.Server.Tests.Transport;

namespace Headless.Server.Tests.Hosting;

/// <summary>What is not a GraphQL request is answered with problem details (RFC 9457); what is one never is.</summary>
public sealed class ProblemDetailsTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Json = "application/json";

    [Theory]
    [InlineData("GET", "/nothing", null, null, null, 404)]
    [InlineData("GET", "/graphql/nothing", null, null, null, 404)]
    [InlineData("POST", "/health", "", Json, null, 405)]
    [InlineData("PUT", "/graphql", "{}", Json, null, 405)]
    [InlineData("POST", "/graphql/schema.graphql", "{}", Json, null, 405)]
    [InlineData("POST", "/graphql", "{\"query\":\"{ __typename }\"}", Json, "application/xml", 406)]
    [InlineData("POST", "/graphql", "query=%7B__typename%7D", "application/x-www-form-urlencoded", null, 415)]
    [InlineData("POST", "/graphql", "x", "application/x-www-form-urlencoded", null, 415)]
    [InlineData("GET", "/graphql/ws", null, null, null, 426)]
    public async Task What_is_not_graphql_is_a_problem(string method, string path, string? body, string? contentType, string? accept, int status)
    {
        var answer = await SendAsync(method, path, body, contentType, accept);

        answer.ShouldBeProblem(status);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_a_problem()
        => (await SendAsync("POST", "/graphql", "{}".PadRight(1024 * 1024 + 1), Json, null)).ShouldBeProblem(413);

    [Theory]
    [InlineData("{", 400)]
    [InlineData("""{"query":"{ nobody }"}""", 200)]
    [InlineData("""{"query":"{ groups { totalCount } }"}""", 200)]
    [InlineData("""{"documentId":"sha256:00"}""", 200)]
    public async Task What_is_graphql_is_not_a_problem_even_without_a_valid_key(string body, int status)
    {
        var answer = await SendAsync("POST", "/graphql", body, Json, null, "Bearer hdl_unknown");

        (answer.Status, answer.ContentType).ShouldBe((status, "application/json; charset=utf-8"), answer.Body);
        answer.Body.ShouldStartWith("{\"errors\":[{\"message\":");
    }

    private async Task<Answer> SendAsync(string method, string path, string? body, string? contentType, string? accept, string? authorization = null)
    {
        using var client = server.Factory.CreateClient();
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) { Headers = { ContentType = MediaTypeHeaderValue.Parse(contentType!) } };
        }

        request.Headers.TryAddWithoutValidation("Accept", accept);
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return new Answer(
            (int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
