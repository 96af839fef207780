using System.Globalization;
using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Features.CallLists;

/// <summary>Call lists over HTTP: sharing out, calling, rounds, progress.</summary>
public sealed class CallListTests(CallListFixture server) : IClassFixture<CallListFixture>
{
    private readonly string _name = Guid.NewGuid().ToString("N")[..8];

    [Fact]
    public async Task A_list_is_shared_out_by_region_and_evenly_otherwise_and_says_who_is_left_out_and_why()
    {
        var made = await server.CreateListAsync(_name);
        var id = IdOf(made);
        made.ShouldBeJson(
            $$"""
            { "result": { "callList": { "id": "{{id}}", "name": "{{_name}}", "status": "OPEN", "round": 1, "version": 1 },
                          "added": 4, "skipped": 2, "unchanged": 0, "refused": [] }, "errors": null }
            """);
        (await server.DataAsync(
            """
            query($id: ID!) {
              callListById(id: $id) {
                entries(order: [{ createdAt: ASC }]) { nodes { member { displayName } region status skipReason operator { id } contact { displayName phone mustNotCall } } totalCount }
                counts { total pending skipped }
                progress { operator { id } counts { total pending accepted } }
                partition { nodes { region operator { id } } }
              }
            }
            """,
            new { id })).ShouldBeJson(
            $$"""
            { "callListById": {
                "entries": { "nodes": [
                  { "member": { "displayName": "Ann" }, "region": "North", "status": "PENDING", "skipReason": null, "operator": { "id": "{{First}}" }, "contact": { "displayName": "Ann", "phone": "+86 Ann", "mustNotCall": null } },
                  { "member": { "displayName": "Bob" }, "region": "North", "status": "PENDING", "skipReason": null, "operator": { "id": "{{First}}" }, "contact": { "displayName": "Bob", "phone": "+86 Bob", "mustNotCall": null } },
                  { "member": { "displayName": "Cid" }, "region": "North", "status": "SKIPPED", "skipReason": "OPTED_OUT", "operator": null, "contact": { "displayName": "Cid", "phone": null, "mustNotCall": "OPTED_OUT" } },
                  { "member": { "displayName": "Dan" }, "region": "South", "status": "PENDING", "skipReason": null, "operator": { "id": "{{Second}}" }, "contact": { "displayName": "Dan", "phone": "+86 Dan", "mustNotCall": null } },
                  { "member": { "displayName": "Eve" }, "region": null, "status": "PENDING", "skipReason": null, "operator": { "id": "{{Second}}" }, "contact": { "displayName": "Eve", "phone": "+86 Eve", "mustNotCall": null } },
                  { "member": { "displayName": "Fay" }, "region": "Far", "status": "SKIPPED", "skipReason": "REGION_EXCLUDED", "operator": null, "contact": { "displayName": "Fay", "phone": null, "mustNotCall": "REGION_EXCLUDED" } }],
                  "totalCount": 6 },
                "counts": { "total": 6, "pending": 4, "skipped": 2 },
                "progress": [
                  { "operator": { "id": "{{First}}" }, "counts": { "total": 2, "pending": 2, "accepted": 0 } },
                  { "operator": { "id": "{{Second}}" }, "counts": { "total": 2, "pending": 2, "accepted": 0 } }],
                "partition": { "nodes": [
                  { "region": null, "operator": { "id": "{{First}}" } }, { "region": null, "operator": { "id": "{{Second}}" } },
                  { "region": "North", "operator": { "id": "{{First}}" } }, { "region": "Far", "operator": null }] } } }
            """);
    }

    [Fact]
    public async Task Sent_again_with_its_key_a_list_is_the_one_of_the_first_time_and_members_are_not_on_it_twice()
    {
        var first = await server.CreateListAsync(_name, idempotencyKey: _name);
        var again = await server.CreateListAsync($"{_name}-again", idempotencyKey: _name);
        IdOf(again).ShouldBe(IdOf(first));
        again.GetProperty("result").GetProperty("added").GetInt32().ShouldBe(0);

        (await server.DataAsync(
            """
            mutation($input: AddCallListMembersInput!) {
              addCallListMembers(input: $input) { result { added skipped unchanged refused { index code } } errors { __typename } }
            }
            """,
            new { input = new { callListId = IdOf(first), memberIds = new[] { server.Members["Ann"], server.Members["Gus"], server.Members["Gus"] } } })).ShouldBeJson(
            """{ "addCallListMembers": { "result": { "added": 1, "skipped": 0, "unchanged": 1, "refused": [] }, "errors": null } }""");
    }

