namespace Headless.GraphQL;

/// <summary>How a DataLoader batches and caches.</summary>
public sealed class DataLoaderOptions
{
    /// <summary>The most keys that one batch loads; more are split over several batches. At least 1.</summary>
    public int MaxBatchSize { get; set; } = 1_000;

    /// <summary>Whether a key that was loaded once in the request is not loaded again.</summary>
    public bool CachingEnabled { get; set; } = true;
}
