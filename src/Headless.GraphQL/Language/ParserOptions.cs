namespace Headless.GraphQL.Language;

/// <summary>What a source text may hold. Every limit is enforced while reading; what lies beyond it is never lexed.</summary>
public sealed record ParserOptions
{
    /// <summary>The most that <see cref="MaxDepth"/> may be: deeper trees could exhaust the stack of whoever walks them.</summary>
    public const int DepthCeiling = 512;

    /// <summary>For documents that come with requests.</summary>
    public static ParserOptions Executable { get; } = new();

    /// <summary>For schema documents of the application itself.</summary>
    public static ParserOptions Schema { get; } = new() { MaxDepth = 256, MaxTokens = 5_000_000, MaxCharacters = 50_000_000 };

    /// <summary>
    /// How deep selection sets, list values, object values and list types may be nested; all of them count together,
    /// the selection set of an operation is level 1. From 1 to <see cref="DepthCeiling"/>.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside that range.</exception>
    public int MaxDepth
    {
        get;
        init => field = value is > 0 and <= DepthCeiling
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"The depth limit is from 1 to {DepthCeiling}.");
    } = 128;

    /// <summary>How many tokens there may be; comments, commas and the end of the source are not counted.</summary>
    public int MaxTokens { get; init; } = 10_000;

    /// <summary>How long the source may be, in UTF-16 code units, comments and white space included.</summary>
    public int MaxCharacters { get; init; } = 100_000;

    /// <summary>Whether type system definitions and extensions are read; otherwise each is a syntax error.</summary>
    public bool AllowTypeSystemDefinitions { get; init; } = true;
}
