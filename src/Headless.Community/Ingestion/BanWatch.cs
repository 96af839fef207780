using System.Text.Json;
using Headless.Community.Data;
using Headless.Community.Data.Bulk;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Ingestion;

/// <summary>
/// Who of a batch came into a group that a ban keeps them out of. That they came in is a fact and is recorded as one; an activity
/// beside it says that a ban was evaded. A ban of an account becomes one of the member who came with it.
/// </summary>
internal sealed class BanWatch(CommunityDbContext context)
{
    private readonly List<Entry> _entries = [];

    /// <summary>Somebody came in, or was noticed in the group without having been seen to come in.</summary>
    public void Enter(Group group, Person person, Membership stay, DateTime at) => _entries.Add(new Entry(group.Id, person, stay, at));

    /// <summary>Records what was evaded, once the members and stays of the batch have keys.</summary>
    public async Task<IReadOnlyList<Evasion>> SaveAsync(People people, long? actorId, DateTime now, CancellationToken cancellationToken)
    {
        await AdoptAsync(people, cancellationToken);
        if (_entries.Count == 0)
        {
            return [];
        }

        var memberIds = _entries.Select(entry => entry.Person.Id).Distinct().ToArray();
        var first = _entries.Min(entry => entry.At);
        var bans = (await context.Bans.AsNoTracking()
                .Include(ban => ban.BanGroups)
                .Where(ban => ban.MemberId != null && EF.Parameter(memberIds).Contains(ban.MemberId.Value)
                    && (ban.Until == null || ban.Until > first) && (ban.LiftedAt == null || ban.LiftedAt > first))
                .OrderBy(ban => ban.Id)
                .ToListAsync(cancellationToken))
            .ToLookup(ban => ban.MemberId!.Value);
        var evasions = new List<Evasion>();
        foreach (var entry in _entries)
        {
            if (bans[entry.Person.Id].FirstOrDefault(ban => ban.Holds(entry.GroupId, entry.At)) is { } ban)
            {
                evasions.Add(new Evasion(ban, ActivityOf(entry, ban, actorId, now)));
            }
        }

        await context.BulkInsertAsync(evasions.ConvertAll(evasion => evasion.Activity), cancellationToken);
        return evasions;
    }

    private static Activity ActivityOf(Entry entry, Ban ban, long? actorId, DateTime now) => new()
    {
        Kind = ActivityKind.BanEvaded,
        OccurredAt = entry.At,
        RecordedAt = now,
        GroupId = entry.GroupId,
        MemberId = entry.Person.Id,
        MembershipId = entry.Stay.Id,
        ActorId = actorId,
        Text = ban.Reason,
        Data = JsonSerializer.Serialize(new { since = ban.Since, until = ban.Until, allGroups = ban.IsForAllGroups }),
    };

    private async Task AdoptAsync(People people, CancellationToken cancellationToken)
    {
        var added = people.New.ToDictionary(account => (account.Platform, account.ExternalId));
        var adopted = await context.FindBansOfAccountsAsync(added.Keys, cancellationToken);
        if (adopted.Count == 0)
        {
            return;
        }

        foreach (var ban in adopted)
        {
            ban.MemberId = added[(ban.Platform!.Value, ban.ExternalId!)].Person.Id;
        }

        await context.SaveChangesAsync(cancellationToken);
    }

    private readonly record struct Entry(long GroupId, Person Person, Membership Stay, DateTime At);
}

/// <summary>A ban that did not keep somebody out, and the activity that says so.</summary>
internal sealed record Evasion(Ban Ban, Activity Activity);
