using Headless.Community.Segments;

namespace Headless.Server.Features.Segments.Conditions;

[GraphQLDescription("The province or state: one of some, none of others, or both.")]
public sealed record RegionConditionInput(
    [property: GraphQLDescription("One of these, at most 200; who has none is in none.")] IReadOnlyList<string>? In,
    [property: GraphQLDescription("None of these, at most 200; who has none is kept.")] IReadOnlyList<string>? NotIn) : IConditionInput
{
    LeafCondition IConditionInput.ToCondition(ConditionReading reading) => new RegionCondition { In = In, NotIn = NotIn };
}

[GraphQLDescription("The city: one of some, none of others, or both.")]
public sealed record CityConditionInput(
    [property: GraphQLDescription("One of these, at most 200; who has none is in none.")] IReadOnlyList<string>? In,
    [property: GraphQLDescription("None of these, at most 200; who has none is kept.")] IReadOnlyList<string>? NotIn) : IConditionInput
{
    LeafCondition IConditionInput.ToCondition(ConditionReading reading) => new CityCondition { In = In, NotIn = NotIn };
}

[GraphQLDescription("The customer level: one of some, none of others, or both.")]
public sealed record TierConditionInput(
    [property: GraphQLDescription("One of these, at most 200; who has none is in none.")] IReadOnlyList<string>? In,
    [property: GraphQLDescription("None of these, at most 200; who has none is kept.")] IReadOnlyList<string>? NotIn) : IConditionInput
{
    LeafCondition IConditionInput.ToCondition(ConditionReading reading) => new TierCondition { In = In, NotIn = NotIn };
}

public sealed partial record SegmentConditionInput
{
    [Cost(0)]
    [GraphQLDescription("The province or state that the member lives in.")]
    public RegionConditionInput? Region { get; init; }

    [Cost(0)]
    [GraphQLDescription("The city that the member lives in.")]
    public CityConditionInput? City { get; init; }

    [Cost(0)]
    [GraphQLDescription("The member's customer level.")]
    public TierConditionInput? Tier { get; init; }
}
