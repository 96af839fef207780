using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;
using Headless.Server.Assets;

namespace Headless.Server.Transfers;

/// <summary>A file of rows that has come.</summary>
/// <param name="Sha256">Under which the store has it.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Encoding">How its text is written.</param>
/// <param name="Lines">How many line breaks it has.</param>
public sealed record ReceivedFile(string Sha256, long Size, TextEncoding Encoding, long Lines);

/// <summary>Takes files of rows in: counts and hashes them, finds out how their text is written, and keeps them where assets are kept.</summary>
public sealed class TransferIntake(IAssetStore store, AssetOptions assets, TransferOptions options)
{
    private static readonly Encoding s_gb18030 = CodePagesEncodingProvider.Instance.GetEncoding(
        "GB18030", EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback)!;

    /// <summary>The decoder of a file's text; it refuses what is not text in that encoding.</summary>
    public static Encoding DecoderOf(TextEncoding encoding) => encoding switch
    {
        TextEncoding.Gb18030 => s_gb18030,
        TextEncoding.Utf16 => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
        _ => new UTF8Encoding(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true),
    };

    /// <summary>Reads a file to its end and keeps it.</summary>
    /// <param name="content">The bytes.</param>
    /// <param name="size">How many there must be; null: as many as come.</param>
    /// <param name="declared">How its text is said to be written; null: that is found out.</param>
    /// <param name="ct">Cancelled when the client goes away; nothing is kept then.</param>
    /// <exception cref="DomainException">
    /// <see cref="DomainErrorCodes.AssetTooLarge"/>, <see cref="DomainErrorCodes.AssetEmpty"/>, <see cref="DomainErrorCodes.AssetIncomplete"/>,
    /// <see cref="DomainErrorCodes.ImportEncodingUnknown"/>, <see cref="DomainErrorCodes.ImportFileBinary"/>.
    /// </exception>
    public async Task<ReceivedFile> TakeAsync(Stream content, long? size, TextEncoding? declared, CancellationToken ct)
    {
        var folder = Path.Combine(Path.GetFullPath(assets.Folder), "incoming");
        Directory.CreateDirectory(folder);
        await using var file = new FileStream(
            Path.Combine(folder, Guid.NewGuid().ToString("N")), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        var seen = new SeenBytes();
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        try
        {
            int read;
            while ((read = await content.ReadAsync(buffer, ct)) > 0)
            {
                RequireSize(seen.Length + read);
                hash.AppendData(buffer, 0, read);
                seen.Add(buffer.AsSpan(0, read));
                await file.WriteAsync(buffer.AsMemory(0, read), ct);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }

        if (size is { } announced && seen.Length != announced)
        {
            throw new DomainException(DomainErrorCodes.AssetIncomplete, $"{seen.Length} of {announced} bytes came: send the whole file.");
        }

        if (seen.Length == 0)
        {
            throw new DomainException(DomainErrorCodes.AssetEmpty, "The file is empty.");
        }

        await file.FlushAsync(ct);
        var encoding = await EncodingOfAsync(file, seen, declared, ct);
        var sha256 = Convert.ToHexStringLower(hash.GetHashAndReset());
        file.Position = 0;
        await store.PutAsync(sha256, file, seen.Length, ct);
        return new ReceivedFile(sha256, seen.Length, encoding, seen.Lines);
    }

    /// <summary>Refuses what is announced larger than it may be.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.AssetTooLarge"/>.</exception>
    public void RequireSize(long size)
    {
        if (size > options.MaxFileSize)
        {
            throw new DomainException(DomainErrorCodes.AssetTooLarge, $"The file is too large: at most {options.MaxFileSize} bytes are taken. Divide it.");
        }
    }

    private static async Task<TextEncoding> EncodingOfAsync(FileStream file, SeenBytes seen, TextEncoding? declared, CancellationToken ct)
    {
        if (seen.IsUtf16)
        {
            return TextEncoding.Utf16;
        }

        if (seen.HasNul)
        {
            throw new DomainException(DomainErrorCodes.ImportFileBinary, "The file holds NUL bytes, so it is no text: save the sheet as CSV (UTF-8).");
        }

        return declared switch
        {
            TextEncoding.Utf8 or null when seen.IsUtf8 => TextEncoding.Utf8,
            TextEncoding.Gb18030 or null when await IsGb18030Async(file, ct) => TextEncoding.Gb18030,
            null => throw Unknown("The file is neither UTF-8 nor GB 18030: save it as CSV (UTF-8)."),
            _ => throw Unknown($"The file is not written in {(declared == TextEncoding.Gb18030 ? "GB18030" : declared.ToString()!.ToUpperInvariant())}: leave 'encoding' out, or save it as CSV (UTF-8)."),
        };
    }

    private static DomainException Unknown(string message) => new(DomainErrorCodes.ImportEncodingUnknown, message);

    private static async Task<bool> IsGb18030Async(FileStream file, CancellationToken ct)
    {
        file.Position = 0;
        var decoder = s_gb18030.GetDecoder();
        var (bytes, chars) = (ArrayPool<byte>.Shared.Rent(1 << 16), ArrayPool<char>.Shared.Rent(s_gb18030.GetMaxCharCount(1 << 16)));
        try
        {
            int read;
            do
            {
                read = await file.ReadAsync(bytes.AsMemory(0, 1 << 16), ct);
                decoder.GetChars(bytes, 0, read, chars, 0, flush: read == 0);
            }
            while (read > 0);
            return true;
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
            ArrayPool<char>.Shared.Return(chars);
        }
    }

    /// <summary>What can be told of bytes as they go by.</summary>
    private sealed class SeenBytes
    {
        private readonly byte[] _tail = new byte[4];
        private int _tailLength;
        private bool _isUtf8 = true;

        public long Length { get; private set; }

        public long Lines { get; private set; }

        public bool HasNul { get; private set; }

        public bool IsUtf16 { get; private set; }

        /// <summary>A character may be cut off where the file ends: then it is none.</summary>
        public bool IsUtf8 => _isUtf8 && _tailLength == 0;

        public void Add(ReadOnlySpan<byte> bytes)
        {
            if (Length == 0)
            {
                IsUtf16 = bytes.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]) || bytes.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]);
            }

            Length += bytes.Length;
            Lines += bytes.Count((byte)'\n');
            HasNul |= bytes.Contains((byte)0);
            if (_isUtf8)
            {
                CheckUtf8(bytes);
            }
        }

        private void CheckUtf8(ReadOnlySpan<byte> bytes)
        {
            // What the last part ended with, completed.
            while (_tailLength > 0 && bytes.Length > 0)
            {
                _tail[_tailLength++] = bytes[0];
                bytes = bytes[1..];
                if (Utf8.IsValid(_tail.AsSpan(0, _tailLength)))
                {
                    _tailLength = 0;
                }
                else if (_tailLength == _tail.Length)
                {
                    _isUtf8 = false;
                    return;
                }
            }

            if (_tailLength > 0)
            {
                return;
            }

            var whole = bytes.Length;
            for (var back = 1; back <= Math.Min(3, bytes.Length); back++)
            {
                var b = bytes[^back];
                if (b >= 0xC0)
                {
                    whole = back < (b >= 0xF0 ? 4 : b >= 0xE0 ? 3 : 2) ? bytes.Length - back : whole;
                    break;
                }

                if (b < 0x80)
                {
                    break;
                }
            }

            _isUtf8 = Utf8.IsValid(bytes[..whole]);
            bytes[whole..].CopyTo(_tail);
            _tailLength = bytes.Length - whole;
        }
    }
}
