using Headless.Community.Segments;

namespace Headless.Server.Features.Segments.Conditions;

[GraphQLDescription("How much a member said, over whole days of the reporting time zone. {} is: ever sent an effective message. Accounts of staff and machines send none that count.")]
public sealed record MessagesConditionInput(
    [property: ID<Group>] [property: GraphQLDescription("Only in these groups, at most 200; everywhere unless given.")] IReadOnlyList<long>? Groups,
    [property: GraphQLDescription("Within so many days, today included: 1 to 3 660; ever unless given.")] int? LastDays,
    [property: GraphQLDescription("Whether only effective messages count; true unless given.")] bool? EffectiveOnly,
    [property: Cost(0)] [property: GraphQLDescription("How many messages; one or more where neither this nor activeDays is given.")] CountRangeInput? Count,
    [property: Cost(0)] [property: GraphQLDescription("On how many days.")] CountRangeInput? ActiveDays) : IConditionInput
{
    LeafCondition IConditionInput.ToCondition(ConditionReading reading) => new MessagesCondition
    {
        Groups = Groups, LastDays = LastDays, EffectiveOnly = EffectiveOnly, Count = Count?.ToRange(), ActiveDays = ActiveDays?.ToRange(),
    };
}

public sealed partial record SegmentConditionInput
{
    [Cost(0)]
    [GraphQLDescription("How much the member said, and on how many days.")]
    public MessagesConditionInput? Messages { get; init; }
}
