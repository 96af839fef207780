using FluentValidation;
using Headless.Community.Erasure;
using Headless.Server.Access;
using Headless.Server.Assets;
using Headless.Server.Transfers;
using Headless.Server.Writing;

namespace Headless.Server.Features.Erasure;

[GraphQLDescription("A person to remove.")]
public sealed record EraseMemberInput(
    [property: ID<Member>] [property: GraphQLDescription("The member.")] long Id,
    [property: GraphQLDescription("The version that you read; given, it is refused when somebody else was faster.")] long? Version);

/// <summary>The rules of <see cref="EraseMemberInput"/>.</summary>
public sealed class EraseMemberValidator : AbstractValidator<EraseMemberInput>
{
    public EraseMemberValidator() => RuleFor(i => i.Version).GreaterThan(0);
}

/// <summary>Removes people from the records of members.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class EraseMemberMutation
{
    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription(
        "Removes a person for good: name, numbers, accounts, attributes, the texts of their messages and what staff wrote about them, in every table. Counts, stays, orders and metrics stay as they are, without a person. Sent again, it changes nothing. An account of theirs that reports something afterwards makes a new member. Files of imports and exports that may speak of them are withdrawn at once.")]
    public static async Task<Member> EraseMemberAsync(EraseMemberInput input, CommunityWriter writer, StoredFiles files, CancellationToken cancellationToken)
    {
        IReadOnlyList<string> withdrawn = [];
        var erased = await writer.WriteAsync(
            input,
            async session =>
            {
                var member = await session.FindAsync<Member>(input.Id, "id");
                session.Expect(member, input.Version);
                var ids = await MemberErasure.IdsOfPersonAsync(session.Db, member.Id, session.CancellationToken);
                var names = await TransferWithdrawal.NamesAsync(session.Db, ids, session.CancellationToken);
                withdrawn = [];
                if (await MemberErasure.EraseAsync(session.Db, member, session.Now, session.CancellationToken))
                {
                    session.Audit(nameof(Member), 1, AuditChange.Of("erasedAt", null, session.Now));
                    session.Record(ActivityKind.MemberErased, () => new ActivitySubject { MemberId = member.Id });
                    withdrawn = await TransferWithdrawal.WithdrawAsync(session, names);
                }

                return member;
            },
            cancellationToken);
        await files.DeleteUnusedAsync(withdrawn, CancellationToken.None);
        return erased;
    }
}
