using System.Text.Json;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Features.Referrals;

/// <summary>Programmes, members who invite, and friends who come.</summary>
internal sealed class ReferralScene(ClockServerFixture server)
{
    private const string Errors = "errors { __typename ... on Error { code } }";

    private int _reports;

    public string Run { get; } = Guid.NewGuid().ToString("N")[..8];

    public (long Key, string Id) Group { get; private set; }

    public ClockServerFixture Server => server;

    /// <summary>A group with members who joined it an hour ago.</summary>
    public async Task<string[]> MembersAsync(params string[] names)
    {
        Group = await SampleCommunity.AddGroupAsync(server);
        return await SampleCommunity.AddMembersAsync(server, Group.Key, names);
    }

    /// <summary>An active programme.</summary>
    public async Task<string> ProgramAsync(object? more = null)
    {
        var program = (await CreateAsync(more)).GetProperty("referralProgram");
        var id = program.GetProperty("id").GetString()!;
        (await StepAsync("activateReferralProgram", id)).ShouldBe("ACTIVE");
        return id;
    }

    public async Task<JsonElement> CreateAsync(object? more = null)
    {
        var input = JsonSerializer.SerializeToNode(new
        {
            name = $"邀请有礼 {Run} {Interlocked.Increment(ref _reports)}", mechanic = "INVITE", groupIds = new[] { Group.Id },
            tiers = new object[] { new { threshold = 3, name = "VIP 直播间", kind = "PRIVILEGE" } },
        })!.AsObject();
        foreach (var (key, value) in JsonSerializer.SerializeToNode(more ?? new { })!.AsObject().ToList())
        {
            input[key] = value?.DeepClone();
        }

        return (await server.DataAsync(
            "mutation($input: CreateReferralProgramInput!) { createReferralProgram(input: $input) { referralProgram { id status stayDays requiresOrder tiers { id threshold } } errors { __typename ... on Error { code } ... on InvalidInputError { fields { path code } } } } }",
            new { input })).GetProperty("createReferralProgram");
    }

    /// <summary>The status that it has afterwards, or the code of the refusal.</summary>
    public async Task<string> StepAsync(string mutation, string id, string? key = null)
    {
        var answer = (await server.DataAsync($"mutation($id: ID!) {{ {mutation}(input: {{ id: $id }}) {{ referralProgram {{ status }} {Errors} }} }}", new { id }, key)).GetProperty(mutation);
        return Code(answer) ?? answer.GetProperty("referralProgram").GetProperty("status").GetString()!;
    }

    public async Task<string[]> TiersAsync(string program) =>
        [.. (await server.DataAsync("query($id: ID!) { referralProgramById(id: $id) { tiers { id } } }", new { id = program }))
            .GetProperty("referralProgramById").GetProperty("tiers").EnumerateArray().Select(t => t.GetProperty("id").GetString()!)];

