namespace Headless.Community.Search;

/// <summary>What a row of the search index belongs to. Stored as a number: a value is never changed or given again.</summary>
public enum SearchScope : byte
{
    ContentItem = 1,
    TitleTemplate = 2,
    CampaignReview = 3,

    /// <summary>Members, by the grams of their names: see <see cref="NameGrams"/>.</summary>
    MemberName = 4,
}

/// <summary>Something can be found by a token: a row of the search index.</summary>
[Unaudited]
public sealed class SearchTerm
{
    public SearchScope Scope { get; init; }

    /// <summary>The key of what is found, in the table that the scope says.</summary>
    public long OwnerId { get; init; }

    public required string Term { get; init; }

    /// <summary>How much the token says of it.</summary>
    public int Weight { get; init; }
}
