using System.Text.Json;
using System.Threading.Channels;
using Headless.GraphQL.Execution;
using Headless.GraphQL.Types;
using Headless.GraphQL.Validation;
using static Headless.GraphQL.Tests.Execution.TestExecution;

namespace Headless.GraphQL.Tests.Execution;

/// <summary>An event is executed once for all subscribers who get the same answer.</summary>
public sealed class SharedEventTests
{
    private const string Sdl = "type Query { n: Int } type Subscription { ticks(from: Int = 0): Tick } type Tick { n: Int  mood: String }";

    private readonly List<Channel<object?>> _sources = [];
    private int _executed;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_event_for_a_thousand_subscribers_of_one_document_is_executed_once()
    {
        var executor = Executor();
        var streams = await SubscribeAsync(executor, Enumerable.Range(0, 1_000).Select(_ => ("subscription { ticks { n } }", (string?)null, (object?)"ann")));
        (await AnswersAsync(streams, new Tick(7))).Distinct().ShouldBe(["""{"data":{"ticks":{"n":7}}}"""]);
        _executed.ShouldBe(1);
        (await AnswersAsync(streams, new Tick(8))).Distinct().ShouldBe(["""{"data":{"ticks":{"n":8}}}"""]);
        _executed.ShouldBe(2);
    }

    [Fact]
    public async Task Other_documents_variables_and_audiences_are_executed_apart_and_whoever_has_no_audience_by_themselves()
    {
        var executor = Executor();
        var streams = await SubscribeAsync(
            executor,
            [
                ("subscription { ticks { n } }", null, "ann"), ("subscription { ticks { n } }", null, "bob"), ("subscription { ticks { x: n } }", null, "ann"),
                ("subscription($f: Int) { ticks(from: $f) { n } }", """{"f":1}""", "ann"), ("subscription($f: Int) { ticks(from: $f) { n } }", """{"f":2}""", "ann"),
                ("subscription { ticks { n } }", null, null), ("subscription { ticks { n } }", null, null), ("subscription($f: Int) { ticks(from: $f) { n } }", """{"f":2}""", "ann"),
            ]);
        (await AnswersAsync(streams, new Tick(7))).ShouldBe(
            [
                """{"data":{"ticks":{"n":7}}}""", """{"data":{"ticks":{"n":7}}}""", """{"data":{"ticks":{"x":7}}}""", """{"data":{"ticks":{"n":8}}}""", """{"data":{"ticks":{"n":9}}}""",
                """{"data":{"ticks":{"n":7}}}""", """{"data":{"ticks":{"n":7}}}""", """{"data":{"ticks":{"n":9}}}""",
            ]);
        _executed.ShouldBe(7);
    }

    [Fact]
    public async Task An_answer_with_errors_is_shared_with_nobody()
    {
        var executor = Executor();
        var streams = await SubscribeAsync(executor, Enumerable.Range(0, 3).Select(_ => ("subscription { ticks { mood } }", (string?)null, (object?)"ann")));
        (await AnswersAsync(streams, new Tick(1))).Distinct().ShouldBe(
            ["""{"errors":[{"message":"none","locations":[{"line":1,"column":24}],"path":["ticks","mood"]}],"data":{"ticks":{"mood":null}}}"""]);
        _executed.ShouldBe(4);
    }

    private async Task<List<IAsyncEnumerator<OperationResult>>> SubscribeAsync(RequestExecutor executor, IEnumerable<(string Document, string? Variables, object? Audience)> subscribers)
    {
        var streams = new List<IAsyncEnumerator<OperationResult>>();
        foreach (var (document, variables, audience) in subscribers)
        {
            var request = OperationRequestBuilder.New().SetDocument(document).SetServices(new ServicesOf(audience));
            if (variables is not null)
            {
                request.SetVariableValues(JsonDocument.Parse(variables).RootElement);
            }

            var result = await executor.ExecuteAsync(request.Build(), Token);
            streams.Add(result.ShouldBeOfType<ResponseStream>().GetAsyncEnumerator(Token));
        }

        return streams;
    }

    private async Task<string[]> AnswersAsync(List<IAsyncEnumerator<OperationResult>> streams, Tick tick)
    {
        _sources.ForEach(source => source.Writer.TryWrite(tick));
        return await Task.WhenAll(streams.Select(async stream =>
        {
            (await stream.MoveNextAsync()).ShouldBeTrue();
            using var result = stream.Current;
            return Text(result);
        }));
    }

    private RequestExecutor Executor()
    {
        var schema = Schema(
            Sdl,
            ("Subscription.ticks", (SubscriptionResolver)(_ =>
            {
                var source = Channel.CreateUnbounded<object?>();
                _sources.Add(source);
                return new ValueTask<IAsyncEnumerable<object?>>(source.Reader.ReadAllAsync());
            })),
            ("Subscription.ticks", (Func<IResolverContext, object?>)(context =>
            {
                Interlocked.Increment(ref _executed);
                return new Tick(context.EventMessage<Tick>().N + (int)context.ArgumentValue("from")!);
            })),
            ("Tick.n", (Func<object, object?>)(tick => ((Tick)tick).N)),
            ("Tick.mood", (Func<IResolverContext, object?>)(_ => throw new GraphQLException("none"))));
        return new RequestExecutor(schema, new RequestExecutorServices { Validator = new DocumentValidator(ValidationOptions.Unlimited), Audience = new AudienceOfServices() });
    }

    private sealed record Tick(int N);

    private sealed class AudienceOfServices : IEventAudience
    {
        public object? Of(OperationRequest request) => ((ServicesOf)request.Services).Audience;
    }

    private sealed class ServicesOf(object? audience) : IServiceProvider
    {
        public object? Audience => audience;

        public object? GetService(Type serviceType) => null;
    }
}
