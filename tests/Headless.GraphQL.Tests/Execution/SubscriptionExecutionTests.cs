using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Headless.GraphQL.Execution;
using Headless.GraphQL.Execution.Subscriptions;
using Headless.GraphQL.Types;
using static Headless.GraphQL.Tests.Execution.TestExecution;

namespace Headless.GraphQL.Tests.Execution;

/// <summary>Specification section 6.2.3.</summary>
public sealed class SubscriptionExecutionTests
{
    private const string Sdl = "type Query { n: Int } type Subscription { ticks(from: Int = 0): Tick  refused: Int } type Tick { n: Int  twice: Int }";

    private readonly Channel<object?> _source = Channel.CreateUnbounded<object?>();
    private bool _unsubscribed;

    [Fact]
    public async Task Each_event_is_executed_as_the_root_value()
    {
        await using var stream = await SubscribeAsync("subscription { ticks(from: 5) { n twice } }");
        _source.Writer.TryWrite(1);
        _source.Writer.TryWrite(2);
        _source.Writer.Complete();
        (await ReadAllAsync(stream)).ShouldBe(["""{"data":{"ticks":{"n":6,"twice":12}}}""", """{"data":{"ticks":{"n":7,"twice":14}}}"""]);
        _unsubscribed.ShouldBeTrue();
    }

    [Fact]
    public async Task An_error_of_one_event_does_not_end_the_stream()
    {
        await using var stream = await SubscribeAsync("subscription { ticks { n } }");
        _source.Writer.TryWrite(-1);
        _source.Writer.TryWrite(2);
        _source.Writer.Complete();
        (await ReadAllAsync(stream)).ShouldBe(
        [
            """{"errors":[{"message":"negative","locations":[{"line":1,"column":16}],"path":["ticks"]}],"data":{"ticks":null}}""",
            """{"data":{"ticks":{"n":2}}}""",
        ]);
    }

    [Fact]
    public async Task A_failing_source_ends_the_stream_with_an_error()
    {
        await using var stream = await SubscribeAsync("subscription { ticks { n } }");
        _source.Writer.TryWrite(1);
        _source.Writer.Complete(new GraphQLException("the source broke"));
        (await ReadAllAsync(stream)).ShouldBe(["""{"data":{"ticks":{"n":1}}}""", """{"errors":[{"message":"the source broke"}]}"""]);
        _unsubscribed.ShouldBeTrue();
    }

    [Fact]
    public async Task No_source_stream_is_a_request_error_that_names_the_field()
    {
        var schema = TickSchema();
        Field(schema, "Subscription.refused").Subscribe = static _ => default;
        await using var result = await Executor(schema).ExecuteAsync("subscription { refused }", cancellationToken: TestContext.Current.CancellationToken);
        Text(result.ShouldBeOfType<OperationResult>()).ShouldBe(
            """{"errors":[{"message":"The subscription field \"Subscription.refused\" has no source stream.","locations":[{"line":1,"column":16}],"path":["refused"]}]}""");
    }

    [Fact]
    public async Task A_source_that_cannot_be_created_is_a_request_error()
    {
        await using var result = await Executor(TickSchema()).ExecuteAsync("subscription { refused }", cancellationToken: TestContext.Current.CancellationToken);
        Text(result.ShouldBeOfType<OperationResult>()).ShouldBe(
            """{"errors":[{"message":"no seat","locations":[{"line":1,"column":16}],"path":["refused"]}]}""");
    }

    [Fact]
    public async Task Disposing_the_stream_unsubscribes_while_it_waits_for_an_event()
    {
        var stream = await SubscribeAsync("subscription { ticks { n } }");
        var first = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var reading = ReadAllAsync(stream, first);
        _source.Writer.TryWrite(1);
        await first.Task;
        await stream.DisposeAsync();
        (await reading).ShouldBe(["""{"data":{"ticks":{"n":1}}}"""]);
        _unsubscribed.ShouldBeTrue();
    }

