using System.Text.Json;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Execution;

/// <summary>A request to execute one operation of a document.</summary>
public sealed class OperationRequest
{
    /// <summary>The document in UTF-8; empty where <see cref="DocumentId"/> stands for it.</summary>
    public ReadOnlyMemory<byte> Document { get; init; }

    /// <summary>The id of a document that the server has stored; it is used where there is no <see cref="Document"/>.</summary>
    public string? DocumentId { get; init; }

    /// <summary>Which operation of the document to execute; null where it has only one.</summary>
    public string? OperationName { get; init; }

    /// <summary>The variables: a JSON object; undefined or null for none.</summary>
    public JsonElement Variables { get; init; }

    /// <summary>The request's <c>extensions</c>: a JSON object; undefined or null for none.</summary>
    public JsonElement Extensions { get; init; }

    /// <summary>
    /// The uploaded files by their place in the variables, segments joined by dots (<c>input.photos.0</c>); null for none. The variables have
    /// null there.
    /// </summary>
    public IReadOnlyDictionary<string, IFile>? Files { get; init; }

    /// <summary>The services of the request, usually those of its scope.</summary>
    public IServiceProvider Services { get; init; } = NoServices;

    /// <summary>State of the request, shared by its resolvers.</summary>
    public IDictionary<string, object?>? ContextData { get; init; }

    /// <summary>The parent of the root fields.</summary>
    public object? RootValue { get; init; }

    /// <summary>Whether the server itself wrote the document, or took it from somebody before: it is executed also where only trusted documents are.</summary>
    public bool IsTrusted { get; init; }

    public AllowedOperations AllowedOperations { get; init; } = AllowedOperations.All;

    /// <summary>What is done with the operation's cost; a request may ask for more by <c>extensions.operationCost</c>: <c>report</c> or <c>validate</c>.</summary>
    public CostAnalyzerMode CostMode { get; init; }

    /// <summary>The document that was executed, once it was found: for those who watch.</summary>
    internal CachedDocument? CachedDocument { get; set; }

    /// <summary>The text that is executed, whether the request brought it or named it; empty until it was found.</summary>
    public ReadOnlyMemory<byte> ExecutedDocument => CachedDocument?.Source ?? default(ReadOnlyMemory<byte>);

    /// <summary>The operation that was executed, once it was planned: for those who watch.</summary>
    internal Planning.OperationPlan? Plan { get; set; }

    internal static IServiceProvider NoServices { get; } = new EmptyServiceProvider();

    private sealed class EmptyServiceProvider : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
