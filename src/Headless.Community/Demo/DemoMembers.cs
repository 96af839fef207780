using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Demo;

/// <summary>What the demo's brand knows of its members: tiers, attributes, wishes about contact, and when somebody turned to them.</summary>
internal static class DemoMembers
{
    private static readonly string[] s_jobs = ["宝妈", "教师", "护士", "店主", "设计师", "会计", "学生"];
    private static readonly string[] s_needs = ["补水", "抗老", "敏感修护", "控油", "美白"];

    public static IReadOnlyList<MemberTier> AddTiers(CommunityDbContext db)
    {
        MemberTier[] tiers =
        [
            new() { Name = "SILVER", Rank = 1, Benefits = "生日券、会员价" },
            new() { Name = "GOLD", Rank = 2, Benefits = "会员价、新品试用、专属客服", SupportPriority = SupportPriority.GreenChannel },
        ];
        db.MemberTiers.AddRange(tiers);
        return tiers;
    }

    /// <param name="draw">0 to 11: one in twelve is GOLD, three are SILVER.</param>
    public static void SetTier(CommunityDbContext db, Member member, IReadOnlyList<MemberTier> tiers, int draw, DateTime now, Operator lead)
    {
        if (draw < 4)
        {
            db.MemberTierChanges.Add(member.SetTier(tiers[draw == 0 ? 1 : 0], now.AddDays(-20), lead.Id, "按累计消费定级"));
        }
    }

    public static async Task DescribeAsync(CommunityDbContext db, DateTime now, Operator lead, CancellationToken ct)
    {
        AttributeDefinition[] definitions =
        [
            new() { Key = "job", Name = "职业", Type = AttributeType.Text, Privacy = PrivacyClass.Public, MaxLength = 50, Description = "会员自己说的职业" },
            new() { Key = "income", Name = "月收入", Type = AttributeType.Number, Privacy = PrivacyClass.Internal, Unit = "CNY", Minimum = 0 },
            new() { Key = "has_children", Name = "有孩子", Type = AttributeType.Boolean, Privacy = PrivacyClass.Personal },
            new() { Key = "birthday", Name = "生日", Type = AttributeType.Date, Privacy = PrivacyClass.Personal },
            new()
            {
                Key = "skin_need", Name = "护肤需求", Type = AttributeType.Option, Privacy = PrivacyClass.Public,
                Options = [.. s_needs.Select(need => new AttributeOption(need, need))],
            },
        ];
        db.AttributeDefinitions.AddRange(definitions);
        await db.SaveChangesAsync(ct);

        var random = new Random(20261122);
        foreach (var member in await db.Members.OrderBy(m => m.Id).Select(m => new { m.Id, m.Phone }).ToListAsync(ct))
        {
            var at = now.AddDays(-random.Next(1, 40));
            void Set(int definition, AttributeValue value) => db.MemberAttributes.Add(MemberAttribute.Of(member.Id, definitions[definition], value, at, lead.Id));
            if (random.Next(2) == 0)
            {
                Set(0, new AttributeValue(Text: s_jobs[random.Next(s_jobs.Length)]));
                Set(4, new AttributeValue(Text: s_needs[random.Next(s_needs.Length)]));
            }

            if (random.Next(4) == 0)
            {
                Set(1, new AttributeValue(Number: 3000 + (500 * random.Next(40))));
                Set(2, new AttributeValue(Boolean: random.Next(2) == 0));
                Set(3, new AttributeValue(Date: new DateOnly(1965 + random.Next(40), 1 + random.Next(12), 1 + random.Next(28))));
            }

            if (member.Phone is not null && random.Next(3) == 0)
            {
                db.ContactPreferences.Add(new ContactPreference
                {
                    MemberId = member.Id, Channel = ContactChannel.Phone, Purpose = ContactPurpose.Marketing, IsAllowed = random.Next(2) == 0,
                    Source = PreferenceSource.Staff, DecidedAt = at, RecordedById = lead.Id,
                });
            }

            if (random.Next(8) == 0)
            {
                db.MemberTouches.Add(new MemberTouch
                {
                    MemberId = member.Id, Channel = TouchChannel.PrivateChat, Purpose = ContactPurpose.Marketing, TouchedAt = at, TouchedById = lead.Id, Note = "问候并介绍周四专场",
                });
            }
        }

        await db.SaveChangesAsync(ct);
    }
}