    [Fact]
    public async Task A_caller_sees_and_records_their_own_calls_only_with_the_number_to_dial()
    {
        var list = IdOf(await server.CreateListAsync(_name));
        const string mine =
            """
            query($list: ID!) {
              callsDue(where: { callList: { id: { eq: $list } } }) { nodes { status member { displayName } contact { displayName phone } callList { name entries { totalCount } counts { total } progress { counts { total } } } } totalCount }
            }
            """;
        (await server.DataAsync(mine, new { list }, server.Keys["first"])).ShouldBeJson(
            $$"""
            { "callsDue": { "nodes": [
                { "status": "PENDING", "member": null, "contact": { "displayName": "Ann", "phone": "+86 Ann" },
                  "callList": { "name": "{{_name}}", "entries": { "totalCount": 2 }, "counts": { "total": 2 }, "progress": [{ "counts": { "total": 2 } }] } },
                { "status": "PENDING", "member": null, "contact": { "displayName": "Bob", "phone": "+86 Bob" },
                  "callList": { "name": "{{_name}}", "entries": { "totalCount": 2 }, "counts": { "total": 2 }, "progress": [{ "counts": { "total": 2 } }] } }],
              "totalCount": 2 } }
            """);

        var dan = await server.EntryAsync(list, "Dan");
        (await server.RecordCallAsync(dan, "REACHED", server.Keys["first"])).ShouldBeJson(
            """{ "callAttempt": null, "errors": [{ "__typename": "NotFoundError", "code": "NOT_FOUND" }] }""");
        (await server.DataAsync("query($id: ID!) { node(id: $id) { id } callEntryById(id: $id) { id } }", new { id = dan }, server.Keys["first"]))
            .ShouldBeJson("""{ "node": null, "callEntryById": null }""");
        (await server.RecordCallAsync(dan, "NO_ANSWER", server.Keys["second"], nextCallAt: TestClock.UtcNow.AddHours(1))).GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null);
        (await server.DataAsync(mine, new { list }, server.Keys["second"])).GetProperty("callsDue").GetProperty("totalCount").GetInt32().ShouldBe(1);

