using Headless.Community.Search;
using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Campaigns;

[GraphQLDescription("Reviews that were found, the best first.")]
public sealed record CampaignReviewSearchResult(
    [property: ListSize(AssumedSize = 20)] [property: GraphQLDescription("The page that was asked for.")] IReadOnlyList<CampaignReviewHit> Hits,
    [property: GraphQLDescription("How many reviews have every word, counted up to 2 000.")] int TotalCount,
    [property: GraphQLDescription("Whether there are no more than totalCount.")] bool IsTotalCountExact);

[GraphQLDescription("A review that was found.")]
public sealed record CampaignReviewHit(
    [property: GraphQLIgnore] long CampaignKey,
    [property: GraphQLIgnore] string Sought,
    [property: GraphQLDescription("The sum of what the words weigh where they stand: the campaign's name 8, the conclusion 4, the parts 2; each place up to three times.")] int Score);

[GraphQLDescription("A part of a review that has the words.")]
public sealed record CampaignReviewExcerpt(
    [property: GraphQLDescription("The part around the first of them.")] string Text,
    [property: ListSize(AssumedSize = 5)] [property: GraphQLDescription("What to emphasise in that text; no two overlap.")] IReadOnlyList<CampaignReviewRange> Ranges);

[GraphQLDescription("A part of a text, in UTF-16 code units as JavaScript counts them.")]
public sealed record CampaignReviewRange(
    [property: GraphQLDescription("Where it begins.")] int Start,
    [property: GraphQLDescription("How long it is.")] int Length);

/// <summary>Finds reviews by words.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class CampaignReviewSearchQuery
{
    private const int MaxTextLength = 200;
    private const int MaxPage = 50;
    private const int DefaultPage = 20;

    [Authorize(Policies.Read)]
    [Cost(10)]
    [GraphQLDescription("Finds what was learnt before: reviews of campaigns that have every word, ranked. Chinese needs no spaces: words of two characters are found. Other words are found whole, whatever the case.")]
    public static async Task<CampaignReviewSearchResult> GetCampaignReviewSearchAsync(
        CommunityDbContext db,
        [GraphQLDescription("What to look for, at most 200 characters, of which the first 16 words or pairs count.")] string text,
        [GraphQLDescription("Only of campaigns with this goal.")] CampaignGoal? goal,
        [GraphQLDescription("How many, at most 50; 20 unless given.")] int? first,
        [GraphQLDescription("How many of the best to leave out, at most 2 000.")] int? skip,
        CancellationToken cancellationToken)
    {
        var sought = text.Length > MaxTextLength ? text[..MaxTextLength] : text;
        var among = db.Campaigns.Where(c => c.Status == CampaignStatus.Reviewed && (goal == null || c.Goal == goal)).Select(c => c.Id);
        var found = await SearchIndex.FindAsync(
            db, SearchScope.CampaignReview, SearchTokens.Sought(sought), among, Math.Clamp(skip ?? 0, 0, SearchIndex.MaxRanked), Math.Clamp(first ?? DefaultPage, 0, MaxPage), cancellationToken);
        return new CampaignReviewSearchResult([.. found.Hits.Select(h => new CampaignReviewHit(h.OwnerId, sought, h.Score))], found.Count, found.IsCountExact);
    }
}

/// <summary>What a hit leads to.</summary>
[ExtendObjectType<CampaignReviewHit>]
public sealed class CampaignReviewHitNode
{
    [Cost(1)]
    [GraphQLDescription("The campaign.")]
    public static Task<Campaign?> GetCampaignAsync([Parent] CampaignReviewHit hit, ByIdDataLoader<Campaign> campaigns, CancellationToken cancellationToken) =>
        campaigns.LoadAsync(hit.CampaignKey, cancellationToken);

    [Cost(1)]
    [ListSize(AssumedSize = 3)]
    [GraphQLDescription("Where the words stand: in the conclusion, in what went well and in what did not, as far as they have any.")]
    public static async Task<IReadOnlyList<CampaignReviewExcerpt>> GetExcerptsAsync(
        [Parent] CampaignReviewHit hit, ByIdDataLoader<Campaign> campaigns, CampaignReviewLoader reviews, CancellationToken cancellationToken)
    {
        var (campaign, review) = (await campaigns.LoadAsync(hit.CampaignKey, cancellationToken), await reviews.LoadAsync(hit.CampaignKey, cancellationToken));
        return
        [
            .. new[] { campaign?.Review, review?.WentWell, review?.Defects }
                .Select(text => SearchHighlights.In(text, hit.Sought, isWhole: false)).OfType<SearchHighlight>()
                .Select(found => new CampaignReviewExcerpt(found.Text, [.. found.Ranges.Select(r => new CampaignReviewRange(r.Start, r.Length))])),
        ];
    }
}
