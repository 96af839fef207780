using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Access;

/// <summary>
/// Two groups: Ann is in the first, Bob in the second, Cat in both. In each the member who is there alone has sent a message and
/// bought something. A key for each kind of caller.
/// </summary>
public sealed class AccessServerFixture : ServerFixture
{
    public long FirstGroup { get; private set; }

    public long SecondGroup { get; private set; }

    /// <summary>The key of each caller by name; <c>NOBODY</c> has an empty one.</summary>
    public Dictionary<string, string> Keys { get; } = [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Database.WriteAsync(AccessScope.Everything, AddCommunityAsync, TestContext.Current.CancellationToken);
        Keys["NOBODY"] = string.Empty;
        Keys["LEAD"] = await CreateKeyAsync(OperatorRole.Lead);
        Keys["OWNER"] = await CreateKeyAsync(OperatorRole.Owner, null, FirstGroup);
        Keys["ADMIN"] = await CreateKeyAsync(OperatorRole.Admin, null, FirstGroup);
        Keys["ANALYST"] = await CreateKeyAsync(OperatorRole.Analyst);
        Keys["INTEGRATION"] = await CreateKeyAsync(OperatorRole.Integration, ApiKeyScope.RecordActivities);
        Keys["REVOKED"] = await CreateUnusableKeyAsync(isActive: true, expiresAt: null, revokedAt: DateTime.UtcNow.AddHours(-1));
        Keys["EXPIRED"] = await CreateUnusableKeyAsync(isActive: true, expiresAt: DateTime.UtcNow.AddHours(-1), revokedAt: null);
        Keys["INACTIVE"] = await CreateUnusableKeyAsync(isActive: false, expiresAt: null, revokedAt: null);
        Keys["GARBAGE"] = "hdl_' OR 1=1 --";
    }

    private async Task AddCommunityAsync(CommunityDbContext db, CancellationToken ct)
    {
        var now = DateTime.UtcNow;
        Group[] groups = [.. new[] { "first", "second" }.Select(n => new Group { Platform = Platform.Wechat, ExternalId = n, Name = n, Status = GroupStatus.Active })];
        Member[] members = [.. new[] { "Ann", "Bob", "Cat" }.Select(n => new Member { DisplayName = n, Phone = $"+86 {n}", Email = $"{n}@example.org", BirthYear = 1990, Note = $"about {n}" })];
        foreach (var member in members)
        {
            member.Identities.Add(new Identity { Platform = Platform.Wechat, ExternalId = member.DisplayName });
        }

        var tag = new Tag { Name = "loyal" };
        db.AddRange(groups);
        db.AddRange(members);
        db.Add(tag);
        await db.SaveChangesAsync(ct);
        (FirstGroup, SecondGroup) = (groups[0].Id, groups[1].Id);
        foreach (var (member, group) in new[] { (0, 0), (1, 1), (2, 0), (2, 1) })
        {
            db.Memberships.Add(new Membership { GroupId = groups[group].Id, MemberId = members[member].Id, JoinedAt = now.AddDays(-2) });
        }

        foreach (var i in new[] { 0, 1 })
        {
            db.MemberTags.Add(new MemberTag { MemberId = members[i].Id, TagId = tag.Id, Source = TagSource.Manual, AddedAt = now });
            var order = new Order
            {
                Source = "shop", ExternalId = members[i].DisplayName, MemberId = members[i].Id, GroupId = groups[i].Id, Amount = 10, Currency = "CNY", PaidAt = now.AddDays(-1),
            };
            db.Orders.Add(order);
            var campaign = new Campaign { Name = groups[i].Name };
            campaign.CampaignGroups.Add(new CampaignGroup { GroupId = groups[i].Id });
            db.Campaigns.Add(campaign);
            await db.SaveChangesAsync(ct);
            db.Activities.Add(new Activity
            {
                Kind = ActivityKind.OrderRecorded, OccurredAt = now.AddDays(-1), RecordedAt = now, GroupId = groups[i].Id, MemberId = members[i].Id, OrderId = order.Id, Text = "+86 Ann",
            });
        }

        await db.SaveChangesAsync(ct);
    }

    private Task<string> CreateUnusableKeyAsync(bool isActive, DateTime? expiresAt, DateTime? revokedAt) => Database.WriteAsync(
        AccessScope.Everything,
        async (db, ct) =>
        {
            var owner = new Operator { Name = Guid.NewGuid().ToString("N"), Role = OperatorRole.Lead };
            if (!isActive)
            {
                owner.Deactivate();
            }

            db.Operators.Add(owner);
            await db.SaveChangesAsync(ct);
            var (key, secret) = ApiKey.Issue(owner, "test", Enum.GetValues<ApiKeyScope>(), expiresAt);
            if (revokedAt is { } at)
            {
                key.Revoke(at);
            }

            db.ApiKeys.Add(key);
            await db.SaveChangesAsync(ct);
            return secret;
        },
        TestContext.Current.CancellationToken);
}
