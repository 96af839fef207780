using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Headless.GraphQL.Instrumentation;

/// <summary>
/// The activities and meters of the engine, by the semantic conventions of OpenTelemetry for GraphQL servers where they name something.
/// Nobody listens: no activity is made, nothing is measured, nothing is allocated.
/// </summary>
internal static class Instruments
{
    /// <summary>The name of a span, a tag's value: what has no code of its own (OpenTelemetry, "error.type").</summary>
    public const string OtherError = "_OTHER";

    /// <summary>The name of the span of a request whose operation is not known: it did not parse, or is not valid.</summary>
    public const string UnknownOperation = "GraphQL Operation";

    public const string OperationName = "graphql.operation.name";
    public const string OperationType = "graphql.operation.type";
    public const string Document = "graphql.document";
    public const string DocumentHash = "graphql.document.hash";
    public const string ErrorType = "error.type";

    private static readonly Meter s_meter = new(InstrumentationOptions.SourceName);

    private static long s_activeSubscriptions;

    static Instruments() => s_meter.CreateObservableUpDownCounter(
        "graphql.server.subscriptions.active", static () => Interlocked.Read(ref s_activeSubscriptions), "{subscription}", "Subscriptions whose source stream is open.");

    public static ActivitySource Activities { get; } = new(InstrumentationOptions.SourceName);

    public static Histogram<double> RequestDuration { get; } = s_meter.CreateHistogram<double>(
        "graphql.server.request.duration", "s", "How long queries and mutations took, from the request to its finished answer.", advice: Seconds());

    public static Histogram<double> EventDuration { get; } = s_meter.CreateHistogram<double>(
        "graphql.server.subscription.event.duration", "s", "How long the answer to one event of a subscription took.", advice: Seconds());

    public static Counter<long> Errors { get; } = s_meter.CreateCounter<long>(
        "graphql.server.errors", "{error}", "Errors in answers, by their code.");

    public static Counter<long> CacheLookups { get; } = s_meter.CreateCounter<long>(
        "graphql.server.cache.lookups", "{lookup}", "Look-ups in the caches of documents and operation plans, by what came of them.");

    public static Histogram<int> BatchSize { get; } = s_meter.CreateHistogram<int>(
        "graphql.server.dataloader.batch.size", "{key}", "How many keys a DataLoader loaded at once.");

    public static void SubscriptionStarted() => Interlocked.Increment(ref s_activeSubscriptions);

    public static void SubscriptionEnded() => Interlocked.Decrement(ref s_activeSubscriptions);

    /// <summary>Notes whether a cache had what was asked for.</summary>
    public static void LookedUp(string cache, bool found)
    {
        if (CacheLookups.Enabled)
        {
            CacheLookups.Add(1, new("graphql.cache.name", cache), new("graphql.cache.result", found ? "hit" : "miss"));
        }
    }

    public static void Batched(string loader, int keys)
    {
        if (BatchSize.Enabled)
        {
            BatchSize.Record(keys, new KeyValuePair<string, object?>("graphql.dataloader.name", loader));
        }
    }

    private static InstrumentAdvice<double> Seconds() => new()
    {
        HistogramBucketBoundaries = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30],
    };
}
