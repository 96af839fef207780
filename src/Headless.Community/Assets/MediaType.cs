using System.Buffers.Binary;
using System.Text;

namespace Headless.Community.Assets;

/// <summary>What a file is by its first bytes, whatever it is called.</summary>
/// <param name="MediaTypeName">Its media type.</param>
/// <param name="Kind">What it is to whoever looks at it.</param>
/// <param name="Endings">How the name of such a file may end.</param>
public sealed record MediaType(string MediaTypeName, AssetKind Kind, params IReadOnlyList<string> Endings)
{
    /// <summary>So many bytes are looked at.</summary>
    public const int HeadLength = 64 * 1024;

    private static readonly MediaType s_png = new("image/png", AssetKind.Image, ".png");
    private static readonly MediaType s_jpeg = new("image/jpeg", AssetKind.Image, ".jpg", ".jpeg");
    private static readonly MediaType s_gif = new("image/gif", AssetKind.Image, ".gif");
    private static readonly MediaType s_webp = new("image/webp", AssetKind.Image, ".webp");
    private static readonly MediaType s_mp4 = new("video/mp4", AssetKind.Video, ".mp4", ".m4v");
    private static readonly MediaType s_quickTime = new("video/quicktime", AssetKind.Video, ".mov");
    private static readonly MediaType s_webm = new("video/webm", AssetKind.Video, ".webm");
    private static readonly MediaType s_m4a = new("audio/mp4", AssetKind.Audio, ".m4a");
    private static readonly MediaType s_mp3 = new("audio/mpeg", AssetKind.Audio, ".mp3");
    private static readonly MediaType s_ogg = new("audio/ogg", AssetKind.Audio, ".ogg", ".oga", ".opus");
    private static readonly MediaType s_wav = new("audio/wav", AssetKind.Audio, ".wav");
    private static readonly MediaType s_pdf = new("application/pdf", AssetKind.Document, ".pdf");
    private static readonly MediaType s_docx = new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", AssetKind.Document, ".docx");
    private static readonly MediaType s_xlsx = new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", AssetKind.Document, ".xlsx");
    private static readonly MediaType s_pptx = new("application/vnd.openxmlformats-officedocument.presentationml.presentation", AssetKind.Document, ".pptx");
    private static readonly MediaType s_text = new("text/plain", AssetKind.Document, ".txt", ".md", ".csv");

    /// <summary>Every type that is taken.</summary>
    public static IReadOnlyList<MediaType> Known { get; } =
        [s_png, s_jpeg, s_gif, s_webp, s_mp4, s_quickTime, s_webm, s_m4a, s_mp3, s_ogg, s_wav, s_pdf, s_docx, s_xlsx, s_pptx, s_text];

    /// <summary>What the bytes are; null: nothing that is taken. HTML, SVG, scripts and programs are not.</summary>
    public static MediaType? Of(ReadOnlySpan<byte> head) => OfSignature(head) ?? (IsPlainText(head) ? s_text : null);

    /// <summary>Whether a file of this type may be called so.</summary>
    public bool MayBeCalled(string name) => Endings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    /// <summary>Width and height in pixels, from the header of an image; null where it has none that can be read.</summary>
    public (int Width, int Height)? SizeOf(ReadOnlySpan<byte> head)
    {
        var size = this == s_png && head.Length >= 24 && head.Slice(12, 4).SequenceEqual("IHDR"u8)
                ? (BinaryPrimitives.ReadInt32BigEndian(head[16..]), BinaryPrimitives.ReadInt32BigEndian(head[20..]))
            : this == s_gif && head.Length >= 10 ? (BinaryPrimitives.ReadUInt16LittleEndian(head[6..]), BinaryPrimitives.ReadUInt16LittleEndian(head[8..]))
            : this == s_webp ? SizeOfWebp(head)
            : this == s_jpeg ? SizeOfJpeg(head)
            : (0, 0);
        return size is ( > 0, > 0) ? size : null;
    }

