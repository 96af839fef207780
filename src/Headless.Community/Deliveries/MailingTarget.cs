using Headless.Community.Data;
using Headless.Community.Data.Bulk;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community;

/// <summary>Whom a mailing is for.</summary>
/// <param name="Audience">Which kind it is.</param>
/// <param name="Members">The members; null: groups.</param>
/// <param name="Groups">The groups; null: members.</param>
/// <param name="GroupId">Within this group.</param>
/// <param name="SegmentId">Of this segment.</param>
public sealed record MailingTarget(MailingAudience Audience, IReadOnlyList<long>? Members, IReadOnlyList<long>? Groups, long? GroupId, long? SegmentId)
{
    /// <summary>The customers who are in a group now.</summary>
    /// <param name="most">No more than these.</param>
    public static Task<List<long>> OfGroupAsync(CommunityDbContext db, long groupId, int most, CancellationToken ct) =>
        db.Memberships.Where(m => m.GroupId == groupId && m.LeftAt == null && m.AccountKind == AccountKind.Customer)
            .Select(m => m.MemberId).Distinct().OrderBy(id => id).Take(most).ToListAsync(ct);

    /// <summary>The members of a segment, those of them who are in a group where one is named.</summary>
    /// <param name="most">No more than these.</param>
    public static Task<List<long>> OfSegmentAsync(CommunityDbContext db, long segmentId, long? groupId, int most, CancellationToken ct) =>
        db.SegmentMembers.Where(s => s.SegmentId == segmentId && s.LeftAt == null)
            .Where(s => groupId == null || db.Memberships.Any(m => m.MemberId == s.MemberId && m.GroupId == groupId && m.LeftAt == null && m.AccountKind == AccountKind.Customer))
            .Select(s => s.MemberId).Distinct().OrderBy(id => id).Take(most).ToListAsync(ct);

    /// <summary>Decides of each whether it can be reached.</summary>
    public Task<IReadOnlyList<Recipient>> SelectAsync(
        CommunityDbContext db, TouchChannel channel, ContactPurpose purpose, Platform? platform, ContactLimits limits, DateTime now, CancellationToken ct) =>
        Groups is { } groups
            ? RecipientSelection.OfGroupsAsync(db, groups, ct)
            : RecipientSelection.OfMembersAsync(db, Members!, new DeliveryTerms(channel, purpose, platform, GroupId), limits, now, ct);
}

/// <summary>Writes mailings.</summary>
public static class MailingWriting
{
    /// <summary>Adds a mailing with a delivery for each recipient, also for those who cannot be reached, so that they can be seen with the reason.</summary>
    public static async Task AddMailingAsync(this CommunityDbContext db, Mailing mailing, IReadOnlyList<Recipient> recipients, DateTime now, CancellationToken ct)
    {
        db.Mailings.Add(mailing);
        await db.SaveChangesAsync(ct);
        await db.BulkInsertAsync<Delivery>([.. recipients.Select(recipient => Delivery.Request(mailing, recipient, now))], ct);
    }
}
