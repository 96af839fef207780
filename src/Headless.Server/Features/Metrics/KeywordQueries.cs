using Headless.Metrics.Analysis;
using Headless.Server.Access;

namespace Headless.Server.Features.Metrics;

/// <summary><c>type KeywordReport</c>.</summary>
public sealed class KeywordReportObjectType : ObjectType<KeywordReport>
{
    protected override void Configure(IObjectTypeDescriptor<KeywordReport> descriptor)
    {
        descriptor.Description("What members spoke of in a window. Read from the texts of effective messages of customers, as long as those are kept; nothing is stored for it.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(r => r.Messages).Description("The messages that were read: the newest 20 000 of the window.");
        descriptor.Field(r => r.Members).Description("The distinct members who wrote them.");
        descriptor.Field(r => r.MessagesWithoutText).Description("Effective messages of the window whose text is not kept any more: they count for nothing here.");
        descriptor.Field(r => r.IsComplete).Description("Whether all messages of the window that have a text were read.");
        descriptor.Field(r => r.Keywords).Description("The keywords, in the order that was asked for.");
    }
}

/// <summary>The days of a report.</summary>
[ExtendObjectType<KeywordReport>]
public sealed class KeywordReportNode
{
    [GraphQLDescription("The first day.")]
    public static DateOnly GetFrom([Parent] KeywordReport report) => report.Window.From;

    [GraphQLDescription("The day after the last one.")]
    public static DateOnly GetTo([Parent] KeywordReport report) => report.Window.To;

