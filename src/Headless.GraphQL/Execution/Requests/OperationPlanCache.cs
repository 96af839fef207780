using System.Diagnostics.CodeAnalysis;
using Headless.GraphQL.Execution.Planning;

namespace Headless.GraphQL.Execution;

/// <summary>Plans by cached document and operation name.</summary>
internal sealed class OperationPlanCache(RequestOptions options)
{
    /// <summary>What a planned field weighs, in bytes, roughly.</summary>
    private const int FieldWeight = 512;

    private readonly SegmentedLruCache<PlanKey, OperationPlan> _plans = new(options.PlanCacheEntries, options.PlanCacheBytes);

    public int Count => _plans.Count;

    public bool TryGet(CachedDocument document, string? operationName, [NotNullWhen(true)] out OperationPlan? plan)
        => _plans.TryGet(new PlanKey(document, operationName), out plan);

    public OperationPlan GetOrAdd(CachedDocument document, string? operationName, OperationPlan plan)
        => _plans.GetOrAdd(new PlanKey(document, operationName), plan, (plan.FieldCount + 1) * FieldWeight);

    private readonly record struct PlanKey(CachedDocument Document, string? OperationName);
}
