using Headless.Server.Tests.Fixtures;
using static Headless.Server.Tests.Features.Webhooks.WebhookSteps;

namespace Headless.Server.Tests.Features.Webhooks;

/// <summary>Receivers that take a message and say nothing.</summary>
public sealed class WebhookSilenceTests(ImpatientWebhookServerFixture server) : IClassFixture<ImpatientWebhookServerFixture>
{
    [Fact]
    public async Task A_receiver_that_does_not_answer_keeps_nobody_else_waiting()
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        using var dead = new RawReceiver(null);
        await using var receiver = await WebhookReceiver.StartAsync();
        var (deadId, _) = await CreateAsync(server, dead.Url, group, kinds: ["MESSAGE_SENT"]);
        await CreateAsync(server, receiver.Url, group, kinds: ["MESSAGE_SENT"]);
        await SayAsync(server, group, "first");
        await receiver.NextAsync();
        await SayAsync(server, group, "second", "third");
        await receiver.NextAsync();
        await receiver.NextAsync();

        (await UntilAttemptsAsync(server, deadId, 1)).GetProperty("attempts").GetProperty("nodes")[0].GetProperty("failure").GetString().ShouldBe("TIMEOUT");
    }

    [Fact]
    public async Task Silence_is_a_failure()
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        using var receiver = new RawReceiver(null);
        var (id, _) = await CreateAsync(server, receiver.Url, group, kinds: ["MESSAGE_SENT"]);
        await SayAsync(server, group, "x");
        var attempt = (await UntilAttemptsAsync(server, id, 1)).GetProperty("attempts").GetProperty("nodes")[0];
        attempt.GetProperty("failure").GetString().ShouldBe("TIMEOUT");
        attempt.GetProperty("message").GetString().ShouldBe("No answer within 1 s.");
    }
}