        // Who only calls is not in charge, and who is in charge of another list does not see it.
        (await ChangeAsync("closeCallList", "CloseCallListInput", new { id = list }, server.Keys["first"])).ShouldBeJson("""["NOT_IN_CHARGE"]""");
        (await ChangeAsync("closeCallList", "CloseCallListInput", new { id = list }, server.Keys["owner"])).ShouldBeJson("""["NOT_FOUND"]""");
        (await server.DataAsync("query($list: ID!) { callListById(id: $list) { id } callEntries(where: { callList: { id: { eq: $list } } }) { totalCount } }", new { list }, server.Keys["owner"]))
            .ShouldBeJson("""{ "callListById": null, "callEntries": { "totalCount": 0 } }""");
    }

    [Fact]
    public async Task Whoever_makes_a_list_puts_their_own_members_on_it_and_is_in_charge()
    {
        var made = await server.CreateListAsync(_name, server.Keys["owner"], [server.Members["Ann"], server.Members["Gus"]]);
        made.GetProperty("result").GetProperty("refused").ShouldBeJson($$"""[{ "index": 1, "memberId": "{{server.Members["Gus"]}}", "code": "NOT_FOUND" }]""");
        (await server.DataAsync(
            "query($id: ID!) { callListById(id: $id) { entries { nodes { member { displayName } operator { id } } } counts { total } } }", new { id = IdOf(made) }, server.Keys["owner"]))
            .ShouldBeJson(
            $$"""{ "callListById": { "entries": { "nodes": [{ "member": { "displayName": "Ann" }, "operator": { "id": "{{First}}" } }] }, "counts": { "total": 1 } } }""");
        (await ChangeAsync("updateCallList", "UpdateCallListInput", new { id = IdOf(made), script = "Say hello." }, server.Keys["owner"])).ShouldBeJson("[]");
    }

    [Fact]
    public async Task Personal_data_is_not_for_an_analyst()
    {
        var list = IdOf(await server.CreateListAsync(_name));
        await server.RecordCallAsync(await server.EntryAsync(list, "Ann"), "REACHED", note: "wants a call on Monday");
        var answer = await server.QueryAsync(
            """query($id: ID!) { callListById(id: $id) { counts { reached } entries(where: { status: { eq: REACHED } }) { nodes { contact { phone } attempts { nodes { outcome note } } } } } }""",
            new { id = list },
            server.Keys["analyst"]);
        answer.GetProperty("data").ShouldBeJson(
            """{ "callListById": { "counts": { "reached": 1 }, "entries": { "nodes": [{ "contact": null, "attempts": { "nodes": [{ "outcome": "REACHED", "note": null }] } }] } } }""");
        answer.GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("extensions").GetProperty("code").GetString()).ShouldBe(["FORBIDDEN", "FORBIDDEN"]);
        answer.GetRawText().ShouldNotContain("+86");
        answer.GetRawText().ShouldNotContain("Monday");
    }

    [Theory]
    [InlineData(new[] { "NO_ANSWER", "NO_ANSWER", "REACHED", "REACHED", "NO_ANSWER", "ACCEPTED", "REFUSED", "ACCEPTED" }, null)]
    [InlineData(new[] { "NO_ANSWER", "WRONG_NUMBER" }, null)]
    [InlineData(new[] { "ACCEPTED" }, "ACCEPTED")]
    [InlineData(new[] { "ACCEPTED" }, "NO_ANSWER")]
    [InlineData(new[] { "ACCEPTED" }, "REACHED")]
    [InlineData(new[] { "ACCEPTED" }, "WRONG_NUMBER")]
    [InlineData(new[] { "REFUSED" }, "REFUSED")]
    [InlineData(new[] { "REFUSED" }, "NO_ANSWER")]
    [InlineData(new[] { "REFUSED" }, "REACHED")]
    [InlineData(new[] { "REFUSED" }, "WRONG_NUMBER")]
    [InlineData(new[] { "REACHED" }, "WRONG_NUMBER")]
    [InlineData(new[] { "WRONG_NUMBER" }, "NO_ANSWER")]
    [InlineData(new[] { "WRONG_NUMBER" }, "REACHED")]
    [InlineData(new[] { "WRONG_NUMBER" }, "ACCEPTED")]
    [InlineData(new[] { "WRONG_NUMBER" }, "REFUSED")]
    [InlineData(new[] { "WRONG_NUMBER" }, "WRONG_NUMBER")]
    public async Task Outcomes_follow_each_other_as_calls_do(string[] outcomes, string? refused)
    {
        var entry = await server.EntryAsync(IdOf(await server.CreateListAsync(_name)), "Ann");
        for (var i = 0; i < outcomes.Length; i++)
        {
            (await server.RecordCallAsync(entry, outcomes[i])).ShouldBeJson(string.Create(
                CultureInfo.InvariantCulture,
                $$"""{ "callAttempt": { "outcome": "{{outcomes[i]}}", "callEntry": { "status": "{{outcomes[i]}}", "attemptCount": {{i + 1}}, "nextCallAt": null } }, "errors": null }"""));
        }

        if (refused is not null)
        {
            (await server.RecordCallAsync(entry, refused)).ShouldBeJson(
                """{ "callAttempt": null, "errors": [{ "__typename": "DomainError", "code": "INVALID_TRANSITION" }] }""");
        }
    }

    [Fact]
    public async Task A_call_is_recorded_once_and_only_as_what_a_call_can_be()
    {
        var list = IdOf(await server.CreateListAsync(_name));
        var (ann, cid) = (await server.EntryAsync(list, "Ann"), await server.EntryAsync(list, "Cid"));
        for (var time = 0; time < 2; time++)
        {
            (await server.RecordCallAsync(ann, "NO_ANSWER", idempotencyKey: "call-1")).GetProperty("callAttempt").GetProperty("callEntry").GetProperty("attemptCount").GetInt32().ShouldBe(1);
        }

        (await server.RecordCallAsync(ann, "PENDING")).ShouldBeJson(Invalid("outcome", "NOT_AN_OUTCOME"));
        (await server.RecordCallAsync(ann, "SKIPPED")).ShouldBeJson(Invalid("outcome", "NOT_AN_OUTCOME"));
        (await server.RecordCallAsync(ann, "REACHED", calledAt: TestClock.UtcNow.AddDays(1))).ShouldBeJson(Invalid("calledAt", "IN_FUTURE"));
        (await server.RecordCallAsync(ann, "REACHED", note: new string('x', 2001))).ShouldBeJson(Invalid("note", "MAXIMUM_LENGTH"));
        (await server.RecordCallAsync(ann, "ACCEPTED", nextCallAt: TestClock.UtcNow.AddDays(1))).ShouldBeJson(Refused("NO_FURTHER_CALL"));
        (await server.RecordCallAsync(ann, "REACHED", nextCallAt: TestClock.UtcNow.AddDays(-1))).ShouldBeJson(Refused("INVALID_INTERVAL"));
        (await server.RecordCallAsync(cid, "REACHED")).ShouldBeJson(Refused("INVALID_TRANSITION"));
    }

    [Fact]
    public async Task The_next_round_has_those_who_were_not_reached_and_not_those_who_opted_out_since()
    {
        var list = IdOf(await server.CreateListAsync(_name));
        var (ann, bob) = (await server.EntryAsync(list, "Ann"), await server.EntryAsync(list, "Bob"));
        await server.RecordCallAsync(ann, "ACCEPTED");
        await server.RecordCallAsync(bob, "NO_ANSWER");
        await server.RecordCallAsync(await server.EntryAsync(list, "Dan"), "REFUSED");
        await SetBlacklistedAsync("Eve", true);
        (await server.DataAsync(
            "mutation($input: OpenCallRoundInput!) { openCallRound(input: $input) { result { callList { round version } added skipped unchanged refused { code } } errors { __typename ... on Error { code } } } }",
            new { input = new { id = list, version = 1 } })).ShouldBeJson(
            """{ "openCallRound": { "result": { "callList": { "round": 2, "version": 2 }, "added": 1, "skipped": 1, "unchanged": 0, "refused": [] }, "errors": null } }""");
        await SetBlacklistedAsync("Eve", false);

        (await server.DataAsync(
            """
            query($id: ID!) {
              callListById(id: $id) {
                entries(where: { round: { eq: 2 } }) { nodes { member { displayName } status skipReason attemptCount operator { id } } }
                first: counts(round: 1) { total accepted noAnswer refused pending skipped }
                counts { total pending skipped }
                progress { operator { id } counts { total pending } }
              }
            }
            """,
            new { id = list })).ShouldBeJson(
            $$"""
            { "callListById": {
                "entries": { "nodes": [
                  { "member": { "displayName": "Bob" }, "status": "PENDING", "skipReason": null, "attemptCount": 0, "operator": { "id": "{{First}}" } },
                  { "member": { "displayName": "Eve" }, "status": "SKIPPED", "skipReason": "BANNED", "attemptCount": 0, "operator": null }] },
                "first": { "total": 6, "accepted": 1, "noAnswer": 1, "refused": 1, "pending": 1, "skipped": 2 },
                "counts": { "total": 2, "pending": 1, "skipped": 1 },
                "progress": [{ "operator": { "id": "{{First}}" }, "counts": { "total": 1, "pending": 1 } }] } }
            """);
        (await server.RecordCallAsync(bob, "REACHED")).ShouldBeJson(Refused("CALL_ROUND_OVER"));
        (await ChangeAsync("openCallRound", "OpenCallRoundInput", new { id = list, version = 1 })).ShouldBeJson("""["STALE_VERSION"]""");
        (await ChangeAsync("openCallRound", "OpenCallRoundInput", new { id = list, statuses = new[] { "ACCEPTED" } })).ShouldBeJson("""["INVALID_INPUT"]""");
        await server.RecordCallAsync(await server.EntryAsync(list, "Bob", 2), "REACHED");
        (await ChangeAsync("openCallRound", "OpenCallRoundInput", new { id = list })).ShouldBeJson("""["NOBODY_TO_CALL"]""");
        (await ChangeAsync("openCallRound", "OpenCallRoundInput", new { id = list, statuses = new[] { "REACHED" } })).ShouldBeJson("[]");
    }

    [Fact]
    public async Task What_a_caller_leaves_goes_to_another_one()
    {
        var list = IdOf(await server.CreateListAsync(_name));
        await server.RecordCallAsync(await server.EntryAsync(list, "Ann"), "ACCEPTED");
        const string reassign = "mutation($input: ReassignCallsInput!) { reassignCalls(input: $input) { result { moved callList { progress { operator { id } counts { total accepted pending } } partition { nodes { region operator { id } } } } } errors { __typename ... on Error { code } } } }";
        (await server.DataAsync(reassign, new { input = new { callListId = list, fromOperatorId = First, toOperatorId = Second } })).ShouldBeJson(
            $$"""
            { "reassignCalls": { "result": { "moved": 1, "callList": {
                "progress": [{ "operator": { "id": "{{First}}" }, "counts": { "total": 1, "accepted": 1, "pending": 0 } }, { "operator": { "id": "{{Second}}" }, "counts": { "total": 3, "accepted": 0, "pending": 3 } }],
                "partition": { "nodes": [{ "region": null, "operator": { "id": "{{Second}}" } }, { "region": "Far", "operator": null }, { "region": "North", "operator": { "id": "{{Second}}" } }] } } }, "errors": null } }
            """);
        (await ChangeAsync("reassignCalls", "ReassignCallsInput", new { callListId = list, fromOperatorId = First, toOperatorId = First })).ShouldBeJson("""["INVALID_INPUT"]""");
    }

    [Fact]
    public async Task A_closed_list_takes_nothing_any_more()
    {
        var list = IdOf(await server.CreateListAsync(_name));
        var ann = await server.EntryAsync(list, "Ann");
        (await ChangeAsync("closeCallList", "CloseCallListInput", new { id = list })).ShouldBeJson("[]");
        (await ChangeAsync("closeCallList", "CloseCallListInput", new { id = list })).ShouldBeJson("""["INVALID_TRANSITION"]""");
        (await server.RecordCallAsync(ann, "REACHED")).ShouldBeJson(Refused("CALL_LIST_CLOSED"));
        (await ChangeAsync("openCallRound", "OpenCallRoundInput", new { id = list })).ShouldBeJson("""["CALL_LIST_CLOSED"]""");
        (await ChangeAsync("addCallListMembers", "AddCallListMembersInput", new { callListId = list, memberIds = new[] { server.Members["Gus"] } })).ShouldBeJson("""["CALL_LIST_CLOSED"]""");
        (await ChangeAsync("reassignCalls", "ReassignCallsInput", new { callListId = list, fromOperatorId = First, toOperatorId = Second })).ShouldBeJson("""["CALL_LIST_CLOSED"]""");
        (await server.DataAsync("query($list: ID!) { callsDue(where: { callList: { id: { eq: $list } } }) { totalCount } }", new { list }, server.Keys["first"])).ShouldBeJson("""{ "callsDue": { "totalCount": 0 } }""");
    }

    [Fact]
    public async Task A_list_needs_callers_who_are_there_and_a_partition_that_is_clear()
    {
        const string create = "mutation($input: CreateCallListInput!) { createCallList(input: $input) { errors { __typename ... on Error { code } ... on NotFoundError { path } ... on InvalidInputError { fields { path code } } } } }";
        async Task<JsonElement> ErrorsAsync(object input) => (await server.DataAsync(create, new { input })).GetProperty("createCallList").GetProperty("errors");
        (await ErrorsAsync(new { name = "", callerIds = Array.Empty<string>() })).ShouldBeJson(
            """[{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [{ "path": "name", "code": "NOT_EMPTY" }, { "path": "callerIds", "code": "NOT_EMPTY" }] }]""");
        (await ErrorsAsync(new { name = _name, callerIds = new[] { First }, regions = new[] { new { region = "North", callerIds = new[] { First } } }, excludedRegions = new[] { "North" } })).ShouldBeJson(
            """[{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [{ "path": "excludedRegions", "code": "REGION_CALLED_AND_EXCLUDED" }] }]""");
        (await ErrorsAsync(new { name = _name, callerIds = Enumerable.Repeat(First, 51) })).ShouldBeJson(
            """[{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [{ "path": "callerIds", "code": "TOO_MANY_ROWS" }] }]""");
        var gone = (await server.DataAsync("""mutation { createOperator(input: { name: "gone", role: ADMIN }) { operator { id } } }""")).GetProperty("createOperator").GetProperty("operator").GetProperty("id").GetString();
        await server.DataAsync("mutation($id: ID!) { deactivateOperator(input: { id: $id }) { operator { id } } }", new { id = gone });
        (await ErrorsAsync(new { name = _name, callerIds = new[] { First, gone } })).ShouldBeJson("""[{ "__typename": "DomainError", "code": "OPERATOR_INACTIVE" }]""");
    }

    [Fact]
    public async Task The_progress_of_a_page_of_lists_is_counted_by_one_statement()
    {
        for (var i = 0; i < 3; i++)
        {
            await server.CreateListAsync($"{_name}-{i}", server.Keys["lead"]);
        }

        JsonElement data = default;
        var statements = await server.RecordAsync(async () => data = await server.DataAsync(
            """
            query($name: String!) {
              callLists(where: { name: { startsWith: $name } }, order: [{ name: ASC }]) { nodes { name counts { total } progress { operator { name } counts { pending } } } }
            }
            """,
            new { name = _name },
            server.Keys["lead"]));
        data.GetProperty("callLists").GetProperty("nodes").EnumerateArray().Select(n => n.GetProperty("counts").GetProperty("total").GetInt32()).ShouldBe([6, 6, 6]);

        // Lists, tallies, the callers.
        statements.Count.ShouldBe(3, string.Join("\n\n", statements));
    }

    private string First => server.Operators["first"];

    private string Second => server.Operators["second"];

    private static string IdOf(JsonElement made) => made.GetProperty("result").GetProperty("callList").GetProperty("id").GetString()!;

    private static string Invalid(string path, string code) =>
        $$"""{ "callAttempt": null, "errors": [{ "__typename": "InvalidInputError", "code": "INVALID_INPUT", "fields": [{ "path": "{{path}}", "code": "{{code}}" }] }] }""";

    private static string Refused(string code) => $$"""{ "callAttempt": null, "errors": [{ "__typename": "DomainError", "code": "{{code}}" }] }""";

    /// <summary>The codes of the errors of a mutation.</summary>
    private async Task<JsonElement> ChangeAsync(string mutation, string inputType, object input, string? apiKey = null)
    {
        var data = await server.DataAsync($"mutation($input: {inputType}!) {{ {mutation}(input: $input) {{ errors {{ ... on Error {{ code }} }} }} }}", new { input }, apiKey);
        var errors = data.GetProperty(mutation).GetProperty("errors");
        return JsonSerializer.SerializeToElement(errors.ValueKind == JsonValueKind.Null ? [] : errors.EnumerateArray().Select(e => e.GetProperty("code").GetString()).ToArray());
    }

    private Task SetBlacklistedAsync(string name, bool blacklisted) => server.Database.WriteAsync(
        AccessScope.Everything,
        async (db, ct) =>
        {
            var member = db.Members.Single(m => m.DisplayName == name);
            if (blacklisted)
            {
                db.Bans.Add(Ban.Issue(member, null, null, "spam", TestClock.UtcNow.UtcDateTime.AddSeconds(-1)));
            }
            else
            {
                db.Bans.Single(b => b.MemberId == member.Id && b.Status == BanStatus.Active).Lift(TestClock.UtcNow.UtcDateTime, null, null);
            }

            await db.SaveChangesAsync(ct);
        },
        TestContext.Current.CancellationToken);
}
