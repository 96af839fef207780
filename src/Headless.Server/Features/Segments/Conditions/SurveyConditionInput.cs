using Headless.Community.Segments;

namespace Headless.Server.Features.Segments.Conditions;

[GraphQLDescription("What a member answered in surveys; every part that is given must hold for the same answer.")]
public sealed record SurveyConditionInput(
    [property: ID<SurveyQuestion>] [property: GraphQLDescription("One of these questions was answered, at most 200.")] IReadOnlyList<long>? Questions,
    [property: ID<SurveyOption>] [property: GraphQLDescription("One of these options was chosen, at most 200.")] IReadOnlyList<long>? Options,
    [property: GraphQLDescription("The number that was answered to one of the questions is at least this.")] double? Gte,
    [property: GraphQLDescription("The number that was answered to one of the questions is at most this.")] double? Lte) : IConditionInput
{
    LeafCondition IConditionInput.ToCondition(ConditionReading reading) => new SurveyCondition { Questions = Questions, Options = Options, Gte = Gte, Lte = Lte };
}

public sealed partial record SegmentConditionInput
{
    [Cost(0)]
    [GraphQLDescription("What the member answered in surveys.")]
    public SurveyConditionInput? Survey { get; init; }
}
