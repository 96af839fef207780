namespace Headless.Community;

/// <summary>What makes a title found. Stored as a number: a value is never changed or given again.</summary>
public enum TitleKind : byte
{
    /// <summary>长尾词: what few people ask, and those exactly.</summary>
    LongTail = 1,

    /// <summary>需求词: what people need.</summary>
    Demand = 2,
}

/// <summary>A title in the library, to be used or varied .</summary>
public sealed class TitleTemplate : Entity
{
    public const int TextMaxLength = 200;
    public const int KeywordMaxLength = 50;
    public const int MaxKeywords = 20;
    public const int KeywordsMaxLength = (KeywordMaxLength + 1) * MaxKeywords;
    public const int NoteMaxLength = 1000;

    /// <summary>Unique.</summary>
    public required string Text { get; set; }

    public TitleKind Kind { get; set; } = TitleKind.Demand;

    /// <summary>What the content under it is to achieve; null: anything.</summary>
    public ContentCategory? Category { get; set; }

    /// <summary>The words that it is to be found by, one in each line.</summary>
    public string KeywordLines { get; private set; } = string.Empty;

    /// <summary>The words that it is to be found by.</summary>
    public IReadOnlyList<string> Keywords => KeywordLines.Length == 0 ? [] : KeywordLines.Split('\n');

    /// <summary>When and how to use it.</summary>
    public string? Note { get; set; }

    /// <summary>What it is found by, with what each weighs.</summary>
    public IReadOnlyDictionary<string, int> Tokens() => Search.SearchTokens.Weigh((Text, 4), (KeywordLines, 8), (Note, 1));

    /// <summary>Sets the words that it is to be found by: each once, without the weak ones, which nobody searches for.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.WeakKeyword"/>.</exception>
    public void SetKeywords(IEnumerable<string> keywords)
    {
        var words = keywords.Select(word => word.Trim()).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (words.Find(word => WeakWords.All.Contains(word)) is { } weak)
        {
            throw new DomainException(DomainErrorCodes.WeakKeyword, $"'{weak}' is a weak word, which nobody searches for: give what people really ask for.");
        }

        KeywordLines = string.Join('\n', words);
    }
}
