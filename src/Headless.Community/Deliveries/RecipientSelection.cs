using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community;

/// <summary>Limits of an organisation on contact, as they are set.</summary>
/// <param name="MaxMarketingTouches">The most touches for MARKETING on all channels together within <paramref name="TouchDays"/>.</param>
/// <param name="TouchDays">The days that count.</param>
/// <param name="MonthStart">When the calendar month of the reporting time zone began, UTC: quotas of platforms are by month.</param>
public sealed record ContactLimits(int MaxMarketingTouches, int TouchDays, DateTime MonthStart);

/// <summary>What is to be sent, as far as it decides whom it can reach.</summary>
/// <param name="Channel">Where.</param>
/// <param name="Purpose">What for.</param>
/// <param name="Platform">Only by accounts of this platform; null: by any.</param>
/// <param name="GroupId">The group in which members are reached: its bans count, too.</param>
public sealed record DeliveryTerms(TouchChannel Channel, ContactPurpose Purpose, Platform? Platform, long? GroupId);

/// <summary>Says of many people at once whether something can be sent to them, and why not: a handful of statements, whatever their number.</summary>
public static class RecipientSelection
{
    /// <summary>Decides about members.</summary>
    /// <param name="memberIds">Each once.</param>
    public static async Task<IReadOnlyList<Recipient>> OfMembersAsync(
        CommunityDbContext db, IReadOnlyList<long> memberIds, DeliveryTerms terms, ContactLimits limits, DateTime now, CancellationToken ct)
    {
        var ids = memberIds.ToArray();
        var people = await db.Members.AsNoTracking().Where(m => EF.Parameter(ids).Contains(m.Id))
            .Select(m => new Person(m.Id, m.Phone != null && m.Phone != "", m.Email != null && m.Email != "", m.PreferredContactChannel, m.ErasedAt != null || m.MergedIntoId != null))
            .ToDictionaryAsync(p => p.Id, ct);
        var bans = await db.FindBansAsync(ids, terms.GroupId, now, ct);
        var refused = await RefusedAsync(db, ids, ContactChannelOf(terms.Channel), terms.Purpose, ct);
        var touches = terms.Purpose == ContactPurpose.Marketing ? await TouchesAsync(db, ids, now.AddDays(-limits.TouchDays), ct) : [];
        var accounts = NeedsAccount(terms.Channel) ? await AccountsAsync(db, ids, terms.Platform, ct) : null;
        var capabilities = accounts is null ? null : await PlatformCapabilities.LoadAsync(db, ct);
        var quotas = accounts is null ? null : await PlatformPolicies.LoadAsync(db, ct);
        var sent = accounts is null ? [] : await SentThisMonthAsync(db, ids, limits.MonthStart, ct);
        return [.. memberIds.Select(id =>
        {
            var person = people.GetValueOrDefault(id);
            var account = accounts?[id].OrderBy(a => capabilities!.IsAvailable(a.Platform, PlatformCapabilityKind.PrivateChat) == false)
                .ThenByDescending(a => a.PrimarySince is not null).ThenBy(a => a.Id).FirstOrDefault();
            UnreachableReason? reason =
                person is null or { IsGone: true } || !HasAddress(terms.Channel, person, account) ? UnreachableReason.NoAddress
                : bans.ContainsKey(id) ? UnreachableReason.Blacklisted
                : person.Preferred == ContactChannel.None && terms.Purpose != ContactPurpose.Service ? UnreachableReason.NoContact
                : refused.Contains(id) ? UnreachableReason.OptedOut
                : account is not null && capabilities!.IsAvailable(account.Platform, PlatformCapabilityKind.PrivateChat) == false ? UnreachableReason.NoCapability
                : account is not null && quotas!.ValueAt(account.Platform, PlatformPolicyKey.MassSendPerMonth, now) <= sent.GetValueOrDefault((id, account.Platform)) ? UnreachableReason.Quota
                : terms.Purpose == ContactPurpose.Marketing && touches.GetValueOrDefault(id) >= limits.MaxMarketingTouches ? UnreachableReason.FrequencyCap
                : null;
            return new Recipient(id, terms.GroupId, account?.Id, account?.Platform, reason);
        })];
    }

    /// <summary>Decides about groups: one that runs takes a message.</summary>
    public static async Task<IReadOnlyList<Recipient>> OfGroupsAsync(CommunityDbContext db, IReadOnlyList<long> groupIds, CancellationToken ct)
    {
        var ids = groupIds.ToArray();
        var groups = await db.Groups.AsNoTracking().Where(g => EF.Parameter(ids).Contains(g.Id)).Select(g => new { g.Id, g.Platform, g.Status }).ToDictionaryAsync(g => g.Id, ct);
        return [.. groupIds.Where(groups.ContainsKey).Select(id => new Recipient(
            null, id, null, groups[id].Platform, groups[id].Status == GroupStatus.Active ? null : UnreachableReason.GroupNotActive))];
    }

