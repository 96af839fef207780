using System.Buffers;
using System.Text;
using System.Text.Unicode;

namespace Headless.GraphQL.Language;

/// <summary>Parses GraphQL source text by the grammar of September 2025.</summary>
/// <remarks>
/// Every method throws <see cref="GraphQLSyntaxException"/> for a text that is not UTF-8, does not follow the grammar
/// or exceeds a limit of its options, and nothing else. Locations count bytes of the UTF-8 form of the source.
/// </remarks>
public static class Utf8GraphQLParser
{
    private delegate TNode Rule<out TNode>(ref DocumentParser parser)
        where TNode : SyntaxNode;

    /// <summary>Parses a document.</summary>
    /// <param name="source">The text in UTF-8.</param>
    /// <param name="options">The limits; <see cref="ParserOptions.Executable"/> if null.</param>
    public static DocumentNode Parse(ReadOnlySpan<byte> source, ParserOptions? options = null) =>
        Run(source, options, static (ref DocumentParser parser) => parser.ParseDocument());

    /// <inheritdoc cref="Parse(ReadOnlySpan{byte}, ParserOptions?)"/>
    public static DocumentNode Parse(string source, ParserOptions? options = null) =>
        Run(source, options, static (ref DocumentParser parser) => parser.ParseDocument());

    /// <summary>Parses a value, in which variables may stand.</summary>
    /// <param name="source">The text in UTF-8.</param>
    /// <param name="options">The limits; <see cref="ParserOptions.Executable"/> if null.</param>
    public static ValueNode ParseValue(ReadOnlySpan<byte> source, ParserOptions? options = null) =>
        Run(source, options, static (ref DocumentParser parser) => parser.ParseValue(isConst: false));

    /// <inheritdoc cref="ParseValue(ReadOnlySpan{byte}, ParserOptions?)"/>
    public static ValueNode ParseValue(string source, ParserOptions? options = null) =>
        Run(source, options, static (ref DocumentParser parser) => parser.ParseValue(isConst: false));

    /// <summary>Parses a value without variables.</summary>
    /// <param name="source">The text in UTF-8.</param>
    /// <param name="options">The limits; <see cref="ParserOptions.Executable"/> if null.</param>
    public static ValueNode ParseConstValue(ReadOnlySpan<byte> source, ParserOptions? options = null) =>
        Run(source, options, static (ref DocumentParser parser) => parser.ParseValue(isConst: true));

    /// <inheritdoc cref="ParseConstValue(ReadOnlySpan{byte}, ParserOptions?)"/>
    public static ValueNode ParseConstValue(string source, ParserOptions? options = null) =>
        Run(source, options, static (ref DocumentParser parser) => parser.ParseValue(isConst: true));

    /// <summary>Parses a type reference, such as <c>[Int!]</c>.</summary>
    /// <param name="source">The text in UTF-8.</param>
    /// <param name="options">The limits; <see cref="ParserOptions.Executable"/> if null.</param>
    public static TypeNode ParseType(ReadOnlySpan<byte> source, ParserOptions? options = null) =>
        Run(source, options, static (ref DocumentParser parser) => parser.ParseType());

    /// <inheritdoc cref="ParseType(ReadOnlySpan{byte}, ParserOptions?)"/>
    public static TypeNode ParseType(string source, ParserOptions? options = null) =>
        Run(source, options, static (ref DocumentParser parser) => parser.ParseType());

    private static TNode Run<TNode>(ReadOnlySpan<byte> source, ParserOptions? options, Rule<TNode> rule)
        where TNode : SyntaxNode
    {
        options ??= ParserOptions.Executable;
        RefuseLongSource(source, options.MaxCharacters);
        var parser = new DocumentParser(source, options);
        try
        {
            parser.Begin();
            var node = rule(ref parser);
            parser.End();
            return node;
        }
        finally
        {
            parser.ReturnBuffers();
        }
    }

    private static TNode Run<TNode>(string source, ParserOptions? options, Rule<TNode> rule)
        where TNode : SyntaxNode
    {
        ArgumentNullException.ThrowIfNull(source);
        options ??= ParserOptions.Executable;

        // One character over the limit is enough for the refusal.
        var characters = source.AsSpan(0, (int)Math.Min(source.Length, options.MaxCharacters + 1L));
        var bytes = ArrayPool<byte>.Shared.Rent(Encoding.UTF8.GetMaxByteCount(characters.Length));
        try
        {
            return Run(bytes.AsSpan(0, Encode(characters, bytes)), options, rule);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(bytes);
        }
    }

    /// <summary>
    /// Encodes to UTF-8; a lone surrogate becomes the three bytes it would have if it were a character,
    /// which the lexer refuses by its number and at its place.
    /// </summary>
    private static int Encode(ReadOnlySpan<char> characters, Span<byte> bytes)
    {
        var length = 0;
        while (true)
        {
            var status = Utf8.FromUtf16(characters, bytes[length..], out var read, out var written, replaceInvalidSequences: false);
            length += written;
            if (status == OperationStatus.Done)
            {
                return length;
            }

            var surrogate = characters[read];
            bytes[length++] = (byte)(0xE0 | (surrogate >> 12));
            bytes[length++] = (byte)(0x80 | ((surrogate >> 6) & 0x3F));
            bytes[length++] = (byte)(0x80 | (surrogate & 0x3F));
            characters = characters[(read + 1)..];
        }
    }

    private static void RefuseLongSource(ReadOnlySpan<byte> source, int maxCharacters)
    {
        const int mostBytesPerCharacter = 3;
        if (source.Length <= maxCharacters
            || (source.Length <= (long)maxCharacters * mostBytesPerCharacter && Utf8Lexer.Utf16Length(source) <= maxCharacters))
        {
            return;
        }

        throw Utf8Lexer.Error(
            Utf8Lexer.LocateCharacter(source, maxCharacters),
            $"Source contains more than {maxCharacters} UTF-16 code units. Parsing aborted.",
            SyntaxErrorCodes.DocumentTooLarge);
    }
}
