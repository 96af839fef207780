using Headless.Community.Search;
using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Titles;

[GraphQLDescription("A title that was found.")]
public sealed record TitleSearchHit(
    [property: GraphQLIgnore] long TitleId,
    [property: GraphQLDescription("The sum of what the words weigh: in the title 4, among its keywords 8, in the note 1.")] int Score);

/// <summary>The title library as a list, by id and by words.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class TitleQueries
{
    private const int MaxTextLength = 200;
    private const int MaxFound = 50;

    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<TitleTemplateFilterInput>]
    [UseSorting<TitleTemplateSortInput>]
    [GraphQLDescription("The title library, which belongs to the whole organisation.")]
    public static IQueryable<TitleTemplate> GetTitleTemplates(CommunityDbContext db) => db.TitleTemplates;

    [Authorize(Policies.Read)]
    [GraphQLDescription("One title of the library; null where there is none.")]
    public static Task<TitleTemplate?> GetTitleTemplateByIdAsync(
        [ID<TitleTemplate>] [GraphQLDescription("The title's global id.")] long id, ByIdDataLoader<TitleTemplate> titles, CancellationToken cancellationToken) =>
        titles.LoadAsync(id, cancellationToken);

    [Authorize(Policies.Read)]
    [ListSize(AssumedSize = 20)]
    [GraphQLDescription("Titles that have every word sought in the title, its keywords or its note, the best first. Chinese needs no spaces.")]
    public static async Task<IReadOnlyList<TitleSearchHit>> GetTitleSearchAsync(
        CommunityDbContext db,
        [GraphQLDescription("What to look for, at most 200 characters.")] string text,
        [GraphQLDescription("Only of this kind.")] TitleKind? kind,
        [GraphQLDescription("How many, at most 50; 20 unless given.")] int? first,
        CancellationToken cancellationToken)
    {
        var among = kind is null ? null : db.TitleTemplates.Where(t => t.Kind == kind).Select(t => t.Id);
        var sought = SearchTokens.Sought(text.Length > MaxTextLength ? text[..MaxTextLength] : text);
        var found = await SearchIndex.FindAsync(db, SearchScope.TitleTemplate, sought, among, 0, Math.Clamp(first ?? 20, 0, MaxFound), cancellationToken);
        return [.. found.Hits.Select(h => new TitleSearchHit(h.OwnerId, h.Score))];
    }
}

/// <summary>What a hit leads to.</summary>
[ExtendObjectType<TitleSearchHit>]
public sealed class TitleSearchHitNode
{
    [Cost(1)]
    [GraphQLDescription("The title.")]
    public static Task<TitleTemplate?> GetTitleAsync([Parent] TitleSearchHit hit, ByIdDataLoader<TitleTemplate> titles, CancellationToken cancellationToken) =>
        titles.LoadAsync(hit.TitleId, cancellationToken);
}
