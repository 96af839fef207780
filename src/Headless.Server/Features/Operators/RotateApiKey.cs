using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Operators;

[GraphQLDescription("A key that is to get a new secret.")]
public sealed record RotateApiKeyInput(
    [property: ID<ApiKey>] [property: GraphQLDescription("The key: the one that you come with, or as LEAD any.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("How many minutes the former secret goes on working: 0, which stops it at once, to 10 080. A day unless given.")] int? OverlapMinutes,
    [property: GraphQLDescription("When the key stops working from now on; null: never. Stays as it is unless given; only a LEAD may change it.")] Optional<DateTimeOffset?> ExpiresAt);

/// <summary>The rules of <see cref="RotateApiKeyInput"/>.</summary>
public sealed class RotateApiKeyValidator : AbstractValidator<RotateApiKeyInput>
{
    public RotateApiKeyValidator(TimeProvider clock)
    {
        RuleFor(i => i.Version).GreaterThan(0);
        RuleFor(i => i.OverlapMinutes).InclusiveBetween(0, (int)ApiKey.MaxOverlap.TotalMinutes);
        RuleFor(i => i.ExpiresAt.Value).Must(at => at is null || at > clock.GetUtcNow())
            .WithErrorCode("EXPIRES_IN_PAST").WithMessage("'expiresAt' must lie ahead.").When(i => i.ExpiresAt.HasValue).OverridePropertyName("expiresAt");
    }
}

/// <summary>Gives a key a new secret.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
internal sealed class RotateApiKeyMutation
{
    private static readonly TimeSpan s_overlap = TimeSpan.FromDays(1);

    [Authorize]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [UseMutationConvention(PayloadFieldName = "issuedApiKey")]
    [GraphQLDescription("Gives a key a new secret and answers it, which cannot be had again. The former one goes on working for a while, so that clients can change over; one from before that stops. Everybody may rotate the key that they come with, a LEAD every key.")]
    public static async Task<IssuedApiKey> RotateApiKeyAsync(
        RotateApiKeyInput input, CommunityWriter writer, ApiKeyDirectory keys, CancellationToken cancellationToken)
    {
        var rotated = await writer.WriteAsync(
            input,
            async session =>
            {
                var key = session.Caller.May(Policies.Administer) || session.Caller.KeyId == input.Id
                    ? await session.FindAsync<ApiKey>(input.Id, "id", q => q.Include(k => k.Operator))
                    : throw new NotFoundException(nameof(ApiKey), "id");
                session.Expect(key, input.Version);
                if (input.ExpiresAt.HasValue)
                {
                    key.ExpiresAt = session.Caller.May(Policies.Administer)
                        ? input.ExpiresAt.Value?.UtcDateTime
                        : throw InvalidInputException.Of("expiresAt", "NOT_YOURS", "Only a LEAD may change when a key expires: leave 'expiresAt' out.");
                }

                var overlap = input.OverlapMinutes is { } minutes ? TimeSpan.FromMinutes(minutes) : s_overlap;
                var secret = key.Rotate(session.Now, overlap);
                session.RecordKey(ActivityKind.ApiKeyRotated, key.Operator, key);
                return new IssuedApiKey(key, secret);
            },
            cancellationToken);
        keys.Forget();
        return rotated;
    }
}

/// <summary>What is recorded of keys.</summary>
internal static class ApiKeyRecording
{
    /// <summary>Adds an activity about the key to the log: whose it is, what it is for and how its secret begins.</summary>
    public static void RecordKey(this WriteSession session, ActivityKind kind, Operator owner, ApiKey key) =>
        session.Record(kind, () => new ActivitySubject { Text = $"{owner.Name}: {key.Name} ({key.Prefix}…)" });
}
