using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;
using Headless.Server.Tests.Fixtures;
using Microsoft.EntityFrameworkCore;

namespace Headless.Server.Tests.Features.CallLists;

/// <summary>
/// A group with six members in regions (North: Ann, Bob, Cid; South: Dan; none: Eve; far: Fay), of whom Cid wants no calls for marketing, with three
/// callers: two ADMINs without a group and one in charge of it. And one member, Gus, who is in another group.
/// </summary>
public sealed class CallListFixture : RecordingServerFixture
{
    public Dictionary<string, string> Members { get; } = [];

    public Dictionary<string, string> Operators { get; } = [];

    public Dictionary<string, string> Keys { get; } = [];

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        var (group, _) = await SampleCommunity.AddGroupAsync(this);
        var (other, _) = await SampleCommunity.AddGroupAsync(this);
        string[] names = ["Ann", "Bob", "Cid", "Dan", "Eve", "Fay"];
        foreach (var (name, id) in names.Zip(await SampleCommunity.AddMembersAsync(this, group, names)))
        {
            Members[name] = id;
        }

        Members["Gus"] = await SampleCommunity.AddMemberInAsync(this, other, "Gus");
        await Database.WriteAsync(AccessScope.Everything, DescribeAsync, TestContext.Current.CancellationToken);
        Keys["owner"] = await CreateKeyAsync(OperatorRole.Owner, null, group);
        Keys["first"] = await CreateKeyAsync(OperatorRole.Admin);
        Keys["second"] = await CreateKeyAsync(OperatorRole.Admin);
        Keys["lead"] = await CreateKeyAsync(OperatorRole.Lead);
        Keys["analyst"] = await CreateKeyAsync(OperatorRole.Analyst);
        foreach (var name in new[] { "owner", "first", "second" })
        {
            Operators[name] = (await DataAsync("{ viewer { operator { id } } }", apiKey: Keys[name])).GetProperty("viewer").GetProperty("operator").GetProperty("id").GetString()!;
        }
    }

    /// <summary>Makes a list of everybody in the group: North to the first caller, the far region left out, the others to both.</summary>
    public async Task<JsonElement> CreateListAsync(string name, string? apiKey = null, string[]? members = null, string? idempotencyKey = null) =>
        (await DataAsync(
            """
            mutation($input: CreateCallListInput!) {
              createCallList(input: $input) {
                result { callList { id name status round version } added skipped unchanged refused { index memberId code } }
                errors { __typename ... on Error { code } ... on InvalidInputError { fields { path code } } }
              }
            }
            """,
            new
            {
                input = new
                {
                    name,
                    callerIds = new[] { Operators["first"], Operators["second"] },
                    memberIds = members ?? [.. Members.Where(m => m.Key != "Gus").Select(m => m.Value)],
                    regions = new[] { new { region = "North", callerIds = new[] { Operators["first"] } } },
                    excludedRegions = new[] { "Far" },
                    idempotencyKey,
                },
            },
            apiKey)).GetProperty("createCallList");

    /// <summary>The id of the entry of a member in a round of a list.</summary>
    public async Task<string> EntryAsync(string list, string member, int round = 1)
    {
        var data = await DataAsync(
            "query($list: ID!, $member: ID!, $round: Int!) { callListById(id: $list) { entries(where: { round: { eq: $round }, member: { id: { eq: $member } } }) { nodes { id } } } }",
            new { list, member = Members[member], round });
        return data.GetProperty("callListById").GetProperty("entries").GetProperty("nodes")[0].GetProperty("id").GetString()!;
    }

    public async Task<JsonElement> RecordCallAsync(
        string entry, string outcome, string? apiKey = null, DateTimeOffset? nextCallAt = null, DateTimeOffset? calledAt = null, string? note = null, string? idempotencyKey = null) =>
        (await DataAsync(
            """
            mutation($input: RecordCallInput!) {
              recordCall(input: $input) {
                callAttempt { outcome callEntry { status attemptCount nextCallAt } }
                errors { __typename ... on Error { code } ... on InvalidInputError { fields { path code } } }
              }
            }
            """,
            new { input = new { callEntryId = entry, outcome, nextCallAt, calledAt, note, idempotencyKey } },
            apiKey)).GetProperty("recordCall");

    private static async Task DescribeAsync(CommunityDbContext db, CancellationToken ct)
    {
        foreach (var member in await db.Members.ToListAsync(ct))
        {
            member.Region = member.DisplayName switch { "Ann" or "Bob" or "Cid" => "North", "Dan" => "South", "Fay" => "Far", _ => null };
            member.Phone = $"+86 {member.DisplayName}";
            if (member.DisplayName == "Cid")
            {
                db.Add(new ContactPreference { MemberId = member.Id, Channel = ContactChannel.Phone, Purpose = ContactPurpose.Marketing, IsAllowed = false, DecidedAt = TestClock.UtcNow.UtcDateTime });
            }
        }

        await db.SaveChangesAsync(ct);
    }
}
