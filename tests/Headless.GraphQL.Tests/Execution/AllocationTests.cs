using Headless.GraphQL.Execution;
using Headless.GraphQL.Execution.Planning;
using Headless.GraphQL.Types;
using static Headless.GraphQL.Tests.Execution.TestExecution;

namespace Headless.GraphQL.Tests.Execution;

public sealed class AllocationTests
{
    private const string Sdl = "type Query { items: [Item!]!  one: Item! } type Item { id: Int!  name: String!  at: DateTime  kind: Kind!  big: Long } enum Kind { A B } scalar DateTime scalar Long";

    [Fact]
    public async Task A_typename_costs_little()
        => (await AllocatedAsync("{ __typename }", """{"data":{"__typename":"Query"}}""")).ShouldBeLessThan(1_000);

    [Fact]
    public async Task Three_pure_fields_cost_little()
        => (await AllocatedAsync("{ one { id name kind } }", """{"data":{"one":{"id":0,"name":"n0","kind":"B"}}}""")).ShouldBeLessThan(1_200);

    [Fact]
    public async Task A_list_of_pure_fields_allocates_nothing_per_field()
    {
        var one = await AllocatedAsync("{ one { id name at kind big } }", null);
        var twenty = await AllocatedAsync("{ items { id name at kind big } }", null);
        (twenty - one).ShouldBeLessThan(200);
    }

    /// <summary>Instrumentation is always there; while nobody listens, a request allocates what it would without it.</summary>
    [Fact]
    public async Task Watching_without_listeners_allocates_nothing()
    {
        var unwatched = await AllocatedAsync("{ one { id name kind } }", null);
        (await AllocatedAsync("{ one { id name kind } }", null, new InstrumentationOptions())).ShouldBe(unwatched);
        (await AllocatedAsync("{ one { id name kind } }", null, new InstrumentationOptions { SlowOperationThreshold = null })).ShouldBe(unwatched);
    }

    private static async Task<long> AllocatedAsync(string document, string? expected, InstrumentationOptions? instrumentation = null)
    {
        var items = Enumerable.Range(0, 20).Select(i => new Item(i, $"n{i}", DateTime.UnixEpoch.AddDays(i), Kind.B, long.MaxValue)).ToArray();
        var schema = Schema(Sdl, ("Query.items", (Func<object, object?>)(_ => items)), ("Query.one", (Func<object, object?>)(_ => items[0])));
        schema.TryGetType("Kind", out var kind).ShouldBeTrue();
        foreach (var field in ((ObjectType)Field(schema, "Query.one").Type.Named).Fields)
        {
            var property = typeof(Item).GetProperty(field.Name, System.Reflection.BindingFlags.IgnoreCase | System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance)!;
            field.Features.Set(ValueAccessor.FromProperty(property)!);
            if (field.Name == "kind")
            {
                var kinds = new EnumType("Kind");
                kinds.Values.Add(new EnumValue("A", Kind.A));
                kinds.Values.Add(new EnumValue("B", Kind.B));
                field.Type = new NonNullType(kinds);
            }
        }

        var executor = new RequestExecutor(schema, new RequestExecutorServices { Instrumentation = instrumentation });
        var text = await ExecuteAsync(executor, document);
        if (expected is not null)
        {
            text.ShouldBe(expected);
        }

        var source = System.Text.Encoding.UTF8.GetBytes(document);
        for (var i = 0; i < 50; i++)
        {
            Execute(executor, source);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            Execute(executor, source);
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / 100;
    }

    private static void Execute(RequestExecutor executor, byte[] source)
    {
        var execution = executor.ExecuteAsync(new OperationRequest { Document = source });
        execution.IsCompletedSuccessfully.ShouldBeTrue();
        ((OperationResult)execution.Result).Dispose();
    }

    private enum Kind
    {
        A,
        B,
    }

    private sealed record Item(int Id, string Name, DateTime? At, Kind Kind, long Big);
}
