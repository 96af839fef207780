using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Headless.Server.Tests.Features.Staff;

/// <summary>How much staff has to do, how much a group has of it, and who takes over, over HTTP.</summary>
public sealed class StaffingTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    /// <summary>A.13 #7.</summary>
    [Theory]
    [InlineData(0, "UNDER")]
    [InlineData(4, "UNDER")]
    [InlineData(5, "OK")]
    [InlineData(10, "OK")]
    [InlineData(11, "OVER")]
    public async Task An_owner_with_so_many_groups_has_this_load(int groups, string state)
    {
        var owner = await AddOperatorAsync(OperatorRole.Owner);
        for (var i = 0; i < groups; i++)
        {
            await AddGroupAsync(owner.Key);
        }

        await AddGroupAsync(owner.Key, status: GroupStatus.Closed);
        var load = $$"""{ "ownedGroupCount": {{groups}}, "administeredGroupCount": 0, "state": "{{state}}", "minimum": 5, "maximum": 10 }""";
        (await server.DataAsync("query($id: ID!) { operatorById(id: $id) { load { ownedGroupCount administeredGroupCount state minimum maximum } } }", new { id = owner.Id }))
            .ShouldBeJson($$"""{ "operatorById": { "load": {{load}} } }""");
        var listed = await server.DataAsync($$"""{ operatorLoads(states: [{{state}}]) { ownedGroupCount operator { id } } }""");
        listed.GetProperty("operatorLoads").EnumerateArray().Single(l => l.GetProperty("operator").GetProperty("id").GetString() == owner.Id)
            .GetProperty("ownedGroupCount").GetInt32().ShouldBe(groups);
        var others = string.Join(", ", new[] { "UNDER", "OK", "OVER" }.Where(s => s != state));
        (await server.DataAsync($$"""{ operatorLoads(states: [{{others}}]) { operator { id } } }""")).GetProperty("operatorLoads").EnumerateArray()
            .ShouldNotContain(l => l.GetProperty("operator").GetProperty("id").GetString() == owner.Id);
    }

    [Fact]
    public async Task Who_owns_nothing_and_is_no_owner_has_no_load_and_a_colleague_sees_their_own_alone()
    {
        var admin = await AddOperatorAsync(OperatorRole.Admin);
        var (groupKey, _) = await AddGroupAsync(admin: admin.Key);
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, groupKey);
        const string query = "query($id: ID!) { operatorById(id: $id) { load { administeredGroupCount state } } viewer { operator { load { ownedGroupCount state } } } operatorLoads { ownedGroupCount } }";
        (await server.DataAsync("query($id: ID!) { operatorById(id: $id) { load { administeredGroupCount state } } }", new { id = admin.Id })).ShouldBeJson(
            """{ "operatorById": { "load": { "administeredGroupCount": 1, "state": null } } }""");
        (await server.DataAsync(query, new { id = admin.Id }, owner)).ShouldBeJson(
            """
            { "operatorById": { "load": null }, "viewer": { "operator": { "load": { "ownedGroupCount": 1, "state": "UNDER" } } },
              "operatorLoads": [{ "ownedGroupCount": 1 }] }
            """);
    }

    [Fact]
    public async Task The_staffing_of_a_group_is_a_warning_with_the_numbers()
    {
        var (groupKey, groupId) = await AddGroupAsync();
        var admins = new List<(long Key, string Id)>();
        for (var i = 0; i < 4; i++)
        {
            admins.Add(await AddOperatorAsync(OperatorRole.Admin));
        }

        async Task<string> ProblemsAsync()
        {
            var found = new List<string>();
            foreach (var problem in new[] { "NO_OWNER", "TOO_FEW_ADMINS", "TOO_MANY_ADMINS" })
            {
                var groups = await server.DataAsync(
                    $$"""query($id: ID!) { groupsOutOfStaffing(problem: {{problem}}, where: { id: { eq: $id } }) { totalCount } }""", new { id = groupId });
                if (groups.GetProperty("groupsOutOfStaffing").GetProperty("totalCount").GetInt32() == 1)
                {
                    found.Add(problem);
                }
            }

            return string.Join(' ', found);
        }

        (await StaffingAsync(groupId)).ShouldBeJson("""{ "ownerCount": 0, "adminCount": 0, "state": "UNDER", "minAdmins": 1, "maxAdmins": 3 }""");
        (await ProblemsAsync()).ShouldBe("NO_OWNER TOO_FEW_ADMINS");
        foreach (var admin in admins.Take(3))
        {
            (await AssignAsync(groupId, admin.Id, "ADMIN")).ShouldBe("");
        }

        (await StaffingAsync(groupId)).ShouldBeJson("""{ "ownerCount": 0, "adminCount": 3, "state": "OK", "minAdmins": 1, "maxAdmins": 3 }""");
        (await AssignAsync(groupId, admins[3].Id, "ADMIN")).ShouldBe("TOO_MANY_ADMINS");
        (await AssignAsync(groupId, admins[3].Id, "ADMIN", force: true)).ShouldBe("");
        (await AssignAsync(groupId, (await AddOperatorAsync(OperatorRole.Owner)).Id, "OWNER")).ShouldBe("");
        (await StaffingAsync(groupId)).ShouldBeJson("""{ "ownerCount": 1, "adminCount": 4, "state": "OVER", "minAdmins": 1, "maxAdmins": 3 }""");
        (await ProblemsAsync()).ShouldBe("TOO_MANY_ADMINS");

        // Who is not active does no work.
        await MutateAsync("deactivateOperator", "operator { id }", new { id = admins[0].Id });
        (await StaffingAsync(groupId)).GetProperty("adminCount").GetInt32().ShouldBe(3);
    }

    [Fact]
    public async Task One_several_or_all_groups_pass_with_the_accounts_in_them_and_the_history_keeps_why()
    {
        var (from, to) = (await AddOperatorAsync(OperatorRole.Owner), await AddOperatorAsync(OperatorRole.Owner));
        var groups = new List<(long Key, string Id)>();
        for (var i = 0; i < 3; i++)
        {
            groups.Add(await AddGroupAsync(from.Key));
        }

        var account = await AddAccountAsync(groups[0].Id, from.Id, "SALES");
        var one = await MutateAsync(
            "handOverGroups", "report { groupCount accountCount handovers { role reason accountCount group { id } from { id } to { id } } }",
            new { fromOperatorId = from.Id, toOperatorId = to.Id, groupIds = new[] { groups[0].Id }, reason = "Too many groups" });
        one.ShouldBeJson(
            $$"""
            { "report": { "groupCount": 1, "accountCount": 1, "handovers": [
                { "role": "OWNER", "reason": "Too many groups", "accountCount": 1, "group": { "id": "{{groups[0].Id}}" }, "from": { "id": "{{from.Id}}" }, "to": { "id": "{{to.Id}}" } }] },
              "errors": null }
            """);
        (await server.DataAsync(
            """
            query($id: ID!, $account: ID!) {
              groupById(id: $id) { staff(first: 5) { nodes { role operator { id } } } handovers(first: 5) { totalCount nodes { handedOverBy { role } } } }
              membershipById(id: $account) { staffDuty controlledBy { id } controls(first: 5, order: [{ since: ASC }]) { nodes { duty operator { id } } } }
            }
            """,
            new { id = groups[0].Id, account })).ShouldBeJson(
            $$"""
            { "groupById": { "staff": { "nodes": [{ "role": "OWNER", "operator": { "id": "{{to.Id}}" } }] },
                "handovers": { "totalCount": 1, "nodes": [{ "handedOverBy": { "role": "LEAD" } }] } },
              "membershipById": { "staffDuty": "SALES", "controlledBy": { "id": "{{to.Id}}" }, "controls": { "nodes": [
                { "duty": "SALES", "operator": { "id": "{{from.Id}}" } }, { "duty": "SALES", "operator": { "id": "{{to.Id}}" } }] } } }
            """);
        (await LoggedActivities.KindsAsync(server, a => a.GroupId == groups[0].Key)).ShouldContain(ActivityKind.GroupHandedOver);

        // The same again, or a group that the first never had: nothing passes, not even of the others named with it.
        foreach (var named in new[] { new[] { groups[0].Id }, [groups[1].Id, groups[0].Id] })
        {
            (await MutateAsync("handOverGroups", "report { groupCount }", new { fromOperatorId = from.Id, toOperatorId = to.Id, groupIds = named, reason = "again" }))
                .ShouldBeJson("""{ "report": null, "errors": [{ "code": "NOT_ASSIGNED" }] }""");
        }

        (await MutateAsync("handOverGroups", "report { groupCount accountCount }", new { fromOperatorId = from.Id, toOperatorId = to.Id, reason = "The rest" }))
            .ShouldBeJson("""{ "report": { "groupCount": 2, "accountCount": 0 }, "errors": null }""");
        (await server.DataAsync(
            """
            query($from: ID!, $to: ID!) {
              operators(where: { id: { in: [$from, $to] } }, order: [{ createdAt: ASC }]) { nodes { load { ownedGroupCount } } }
              groupHandovers(where: { fromOperator: { id: { eq: $from } } }, order: [{ handedOverAt: ASC }]) { nodes { reason } }
            }
            """,
            new { from = from.Id, to = to.Id })).ShouldBeJson(
            """
            { "operators": { "nodes": [{ "load": { "ownedGroupCount": 0 } }, { "load": { "ownedGroupCount": 3 } }] },
              "groupHandovers": { "nodes": [{ "reason": "Too many groups" }, { "reason": "The rest" }, { "reason": "The rest" }] } }
            """);
        (await MutateAsync("handOverGroups", "report { groupCount }", new { fromOperatorId = from.Id, toOperatorId = to.Id, reason = "again" }))
            .ShouldBeJson("""{ "report": null, "errors": [{ "code": "NOT_ASSIGNED" }] }""");
    }

    [Fact]
    public async Task Who_takes_over_has_to_be_somebody_else_who_can()
    {
        var from = await AddOperatorAsync(OperatorRole.Owner);
        var (_, groupId) = await AddGroupAsync(from.Key);
        var (analyst, idle) = (await AddOperatorAsync(OperatorRole.Analyst), await AddOperatorAsync(OperatorRole.Owner, isActive: false));
        foreach (var (to, code) in new[] { (from.Id, "SAME_OPERATOR"), (analyst.Id, "OPERATOR_ROLE_UNFIT"), (idle.Id, "OPERATOR_INACTIVE"), (groupId, "INVALID_ID") })
        {
            var answer = await server.QueryAsync(
                "mutation($input: HandOverGroupsInput!) { handOverGroups(input: $input) { errors { ... on Error { code } } } }",
                new { input = new { fromOperatorId = from.Id, toOperatorId = to, reason = "r" } });
            answer.ToString().ShouldContain(code);
        }

        (await MutateAsync("handOverGroups", "report { groupCount }", new { fromOperatorId = from.Id, toOperatorId = analyst.Id, groupIds = new[] { groupId, groupId }, reason = " " }))
            .ShouldBeJson("""{ "report": null, "errors": [{ "code": "INVALID_INPUT" }] }""");
        (await StaffingAsync(groupId)).GetProperty("ownerCount").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task An_administrator_who_takes_a_group_over_owns_it_and_is_no_administrator_of_it_any_more()
    {
        var (from, to) = (await AddOperatorAsync(OperatorRole.Owner), await AddOperatorAsync(OperatorRole.Admin));
        var (_, groupId) = await AddGroupAsync(from.Key, to.Key);
        await MutateAsync("handOverGroups", "report { groupCount }", new { fromOperatorId = from.Id, toOperatorId = to.Id, reason = "r" });
        (await StaffingAsync(groupId)).ShouldBeJson("""{ "ownerCount": 1, "adminCount": 0, "state": "UNDER", "minAdmins": 1, "maxAdmins": 3 }""");
    }

    [Fact]
    public async Task Two_handovers_of_one_group_at_once_let_one_through()
    {
        var (from, first, second) = (await AddOperatorAsync(OperatorRole.Owner), await AddOperatorAsync(OperatorRole.Owner), await AddOperatorAsync(OperatorRole.Owner));
        var (_, groupId) = await AddGroupAsync(from.Key);
        var answers = await Task.WhenAll(new[] { first, second }.Select(to =>
            MutateAsync("handOverGroups", "report { groupCount }", new { fromOperatorId = from.Id, toOperatorId = to.Id, groupIds = new[] { groupId }, reason = "r" })));
        answers.Select(a => a.GetProperty("errors").ValueKind == JsonValueKind.Null ? "through" : a.GetProperty("errors")[0].GetProperty("code").GetString())
            .Order().ShouldBe(["NOT_ASSIGNED", "through"]);
        (await StaffingAsync(groupId)).GetProperty("ownerCount").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task Who_leaves_passes_everything_to_a_successor_at_once()
    {
        var (from, to) = (await AddOperatorAsync(OperatorRole.Owner), await AddOperatorAsync(OperatorRole.Owner));
        var (_, owned) = await AddGroupAsync(from.Key);
        var (_, foreign) = await AddGroupAsync();
        await AddAccountAsync(foreign, from.Id, null);
        (await MutateAsync("deactivateOperator", "operator { isActive }", new { id = from.Id, successorId = from.Id }))
            .ShouldBeJson("""{ "operator": null, "errors": [{ "code": "SAME_OPERATOR" }] }""");
        (await MutateAsync("deactivateOperator", "operator { isActive load { ownedGroupCount } accountControls(where: { until: { eq: null } }) { totalCount } }", new { id = from.Id, successorId = to.Id, reason = "Moves abroad" }))
            .ShouldBeJson("""{ "operator": { "isActive": false, "load": { "ownedGroupCount": 0 }, "accountControls": { "totalCount": 0 } }, "errors": null }""");
        (await server.DataAsync(
            "query($id: ID!, $to: ID!) { groupById(id: $id) { handovers { nodes { reason to { id } } } } operatorById(id: $to) { accountControls { totalCount } } }",
            new { id = owned, to = to.Id })).ShouldBeJson(
            $$"""
            { "groupById": { "handovers": { "nodes": [{ "reason": "Moves abroad", "to": { "id": "{{to.Id}}" } }] } },
              "operatorById": { "accountControls": { "totalCount": 1 } } }
            """);
    }

    [Fact]
    public async Task Nobody_but_a_lead_hands_over_and_an_owner_sees_the_history_of_their_groups_alone()
    {
        var (from, to) = (await AddOperatorAsync(OperatorRole.Owner), await AddOperatorAsync(OperatorRole.Owner));
        var (mine, theirs) = (await AddGroupAsync(from.Key), await AddGroupAsync(from.Key));
        await AddAccountAsync(theirs.Id, from.Id, null);
        var owner = await server.CreateKeyAsync(OperatorRole.Owner, null, mine.Key);
        (await server.QueryAsync(
            "mutation($input: HandOverGroupsInput!) { handOverGroups(input: $input) { report { groupCount } } }",
            new { input = new { fromOperatorId = from.Id, toOperatorId = to.Id, reason = "r" } }, owner)).ToString().ShouldContain("FORBIDDEN");
        await MutateAsync("handOverGroups", "report { groupCount }", new { fromOperatorId = from.Id, toOperatorId = to.Id, reason = _run });
        (await server.DataAsync(
            """
            query($id: ID!) {
              groupHandovers(where: { fromOperator: { id: { eq: $id } } }) { totalCount nodes { group { id } } }
              accountControls(where: { operator: { id: { eq: $id } } }) { totalCount }
              controlledAccounts { totalCount }
            }
            """,
            new { id = from.Id }, owner)).ShouldBeJson(
            $$"""
            { "groupHandovers": { "totalCount": 1, "nodes": [{ "group": { "id": "{{mine.Id}}" } }] }, "accountControls": { "totalCount": 0 }, "controlledAccounts": { "totalCount": 0 } }
            """);
    }

    [Fact]
    public async Task Everything_written_with_an_account_is_found_by_whoever_controlled_it_then()
    {
        var (first, second) = (await AddOperatorAsync(OperatorRole.Owner), await AddOperatorAsync(OperatorRole.Owner));
        var (_, groupId) = await AddGroupAsync(first.Key);
        var account = await AddAccountAsync(groupId, null, null);
        await SayAsync(groupId, "before anybody was named");
        (await MutateAsync("setAccountKind", "membership { accountKind }", new { id = account, accountKind = "VEST", controlledById = first.Id }))
            .ShouldBeJson("""{ "membership": { "accountKind": "VEST" }, "errors": null }""");
        await SayAsync(groupId, "under the first");
        await MutateAsync("handOverGroups", "report { accountCount }", new { fromOperatorId = first.Id, toOperatorId = second.Id, reason = "r" });
        await SayAsync(groupId, "under the second");

        const string query = "query($id: ID!) { accountMessages(operatorId: $id, order: [{ recorded: ASC }]) { nodes { text isExcluded } } }";
        (await server.DataAsync(query, new { id = first.Id })).ShouldBeJson(
            """{ "accountMessages": { "nodes": [{ "text": "before anybody was named", "isExcluded": false }, { "text": "under the first", "isExcluded": true }] } }""");
        (await server.DataAsync(query, new { id = second.Id })).ShouldBeJson(
            """{ "accountMessages": { "nodes": [{ "text": "under the second", "isExcluded": true }] } }""");
        (await server.DataAsync(
            """
            query($group: ID!, $id: ID!) {
              groupById(id: $group) { controlledAccounts { totalCount nodes { accountKind controlledBy { id } } } }
              controlledAccounts(where: { controlledBy: { id: { eq: $id } }, staffDuty: { eq: null } }) { totalCount }
            }
            """,
            new { group = groupId, id = second.Id })).ShouldBeJson(
            $$"""
            { "groupById": { "controlledAccounts": { "totalCount": 1, "nodes": [{ "accountKind": "VEST", "controlledBy": { "id": "{{second.Id}}" } }] } },
              "controlledAccounts": { "totalCount": 1 } }
            """);
        var analyst = await server.CreateKeyAsync(OperatorRole.Analyst);
        (await server.QueryAsync(query, new { id = second.Id }, analyst)).ToString().ShouldContain("FORBIDDEN");
    }

    private async Task SayAsync(string groupId, string text)
    {
        await Task.Delay(20, TestContext.Current.CancellationToken);
        var report = await server.DataAsync(
            "mutation($input: RecordActivitiesInput!) { recordActivities(input: $input) { report { acceptedCount } } }",
            new
            {
                input = new
                {
                    source = _run,
                    activities = new[]
                    {
                        new
                        {
                            kind = "MESSAGE", externalId = Guid.NewGuid().ToString("N"), occurredAt = TestClock.UtcNow, group = new { id = groupId },
                            member = new { platform = "WECHAT", externalId = $"account-{_run}" }, text,
                        },
                    },
                },
            });
        report.GetProperty("recordActivities").GetProperty("report").GetProperty("acceptedCount").GetInt32().ShouldBe(1);
        await Task.Delay(20, TestContext.Current.CancellationToken);
    }

    /// <summary>Adds an account to a group, of a service where somebody controls it, and returns its stay.</summary>
    private async Task<string> AddAccountAsync(string groupId, string? controlledById, string? staffDuty)
    {
        var joined = await MutateAsync(
            "recordJoin", "membership { id }",
            new { groupId, member = new { platform = "WECHAT", externalId = $"account-{_run}", displayName = "小助手" }, joinedAt = TestClock.UtcNow.AddHours(-1) });
        var id = joined.GetProperty("membership").GetProperty("id").GetString()!;
        if (controlledById is not null)
        {
            await MutateAsync("setAccountKind", "membership { id }", new { id, accountKind = "SERVICE", controlledById, staffDuty });
        }

        return id;
    }

    private async Task<JsonElement> StaffingAsync(string groupId) => (await server.DataAsync(
        "query($id: ID!) { groupById(id: $id) { staffing { ownerCount adminCount state minAdmins maxAdmins } } }", new { id = groupId }))
        .GetProperty("groupById").GetProperty("staffing");

    /// <summary>The code of the refusal; empty where it went through.</summary>
    private async Task<string> AssignAsync(string groupId, string operatorId, string role, bool force = false)
    {
        var answer = await MutateAsync("assignOperator", "groupAssignment { id }", new { groupId, operatorId, role, force });
        return answer.GetProperty("errors").ValueKind == JsonValueKind.Null ? string.Empty : answer.GetProperty("errors")[0].GetProperty("code").GetString()!;
    }

    private async Task<(long Key, string Id)> AddOperatorAsync(OperatorRole role, bool isActive = true)
    {
        var name = $"{role} {Guid.NewGuid():N}";
        var key = await server.Database.WriteAsync(
            AccessScope.Everything,
            async (db, ct) =>
            {
                var staff = new Operator { Name = name, Role = role, IsActive = isActive };
                db.Operators.Add(staff);
                await db.SaveChangesAsync(ct);
                return staff.Id;
            },
            TestContext.Current.CancellationToken);
        var found = await server.DataAsync("query($name: String!) { operators(where: { name: { eq: $name } }) { nodes { id } } }", new { name });
        return (key, found.GetProperty("operators").GetProperty("nodes")[0].GetProperty("id").GetString()!);
    }

    private async Task<(long Key, string Id)> AddGroupAsync(long? owner = null, long? admin = null, GroupStatus status = GroupStatus.Active)
    {
        var group = await SampleCommunity.AddGroupAsync(server, status);
        await server.Database.WriteAsync(
            AccessScope.Everything,
            async (db, ct) =>
            {
                foreach (var (operatorId, role) in new[] { (owner, AssignmentRole.Owner), (admin, AssignmentRole.Admin) })
                {
                    if (operatorId is { } id)
                    {
                        db.GroupAssignments.Add(new GroupAssignment { GroupId = group.Key, OperatorId = id, Role = role, Since = TestClock.UtcNow.UtcDateTime.AddDays(-1) });
                    }
                }

                await db.SaveChangesAsync(ct);
                return true;
            },
            TestContext.Current.CancellationToken);
        return group;
    }

    private async Task<JsonElement> MutateAsync(string mutation, string selection, object input) => (await server.DataAsync(
        $$"""
        mutation($input: {{char.ToUpperInvariant(mutation[0])}}{{mutation[1..]}}Input!) {
          {{mutation}}(input: $input) { {{selection}} errors { ... on Error { code } } }
        }
        """,
        new { input })).GetProperty(mutation);
}
