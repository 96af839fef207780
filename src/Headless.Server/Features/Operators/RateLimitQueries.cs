using Headless.Server.Access;

namespace Headless.Server.Features.Operators;

[GraphQLDescription("What the caller may ask for, in units of the cost of operations: the greater of field cost and type cost, 1 at least. The budget refills evenly.")]
public sealed record RateLimit(
    [property: GraphQLDescription("The units that the budget holds when it is whole.")] int Limit,
    [property: GraphQLDescription("The units that this request has taken.")] int Cost,
    [property: GraphQLDescription("The units that are left.")] int Remaining,
    [property: GraphQLDescription("When the budget is whole again, if nothing more is asked for.")] DateTime ResetAt);

/// <summary>What is left of the caller's budget.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class RateLimitQueries
{
    [Authorize]
    [GraphQLDescription("What is left of the caller's budget after this request; null where there is no limit. The same is in the headers of answers over HTTP.")]
    public static RateLimit? GetRateLimit(RequestBudget budget) =>
        budget.State is { } state ? new RateLimit(state.Limit, (int)budget.Cost, state.Remaining, state.ResetAt) : null;
}
