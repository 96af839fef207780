namespace Headless.GraphQL.Execution;

/// <summary>Limits and switches of the request pipeline. Every limit that a request exceeds is a request error: nothing of it is executed.</summary>
public sealed record RequestOptions
{
    /// <summary>How long an execution may take before it is aborted with <see cref="ErrorCodes.ExecutionTimeout"/>; subscriptions: each event.</summary>
    public TimeSpan ExecutionTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Adds exception type, message and stack trace to masked errors. For development only: it shows the client what the server is made of.</summary>
    public bool IncludeExceptionDetails { get; init; }

    /// <summary>How deep lists and objects may nest in a variable.</summary>
    public int MaxVariableDepth { get; init; } = 32;

    /// <summary>How many items a list in a variable or an argument may have.</summary>
    public int MaxListItems { get; init; } = 1_000;

    /// <summary>How many errors of variables are reported before coercion stops.</summary>
    public int MaxVariableErrors { get; init; } = 50;

    /// <summary>How many fields a planned operation may have, fragments expanded, for all concrete types together.</summary>
    public int MaxPlannedFields { get; init; } = 10_000;

    /// <summary>How deep the selection sets of a planned operation may nest, fragments expanded.</summary>
    public int MaxPlanDepth { get; init; } = 128;

    /// <summary>How many field errors one answer reports; later ones still null their fields.</summary>
    public int MaxFieldErrors { get; init; } = 1_000;

    /// <summary>How many documents the document cache holds.</summary>
    public int DocumentCacheEntries { get; init; } = 2_000;

    /// <summary>How many bytes of source text the cached documents may have together.</summary>
    public long DocumentCacheBytes { get; init; } = 16 * 1024 * 1024;

    /// <summary>How many operation plans the plan cache holds.</summary>
    public int PlanCacheEntries { get; init; } = 2_000;

    /// <summary>How many bytes the cached plans may take together, estimated from their fields.</summary>
    public long PlanCacheBytes { get; init; } = 64 * 1024 * 1024;
}
