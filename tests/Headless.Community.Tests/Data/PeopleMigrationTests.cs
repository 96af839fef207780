using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Headless.Community.Tests.Data;

/// <summary>A database from before bans, tiers and welcome messages had tables of their own.</summary>
public sealed class PeopleMigrationTests
{
    [Fact]
    public async Task Who_was_blacklisted_is_banned_words_become_tiers_and_the_welcome_stays()
    {
        var ct = TestContext.Current.CancellationToken;
        var file = Path.Combine(Directory.CreateTempSubdirectory("headless-").FullName, "old.db");
        using var database = new CommunityDatabase(new DatabaseOptions { ConnectionString = $"Data Source={file}" }, TimeProvider.System);
        await using (var old = database.Create(AccessScope.Everything))
        {
            await old.GetService<IMigrator>().MigrateAsync("MembershipHistoryIndex", ct);
            await old.Database.ExecuteSqlRawAsync(
                """
                INSERT INTO Operators (Id, Name, Role, IsActive, CreatedAt, UpdatedAt, Version) VALUES (7, 'Lead', 0, 1, '2026-01-01 00:00:00', '2026-01-01 00:00:00', 1);
                INSERT INTO Groups (Id, Platform, ExternalId, Name, Type, Purposes, BusinessModel, Phase, Status, JoinPolicy, WelcomeMessage, CreatedAt, UpdatedAt, Version)
                VALUES (3, 0, 'g', 'group', 0, 0, 0, 0, 0, 0, '欢迎', '2026-01-01 00:00:00', '2026-01-01 00:00:00', 1),
                       (4, 0, 'h', 'silent', 0, 0, 0, 0, 0, 0, NULL, '2026-01-01 00:00:00', '2026-01-01 00:00:00', 1);
                INSERT INTO Members (Id, DisplayName, IsBlacklisted, BlacklistedAt, BlacklistReason, BlacklistedById, Tier, CreatedAt, UpdatedAt, Version)
                VALUES (1, 'eve', 1, '2026-02-03 04:05:06', 'spam', 7, 'silver', '2026-01-01 00:00:00', '2026-01-01 00:00:00', 1),
                       (2, 'ann', 0, NULL, NULL, NULL, 'gold', '2026-01-01 00:00:00', '2026-01-01 00:00:00', 1),
                       (5, 'bob', 0, NULL, NULL, NULL, NULL, '2026-01-01 00:00:00', '2026-01-01 00:00:00', 1);
                """,
                ct);
        }

        await database.MigrateAsync(ct);

        await using var db = database.Create(AccessScope.Everything);
        var ban = await db.Bans.SingleAsync(ct);
        (ban.MemberId, ban.IsForAllGroups, ban.Reason, ban.Since, ban.IssuedById, ban.Status)
            .ShouldBe((1, true, "spam", new DateTime(2026, 2, 3, 4, 5, 6, DateTimeKind.Utc), 7, BanStatus.Active));
        (await db.Members.OrderBy(member => member.Id).Select(member => $"{member.DisplayName} {member.Tier!.Name} {member.ErasedAt}").ToListAsync(ct))
            .ShouldBe(["eve silver ", "ann gold ", "bob  "]);
        (await db.MemberTiers.OrderBy(tier => tier.Rank).Select(tier => tier.Name).ToListAsync(ct)).ShouldBe(["gold", "silver"]);
        var welcome = await db.WelcomeMessages.SingleAsync(ct);
        (welcome.GroupId, welcome.Text, welcome.JoinReason).ShouldBe((3, "欢迎", null));
        (await db.PlatformPolicies.CountAsync(ct)).ShouldBeGreaterThan(0);
    }
}
