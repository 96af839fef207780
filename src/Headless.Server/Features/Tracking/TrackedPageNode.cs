using Headless.Server.Access;
using Headless.Server.Reading;
using Headless.Server.Tracking;

namespace Headless.Server.Features.Tracking;

/// <summary>Tracked pages as a list and by id.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class TrackedPageQueries
{
    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<TrackedPageFilterInput>]
    [UseSorting<TrackedPageSortInput>]
    [GraphQLDescription("Pages whose views are counted.")]
    public static IQueryable<TrackedPage> GetTrackedPages(CommunityDbContext db) => db.TrackedPages;

    [Authorize(Policies.Read)]
    [GraphQLDescription("One tracked page; null where there is none or the caller may not see it. Live figures: onTrackedPageChanged.")]
    public static Task<TrackedPage?> GetTrackedPageByIdAsync(
        [ID<TrackedPage>] [GraphQLDescription("The page's global id.")] long id, ByIdDataLoader<TrackedPage> pages, CancellationToken cancellationToken) =>
        pages.LoadAsync(id, cancellationToken);
}

/// <summary>What a tracked page leads to.</summary>
[ExtendObjectType<TrackedPage>]
public sealed class TrackedPageNode
{
    [GraphQLIgnore]
    public static Task<TrackedPage?> GetTrackedPageAsync(long id, ByIdDataLoader<TrackedPage> pages, CancellationToken cancellationToken) => pages.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The group that it is for; null: everybody's.")]
    public static Task<Group?> GetGroupAsync(
        [Parent(nameof(TrackedPage.GroupId))] TrackedPage page, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(page.GroupId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The campaign that it is part of.")]
    public static Task<Campaign?> GetCampaignAsync(
        [Parent(nameof(TrackedPage.CampaignId))] TrackedPage page, ByIdDataLoader<Campaign> campaigns, CancellationToken cancellationToken) =>
        campaigns.LoadAsync(page.CampaignId, cancellationToken);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<TrackedLinkFilterInput>]
    [UseSorting<TrackedLinkSortInput>]
    [GraphQLDescription("Its links, those in groups that the caller may see and those in none.")]
    public static IQueryable<TrackedLink> GetLinks([Parent(nameof(TrackedPage.Id))] TrackedPage page, CommunityDbContext db) =>
        db.TrackedLinks.Where(l => l.PageId == page.Id);

    [Authorize(Policies.ReadMetrics)]
    [Cost(1)]
    [GraphQLDescription("Its views and visitors from one day to another. Many pages cost one statement.")]
    public static Task<PageFigures> GetFiguresAsync(
        [Parent(nameof(TrackedPage.Id))] TrackedPage page,
        [GraphQLDescription("The first day of the reporting time zone; today unless given.")] DateOnly? from,
        [GraphQLDescription("The day after the last one, at most 366 days later; tomorrow unless given.")] DateOnly? to,
        PageFiguresDataLoader figures, ReportingCalendar calendar, TimeProvider clock, CancellationToken cancellationToken) =>
        figures.LoadAsync(PageFiguresKey.Of(page.Id, 0, from, to, calendar.DayOf(clock.GetUtcNow().UtcDateTime)), cancellationToken)!;
}

/// <summary>What a link to a tracked page leads to.</summary>
[ExtendObjectType<TrackedLink>]
public sealed class TrackedLinkNode
{
    [GraphQLIgnore]
    public static Task<TrackedLink?> GetTrackedLinkAsync(long id, ByIdDataLoader<TrackedLink> links, CancellationToken cancellationToken) => links.LoadAsync(id, cancellationToken);

    [GraphQLDescription("The address to post: it answers 302 to the page's url, and counts. Whatever is added to it changes nothing.")]
    public static string GetAddress([Parent(nameof(TrackedLink.Code))] TrackedLink link, TrackingOptions options) => options.AddressOf(link.Code);

    [Cost(1)]
    [GraphQLDescription("The page that it leads to.")]
    public static Task<TrackedPage?> GetPageAsync(
        [Parent(nameof(TrackedLink.PageId))] TrackedLink link, ByIdDataLoader<TrackedPage> pages, CancellationToken cancellationToken) =>
        pages.LoadAsync(link.PageId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The group that it is posted in.")]
    public static Task<Group?> GetGroupAsync(
        [Parent(nameof(TrackedLink.GroupId))] TrackedLink link, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(link.GroupId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The content item that it stands in.")]
    public static Task<ContentItem?> GetContentItemAsync(
        [Parent(nameof(TrackedLink.ContentItemId))] TrackedLink link, ByIdDataLoader<ContentItem> items, CancellationToken cancellationToken) =>
        items.LoadAsync(link.ContentItemId, cancellationToken);

    [Authorize(Policies.ReadMetrics)]
    [Cost(1)]
    [GraphQLDescription("Its clicks and visitors from one day to another. Many links cost one statement.")]
    public static Task<PageFigures> GetFiguresAsync(
        [Parent($"{nameof(TrackedLink.Id)} {nameof(TrackedLink.PageId)}")] TrackedLink link,
        [GraphQLDescription("The first day of the reporting time zone; today unless given.")] DateOnly? from,
        [GraphQLDescription("The day after the last one, at most 366 days later; tomorrow unless given.")] DateOnly? to,
        PageFiguresDataLoader figures, ReportingCalendar calendar, TimeProvider clock, CancellationToken cancellationToken) =>
        figures.LoadAsync(PageFiguresKey.Of(link.PageId, link.Id, from, to, calendar.DayOf(clock.GetUtcNow().UtcDateTime)), cancellationToken)!;
}

/// <summary>The tracked pages of a campaign.</summary>
[ExtendObjectType<Campaign>]
public sealed class CampaignPages
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<TrackedPageFilterInput>]
    [UseSorting<TrackedPageSortInput>]
    [GraphQLDescription("Its pages whose views are counted.")]
    public static IQueryable<TrackedPage> GetTrackedPages([Parent(nameof(Campaign.Id))] Campaign campaign, CommunityDbContext db) =>
        db.TrackedPages.Where(p => p.CampaignId == campaign.Id);
}