    private static MediaType? OfSignature(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) ? s_png
        : head.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xD8, 0xFF]) ? s_jpeg
        : head.StartsWith("GIF87a"u8) || head.StartsWith("GIF89a"u8) ? s_gif
        : head.StartsWith("RIFF"u8) && head.Length >= 12 ? (head.Slice(8, 4).SequenceEqual("WEBP"u8) ? s_webp : head.Slice(8, 4).SequenceEqual("WAVE"u8) ? s_wav : null)
        : head.Length >= 12 && head.Slice(4, 4).SequenceEqual("ftyp"u8) ? OfBrand(head.Slice(8, 4))
        : head.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3]) && head.IndexOf("webm"u8) is >= 0 and < 100 ? s_webm
        : head.StartsWith("ID3"u8) || (head.Length > 2 && head[0] == 0xFF && (head[1] & 0xE6) == 0xE2) ? s_mp3
        : head.StartsWith("OggS"u8) ? s_ogg
        : head.StartsWith("%PDF-"u8) ? s_pdf
        : head.StartsWith("PK\x03\x04"u8) ? OfArchive(head)
        : null;

    private static MediaType? OfBrand(ReadOnlySpan<byte> brand) =>
        brand.SequenceEqual("qt  "u8) ? s_quickTime
        : brand.SequenceEqual("M4A "u8) ? s_m4a
        : brand.StartsWith("iso"u8) || brand.StartsWith("mp4"u8) || brand.StartsWith("avc"u8) || brand.StartsWith("M4V"u8) || brand.StartsWith("MSNV"u8) || brand.StartsWith("dash"u8) ? s_mp4
        : null;

    /// <summary>An office document is an archive that says in its first entries which kind it is; any other archive is not taken.</summary>
    private static MediaType? OfArchive(ReadOnlySpan<byte> head) =>
        head.IndexOf("[Content_Types].xml"u8) < 0 ? null
        : head.IndexOf("word/"u8) >= 0 ? s_docx
        : head.IndexOf("xl/"u8) >= 0 ? s_xlsx
        : head.IndexOf("ppt/"u8) >= 0 ? s_pptx
        : null;

    /// <summary>UTF-8 without control characters or anything that a browser could take for markup.</summary>
    private static bool IsPlainText(ReadOnlySpan<byte> head)
    {
        if (head.IsEmpty)
        {
            return false;
        }

        // The head may end within a character.
        var whole = head.Length < HeadLength ? head : head[..^4];
        var text = whole.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? whole[3..] : whole;
        try
        {
            _ = new UTF8Encoding(false, throwOnInvalidBytes: true).GetCharCount(head.Length < HeadLength ? text : TrimTail(text));
        }
        catch (DecoderFallbackException)
        {
            return false;
        }

        foreach (var b in text)
        {
            if (b < 0x20 && b is not ((byte)'\t' or (byte)'\n' or (byte)'\r'))
            {
                return false;
            }
        }

        var trimmed = text.TrimStart(" \t\r\n"u8);
        return !trimmed.StartsWith("<"u8) && text.IndexOf("<script"u8) < 0 && text.IndexOf("<html"u8) < 0 && text.IndexOf("<svg"u8) < 0 && !trimmed.StartsWith("#!"u8);
    }

    private static ReadOnlySpan<byte> TrimTail(ReadOnlySpan<byte> text)
    {
        var end = text.Length;
        while (end > 0 && end > text.Length - 4 && (text[end - 1] & 0xC0) == 0x80)
        {
            end--;
        }

        return end > 0 && text[end - 1] >= 0x80 ? text[..(end - 1)] : text;
    }

    private static (int, int) SizeOfWebp(ReadOnlySpan<byte> head)
    {
        if (head.Length < 30)
        {
            return default;
        }

        var chunk = head.Slice(12, 4);
        if (chunk.SequenceEqual("VP8X"u8))
        {
            return (1 + (head[24] | (head[25] << 8) | (head[26] << 16)), 1 + (head[27] | (head[28] << 8) | (head[29] << 16)));
        }

        if (chunk.SequenceEqual("VP8L"u8) && head[20] == 0x2F)
        {
            var bits = BinaryPrimitives.ReadUInt32LittleEndian(head[21..]);
            return ((int)(bits & 0x3FFF) + 1, (int)((bits >> 14) & 0x3FFF) + 1);
        }

        return chunk.SequenceEqual("VP8 "u8) && head.Slice(23, 3).SequenceEqual((ReadOnlySpan<byte>)[0x9D, 0x01, 0x2A])
            ? (BinaryPrimitives.ReadUInt16LittleEndian(head[26..]) & 0x3FFF, BinaryPrimitives.ReadUInt16LittleEndian(head[28..]) & 0x3FFF)
            : default;
    }

    /// <summary>Goes from segment to segment to the one that begins the frame.</summary>
    private static (int, int) SizeOfJpeg(ReadOnlySpan<byte> head)
    {
        for (var at = 2; at + 9 < head.Length && head[at] == 0xFF;)
        {
            var marker = head[at + 1];
            if (marker == 0xFF)
            {
                at++;
                continue;
            }

            if (marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC))
            {
                return (BinaryPrimitives.ReadUInt16BigEndian(head[(at + 7)..]), BinaryPrimitives.ReadUInt16BigEndian(head[(at + 5)..]));
            }

            var length = BinaryPrimitives.ReadUInt16BigEndian(head[(at + 2)..]);
            if (length < 2)
            {
                return default;
            }

            at += 2 + length;
        }

        return default;
    }
}
