using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Headless.GraphQL.Execution;
using Headless.GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;
using static Headless.GraphQL.Tests.Execution.TestExecution;

namespace Headless.GraphQL.Tests.Execution;

public sealed class DataLoaderTests
{
    private const string Sdl = """
        type Query { items(ids: [Int!]!): [Item]  item(id: Int!): Item  slow: String }
        type Item { id: Int!  owner: Person  ownerName: String  tags: [String!]!  friendOfOwner: Person  nested: String }
        type Person { name: String  boss: Person }
        type Mutation { touch(id: Int!): Item }
        """;

    private static readonly Schema TheSchema = Schema(
        Sdl,
        ("Query.items", (IResolverContext c) => ((List<object?>)c.ArgumentValue("ids")!).Select(i => new Item((int)i!)).ToArray()),
        ("Query.item", (IResolverContext c) => new Item((int)c.ArgumentValue("id")!)),
        ("Mutation.touch", (IResolverContext c) => new Item((int)c.ArgumentValue("id")!)),
        ("Item.id", (Func<object, object?>)(i => ((Item)i).Id)),
        ("Item.owner", async (IResolverContext c) => (object?)await Persons(c).LoadAsync(c.Parent<Item>().Id % 3)),
        ("Item.ownerName", async (IResolverContext c) => (object?)(await Persons(c).LoadAsync(c.Parent<Item>().Id % 3))?.Name),
        ("Item.friendOfOwner", async (IResolverContext c) =>
        {
            var owner = await Persons(c).LoadAsync(c.Parent<Item>().Id % 3);
            return (object?)await Persons(c).LoadAsync(owner!.Id + 100);
        }),
        ("Item.tags", async (IResolverContext c) => (object?)await c.Services.GetRequiredService<TagLoader>().LoadAsync(c.Parent<Item>().Id)),
        ("Item.nested", async (IResolverContext c) => (object?)await c.Services.GetRequiredService<NestedLoader>().LoadAsync(c.Parent<Item>().Id)),
        ("Person.name", (Func<object, object?>)(p => ((Person)p).Name)),
        ("Person.boss", async (IResolverContext c) => (object?)await Persons(c).LoadAsync(c.Parent<Person>().Id + 1000)));

    [Fact]
    public async Task All_parents_of_a_level_share_one_batch_of_distinct_keys()
    {
        var (json, log) = await RunAsync("{ items(ids: [1, 2, 3, 4, 5]) { id owner { name } ownerName } }");
        json.ShouldBe("""{"data":{"items":[{"id":1,"owner":{"name":"P1"},"ownerName":"P1"},{"id":2,"owner":{"name":"P2"},"ownerName":"P2"},{"id":3,"owner":{"name":"P0"},"ownerName":"P0"},{"id":4,"owner":{"name":"P1"},"ownerName":"P1"},{"id":5,"owner":{"name":"P2"},"ownerName":"P2"}]}}""");
        log.ShouldBe(["persons 1,2,0"]);
    }

    [Fact]
    public async Task A_loader_that_is_called_after_another_one_is_batched_too()
    {
        var (json, log) = await RunAsync("{ items(ids: [1, 2, 3]) { friendOfOwner { name } } }");
        json.ShouldBe("""{"data":{"items":[{"friendOfOwner":{"name":"P101"}},{"friendOfOwner":{"name":"P102"}},{"friendOfOwner":{"name":"P100"}}]}}""");
        log.ShouldBe(["persons 1,2,0", "persons 101,102,100"]);
    }

    [Fact]
    public async Task A_mutation_sees_nothing_that_was_loaded_before_it()
    {
        var (_, log) = await RunAsync("mutation { a: touch(id: 1) { owner { name } ownerName } b: touch(id: 1) { owner { name } } }");
        log.ShouldBe(["persons 1", "persons 1"]);
    }

    [Fact]
    public async Task Each_level_of_a_chain_is_one_batch()
    {
        var (_, log) = await RunAsync("{ items(ids: [1, 2, 3]) { owner { boss { boss { name } } } } }");
        log.ShouldBe(["persons 1,2,0", "persons 1001,1002,1000", "persons 2001,2002,2000"]);
    }

    [Fact]
    public async Task Fields_of_different_parents_share_a_batch_and_loaders_run_one_after_the_other()
    {
        var (_, log) = await RunAsync("{ a: item(id: 1) { owner { name } tags } b: item(id: 2) { owner { name } tags } }");
        log.ShouldBe(["persons 1,2", "tags 1,2"]);
    }

    [Fact]
    public async Task A_loader_that_asks_another_loader_is_not_a_deadlock()
    {
        var (json, log) = await RunAsync("{ items(ids: [1, 2]) { nested } }");
        json.ShouldBe("""{"data":{"items":[{"nested":"P1!"},{"nested":"P2!"}]}}""");
        log.ShouldBe(["nested 1,2", "persons 1,2"]);
    }

    [Fact]
    public async Task A_grouped_loader_gives_an_empty_list_for_a_key_without_values()
    {
        var (json, _) = await RunAsync("{ items(ids: [2, 3]) { tags } }");
        json.ShouldBe("""{"data":{"items":[{"tags":["t2a","t2b"]},{"tags":[]}]}}""");
    }

    [Fact]
    public async Task Keys_beyond_the_batch_size_are_split()
    {
        var (_, log) = await RunAsync("{ items(ids: [1, 2, 4, 5, 7]) { tags } }", maxBatchSize: 2);
        log.ShouldBe(["tags 1,2", "tags 4,5", "tags 7"]);
    }

