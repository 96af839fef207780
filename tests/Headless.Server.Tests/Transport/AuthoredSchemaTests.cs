using System.Security.Claims;
using Headless.GraphQL;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Headless.Server.Tests.Transport;

/// <summary>A server as an application sets it up: annotated classes, <c>AddGraphQLServer</c>, <c>MapGraphQL</c>.</summary>
public sealed class AuthoredSchemaTests
{
    [Fact]
    public async Task Annotated_classes_are_served_over_http_with_the_services_and_user_of_the_request()
    {
        await using var app = await StartAsync();
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.Single()) };

        var response = await http.PostAsync(
            "/api",
            new StringContent("""{"query":"{ greeting(name: \"Ann\") same user }"}""", new System.Net.Http.Headers.MediaTypeHeaderValue("application/json")));

        (await response.Content.ReadAsStringAsync()).ShouldBe("""{"data":{"greeting":"Hello Ann","same":true,"user":"tester"}}""");
        (await http.GetStringAsync("/api/schema.graphql")).ShouldContain("greeting(name: String!): String!");
    }

    [Fact]
    public async Task Each_operation_of_a_socket_has_services_of_its_own()
    {
        await using var app = await StartAsync();
        using var client = await SocketClient.InitialiseAsync(new UriBuilder(app.Urls.Single()) { Scheme = "ws", Path = "api" }.Uri);

        await client.SendAsync("""{"id":"1","type":"subscribe","payload":{"query":"{ scope user }"}}""");
        var first = await client.ReceiveAsync();
        (await client.ReceiveAsync()).ShouldBe("""{"id":"1","type":"complete"}""");
        await client.SendAsync("""{"id":"1","type":"subscribe","payload":{"query":"{ scope user }"}}""");
        var second = await client.ReceiveAsync();

        first.ShouldBe("""{"id":"1","type":"next","payload":{"data":{"scope":1,"user":"tester"}}}""");
        second.ShouldBe("""{"id":"1","type":"next","payload":{"data":{"scope":2,"user":"tester"}}}""");
        app.Services.GetRequiredService<ScopeCounter>().Disposed.ShouldBeGreaterThanOrEqualTo(1);
    }

    private static async Task<WebApplication> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = "Development" });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton<ScopeCounter>().AddScoped<Scope>();
        builder.Services.AddGraphQLServer().AddQueryType<Query>();
        var app = builder.Build();
        app.Use((context, next) =>
        {
            context.User = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Name, "tester")], "test"));
            return next(context);
        });
        app.MapGraphQL("/api");
        await app.StartAsync();
        return app;
    }

    public sealed class Query
    {
        public string GetGreeting(string name) => $"Hello {name}";

        public bool GetSame([Service] Scope scope, [Service] IServiceProvider services) => ReferenceEquals(services.GetService<Scope>(), scope);

        public int GetScope([Service] Scope scope) => scope.Number;

        public string? GetUser(ClaimsPrincipal user) => user.Identity?.Name;
    }

    public sealed class ScopeCounter
    {
        private int _created;
        private int _disposed;

        public int Disposed => _disposed;

        public int Create() => Interlocked.Increment(ref _created);

        public void Dispose() => Interlocked.Increment(ref _disposed);
    }

    public sealed class Scope(ScopeCounter counter) : IDisposable
    {
        public int Number { get; } = counter.Create();

        public void Dispose() => counter.Dispose();
    }
}
