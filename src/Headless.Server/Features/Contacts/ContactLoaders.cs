using Headless.Server.Access;

namespace Headless.Server.Features.Contacts;

/// <summary>What members have said about contact: one statement for a whole list of members.</summary>
public sealed class ContactPreferencesByMemberIdDataLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : GroupedDataLoader<long, ContactPreference>(batchScheduler, options)
{
    protected override async Task<ILookup<long, ContactPreference>> LoadGroupedBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        if (!caller.May(Policies.Read))
        {
            return Array.Empty<ContactPreference>().ToLookup(p => p.MemberId);
        }

        await using var db = database.Create(caller.Scope);
        var said = await db.ContactPreferences.AsNoTracking()
            .Where(p => keys.Contains(p.MemberId))
            .OrderBy(p => p.Channel).ThenBy(p => p.Purpose)
            .ToListAsync(cancellationToken);
        return said.ToLookup(p => p.MemberId);
    }
}

/// <summary>Of a member: whether they have an account, whether a ban keeps them out of every group, and how often they were turned to for MARKETING within the days of the cap.</summary>
public sealed record ContactFacts(bool HasAccount, bool IsBanned, int MarketingTouches);

/// <summary>The facts that decide who can be reached: one statement of each for a whole list of members.</summary>
public sealed class ContactFactsByMemberIdDataLoader(
    CommunityDatabase database, Caller caller, ContactOptions contact, TimeProvider clock, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<long, ContactFacts>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<long, ContactFacts>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        if (!caller.May(Policies.Read))
        {
            return new Dictionary<long, ContactFacts>();
        }

        await using var db = database.Create(caller.Scope);
        var now = clock.GetUtcNow().UtcDateTime;
        var since = now.AddDays(-contact.Days);
        var bans = await db.FindBansAsync(keys, null, now, cancellationToken);
        var facts = await db.Members.AsNoTracking()
            .Where(m => keys.Contains(m.Id))
            .Select(m => new
            {
                m.Id,
                HasAccount = db.Identities.Any(i => i.MemberId == m.Id),
                Touches = db.MemberTouches.Count(t => t.MemberId == m.Id && t.Purpose == ContactPurpose.Marketing && t.TouchedAt >= since),
            })
            .ToListAsync(cancellationToken);
        return facts.ToDictionary(f => f.Id, f => new ContactFacts(f.HasAccount, bans.ContainsKey(f.Id), f.Touches));
    }
}
