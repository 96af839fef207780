using System.Text.RegularExpressions;
using Headless.GraphQL.Execution;
using Headless.GraphQL.Types;
using Headless.GraphQL.Validation;
using Microsoft.Extensions.Logging;
using static Headless.GraphQL.Tests.Execution.TestExecution;

namespace Headless.GraphQL.Tests.Execution;

public sealed partial class ErrorTests
{
    private const string Sdl = "type Query { secret: String  list: [Item]  typed: String  slow: String  hang: String } type Item { n: Int  bad: Int }";

    private static readonly Schema TheSchema = Schema(
        Sdl,
        ("Query.secret", (FieldResolver)(_ => throw new InvalidOperationException("the password is hunter2"))),
        ("Query.list", (IResolverContext _) => new[] { 1, 2 }),
        ("Item.n", (Func<object, object?>)(n => n)),
        ("Item.bad", (Func<object, object?>)(n => (int)n == 2 ? throw new ArgumentException("pure") : 0)),
        ("Query.typed", (FieldResolver)(_ => throw new GraphQLException(
            ErrorBuilder.New().SetMessage("first").SetCode("A").SetExtension("at", new[] { 1, 2 }).Build(),
            ErrorBuilder.New().SetMessage("second").SetPath(["elsewhere"]).Build()))),
        ("Query.slow", async (IResolverContext c) =>
        {
            await Task.Delay(TimeSpan.FromMinutes(1), c.RequestAborted);
            return (object?)"late";
        }),
        ("Query.hang", async (IResolverContext _) =>
        {
            await new TaskCompletionSource().Task;
            return (object?)"never";
        }));

    [Fact]
    public async Task An_unexpected_exception_is_masked_and_logged_in_full_under_its_id()
    {
        var log = new RecordingLogger();
        var json = await ExecuteAsync(Executor(log: log), "{ secret list { n } }");
        var id = Id().Match(json).Groups[1].Value;
        json.ShouldBe($$$"""{"errors":[{"message":"Unexpected Execution Error","locations":[{"line":1,"column":3}],"path":["secret"],"extensions":{"id":"{{{id}}}"}}],"data":{"secret":null,"list":[{"n":1},{"n":2}]}}""");
        id.Length.ShouldBe(12);
        log.Entries.ShouldHaveSingleItem().ShouldSatisfyAllConditions(
            e => e.Text.ShouldContain(id),
            e => e.Text.ShouldContain("secret"),
            e => e.Exception!.Message.ShouldBe("the password is hunter2"));
    }

    [Fact]
    public async Task An_exception_while_writing_is_masked_at_its_path()
    {
        var json = await ExecuteAsync(Executor(), "{ list { n bad } }");
        Id().Replace(json, "\"id\":\"*\"").ShouldBe(
            """{"errors":[{"message":"Unexpected Execution Error","locations":[{"line":1,"column":12}],"path":["list",1,"bad"],"extensions":{"id":"*"}}],"data":{"list":[{"n":1,"bad":0},{"n":2,"bad":null}]}}""");
    }

    [Fact]
    public async Task Times_in_the_extensions_of_an_error_are_written_as_the_scalar_writes_them()
    {
        var at = new DateTimeOffset(2026, 11, 22, 9, 30, 0, 250, TimeSpan.FromHours(2));
        var schema = Schema("type Query { late: String }", ("Query.late", (FieldResolver)(_ => throw new GraphQLException(
            ErrorBuilder.New().SetMessage("late").SetExtension("utc", at.UtcDateTime).SetExtension("offset", at).SetExtension("after", TimeSpan.FromSeconds(90)).Build()))));

        (await ExecuteAsync(new RequestExecutor(schema), "{ late }")).ShouldContain(
            "\"extensions\":{\"utc\":\"2026-11-22T07:30:00.25Z\",\"offset\":\"2026-11-22T07:30:00.25Z\",\"after\":\"00:01:30\"}");
    }

    [Fact]
    public async Task Exception_details_are_shown_where_the_option_says_so()
    {
        var json = await ExecuteAsync(Executor(new RequestOptions { IncludeExceptionDetails = true }), "{ secret }");
        json.ShouldContain("hunter2");
        json.ShouldContain("System.InvalidOperationException");
    }

    [Fact]
    public async Task The_errors_of_a_GraphQLException_pass_as_they_are()
        => (await ExecuteAsync(Executor(), "{ typed }")).ShouldBe(
            """{"errors":[{"message":"first","locations":[{"line":1,"column":3}],"path":["typed"],"extensions":{"code":"A","at":[1,2]}},{"message":"second","locations":[{"line":1,"column":3}],"path":["elsewhere"]}],"data":{"typed":null}}""");

    [Fact]
    public async Task Error_filters_see_every_error_in_turn()
    {
        var executor = TestExecution.Executor(TheSchema, null, new TranslatingFilter(), new ShoutingFilter());
        (await ExecuteAsync(executor, "{ secret }")).ShouldBe(
            """{"errors":[{"message":"TRANSLATED","locations":[{"line":1,"column":3}],"path":["secret"],"extensions":{"code":"DOMAIN"}}],"data":{"secret":null}}""");
        (await ExecuteAsync(executor, "{ x: nope }")).ShouldStartWith("""{"errors":[{"message":"CANNOT QUERY FIELD""");
    }

    [Theory]
    [InlineData("{ slow }")]
    [InlineData("{ hang }")]
    public async Task An_execution_that_takes_too_long_is_aborted(string document)
        => (await ExecuteAsync(Executor(new RequestOptions { ExecutionTimeout = TimeSpan.FromMilliseconds(50) }), document)).ShouldBe(
            """{"errors":[{"message":"The execution took longer than 0.05 seconds and was aborted.","extensions":{"code":"EXECUTION_TIMEOUT"}}]}""");

    [Theory]
    [InlineData("{ slow }")]
    [InlineData("{ hang }")]
    public async Task The_callers_cancellation_ends_the_operation(string document)
    {
        using var cancellation = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        var execution = Executor().ExecuteAsync(OperationRequestBuilder.New().SetDocument(document).Build(), cancellation.Token).AsTask();
        await Task.Delay(20, TestContext.Current.CancellationToken);
        execution.IsCompleted.ShouldBeFalse();
        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => execution);
    }

    [Fact]
    public async Task A_request_without_a_document_says_so()
        => (await ExecuteAsync(Executor(), "")).ShouldBe("""{"errors":[{"message":"The request has no document.","extensions":{"code":"DOCUMENT_MISSING"}}]}""");

    [GeneratedRegex("\"id\":\"([0-9a-f]+)\"")]
    private static partial Regex Id();

    private static RequestExecutor Executor(RequestOptions? options = null, ILogger? log = null) => new(TheSchema, new RequestExecutorServices
    {
        Options = options ?? new RequestOptions(),
        Validator = new DocumentValidator(ValidationOptions.Unlimited),
        Logger = log ?? new RecordingLogger(),
    });

    private sealed class TranslatingFilter : IErrorFilter
    {
        public IError OnError(IError error) => error.Exception is InvalidOperationException
            ? error.WithMessage("translated").WithCode("DOMAIN").RemoveException()
            : error;
    }

    private sealed class ShoutingFilter : IErrorFilter
    {
        public IError OnError(IError error) => error.WithMessage(error.Message.ToUpperInvariant());
    }

    private sealed class RecordingLogger : ILogger
    {
        public List<(string Text, Exception? Exception)> Entries { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
            => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
            => Entries.Add((formatter(state, exception), exception));
    }
}
