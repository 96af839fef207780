using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Headless.Server.Tests.Features.Bans;

/// <summary>Who is kept out, by whom, of what and until when, over HTTP.</summary>
public sealed class BanTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string Blacklist =
        """
        mutation($input: BlacklistMemberInput!) {
          blacklistMember(input: $input) {
            ban { id status isForAllGroups reason until member { displayName isBlacklisted } groups { nodes { id } } issuedBy { name } }
            errors { __typename ... on Error { code } ... on InvalidInputError { fields { path code } } ... on NotFoundError { path } }
          }
        }
        """;

    private const string BlacklistAccount =
        """
        mutation($input: BlacklistIdentityInput!) {
          blacklistIdentity(input: $input) {
            ban { id platform externalId isForAllGroups member { displayName } }
            errors { __typename ... on Error { code } ... on InvalidInputError { fields { path code } } }
          }
        }
        """;

    private const string Unblacklist =
        """
        mutation($input: UnblacklistMemberInput!) {
          unblacklistMember(input: $input) {
            member { isBlacklisted bans(order: [{ since: ASC }]) { nodes { status liftReason } } }
            errors { __typename ... on Error { code } }
          }
        }
        """;

    private const string Lift =
        """
        mutation($input: LiftBanInput!) {
          liftBan(input: $input) { ban { status liftReason liftedBy { name } } errors { __typename ... on Error { code message } } }
        }
        """;

    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_member_is_kept_out_of_everything_once_and_let_in_once()
    {
        var (group, _) = await SampleCommunity.AddGroupAsync(server);
        var id = await SampleCommunity.AddMemberInAsync(server, group, "Eve");
        var banned = (await server.DataAsync(Blacklist, new { input = new { id, reason = "广告", version = 1 } })).GetProperty("blacklistMember");
        var ban = banned.GetProperty("ban").GetProperty("id").GetString();
        var issuer = (await server.DataAsync("{ viewer { operator { name } } }")).GetProperty("viewer").GetProperty("operator").GetProperty("name").GetString();
        banned.ShouldBeJson(
            $$"""
            { "ban": { "id": "{{ban}}", "status": "ACTIVE", "isForAllGroups": true, "reason": "广告", "until": null,
                "member": { "displayName": "Eve", "isBlacklisted": true }, "groups": { "nodes": [] }, "issuedBy": { "name": "{{issuer}}" } },
              "errors": null }
            """);
        (await server.DataAsync(Blacklist, new { input = new { id, reason = "again" } })).GetProperty("blacklistMember").ShouldBeJson(
            """{ "ban": null, "errors": [{ "__typename": "DomainError", "code": "ALREADY_BLACKLISTED" }] }""");
        (await server.DataAsync(
            "query($id: ID!, $ban: ID!) { members(where: { id: { eq: $id }, bans: { some: { status: { eq: ACTIVE } } } }) { nodes { displayName } } banById(id: $ban) { member { id } } node(id: $ban) { ... on Ban { reason } } }",
            new { id, ban })).ShouldBeJson(
            $$"""{ "members": { "nodes": [{ "displayName": "Eve" }] }, "banById": { "member": { "id": "{{id}}" } }, "node": { "reason": "广告" } }""");

        (await server.DataAsync(Unblacklist, new { input = new { id, reason = "苦主已道歉" } })).GetProperty("unblacklistMember").ShouldBeJson(
            """{ "member": { "isBlacklisted": false, "bans": { "nodes": [{ "status": "LIFTED", "liftReason": "苦主已道歉" }] } }, "errors": null }""");
        (await server.DataAsync(Unblacklist, new { input = new { id } })).GetProperty("unblacklistMember").ShouldBeJson(
            """{ "member": null, "errors": [{ "__typename": "DomainError", "code": "NOT_BLACKLISTED" }] }""");
        (await server.DataAsync(Lift, new { input = new { id = ban } })).GetProperty("liftBan").ShouldBeJson(
            """{ "ban": null, "errors": [{ "__typename": "DomainError", "code": "INVALID_TRANSITION", "message": "A ban that is LIFTED cannot become LIFTED: LIFTED is final." }] }""");
    }

    [Fact]
    public async Task Input_that_breaks_a_rule_is_answered_with_its_fields()
    {
        var (group, groupId) = await SampleCommunity.AddGroupAsync(server);
        var id = await SampleCommunity.AddMemberInAsync(server, group, "Eve");
        (await server.DataAsync(Blacklist, new { input = new { id, reason = "", until = TestClock.UtcNow.AddMinutes(-1), groupIds = Array.Empty<string>() } }))
            .GetProperty("blacklistMember").ShouldBeJson(
            """
            { "ban": null, "errors": [{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [
                { "path": "reason", "code": "NOT_EMPTY" }, { "path": "groupIds", "code": "INVALID_COUNT" }, { "path": "until", "code": "ENDS_IN_PAST" }] }] }
            """);
        (await server.DataAsync(Blacklist, new { input = new { id, reason = new string('x', 1001), groupIds = Enumerable.Repeat(groupId, 201) } }))
            .GetProperty("blacklistMember").ShouldBeJson(
            """
            { "ban": null, "errors": [{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [
                { "path": "reason", "code": "MAXIMUM_LENGTH" }, { "path": "groupIds", "code": "INVALID_COUNT" }] }] }
            """);
        (await server.DataAsync(BlacklistAccount, new { input = new { platform = "QQ", externalId = "nul \0", reason = "nul \0" } }))
            .GetProperty("blacklistIdentity").ShouldBeJson(
            """
            { "ban": null, "errors": [{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [
                { "path": "externalId", "code": "INVALID_TEXT" }, { "path": "reason", "code": "INVALID_TEXT" }] }] }
            """);
        (await server.DataAsync(Blacklist, new { input = new { id, reason = "spam", version = 7 } })).GetProperty("blacklistMember").GetProperty("errors")
            .ShouldBeJson("""[{ "__typename": "StaleVersionError", "code": "STALE_VERSION" }]""");
    }

    [Fact]
    public async Task A_ban_of_one_group_leaves_the_others_open_and_a_wider_or_longer_one_may_follow()
    {
        var (group, groupId) = await SampleCommunity.AddGroupAsync(server);
        var (other, _) = await SampleCommunity.AddGroupAsync(server);
        var id = await SampleCommunity.AddMemberInAsync(server, group, "Eve");
        var until = TestClock.UtcNow.AddDays(1);
        await BanAsync(new { id, reason = "one day", groupIds = new[] { groupId }, until });
        (await server.DataAsync("query($id: ID!) { memberById(id: $id) { isBlacklisted } }", new { id }))
            .ShouldBeJson("""{ "memberById": { "isBlacklisted": false } }""");
        (await server.DataAsync(Blacklist, new { input = new { id, reason = "shorter", groupIds = new[] { groupId }, until = until.AddHours(-1) } }))
            .GetProperty("blacklistMember").GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("ALREADY_BLACKLISTED");
        await BanAsync(new { id, reason = "longer", groupIds = new[] { groupId } });

        await using var db = server.Database.Create(AccessScope.Everything);
        var key = await db.Members.OrderByDescending(m => m.Id).Select(m => m.Id).FirstAsync(Token);
        (await db.FindBansAsync([key], group, TestClock.UtcNow.UtcDateTime, Token))[key].Reason.ShouldBe("longer");
        (await db.FindBansAsync([key], other, TestClock.UtcNow.UtcDateTime, Token)).ShouldBeEmpty();
        (await db.FindBansAsync([key], group, TestClock.UtcNow.UtcDateTime.AddHours(-1), Token)).ShouldBeEmpty();
        (await server.DataAsync("query($id: ID!) { groupById(id: $id) { bans(order: [{ since: ASC }]) { nodes { reason } totalCount } } }", new { id = groupId }))
            .ShouldBeJson("""{ "groupById": { "bans": { "nodes": [{ "reason": "one day" }, { "reason": "longer" }], "totalCount": 2 } } }""");
    }

    [Fact]
    public async Task An_account_is_banned_before_anybody_is_known_by_it_and_then_the_member_with_every_account_of_theirs()
    {
        var (_, groupId) = await SampleCommunity.AddGroupAsync(server);
        var banned = new { platform = "WECHAT", externalId = $"bad-{_run}" };
        (await server.DataAsync(BlacklistAccount, new { input = new { banned.platform, banned.externalId, reason = "广告" } })).GetProperty("blacklistIdentity")
            .GetProperty("ban").GetProperty("member").ValueKind.ShouldBe(JsonValueKind.Null);
        (await server.DataAsync(BlacklistAccount, new { input = new { banned.platform, banned.externalId, reason = "again" } }))
            .GetProperty("blacklistIdentity").GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("ALREADY_BLACKLISTED");
        await using (var db = server.Database.Create(AccessScope.Everything))
        {
            (await db.FindBanAsync(Platform.Wechat, banned.externalId, null, TestClock.UtcNow.UtcDateTime, Token))!.Reason.ShouldBe("广告");
            (await db.FindBanAsync(Platform.Qq, banned.externalId, null, TestClock.UtcNow.UtcDateTime, Token)).ShouldBeNull();
        }

        // They come with it: a fact, but an evasion.
        await ReportAsync(Join("j1", groupId, banned.externalId));
        (await KindsOfAsync(banned.externalId)).ShouldBe([ActivityKind.MemberJoined, ActivityKind.BanEvaded]);
        var id = (await server.DataAsync(
            "query($id: String!) { memberByIdentity(platform: WECHAT, externalId: $id) { id isBlacklisted } }", new { id = banned.externalId }))
            .GetProperty("memberByIdentity").GetProperty("id").GetString();

        // Another account of theirs is kept out, too.
        await server.DataAsync(
            "mutation($input: AddIdentityInput!) { addIdentity(input: $input) { identity { id } } }",
            new { input = new { memberId = id, identity = new { platform = "QQ", externalId = $"second-{_run}" } } });
        await using (var db = server.Database.Create(AccessScope.Everything))
        {
            (await db.FindBanAsync(Platform.Qq, $"second-{_run}", null, TestClock.UtcNow.UtcDateTime, Token))!.Reason.ShouldBe("广告");
        }

        (await server.DataAsync(Unblacklist, new { input = new { id } })).GetProperty("unblacklistMember").GetProperty("member").GetProperty("isBlacklisted")
            .GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Whoever_is_entered_with_a_banned_account_or_given_one_is_banned()
    {
        foreach (var name in new[] { "created", "given" })
        {
            await server.DataAsync(BlacklistAccount, new { input = new { platform = "QQ", externalId = $"{name}-{_run}", reason = "fraud" } });
        }

        var created = (await server.DataAsync(
            "mutation($input: CreateMemberInput!) { createMember(input: $input) { member { id isBlacklisted } } }",
            new { input = new { displayName = "Eve", identities = new[] { new { platform = "QQ", externalId = $"created-{_run}" } } } }))
            .GetProperty("createMember").GetProperty("member");
        created.GetProperty("isBlacklisted").GetBoolean().ShouldBeTrue();
        var ann = (await server.DataAsync("""mutation { createMember(input: { displayName: "Ann" }) { member { id } } }"""))
            .GetProperty("createMember").GetProperty("member").GetProperty("id").GetString();
        (await server.DataAsync(
            "mutation($input: AddIdentityInput!) { addIdentity(input: $input) { identity { member { isBlacklisted } } } }",
            new { input = new { memberId = ann, identity = new { platform = "QQ", externalId = $"given-{_run}" } } }))
            .ShouldBeJson("""{ "addIdentity": { "identity": { "member": { "isBlacklisted": true } } } }""");
        (await server.DataAsync(BlacklistAccount, new { input = new { platform = "QQ", externalId = $"given-{_run}", reason = "again" } }))
            .GetProperty("blacklistIdentity").GetProperty("errors")[0].GetProperty("code").GetString().ShouldBe("ALREADY_BLACKLISTED");
    }

    [Fact]
    public async Task What_came_in_before_the_ban_or_after_it_was_lifted_or_elsewhere_is_no_evasion()
    {
        var (group, groupId) = await SampleCommunity.AddGroupAsync(server);
        var (_, otherId) = await SampleCommunity.AddGroupAsync(server);
        var account = $"eve-{_run}";
        await ReportAsync(Join("first", groupId, account, minutesAgo: 60), Leave("left", groupId, account, minutesAgo: 50));
        var id = (await server.DataAsync("query($id: String!) { memberByIdentity(platform: WECHAT, externalId: $id) { id } }", new { id = account }))
            .GetProperty("memberByIdentity").GetProperty("id").GetString();
        await BanAsync(new { id, reason = "spam", groupIds = new[] { groupId } });
        await ReportAsync(Join("late", groupId, account, minutesAgo: 40), Leave("late-left", groupId, account, minutesAgo: 30), Join("other", otherId, account));
        (await KindsOfAsync(account)).ShouldNotContain(ActivityKind.BanEvaded);

        await ReportAsync(Message("unseen", groupId, account, "我又来了"));
        await ReportAsync(Message("next", groupId, account, "还在"));
        (await KindsOfAsync(account)).Count(kind => kind == ActivityKind.BanEvaded).ShouldBe(1);
        await using var db = server.Database.Create(AccessScope.Everything);
        var evasion = await db.Activities.SingleAsync(a => a.GroupId == group && a.Kind == ActivityKind.BanEvaded, Token);
        (evasion.Text, evasion.MembershipId is not null, evasion.Source).ShouldBe(("spam", true, null));

        await server.DataAsync(Unblacklist, new { input = new { id } });
        await ReportAsync(Leave("out", groupId, account, minutesAgo: 0), Join("again", groupId, account));
        (await KindsOfAsync(account)).Count(kind => kind == ActivityKind.BanEvaded).ShouldBe(1);
    }

    [Fact]
    public async Task A_ban_ends_by_its_time_with_an_activity()
    {
        var (group, groupId) = await SampleCommunity.AddGroupAsync(server);
        var id = await SampleCommunity.AddMemberInAsync(server, group, "Eve");
        var ban = await BanAsync(new { id, reason = "cool down", groupIds = new[] { groupId }, until = TestClock.UtcNow.AddMilliseconds(800) });
        string? status = null;
        for (var attempt = 0; attempt < 100 && status != "EXPIRED"; attempt++)
        {
            await Task.Delay(100, Token);
            status = (await server.DataAsync("query($id: ID!) { banById(id: $id) { status } }", new { id = ban })).GetProperty("banById").GetProperty("status").GetString();
        }

        status.ShouldBe("EXPIRED");
        (await LoggedActivities.KindsAsync(server, a => a.GroupId == group)).ShouldBe([ActivityKind.MemberBlacklisted, ActivityKind.BanExpired]);
        (await server.DataAsync(Lift, new { input = new { id = ban } })).GetProperty("liftBan").GetProperty("errors")[0].GetProperty("code").GetString()
            .ShouldBe("INVALID_TRANSITION");
    }

    [Fact]
    public async Task An_owner_bans_from_groups_of_theirs_and_lifts_what_is_wholly_theirs()
    {
        var (group, groupId) = await SampleCommunity.AddGroupAsync(server);
        var (other, otherId) = await SampleCommunity.AddGroupAsync(server);
        var id = await SampleCommunity.AddMemberInAsync(server, group, "Eve");
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, group);
        (await server.DataAsync(Blacklist, new { input = new { id, reason = "spam" } }, owner)).GetProperty("blacklistMember").GetProperty("errors")
            .ShouldBeJson("""[{ "__typename": "DomainError", "code": "BAN_NEEDS_GROUPS" }]""");
        (await server.DataAsync(Blacklist, new { input = new { id, reason = "spam", groupIds = new[] { groupId, otherId } } }, owner)).GetProperty("blacklistMember")
            .GetProperty("errors").ShouldBeJson("""[{ "__typename": "NotFoundError", "code": "NOT_FOUND", "path": "groupIds[1]" }]""");
        var mine = (await server.DataAsync(Blacklist, new { input = new { id, reason = "spam", groupIds = new[] { groupId } } }, owner))
            .GetProperty("blacklistMember").GetProperty("ban").GetProperty("id").GetString();
        var both = await BanAsync(new { id, reason = "both", groupIds = new[] { groupId, otherId } });
        var all = await BanAsync(new { id, reason = "all" });
        foreach (var ban in new[] { both, all })
        {
            (await server.DataAsync(Lift, new { input = new { id = ban } }, owner)).GetProperty("liftBan").GetProperty("errors")[0].GetProperty("code").GetString()
                .ShouldBe("BAN_OF_OTHER_GROUPS");
        }

        (await server.DataAsync(Lift, new { input = new { id = mine, reason = "ok" } }, owner)).GetProperty("liftBan").GetProperty("ban")
            .GetProperty("status").GetString().ShouldBe("LIFTED");

        // The owner of the other group sees only what names it, and of that only their group.
        var stranger = await server.CreateKeyAsync(OperatorRole.Owner, null, other);
        (await server.DataAsync(
            "query($mine: ID!, $both: ID!, $all: ID!) { bans(where: { member: { displayName: { eq: \"Eve\" } } }) { totalCount } mine: banById(id: $mine) { id } both: banById(id: $both) { reason groups { nodes { id } } member { id } } all: node(id: $all) { id } }",
            new { mine, both, all },
            stranger)).ShouldBeJson(
            $$"""{ "bans": { "totalCount": 0 }, "mine": null, "both": { "reason": "both", "groups": { "nodes": [{ "id": "{{otherId}}" }] }, "member": null }, "all": null }""");
        var analyst = await server.CreateKeyAsync(OperatorRole.Analyst);
        (await server.QueryAsync("query($id: ID!) { banById(id: $id) { status reason } }", new { id = both }, analyst))
            .GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN");
        (await server.QueryAsync(Blacklist, new { input = new { id, reason = "x" } }, analyst))
            .GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("FORBIDDEN");
    }

    private async Task<string> BanAsync(object input) =>
        (await server.DataAsync(Blacklist, new { input })).GetProperty("blacklistMember").GetProperty("ban").GetProperty("id").GetString()!;

    private object Join(string key, string groupId, string account, int minutesAgo = 0) => Row("JOIN", key, groupId, account, minutesAgo);

    private object Leave(string key, string groupId, string account, int minutesAgo) => Row("LEAVE", key, groupId, account, minutesAgo);

    private object Message(string key, string groupId, string account, string text) => Row("MESSAGE", key, groupId, account, 0, text);

    private object Row(string kind, string key, string groupId, string account, int minutesAgo, string? text = null) => new
    {
        kind,
        externalId = $"{key}-{_run}",
        occurredAt = TestClock.UtcNow.AddMinutes(-minutesAgo),
        group = new { id = groupId },
        member = new { platform = "WECHAT", externalId = account, displayName = account },
        text,
    };

    private async Task ReportAsync(params object[] activities)
    {
        var report = (await server.DataAsync(
            "mutation($input: RecordActivitiesInput!) { recordActivities(input: $input) { report { rejected { code message } } } }",
            new { input = new { source = "test", activities } })).GetProperty("recordActivities").GetProperty("report");
        report.ShouldBeJson("""{ "rejected": [] }""");
    }

    private async Task<ActivityKind[]> KindsOfAsync(string account)
    {
        await using var db = server.Database.Create(AccessScope.Everything);
        var memberId = await db.Identities.Where(i => i.ExternalId == account).Select(i => i.MemberId).SingleAsync(Token);
        return await LoggedActivities.KindsAsync(server, a => a.MemberId == memberId);
    }
}
