using Headless.Metrics;
using Headless.Server.Access;
using Headless.Server.Features.Orders;

namespace Headless.Server.Features.Referrals;

[GraphQLDescription("What came of a referral programme, of what the caller may see. A comparison of programmes is one of what happened, not a proof of what brought it about.")]
public sealed record ReferralResults(
    [property: GraphQLDescription("How many invitations there are.")] long Invitations,
    [property: GraphQLDescription("How many friends joined, whatever became of them.")] long Joined,
    [property: GraphQLDescription("How many are in the group and not decided.")] long Pending,
    [property: GraphQLDescription("How many somebody has to look at.")] long Held,
    [property: GraphQLDescription("How many count.")] long Qualified,
    [property: GraphQLDescription("How many do not.")] long Rejected,
    [property: GraphQLDescription("How many members brought at least one who counts.")] long Inviters,
    [property: GraphQLDescription("How many of those who count have bought something since.")] long Buyers,
    [property: ListSize(AssumedSize = 2)] [property: GraphQLDescription("What rewards cost that say what they cost, by currency.")] IReadOnlyList<Money> RewardCosts,
    [property: ListSize(AssumedSize = 2)] [property: GraphQLDescription("What was entered as costs of its campaign, by currency: do not enter the rewards there, too.")] IReadOnlyList<Money> EnteredCosts,
    [property: GraphQLDescription("Both ÷ qualified; null with the reason beside it.")] Money? CostPerQualifiedJoin,
    [property: GraphQLDescription("Why there is no costPerQualifiedJoin: COST_NOT_TRACKED, MIXED_CURRENCIES or NO_QUALIFIED_INVITES.")] MetricNullReason? CostNullReason);

/// <summary>The results of programmes.</summary>
[ExtendObjectType<ReferralProgram>]
public sealed class ReferralProgramResults
{
    [Authorize(Policies.ReadMetrics)]
    [Cost(5)]
    [GraphQLDescription("What came of it.")]
    public static async Task<ReferralResults> GetResultsAsync(
        [Parent(nameof(ReferralProgram.Id))] ReferralProgram program, ReferralResultsLoader results, CancellationToken cancellationToken) =>
        (await results.LoadAsync(program.Id, cancellationToken))!;
}

/// <summary>The tiers of programmes: one statement for all.</summary>
public sealed class ReferralTierLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<long, IReadOnlyList<ReferralTier>>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<long, IReadOnlyList<ReferralTier>>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        var tiers = (await db.ReferralTiers.AsNoTracking().Where(t => keys.Contains(t.ProgramId)).OrderBy(t => t.Threshold).ToListAsync(cancellationToken)).ToLookup(t => t.ProgramId);
        return keys.ToDictionary(key => key, key => (IReadOnlyList<ReferralTier>)[.. tiers[key]]);
    }
}

/// <summary>What came of programmes: five statements for all.</summary>
public sealed class ReferralResultsLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<long, ReferralResults>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<long, ReferralResults>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        var invitations = await db.ReferralInvitations.Where(i => keys.Contains(i.ProgramId)).GroupBy(i => i.ProgramId).Select(g => new { g.Key, Count = g.LongCount() })
            .ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var referrals = (await db.Referrals.Where(r => keys.Contains(r.ProgramId)).GroupBy(r => new { r.ProgramId, r.Status, HasJoined = r.JoinedAt != null, HasBought = r.OrderId != null })
            .Select(g => new { g.Key.ProgramId, g.Key.Status, g.Key.HasJoined, g.Key.HasBought, Count = g.LongCount() }).ToListAsync(cancellationToken)).ToLookup(g => g.ProgramId);
        var inviters = await db.Referrals.Where(r => keys.Contains(r.ProgramId) && r.Status == ReferralStatus.Qualified).Select(r => new { r.ProgramId, r.InviterId }).Distinct()
            .GroupBy(r => r.ProgramId).Select(g => new { g.Key, Count = g.LongCount() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        var rewards = (await db.ReferralRewards.Where(r => keys.Contains(r.ProgramId) && r.Cost != null).GroupBy(r => new { r.ProgramId, r.Currency })
            .Select(g => new { g.Key.ProgramId, g.Key.Currency, Amount = g.Sum(r => r.Cost!.Value) }).ToListAsync(cancellationToken)).ToLookup(g => g.ProgramId, g => new Money(g.Amount, g.Currency!));
        var entered = (await (
            from program in db.ReferralPrograms
            where keys.Contains(program.Id) && program.CampaignId != null
            from cost in db.CostEntries
            where cost.CampaignId == program.CampaignId
            group cost by new { program.Id, cost.Currency } into costs
            select new { costs.Key.Id, costs.Key.Currency, Amount = costs.Sum(c => c.Amount) }).ToListAsync(cancellationToken)).ToLookup(g => g.Id, g => new Money(g.Amount, g.Currency));
        return keys.ToDictionary(key => key, key =>
        {
            var own = referrals[key].ToList();
            var (costs, qualified) = ((Money[])[.. rewards[key], .. entered[key]], Sum(ReferralStatus.Qualified));
            var reason = costs.Length == 0 ? MetricNullReason.CostNotTracked
                : costs.Select(c => c.Currency).Distinct().Count() > 1 ? MetricNullReason.MixedCurrencies
                : qualified == 0 ? MetricNullReason.NoQualifiedInvites
                : (MetricNullReason?)null;
            return new ReferralResults(
                invitations.GetValueOrDefault(key), own.Where(r => r.HasJoined).Sum(r => r.Count), Sum(ReferralStatus.Joined), Sum(ReferralStatus.Held), qualified, Sum(ReferralStatus.Rejected),
                inviters.GetValueOrDefault(key), own.Where(r => r.Status == ReferralStatus.Qualified && r.HasBought).Sum(r => r.Count),
                [.. rewards[key].OrderBy(m => m.Currency, StringComparer.Ordinal)], [.. entered[key].OrderBy(m => m.Currency, StringComparer.Ordinal)],
                reason is null ? new Money(decimal.Round(costs.Sum(c => c.Amount) / qualified, 4), costs[0].Currency) : null, reason);

            long Sum(ReferralStatus status) => own.Where(r => r.Status == status).Sum(r => r.Count);
        });
    }
}
