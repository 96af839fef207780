using System.Collections.ObjectModel;
using Headless.Server.Access;

namespace Headless.Server.Features.CallLists;

[GraphQLDescription("What a caller needs to know of a member to call them.")]
public sealed record CallContact(
    [property: GraphQLDescription("The name to ask for.")] string DisplayName,
    [property: GraphQLDescription("The number to dial; null where they must not be called.")] string? Phone,
    [property: GraphQLDescription("Set where they must not be called, also when that came up after they were put on the list.")] CallSkipReason? MustNotCall)
{
    /// <summary>For an entry that is left out there is no number, whatever has changed since.</summary>
    internal CallContact For(CallEntry entry) =>
        entry.Status == CallStatus.Skipped ? this with { Phone = null, MustNotCall = MustNotCall ?? entry.SkipReason } : this;
}

/// <summary>
/// Names and numbers of the members on call lists. Row access to the entry is what opens them: callers work for the whole
/// organisation, so the member may be in none of their groups.
/// </summary>
public sealed class CallContactByMemberIdDataLoader(CommunityDatabase database, Caller caller, TimeProvider clock, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<long, CallContact>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<long, CallContact>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        if (!caller.May(Policies.ReadPersonalData))
        {
            return ReadOnlyDictionary<long, CallContact>.Empty;
        }

        await using var db = database.Create(AccessScope.Everything);
        var found = await db.Members.Where(m => keys.Contains(m.Id)).Select(CallCandidate.At(clock.GetUtcNow().UtcDateTime)).ToListAsync(cancellationToken);
        return found.ToDictionary(c => c.MemberId, c => new CallContact(c.DisplayName, c.SkipReason is null ? c.Phone : null, c.SkipReason));
    }
}
