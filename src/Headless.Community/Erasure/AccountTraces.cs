using System.Text.Json;
using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Erasure;

/// <summary>What was written down about an account before anybody was known by it: bans of it, and what the log says of them, name no member.</summary>
internal static class AccountTraces
{
    private static readonly ActivityKind[] s_kinds = [ActivityKind.MemberBlacklisted, ActivityKind.MemberUnblacklisted, ActivityKind.BanExpired];

    /// <summary>Makes the bans of a person's accounts theirs, and empties the activities about them. Before the accounts are removed.</summary>
    public static async Task EraseAsync(CommunityDbContext context, long memberId, CancellationToken cancellationToken)
    {
        var identities = await context.Identities.IgnoreQueryFilters().Where(row => row.MemberId == memberId)
            .Select(row => new { row.Platform, row.ExternalId }).ToListAsync(cancellationToken);
        var banned = await context.Bans.IgnoreQueryFilters().Where(row => row.MemberId == memberId && row.Platform != null && row.ExternalId != null)
            .Select(row => new { Platform = row.Platform!.Value, ExternalId = row.ExternalId! }).ToListAsync(cancellationToken);
        var accounts = identities.Concat(banned).Select(account => (account.Platform, account.ExternalId)).ToHashSet();
        if (accounts.Count == 0)
        {
            return;
        }

        long[] bans = [.. (await context.FindBansOfAccountsAsync(accounts, cancellationToken)).Select(ban => ban.Id)];
        await context.Bans.IgnoreQueryFilters().Where(ban => EF.Parameter(bans).Contains(ban.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(ban => ban.MemberId, memberId), cancellationToken);

        var told = await context.Activities.IgnoreQueryFilters().AsNoTracking()
            .Where(row => s_kinds.Contains(row.Kind) && row.MemberId == null && row.Data != null)
            .Select(row => new { row.Id, row.Data }).ToListAsync(cancellationToken);
        long[] ids = [.. told.Where(row => AccountOf(row.Data!) is { } account && accounts.Contains(account)).Select(row => row.Id)];
        await context.Activities.IgnoreQueryFilters().Where(row => EF.Parameter(ids).Contains(row.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Text, (string?)null).SetProperty(row => row.Data, (string?)null), cancellationToken);
    }

    private static (Platform Platform, string ExternalId)? AccountOf(string data)
    {
        using var json = JsonDocument.Parse(data);
        return json.RootElement.TryGetProperty("platform", out var platform) && platform.ValueKind == JsonValueKind.String
            && Enum.TryParse<Platform>(platform.GetString()!.Replace("_", string.Empty, StringComparison.Ordinal), ignoreCase: true, out var of)
            && json.RootElement.TryGetProperty("externalId", out var externalId) && externalId.ValueKind == JsonValueKind.String
                ? (of, externalId.GetString()!)
                : null;
    }
}
