using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;

namespace Headless.Community.Import;

/// <summary>A line of a text file, without its end.</summary>
/// <param name="Number">Its place in the file, from 1.</param>
/// <param name="Text">What it says; the beginning of it when it is too long.</param>
/// <param name="IsTooLong">Whether it has more than <see cref="TextLines.MaxLineBytes"/>.</param>
/// <param name="End">The place of the byte after it.</param>
public readonly record struct TextLine(long Number, string Text, bool IsTooLong, long End);

/// <summary>
/// The lines of a text file in UTF-8. A line with bytes that are not UTF-8 is taken for Windows-1252, in which every byte means
/// something, so that nothing is lost.
/// </summary>
public static class TextLines
{
    /// <summary>The longest line that is taken: an activity of any kind is much shorter.</summary>
    public const int MaxLineBytes = 256 * 1024;

    private const int BufferSize = 64 * 1024;
    private const int KeptOfTooLong = 1000;

    private static readonly UTF8Encoding s_utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding s_windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static async IAsyncEnumerable<TextLine> ReadAsync(string path, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1, FileOptions.SequentialScan | FileOptions.Asynchronous);
        var buffer = new byte[BufferSize];
        var partial = new ArrayBufferWriter<byte>();
        var (number, position, isTooLong) = (0L, 0L, false);
        int length;
        while ((length = await file.ReadAsync(buffer, cancellationToken)) > 0)
        {
            for (var start = 0; start < length;)
            {
                var size = buffer.AsSpan(start, length - start).IndexOf((byte)'\n');
                var end = size < 0 ? length : start + size;
                isTooLong |= partial.WrittenCount + (end - start) > MaxLineBytes;
                if (size < 0)
                {
                    if (!isTooLong)
                    {
                        partial.Write(buffer.AsSpan(start, end - start));
                    }

                    break;
                }

                TextLine line;
                if (partial.WrittenCount == 0 && !isTooLong)
                {
                    line = new TextLine(++number, Decode(buffer.AsSpan(start, size), number), false, position + end + 1);
                }
                else
                {
                    if (!isTooLong)
                    {
                        partial.Write(buffer.AsSpan(start, size));
                    }

                    line = new TextLine(++number, Decode(Kept(partial.WrittenSpan, isTooLong), number), isTooLong, position + end + 1);
                    partial.ResetWrittenCount();
                    isTooLong = false;
                }

                start = end + 1;
                yield return line;
            }

            position += length;
        }

        if (partial.WrittenCount > 0 || isTooLong)
        {
            yield return new TextLine(++number, Decode(Kept(partial.WrittenSpan, isTooLong), number), isTooLong, position);
        }
    }

    private static ReadOnlySpan<byte> Kept(ReadOnlySpan<byte> line, bool isTooLong) =>
        isTooLong && line.Length > KeptOfTooLong ? line[..KeptOfTooLong] : line;

    private static string Decode(ReadOnlySpan<byte> line, long number)
    {
        if (line.EndsWith("\r"u8))
        {
            line = line[..^1];
        }

        if (number == 1 && line.StartsWith("\uFEFF"u8))
        {
            line = line[3..];
        }

        try
        {
            return s_utf8.GetString(line);
        }
        catch (DecoderFallbackException)
        {
            return s_windows1252.GetString(line);
        }
    }
}
