using Headless.Community.Moderation.Matching;

namespace Headless.Community;

/// <summary>
/// Words that rules look for. Width and case never count. Words come and go without a new version of the rules; a violation keeps the
/// word that it was found by.
/// </summary>
public sealed class SensitiveWordList : Entity
{
    public const int NameMaxLength = 200;
    public const int DescriptionMaxLength = 1000;

    /// <summary>NFKC makes a word longer where it takes a sign apart; a word that becomes longer than this is refused.</summary>
    public const int FoldedMaxLength = 200;

    /// <summary>The most words of a list.</summary>
    public const int MaxWords = 50_000;

    /// <summary>The name; unique.</summary>
    public required string Name { get; set; }

    public string? Description { get; set; }

    /// <summary>Whether a word is also found with spaces, dots or dashes between its characters: 赌 博, 赌-博.</summary>
    public bool IgnoresSeparators { get; init; }

    /// <summary>Whether a word in letters of an alphabet counts only where no letter or digit adjoins it: "ass" is not in "class".</summary>
    public bool WholeWords { get; init; }

    /// <summary>Goes up whenever words come or go.</summary>
    public int Revision { get; private set; } = 1;

    /// <summary>How many words it has.</summary>
    public int WordCount { get; private set; }

    public List<SensitiveWord> Words { get; } = [];

    /// <summary>Notes how many words it has now.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.TooManyWords"/>.</exception>
    public void CountWords(int words)
    {
        if (words > MaxWords)
        {
            throw new DomainException(DomainErrorCodes.TooManyWords, $"A list has at most {MaxWords} words and this one would have {words}: make another list.");
        }

        (WordCount, Revision) = (words, Revision + 1);
    }

    /// <summary>The form in which a word is compared; empty for one that holds nothing to look for.</summary>
    public string Fold(string word) => WordAutomaton.Fold(word, IgnoresSeparators);
}

/// <summary>A word of a list.</summary>
[Unaudited]
public sealed class SensitiveWord : Entity
{
    public const int TextMaxLength = 64;

    public long SensitiveWordListId { get; set; }

    public SensitiveWordList SensitiveWordList { get; set; } = null!;

    /// <summary>As it was entered.</summary>
    public required string Text { get; init; }

    /// <summary>As it is compared; unique in its list.</summary>
    public required string Folded { get; init; }
}
