using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Demo;

/// <summary>What the demo community says about its groups beyond their members and messages.</summary>
internal static class DemoGroups
{
    /// <summary>The VIP group is kept small: there is room for three more, which raises an alert.</summary>
    public static async Task<int> DescribeAsync(CommunityDbContext db, CancellationToken ct)
    {
        var vip = await db.Groups.SingleAsync(g => g.ExternalId == "wecom-vip-01", ct);
        vip.Capacity = await db.Memberships.CountAsync(m => m.GroupId == vip.Id && m.LeftAt == null, ct) + 3;
        return await db.SaveChangesAsync(ct);
    }
}
