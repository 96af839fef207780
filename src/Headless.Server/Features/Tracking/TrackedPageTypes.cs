namespace Headless.Server.Features.Tracking;

/// <summary><c>type TrackedPage</c>.</summary>
public sealed class TrackedPageObjectType : ObjectType<TrackedPage>
{
    protected override void Configure(IObjectTypeDescriptor<TrackedPage> descriptor)
    {
        descriptor.Description("A page in the world, such as that of an event, whose views (PV) and visitors (UV) are counted. A visitor counts once on a day of the reporting time zone, however often they come; over several days the visitors of each day are added up. No address, no browser and nothing that tells visitors again on another day is kept.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(p => p.Id).ResolveNodeWith<TrackedPageNode>(n => TrackedPageNode.GetTrackedPageAsync(default, default!, default));
        descriptor.Field(p => p.Id).Description("The global id.");
        descriptor.Field(p => p.Name).Description("What staff call it.");
        descriptor.Field(p => p.Url).Description("Where its links lead.");
        descriptor.Field(p => p.Counting).Description("What its views are.");
        descriptor.Field(p => p.Status).Description("Whether its links lead to it.");
        descriptor.Field(p => p.RetiredAt).Description("When it was retired; null: it is not.");
        descriptor.Field(p => p.ViewCount).Description("PV: all views so far. At most 200 of one visitor on a day count.");
        descriptor.Field(p => p.VisitorCount).Description("UV: the visitors of each day so far, added up: who came on two days counts twice.");
        descriptor.Field(p => p.CreatedAt).Description("When it was entered.");
        descriptor.Field(p => p.UpdatedAt).Description("When it was last changed; a view does not change it.");
        descriptor.Field(p => p.Version).Description("Goes up with every change but views. Send it back with a change to be told when somebody else was faster.");
    }
}

/// <summary><c>type TrackedLink</c>.</summary>
public sealed class TrackedLinkObjectType : ObjectType<TrackedLink>
{
    protected override void Configure(IObjectTypeDescriptor<TrackedLink> descriptor)
    {
        descriptor.Description("A link to a tracked page with a code of its own: posted in one place, it tells what that place brought.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(l => l.Id).ResolveNodeWith<TrackedLinkNode>(n => TrackedLinkNode.GetTrackedLinkAsync(default, default!, default));
        descriptor.Field(l => l.Id).Description("The global id.");
        descriptor.Field(l => l.Code).Description("What stands in its address; made up, never given again.");
        descriptor.Field(l => l.Name).Description("Where it is posted, in staff's words.");
        descriptor.Field(l => l.Keyword).Description("The search word that it answers.");
        descriptor.Field(l => l.ExpiresAt).Description("From when on it leads nowhere; null: never.");
        descriptor.Field(l => l.Status).Description("Whether it leads to its page.");
        descriptor.Field(l => l.ClickCount).Description("All clicks so far. Those of crawlers, previews and whatever fetches ahead do not count, nor HEAD requests; at most 200 of one visitor on a day do.");
        descriptor.Field(l => l.VisitorCount).Description("The distinct visitors of each day so far, added up.");
        descriptor.Field(l => l.CreatedAt).Description("When it was made.");
        descriptor.Field(l => l.UpdatedAt).Description("When it was last changed; a click does not change it.");
        descriptor.Field(l => l.Version).Description("Goes up with every change but clicks. Send it back with a change to be told when somebody else was faster.");
    }
}

/// <summary><c>type PageDay</c>.</summary>
public sealed class PageDayObjectType : ObjectType<PageDay>
{
    protected override void Configure(IObjectTypeDescriptor<PageDay> descriptor)
    {
        descriptor.Description("What was counted on a day of the reporting time zone. Days on which nothing was are left out.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(d => d.Day).Description("The day.");
        descriptor.Field(d => d.Views).Description("PV; of a link: clicks.");
        descriptor.Field(d => d.Visitors).Description("UV: distinct visitors of that day; at most 500 000 are told apart.");
    }
}

/// <summary><c>enum PageCounting</c>.</summary>
public sealed class PageCountingEnumType : EnumType<PageCounting>
{
    protected override void Configure(IEnumTypeDescriptor<PageCounting> descriptor)
    {
        descriptor.Description("What the views of a page are. One of the two, so that nothing counts twice.");
        descriptor.Value(PageCounting.Clicks).Description("Clicks on its links, which the redirect counts: the page need not do anything. Visitors are told apart by address and browser, so two behind one address with the same browser are one.");
        descriptor.Value(PageCounting.Reports).Description("What the page reports with recordPageViews, by its own names of visitors. Clicks on its links count for the links alone.");
    }
}

/// <summary><c>enum TrackingStatus</c>.</summary>
public sealed class TrackingStatusEnumType : EnumType<TrackingStatus>
{
    protected override void Configure(IEnumTypeDescriptor<TrackingStatus> descriptor)
    {
        descriptor.Description("Whether a link or the links of a page lead anywhere.");
        descriptor.Value(TrackingStatus.Active).Description("They do.");
        descriptor.Value(TrackingStatus.Retired).Description("Not any more, for good: who follows one is told 410 Gone. What was counted stays.");
    }
}
