using Headless.Metrics.Analysis;
using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Metrics;

[GraphQLDescription("A step of a funnel: something of a kind that happens to a member.")]
public sealed record FunnelStepInput(
    [property: GraphQLDescription("The kind. MESSAGE_SENT means effective messages, by day; ORDER_RECORDED orders that stand, when they were paid; MEMBER_JOINED joins of customers that were seen.")] ActivityKind Kind,
    [property: GraphQLDescription("MEMBER_JOINED: only through channels of these kinds, at most 20.")] IReadOnlyList<JoinChannelKind>? ChannelKinds,
    [property: ID<JoinChannel>] [property: GraphQLDescription("MEMBER_JOINED: only through this channel.")] long? ChannelId,
    [property: ID<Campaign>] [property: GraphQLDescription("Only what hangs on this campaign; messages hang on none.")] long? CampaignId,
    [property: ID<ContentItem>] [property: GraphQLDescription("Only what hangs on this piece of content; messages and orders hang on none.")] long? ContentItemId,
    [property: GraphQLDescription("How often it has to happen: 1 to 100, 1 unless given.")] int? MinCount)
{
    internal FunnelStep ToStep() => ChannelKinds?.Count > 20 || MinCount is < 1 or > 100
        || (Kind != ActivityKind.MemberJoined && (ChannelKinds is not null || ChannelId is not null))
        || (Kind == ActivityKind.MessageSent && (CampaignId is not null || ContentItemId is not null)) || (Kind == ActivityKind.OrderRecorded && ContentItemId is not null)
            ? throw new GraphQLException(ErrorBuilder.New()
                .SetMessage("A step of this kind cannot be cut down so: channels are those of MEMBER_JOINED, messages hang on no campaign or content, orders on no content; 'minCount' is 1 to 100.")
                .SetCode("INVALID_FUNNEL").Build())
            : new FunnelStep(Kind, ChannelKinds is null ? null : [.. ChannelKinds.Distinct().Order()], ChannelId, CampaignId, ContentItemId, MinCount ?? 1);
}

/// <summary>Funnels that the caller defines.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class FunnelQueries
{
    [Authorize(Policies.ReadMetrics)]
    [Cost(50)]
    [GraphQLDescription(
        "How far people come along some steps. Somebody enters with their first first step in the window; each further step is the first one after the step before it, within some days of entering. Give the steps, or a template.")]
    public static Task<FunnelResult> GetFunnelAsync(
        [GraphQLDescription("The days of the first step.")] MetricWindowInput window,
        [GraphQLDescription("The steps in their order, 1 to 8.")] IReadOnlyList<FunnelStepInput>? steps,
        [GraphQLDescription("One of the three paths of the field, instead of steps.")] FunnelTemplate? template,
        [GraphQLDescription("Within how many days of entering everything has to happen: 1 to 366.")] [DefaultValue(30)] int withinDays,
        [GraphQLDescription("What the figures are about; everything unless given.")] MetricScopeInput? scope,
        AnalysisReader analyses,
        CancellationToken cancellationToken)
    {
        if ((steps is null) == (template is null) || steps?.Count is 0 or > FunnelService.MaxSteps)
        {
            throw new GraphQLException(ErrorBuilder.New().SetMessage($"Give either 'steps', 1 to {FunnelService.MaxSteps} of them, or 'template'.").SetCode("INVALID_FUNNEL").Build());
        }

        var asked = template is { } known ? FunnelTemplates.Of(known) : [.. steps!.Select(s => s.ToStep())];
        return analyses.FunnelAsync(funnels => funnels.GetAsync(
            scope?.ToScope() ?? MetricScope.Everything, analyses.WindowOf(window), asked, AnalysisReader.Check(withinDays, 1, FunnelService.MaxWithinDays, nameof(withinDays)), cancellationToken));
    }
}

/// <summary><c>enum FunnelTemplate</c>.</summary>
public sealed class FunnelTemplateEnumType : EnumType<FunnelTemplate>
{
    protected override void Configure(IEnumTypeDescriptor<FunnelTemplate> descriptor)
    {
        descriptor.Description("The three paths of the field, as funnels to begin with.");
        descriptor.Value(FunnelTemplate.Acquire).Description("拉新: joins, speaks, buys.");
        descriptor.Value(FunnelTemplate.Retain).Description("留存: joins through an advertisement, a site or an official account, speaks, buys, buys again.");
        descriptor.Value(FunnelTemplate.Convert).Description("转化: joins through a short video, buys.");
    }
}

/// <summary><c>type FunnelResult</c>.</summary>
public sealed class FunnelResultObjectType : ObjectType<FunnelResult>
{
    protected override void Configure(IObjectTypeDescriptor<FunnelResult> descriptor)
    {
        descriptor.Description("How far people came along some steps.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(f => f.Entrants).Description("Distinct people who took the first step in the window.");
        descriptor.Field(f => f.Steps).Description("The steps in their order.");
        descriptor.Field(f => f.FirstTouches).Description("The same by the channel of each person's first stay in a group of the scope, the most people first.");
    }
}

/// <summary><c>type FunnelStepResult</c>.</summary>
public sealed class FunnelStepResultObjectType : ObjectType<FunnelStepResult>
{
    protected override void Configure(IObjectTypeDescriptor<FunnelStepResult> descriptor)
    {
        descriptor.Description("How many came as far as a step.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(s => s.Count).Description("Distinct people.");
        descriptor.Field(s => s.ShareOfPrevious).Description("count ÷ that of the step before; null for the first, and where nobody took that.");
        descriptor.Field(s => s.ShareOfFirst).Description("count ÷ that of the first step; null where nobody took that.");
        descriptor.Field(s => s.MedianDays).Description("After how many days half of those who came so far had; null for the first step, and where nobody came so far.");
    }
}

/// <summary>What a step of a funnel was.</summary>
[ExtendObjectType<FunnelStepResult>]
public sealed class FunnelStepOfResult
{
    [GraphQLDescription("What has to happen.")]
    public static ActivityKind GetKind([Parent] FunnelStepResult result) => result.Step.Kind;

    [GraphQLDescription("How often.")]
    public static int GetMinCount([Parent] FunnelStepResult result) => result.Step.MinCount;
}

/// <summary><c>type FunnelTouch</c>.</summary>
public sealed class FunnelTouchObjectType : ObjectType<FunnelTouch>
{
    protected override void Configure(IObjectTypeDescriptor<FunnelTouch> descriptor)
    {
        descriptor.Description("A funnel of those whom one channel brought first.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(t => t.Counts).Description("How many came as far as each step.");
    }
}

/// <summary>Where the people of a funnel came from.</summary>
[ExtendObjectType<FunnelTouch>]
public sealed class FunnelTouchEdges
{
    [Cost(1)]
    [GraphQLDescription("The channel; null: none is known.")]
    public static Task<JoinChannel?> GetChannelAsync([Parent] FunnelTouch touch, ByIdDataLoader<JoinChannel> channels, CancellationToken cancellationToken) =>
        channels.LoadAsync(touch.ChannelId, cancellationToken);
}
