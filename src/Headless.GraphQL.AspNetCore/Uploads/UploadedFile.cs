using System.Buffers;
using Headless.GraphQL.Types;
using Microsoft.AspNetCore.Http;

namespace Headless.GraphQL.AspNetCore.Uploads;

/// <summary>A file of a multipart request, read to its end: a small one is in memory, a large one in a temporary file that goes with it.</summary>
internal sealed class UploadedFile : IFile, IDisposable
{
    private const int BufferSize = 16 * 1024;

    private readonly byte[]? _memory;
    private readonly FileStream? _disk;
    private bool _disposed;

    private UploadedFile(string name, string? contentType, long length, byte[]? memory, FileStream? disk)
    {
        Name = name;
        ContentType = contentType;
        Length = length;
        _memory = memory;
        _disk = disk;
    }

    public string Name { get; }

    public long? Length { get; }

    public string? ContentType { get; }

    /// <summary>Reads a file to its end.</summary>
    /// <param name="name">What the client calls it.</param>
    /// <param name="contentType">What the client says it is.</param>
    /// <param name="content">The part's body.</param>
    /// <param name="remaining">How many bytes the files of the request may still have.</param>
    /// <param name="options">How large it may be and where it waits.</param>
    /// <param name="cancellationToken">The client went away.</param>
    /// <exception cref="BadHttpRequestException">It is larger: 413.</exception>
    public static async Task<UploadedFile> ReadAsync(
        string name, string? contentType, Stream content, long remaining, GraphQLUploadOptions options, CancellationToken cancellationToken)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferSize);
        using var memory = new MemoryStream();
        FileStream? disk = null;
        try
        {
            long length = 0;
            int read;
            while ((read = await content.ReadAsync(buffer, cancellationToken)) > 0)
            {
                length += read;
                if (length > Math.Min(remaining, options.MaxFileSize))
                {
                    throw new BadHttpRequestException(
                        $"A file must not be larger than {options.MaxFileSize} bytes, and the files of a request together not larger than {options.MaxTotalSize}.",
                        StatusCodes.Status413PayloadTooLarge);
                }

                if (disk is null && length > options.MemoryThreshold)
                {
                    disk = CreateTemporaryFile(options.TempFolder);
                    await disk.WriteAsync(memory.GetBuffer().AsMemory(0, (int)memory.Length), cancellationToken);
                    memory.SetLength(0);
                }

                await ((Stream?)disk ?? memory).WriteAsync(buffer.AsMemory(0, read), cancellationToken);
            }

            if (disk is not null)
            {
                await disk.FlushAsync(cancellationToken);
            }

            return new UploadedFile(WithoutPath(name), contentType, length, disk is null ? memory.ToArray() : null, disk);
        }
        catch
        {
            disk?.Dispose();
            throw;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    public Stream OpenReadStream()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return _memory is not null
            ? new MemoryStream(_memory, writable: false)
            : new FileStream(_disk!.Name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, BufferSize, FileOptions.Asynchronous);
    }

    public async Task CopyToAsync(Stream target, CancellationToken cancellationToken = default)
    {
        await using var content = OpenReadStream();
        await content.CopyToAsync(target, cancellationToken);
    }

    public void Dispose()
    {
        _disposed = true;
        _disk?.Dispose();
    }

    /// <summary>A file of a name that nobody can guess, which the system removes when it is closed.</summary>
    private static FileStream CreateTemporaryFile(string? folder) => new(
        Path.Combine(folder ?? Path.GetTempPath(), $"upload-{Guid.NewGuid():N}.tmp"),
        new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            Share = FileShare.ReadWrite | FileShare.Delete,
            BufferSize = 0,
            Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
        });

    private static string WithoutPath(string name) => name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
}
