using System.Text.Json;
using Headless.GraphQL.Execution;
using Headless.GraphQL.Types;
using Headless.GraphQL.Validation;
using static Headless.GraphQL.Tests.Execution.TestExecution;

namespace Headless.GraphQL.Tests.Execution.CostAnalysis;

/// <summary>What is too expensive does not run; what asks for its cost is told.</summary>
public sealed class CostLimitTests
{
    private const string Sdl =
        """
        directive @cost(weight: String!) on FIELD_DEFINITION
        directive @listSize(assumedSize: Int, slicingArguments: [String!], requireOneSlicingArgument: Boolean! = true) on FIELD_DEFINITION
        type Query { items(first: Int): [Item!]! @listSize(slicingArguments: ["first"])  one: Int @cost(weight: "1")  ten: Int @cost(weight: "10") }
        type Item { id: Int  ten: Int @cost(weight: "10") }
        type Subscription { ticks: Int! }
        """;

    private int _calls;

    [Fact]
    public async Task A_field_cost_of_a_thousand_runs_and_one_more_does_not()
    {
        (await RunAsync("{ items(first: 99) { ten } a: one b: one c: one d: one e: one f: one g: one h: one i: one }")).ShouldNotContain("HC0047");
        _calls.ShouldBe(1);
        (await RunAsync("{ items(first: 100) { ten } }")).ShouldBe(
            """{"errors":[{"message":"The operation has a field cost of 1001; 1000 at most is allowed. Ask for fewer rows, edges or conditions.","extensions":{"code":"HC0047","fieldCost":1001,"maxFieldCost":1000}}]}""");
        _calls.ShouldBe(1);
    }

    [Fact]
    public async Task A_type_cost_of_a_thousand_runs_and_one_more_does_not()
    {
        (await RunAsync("query($n: Int) { items(first: $n) { id } }", """{"n":999}""")).ShouldBe("""{"data":{"items":[]}}""");
        (await RunAsync("query($n: Int) { items(first: $n) { id } }", """{"n":1000}""")).ShouldBe(
            """{"errors":[{"message":"The operation has a type cost of 1001; 1000 at most is allowed. Ask for fewer rows, edges or conditions.","extensions":{"code":"HC0047","typeCost":1001,"maxTypeCost":1000}}]}""");
        _calls.ShouldBe(1);
    }

    [Fact]
    public async Task The_limits_can_be_set_and_switched_off()
    {
        (await RunAsync("{ ten }", null, new CostOptions { MaxFieldCost = 9 })).ShouldContain("HC0047");
        (await RunAsync("{ ten }", null, new CostOptions { MaxTypeCost = 0.5 })).ShouldContain("HC0047");
        (await RunAsync("{ ten }", null, new CostOptions { MaxFieldCost = 9, MaxTypeCost = 0.5, EnforceCostLimits = false })).ShouldBe("""{"data":{"ten":null}}""");
    }

    [Fact]
    public async Task The_cost_is_reported_beside_the_result()
    {
        (await RunAsync("{ items(first: 3) { id } }", extensions: """{"operationCost":"report"}""")).ShouldBe(
            """{"data":{"items":[]},"extensions":{"operationCost":{"fieldCost":1,"typeCost":4}}}""");
        (await RunAsync("{ items(first: 1000) { id } }", extensions: """{"operationCost":"report"}""")).ShouldEndWith(
            ""","maxTypeCost":1000}}],"extensions":{"operationCost":{"fieldCost":1,"typeCost":1001}}}""");
        (await RunAsync("{ nothing }", extensions: """{"operationCost":"report"}""")).ShouldNotContain("operationCost");
        (await RunAsync("{ ten }", extensions: """{"operationCost":["report"]}""")).ShouldBe("""{"data":{"ten":null}}""");
    }

    [Fact]
    public async Task A_dry_run_tells_the_cost_and_executes_nothing()
    {
        (await RunAsync("{ items(first: 3) { id } }", extensions: """{"operationCost":"validate"}""")).ShouldBe("""{"extensions":{"operationCost":{"fieldCost":1,"typeCost":4}}}""");
        (await RunAsync("{ items(first: 1000) { id } }", extensions: """{"operationCost":"validate"}""")).ShouldBe("""{"extensions":{"operationCost":{"fieldCost":1,"typeCost":1001}}}""");
        (await RunAsync("{ nothing }", extensions: """{"operationCost":"validate"}""")).ShouldStartWith("""{"errors":[""");
        _calls.ShouldBe(0);
    }

    [Fact]
    public async Task A_subscription_has_its_cost_in_the_first_answer()
    {
        var request = OperationRequestBuilder.New().SetDocument("subscription { ticks }").ReportCost().Build();
        await using var result = await Executor(null).ExecuteAsync(request, TestContext.Current.CancellationToken);
        var answers = new List<string>();
        await foreach (var answer in result.ShouldBeOfType<ResponseStream>())
        {
            using (answer)
            {
                answers.Add(Text(answer));
            }
        }

        answers.ShouldBe(["""{"data":{"ticks":1},"extensions":{"operationCost":{"fieldCost":0,"typeCost":1}}}""", """{"data":{"ticks":2}}"""]);
    }

    private async Task<string> RunAsync(string document, string? variables = null, CostOptions? options = null, string? extensions = null)
    {
        var request = OperationRequestBuilder.New().SetDocument(document);
        if (variables is not null)
        {
            request.SetVariableValues(JsonDocument.Parse(variables).RootElement);
        }

        if (extensions is not null)
        {
            request.SetExtensions(JsonDocument.Parse(extensions).RootElement);
        }

        await using var result = await Executor(options).ExecuteAsync(request.Build(), TestContext.Current.CancellationToken);
        return Text((OperationResult)result);
    }

    private RequestExecutor Executor(CostOptions? options)
    {
        var schema = Schema(
            Sdl,
            ("Query.items", (IResolverContext _) =>
            {
                _calls++;
                return (object?)Array.Empty<object>();
            }),
            ("Subscription.ticks", (IResolverContext c) => c.EventMessage<object?>()),
            ("Subscription.ticks", (SubscriptionResolver)(_ => new(Ticks()))));
        return new RequestExecutor(schema, new RequestExecutorServices { Validator = new DocumentValidator(ValidationOptions.Unlimited), CostOptions = options ?? new CostOptions() });
    }

    private static async IAsyncEnumerable<object?> Ticks()
    {
        yield return 1;
        await Task.Yield();
        yield return 2;
    }
}