    public async Task<(string Id, string Code)> InviteAsync(string program, string member)
    {
        var answer = await TryInviteAsync(program, member);
        answer.GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null, answer.ToString());
        var invitation = answer.GetProperty("referralInvitation");
        return (invitation.GetProperty("id").GetString()!, invitation.GetProperty("code").GetString()!);
    }

    public async Task<JsonElement> TryInviteAsync(string program, string member) => (await server.DataAsync(
        $"mutation($p: ID!, $m: ID!) {{ createReferralInvitation(input: {{ programId: $p, memberId: $m }}) {{ referralInvitation {{ id code }} {Errors} }} }}", new { p = program, m = member })).GetProperty("createReferralInvitation");

    /// <summary>"STATUS REASON", or the code of the refusal.</summary>
    public async Task<string> AcceptAsync(string code, string member)
    {
        var answer = (await server.DataAsync(
            $"mutation($c: String!, $m: ID!) {{ acceptReferralInvitation(input: {{ code: $c, memberId: $m }}) {{ referral {{ status reason }} {Errors} }} }}", new { c = code, m = member })).GetProperty("acceptReferralInvitation");
        return Code(answer) ?? Say(answer.GetProperty("referral"));
    }

    public async Task<string> NewMemberAsync(string name, string? phone = null) => (await server.DataAsync(
        "mutation($n: String!, $p: String, $e: String!) { createMember(input: { displayName: $n, phone: $p, identities: [{ platform: WECHAT, externalId: $e }] }) { member { id } errors { ... on Error { message } } } }",
        new { n = name, p = phone, e = Account(name) })).GetProperty("createMember").GetProperty("member").GetProperty("id").GetString()!;

    /// <summary>Somebody joins now, by the platform's report; returns their id.</summary>
    public async Task<string> JoinAsync(string name, string? inviter = null, (long Key, string Id)? group = null)
    {
        await ReportAsync(new { kind = "JOIN", externalId = Next(), occurredAt = server.Clock.Now, group = new { id = (group ?? Group).Id }, member = Member(name), invitedBy = inviter is null ? null : Member(inviter) });
        return (await server.DataAsync("query($e: String!) { memberByIdentity(platform: WECHAT, externalId: $e) { id } }", new { e = Account(name) })).GetProperty("memberByIdentity").GetProperty("id").GetString()!;
    }

    public Task LeaveAsync(string name) => ReportAsync(new { kind = "LEAVE", externalId = Next(), occurredAt = server.Clock.Now, group = new { id = Group.Id }, member = Member(name), leaveKind = "SELF" });

    public async Task BuyAsync(string memberId, decimal amount = 99)
    {
        var made = await server.DataAsync(
            "mutation($input: RecordOrderInput!) { recordOrder(input: $input) { order { id } errors { ... on Error { message } } } }",
            new { input = new { source = "shop", externalId = Next(), memberId, amount = new { amount, currency = "CNY" }, paidAt = server.Clock.Now } });
        made.GetProperty("recordOrder").GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null, made.ToString());
    }

    /// <summary>So much later, with what was due done.</summary>
    public async Task LaterAsync(TimeSpan by)
    {
        await server.RunTimersAsync();
        server.Clock.Forward(by);
        await server.RunTimersAsync();
    }

    /// <summary>"name STATUS REASON" of everybody who was brought in a programme, by name.</summary>
    public async Task<string> ReferralsAsync(string program)
    {
        var rows = (await server.DataAsync("query($id: ID!) { referralProgramById(id: $id) { referrals(first: 50) { nodes { status reason member { displayName } } } } }", new { id = program }))
            .GetProperty("referralProgramById").GetProperty("referrals").GetProperty("nodes").EnumerateArray();
        return string.Join(", ", rows.Select(r => $"{r.GetProperty("member").GetProperty("displayName").GetString()} {Say(r)}").Order(StringComparer.Ordinal));
    }

    public async Task<string> ReferralIdAsync(string program, string memberId) => (await server.DataAsync(
        "query($p: ID!, $m: ID!) { referrals(where: { program: { id: { eq: $p } }, member: { id: { eq: $m } } }) { nodes { id } } }", new { p = program, m = memberId }))
        .GetProperty("referrals").GetProperty("nodes")[0].GetProperty("id").GetString()!;

    /// <summary>"STATUS REASON", or the code of the refusal.</summary>
    public async Task<string> DecideAsync(string mutation, string id, string? note = "looked at it")
    {
        var answer = (await server.DataAsync(
            $"mutation($input: {char.ToUpperInvariant(mutation[0])}{mutation[1..]}Input!) {{ {mutation}(input: $input) {{ referral {{ status reason }} {Errors} }} }}", new { input = new { id, note } })).GetProperty(mutation);
        return Code(answer) ?? Say(answer.GetProperty("referral"));
    }

    public async Task<JsonElement> ClaimAsync(string invitation, string tier, int? number = null) => (await server.DataAsync(
        $"mutation($input: ClaimReferralRewardInput!) {{ claimReferralReward(input: $input) {{ referralReward {{ id number pointEntry {{ points }} coupon {{ status }} gift {{ name }} cost {{ amount }} }} {Errors} }} }}",
        new { input = new { invitationId = invitation, tierId = tier, number } })).GetProperty("claimReferralReward");

    public static string? Code(JsonElement answer) => answer.GetProperty("errors") is { ValueKind: JsonValueKind.Array } errors ? errors[0].GetProperty("code").GetString() : null;

    public object Member(string name) => new { platform = "WECHAT", externalId = Account(name), displayName = name };

    private static string Say(JsonElement referral) => $"{referral.GetProperty("status").GetString()} {referral.GetProperty("reason").GetString()}".Trim();

    private string Account(string name) => $"{Run}{name}";

    private string Next() => $"{Run}-{Interlocked.Increment(ref _reports)}";

    private async Task ReportAsync(object activity)
    {
        var report = await server.DataAsync(
            "mutation($input: RecordActivitiesInput!) { recordActivities(input: $input) { report { acceptedCount rejected { message } } } }", new { input = new { source = "test", activities = new[] { activity } } });
        report.GetProperty("recordActivities").GetProperty("report").GetProperty("acceptedCount").GetInt32().ShouldBe(1, report.ToString());
    }
}
