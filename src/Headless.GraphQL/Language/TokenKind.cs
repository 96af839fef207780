namespace Headless.GraphQL.Language;

/// <summary>The lexical tokens of the grammar (specification section 2.1.6); comments and other ignored tokens never surface.</summary>
internal enum TokenKind : byte
{
    EndOfSource,
    Bang,
    Dollar,
    Ampersand,
    LeftParenthesis,
    RightParenthesis,
    Spread,
    Colon,
    Equals,
    At,
    LeftBracket,
    RightBracket,
    LeftBrace,
    RightBrace,
    Pipe,
    Name,
    Int,
    Float,
    String,
    BlockString,
}

internal static class TokenKindText
{
    /// <summary>The kind as error messages name it: punctuators in quotes.</summary>
    public static string Describe(this TokenKind kind) => kind switch
    {
        TokenKind.EndOfSource => "<EOF>",
        TokenKind.Bang => "\"!\"",
        TokenKind.Dollar => "\"$\"",
        TokenKind.Ampersand => "\"&\"",
        TokenKind.LeftParenthesis => "\"(\"",
        TokenKind.RightParenthesis => "\")\"",
        TokenKind.Spread => "\"...\"",
        TokenKind.Colon => "\":\"",
        TokenKind.Equals => "\"=\"",
        TokenKind.At => "\"@\"",
        TokenKind.LeftBracket => "\"[\"",
        TokenKind.RightBracket => "\"]\"",
        TokenKind.LeftBrace => "\"{\"",
        TokenKind.RightBrace => "\"}\"",
        TokenKind.Pipe => "\"|\"",
        _ => kind.ToString(),
    };
}
