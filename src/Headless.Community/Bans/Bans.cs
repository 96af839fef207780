using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community;

/// <summary>
/// Who is kept out of a group at a time, for whoever lets people in or sends to them. All bans count, also those that the caller may
/// not see.
/// </summary>
public static class Bans
{
    /// <summary>The ban that keeps each of these members out, with its groups: the one that lasts longest. Who is not among the keys may come in.</summary>
    /// <param name="groupId">The group; null: only bans of all groups count.</param>
    /// <param name="at">The time, UTC.</param>
    public static async Task<IReadOnlyDictionary<long, Ban>> FindBansAsync(
        this CommunityDbContext context, IReadOnlyCollection<long> memberIds, long? groupId, DateTime at, CancellationToken cancellationToken)
    {
        if (memberIds.Count == 0)
        {
            return new Dictionary<long, Ban>();
        }

        var ids = memberIds.ToArray();
        var bans = await context.InForce(groupId, at)
            .Where(ban => ban.MemberId != null && EF.Parameter(ids).Contains(ban.MemberId.Value))
            .ToListAsync(cancellationToken);
        return bans.GroupBy(ban => ban.MemberId!.Value).ToDictionary(of => of.Key, Longest);
    }

    /// <summary>The ban that keeps an account out, its member's or its own; null: whoever comes with it may come in.</summary>
    /// <param name="groupId">The group; null: only bans of all groups count.</param>
    /// <param name="at">The time, UTC.</param>
    public static async Task<Ban?> FindBanAsync(
        this CommunityDbContext context, Platform platform, string externalId, long? groupId, DateTime at, CancellationToken cancellationToken)
    {
        var bans = await context.InForce(groupId, at)
            .Where(ban => (ban.MemberId == null && ban.Platform == platform && ban.ExternalId == externalId)
                || context.Identities.Any(identity =>
                    identity.MemberId == ban.MemberId && identity.Platform == platform && identity.ExternalId == externalId))
            .ToListAsync(cancellationToken);
        return bans.Count == 0 ? null : Longest(bans);
    }

    /// <summary>Makes bans of accounts that a member has now bans of that member. Call it where accounts are given to members; the caller saves.</summary>
    public static async Task<IReadOnlyList<Ban>> AdoptBansAsync(
        this CommunityDbContext context, Member member, IReadOnlyCollection<(Platform Platform, string ExternalId)> accounts, CancellationToken cancellationToken)
    {
        var adopted = await context.FindBansOfAccountsAsync(accounts, cancellationToken);
        foreach (var ban in adopted)
        {
            ban.Member = member;
        }

        return adopted;
    }

    /// <summary>The bans of accounts by which nobody was known, tracked.</summary>
    internal static async Task<IReadOnlyList<Ban>> FindBansOfAccountsAsync(
        this CommunityDbContext context, IReadOnlyCollection<(Platform Platform, string ExternalId)> accounts, CancellationToken cancellationToken)
    {
        if (accounts.Count == 0)
        {
            return [];
        }

        var externalIds = accounts.Select(account => account.ExternalId).Distinct().ToArray();
        var found = await context.Bans.IgnoreQueryFilters()
            .Where(ban => ban.MemberId == null)
            .WhereIn(context, ban => ban.ExternalId, externalIds)
            .ToListAsync(cancellationToken);
        return found.FindAll(ban => accounts.Contains((ban.Platform!.Value, ban.ExternalId!)));
    }

    private static IQueryable<Ban> InForce(this CommunityDbContext context, long? groupId, DateTime at) =>
        context.Bans.IgnoreQueryFilters().AsNoTracking()
            .Include(ban => ban.BanGroups)
            .Where(ban => ban.Since <= at && (ban.Until == null || ban.Until > at) && (ban.LiftedAt == null || ban.LiftedAt > at)
                && (ban.IsForAllGroups || ban.BanGroups.Any(group => group.GroupId == groupId)));

    private static Ban Longest(IEnumerable<Ban> bans) => bans.OrderByDescending(ban => ban.Until ?? DateTime.MaxValue).ThenBy(ban => ban.Id).First();
}
