using System.Globalization;
using System.Text.Json;
using Headless.Server.Tests.Features.Referrals;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Features.Retrospective;

/// <summary>The acceptance fixtures of the articles (A.13) that are about content, campaigns, growth and sales, each by its number, over HTTP.</summary>
public sealed class ArticleFixtureTests(ClockServerFixture server) : IClassFixture<ClockServerFixture>
{
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    [Theory]
    [InlineData(50, 200, "3", "4", "0.25")]
    [InlineData(200, 50, "-0.75", "0.25", "4")]
    public async Task Fixture_1_what_came_back_is_three_numbers_and_none_of_them_says_invest_more(int cost, int revenue, string roi, string roas, string costToSales)
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        var now = server.Clock.GetUtcNow();
        await IdAsync("recordCost", "costEntry", new { kind = "AD", amount = new { amount = cost, currency = "CNY" }, groupId = group, spentAt = now.AddMinutes(-1) });
        await IdAsync("recordOrder", "order", new { source = _run, externalId = Guid.NewGuid().ToString("N"), amount = new { amount = revenue, currency = "CNY" }, paidAt = now.AddMinutes(-1), groupId = group });
        (await server.DataAsync(
            "query($f: DateTime!, $t: DateTime!, $g: ID!) { salesReturn(from: $f, to: $t, currency: \"CNY\", groupId: $g) { cost { amount } revenue { amount } roi roas costToSales nullReason } }",
            new { f = now.AddHours(-1), t = now.AddHours(1), g = group })).ShouldBeJson(
            $$"""{ "salesReturn": { "cost": { "amount": {{cost}} }, "revenue": { "amount": {{revenue}} }, "roi": {{roi}}, "roas": {{roas}}, "costToSales": {{costToSales}}, "nullReason": null } }""");
    }

    [Fact]
    public async Task Fixture_2_330_000_of_300_000_is_an_attainment_of_1_1()
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        var now = server.Clock.GetUtcNow();
        var target = await IdAsync("setSalesTarget", "salesTarget", new { name = _run, from = Day(now.AddDays(-3)), to = Day(now.AddDays(27)), amount = new { amount = 300_000, currency = "CNY" }, groupId = group });
        await IdAsync("recordOrder", "order", new { source = _run, externalId = "one", amount = new { amount = 330_000, currency = "CNY" }, paidAt = now.AddMinutes(-1), groupId = group });
        (await server.DataAsync("query($id: ID!) { salesTargetById(id: $id) { progress { actual { amount } attainment } } }", new { id = target }))
            .ShouldBeJson("""{ "salesTargetById": { "progress": { "actual": { "amount": 330000 }, "attainment": 1.1 } } }""");
    }

    [Fact]
    public async Task Fixture_4_three_of_whom_one_left_and_one_came_back_unlock_nothing()
    {
        var scene = new ReferralScene(server);
        var members = await scene.MembersAsync("Ann");
        var program = await scene.ProgramAsync();
        var (invitation, code) = await scene.InviteAsync(program, members[0]);
        await scene.JoinAsync("back");
        await scene.LeaveAsync("back");
        foreach (var friend in new[] { "stays", "leaves" })
        {
            await scene.AcceptAsync(code, await scene.NewMemberAsync(friend));
            await scene.JoinAsync(friend);
        }

        await scene.AcceptAsync(code, await scene.JoinAsync("back"));
        await scene.LaterAsync(TimeSpan.FromDays(1));
        await scene.LeaveAsync("leaves");
        await scene.LaterAsync(TimeSpan.FromDays(8));
        (await scene.ReferralsAsync(program)).ShouldBe("back REJECTED NOT_FIRST_TIME, leaves REJECTED LEFT_EARLY, stays QUALIFIED");
        ReferralScene.Code(await scene.ClaimAsync(invitation, (await scene.TiersAsync(program))[0])).ShouldBe("REFERRAL_TIER_NOT_REACHED");
    }

    [Theory]
    [InlineData("Europe/Berlin", 10, 25)]
    [InlineData("America/New_York", 3, 8)]
    [InlineData("Asia/Shanghai", 12, 28)]
    public async Task Fixture_9_Thursdays_and_their_Wednesdays_keep_their_local_times_across_a_change_of_clocks_and_a_year_end(string timeZone, int month, int day)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(timeZone);
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        var campaign = await IdAsync("createCampaign", "campaign", new { name = _run, groupIds = new[] { group }, timeZone });
        var after = new DateTime(server.Clock.Now.Year + 1, month, day);
        var first = after.AddDays(((int)DayOfWeek.Thursday - (int)after.DayOfWeek + 7) % 7);
        var data = (await server.DataAsync(
            """
            mutation($input: SetCampaignPlanInput!) {
              setCampaignPlan(input: $input) { campaign { occurrences(first: 10, order: [{ startsAt: ASC }]) { nodes { on startsAt tasks { nodes { dueAt } } } } } errors { ... on Error { code } } }
            }
            """,
            new
            {
                input = new
                {
                    campaignId = campaign, rule = "FREQ=WEEKLY;BYDAY=TH;COUNT=4", firstOn = Day(first), startsAt = "20:00", durationMinutes = 60,
                    steps = new[] { new { kind = "NOTICE", daysBefore = 1, at = "12:00", text = "明天" } },
                },
            })).GetProperty("setCampaignPlan");
        data.GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null, data.ToString());
        data.GetProperty("campaign").GetProperty("occurrences").GetProperty("nodes").EnumerateArray()
            .Select(o => (o.GetProperty("on").GetString(), o.GetProperty("startsAt").GetDateTime(), o.GetProperty("tasks").GetProperty("nodes")[0].GetProperty("dueAt").GetDateTime()))
            .ShouldBe(Enumerable.Range(0, 4).Select(week => first.AddDays(7 * week)).Select(thursday => (
                (string?)Day(thursday), TimeZoneInfo.ConvertTimeToUtc(thursday.AddHours(20), zone), TimeZoneInfo.ConvertTimeToUtc(thursday.AddDays(-1).AddHours(12), zone))));
    }

    [Fact]
    public async Task Fixture_10_the_same_check_in_sent_twice_at_once_is_one_with_one_answer()
    {
        var (key, _) = await SampleCommunity.AddGroupAsync(server);
        var member = await SampleCommunity.AddMemberInAsync(server, key, "Ann");
        var program = await IdAsync("createCheckInProgram", "checkInProgram", new { name = _run, mode = "CONTINUOUS" });
        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => server.DataAsync(
            "mutation($p: ID!, $m: ID!) { checkIn(input: { programId: $p, memberId: $m }) { checkInAnswer { isNew checkIn { id } } errors { ... on Error { code } } } }", new { p = program, m = member }))));
        var said = answers.Select(a => a.GetProperty("checkIn").GetProperty("checkInAnswer")).ToList();
        said.Count(a => a.GetProperty("isNew").GetBoolean()).ShouldBe(1);
        said.Select(a => a.GetProperty("checkIn").GetProperty("id").GetString()).Distinct().ShouldHaveSingleItem();
        (await server.DataAsync("query($m: ID!) { memberById(id: $m) { checkIns { totalCount } } }", new { m = member })).ShouldBeJson("""{ "memberById": { "checkIns": { "totalCount": 1 } } }""");
    }

    [Fact]
    public async Task Fixture_12_the_join_rate_is_null_and_not_0_where_no_exposure_was_tracked()
    {
        var (_, group) = await SampleCommunity.AddGroupAsync(server);
        await IdAsync("recordJoin", "membership", new { groupId = group, member = new { platform = "WECHAT", externalId = _run } });
        (await server.DataAsync("query($id: ID!) { groupById(id: $id) { metric(key: JOIN_RATE, window: { lastDays: 2 }) { denominator value nullReason } } }", new { id = group })).ShouldBeJson(
            """{ "groupById": { "metric": { "denominator": 0, "value": null, "nullReason": "EXPOSURE_NOT_TRACKED" } } }""");
    }

    private static string Day(DateTimeOffset at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private async Task<string> IdAsync(string mutation, string field, object input)
    {
        var type = char.ToUpperInvariant(mutation[0]) + mutation[1..] + "Input";
        var answer = (await server.DataAsync($"mutation($input: {type}!) {{ {mutation}(input: $input) {{ {field} {{ id }} errors {{ ... on Error {{ code message }} }} }} }}", new { input })).GetProperty(mutation);
        answer.GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null, $"{mutation}: {answer}");
        return answer.GetProperty(field).GetProperty("id").GetString()!;
    }
}
