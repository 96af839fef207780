using System.Text;
using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Ingestion;

/// <summary>Which external ids of a source's rows the log knows already.</summary>
internal static class RecordedIds
{
    /// <param name="areSorted">Whether they are a file's, one after the other: mostly the log then has none from the first to the last.</param>
    public static async Task<HashSet<string>> ReadAsync(
        CommunityDbContext context, string source, IReadOnlyCollection<ActivityInput> rows, bool areSorted, CancellationToken cancellationToken)
    {
        var ids = rows.Select(row => row.ExternalId).ToArray();
        var ofSource = context.Activities.Where(activity => activity.Source == source && activity.ExternalId != null);
        var recorded = new HashSet<string>(StringComparer.Ordinal);
        if (!areSorted || await IsAnyBetweenAsync(ofSource, ids, cancellationToken))
        {
            recorded.UnionWith(await ofSource.WhereIn(context, activity => activity.ExternalId, ids)
                .Select(activity => activity.ExternalId!)
                .ToListAsync(cancellationToken));
        }

        // An order may also have been entered by hand.
        var orderIds = rows.Where(row => row.Kind == ActivityInputKind.Order).Select(row => row.ExternalId).ToArray();
        if (orderIds.Length > 0)
        {
            recorded.UnionWith(await context.Orders
                .Where(order => order.Source == source)
                .WhereIn(context, order => order.ExternalId, orderIds)
                .Select(order => order.ExternalId)
                .ToListAsync(cancellationToken));
        }

        return recorded;
    }

    /// <summary>
    /// Whether the log has any id from the first to the last of a file's, which sort together: where it has none, looking for
    /// thousands one by one would be a tenth of an import. Only ASCII sorts alike here and in every database.
    /// </summary>
    private static async Task<bool> IsAnyBetweenAsync(IQueryable<Activity> ofSource, string[] ids, CancellationToken cancellationToken)
    {
        if (ids.Length == 0)
        {
            return false;
        }

        var (first, last) = (ids[0], ids[0]);
        foreach (var id in ids)
        {
            if (!Ascii.IsValid(id))
            {
                return true;
            }

            first = string.CompareOrdinal(id, first) < 0 ? id : first;
            last = string.CompareOrdinal(id, last) > 0 ? id : last;
        }

        return await ofSource.AnyAsync(
            activity => string.Compare(activity.ExternalId, first) >= 0 && string.Compare(activity.ExternalId, last) <= 0, cancellationToken);
    }
}