    [Fact]
    public async Task The_requests_cancellation_unsubscribes()
    {
        using var cancellation = new CancellationTokenSource();
        var result = await Executor(TickSchema()).ExecuteAsync("subscription { ticks { n } }", cancellationToken: cancellation.Token);
        var reading = ReadAllAsync(result.ShouldBeOfType<ResponseStream>());
        await Task.Delay(20, TestContext.Current.CancellationToken);
        await cancellation.CancelAsync();
        (await reading).ShouldBeEmpty();
        _unsubscribed.ShouldBeTrue();
    }

    [Fact]
    public async Task Every_subscriber_of_a_topic_gets_every_message_in_order()
    {
        var topics = new InMemoryTopics();
        ITopicEventReceiver receiver = topics;
        var first = await receiver.SubscribeAsync<int>("numbers", TestContext.Current.CancellationToken);
        var second = await receiver.SubscribeAsync<int>("numbers", TestContext.Current.CancellationToken);
        foreach (var n in Enumerable.Range(1, 3))
        {
            await topics.SendAsync("numbers", n, TestContext.Current.CancellationToken);
            await topics.SendAsync("others", -n, TestContext.Current.CancellationToken);
        }

        await topics.CompleteAsync("numbers");
        (await first.ReadEventsAsync().ToListAsync(TestContext.Current.CancellationToken)).ShouldBe([1, 2, 3]);
        (await second.ReadEventsAsync().ToListAsync(TestContext.Current.CancellationToken)).ShouldBe([1, 2, 3]);
        topics.TopicCount.ShouldBe(0);
    }

    [Fact]
    public async Task A_slow_subscriber_is_dropped_and_hurts_nobody()
    {
        var topics = new InMemoryTopics();
        var slow = await topics.SubscribeAsync<int>("numbers", 2, TestContext.Current.CancellationToken);
        var quick = await topics.SubscribeAsync<int>("numbers", 100, TestContext.Current.CancellationToken);
        for (var i = 0; i < 10; i++)
        {
            await topics.SendAsync("numbers", i, TestContext.Current.CancellationToken);
        }

        var received = new List<int>();
        var error = await Should.ThrowAsync<GraphQLException>(async () =>
        {
            await foreach (var n in slow.ReadEventsAsync())
            {
                received.Add(n);
            }
        });
        error.Errors.ShouldHaveSingleItem().Code.ShouldBe("SUBSCRIPTION_LAGGED");
        received.ShouldBe([0, 1]);
        await topics.CompleteAsync("numbers");
        (await quick.ReadEventsAsync().CountAsync(TestContext.Current.CancellationToken)).ShouldBe(10);
    }

    private Schema TickSchema() => Schema(
        Sdl,
        ("Subscription.ticks", (SubscriptionResolver)(c => new(ReadSourceAsync((int)c.ArgumentValue("from")!)))),
        ("Subscription.ticks", (IResolverContext c) => c.EventMessage<int>() < 0 ? throw new GraphQLException("negative") : (object?)c.EventMessage<int>()),
        ("Subscription.refused", (SubscriptionResolver)(_ => throw new GraphQLException("no seat"))),
        ("Tick.n", (Func<object, object?>)(n => n)),
        ("Tick.twice", async (IResolverContext c) =>
        {
            await Task.Yield();
            return (object?)(c.Parent<int>() * 2);
        }));

    private async IAsyncEnumerable<object?> ReadSourceAsync(int from, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        try
        {
            await foreach (var n in _source.Reader.ReadAllAsync(cancellationToken))
            {
                yield return (int)n! + from;
            }
        }
        finally
        {
            _unsubscribed = true;
        }
    }

    private async Task<ResponseStream> SubscribeAsync(string document)
    {
        var result = await Executor(TickSchema()).ExecuteAsync(document, cancellationToken: TestContext.Current.CancellationToken);
        return result.ShouldBeOfType<ResponseStream>();
    }

    private static async Task<List<string>> ReadAllAsync(ResponseStream stream, TaskCompletionSource? answered = null)
    {
        var answers = new List<string>();
        await foreach (var answer in stream)
        {
            using (answer)
            {
                answers.Add(Text(answer));
                answered?.TrySetResult();
            }
        }

        return answers;
    }
}
