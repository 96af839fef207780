using Headless.Metrics.Analysis;
using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Metrics;

/// <summary>Rankings of members over groups.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class RankingQueries
{
    [Authorize(Policies.ReadMetrics)]
    [Cost(50)]
    [ListSize(AssumedSize = 200, SlicingArguments = ["first"], RequireOneSlicingArgument = false)]
    [GraphQLDescription("The members who come first in something, each with the parts of the score.")]
    public static Task<IReadOnlyList<RankedMember>> GetLeaderboardAsync(
        [GraphQLDescription("What they are ranked by.")] LeaderboardKind kind,
        [GraphQLDescription("The days.")] MetricWindowInput window,
        [GraphQLDescription("How many members: 1 to 200.")] [DefaultValue(10)] int first,
        [GraphQLDescription("Which groups and members; everything unless given.")] MetricScopeInput? scope,
        [GraphQLDescription("PURCHASES: only orders in this currency, an ISO 4217 code; needed where there are several.")] string? currency,
        AnalysisReader analyses,
        CancellationToken cancellationToken) =>
        analyses.RankingAsync(rankings => rankings.GetLeaderboardAsync(
            kind, scope?.ToScope() ?? MetricScope.Everything, analyses.WindowOf(window), AnalysisReader.Check(first, 1, RankingService.MaxRanked, nameof(first)), currency, cancellationToken));
}

/// <summary>Rankings of the members of a group.</summary>
[ExtendObjectType<Group>]
public sealed class GroupRankings
{
    [Authorize(Policies.ReadMetrics)]
    [Cost(50)]
    [ListSize(AssumedSize = 200, SlicingArguments = ["first"], RequireOneSlicingArgument = false)]
    [GraphQLDescription("The members who come first in something, each with the parts of the score.")]
    public static Task<IReadOnlyList<RankedMember>> GetLeaderboardAsync(
        [Parent(nameof(Group.Id))] Group group,
        [GraphQLDescription("What they are ranked by.")] LeaderboardKind kind,
        [GraphQLDescription("The days.")] MetricWindowInput window,
        [GraphQLDescription("How many members: 1 to 200.")] [DefaultValue(10)] int first,
        [GraphQLDescription("PURCHASES: only orders in this currency, an ISO 4217 code; needed where there are several.")] string? currency,
        AnalysisReader analyses,
        CancellationToken cancellationToken) =>
        analyses.RankingAsync(rankings => rankings.GetLeaderboardAsync(
            kind, MetricScope.OfGroup(group.Id), analyses.WindowOf(window), AnalysisReader.Check(first, 1, RankingService.MaxRanked, nameof(first)), currency, cancellationToken));

    [Authorize(Policies.ReadMetrics)]
    [Cost(50)]
    [ListSize(AssumedSize = 200, SlicingArguments = ["first"], RequireOneSlicingArgument = false)]
    [GraphQLDescription(
        "Customers among the members now who could become seed users: score = effectiveMessages + 5 × activeDays + 10 × qualifiedInvites + 2 × repliesReceived. The weights are ours; the article says only: the 20 most active of 300.")]
    public static Task<IReadOnlyList<RankedMember>> GetSeedCandidatesAsync(
        [Parent(nameof(Group.Id))] Group group,
        [GraphQLDescription("The days.")] MetricWindowInput window,
        [GraphQLDescription("How many: 1 to 200; a share of the members unless given.")] int? first,
        [GraphQLDescription("That share, more than 0 and at most 1; 20 of 300 unless given.")] double? share,
        AnalysisReader analyses,
        CancellationToken cancellationToken)
    {
        if (share is not (null or (> 0 and <= 1)))
        {
            throw new GraphQLException(ErrorBuilder.New().SetMessage($"'share' is {share}: give more than 0 and at most 1.").SetCode("PAGE_SIZE_EXCEEDED").Build());
        }

        int? count = first is { } given ? AnalysisReader.Check(given, 1, RankingService.MaxRanked, nameof(first)) : null;
        return analyses.RankingAsync(rankings => rankings.GetSeedCandidatesAsync(group.Id, analyses.WindowOf(window), count, share ?? 20 / 300.0, cancellationToken));
    }

