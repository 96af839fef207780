using Headless.Community.Segments;

namespace Headless.Server.Features.Segments.Conditions;

[GraphQLDescription("What a member has under an attribute of the brand's own; without a bound: any value. Asking needs the right to read its values.")]
public sealed record AttributeConditionInput(
    [property: ID<AttributeDefinition>] [property: GraphQLDescription("The attribute.")] long DefinitionId,
    [property: GraphQLDescription("TEXT, OPTION: one of these, at most 200.")] IReadOnlyList<string>? In,
    [property: GraphQLDescription("NUMBER: this or more.")] decimal? Gte,
    [property: GraphQLDescription("NUMBER: this or less.")] decimal? Lte,
    [property: GraphQLDescription("BOOLEAN: this.")] bool? Eq,
    [property: GraphQLDescription("DATE: this day or later.")] DateOnly? From,
    [property: GraphQLDescription("DATE: this day or earlier.")] DateOnly? To) : IConditionInput
{
    LeafCondition IConditionInput.ToCondition(ConditionReading reading) =>
        new AttributeCondition { DefinitionId = DefinitionId, In = In, Gte = Gte, Lte = Lte, Eq = Eq, From = From, To = To };
}

public sealed partial record SegmentConditionInput
{
    [Cost(0)]
    [GraphQLDescription("What the member has under an attribute of the brand's own.")]
    public AttributeConditionInput? Attribute { get; init; }
}
