using Headless.Community;
using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Metrics.Reading;

/// <summary>The stays that figures count.</summary>
internal static class Stays
{
    /// <summary>Named one by one, so that a database seeks them: "all but customers" reads everybody.</summary>
    private static readonly AccountKind[] s_excluded = [.. Enum.GetValues<AccountKind>().Where(kind => kind != AccountKind.Customer)];

    /// <summary>Stays of customers in groups, of the people asked for.</summary>
    public static IQueryable<Membership> Counted(CommunityDbContext db, long[] groups, MetricPeople people) => Of(
        db, db.Memberships.AsNoTracking().Where(m => groups.Contains(m.GroupId) && m.AccountKind == AccountKind.Customer), people);

    /// <summary>Stays of accounts that staff or machines control and that overlap a time.</summary>
    public static IQueryable<Membership> Excluded(CommunityDbContext db, InputTable table)
    {
        var (groups, from, to) = (table.Groups, table.Intervals.Start, table.Intervals.End);
        return Of(
            db,
            db.Memberships.AsNoTracking().Where(m =>
                s_excluded.Contains(m.AccountKind) && groups.Contains(m.GroupId) && m.JoinedAt < to && (m.LeftAt == null || m.LeftAt >= from)),
            table.People);
    }

    /// <summary>Stays of customers that overlap the window.</summary>
    public static IQueryable<Membership> Overlapping(CommunityDbContext db, InputTable table)
    {
        var (from, to) = (table.Intervals.Start, table.Intervals.End);
        return Counted(db, table.Groups, table.People).Where(m => m.JoinedAt < to && (m.LeftAt == null || m.LeftAt >= from));
    }

    private static IQueryable<Membership> Of(CommunityDbContext db, IQueryable<Membership> stays, MetricPeople people)
    {
        if (people.SegmentId is { } segment)
        {
            stays = stays.Where(m => db.SegmentMembers.Any(s => s.SegmentId == segment && s.MemberId == m.MemberId && s.LeftAt == null));
        }

        if (people.JoinChannelId is { } channel)
        {
            stays = stays.Where(m => m.JoinChannelId == channel);
        }

        if (people.CampaignId is { } campaign)
        {
            stays = stays.Where(m => m.JoinCampaignId == campaign);
        }

        if (people.ContentItemId is { } content)
        {
            stays = stays.Where(m => m.JoinContentItemId == content);
        }

        if (people.ContentCategory is { } category)
        {
            stays = stays.Where(m => m.JoinContentItem!.Category == category);
        }

        if (people.Class is { } memberClass)
        {
            stays = stays.Where(m => m.Member.Class == memberClass);
        }

        return stays;
    }
}
