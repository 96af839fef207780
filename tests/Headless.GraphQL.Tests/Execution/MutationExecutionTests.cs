using Headless.GraphQL.Types;
using static Headless.GraphQL.Tests.Execution.TestExecution;

namespace Headless.GraphQL.Tests.Execution;

/// <summary>Specification section 6.2.2: root fields one after the other, each with its whole subtree.</summary>
public sealed class MutationExecutionTests
{
    private const string Sdl = """
        type Query { n: Int }
        type Mutation { add(by: Int!): Counter  fail: Counter  failNN: Counter!  log: [String] }
        type Counter { pure: Int  resolved: Int }
        """;

    [Fact]
    public async Task Each_field_sees_what_the_ones_before_it_did_and_nothing_of_those_after_it()
        => (await ExecuteAsync(CounterSchema(out _), "mutation { a: add(by: 1) { pure resolved } b: add(by: 10) { resolved pure } c: add(by: 100) { pure } }")).ShouldBe(
            """{"data":{"a":{"pure":1,"resolved":1},"b":{"resolved":11,"pure":11},"c":{"pure":111}}}""");

    [Fact]
    public async Task A_failed_field_does_not_stop_the_next_one()
        => (await ExecuteAsync(CounterSchema(out _), "mutation { fail { pure } add(by: 2) { pure } }")).ShouldBe(
            """{"errors":[{"message":"no","locations":[{"line":1,"column":12}],"path":["fail"]}],"data":{"fail":null,"add":{"pure":2}}}""");

    [Fact]
    public async Task A_failed_non_null_field_ends_the_mutation()
    {
        (await ExecuteAsync(CounterSchema(out var counter), "mutation { a: add(by: 1) { pure } failNN { pure } b: add(by: 10) { pure } }")).ShouldBe(
            """{"errors":[{"message":"no","locations":[{"line":1,"column":35}],"path":["failNN"]}],"data":null}""");
        counter.Value.ShouldBe(1);
    }

    private static Schema CounterSchema(out Counter counter)
    {
        var state = counter = new Counter();
        return Schema(
            Sdl,
            ("Mutation.add", async (IResolverContext c) =>
            {
                await Task.Yield();
                state.Value += (int)c.ArgumentValue("by")!;
                return (object?)state;
            }),
            ("Mutation.fail", (FieldResolver)(_ => throw new GraphQLException("no"))),
            ("Mutation.failNN", (FieldResolver)(_ => throw new GraphQLException("no"))),
            ("Counter.pure", (Func<object, object?>)(c => ((Counter)c).Value)),
            ("Counter.resolved", async (IResolverContext c) =>
            {
                await Task.Yield();
                return (object?)c.Parent<Counter>().Value;
            }));
    }

    private sealed class Counter
    {
        public int Value { get; set; }
    }
}
