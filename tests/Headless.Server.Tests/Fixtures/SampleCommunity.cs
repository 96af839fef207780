using System.Globalization;
using System.Text.Json;
using Headless.Community;
using Headless.Community.Data;

namespace Headless.Server.Tests.Fixtures;

/// <summary>Groups and members for tests that are about something else.</summary>
internal static class SampleCommunity
{
    /// <summary>Adds an open group and returns its key and its global id.</summary>
    public static async Task<(long Key, string Id)> AddGroupAsync(ServerFixture server, GroupStatus status = GroupStatus.Active)
    {
        var externalId = Guid.NewGuid().ToString("N");
        var key = await server.Database.WriteAsync(
            AccessScope.Everything,
            async (db, ct) =>
            {
                var group = new Group { Platform = Platform.Wechat, ExternalId = externalId, Name = externalId, Status = status };
                db.Groups.Add(group);
                await db.SaveChangesAsync(ct);
                return group.Id;
            },
            TestContext.Current.CancellationToken);
        var found = await server.DataAsync("query($id: String!) { groupByExternalId(platform: WECHAT, externalId: $id) { id } }", new { id = externalId });
        return (key, found.GetProperty("groupByExternalId").GetProperty("id").GetString()!);
    }

    /// <summary>Adds members who joined a group an hour ago; returns their global ids.</summary>
    public static async Task<string[]> AddMembersAsync(ServerFixture server, long groupId, params string[] names)
    {
        var externalIds = names.Select(_ => Guid.NewGuid().ToString("N")).ToArray();
        await server.Database.WriteAsync(
            AccessScope.Everything,
            async (db, ct) =>
            {
                foreach (var (name, externalId) in names.Zip(externalIds))
                {
                    var member = new Member { DisplayName = name };
                    member.Identities.Add(new Identity { Platform = Platform.Wechat, ExternalId = externalId });
                    member.Memberships.Add(new Membership { GroupId = groupId, JoinedAt = TestClock.UtcNow.UtcDateTime.AddHours(-1) });
                    db.Members.Add(member);
                    await db.SaveChangesAsync(ct);
                }
            },
            TestContext.Current.CancellationToken);
        var query = string.Concat(externalIds.Select((id, i) =>
            string.Create(CultureInfo.InvariantCulture, $"m{i}: memberByIdentity(platform: WECHAT, externalId: {JsonSerializer.Serialize(id)}) {{ id }} ")));
        var found = await server.DataAsync($"{{ {query} }}");
        return [.. found.EnumerateObject().Select(m => m.Value.GetProperty("id").GetString()!)];
    }

    public static async Task<string> AddMemberInAsync(ServerFixture server, long groupId, string name) => (await AddMembersAsync(server, groupId, name))[0];
}