    [Fact]
    public async Task The_sizes_of_batches_are_measured_by_loader()
    {
        var sizes = new ConcurrentQueue<string>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listener) =>
            {
                if (instrument is { Meter.Name: InstrumentationOptions.SourceName, Name: "graphql.server.dataloader.batch.size" })
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<int>((_, size, tags, _) => sizes.Enqueue($"{tags[0].Key}={tags[0].Value}: {size}"));
        listener.Start();

        await RunAsync("{ items(ids: [1, 2, 3]) { tags } }");

        sizes.Where(s => s.Contains(nameof(TagLoader))).ShouldBe(["graphql.dataloader.name=TagLoader: 3"]);
    }

    [Fact]
    public async Task A_failing_batch_fails_the_fields_of_its_keys()
    {
        var (json, _) = await RunAsync("{ items(ids: [666]) { id tags } }");
        json.ShouldBe("""{"errors":[{"message":"no tags","locations":[{"line":1,"column":26}],"path":["items",0,"tags"]}],"data":{"items":[null]}}""");
    }

    [Fact]
    public async Task A_value_is_loaded_once_in_a_request_and_again_in_the_next_one()
    {
        await using var services = Services(1_000);
        var executor = Executor(TheSchema);
        for (var i = 0; i < 2; i++)
        {
            await using var scope = services.CreateAsyncScope();
            await ExecuteAsync(executor, "{ item(id: 1) { owner { name } friendOfOwner { name } } }", services: scope.ServiceProvider);
        }

        services.GetRequiredService<Log>().ShouldBe(["persons 1", "persons 101", "persons 1", "persons 101"]);
    }

    [Fact]
    public async Task Outside_of_an_operation_a_batch_starts_by_itself()
    {
        await using var services = Services(1_000);
        await using var scope = services.CreateAsyncScope();
        var people = await scope.ServiceProvider.GetRequiredService<PersonLoader>().LoadAsync([1, 2, 1], TestContext.Current.CancellationToken);
        people.Select(p => p!.Name).ShouldBe(["P1", "P2", "P1"]);
    }

    [Fact]
    public async Task Resolvers_that_wait_for_something_else_run_one_after_the_other()
    {
        var running = 0;
        var most = 0;
        var schema = Schema("type Query { a: Int b: Int c: Int }");
        foreach (var field in schema.QueryType!.Fields)
        {
            field.Resolver = async _ =>
            {
                most = Math.Max(most, Interlocked.Increment(ref running));
                await Task.Delay(10);
                Interlocked.Decrement(ref running);
                return 1;
            };
        }

        (await ExecuteAsync(schema, "{ a b c x: a }")).ShouldBe("""{"data":{"a":1,"b":1,"c":1,"x":1}}""");
        most.ShouldBe(1);
    }

    private static PersonLoader Persons(IResolverContext context) => context.Services.GetRequiredService<PersonLoader>();

    private static async Task<(string Json, string[] Log)> RunAsync(string document, int maxBatchSize = 1_000)
    {
        await using var services = Services(maxBatchSize);
        await using var scope = services.CreateAsyncScope();
        var json = await ExecuteAsync(Executor(TheSchema), document, services: scope.ServiceProvider);
        return (json, [.. services.GetRequiredService<Log>()]);
    }

    private static ServiceProvider Services(int maxBatchSize) => new ServiceCollection()
        .AddSingleton<Log>()
        .AddSingleton(new DataLoaderOptions { MaxBatchSize = maxBatchSize })
        .AddScoped<IBatchScheduler, BatchScheduler>()
        .AddScoped<PersonLoader>()
        .AddScoped<TagLoader>()
        .AddScoped<NestedLoader>()
        .BuildServiceProvider();

    private sealed record Item(int Id);

    private sealed record Person(int Id)
    {
        public string Name => $"P{Id}";
    }

    private sealed class Log : ConcurrentQueue<string>;

    private sealed class PersonLoader(IBatchScheduler batchScheduler, DataLoaderOptions options, Log log) : BatchDataLoader<int, Person>(batchScheduler, options)
    {
        protected override async Task<IReadOnlyDictionary<int, Person>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            log.Enqueue($"persons {string.Join(',', keys)}");
            await Task.Delay(5, cancellationToken).ConfigureAwait(false);
            return keys.ToDictionary(k => k, k => new Person(k));
        }
    }

    private sealed class TagLoader(IBatchScheduler batchScheduler, DataLoaderOptions options, Log log) : GroupedDataLoader<int, string>(batchScheduler, options)
    {
        protected override async Task<ILookup<int, string>> LoadGroupedBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            log.Enqueue($"tags {string.Join(',', keys)}");
            await Task.Yield();
            return keys.Contains(666)
                ? throw new GraphQLException("no tags")
                : keys.Where(k => k % 3 != 0).SelectMany(k => new[] { (k, $"t{k}a"), (k, $"t{k}b") }).ToLookup(t => t.k, t => t.Item2);
        }
    }

    private sealed class NestedLoader(IBatchScheduler batchScheduler, DataLoaderOptions options, Log log, PersonLoader persons) : BatchDataLoader<int, string>(batchScheduler, options)
    {
        protected override async Task<IReadOnlyDictionary<int, string>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
        {
            log.Enqueue($"nested {string.Join(',', keys)}");
            var loaded = await persons.LoadAsync(keys, cancellationToken).ConfigureAwait(false);
            return keys.Zip(loaded).ToDictionary(p => p.First, p => p.Second!.Name + "!");
        }
    }
}