    [GraphQLDescription("The first day of the window before, which has as many days and ends where this one begins.")]
    public static DateOnly GetPreviousFrom([Parent] KeywordReport report) => report.Previous.From;
}

/// <summary><c>type Keyword</c>.</summary>
public sealed class KeywordObjectType : ObjectType<Keyword>
{
    protected override void Configure(IObjectTypeDescriptor<Keyword> descriptor)
    {
        descriptor.Description("A term that at least three members used: an English word, or two to four Chinese characters that are said together more often than as a part of something longer.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(k => k.Term).Description("The term, in small letters.");
        descriptor.Field(k => k.Messages).Description("How many messages have it; twice in one message counts once.");
        descriptor.Field(k => k.Members).Description("How many distinct members said it.");
        descriptor.Field(k => k.PreviousMessages).Description("How many messages of the window before had it; null where texts of that window are not kept any more, or were too many to read.");
        descriptor.Field(k => k.Change).Description("messages ÷ previousMessages − 1: 0.5 is half as many again; null where previousMessages is null or 0.");
        descriptor.Field(k => k.IsNew).Description("Whether nobody said it in the window before; false where that is not known.");
        descriptor.Field(k => k.Buyers).Name("laterBuyers").Description("Who bought after having said it, beside all who spoke.");
        descriptor.Field(k => k.LinkClicks).Description("Clicks in the window on tracked links whose keyword is the term.");
    }
}

/// <summary><c>type LaterBuyers</c>.</summary>
public sealed class LaterBuyersObjectType : ObjectType<LaterBuyers>
{
    protected override void Configure(IObjectTypeDescriptor<LaterBuyers> descriptor)
    {
        descriptor.Description("Who bought within some days after they first said something. An association: who speaks of sunscreen may have wanted to buy it anyway. Members whose days are not over are left out.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(b => b.Members).Description("Who said it, and whose days are over.");
        descriptor.Field(b => b.Buyers).Description("Those of them with an order that stands within these days.");
        descriptor.Field(b => b.Rate).Description("buyers ÷ members; null where there is nobody.");
        descriptor.Field(b => b.AllMembers).Description("All who spoke in the window, and whose days after their first message are over.");
        descriptor.Field(b => b.AllBuyers).Description("Those of them with an order that stands within these days.");
        descriptor.Field(b => b.RateOfAll).Description("allBuyers ÷ allMembers; null where there is nobody.");
        descriptor.Field(b => b.Lift).Description("rate ÷ rateOfAll: 2 means that they bought twice as often; null where one of them is null, or nobody bought.");
    }
}

/// <summary><c>enum KeywordOrder</c>.</summary>
public sealed class KeywordOrderEnumType : EnumType<KeywordOrder>
{
    protected override void Configure(IEnumTypeDescriptor<KeywordOrder> descriptor)
    {
        descriptor.Description("What keywords are ordered by, the most first; equal ones by members, then by the term.");
        descriptor.Value(KeywordOrder.Members).Description("By how many members said it.");
        descriptor.Value(KeywordOrder.Messages).Description("By how many messages have it.");
        descriptor.Value(KeywordOrder.Rising).Description("By how many more messages have it than in the window before; where that is not known, by members.");
        descriptor.Value(KeywordOrder.Lift).Description("By the lift of later buyers; without one last.");
    }
}

/// <summary>What members speak of.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class KeywordQueries
{
    [Authorize(Policies.ReadMetrics)]
    [Cost(100)]
    [GraphQLDescription("What members spoke of in some days, beside as many days before, and who bought afterwards. What fewer than three members said is never told.")]
    public static Task<KeywordReport> GetKeywordsAsync(
        [GraphQLDescription("The days.")] MetricWindowInput window,
        [GraphQLDescription("Which groups and members; everything unless given.")] MetricScopeInput? scope,
        [GraphQLDescription("What they are ordered by; MEMBERS unless given.")] KeywordOrder? order,
        [GraphQLDescription("How many keywords: 1 to 200.")] [DefaultValue(20)] int first,
        [GraphQLDescription("How many members must have said it: 3 to 1 000.")] [DefaultValue(3)] int minMembers,
        [GraphQLDescription("Within how many days after they first said it an order counts: 1 to 90.")] [DefaultValue(7)] int buyWithinDays,
        AnalysisReader analyses,
        CancellationToken cancellationToken) =>
        ReadAsync(analyses, scope?.ToScope() ?? MetricScope.Everything, window, order, first, minMembers, buyWithinDays, cancellationToken);

    internal static Task<KeywordReport> ReadAsync(
        AnalysisReader analyses, MetricScope scope, MetricWindowInput window, KeywordOrder? order, int first, int minMembers, int buyWithinDays, CancellationToken ct) =>
        analyses.KeywordsAsync(keywords => keywords.GetAsync(
            scope, analyses.WindowOf(window), order ?? KeywordOrder.Members, AnalysisReader.Check(first, 1, KeywordService.MaxFirst, nameof(first)),
            AnalysisReader.Check(minMembers, KeywordService.FewestMembers, 1_000, nameof(minMembers)),
            AnalysisReader.Check(buyWithinDays, 1, KeywordService.MaxBuyWithinDays, nameof(buyWithinDays)), ct));
}

/// <summary>What the members of a group speak of.</summary>
[ExtendObjectType<Group>]
public sealed class GroupKeywords
{
    [Authorize(Policies.ReadMetrics)]
    [Cost(100)]
    [GraphQLDescription("What was spoken of in the group in some days, beside as many days before, and who bought afterwards. What fewer than three members said is never told.")]
    public static Task<KeywordReport> GetKeywordsAsync(
        [Parent(nameof(Group.Id))] Group group,
        [GraphQLDescription("The days.")] MetricWindowInput window,
        [GraphQLDescription("What they are ordered by; MEMBERS unless given.")] KeywordOrder? order,
        [GraphQLDescription("How many keywords: 1 to 200.")] [DefaultValue(20)] int first,
        [GraphQLDescription("How many members must have said it: 3 to 1 000.")] [DefaultValue(3)] int minMembers,
        [GraphQLDescription("Within how many days after they first said it an order counts: 1 to 90.")] [DefaultValue(7)] int buyWithinDays,
        AnalysisReader analyses,
        CancellationToken cancellationToken) =>
        KeywordQueries.ReadAsync(analyses, MetricScope.OfGroup(group.Id), window, order, first, minMembers, buyWithinDays, cancellationToken);
}
