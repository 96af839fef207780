using System.Net;

namespace Headless.Server.Tests.Transport;

public sealed class SchemaEndpointTests
{
    [Fact]
    public async Task The_schema_definition_is_served_with_a_tag_that_saves_reading_it_again()
    {
        await using var server = await TransportServer.StartAsync();

        var first = await server.Http.GetAsync("/graphql/schema.graphql");
        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        first.Content.Headers.ContentType!.ToString().ShouldBe("application/graphql; charset=utf-8");
        (await first.Content.ReadAsStringAsync()).ShouldContain("hello(name: String): String");

        using var again = new HttpRequestMessage(HttpMethod.Get, "/graphql/schema.graphql");
        again.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        var second = await server.Http.SendAsync(again);
        second.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        (await second.Content.ReadAsByteArrayAsync()).ShouldBeEmpty();
        second.Headers.ETag.ShouldBe(first.Headers.ETag);

        using var other = new HttpRequestMessage(HttpMethod.Get, "/graphql/schema.graphql");
        other.Headers.IfNoneMatch.ParseAdd("\"other\"");
        (await server.Http.SendAsync(other)).StatusCode.ShouldBe(HttpStatusCode.OK);

        (await server.Http.GetStringAsync("/graphql/sdl")).ShouldBe(await first.Content.ReadAsStringAsync());

        using var head = new HttpRequestMessage(HttpMethod.Head, "/graphql/schema.graphql");
        (await server.Http.SendAsync(head)).Headers.ETag.ShouldBe(first.Headers.ETag);
    }

    [Fact]
    public async Task It_is_also_served_at_the_endpoint_to_those_who_ask_for_it()
    {
        await using var server = await TransportServer.StartAsync();
        await using var hidden = await TransportServer.StartAsync(environment: "Production");

        (await server.Http.GetStringAsync("/graphql?sdl")).ShouldBe(await server.Http.GetStringAsync("/graphql/sdl"));
        (await server.Http.GetStringAsync("/graphql?sdl&query={hello}")).ShouldContain("\"data\"");
        (await hidden.Http.GetAsync("/graphql?sdl")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task It_is_not_served_outside_development_unless_set_so()
    {
        await using var hidden = await TransportServer.StartAsync(environment: "Production");
        await using var published = await TransportServer.StartAsync(o => o.EnableSchemaRequests = true, environment: "Production");

        (await hidden.Http.GetAsync("/graphql/schema.graphql")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await published.Http.GetAsync("/graphql/schema.graphql")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task It_is_read_by_get_only()
    {
        await using var server = await TransportServer.StartAsync();

        var response = await server.Http.PostAsync("/graphql/schema.graphql", null);

        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.ShouldBe(["GET", "HEAD"]);
    }
}
