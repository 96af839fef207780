using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Bans;

[GraphQLDescription("A member to let in again.")]
public sealed record UnblacklistMemberInput(
    [property: ID<Member>] [property: GraphQLDescription("The member.")] long Id,
    [property: GraphQLDescription("Why, for whoever reads the history.")] string? Reason,
    [property: GraphQLDescription("The member's version that you read; given, the change is refused when somebody else was faster.")] long? Version);

[GraphQLDescription("A ban to end before its time.")]
public sealed record LiftBanInput(
    [property: ID<Ban>] [property: GraphQLDescription("The ban.")] long Id,
    [property: GraphQLDescription("Why, for whoever reads the history.")] string? Reason,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

/// <summary>The rules of <see cref="UnblacklistMemberInput"/>.</summary>
public sealed class UnblacklistMemberValidator : AbstractValidator<UnblacklistMemberInput>
{
    public UnblacklistMemberValidator() => RuleFor(i => i.Reason).MaximumLength(Ban.ReasonMaxLength).PlainText();
}

/// <summary>The rules of <see cref="LiftBanInput"/>.</summary>
public sealed class LiftBanValidator : AbstractValidator<LiftBanInput>
{
    public LiftBanValidator() => RuleFor(i => i.Reason).MaximumLength(Ban.ReasonMaxLength).PlainText();
}

/// <summary>Lets people in again.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class LiftBanMutations
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Lets a member in again: ends every ban of theirs that holds and that the caller may see. liftBan ends one.")]
    public static Task<Member> UnblacklistMemberAsync(UnblacklistMemberInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var member = await session.FindAsync<Member>(input.Id, "id");
                session.Expect(member, input.Version);
                var bans = await session.Db.Bans
                    .Where(b => b.MemberId == member.Id && b.Status == BanStatus.Active)
                    .OrderBy(b => b.Id)
                    .ToListAsync(session.CancellationToken);
                if (bans.Count == 0)
                {
                    throw new DomainException(DomainErrorCodes.NotBlacklisted, "The member is not blacklisted: there is nothing to lift.");
                }

                foreach (var ban in bans)
                {
                    await session.LiftAsync(ban, input.Reason);
                }

                return member;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Ends one ban before its time.")]
    public static Task<Ban> LiftBanAsync(LiftBanInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var ban = await session.FindAsync<Ban>(input.Id, "id");
                session.Expect(ban, input.Version);
                await session.LiftAsync(ban, input.Reason);
                return ban;
            },
            cancellationToken);
}
