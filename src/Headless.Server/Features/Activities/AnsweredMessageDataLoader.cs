using Headless.Server.Access;

namespace Headless.Server.Features.Activities;

/// <summary>The id of something that was reported.</summary>
public readonly record struct ReportedId(string Source, string ExternalId);

/// <summary>Messages by the ids of their sources: one statement for each source of the answers, of those that the caller may see.</summary>
public sealed class AnsweredMessageDataLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<ReportedId, Activity>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<ReportedId, Activity>> LoadBatchAsync(IReadOnlyList<ReportedId> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        var found = new Dictionary<ReportedId, Activity>();
        foreach (var ofSource in keys.GroupBy(key => key.Source, key => key.ExternalId))
        {
            var (source, ids) = (ofSource.Key, ofSource.ToArray());
            foreach (var message in await db.Activities.AsNoTracking()
                .Where(a => a.Source == source && a.ExternalId != null && a.Kind == ActivityKind.MessageSent)
                .WhereIn(db, a => a.ExternalId, ids)
                .ToListAsync(cancellationToken))
            {
                found[new ReportedId(source, message.ExternalId!)] = message;
            }
        }

        return found;
    }
}
