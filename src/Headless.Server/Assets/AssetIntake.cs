using System.Buffers;
using System.Security.Cryptography;
using Headless.Community.Assets;

namespace Headless.Server.Assets;

/// <summary>Takes bytes in: counts, hashes and looks at them, and keeps those that are what their name says.</summary>
public sealed class AssetIntake(IAssetStore store, AssetOptions options)
{
    /// <summary>Reads a file to its end and keeps it.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="content">The bytes.</param>
    /// <param name="size">How many there must be; null: as many as come.</param>
    /// <param name="ct">Cancelled when the client goes away; nothing is kept then.</param>
    /// <exception cref="DomainException">
    /// <see cref="DomainErrorCodes.AssetTooLarge"/>, <see cref="DomainErrorCodes.AssetEmpty"/>, <see cref="DomainErrorCodes.AssetIncomplete"/>,
    /// <see cref="DomainErrorCodes.AssetTypeNotAllowed"/>, <see cref="DomainErrorCodes.AssetTypeMismatch"/>, <see cref="DomainErrorCodes.ImageUnreadable"/>.
    /// </exception>
    public async Task<AssetContent> TakeAsync(string name, Stream content, long? size, CancellationToken ct)
    {
        var folder = Path.Combine(Path.GetFullPath(options.Folder), "incoming");
        Directory.CreateDirectory(folder);
        await using var file = new FileStream(
            Path.Combine(folder, Guid.NewGuid().ToString("N")), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        var (head, sha256) = await CopyAsync(content, file, Math.Min(size ?? long.MaxValue, options.MaxSize), ct);
        if (size is { } announced && file.Length != announced)
        {
            throw new DomainException(DomainErrorCodes.AssetIncomplete, $"{file.Length} of {announced} bytes came: send the whole file.");
        }

        var described = Describe(name, head, file.Length);
        file.Position = 0;
        await store.PutAsync(sha256, file, file.Length, ct);
        return described with { Sha256 = sha256 };
    }

    /// <summary>Refuses what is announced larger than it may be.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.AssetTooLarge"/>, <see cref="DomainErrorCodes.AssetTypeNotAllowed"/>.</exception>
    public void RequireAllowed(string name, long size)
    {
        var type = MediaType.Known.FirstOrDefault(t => t.MayBeCalled(name))
            ?? throw new DomainException(DomainErrorCodes.AssetTypeNotAllowed, NotAllowed);
        RequireSize(type.Kind, size);
    }

    private AssetContent Describe(string name, byte[] head, long size)
    {
        if (size == 0)
        {
            throw new DomainException(DomainErrorCodes.AssetEmpty, "The file is empty.");
        }

        var type = MediaType.Of(head) ?? throw new DomainException(DomainErrorCodes.AssetTypeNotAllowed, NotAllowed);
        if (!type.MayBeCalled(name))
        {
            throw new DomainException(DomainErrorCodes.AssetTypeMismatch, $"'{name}' is {type.MediaTypeName} by its bytes: call it by what it is ({string.Join(", ", type.Endings)}).");
        }

        RequireSize(type.Kind, size);
        var dimensions = type.SizeOf(head);
        if (type.Kind == AssetKind.Image && dimensions is null)
        {
            throw new DomainException(DomainErrorCodes.ImageUnreadable, "The image has no width and height in its header: it is damaged or not whole.");
        }

        return new AssetContent(string.Empty, size, type.Kind, type.MediaTypeName, dimensions?.Width, dimensions?.Height);
    }

    private static string NotAllowed => $"Files of this type are not taken; these are: {string.Join(", ", MediaType.Known.SelectMany(t => t.Endings))}.";

    private void RequireSize(AssetKind kind, long size)
    {
        var most = kind == AssetKind.Image ? Math.Min(options.MaxImageSize, options.MaxSize) : options.MaxSize;
        if (size > most)
        {
            throw TooLarge(most);
        }
    }

    private static DomainException TooLarge(long most) => new(DomainErrorCodes.AssetTooLarge, $"The file is too large: at most {most} bytes are taken.");

    private static async Task<(byte[] Head, string Sha256)> CopyAsync(Stream from, FileStream to, long most, CancellationToken ct)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        using var head = new MemoryStream();
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            int read;
            while ((read = await from.ReadAsync(buffer, ct)) > 0)
            {
                if (to.Length + read > most)
                {
                    throw TooLarge(most);
                }

                hash.AppendData(buffer, 0, read);
                head.Write(buffer, 0, (int)Math.Min(read, MediaType.HeadLength - head.Length));
                await to.WriteAsync(buffer.AsMemory(0, read), ct);
                await to.FlushAsync(ct);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        return (head.ToArray(), Convert.ToHexStringLower(hash.GetHashAndReset()));
    }
}
