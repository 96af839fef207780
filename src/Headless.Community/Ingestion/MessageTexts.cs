using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Ingestion;

/// <summary>Empties the texts of messages so that everything that was counted stays as it is, also when it is counted anew.</summary>
public static class MessageTexts
{
    /// <summary>
    /// Keeps what the texts of a member's excluded messages say about them, in <see cref="Activity.IsEffective"/>: whether they would be
    /// effective, were the account counted. To be called before texts of the member are emptied.
    /// </summary>
    public static async Task KeepVerdictsAsync(CommunityDbContext context, long memberId, CancellationToken cancellationToken)
    {
        var groups = await context.Activities.IgnoreQueryFilters()
            .Where(activity => activity.MemberId == memberId && activity.Kind == ActivityKind.MessageSent && activity.IsExcluded && activity.Text != null)
            .Select(activity => activity.GroupId)
            .Distinct()
            .ToListAsync(cancellationToken);
        foreach (var groupId in groups)
        {
            var effective = new List<long>();
            long? previous = null;
            var messages = context.Activities.IgnoreQueryFilters().AsNoTracking()
                .Where(activity => activity.MemberId == memberId && activity.GroupId == groupId && activity.Kind == ActivityKind.MessageSent)
                .OrderBy(activity => activity.Id)
                .Select(activity => new { activity.Id, activity.IsExcluded, activity.IsEffectiveByText, activity.Text })
                .AsAsyncEnumerable();
            await foreach (var message in messages.WithCancellation(cancellationToken))
            {
                if (message is { IsExcluded: true, Text: not null }
                    && (message.IsEffectiveByText ?? EffectiveMessageRule.Judge(message.Text, AccountKind.Customer, previous) == MessageVerdict.Effective))
                {
                    effective.Add(message.Id);
                }

                previous = EffectiveMessageRule.Hash(message.Text);
            }

            foreach (var ids in effective.Chunk(1_000))
            {
                await context.Activities.IgnoreQueryFilters().Where(activity => EF.Parameter(ids).Contains(activity.Id))
                    .ExecuteUpdateAsync(set => set.SetProperty(activity => activity.IsEffective, true), cancellationToken);
            }
        }
    }
}
