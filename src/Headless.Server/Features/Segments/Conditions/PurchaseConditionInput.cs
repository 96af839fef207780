using Headless.Community.Segments;

namespace Headless.Server.Features.Segments.Conditions;

[GraphQLDescription("What a member bought: orders that stand as PAID. {} is: ever bought something. Who bought nothing has bought 0 times for 0.")]
public sealed record PurchaseConditionInput(
    [property: GraphQLDescription("Only orders in this currency: an ISO 4217 code, such as CNY. Currencies are never added up, so amount needs it.")] string? Currency,
    [property: ID<Group>] [property: GraphQLDescription("Only orders that are put down to one of these groups, at most 200.")] IReadOnlyList<long>? Groups,
    [property: GraphQLDescription("Only orders with a line of one of these categories, at most 200.")] IReadOnlyList<string>? Categories,
    [property: Cost(0)] [property: GraphQLDescription("Only orders that were paid in this time: within is recency.")] TimeConditionInput? Paid,
    [property: Cost(0)] [property: GraphQLDescription("How many orders; one or more where neither this nor amount is given.")] CountRangeInput? Count,
    [property: Cost(0)] [property: GraphQLDescription("How much they come to, in the currency.")] AmountRangeInput? Amount) : IConditionInput
{
    LeafCondition IConditionInput.ToCondition(ConditionReading reading) => new PurchaseCondition
    {
        Currency = Currency, Groups = Groups, Categories = Categories, Paid = reading.Time(Paid, "paid"), Count = Count?.ToRange(), Amount = Amount?.ToRange(),
    };
}

public sealed partial record SegmentConditionInput
{
    [Cost(0)]
    [GraphQLDescription("What the member bought: how often, for how much, how recently.")]
    public PurchaseConditionInput? Purchase { get; init; }
}
