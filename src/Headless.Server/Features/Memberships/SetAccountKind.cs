using System.Text.Json;
using FluentValidation;
using Headless.Community.Ingestion;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Memberships;

[GraphQLDescription("Who is behind an account in a group.")]
public sealed record SetAccountKindInput(
    [property: ID<Membership>] [property: GraphQLDescription("The stay.")] long Id,
    [property: GraphQLDescription("Who is behind the account.")] AccountKind AccountKind,
    [property: ID<Operator>] [property: GraphQLDescription("The operator who answers for it: required for SERVICE, VEST and ATMOSPHERE, ignored for CUSTOMER.")] long? ControlledById,
    [property: GraphQLDescription("What the account is there for: declare it, and one that sells as SALES. Ignored for CUSTOMER; not declared unless given.")] OperatorDuty? StaffDuty,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

/// <summary>The rules of <see cref="SetAccountKindInput"/>; that a controller is needed is the domain's.</summary>
public sealed class SetAccountKindValidator : AbstractValidator<SetAccountKindInput>
{
    public SetAccountKindValidator() => RuleFor(i => i.Version).GreaterThan(0);
}

/// <summary>Flags accounts that staff or machines control.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class SetAccountKindMutation
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Says who is behind an account. Everything that was said and done in the stay is counted again as done by an account of that kind.")]
    public static Task<Membership> SetAccountKindAsync(
        SetAccountKindInput input, CommunityWriter writer, IActivityProjection projection, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                // Before anything is read: what reports add meanwhile must be counted under the old kind or under the new one.
                await session.Db.LockActivityLogAsync(session.CancellationToken);
                var membership = await session.FindAsync<Membership>(input.Id, "id", q => q.Include(m => m.Controls));
                session.Expect(membership, input.Version);
                var controller = input.AccountKind == AccountKind.Customer
                    ? null
                    : await session.FindAsync<Operator>(input.ControlledById, "controlledById");
                var previous = membership.AccountKind;
                membership.SetAccountKind(input.AccountKind, controller?.Id, session.Now, input.StaffDuty);
                await session.Db.SaveChangesAsync(session.CancellationToken);
                await projection.ReclassifyAsync(session.Db, membership, previous, session.CancellationToken);
                session.Record(
                    ActivityKind.MembershipUpdated,
                    () => new ActivitySubject
                    {
                        GroupId = membership.GroupId,
                        MemberId = membership.MemberId,
                        MembershipId = membership.Id,
                        Data = JsonSerializer.Serialize(new { accountKind = new { from = NameOf(previous), to = NameOf(membership.AccountKind) } }),
                    });
                return membership;
            },
            cancellationToken);

    private static string NameOf(AccountKind kind) => kind.ToString().ToUpperInvariant();
}
