using Headless.Community;

namespace Headless.Metrics.Analysis;

/// <summary>A step of a funnel: something of a kind that happened to a member .</summary>
/// <param name="Kind">The kind of activity.</param>
/// <param name="ChannelKinds">MEMBER_JOINED: only through a channel of these kinds.</param>
/// <param name="ChannelId">MEMBER_JOINED: only through this channel.</param>
/// <param name="CampaignId">Only what hangs on this campaign.</param>
/// <param name="ContentItemId">Only what hangs on this content.</param>
/// <param name="MinCount">How often: the step is taken when it happened so many times.</param>
public sealed record FunnelStep(
    ActivityKind Kind, IReadOnlyList<JoinChannelKind>? ChannelKinds = null, long? ChannelId = null, long? CampaignId = null, long? ContentItemId = null, int MinCount = 1);

/// <summary>How far people got.</summary>
/// <param name="Entrants">Distinct people who took the first step in the window.</param>
/// <param name="Steps">The steps.</param>
/// <param name="FirstTouches">The same by the channel of each person's first stay.</param>
public sealed record FunnelResult(long Entrants, IReadOnlyList<FunnelStepResult> Steps, IReadOnlyList<FunnelTouch> FirstTouches);

/// <summary>How many came as far as a step.</summary>
/// <param name="Step">The step.</param>
/// <param name="Count">Distinct people.</param>
/// <param name="ShareOfPrevious">Count ÷ that of the step before; null for the first, and where nobody took that.</param>
/// <param name="ShareOfFirst">Count ÷ that of the first.</param>
/// <param name="MedianDays">Days from the first step to this one for half of them; null for the first, and where nobody came so far.</param>
public sealed record FunnelStepResult(FunnelStep Step, long Count, double? ShareOfPrevious, double? ShareOfFirst, double? MedianDays);

/// <summary>A funnel of those whom one channel brought.</summary>
/// <param name="ChannelId">The channel; null: none is known.</param>
/// <param name="Counts">How many came as far as each step.</param>
public sealed record FunnelTouch(long? ChannelId, IReadOnlyList<long> Counts);

/// <summary>The three paths of the article as funnels to begin with .</summary>
public enum FunnelTemplate
{
    /// <summary>拉新: into the group, speaking, buying.</summary>
    Acquire,

    /// <summary>留存: from an advertisement, a site or an official account into the group, speaking, buying, buying again.</summary>
    Retain,

    /// <summary>转化: from a short video into the group, buying.</summary>
    Convert,
}

/// <summary>What the templates are.</summary>
public static class FunnelTemplates
{
    public static IReadOnlyList<FunnelStep> Of(FunnelTemplate template) => template switch
    {
        FunnelTemplate.Retain =>
        [
            new(ActivityKind.MemberJoined, [JoinChannelKind.PaidAd, JoinChannelKind.Website, JoinChannelKind.OfficialAccount]),
            new(ActivityKind.MessageSent), new(ActivityKind.OrderRecorded), new(ActivityKind.OrderRecorded),
        ],
        FunnelTemplate.Convert => [new(ActivityKind.MemberJoined, [JoinChannelKind.ShortVideo]), new(ActivityKind.OrderRecorded)],
        _ => [new(ActivityKind.MemberJoined), new(ActivityKind.MessageSent), new(ActivityKind.OrderRecorded)],
    };
}