    /// <summary>Of members who were reachable when they were chosen: who has refused since, or is kept out.</summary>
    public static async Task<IReadOnlyDictionary<long, UnreachableReason>> ChangedSinceAsync(
        CommunityDbContext db, IReadOnlyList<long> memberIds, TouchChannel channel, ContactPurpose purpose, DateTime now, CancellationToken ct)
    {
        var ids = memberIds.ToArray();
        var changed = (await db.FindBansAsync(ids, null, now, ct)).ToDictionary(ban => ban.Key, _ => UnreachableReason.Blacklisted);
        foreach (var id in await RefusedAsync(db, ids, ContactChannelOf(channel), purpose, ct))
        {
            changed.TryAdd(id, UnreachableReason.OptedOut);
        }

        if (purpose != ContactPurpose.Service)
        {
            foreach (var id in await db.Members.Where(m => EF.Parameter(ids).Contains(m.Id) && m.PreferredContactChannel == ContactChannel.None).Select(m => m.Id).ToListAsync(ct))
            {
                changed.TryAdd(id, UnreachableReason.NoContact);
            }
        }

        foreach (var id in await db.Members.IgnoreQueryFilters().Where(m => EF.Parameter(ids).Contains(m.Id) && (m.ErasedAt != null || m.MergedIntoId != null)).Select(m => m.Id).ToListAsync(ct))
        {
            changed[id] = UnreachableReason.NoAddress;
        }

        return changed;
    }

    /// <summary>What members say about contact by this channel: a private chat and a mention in a group are CHAT.</summary>
    public static ContactChannel ContactChannelOf(TouchChannel channel) => channel switch
    {
        TouchChannel.Phone => ContactChannel.Phone,
        TouchChannel.Sms => ContactChannel.Sms,
        TouchChannel.Email => ContactChannel.Email,
        _ => ContactChannel.Chat,
    };

    private static bool NeedsAccount(TouchChannel channel) => channel is TouchChannel.PrivateChat or TouchChannel.Moments or TouchChannel.Group;

    private static bool HasAddress(TouchChannel channel, Person person, Account? account) => channel switch
    {
        TouchChannel.Phone or TouchChannel.Sms => person.HasPhone,
        TouchChannel.Email => person.HasEmail,
        _ => account is not null,
    };

    private static Task<HashSet<long>> RefusedAsync(CommunityDbContext db, long[] ids, ContactChannel channel, ContactPurpose purpose, CancellationToken ct) =>
        db.ContactPreferences.Where(p => EF.Parameter(ids).Contains(p.MemberId) && p.Channel == channel && p.Purpose == purpose && !p.IsAllowed)
            .Select(p => p.MemberId).ToHashSetAsync(ct);

    /// <summary>Touches for MARKETING, and what is on its way to them.</summary>
    private static async Task<Dictionary<long, int>> TouchesAsync(CommunityDbContext db, long[] ids, DateTime since, CancellationToken ct)
    {
        var touches = await db.MemberTouches.IgnoreQueryFilters()
            .Where(t => EF.Parameter(ids).Contains(t.MemberId) && t.Purpose == ContactPurpose.Marketing && t.TouchedAt >= since)
            .GroupBy(t => t.MemberId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var open = await db.Deliveries.IgnoreQueryFilters()
            .Where(d => d.MemberId != null && EF.Parameter(ids).Contains(d.MemberId.Value) && d.Purpose == ContactPurpose.Marketing
                && (d.Status == DeliveryStatus.Requested || d.Status == DeliveryStatus.Claimed))
            .GroupBy(d => d.MemberId!.Value).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        open.ForEach(row => touches[row.Key] = touches.GetValueOrDefault(row.Key) + row.Count);
        return touches;
    }

    private static async Task<ILookup<long, Account>> AccountsAsync(CommunityDbContext db, long[] ids, Platform? platform, CancellationToken ct) =>
        (await db.Identities.AsNoTracking().Where(i => EF.Parameter(ids).Contains(i.MemberId) && (platform == null || i.Platform == platform))
            .Select(i => new Account(i.Id, i.MemberId, i.Platform, i.PrimarySince)).ToListAsync(ct)).ToLookup(a => a.MemberId);

    /// <summary>What private chats each had this month on each platform, what is on its way included.</summary>
    private static async Task<Dictionary<(long MemberId, Platform Platform), int>> SentThisMonthAsync(CommunityDbContext db, long[] ids, DateTime since, CancellationToken ct) =>
        (await db.Deliveries.IgnoreQueryFilters()
            .Where(d => d.MemberId != null && EF.Parameter(ids).Contains(d.MemberId.Value) && d.Platform != null && d.Channel == TouchChannel.PrivateChat
                && (d.Status == DeliveryStatus.Requested || d.Status == DeliveryStatus.Claimed || (d.Status == DeliveryStatus.Sent && d.SentAt >= since)))
            .GroupBy(d => new { MemberId = d.MemberId!.Value, Platform = d.Platform!.Value }).Select(g => new { g.Key.MemberId, g.Key.Platform, Count = g.Count() })
            .ToListAsync(ct)).ToDictionary(row => (row.MemberId, row.Platform), row => row.Count);

    private sealed record Person(long Id, bool HasPhone, bool HasEmail, ContactChannel? Preferred, bool IsGone);

    private sealed record Account(long Id, long MemberId, Platform Platform, DateTime? PrimarySince);
}
