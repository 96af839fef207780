using System.Text;
using Headless.GraphQL.Execution;
using Headless.GraphQL.Types;
using static Headless.GraphQL.Tests.Execution.TestExecution;

namespace Headless.GraphQL.Tests.Execution;

public sealed class RequestCacheTests
{
    private static readonly Schema TheSchema = Schema("type Query { a: Int b: Int }");

    [Fact]
    public async Task A_document_is_parsed_validated_and_planned_once()
    {
        var executor = Executor(TheSchema);
        for (var i = 0; i < 3; i++)
        {
            await ExecuteAsync(executor, "{ a }");
            await ExecuteAsync(executor, "{ a b }");
            await ExecuteAsync(executor, "{ nope }");
        }

        executor.CachedDocuments.ShouldBe(3);
        executor.CachedPlans.ShouldBe(2);
    }

    [Fact]
    public async Task A_flood_of_documents_stays_within_the_bounds_and_leaves_hot_ones_cached()
    {
        var executor = Executor(TheSchema, new RequestOptions { DocumentCacheEntries = 100, PlanCacheEntries = 50 });
        await ExecuteAsync(executor, "{ hot: a }");
        await ExecuteAsync(executor, "{ hot: a }");
        for (var i = 0; i < 1_000; i++)
        {
            await ExecuteAsync(executor, $"{{ a{i}: a }}");
        }

        executor.CachedDocuments.ShouldBe(100);
        executor.CachedPlans.ShouldBe(50);
        executor.IsCached(Encoding.UTF8.GetBytes("{ hot: a }")).ShouldBeTrue();
        executor.IsCached(Encoding.UTF8.GetBytes("{ a1: a }")).ShouldBeFalse();
    }

    [Fact]
    public void The_weight_of_all_entries_is_bounded()
    {
        var cache = new SegmentedLruCache<int, string>(1_000, 100);
        for (var i = 0; i < 100; i++)
        {
            cache.GetOrAdd(i, "x", 7);
            cache.TryGet(i, out _).ShouldBeTrue();
            cache.Weight.ShouldBeLessThanOrEqualTo(100);
        }

        cache.Count.ShouldBe(14);
        cache.GetOrAdd(1_000, "too heavy", 11).ShouldBe("too heavy");
        cache.TryGet(1_000, out _).ShouldBeFalse();
    }

    [Fact]
    public void Entries_that_were_used_again_outlive_those_that_were_not()
    {
        var cache = new SegmentedLruCache<int, string>(10, long.MaxValue);
        cache.GetOrAdd(-1, "hot", 1);
        cache.TryGet(-1, out _);
        for (var i = 0; i < 1_000; i++)
        {
            cache.GetOrAdd(i, "cold", 1);
        }

        cache.TryGet(-1, out var hot).ShouldBeTrue();
        hot.ShouldBe("hot");
        cache.Count.ShouldBe(10);
    }

    [Fact]
    public async Task A_document_by_id_comes_from_the_storage()
    {
        var executor = new RequestExecutor(TheSchema, new RequestExecutorServices { DocumentStorage = new OneDocument() });
        await using var known = await executor.ExecuteAsync(OperationRequestBuilder.New().SetDocumentId("one").Build(), TestContext.Current.CancellationToken);
        Text((OperationResult)known).ShouldBe("""{"data":{"a":null}}""");
        await using var unknown = await executor.ExecuteAsync(OperationRequestBuilder.New().SetDocumentId("two").Build(), TestContext.Current.CancellationToken);
        Text((OperationResult)unknown).ShouldBe("""{"errors":[{"message":"PersistedQueryNotFound","extensions":{"code":"PERSISTED_QUERY_NOT_FOUND"}}]}""");
    }

    [Fact]
    public async Task A_kind_of_operation_that_the_transport_does_not_admit_is_refused()
    {
        var schema = Schema("type Query { a: Int } type Mutation { m: Int }", ("Mutation.m", (FieldResolver)(_ => throw new InvalidOperationException())));
        await using var result = await Executor(schema).ExecuteAsync(
            OperationRequestBuilder.New().SetDocument("mutation { m }").SetAllowedOperations(AllowedOperations.Query).Build(),
            TestContext.Current.CancellationToken);
        Text((OperationResult)result).ShouldBe(
            """{"errors":[{"message":"The operation is a mutation, which this request may not execute.","extensions":{"code":"OPERATION_NOT_ALLOWED"}}]}""");
    }

    private sealed class OneDocument : IOperationDocumentStorage
    {
        public ValueTask<ReadOnlyMemory<byte>?> TryReadAsync(string documentId, CancellationToken cancellationToken = default)
            => new(documentId == "one" ? Encoding.UTF8.GetBytes("{ a }") : (ReadOnlyMemory<byte>?)null);
    }
}
