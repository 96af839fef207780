using Headless.Community.Segments;

namespace Headless.Server.Features.Segments.Conditions;

[GraphQLDescription("The gender, where a member told it.")]
public sealed record GenderConditionInput(
    [property: GraphQLDescription("One of these; who did not tell is in none.")] IReadOnlyList<Gender> In) : IConditionInput
{
    LeafCondition IConditionInput.ToCondition(ConditionReading reading) => new GenderCondition { In = In };
}

[GraphQLDescription("The year of birth. Personal data: needs READ_PERSONAL_DATA.")]
public sealed record BirthYearConditionInput(
    [property: GraphQLDescription("This year or later.")] int? Gte,
    [property: GraphQLDescription("This year or earlier.")] int? Lte) : IConditionInput
{
    LeafCondition IConditionInput.ToCondition(ConditionReading reading) => new BirthYearCondition { Gte = Gte, Lte = Lte };
}

[GraphQLDescription("Whether a member is kept out.")]
public sealed record BlacklistedConditionInput(
    [property: GraphQLDescription("true: kept out; false: not.")] bool Eq) : IConditionInput
{
    LeafCondition IConditionInput.ToCondition(ConditionReading reading) => new BlacklistedCondition { Eq = Eq };
}

[GraphQLDescription("The accounts that a member has on platforms.")]
public sealed record IdentityConditionInput(
    [property: GraphQLDescription("On one of these platforms.")] IReadOnlyList<Platform>? Platforms,
    [property: GraphQLDescription("Only those that somebody has checked, or that nobody has.")] bool? IsVerified,
    [property: Cost(0)] [property: GraphQLDescription("How many; one or more unless given.")] CountRangeInput? Count) : IConditionInput
{
    LeafCondition IConditionInput.ToCondition(ConditionReading reading) =>
        new IdentityCondition { Platforms = Platforms, IsVerified = IsVerified, Count = Count?.ToRange() };
}

[GraphQLDescription("Whether a member is in other segments, as they stand: with who was put into them or kept out by hand.")]
public sealed record InSegmentConditionInput(
    [property: ID<Segment>] [property: GraphQLDescription("In at least one of these, at most 20.")] IReadOnlyList<long>? In,
    [property: ID<Segment>] [property: GraphQLDescription("In none of these, at most 20.")] IReadOnlyList<long>? NotIn) : IConditionInput
{
    LeafCondition IConditionInput.ToCondition(ConditionReading reading) => new InSegmentCondition { In = In, NotIn = NotIn };
}

public sealed partial record SegmentConditionInput
{
    [Cost(0)]
    [GraphQLDescription("The member's gender.")]
    public GenderConditionInput? Gender { get; init; }

    [Cost(0)]
    [GraphQLDescription("The member's year of birth. Personal data: needs READ_PERSONAL_DATA.")]
    public BirthYearConditionInput? BirthYear { get; init; }

    [Cost(0)]
    [GraphQLDescription("Whether the member is kept out.")]
    public BlacklistedConditionInput? Blacklisted { get; init; }

    [Cost(0)]
    [GraphQLDescription("The member's accounts on platforms.")]
    public IdentityConditionInput? Identity { get; init; }

    [Cost(0)]
    [GraphQLDescription("Which other segments the member is in.")]
    public InSegmentConditionInput? Segment { get; init; }
}
