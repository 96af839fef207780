namespace Headless.GraphQL;

/// <summary>The stable values of <c>extensions.code</c> that execution itself produces.</summary>
public static class ErrorCodes
{
    /// <summary>A variable's value does not fit its type, or the variables exceed a limit.</summary>
    public const string InvalidVariables = "INVALID_VARIABLES";

    /// <summary>An argument of a field does not fit its type, is missing, or exceeds a limit.</summary>
    public const string InvalidArguments = "INVALID_ARGUMENTS";

    /// <summary>The request names no operation that the document has, or names none where there are several.</summary>
    public const string OperationNotFound = "OPERATION_NOT_FOUND";

    /// <summary>The operation's kind is not admitted: a mutation by GET.</summary>
    public const string OperationNotAllowed = "OPERATION_NOT_ALLOWED";

    /// <summary>The document cannot be planned within the limits.</summary>
    public const string OperationTooLarge = "OPERATION_TOO_LARGE";

    /// <summary>The request has neither a document nor the id of a known one.</summary>
    public const string DocumentMissing = "DOCUMENT_MISSING";

    /// <summary>No document is stored under the id.</summary>
    public const string DocumentNotFound = "PERSISTED_QUERY_NOT_FOUND";

    /// <summary>The hash that came with a document is not the document's.</summary>
    public const string PersistedQueryMismatch = "PERSISTED_QUERY_MISMATCH";

    /// <summary>The server takes no automatic persisted queries: the client is to send its documents.</summary>
    public const string PersistedQueryNotSupported = "PERSISTED_QUERY_NOT_SUPPORTED";

    /// <summary><c>extensions.persistedQuery</c> is malformed.</summary>
    public const string PersistedQueryInvalid = "PERSISTED_QUERY_INVALID";

    /// <summary>The request sends a document where only those are executed that the server trusts.</summary>
    public const string TrustedDocumentsOnly = "TRUSTED_DOCUMENTS_ONLY";

    /// <summary>The operation costs more than <see cref="CostOptions.MaxFieldCost"/> or <see cref="CostOptions.MaxTypeCost"/>; the code is HotChocolate's.</summary>
    public const string CostExceeded = "HC0047";

    /// <summary>A field whose <c>@listSize</c> requires one slicing argument is given none or several; the code is HotChocolate's.</summary>
    public const string OneSlicingArgumentRequired = "HC0082";

    /// <summary>The execution took longer than <see cref="Execution.RequestOptions.ExecutionTimeout"/>.</summary>
    public const string ExecutionTimeout = "EXECUTION_TIMEOUT";

    /// <summary>The client went away or cancelled the operation.</summary>
    public const string Cancelled = "CANCELLED";

    /// <summary>A subscriber read too slowly and was dropped.</summary>
    public const string SubscriptionLagged = "SUBSCRIPTION_LAGGED";

    /// <summary>The source stream of a subscription failed.</summary>
    public const string SubscriptionFailed = "SUBSCRIPTION_FAILED";
}
