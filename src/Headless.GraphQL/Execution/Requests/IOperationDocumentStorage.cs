namespace Headless.GraphQL.Execution;

/// <summary>Documents that requests name by an id: trusted documents, automatically persisted queries.</summary>
public interface IOperationDocumentStorage
{
    /// <summary>The document in UTF-8; null where there is none of that id.</summary>
    ValueTask<ReadOnlyMemory<byte>?> TryReadAsync(string documentId, CancellationToken cancellationToken = default);
}
