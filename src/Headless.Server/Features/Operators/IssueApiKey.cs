using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Operators;

[GraphQLDescription("A key to issue.")]
public sealed record IssueApiKeyInput(
    [property: ID<Operator>] [property: GraphQLDescription("The operator who acts with it; has to be active.")] long OperatorId,
    [property: GraphQLDescription("What the key is for, at most 100 characters.")] string Name,
    [property: GraphQLDescription("What it opens, within the rights of the operator's role; at least one.")] IReadOnlyList<ApiKeyScope> Scopes,
    [property: GraphQLDescription("When it stops working; never unless given.")] DateTimeOffset? ExpiresAt);

[GraphQLDescription("A new key with its secret.")]
public sealed record IssuedApiKey(
    [property: GraphQLDescription("The key.")] ApiKey ApiKey,
    [property: GraphQLDescription("The secret, for the header Authorization: Bearer SECRET. It is shown this once and not kept.")] string Secret);

/// <summary>The rules of <see cref="IssueApiKeyInput"/>.</summary>
public sealed class IssueApiKeyValidator : AbstractValidator<IssueApiKeyInput>
{
    public IssueApiKeyValidator(TimeProvider clock)
    {
        RuleFor(i => i.Name).NotEmpty().MaximumLength(ApiKey.NameMaxLength).PlainText();
        RuleFor(i => i.Scopes).NotEmpty();
        RuleFor(i => i.Scopes)
            .Must(scopes => scopes.Distinct().Count() == scopes.Count)
            .WithErrorCode("DUPLICATE_VALUE").WithMessage("Name each scope once.");
        RuleFor(i => i.ExpiresAt).Must(at => at is null || at > clock.GetUtcNow())
            .WithErrorCode("EXPIRES_IN_PAST").WithMessage("'{PropertyName}' must lie ahead.");
    }
}

/// <summary>Issues a key.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class IssueApiKeyMutation
{
    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<DomainException>]
    [GraphQLDescription("Issues an API key for an operator and answers its secret, which cannot be had again.")]
    public static Task<IssuedApiKey> IssueApiKeyAsync(IssueApiKeyInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var owner = await session.FindAsync<Operator>(input.OperatorId, "operatorId");
                if (!owner.IsActive)
                {
                    throw new DomainException(DomainErrorCodes.OperatorInactive, $"{owner.Name} is not active: activate the operator first.");
                }

                var (key, secret) = ApiKey.Issue(owner, input.Name, input.Scopes, input.ExpiresAt?.UtcDateTime);
                session.Db.ApiKeys.Add(key);
                session.RecordKey(ActivityKind.ApiKeyIssued, owner, key);
                return new IssuedApiKey(key, secret);
            },
            cancellationToken);
}
