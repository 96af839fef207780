using Headless.Community.Segments;

namespace Headless.Server.Features.Segments.Conditions;

[GraphQLDescription("What kind of customer a member is.")]
public sealed record ClassConditionInput(
    [property: GraphQLDescription("One of these.")] IReadOnlyList<MemberClass> In) : IConditionInput
{
    LeafCondition IConditionInput.ToCondition(ConditionReading reading) => new ClassCondition { In = In };
}

public sealed partial record SegmentConditionInput
{
    [Cost(0)]
    [GraphQLDescription("What kind of customer the member is.")]
    public ClassConditionInput? Class { get; init; }
}
