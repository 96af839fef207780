using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Platforms;

[GraphQLDescription("A limit of a platform as the organisation knows it.")]
public sealed record SetPlatformPolicyInput(
    [property: GraphQLDescription("The platform.")] Platform Platform,
    [property: GraphQLDescription("Which limit.")] PlatformPolicyKey Key,
    [property: GraphQLDescription("The limit, in the unit of its key: 1 to 1 000 000 000.")] int Value,
    [property: GraphQLDescription("Since when it holds, or will; now unless given. The organisation's row of that time is replaced.")] DateTimeOffset? EffectiveFrom,
    [property: GraphQLDescription("The day on which that was known to be so; today (UTC) unless given.")] DateOnly? AsOf,
    [property: GraphQLDescription("Where it is known from.")] string Source);

/// <summary>The rules of <see cref="SetPlatformPolicyInput"/>.</summary>
public sealed class SetPlatformPolicyValidator : AbstractValidator<SetPlatformPolicyInput>
{
    public SetPlatformPolicyValidator()
    {
        RuleFor(i => i.Value).InclusiveBetween(1, PlatformPolicy.MaxValue);
        RuleFor(i => i.Source).NotEmpty().MaximumLength(PlatformPolicy.SourceMaxLength).PlainText();
    }
}

[GraphQLDescription("A limit of the organisation's to take back.")]
public sealed record RemovePlatformPolicyInput(
    [property: ID<PlatformPolicy>] [property: GraphQLDescription("The row.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the removal is refused when somebody else was faster.")] long? Version);

/// <summary>The rules of <see cref="RemovePlatformPolicyInput"/>.</summary>
public sealed class RemovePlatformPolicyValidator : AbstractValidator<RemovePlatformPolicyInput>
{
    public RemovePlatformPolicyValidator() => RuleFor(i => i.Version).GreaterThan(0);
}

/// <summary>Overrides what is known of a platform's limit, and takes that back.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class SetPlatformPolicyMutations
{
    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<AlreadyExistsException>]
    [GraphQLDescription("Says what a platform's limit is from a time on. It goes before what was shipped, on that platform and key.")]
    public static Task<PlatformPolicy> SetPlatformPolicyAsync(SetPlatformPolicyInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var effectiveFrom = input.EffectiveFrom?.UtcDateTime ?? session.Now;
                var asOf = input.AsOf ?? DateOnly.FromDateTime(session.Now);
                var row = await session.Db.PlatformPolicies.FirstOrDefaultAsync(
                    p => p.Platform == input.Platform && p.Key == input.Key && p.Origin == PlatformRowOrigin.Organisation && p.EffectiveFrom == effectiveFrom,
                    session.CancellationToken);
                if (row is null)
                {
                    row = new PlatformPolicy { Platform = input.Platform, Key = input.Key, EffectiveFrom = effectiveFrom, Source = input.Source };
                    session.Db.PlatformPolicies.Add(row);
                }

                (row.Value, row.AsOf, row.Source) = (input.Value, asOf, input.Source);
                session.RecordPlatform(ActivityKind.PlatformPolicySet, row.Platform, row.Key, row.Value);
                return row;
            },
            cancellationToken);

    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Takes a limit of the organisation's back; what is left counts again. Answers the row as it was.")]
    public static Task<PlatformPolicy> RemovePlatformPolicyAsync(RemovePlatformPolicyInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var row = await session.FindAsync<PlatformPolicy>(input.Id, "id");
                session.Expect(row, input.Version);
                row.RequireOwn();
                session.Db.PlatformPolicies.Remove(row);
                session.RecordPlatform(ActivityKind.PlatformPolicyRemoved, row.Platform, row.Key, row.Value);
                return row;
            },
            cancellationToken);
}
