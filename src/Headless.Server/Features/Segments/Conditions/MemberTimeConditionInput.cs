using Headless.Community.Segments;

namespace Headless.Server.Features.Segments.Conditions;

[GraphQLDescription("When the member was entered here; every bound that is given must hold.")]
public sealed record CreatedConditionInput(
    [property: GraphQLDescription("Not longer ago than this: P30D, P6M, P1Y, P2W, PT12H.")] string? Within,
    [property: GraphQLDescription("Longer ago than this.")] string? NotWithin,
    [property: GraphQLDescription("At this time or later.")] DateTimeOffset? Since,
    [property: GraphQLDescription("Earlier than this time.")] DateTimeOffset? Before) : IConditionInput
{
    LeafCondition IConditionInput.ToCondition(ConditionReading reading) => new CreatedCondition
    {
        Within = reading.Duration(Within, "within"), NotWithin = reading.Duration(NotWithin, "notWithin"), Since = Since?.UtcDateTime, Before = Before?.UtcDateTime,
    };
}

[GraphQLDescription("When the member was first active anywhere; every bound that is given must hold.")]
public sealed record FirstSeenConditionInput(
    [property: GraphQLDescription("Not longer ago than this: P30D, P6M, P1Y, P2W, PT12H.")] string? Within,
    [property: GraphQLDescription("Longer ago than this, or never.")] string? NotWithin,
    [property: GraphQLDescription("At this time or later.")] DateTimeOffset? Since,
    [property: GraphQLDescription("Earlier than this time; never is not earlier.")] DateTimeOffset? Before) : IConditionInput
{
    LeafCondition IConditionInput.ToCondition(ConditionReading reading) => new FirstSeenCondition
    {
        Within = reading.Duration(Within, "within"), NotWithin = reading.Duration(NotWithin, "notWithin"), Since = Since?.UtcDateTime, Before = Before?.UtcDateTime,
    };
}

[GraphQLDescription("When the member was last active anywhere; every bound that is given must hold.")]
public sealed record LastActiveConditionInput(
    [property: GraphQLDescription("Not longer ago than this: P30D, P6M, P1Y, P2W, PT12H.")] string? Within,
    [property: GraphQLDescription("Longer ago than this, or never.")] string? NotWithin,
    [property: GraphQLDescription("At this time or later.")] DateTimeOffset? Since,
    [property: GraphQLDescription("Earlier than this time; never is not earlier.")] DateTimeOffset? Before) : IConditionInput
{
    LeafCondition IConditionInput.ToCondition(ConditionReading reading) => new LastActiveCondition
    {
        Within = reading.Duration(Within, "within"), NotWithin = reading.Duration(NotWithin, "notWithin"), Since = Since?.UtcDateTime, Before = Before?.UtcDateTime,
    };
}

public sealed partial record SegmentConditionInput
{
    [Cost(0)]
    [GraphQLDescription("When the member was entered here.")]
    public CreatedConditionInput? Created { get; init; }

    [Cost(0)]
    [GraphQLDescription("When the member was first active anywhere.")]
    public FirstSeenConditionInput? FirstSeen { get; init; }

    [Cost(0)]
    [GraphQLDescription("When the member was last active anywhere.")]
    public LastActiveConditionInput? LastActive { get; init; }
}
