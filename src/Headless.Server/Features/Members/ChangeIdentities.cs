using System.Text.Json;
using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Members;

[GraphQLDescription("An account that a member has, too.")]
public sealed record AddIdentityInput(
    [property: ID<Member>] [property: GraphQLDescription("The member.")] long MemberId,
    [property: GraphQLDescription("The account; nobody may have it yet.")] IdentityInput Identity);

[GraphQLDescription("An account that is not, or no longer, the member's.")]
public sealed record RemoveIdentityInput(
    [property: ID<Identity>] [property: GraphQLDescription("The account.")] long Id,
    [property: GraphQLDescription("The account's version that you read; given, the change is refused when somebody else was faster.")] long? Version);

[GraphQLDescription("Whether an account is the member's.")]
public sealed record VerifyIdentityInput(
    [property: ID<Identity>] [property: GraphQLDescription("The account.")] long Id,
    [property: GraphQLDescription("Whether somebody has checked that it is; true unless given.")] bool? IsVerified,
    [property: GraphQLDescription("The account's version that you read; given, the change is refused when somebody else was faster.")] long? Version);

[GraphQLDescription("The account to reach a member by.")]
public sealed record SetPrimaryIdentityInput(
    [property: ID<Identity>] [property: GraphQLDescription("The account.")] long Id,
    [property: GraphQLDescription("The account's version that you read; given, the change is refused when somebody else was faster.")] long? Version);

/// <summary>The rules of <see cref="VerifyIdentityInput"/>.</summary>
public sealed class VerifyIdentityValidator : AbstractValidator<VerifyIdentityInput>
{
    public VerifyIdentityValidator() => RuleFor(i => i.Version).GreaterThan(0);
}

/// <summary>The rules of <see cref="SetPrimaryIdentityInput"/>.</summary>
public sealed class SetPrimaryIdentityValidator : AbstractValidator<SetPrimaryIdentityInput>
{
    public SetPrimaryIdentityValidator() => RuleFor(i => i.Version).GreaterThan(0);
}

/// <summary>The rules of <see cref="AddIdentityInput"/>.</summary>
public sealed class AddIdentityValidator : AbstractValidator<AddIdentityInput>
{
    public AddIdentityValidator() => RuleFor(i => i.Identity).SetValidator(new IdentityValidator());
}

/// <summary>The rules of <see cref="RemoveIdentityInput"/>.</summary>
public sealed class RemoveIdentityValidator : AbstractValidator<RemoveIdentityInput>
{
    public RemoveIdentityValidator() => RuleFor(i => i.Version).GreaterThan(0);
}

/// <summary>Gives members accounts and takes them away.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class ChangeIdentitiesMutations
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [GraphQLDescription("Gives a member another account: what it does from now on is theirs.")]
    public static Task<Identity> AddIdentityAsync(AddIdentityInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var member = await session.FindAsync<Member>(input.MemberId, "memberId");
                await session.RequireFreeAsync(input.Identity, "identity.externalId");
                var identity = input.Identity.ToIdentity(member);
                session.Db.Identities.Add(identity);
                await session.Db.AdoptBansAsync(member, [(identity.Platform, identity.ExternalId)], session.CancellationToken);
                RecordChange(session, ActivityKind.IdentityAdded, identity);
                return identity;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [GraphQLDescription("Takes an account from a member. What it has done stays theirs; what it does next makes a new member.")]
    public static Task<Member> RemoveIdentityAsync(RemoveIdentityInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var identity = await session.FindAsync<Identity>(input.Id, "id", identities => identities.Include(i => i.Member));
                session.Expect(identity, input.Version);
                session.Db.Identities.Remove(identity);
                RecordChange(session, ActivityKind.IdentityRemoved, identity);
                return identity.Member;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [GraphQLDescription("Says whether somebody has checked that an account is the member's.")]
    public static Task<Identity> VerifyIdentityAsync(VerifyIdentityInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var identity = await session.FindAsync<Identity>(input.Id, "id");
                session.Expect(identity, input.Version);
                if (identity.IsVerified != (input.IsVerified ?? true))
                {
                    identity.IsVerified = input.IsVerified ?? true;
                    RecordChange(session, ActivityKind.IdentityVerified, identity);
                }

                return identity;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [GraphQLDescription("Makes an account the one to reach the member by, in place of the one that was.")]
    public static Task<Identity> SetPrimaryIdentityAsync(SetPrimaryIdentityInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var identity = await session.FindAsync<Identity>(input.Id, "id");
                session.Expect(identity, input.Version);
                if (!identity.IsPrimary)
                {
                    foreach (var other in await session.Db.Identities
                        .Where(i => i.MemberId == identity.MemberId && i.PrimarySince != null)
                        .ToListAsync(session.CancellationToken))
                    {
                        other.PrimarySince = null;
                    }

                    // First, because the database allows one at a time.
                    await session.Db.SaveChangesAsync(session.CancellationToken);
                    identity.PrimarySince = session.Now;
                    RecordChange(session, ActivityKind.PrimaryIdentityChanged, identity);
                }

                return identity;
            },
            cancellationToken);

    private static void RecordChange(WriteSession session, ActivityKind kind, Identity identity) => session.Record(
        kind,
        () => new ActivitySubject
        {
            MemberId = identity.MemberId,
            Data = JsonSerializer.Serialize(new { platform = identity.Platform.ToString().ToUpperInvariant(), externalId = identity.ExternalId, isVerified = identity.IsVerified }),
        });
}