    [Authorize(Policies.ReadMetrics)]
    [Cost(50)]
    [ListSize(AssumedSize = 200, SlicingArguments = ["first"], RequireOneSlicingArgument = false)]
    [GraphQLDescription(
        "Customers among the members now whom others follow: score = 10 × followersWon + 10 × qualifiedInvites + invites + activeDays + 2 × repliesReceived. followersWon are people of whom it was recorded that this member's pull made them come. The weights are ours.")]
    public static Task<IReadOnlyList<RankedMember>> GetKolCandidatesAsync(
        [Parent(nameof(Group.Id))] Group group,
        [GraphQLDescription("The days.")] MetricWindowInput window,
        [GraphQLDescription("How many: 1 to 200.")] [DefaultValue(10)] int first,
        AnalysisReader analyses,
        CancellationToken cancellationToken) =>
        analyses.RankingAsync(rankings => rankings.GetKolCandidatesAsync(
            group.Id, analyses.WindowOf(window), AnalysisReader.Check(first, 1, RankingService.MaxRanked, nameof(first)), cancellationToken));
}

/// <summary><c>enum LeaderboardKind</c>.</summary>
public sealed class LeaderboardKindEnumType : EnumType<LeaderboardKind>
{
    protected override void Configure(IEnumTypeDescriptor<LeaderboardKind> descriptor)
    {
        descriptor.Description("What a leaderboard ranks by.");
        descriptor.Value(LeaderboardKind.Messages).Description("Effective messages. Parts: effectiveMessages, messages, activeDays.");
        descriptor.Value(LeaderboardKind.Invites).Description("People whom they brought and who have qualified. Parts: qualifiedInvites, invites.");
        descriptor.Value(LeaderboardKind.Purchases).Description("What they paid, orders that stand. Parts: revenue, orders.");
        descriptor.Value(LeaderboardKind.Replies).Description("Answers that others gave them, and that they gave. Parts: repliesReceived, repliesGiven.");
    }
}

/// <summary><c>type RankedMember</c>.</summary>
public sealed class RankedMemberObjectType : ObjectType<RankedMember>
{
    protected override void Configure(IObjectTypeDescriptor<RankedMember> descriptor)
    {
        descriptor.Description("A member in a ranking.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(m => m.Rank).Description("From 1. Equal scores are ranked by the parts in their order, then by who was entered first: the same data give the same ranking.");
        descriptor.Field(m => m.Score).Description("The sum of the parts times their weights.");
        descriptor.Field(m => m.Parts).Description("What the score is made of.");
        descriptor.Field(m => m.EffectiveRuleVersion).Description("The version of the rule for effective messages that the parts were counted by, as effectiveMessageRule shows it; null in leaderboards of invites, purchases and replies.");
        descriptor.Field(m => m.Role).Description("What the member is in the group already; null in rankings that are not of candidates.");
    }
}

/// <summary><c>type ScorePart</c>.</summary>
public sealed class ScorePartObjectType : ObjectType<ScorePart>
{
    protected override void Configure(IObjectTypeDescriptor<ScorePart> descriptor)
    {
        descriptor.Description("A part of a score.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(p => p.Name).Description("What it is, in camelCase; stable.");
        descriptor.Field(p => p.Value).Description("How much of it there is.");
        descriptor.Field(p => p.Weight).Description("What one of it adds to the score; 0: it is shown and breaks ties.");
    }
}

/// <summary>Who a ranked member is.</summary>
[ExtendObjectType<RankedMember>]
public sealed class RankedMemberEdges
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [GraphQLDescription("The member; null where the caller may not see them.")]
    public static Task<Member?> GetMemberAsync([Parent] RankedMember ranked, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(ranked.MemberId, cancellationToken);
}
