namespace Headless.GraphQL.AspNetCore;

/// <summary>Limits of multipart requests, which carry files.</summary>
public sealed class GraphQLUploadOptions
{
    /// <summary>How many files a request may carry; more are answered 400.</summary>
    public int MaxFiles { get; set; } = 100;

    /// <summary>How many places in the variables the files of a request may stand at, together; more are answered 400.</summary>
    public int MaxPlaces { get; set; } = 100;

    /// <summary>Largest file in bytes, after decompression; a larger one is answered 413.</summary>
    public long MaxFileSize { get; set; } = 10 * 1024 * 1024;

    /// <summary>How many bytes the files of a request may have together; more are answered 413.</summary>
    public long MaxTotalSize { get; set; } = 20 * 1024 * 1024;

    /// <summary>A file with more bytes than this waits on disk until its request has been answered, a smaller one in memory.</summary>
    public int MemoryThreshold { get; set; } = 64 * 1024;

    /// <summary>The folder of files that wait on disk; null: the system's for temporary files.</summary>
    public string? TempFolder { get; set; }
}
