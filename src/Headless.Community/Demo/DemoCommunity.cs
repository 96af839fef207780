using Headless.Community.Data;
using Headless.Community.Ingestion;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Demo;

/// <summary>
/// A community to try the API on: twelve groups on several platforms, about 1 500 members, sixty days that end today. It is made
/// from a fixed seed, so the same day gives the same community, and it goes in as an integration's reports would.
/// </summary>
public sealed class DemoCommunity(CommunityDatabase database, ActivityIngestion ingestion, TimeProvider clock)
{
    /// <summary>The source of everything that is reported in it.</summary>
    public const string Source = "demo";

    private const int Seed = 20_261_122;

    /// <summary>Loads it into an empty database. Does nothing where there is a group already.</summary>
    /// <param name="zone">The reporting time zone: the community sleeps and wakes in it.</param>
    /// <returns>Whether it was loaded.</returns>
    public async Task<bool> LoadAsync(TimeZoneInfo zone, CancellationToken ct)
    {
        await using (var reader = database.Create(AccessScope.Everything))
        {
            if (await reader.Groups.AnyAsync(ct))
            {
                return false;
            }
        }

        var now = clock.GetUtcNow();
        var random = new Random(Seed);
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, zone).Date);
        var script = new DemoScript(random, today, zone);
        var first = now.UtcDateTime.AddDays(-DemoPlan.Days);
        var loaded = await database.WriteAsync(AccessScope.Everything, (db, token) => AddStaffAndGroupsAsync(db, first, token), ct);
        if (!loaded)
        {
            return false;
        }

        foreach (var batch in script.Write(now).Chunk(ActivityIngestion.MaxRows))
        {
            var result = await ingestion.RecordAsync(Source, batch, AccessScope.Everything, actorId: null, ct);
            if (result.Rejected.FirstOrDefault(r => r.Code != IngestionErrorCodes.AlreadyMember) is { } rejected)
            {
                throw new InvalidOperationException($"The demo community is wrong: {batch[rejected.Index]} was rejected: {rejected.Message}");
            }
        }

        await database.WriteAsync(AccessScope.Everything, (db, token) => DescribeMembersAsync(db, random, now.UtcDateTime, token), ct);
        await database.WriteAsync(AccessScope.Everything, (db, token) => AddContentAndCampaignsAsync(db, now.UtcDateTime, token), ct);
        await database.WriteAsync(AccessScope.Everything, (db, token) => DemoContent.AddAsync(db, now.UtcDateTime, token), ct);
        await database.WriteAsync(AccessScope.Everything, (db, token) => DemoCampaigns.AddAsync(db, UtcDateTimeConverter.ToStored(now.UtcDateTime), token), ct);
        await database.WriteAsync(AccessScope.Everything, (db, token) => DemoGroups.DescribeAsync(db, now.UtcDateTime, token), ct);
        await database.WriteAsync(
            AccessScope.Everything, (db, token) => DemoSegments.DescribeAsync(db, new Segments.ConditionTime(now.UtcDateTime, zone), token), ct);
        await database.WriteAsync(AccessScope.Everything, (db, token) => DemoModeration.AddAsync(db, first, now.UtcDateTime, token), ct);
        await database.WriteAsync(
            AccessScope.Everything, (db, token) => DemoJoining.DescribeAsync(db, zone, UtcDateTimeConverter.ToStored(now.UtcDateTime), token), ct);
        await database.WriteAsync(AccessScope.Everything, (db, token) => DemoPlaybooks.AddAsync(db, zone, UtcDateTimeConverter.ToStored(now.UtcDateTime), token), ct);
        await database.WriteAsync(AccessScope.Everything, (db, token) => DemoPlaybooks.SendAsync(db, UtcDateTimeConverter.ToStored(now.UtcDateTime), token), ct);
        IReadOnlyList<ActivityInput> readers;
        await using (var reader = database.Create(AccessScope.Everything))
        {
            readers = await DemoPlaybooks.ReadersAsync(reader, now.UtcDateTime, ct);
        }

        await ingestion.RecordAsync(Source, readers, AccessScope.Everything, actorId: null, ct);
        await database.WriteAsync(AccessScope.Everything, (db, token) => DemoDigests.AddAsync(db, zone, UtcDateTimeConverter.ToStored(now.UtcDateTime), token), ct);
        await database.WriteAsync(AccessScope.Everything, (db, token) => DemoTracking.AddAsync(db, zone, UtcDateTimeConverter.ToStored(now.UtcDateTime), token), ct);
        await database.WriteAsync(AccessScope.Everything, (db, token) => DemoEngagement.AddAsync(db, now.UtcDateTime, token), ct);
        await database.WriteAsync(AccessScope.Everything, (db, token) => DemoSurveys.AddAsync(db, now.UtcDateTime, token), ct);
        await database.WriteAsync(AccessScope.Everything, (db, token) => DemoPoints.AddAsync(db, zone, UtcDateTimeConverter.ToStored(now.UtcDateTime), token), ct);
        await database.WriteAsync(AccessScope.Everything, (db, token) => DemoIncentives.AddAsync(db, UtcDateTimeConverter.ToStored(now.UtcDateTime), token), ct);
        await database.WriteAsync(AccessScope.Everything, (db, token) => DemoReferrals.AddAsync(db, UtcDateTimeConverter.ToStored(now.UtcDateTime), token), ct);
        await database.WriteAsync(AccessScope.Everything, (db, token) => DemoSales.AddAsync(db, zone, UtcDateTimeConverter.ToStored(now.UtcDateTime), token), ct);
        await database.WriteAsync(AccessScope.Everything, (db, token) => DemoTransfers.AddAsync(db, zone, UtcDateTimeConverter.ToStored(now.UtcDateTime), token), ct);
        await database.WriteAsync(AccessScope.Everything, (db, token) => DemoMemberClasses.AddAsync(db, zone, UtcDateTimeConverter.ToStored(now.UtcDateTime), token), ct);
        await database.WriteAsync(AccessScope.Everything, (db, token) => DemoAlertRules.AddAsync(db, UtcDateTimeConverter.ToStored(now.UtcDateTime), token), ct);
        await database.WriteAsync(AccessScope.Everything, (db, token) => DemoWebhooks.AddAsync(db, UtcDateTimeConverter.ToStored(now.UtcDateTime), token), ct);
        return true;
    }

    private static async Task<bool> AddStaffAndGroupsAsync(CommunityDbContext db, DateTime first, CancellationToken ct)
    {
        if (await db.Groups.AnyAsync(ct))
        {
            return false;
        }

        Operator[] staff =
        [
            new() { Name = "林岚 Lead", Role = OperatorRole.Lead, Email = "lead@demo.invalid" },
            new() { Name = "陈默 Owner", Role = OperatorRole.Owner, Email = "owner@demo.invalid" },
            new() { Name = "苏晴 Owner", Role = OperatorRole.Owner, Email = "owner2@demo.invalid" },
            new() { Name = "周航 Admin", Role = OperatorRole.Admin, Email = "admin@demo.invalid" },
            new() { Name = "许诺 Admin", Role = OperatorRole.Admin, Email = "admin2@demo.invalid" },
            new() { Name = "何清 Analyst", Role = OperatorRole.Analyst, Email = "analyst@demo.invalid" },
            new() { Name = "Connector", Role = OperatorRole.Integration },
        ];
        db.Operators.AddRange(staff);
        await db.SaveChangesAsync(ct);
        await DemoMessageRule.AddAsync(db, staff[0], first, ct);
        var skincare = new GroupSeries { Name = "护肤交流", NameTemplate = "{city}{topic}{seq}群", City = "成都", Topic = "护肤交流", Tagline = "每周四晚八点专场", NextNumber = 3 };
        foreach (var (plan, index) in DemoPlan.Groups.Select((g, i) => (g, i)))
        {
            var inSeries = plan.ExternalId.StartsWith("wx-skincare-", StringComparison.Ordinal);
            var group = new Group
            {
                Series = inSeries ? skincare : null,
                SeriesNumber = inSeries ? index + 1 : null,
                Platform = plan.Platform,
                ExternalId = plan.ExternalId,
                Name = plan.Name,
                Type = plan.Type,
                Purposes = plan.Purposes,
                BusinessModel = plan.BusinessModel,
                Phase = plan.Phase,
                JoinPolicy = plan.Type == GroupType.Vip ? JoinPolicy.InviteByAdmin : plan.Type == GroupType.Traffic ? JoinPolicy.Open : JoinPolicy.MemberReferral,
                ClosesAt = plan.Type == GroupType.Flash ? first.AddDays(DemoPlan.Days + 7) : null,
                WelcomeMessages = { new WelcomeMessage { Text = "欢迎加入！进群请看公告，备注：地区+昵称。" } },
                Positioning =
                {
                    Why = "给老客户一个能说话的地方",
                    What = "专属价、早报、答疑",
                    Who = "买过两次以上的客户",
                    Where = "公众号与门店海报",
                    When = "每周四专场，每天早报",
                    How = "群主带节奏，种子用户分享",
                },
                NicknameRule = { Template = "地区+昵称" },
            };
            group.Open(first);
            group.Assign(staff[1 + (index % 2)], AssignmentRole.Owner, first);
            group.Assign(staff[3 + (index % 2)], AssignmentRole.Admin, first);
            db.Groups.Add(group);
            db.Memberships.Add(StaffStay(plan, group, staff[3 + (index % 2)], first));
        }

        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>The account with which staff speak in a group: controlled by an operator and counted in no member metric.</summary>
    private static Membership StaffStay(DemoGroup plan, Group group, Operator controller, DateTime first)
    {
        var account = DemoScript.StaffAccount(plan);
        var member = new Member { DisplayName = account.DisplayName!, FirstSeenAt = first };
        member.Identities.Add(new Identity { Platform = account.Platform, ExternalId = account.ExternalId, DisplayName = account.DisplayName, IsVerified = true });
        var stay = new Membership { Group = group, Member = member, JoinedAt = first, JoinSource = JoinSource.Staff };
        stay.SetAccountKind(AccountKind.Service, controller.Id, first, OperatorDuty.Support);
        return stay;
    }

    private static async Task DescribeMembersAsync(CommunityDbContext db, Random random, DateTime now, CancellationToken ct)
    {
        var lead = await db.Operators.FirstAsync(o => o.Role == OperatorRole.Lead, ct);
        var tags = new List<List<Tag>>();
        foreach (var (name, exclusive, colour, names) in DemoNames.Tags)
        {
            var group = new TagGroup { Name = name, Exclusive = exclusive, Colour = colour };
            tags.Add([.. names.Select(n => new Tag { Name = n, Colour = colour, TagGroup = group })]);
            db.Tags.AddRange(tags[^1]);
        }

        var tiers = DemoMembers.AddTiers(db);
        await db.SaveChangesAsync(ct);
        foreach (var member in await db.Members.OrderBy(m => m.Id).ToListAsync(ct))
        {
            var place = DemoNames.Places[random.Next(DemoNames.Places.Length)];
            (member.Region, member.City) = place;
            member.Gender = random.Next(10) < 7 ? Gender.Female : Gender.Male;
            member.BirthYear = 1965 + random.Next(40);
            member.Phone = random.Next(3) == 0 ? $"+86 139 0000 {random.Next(10_000):D4}" : null;
            member.PreferredContactChannel = random.Next(4) == 0 ? ContactChannel.Phone : null;
            DemoMembers.SetTier(db, member, tiers, random.Next(12), now, lead);
            foreach (var choice in tags)
            {
                if (random.Next(3) > 0)
                {
                    var tag = choice[random.Next(choice.Count)];
                    db.MemberTags.Add(new MemberTag { MemberId = member.Id, TagId = tag.Id, Source = TagSource.Import, AddedAt = now.AddDays(-random.Next(50)), AddedById = lead.Id });
                }
            }
        }

        await db.SaveChangesAsync(ct);
        await DemoMembers.DescribeAsync(db, now, lead, ct);
    }

    private static async Task AddContentAndCampaignsAsync(CommunityDbContext db, DateTime now, CancellationToken ct)
    {
        var staff = await db.Operators.OrderBy(o => o.Id).ToListAsync(ct);
        var (author, reviewer) = (staff[1], staff[0]);
        string[] titles =
        [
            "换季护肤的三个误区", "周四专场清单", "新客入群指南", "七天训练营第一课", "用户故事：从种子到店主", "如何读懂成分表",
            "药店陈列的五个技巧", "宝妈的一天", "本周早报", "Saving guide: stack your coupons", "Tool picks for creators", "How to brief a creator",
        ];
        for (var i = 0; i < titles.Length; i++)
        {
            var item = new ContentItem
            {
                Title = titles[i],
                Body = $"{titles[i]}\n\n正文示例。Sample text of the demo community.",
                Category = (ContentCategory)(1 + (i % 3)),
                Kind = (ContentKind)(1 + (i % 6)),
                Topic = i % 2 == 0 ? "护肤" : "活动",
                Audience = "老客户",
                AuthorId = author.Id,
            };
            if (i % 4 > 0)
            {
                item.Submit();
            }

            if (i % 4 > 1)
            {
                item.Approve(reviewer.Id);
                item.Publish(now.AddDays(-30 + i));
            }

            db.ContentItems.Add(item);
        }

        var groups = await db.Groups.OrderBy(g => g.Id).ToListAsync(ct);
        var thursday = now.Date.AddHours(12).AddDays(-(((int)now.DayOfWeek + 3) % 7));
        for (var week = -5; week <= 1; week++)
        {
            var starts = DateTime.SpecifyKind(thursday.AddDays(7 * week), DateTimeKind.Utc);
            var campaign = new Campaign
            {
                Name = $"周四专场 {starts:MM-dd}", Goal = CampaignGoal.Convert, Kind = CampaignKind.FlashSale, Hook = "VIP用户权益独家",
            };
            campaign.Reschedule(starts, starts.AddHours(4));
            campaign.SetBudget(3_000, "CNY");
            campaign.Groups.AddRange(groups.Take(4));
            if (starts.AddHours(4) < now)
            {
                campaign.Schedule(starts.AddDays(-7));
                campaign.Start(starts);
                campaign.End(starts.AddHours(4));
                campaign.CompleteReview("清单提前一天发，转化更好；页面要适配手机。");
            }
            else if (starts > now)
            {
                campaign.Schedule(now);
            }

            db.Campaigns.Add(campaign);
        }

        var referral = new Campaign { Name = "邀请三人解锁", Goal = CampaignGoal.Acquire, Kind = CampaignKind.Referral, Hook = "Invite 3, unlock a gift" };
        referral.Groups.Add(groups[4]);
        db.Campaigns.Add(referral);
        await db.SaveChangesAsync(ct);
    }
}
