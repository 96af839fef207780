using Headless.Community;
using Headless.Community.Data;
using Headless.Community.Ingestion;
using Microsoft.EntityFrameworkCore;

namespace Headless.Metrics.Rollups;

/// <summary>A message of the log as it counts if its account counts.</summary>
internal readonly record struct LogMessage(long GroupId, long MemberId, long? MembershipId, DateTime OccurredAt, bool IsEffective);

/// <summary>
/// Messages of the log. A message of an account that was excluded when it spoke was recorded as not effective for that reason
/// alone; for the case that the account counts now, it says what its text would have counted as, which holds when the text is not kept. A row
/// that does not say it is judged by its text; where that has been emptied, what was judged then is in <see cref="Activity.IsEffective"/>.
/// </summary>
internal static class LogMessages
{
    /// <summary>The messages of a member in a group, in the order of the log.</summary>
    public static async IAsyncEnumerable<LogMessage> OfMemberAsync(CommunityDbContext context, long groupId, long memberId)
    {
        var messages = context.Activities.AsNoTracking()
            .Where(activity => activity.MemberId == memberId && activity.GroupId == groupId && activity.Kind == ActivityKind.MessageSent)
            .OrderBy(activity => activity.Id)
            .Select(activity => new { activity.MembershipId, activity.OccurredAt, activity.IsEffective, activity.IsExcluded, activity.IsEffectiveByText, activity.Text })
            .AsAsyncEnumerable();
        long? previous = null;
        await foreach (var message in messages)
        {
            var isEffective = message is { IsExcluded: true, Text: not null } or { IsExcluded: true, IsEffectiveByText: not null }
                ? message.IsEffectiveByText ?? EffectiveMessageRule.Judge(message.Text, AccountKind.Customer, previous) == MessageVerdict.Effective
                : message.IsEffective;
            previous = EffectiveMessageRule.Hash(message.Text);
            yield return new LogMessage(groupId, memberId, message.MembershipId, message.OccurredAt, isEffective);
        }
    }

    /// <summary>The messages of a group that were recorded of accounts that counted, in the order of the log.</summary>
    public static IAsyncEnumerable<LogMessage> CountedOfGroupAsync(CommunityDbContext context, long groupId) =>
        context.Activities.AsNoTracking()
            .Where(activity => activity.GroupId == groupId && activity.Kind == ActivityKind.MessageSent && activity.MemberId != null && !activity.IsExcluded)
            .OrderBy(activity => activity.Id)
            .Select(activity => new LogMessage(groupId, activity.MemberId!.Value, activity.MembershipId, activity.OccurredAt, activity.IsEffective))
            .AsAsyncEnumerable();

    /// <summary>The members of a group of whom messages were recorded as excluded.</summary>
    public static Task<List<long>> ExcludedSendersAsync(CommunityDbContext context, long groupId, CancellationToken cancellationToken) =>
        context.Activities
            .Where(activity => activity.GroupId == groupId && activity.Kind == ActivityKind.MessageSent && activity.MemberId != null && activity.IsExcluded)
            .Select(activity => activity.MemberId!.Value)
            .Distinct()
            .ToListAsync(cancellationToken);
}
