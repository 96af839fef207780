using Headless.Community.Segments;

namespace Headless.Server.Features.Segments.Conditions;

[GraphQLDescription("Which tags a member has; every part that is given must hold. A tag whose time is over is not there any more.")]
public sealed record TagsConditionInput(
    [property: ID<Tag>] [property: GraphQLDescription("At least one of these, at most 200.")] IReadOnlyList<long>? AnyOf,
    [property: ID<Tag>] [property: GraphQLDescription("Each of these, at most 20.")] IReadOnlyList<long>? AllOf,
    [property: ID<Tag>] [property: GraphQLDescription("None of these, at most 200.")] IReadOnlyList<long>? NoneOf,
    [property: ID<TagGroup>] [property: GraphQLDescription("At least one tag of one of these tag groups.")] IReadOnlyList<long>? AnyOfGroups,
    [property: ID<TagGroup>] [property: GraphQLDescription("No tag of any of these tag groups.")] IReadOnlyList<long>? NoneOfGroups,
    [property: GraphQLDescription("Only tags that were given by this are looked at.")] TagSource? Source,
    [property: Cost(0)] [property: GraphQLDescription("Only tags that were given in this time are looked at.")] TimeConditionInput? Added) : IConditionInput
{
    LeafCondition IConditionInput.ToCondition(ConditionReading reading) => new TagsCondition
    {
        AnyOf = AnyOf, AllOf = AllOf, NoneOf = NoneOf, AnyOfGroups = AnyOfGroups, NoneOfGroups = NoneOfGroups, Source = Source,
        Added = reading.Time(Added, "added"),
    };
}

public sealed partial record SegmentConditionInput
{
    [Cost(0)]
    [GraphQLDescription("Which tags the member has.")]
    public TagsConditionInput? Tags { get; init; }
}
