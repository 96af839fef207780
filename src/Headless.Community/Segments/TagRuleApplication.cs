using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Segments;

/// <summary>What the rule of a tag makes of the members as they are; what they become, <see cref="SegmentRefresh"/> follows.</summary>
public static class TagRuleApplication
{
    /// <summary>
    /// Gives the tag to the segment's members who do not have it, and where the rule says so takes it from those to whom a rule gave it
    /// and who are not in the segment.
    /// </summary>
    public static async Task<MemberTagBulkResult> ApplyAsync(CommunityDbContext db, TagRule rule, Tag tag, DateTime at, CancellationToken cancellationToken)
    {
        var (segmentId, tagId) = (rule.SegmentId, tag.Id);
        var members = db.SegmentMembers.Where(stay => stay.SegmentId == segmentId && stay.LeftAt == null).Select(stay => stay.MemberId);
        if (rule.RemoveWhenEnds)
        {
            var ended = await db.MemberTags.Where(row => row.TagId == tagId && row.Source == TagSource.Rule && !members.Contains(row.MemberId))
                .Select(row => row.MemberId).ToListAsync(cancellationToken);
            await MemberTagBulk.RemoveAsync(db, tag, ended, TagSource.Rule, TagRemoval.RuleEnded, at, null, cancellationToken);
        }

        return await MemberTagBulk.AddAsync(db, tag, await members.Order().ToListAsync(cancellationToken), TagSource.Rule, at, null, null, cancellationToken);
    }

    /// <summary>Takes the tag from everybody to whom a rule gave it.</summary>
    public static async Task<int> WithdrawAsync(CommunityDbContext db, Tag tag, DateTime at, long? actorId, CancellationToken cancellationToken)
    {
        var tagId = tag.Id;
        var given = await db.MemberTags.Where(row => row.TagId == tagId && row.Source == TagSource.Rule).Select(row => row.MemberId).ToListAsync(cancellationToken);
        return (await MemberTagBulk.RemoveAsync(db, tag, given, TagSource.Rule, TagRemoval.RuleEnded, at, actorId, cancellationToken)).Changed;
    }
}
