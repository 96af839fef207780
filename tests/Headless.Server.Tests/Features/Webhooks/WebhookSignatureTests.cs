using System.Text.Json;
using Headless.Conformance;
using Headless.Server.Tests.Fixtures;
using static Headless.Server.Tests.Features.Webhooks.WebhookSteps;

namespace Headless.Server.Tests.Features.Webhooks;

/// <summary>Receivers check our signatures with the library of Standard Webhooks as it is, by a clock that shows what the server's does.</summary>
public sealed class WebhookSignatureTests(WebhookServerFixture server) : IClassFixture<WebhookServerFixture>
{
    [Fact]
    public async Task The_library_of_Standard_Webhooks_verifies_what_comes_also_under_two_secrets()
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        await using var receiver = await WebhookReceiver.StartAsync();
        var (id, former) = await CreateAsync(server, receiver.Url, group, kinds: ["MESSAGE_SENT"]);
        await SayAsync(server, group, "你好 😀");
        var one = await receiver.NextAsync();
        var secret = (await MutateAsync(server, "rotateWebhookSecret", new { id, overlapMinutes = 30 }, "issuedWebhook { secret }")).GetProperty("issuedWebhook").GetProperty("secret").GetString()!;
        await SayAsync(server, group, "signed twice");
        var two = await receiver.NextAsync();

        object[] messages = [Message(former, one), Message(former, two), Message(secret, two)];
        (await NodePackage.Clients.RunAsync(["webhook-signatures.mjs"], JsonSerializer.SerializeToUtf8Bytes(new { now = new DateTimeOffset(server.Clock.Now).ToUnixTimeMilliseconds(), messages }))).ShouldBe("standardwebhooks: 3 ok\n");
    }

    private static object Message(string secret, ReceivedMessage message) => new
    {
        secret,
        headers = message.Headers.Where(h => h.Key.StartsWith("webhook-", StringComparison.OrdinalIgnoreCase)).ToDictionary(h => h.Key.ToLowerInvariant(), h => h.Value),
        body = Convert.ToBase64String(message.Body),
    };
}
