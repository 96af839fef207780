using Headless.Community;
using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Metrics.Rollups;

/// <summary>
/// Messages that answer others, and what they add to <see cref="ReplyDay"/>: an answer is given by whoever sends it, unless the message that it
/// answers is known, in the same group, and their own; it is received by whoever sent that message. Accounts that staff or machines control
/// (A.12 #13) neither give nor receive, and what they give nobody receives.
/// </summary>
internal static class Replies
{
    /// <summary>
    /// Adds those of what has just been appended, and those that waited for a message of it. Where a source never reported an answer, that costs one look-up.
    /// </summary>
    public static async Task AddAsync(CommunityDbContext context, RollupDeltas deltas, IReadOnlyList<Activity> activities, CancellationToken cancellationToken)
    {
        var first = activities[0].Id;
        foreach (var ofSource in activities.Where(row => row is { Kind: ActivityKind.MessageSent, Source: not null, GroupId: not null, MemberId: not null }).GroupBy(row => row.Source!))
        {
            var source = ofSource.Key;
            var answers = ofSource.Where(row => row.ReplyToExternalId is not null).Select(row => row.Id).ToArray();
            if (answers.Length > 0)
            {
                deltas.AddReplies(await ReadAsync(context, Log(context).Where(row => EF.Parameter(answers).Contains(row.Id)), cancellationToken));
            }

            // The seek of the index of answers alone: a source without them ends here.
            if (await context.Activities.IgnoreQueryFilters().AnyAsync(row => row.Source == source && row.ReplyToExternalId != null && row.Id < first, cancellationToken))
            {
                var ids = ofSource.Select(row => row.ExternalId!).ToArray();
                var waiting = await ReadAsync(
                    context,
                    Log(context).Where(row => row.Source == source && row.ReplyToExternalId != null && row.Id < first).WhereIn(context, row => row.ReplyToExternalId, ids),
                    cancellationToken);
                deltas.AddReplies(waiting.ConvertAll(reply => reply.Unanswered), -1);
                deltas.AddReplies(waiting);
            }
        }
    }

    /// <summary>The answers of a group.</summary>
    public static Task<List<Reply>> OfGroupAsync(CommunityDbContext context, long groupId, CancellationToken cancellationToken) =>
        ReadAsync(context, Log(context).Where(row => row.GroupId == groupId && row.ReplyToExternalId != null), cancellationToken);

    /// <summary>The answers that members gave or received.</summary>
    public static async Task<List<Reply>> OfMembersAsync(CommunityDbContext context, IReadOnlyCollection<long> memberIds, CancellationToken cancellationToken)
    {
        var ids = memberIds.ToArray();
        var theirs = Log(context).Where(row => EF.Parameter(ids).Contains(row.MemberId!.Value));
        return await GivenOrReceivedAsync(context, theirs, cancellationToken);
    }

    /// <summary>The answers that were given or received in a stay.</summary>
    public static Task<List<Reply>> OfStayAsync(CommunityDbContext context, long memberId, long membershipId, CancellationToken cancellationToken) =>
        GivenOrReceivedAsync(context, Log(context).Where(row => row.MemberId == memberId && row.MembershipId == membershipId), cancellationToken);

    private static async Task<List<Reply>> GivenOrReceivedAsync(CommunityDbContext context, IQueryable<Activity> said, CancellationToken cancellationToken)
    {
        var given = await ReadAsync(context, said.Where(row => row.ReplyToExternalId != null), cancellationToken);
        var received = await ReadAsync(
            context,
            from message in said
            from row in Log(context)
            where message.Source != null && message.ExternalId != null && row.ReplyToExternalId != null
                && row.Source == message.Source && row.ReplyToExternalId == message.ExternalId && row.GroupId == message.GroupId
            select row,
            cancellationToken);
        return [.. given.Concat(received).DistinctBy(reply => reply.Id)];
    }

    private static IQueryable<Activity> Log(CommunityDbContext context) => context.Activities.IgnoreQueryFilters().AsNoTracking()
        .Where(row => row.Kind == ActivityKind.MessageSent && row.GroupId != null && row.MemberId != null);

    /// <remarks>The id of a message is one message's at its source, so that an answer has one message, or none.</remarks>
    private static Task<List<Reply>> ReadAsync(CommunityDbContext context, IQueryable<Activity> answers, CancellationToken cancellationToken)
    {
        var stays = context.Memberships.IgnoreQueryFilters();
        return (
            from row in answers
            from message in Log(context).Where(message =>
                message.Source != null && message.ExternalId != null
                && message.Source == row.Source && message.ExternalId == row.ReplyToExternalId && message.GroupId == row.GroupId).DefaultIfEmpty()
            select new Reply(
                row.Id,
                row.GroupId!.Value,
                row.MemberId!.Value,
                row.MembershipId,
                row.OccurredAt,
                !stays.Any(stay => stay.Id == row.MembershipId && stay.AccountKind != AccountKind.Customer),
                message!.MemberId,
                message!.MembershipId,
                !stays.Any(stay => stay.Id == message!.MembershipId && stay.AccountKind != AccountKind.Customer)))
            .ToListAsync(cancellationToken);
    }
}

/// <summary>A message that answers another.</summary>
/// <param name="Id">Its place in the log.</param>
/// <param name="GroupId">The group of both.</param>
/// <param name="MemberId">Who answers.</param>
/// <param name="MembershipId">The stay in which they do.</param>
/// <param name="At">When, UTC.</param>
/// <param name="IsCounted">Whether that stay counts.</param>
/// <param name="ToMemberId">Who is answered; null: the message is not known.</param>
/// <param name="ToMembershipId">The stay in which they had spoken.</param>
/// <param name="IsToCounted">Whether that stay counts.</param>
internal sealed record Reply(long Id, long GroupId, long MemberId, long? MembershipId, DateTime At, bool IsCounted, long? ToMemberId, long? ToMembershipId, bool IsToCounted)
{
    /// <summary>As it was before the message that it answers was known.</summary>
    public Reply Unanswered => this with { ToMemberId = null, ToMembershipId = null };

    /// <summary>As it is when a stay counts, or does not.</summary>
    public Reply With(long membershipId, bool isCounted) => this with
    {
        IsCounted = MembershipId == membershipId ? isCounted : IsCounted,
        IsToCounted = ToMembershipId == membershipId ? isCounted : IsToCounted,
    };
}
