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
                RecordChange(session, "identityAdded", identity);
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
                RecordChange(session, "identityRemoved", identity);
                return identity.Member;
            },
            cancellationToken);

    private static void RecordChange(WriteSession session, string change, Identity identity) => session.Record(
        ActivityKind.MemberUpdated,
        () => new ActivitySubject
        {
            MemberId = identity.MemberId,
            Data = JsonSerializer.Serialize(new Dictionary<string, object>
            {
                [change] = new { platform = identity.Platform.ToString().ToUpperInvariant(), externalId = identity.ExternalId },
            }),
        });
}
