using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Operators;

[GraphQLDescription("A key to take back.")]
public sealed record RevokeApiKeyInput(
    [property: ID<ApiKey>] [property: GraphQLDescription("The key.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

/// <summary>The rules of <see cref="RevokeApiKeyInput"/>.</summary>
public sealed class RevokeApiKeyValidator : AbstractValidator<RevokeApiKeyInput>
{
    public RevokeApiKeyValidator() => RuleFor(i => i.Version).GreaterThan(0);
}

/// <summary>Takes a key back.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
internal sealed class RevokeApiKeyMutation
{
    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<LastLeadException>]
    [Error<DomainException>]
    [GraphQLDescription("Takes a key back: it opens nothing more here at once, open sockets and subscriptions included, and on other servers within seconds. The last key that administers stays.")]
    public static async Task<ApiKey> RevokeApiKeyAsync(
        RevokeApiKeyInput input, CommunityWriter writer, ApiKeyDirectory keys, CancellationToken cancellationToken)
    {
        var revoked = await writer.WriteAsync(
            input,
            async session =>
            {
                var key = await session.FindAsync<ApiKey>(input.Id, "id", q => q.Include(k => k.Operator));
                session.Expect(key, input.Version);
                key.Revoke(session.Now);
                await session.RequireKeyBesidesAsync(key);
                session.RecordKey(ActivityKind.ApiKeyRevoked, key.Operator, key);
                return key;
            },
            cancellationToken);
        keys.Forget();
        return revoked;
    }
}
