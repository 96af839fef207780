namespace Headless.GraphQL.Execution;

/// <summary>Which documents a request may name instead of sending them, and whether it must.</summary>
public sealed record PersistedOperationOptions
{
    /// <summary>
    /// Whether only documents of the <see cref="IOperationDocumentStorage"/> are executed. Every request that sends a text is refused with
    /// <see cref="ErrorCodes.TrustedDocumentsOnly"/>, whichever way it came, and clients cannot teach the server any.
    /// </summary>
    public bool OnlyAllowPersistedDocuments { get; init; }

    /// <summary>Whether a client may send a document once with its hash and only the hash from then on (automatic persisted queries).</summary>
    public bool AllowAutomaticPersistedQueries { get; init; } = true;

    /// <summary>How many documents are kept that clients have sent with their hash; the one that nobody has used for longest goes.</summary>
    public int MaxAutomaticEntries { get; init; } = 1_000;

    /// <summary>How many bytes these documents may have together; one with more than a tenth of it is executed but not kept.</summary>
    public long MaxAutomaticBytes { get; init; } = 8 * 1024 * 1024;

    internal bool IsAutomatic => AllowAutomaticPersistedQueries && !OnlyAllowPersistedDocuments;
}
