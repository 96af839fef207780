using Headless.Community.Segments;

namespace Headless.Server.Features.Segments.Conditions;

[GraphQLDescription("How often and how recently something was caused here that the log has of a member. What is reported from outside has conditions of its own: membership, messages, purchase.")]
public sealed record ActivityConditionInput(
    [property: GraphQLDescription("What happened: one of these, at most 20 kinds.")] IReadOnlyList<ActivityKind> Kinds,
    [property: ID<Group>] [property: GraphQLDescription("Only in these groups, at most 200; anywhere unless given.")] IReadOnlyList<long>? Groups,
    [property: Cost(0)] [property: GraphQLDescription("When; ever unless given.")] TimeConditionInput? Occurred,
    [property: Cost(0)] [property: GraphQLDescription("How often; once or more unless given.")] CountRangeInput? Count) : IConditionInput
{
    LeafCondition IConditionInput.ToCondition(ConditionReading reading) => new ActivityCondition
    {
        Kinds = Kinds, Groups = Groups, Occurred = reading.Time(Occurred, "occurred"), Count = Count?.ToRange(),
    };
}

public sealed partial record SegmentConditionInput
{
    [Cost(0)]
    [GraphQLDescription("What the log has of the member.")]
    public ActivityConditionInput? Activity { get; init; }
}
