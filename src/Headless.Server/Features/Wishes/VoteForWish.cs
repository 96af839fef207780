using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Wishes;

[GraphQLDescription("A member's vote for a wish.")]
public sealed record VoteForWishInput(
    [property: ID<Wish>] [property: GraphQLDescription("The wish.")] long WishId,
    [property: ID<Member>] [property: GraphQLDescription("Who votes.")] long MemberId);

[GraphQLDescription("A member's vote to take back.")]
public sealed record WithdrawWishVoteInput(
    [property: ID<Wish>] [property: GraphQLDescription("The wish.")] long WishId,
    [property: ID<Member>] [property: GraphQLDescription("Who voted.")] long MemberId);

/// <summary>The rules of <see cref="VoteForWishInput"/>.</summary>
public sealed class VoteForWishValidator : AbstractValidator<VoteForWishInput>;

/// <summary>The rules of <see cref="WithdrawWishVoteInput"/>.</summary>
public sealed class WithdrawWishVoteValidator : AbstractValidator<WithdrawWishVoteInput>;

/// <summary>Votes: the row and the count change in one transaction, and the count by a statement that does not read it first.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class VoteForWishMutations
{
    [Authorize(Policies.RecordActivities)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [Error<DomainException>]
    [GraphQLDescription("Records a member's vote. A member who has voted already keeps the one vote, and nothing changes.")]
    public static Task<Wish> VoteForWishAsync(VoteForWishInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var (wish, member) = await FindAsync(session, input.WishId, input.MemberId);
                if (await session.Db.WishVotes.AnyAsync(v => v.WishId == wish.Id && v.MemberId == member.Id, session.CancellationToken))
                {
                    return wish;
                }

                session.Db.WishVotes.Add(new WishVote { WishId = wish.Id, MemberId = member.Id, VotedAt = session.Now });
                session.RecordWish(ActivityKind.WishVoted, wish, member.Id);
                return await CountAsync(session, wish, 1);
            },
            cancellationToken);

    [Authorize(Policies.RecordActivities)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<DomainException>]
    [GraphQLDescription("Takes a member's vote back. Without a vote nothing changes.")]
    public static Task<Wish> WithdrawWishVoteAsync(WithdrawWishVoteInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var (wish, member) = await FindAsync(session, input.WishId, input.MemberId);

                // Deleted by one statement: of two at the same moment one finds it.
                if (await session.Db.WishVotes.Where(v => v.WishId == wish.Id && v.MemberId == member.Id).ExecuteDeleteAsync(session.CancellationToken) == 0)
                {
                    return wish;
                }

                session.Audit(nameof(WishVote), 1, AuditChange.Of("memberId", member.Id, null));
                session.RecordWish(ActivityKind.WishVoteWithdrawn, wish, member.Id);
                return await CountAsync(session, wish, -1);
            },
            cancellationToken);

    private static async Task<(Wish Wish, Member Member)> FindAsync(WriteSession session, long wishId, long memberId)
    {
        var wish = await session.FindAsync<Wish>(wishId, "wishId");
        var member = await session.FindAsync<Member>(memberId, "memberId");
        wish.RequireVotable();
        return (wish, member);
    }

    /// <exception cref="DomainException">It was decided about in between.</exception>
    private static async Task<Wish> CountAsync(WriteSession session, Wish wish, int change)
    {
        var counted = await session.Db.Wishes
            .Where(w => w.Id == wish.Id && (w.Status == WishStatus.Open || w.Status == WishStatus.Planned))
            .ExecuteUpdateAsync(set => set.SetProperty(w => w.VoteCount, w => w.VoteCount + change), session.CancellationToken);
        await session.Db.Entry(wish).ReloadAsync(session.CancellationToken);
        if (counted == 0)
        {
            wish.RequireVotable();
        }

        return wish;
    }
}
