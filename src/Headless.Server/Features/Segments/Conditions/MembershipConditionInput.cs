using Headless.Community.Segments;

namespace Headless.Server.Features.Segments.Conditions;

[GraphQLDescription("Stays in groups: the member has so many of those for which everything given holds. {} is: is in any group.")]
public sealed record MembershipConditionInput(
    [property: ID<Group>] [property: GraphQLDescription("In one of these groups, at most 200.")] IReadOnlyList<long>? Groups,
    [property: GraphQLDescription("In a group of one of these types.")] IReadOnlyList<GroupType>? GroupTypes,
    [property: GraphQLDescription("In a group on one of these platforms.")] IReadOnlyList<Platform>? Platforms,
    [property: GraphQLDescription("Whether it lasts; CURRENT unless given.")] StayState? State,
    [property: GraphQLDescription("In one of these roles.")] IReadOnlyList<MembershipRole>? Roles,
    [property: GraphQLDescription("With an account of one of these kinds.")] IReadOnlyList<AccountKind>? AccountKinds,
    [property: GraphQLDescription("Joined for one of these reasons.")] IReadOnlyList<JoinReason>? JoinReasons,
    [property: GraphQLDescription("Joined in one of these ways.")] IReadOnlyList<JoinSource>? JoinSources,
    [property: GraphQLDescription("Ended in one of these ways: with state ENDED or ANY.")] IReadOnlyList<LeaveKind>? LeaveKinds,
    [property: Cost(0)] [property: GraphQLDescription("When it began.")] TimeConditionInput? Joined,
    [property: Cost(0)] [property: GraphQLDescription("When it ended: with state ENDED or ANY.")] TimeConditionInput? Left,
    [property: Cost(0)] [property: GraphQLDescription("When the last message of it was sent; notWithin finds the silent.")] TimeConditionInput? LastMessage,
    [property: Cost(0)] [property: GraphQLDescription("How many such stays; one or more unless given.")] CountRangeInput? Count) : IConditionInput
{
    LeafCondition IConditionInput.ToCondition(ConditionReading reading) => new MembershipCondition
    {
        Groups = Groups, GroupTypes = GroupTypes, Platforms = Platforms, State = State, Roles = Roles, AccountKinds = AccountKinds,
        JoinReasons = JoinReasons, JoinSources = JoinSources, LeaveKinds = LeaveKinds,
        Joined = reading.Time(Joined, "joined"), Left = reading.Time(Left, "left"), LastMessage = reading.Time(LastMessage, "lastMessage"),
        Count = Count?.ToRange(),
    };
}

/// <summary><c>enum StayState</c>.</summary>
public sealed class StayStateEnumType : EnumType<StayState>
{
    protected override void Configure(IEnumTypeDescriptor<StayState> descriptor)
    {
        descriptor.Description("Which stays in a group are meant.");
        descriptor.Value(StayState.Current).Description("Those that last.");
        descriptor.Value(StayState.Ended).Description("Those that have ended.");
        descriptor.Value(StayState.Any).Description("Both.");
    }
}

public sealed partial record SegmentConditionInput
{
    [Cost(0)]
    [GraphQLDescription("Which groups the member is or was in, as what, since when.")]
    public MembershipConditionInput? Membership { get; init; }
}
