using System.Net;
using Headless.Server.Delivery.Webhooks;
using Headless.Server.Tests.Fixtures;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using static Headless.Server.Tests.Features.Webhooks.WebhookSteps;

namespace Headless.Server.Tests.Features.Webhooks;

/// <summary>A webhook is no way into the network that the server stands in.</summary>
public sealed class WebhookAddressTests(GuardedWebhookServerFixture server) : IClassFixture<GuardedWebhookServerFixture>
{
    [Theory]
    [InlineData("https://127.0.0.1/x")]
    [InlineData("https://[::1]/x")]
    [InlineData("https://10.0.0.1/x")]
    [InlineData("https://172.31.255.255/x")]
    [InlineData("https://192.168.1.1/x")]
    [InlineData("https://169.254.169.254/latest/meta-data")]
    [InlineData("https://100.64.0.1/x")]
    [InlineData("https://0.0.0.0/x")]
    [InlineData("https://255.255.255.255/x")]
    [InlineData("https://[::ffff:127.0.0.1]/x")]
    [InlineData("https://[::ffff:a00:1]/x")]
    [InlineData("https://[fe80::1]/x")]
    [InlineData("https://[fd00::1]/x")]
    [InlineData("https://[64:ff9b::7f00:1]/x")]
    [InlineData("https://[2002:7f00:1::]/x")]
    [InlineData("https://2130706433/x")]
    [InlineData("https://0x7f.1/x")]
    [InlineData("https://user:secret@example.com/x")]
    [InlineData("https://example.com/x#fragment")]
    [InlineData("ftp://example.com/x")]
    [InlineData("/relative")]
    public async Task An_address_that_may_not_be_called_is_refused_at_registration(string url) =>
        (await MutateAsync(server, "createWebhook", new { name = "x", url }, "issuedWebhook { secret }"))
            .GetProperty("errors")[0].GetProperty("fields")[0].GetProperty("path").GetString().ShouldBe("url");

    [Theory]
    [InlineData("93.184.215.14", true)]
    [InlineData("2606:4700::1111", true)]
    [InlineData("127.0.0.2", true)]
    [InlineData("::ffff:127.0.0.2", true)]
    [InlineData("127.0.0.3", false)]
    [InlineData("2001:db8::1", false)]
    [InlineData("224.0.0.1", false)]
    [InlineData("::", false)]
    public void An_address_may_be_called_that_is_public_or_that_a_setting_names(string address, bool isAllowed) =>
        server.Factory.Services.GetRequiredService<WebhookNetwork>().Allows(IPAddress.Parse(address)).ShouldBe(isAllowed);

    [Fact]
    public async Task A_name_that_leads_inside_is_refused_also_when_it_led_elsewhere_before()
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        await using var outside = await WebhookReceiver.StartAsync("127.0.0.2");
        await using var inside = await WebhookReceiver.StartAsync("127.0.0.1");
        outside.Answer = (http, _) =>
        {
            http.Response.Headers.Connection = "close";
            return Task.CompletedTask;
        };
        server.Hosts.Set("hook.example", "127.0.0.2");
        var (id, _) = await CreateAsync(server, $"http://hook.example:{outside.Port}/hook", group, kinds: ["MESSAGE_SENT"]);
        await SayAsync(server, group, "first");
        await outside.NextAsync();

        server.Hosts.Set("hook.example", "127.0.0.1");
        await MutateAsync(server, "updateWebhook", new { id, url = $"http://hook.example:{inside.Port}/hook" }, "webhook { url }");
        await SayAsync(server, group, "second");
        await UntilAsync(
            server, id, "waitingFor { attempts { nodes { failure statusCode } } }", """{ "waitingFor": { "attempts": { "nodes": [{ "failure": "ADDRESS_REFUSED", "statusCode": null }] } } }""");
        inside.All.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_name_that_leads_nowhere_says_so()
    {
        var (id, _) = await CreateAsync(server, "https://nowhere.example/x", (await SampleCommunity.AddGroupAsync(server)).Id);
        (await MutateAsync(server, "pingWebhook", new { id }, "delivery { attempts { nodes { failure message } } }")).GetProperty("delivery")
            .ShouldBeJson("""{ "attempts": { "nodes": [{ "failure": "NAME_NOT_RESOLVED", "message": "The name nowhere.example leads nowhere." }] } }""");
    }
}

/// <summary>Without settings, only https to public addresses.</summary>
public sealed class WebhookDefaultTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    [Theory]
    [InlineData("http://example.com/x")]
    [InlineData("https://127.0.0.1/x")]
    public async Task Http_and_this_machine_are_refused(string url) =>
        (await MutateAsync(server, "createWebhook", new { name = "x", url }, "issuedWebhook { secret }"))
            .GetProperty("errors")[0].GetProperty("fields")[0].ShouldBeJson("""{ "path": "url", "code": "ADDRESS_REFUSED" }""");
}
