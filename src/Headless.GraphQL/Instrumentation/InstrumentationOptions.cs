namespace Headless.GraphQL;

/// <summary>What the engine tells of requests to those who listen. Variables are in none of it.</summary>
public sealed class InstrumentationOptions
{
    /// <summary>The name of the <see cref="System.Diagnostics.ActivitySource"/> and of the <see cref="System.Diagnostics.Metrics.Meter"/>.</summary>
    public const string SourceName = "Headless.GraphQL";

    /// <summary>Whether spans carry the document. It may hold what people typed into it: variables keep that out.</summary>
    public bool IncludeDocument { get; set; }

    /// <summary>Whether the operation's name and its document's hash are in the scope of everything that is logged while it is executed.</summary>
    public bool LogScopes { get; set; } = true;

    /// <summary>A query or mutation, or the answer to an event, that takes longer is logged as a warning; null: none is.</summary>
    public TimeSpan? SlowOperationThreshold { get; set; } = TimeSpan.FromSeconds(1);
}
