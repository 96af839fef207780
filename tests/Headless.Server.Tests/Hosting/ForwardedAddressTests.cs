using System.Net;
using System.Text;
using System.Text.Json;
using Headless.Server.Hosting;
using Headless.Server.Tests.Fixtures;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;

namespace Headless.Server.Tests.Hosting;

/// <summary>A server behind a proxy, where nobody may spend 20 units in an hour.</summary>
public sealed class ProxiedServerFixture : ServerFixture
{
    protected override IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        new("Proxy:Trusted:0", "10.1.0.7"), new("Proxy:Trusted:1", "10.2.0.0/16"),
        new("RateLimit:Limit", "100"), new("RateLimit:AnonymousLimit", "20"), new("RateLimit:Window", "01:00:00"),
    ];
}

/// <summary>Where a request comes from is what a trusted proxy says, and nobody else.</summary>
public sealed class ForwardedAddressTests(ProxiedServerFixture server) : IClassFixture<ProxiedServerFixture>
{
    [Theory]
    [InlineData("10.1.0.7", "203.0.113.")]
    [InlineData("10.2.9.9", "203.0.114.")]
    public async Task A_budget_is_that_of_the_client_that_a_trusted_proxy_names(string proxy, string client)
    {
        (await RemainingAsync(proxy, $"{client}9")).ShouldBe("18 of 20");
        (await RemainingAsync(proxy, $"{client}9")).ShouldBe("16 of 20");
        (await RemainingAsync(proxy, $"{client}10")).ShouldBe("18 of 20");

        // What the client wrote itself comes first, and is not taken.
        (await RemainingAsync(proxy, $"198.51.100.1, {client}9")).ShouldBe("14 of 20");
    }

    [Fact]
    public async Task What_anybody_else_says_of_where_they_come_from_is_not_taken()
    {
        (await RemainingAsync("203.0.113.50", "192.0.2.1")).ShouldBe("18 of 20");
        (await RemainingAsync("203.0.113.50", "192.0.2.2")).ShouldBe("16 of 20");
        (await RemainingAsync("203.0.113.50", null)).ShouldBe("14 of 20");
    }

    /// <summary>In Development a request from this machine without a key acts as LEAD; one that came through a proxy does not, whatever it says.</summary>
    [Theory]
    [InlineData("10.1.0.7")]
    [InlineData("127.0.0.1")]
    public async Task Who_says_that_they_are_this_machine_is_not(string proxy) => (await RemainingAsync(proxy, "127.0.0.1")).ShouldEndWith("of 20");

    [Theory]
    [InlineData("{}", null)]
    [InlineData("""{ "Proxy": { "Trusted": ["10.1.0.0/99"] } }""", "Proxy:Trusted: '10.1.0.0/99' is no address such as 10.1.0.7 and no network such as 10.1.0.0/16.")]
    [InlineData("""{ "Proxy": { "Hops": 0 } }""", "Proxy:Hops is 0: give 1 to 10.")]
    public void A_setting_that_cannot_be_is_refused(string settings, string? message)
    {
        var configuration = new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(settings))).Build();
        if (message is null)
        {
            ProxyOptions.From(configuration).Trusted.ShouldBeEmpty();
            return;
        }

        Should.Throw<InvalidOperationException>(() => ProxyOptions.From(configuration).ToForwardedHeaders()).Message.ShouldBe(message);
    }

    private async Task<string> RemainingAsync(string from, string? forwardedFor)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new { query = "{ rateLimit { limit cost remaining } }" });
        var answer = await server.Factory.Server.SendAsync(
            http =>
            {
                http.Connection.RemoteIpAddress = IPAddress.Parse(from);
                (http.Request.Method, http.Request.Path, http.Request.ContentType) = (HttpMethods.Post, "/graphql", "application/json");
                (http.Request.Host, http.Request.Body, http.Request.ContentLength) = (new HostString("localhost"), new MemoryStream(body), body.Length);
                if (forwardedFor is not null)
                {
                    http.Request.Headers["X-Forwarded-For"] = forwardedFor;
                }
            },
            TestContext.Current.CancellationToken);
        return $"{answer.Response.Headers["RateLimit-Remaining"]} of {answer.Response.Headers["RateLimit-Limit"]}";
    }
}
