using Headless.Community.Segments;

namespace Headless.Server.Features.Segments.Conditions;

[GraphQLDescription("How many points a member has in a programme; gte, lte or both. Who never had any has 0.")]
public sealed record PointsConditionInput(
    [property: ID<PointProgram>] [property: GraphQLDescription("The programme.")] long Program,
    [property: GraphQLDescription("At least so many.")] int? Gte,
    [property: GraphQLDescription("At most so many.")] int? Lte) : IConditionInput
{
    LeafCondition IConditionInput.ToCondition(ConditionReading reading) => new PointsCondition { Program = Program, Gte = Gte, Lte = Lte };
}

public sealed partial record SegmentConditionInput
{
    [Cost(0)]
    [GraphQLDescription("How many points the member has.")]
    public PointsConditionInput? Points { get; init; }
}
