using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Operators;

/// <summary>API keys as a list.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class ApiKeyQueries
{
    [Authorize(Policies.Administer)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<ApiKeyFilterInput>]
    [UseSorting<ApiKeySortInput>]
    [GraphQLDescription("Every API key of every operator, also those that work no more. LEAD only.")]
    public static IQueryable<ApiKey> GetApiKeys(CommunityDbContext db) => db.ApiKeys;
}

/// <summary>What an API key leads to.</summary>
[ExtendObjectType<ApiKey>]
public sealed class ApiKeyNode
{
    [GraphQLIgnore]
    public static async Task<ApiKey?> GetApiKeyAsync(long id, Caller caller, ByIdDataLoader<ApiKey> keys, CancellationToken cancellationToken) =>
        await keys.LoadAsync(id, cancellationToken) is { } key && (caller.May(Policies.Administer) || key.OperatorId == caller.OperatorId) ? key : null;

    [Cost(1)]
    [GraphQLDescription("The operator who acts with it.")]
    public static Task<Operator?> GetOperatorAsync(
        [Parent(nameof(ApiKey.OperatorId))] ApiKey key, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(key.OperatorId, cancellationToken);
}
