using Headless.Community;
using Headless.Community.Data;
using Headless.Community.Ingestion;
using Headless.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

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
        await Database.WriteAsync(AccessScope.Everything, AddGroupsAsync, TestContext.Current.CancellationToken);
        await ReportAsync();
        await Database.WriteAsync(AccessScope.Everything, DescribeMembersAsync, TestContext.Current.CancellationToken);
        Keys["NOBODY"] = string.Empty;
        Keys["LEAD"] = await CreateKeyAsync(OperatorRole.Lead);
        Keys["OWNER"] = await CreateKeyAsync(OperatorRole.Owner, null, FirstGroup);
        Keys["ADMIN"] = await CreateKeyAsync(OperatorRole.Admin, null, FirstGroup);
        Keys["ANALYST"] = await CreateKeyAsync(OperatorRole.Analyst);
        Keys["INTEGRATION"] = await CreateKeyAsync(OperatorRole.Integration, ApiKeyScope.RecordActivities);
        Keys["REVOKED"] = await CreateUnusableKeyAsync(isActive: true, expiresAt: null, revokedAt: TestClock.UtcNow.UtcDateTime.AddHours(-1));
        Keys["EXPIRED"] = await CreateUnusableKeyAsync(isActive: true, expiresAt: TestClock.UtcNow.UtcDateTime.AddHours(-1), revokedAt: null);
        Keys["INACTIVE"] = await CreateUnusableKeyAsync(isActive: false, expiresAt: null, revokedAt: null);
        Keys["GARBAGE"] = "hdl_' OR 1=1 --";
    }

    /// <summary>What chat platform and shop report.</summary>
    private async Task ReportAsync()
    {
        var start = TestClock.UtcNow.AddDays(-2);
        ActivityInput Row(int minute, ActivityInputKind kind, string name, string group) => new()
        {
            Kind = kind,
            ExternalId = $"{name}-{group}-{kind}",
            OccurredAt = start.AddMinutes(minute),
            Group = new GroupReference(Platform: Platform.Wechat, ExternalId: group),
            Member = new IdentityReference(Platform.Wechat, name, name),
            Text = kind == ActivityInputKind.Message ? $"the secret of {name}" : null,
            Amount = kind == ActivityInputKind.Order ? 10 : null,
            Currency = kind == ActivityInputKind.Order ? "CNY" : null,
        };
        var result = await Factory.Services.GetRequiredService<ActivityIngestion>().RecordAsync(
            "shop",
            [
                Row(0, ActivityInputKind.Join, "Ann", "first"), Row(1, ActivityInputKind.Join, "Bob", "second"),
                Row(2, ActivityInputKind.Join, "Cat", "first"), Row(3, ActivityInputKind.Join, "Cat", "second"),
                Row(4, ActivityInputKind.Message, "Ann", "first"), Row(5, ActivityInputKind.Message, "Bob", "second"),
                Row(6, ActivityInputKind.Order, "Ann", "first"), Row(7, ActivityInputKind.Order, "Bob", "second"),
            ],
            AccessScope.Everything,
            null,
            TestContext.Current.CancellationToken);
        result.Rejected.ShouldBeEmpty();
    }

    private async Task AddGroupsAsync(CommunityDbContext db, CancellationToken ct)
    {
        Group[] groups = [.. new[] { "first", "second" }.Select(n => new Group { Platform = Platform.Wechat, ExternalId = n, Name = n, Status = GroupStatus.Active })];
        db.AddRange(groups);
        await db.SaveChangesAsync(ct);
        (FirstGroup, SecondGroup) = (groups[0].Id, groups[1].Id);
        foreach (var group in groups)
        {
            var campaign = new Campaign { Name = group.Name };
            campaign.CampaignGroups.Add(new CampaignGroup { GroupId = group.Id });
            db.Campaigns.Add(campaign);
        }

        await db.SaveChangesAsync(ct);
    }

    private static async Task DescribeMembersAsync(CommunityDbContext db, CancellationToken ct)
    {
        var tag = new Tag { Name = "loyal" };
        db.Tags.Add(tag);
        await db.SaveChangesAsync(ct);
        foreach (var member in await db.Members.ToListAsync(ct))
        {
            (member.Phone, member.Email, member.BirthYear, member.Note) = ($"+86 {member.DisplayName}", $"{member.DisplayName}@example.org", 1990, $"about {member.DisplayName}");
            if (member.DisplayName != "Cat")
            {
                db.MemberTags.Add(new MemberTag { MemberId = member.Id, TagId = tag.Id, Source = TagSource.Manual, AddedAt = TestClock.UtcNow.UtcDateTime });
            }
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
