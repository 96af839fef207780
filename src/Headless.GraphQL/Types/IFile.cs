namespace Headless.GraphQL.Types;

/// <summary>A file that came with the request, for a parameter or input property of the <c>Upload</c> scalar. It is gone when the request has been answered.</summary>
public interface IFile
{
    /// <summary>The file's name as the client gives it, without any path: not to be trusted as a name on the server's disk.</summary>
    string Name { get; }

    /// <summary>The length in bytes.</summary>
    long? Length { get; }

    /// <summary>The media type as the client gives it; null where it gives none.</summary>
    string? ContentType { get; }

    /// <summary>Opens the content at its start, to be disposed by the caller; each call opens a stream of its own.</summary>
    Stream OpenReadStream();

    /// <summary>Copies the content from its start.</summary>
    Task CopyToAsync(Stream target, CancellationToken cancellationToken = default);
}
