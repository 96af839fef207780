namespace Headless.Server.Assets;

/// <summary>Keeps bytes under their SHA-256. What is there never changes, so putting it once more changes nothing but its age.</summary>
public interface IAssetStore
{
    /// <summary>Keeps bytes; afterwards they are there as a whole or not at all.</summary>
    /// <param name="sha256">Of the content, in small hexadecimal digits.</param>
    /// <param name="content">From its present position to its end.</param>
    /// <param name="length">How many bytes that is.</param>
    Task PutAsync(string sha256, Stream content, long length, CancellationToken ct);

    /// <summary>Opens a part; null where they are not there.</summary>
    Task<Stream?> OpenAsync(string sha256, long offset, long length, CancellationToken ct);

    Task DeleteAsync(string sha256, CancellationToken ct);

    /// <summary>What was put before a time and has not been since.</summary>
    IAsyncEnumerable<string> ListAsync(DateTime before, CancellationToken ct);
}
