using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Bans;

[GraphQLDescription("A member to keep out.")]
public sealed record BlacklistMemberInput(
    [property: ID<Member>] [property: GraphQLDescription("The member.")] long Id,
    [property: GraphQLDescription("Why, for whoever asks later.")] string Reason,
    [property: ID<Group>] [property: GraphQLDescription("The groups, 1 to 200; all of them, also those to come, unless given. An OWNER or ADMIN has to name groups of theirs.")] IReadOnlyList<long>? GroupIds,
    [property: GraphQLDescription("Until when; for good unless given.")] DateTimeOffset? Until,
    [property: GraphQLDescription("The member's version that you read; given, the change is refused when somebody else was faster.")] long? Version);

[GraphQLDescription("An account to keep out, whoever comes with it.")]
public sealed record BlacklistIdentityInput(
    [property: GraphQLDescription("The chat platform.")] Platform Platform,
    [property: GraphQLDescription("The account's id there.")] string ExternalId,
    [property: GraphQLDescription("Why, for whoever asks later.")] string Reason,
    [property: ID<Group>] [property: GraphQLDescription("The groups, 1 to 200; all of them, also those to come, unless given. An OWNER or ADMIN has to name groups of theirs.")] IReadOnlyList<long>? GroupIds,
    [property: GraphQLDescription("Until when; for good unless given.")] DateTimeOffset? Until);

/// <summary>The rules of <see cref="BlacklistMemberInput"/>.</summary>
public sealed class BlacklistMemberValidator : AbstractValidator<BlacklistMemberInput>
{
    public BlacklistMemberValidator(TimeProvider clock)
    {
        RuleFor(i => i.Reason).NotEmpty().MaximumLength(Ban.ReasonMaxLength).PlainText();
        RuleFor(i => i.GroupIds).BanGroups();
        RuleFor(i => i.Until).LiesAhead(clock);
        RuleFor(i => i.Version).GreaterThan(0);
    }
}

/// <summary>The rules of <see cref="BlacklistIdentityInput"/>.</summary>
public sealed class BlacklistIdentityValidator : AbstractValidator<BlacklistIdentityInput>
{
    public BlacklistIdentityValidator(TimeProvider clock)
    {
        RuleFor(i => i.ExternalId).NotEmpty().MaximumLength(Identity.ExternalIdMaxLength).PlainText();
        RuleFor(i => i.Reason).NotEmpty().MaximumLength(Ban.ReasonMaxLength).PlainText();
        RuleFor(i => i.GroupIds).BanGroups();
        RuleFor(i => i.Until).LiesAhead(clock);
    }
}

/// <summary>Keeps people out.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class BlacklistMutations
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription(
        "Keeps a member out with every account of theirs, of all groups or of some. joinEligibility says so, and a join that is reported all the same is recorded with the activity BAN_EVADED beside it. Stays that last are not ended; recordLeave does that.")]
    public static Task<Ban> BlacklistMemberAsync(BlacklistMemberInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var member = await session.FindAsync<Member>(input.Id, "id");
                session.Expect(member, input.Version);
                return await session.BanAsync(member, null, input.GroupIds, input.Reason, input.Until?.UtcDateTime);
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<DomainException>]
    [GraphQLDescription(
        "Keeps an account out that nobody may be known by yet. Who has it, or comes with it later, is kept out with every account of theirs.")]
    public static Task<Ban> BlacklistIdentityAsync(BlacklistIdentityInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                // Whoever has the account is kept out, also one that the caller may not see.
                var member = await session.Db.Identities.IgnoreQueryFilters()
                    .Where(i => i.Platform == input.Platform && i.ExternalId == input.ExternalId)
                    .Select(i => i.Member)
                    .FirstOrDefaultAsync(session.CancellationToken);
                return await session.BanAsync(
                    member, (input.Platform, input.ExternalId), input.GroupIds, input.Reason, input.Until?.UtcDateTime);
            },
            cancellationToken);
}
