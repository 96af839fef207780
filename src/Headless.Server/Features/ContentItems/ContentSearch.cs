using Headless.Community.Search;
using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.ContentItems;

[GraphQLDescription("What was found, the best first.")]
public sealed record ContentSearchResult(
    [property: ListSize(AssumedSize = 20)] [property: GraphQLDescription("The page that was asked for.")] IReadOnlyList<ContentSearchHit> Hits,
    [property: GraphQLDescription("How many items have every word, counted up to 2 000.")] int TotalCount,
    [property: GraphQLDescription("Whether there are no more than totalCount.")] bool IsTotalCountExact);

[GraphQLDescription("A content item that was found.")]
public sealed record ContentSearchHit(
    [property: GraphQLIgnore] long ItemId,
    [property: GraphQLIgnore] string Sought,
    [property: GraphQLDescription("The sum of what the words weigh where they stand: title 20, topic 8, audience 4, outline, key points and brief 2, body 1; each place up to three times.")] int Score);

[GraphQLDescription("The part of a content item that the words stand in.")]
public enum ContentSearchField
{
    Title = 1,
    Topic = 2,
    Body = 3,
}

/// <summary><c>enum ContentSearchField</c>.</summary>
public sealed class ContentSearchFieldEnumType : EnumType<ContentSearchField>
{
    protected override void Configure(IEnumTypeDescriptor<ContentSearchField> descriptor)
    {
        descriptor.Description("A part of a content item that words stand in.");
        descriptor.Value(ContentSearchField.Title).Description("The title.");
        descriptor.Value(ContentSearchField.Topic).Description("The topic.");
        descriptor.Value(ContentSearchField.Body).Description("The text.");
    }
}

[GraphQLDescription("Where the words stand that were sought.")]
public sealed record ContentHighlight(
    [property: GraphQLDescription("In which part.")] ContentSearchField Field,
    [property: GraphQLDescription("The title or topic as a whole; of a text, the part around the first of the words.")] string Text,
    [property: ListSize(AssumedSize = 5)] [property: GraphQLDescription("What to emphasise in that text; no two overlap.")] IReadOnlyList<TextRange> Ranges);

[GraphQLDescription("A part of a text, in UTF-16 code units as JavaScript counts them.")]
public sealed record TextRange(
    [property: GraphQLDescription("Where it begins.")] int Start,
    [property: GraphQLDescription("How long it is.")] int Length);

/// <summary>Finds content by words.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class ContentSearchQuery
{
    private const int MaxTextLength = 200;
    private const int MaxPage = 50;
    private const int DefaultPage = 20;

    [Authorize(Policies.Read)]
    [GraphQLDescription("Finds content that has every word sought, ranked; what is ARCHIVED is not found. Chinese needs no spaces: words of two characters are found, a longer run by each two neighbours, a single character by what begins with it. Other words are found whole, whatever the case.")]
    public static async Task<ContentSearchResult> GetContentSearchAsync(
        CommunityDbContext db,
        [GraphQLDescription("What to look for, at most 200 characters, of which the first 16 words or pairs count.")] string text,
        [GraphQLDescription("Only with this status.")] ContentStatus? status,
        [GraphQLDescription("Only of this category.")] ContentCategory? category,
        [GraphQLDescription("Only of this library.")] ContentKind? kind,
        [GraphQLDescription("How many, at most 50; 20 unless given.")] int? first,
        [GraphQLDescription("How many of the best to leave out, at most 2 000: what earlier pages had.")] int? skip,
        CancellationToken cancellationToken)
    {
        var sought = text.Length > MaxTextLength ? text[..MaxTextLength] : text;
        IQueryable<long>? among = null;
        if (status is not null || category is not null || kind is not null)
        {
            among = db.ContentItems
                .Where(i => (status == null || i.Status == status) && (category == null || i.Category == category) && (kind == null || i.Kind == kind))
                .Select(i => i.Id);
        }

        var found = await SearchIndex.FindAsync(
            db, SearchScope.ContentItem, SearchTokens.Sought(sought), among, Math.Clamp(skip ?? 0, 0, SearchIndex.MaxRanked), Math.Clamp(first ?? DefaultPage, 0, MaxPage), cancellationToken);
        return new ContentSearchResult([.. found.Hits.Select(h => new ContentSearchHit(h.OwnerId, sought, h.Score))], found.Count, found.IsCountExact);
    }
}

/// <summary>What a hit leads to.</summary>
[ExtendObjectType<ContentSearchHit>]
public sealed class ContentSearchHitNode
{
    [Cost(1)]
    [GraphQLDescription("The item.")]
    public static Task<ContentItem?> GetItemAsync([Parent] ContentSearchHit hit, ByIdDataLoader<ContentItem> items, CancellationToken cancellationToken) =>
        items.LoadAsync(hit.ItemId, cancellationToken);

    [Cost(1)]
    [ListSize(AssumedSize = 3)]
    [GraphQLDescription("Where the words stand: title, topic and body, as far as they have any.")]
    public static async Task<IReadOnlyList<ContentHighlight>> GetHighlightsAsync(
        [Parent] ContentSearchHit hit, ByIdDataLoader<ContentItem> items, CancellationToken cancellationToken)
    {
        var item = await items.LoadAsync(hit.ItemId, cancellationToken);
        (ContentSearchField Field, string? Text)[] parts =
            [(ContentSearchField.Title, item?.Title), (ContentSearchField.Topic, item?.Topic), (ContentSearchField.Body, item?.Body)];
        return
        [
            .. parts.Select(p => (p.Field, Found: SearchHighlights.In(p.Text, hit.Sought, isWhole: p.Field != ContentSearchField.Body)))
                .Where(p => p.Found is not null)
                .Select(p => new ContentHighlight(p.Field, p.Found!.Text, [.. p.Found.Ranges.Select(r => new TextRange(r.Start, r.Length))])),
        ];
    }
}
