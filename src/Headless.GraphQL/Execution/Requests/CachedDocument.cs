using System.Security.Cryptography;
using Headless.GraphQL.Execution.Planning;
using Headless.GraphQL.Instrumentation;
using Headless.GraphQL.Language;

namespace Headless.GraphQL.Execution;

/// <summary>A document that was parsed and validated, with the verdict.</summary>
internal sealed class CachedDocument(byte[] source, DocumentNode? document, IReadOnlyList<IError> errors)
{
    private ScopeOfPlan? _scope;

    public byte[] Source { get; } = source;

    /// <summary>The syntax tree; null where the source does not parse.</summary>
    public DocumentNode? Document { get; } = document;

    /// <summary>Why it is not executed; empty for a valid document.</summary>
    public IReadOnlyList<IError> Errors { get; } = errors;

    /// <summary>The id that the document has among trusted documents, too: <c>sha256:</c> and the hash of its bytes.</summary>
    public string Hash => field ??= "sha256:" + Convert.ToHexStringLower(SHA256.HashData(Source));

    /// <summary>The log scope of an operation of the document; kept for the one that was asked for last, which is the only one of most documents.</summary>
    public OperationLogScope GetLogScope(OperationPlan plan)
    {
        if (_scope is { } known && ReferenceEquals(known.Plan, plan))
        {
            return known.Scope;
        }

        var scope = new OperationLogScope(plan.TypeName, plan.Name, Hash);
        _scope = new ScopeOfPlan(plan, scope);
        return scope;
    }

    private sealed record ScopeOfPlan(OperationPlan Plan, OperationLogScope Scope);
}
