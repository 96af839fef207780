using System.Text;
using Headless.GraphQL.Execution;
using Headless.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.GraphQL.Tests.Authoring;

public sealed class SubscriptionTests : IAsyncLifetime
{
    private TestSchema _schema = null!;

    public async ValueTask InitializeAsync() => _schema = await TestSchema.CreateAsync(builder => builder
        .AddQueryType<Query>()
        .AddSubscriptionType()
        .AddInMemorySubscriptions()
        .AddTypeExtension<Subscriptions>());

    public ValueTask DisposeAsync() => _schema.DisposeAsync();

    [Fact]
    public void A_sources_arguments_are_the_fields()
        => _schema.Definition("Subscription").ShouldBe("""
            type Subscription {
              onMessage: String!
              onRoomMessage(room: String!): String!
              onNumbers(count: Int! from: Int! = 1): Int!
              onTopicOf(room: String!): String!
            }
            """.ReplaceLineEndings("\n"));

    [Fact]
    public async Task The_method_names_the_topic_unless_it_has_a_template()
    {
        (await FirstAnswersAsync("subscription { onMessage }", 1, sender => sender.SendAsync("OnMessage", "hello")))
            .ShouldBe(["""{"data":{"onMessage":"hello"}}"""]);
        (await FirstAnswersAsync("""subscription { onRoomMessage(room: "a") }""", 1, async sender =>
        {
            await sender.SendAsync("room/b/messages", "to b");
            await sender.SendAsync("room/a/messages", "to a");
        })).ShouldBe(["""{"data":{"onRoomMessage":"a: to a"}}"""]);
        (await FirstAnswersAsync("""subscription { onTopicOf(room: "a") }""", 1, sender => sender.SendAsync("a", "to a")))
            .ShouldBe(["""{"data":{"onTopicOf":"to a"}}"""]);
    }

    [Fact]
    public async Task A_method_can_be_the_source()
        => (await FirstAnswersAsync("subscription { onNumbers(count: 3) }", 3, _ => default))
            .ShouldBe(["""{"data":{"onNumbers":10}}""", """{"data":{"onNumbers":20}}""", """{"data":{"onNumbers":30}}"""]);

    private async Task<List<string>> FirstAnswersAsync(string document, int count, Func<ITopicEventSender, ValueTask> send)
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        cancellation.CancelAfter(TimeSpan.FromSeconds(20));
        var request = OperationRequestBuilder.New().SetDocument(document).SetServices(_schema.Services).Build();
        await using var result = await _schema.Executor.ExecuteAsync(request, cancellation.Token);
        var stream = result.ShouldBeOfType<ResponseStream>();
        await send(_schema.Services.GetRequiredService<ITopicEventSender>());
        var answers = new List<string>();
        await foreach (var answer in stream.WithCancellation(cancellation.Token))
        {
            answers.Add(Encoding.UTF8.GetString(answer.Payload.Span));
            if (answers.Count == count)
            {
                break;
            }
        }

        return answers;
    }

    public sealed class Query
    {
        public string Hello => "world";
    }

    [ExtendObjectType(OperationTypeNames.Subscription)]
    public sealed class Subscriptions
    {
        [Subscribe]
        public string OnMessage([EventMessage] string message) => message;

        [Subscribe]
        [Topic("room/{room}/messages")]
        public string OnRoomMessage(string room, [EventMessage] string message) => $"{room}: {message}";

        [Subscribe(With = nameof(SubscribeToNumbers))]
        public int OnNumbers([EventMessage] int number, int count) => number * 10;

        public async IAsyncEnumerable<int> SubscribeToNumbers(int count, int from = 1)
        {
            for (var i = from; i < from + count; i++)
            {
                await Task.Yield();
                yield return i;
            }
        }

        [Subscribe(MessageType = typeof(string))]
        public string OnTopicOf([Topic] string room, IResolverContext context) => context.EventMessage<string>();
    }
}
