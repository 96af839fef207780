using Headless.Community.Data;
using Headless.Community.Ingestion;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Demo;

/// <summary>How people come into the demo community's groups, and who looks after them: channels, codes, requests, rules, a handover.</summary>
internal static class DemoJoining
{
    private const int Weeks = 8;

    public static async Task<int> DescribeAsync(CommunityDbContext db, TimeZoneInfo zone, DateTime now, CancellationToken ct)
    {
        var groups = await db.Groups.Include(g => g.Assignments).OrderBy(g => g.Id).ToListAsync(ct);
        var staff = await db.Operators.OrderBy(o => o.Id).ToListAsync(ct);
        var (article, video) = await AddChannelsAsync(db, zone, now, ct);
        var codes = await AddEntryPointsAsync(db, groups, article, ct);
        await new EntryBatch(db, DemoCommunity.Source, [.. Reports(codes, now)], AccessScope.Everything, null, zone, now).RunAsync(ct);
        await AddRequestsAsync(db, groups.First(g => g.JoinPolicy == JoinPolicy.InviteByAdmin), now, ct);

        groups[0].NicknameRule.Pattern = "^(成都|四川).+";
        await db.SaveChangesAsync(ct);
        await NicknameChecks.RecheckAsync(db, groups[0], ct);
        db.RoutingRules.AddRange(
            new RoutingRule { Name = "四川的客户", Position = 1, Region = "四川", GroupId = groups[0].Id, IncludesReplicas = true },
            new RoutingRule { Name = "短视频来的", Position = 2, JoinChannelId = video.Id, GroupId = groups[1].Id },
            new RoutingRule { Name = "其他客户", Position = 3, GroupId = groups[4].Id });

        staff[1].Duties = [OperatorDuty.UserOperations, OperatorDuty.CampaignOperations];
        staff[3].Duties = [OperatorDuty.Support];
        db.GroupHandovers.AddRange(GroupHandover.HandOver(groups[^1], staff[2], staff[1], [], "苏晴转岗，群由陈默接手", now, staff[0].Id));
        return await db.SaveChangesAsync(ct);
    }

    private static async Task<(JoinChannel Article, JoinChannel Video)> AddChannelsAsync(CommunityDbContext db, TimeZoneInfo zone, DateTime now, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(now, zone));
        var article = new JoinChannel { Name = "公众号", Kind = JoinChannelKind.OfficialAccount };
        var video = new JoinChannel { Name = "抖音", Kind = JoinChannelKind.ShortVideo, Note = "信息流广告" };
        video.Costs.Add(new ChannelCost { From = today.AddDays(-27), To = today.AddDays(1), Amount = 2_800, Currency = "CNY", Note = "信息流" });
        db.JoinChannels.AddRange(article, video, new JoinChannel { Name = "门店海报", Kind = JoinChannelKind.QrPoster });
        await db.SaveChangesAsync(ct);
        foreach (var channel in new[] { article, video })
        {
            await db.Memberships.Where(m => m.JoinChannel == channel.Name)
                .ExecuteUpdateAsync(m => m.SetProperty(row => row.JoinChannelId, channel.Id), ct);
        }

        return (article, video);
    }

    /// <summary>A code for each group, which falls back to the group's service account.</summary>
    private static async Task<List<string>> AddEntryPointsAsync(CommunityDbContext db, List<Group> groups, JoinChannel channel, CancellationToken ct)
    {
        var accounts = await db.Memberships.Where(m => m.AccountKind == AccountKind.Service)
            .Select(m => new { m.GroupId, IdentityId = m.Member.Identities.Select(i => (long?)i.Id).FirstOrDefault() })
            .ToDictionaryAsync(m => m.GroupId, m => m.IdentityId, ct);
        var codes = new List<string>();
        foreach (var (group, index) in groups.Select((g, i) => (g, i)))
        {
            var entryPoint = new EntryPoint
            {
                Code = $"demo-{index + 1:D2}", Name = $"{group.Name} 文末二维码", JoinChannelId = channel.Id, FallbackIdentityId = accounts.GetValueOrDefault(group.Id),
            };
            entryPoint.Targets.Add(new EntryPointTarget { GroupId = group.Id, Limit = group.Capacity });
            if (index + 1 < groups.Count && groups[index + 1].Platform == group.Platform)
            {
                entryPoint.Targets.Add(new EntryPointTarget { GroupId = groups[index + 1].Id, Position = 1 });
            }

            db.EntryPoints.Add(entryPoint);
            codes.Add(entryPoint.Code);
        }

        await db.SaveChangesAsync(ct);
        return codes;
    }

    private static IEnumerable<EntryReport> Reports(List<string> codes, DateTime now)
    {
        var number = 0;
        foreach (var (code, index) in codes.Select((c, i) => (c, i)))
        {
            for (var week = Weeks; week > 0; week--)
            {
                var at = now.AddDays(-7 * week).AddHours(index);
                yield return Report(EntryEventKind.Exposed, at) with { Count = 300 + (40 * ((index + week) % 5)) };
                yield return Report(EntryEventKind.Scanned, at.AddHours(1)) with { Count = 20 + ((index * week) % 15) };
            }

            for (var person = 0; person < 6; person++)
            {
                var account = new IdentityReference(Platform.Wechat, $"demo-lead-{index}-{person}", $"潜客{index + 1}-{person + 1}");
                for (var step = 0; step <= person % 3; step++)
                {
                    yield return Report(EntryEventKind.Scanned + step, now.AddDays(-2).AddHours(step)) with { Account = account };
                }
            }

            EntryReport Report(EntryEventKind kind, DateTime at) => new()
            {
                Kind = kind, ExternalId = $"entry-{++number}", OccurredAt = new DateTimeOffset(at, TimeSpan.Zero), EntryPointCode = code,
            };
        }
    }

    private static async Task AddRequestsAsync(CommunityDbContext db, Group group, DateTime now, CancellationToken ct)
    {
        for (var i = 1; i <= 3; i++)
        {
            var request = new JoinRequest
            {
                GroupId = group.Id,
                Platform = Platform.Wechat,
                AccountExternalId = $"demo-request-{i}",
                DisplayName = $"申请人{i}",
                Note = "朋友推荐，想进群",
                RequestedAt = now.AddHours(-5 * i),
                ExpiresAt = now.AddDays(7).AddHours(-5 * i),
            };
            if (i == 3)
            {
                request.Reject(null, "请先成为会员", now.AddHours(-1));
            }

            db.JoinRequests.Add(request);
        }

        await db.SaveChangesAsync(ct);
    }
}
