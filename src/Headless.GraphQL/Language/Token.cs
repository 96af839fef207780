namespace Headless.GraphQL.Language;

/// <summary>A token as a range of the source; its text is read from there when a node needs it.</summary>
internal struct Token
{
    public TokenKind Kind;

    /// <summary>Whether a string holds an escape sequence, so that its value differs from its text.</summary>
    public bool HasEscapes;

    /// <summary>Offset of the first byte.</summary>
    public int Start;

    /// <summary>Offset just past the last byte.</summary>
    public int End;

    public int Line;

    public int Column;

    public readonly SourceLocation Location => new(Start, End, Line, Column);
}
