using System.Text.Json;

namespace Headless.Server.Tests.Fixtures;

/// <summary>Merges records for tests that are about what hangs on them: whatever they disagree about is decided as proposed.</summary>
internal static class MergedMembers
{
    /// <summary>Merges; returns the id of the merge.</summary>
    public static async Task<string> MergeAsync(ServerFixture server, string winner, string loser)
    {
        var preview = await server.DataAsync("query($w: ID!, $l: ID!) { previewMemberMerge(winnerId: $w, loserId: $l) { conflicts { key proposal } } }", new { w = winner, l = loser });
        var resolutions = preview.GetProperty("previewMemberMerge").GetProperty("conflicts").EnumerateArray()
            .Select(c => new { key = c.GetProperty("key").GetString(), choice = c.GetProperty("proposal").GetString() }).ToArray();
        var merged = (await server.DataAsync(
            "mutation($input: MergeMembersInput!) { mergeMembers(input: $input) { memberMerge { id } errors { ... on Error { message } } } }",
            new { input = new { winnerId = winner, loserId = loser, resolutions } })).GetProperty("mergeMembers");
        merged.GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null, merged.ToString());
        return merged.GetProperty("memberMerge").GetProperty("id").GetString()!;
    }

    public static async Task UnmergeAsync(ServerFixture server, string merge)
    {
        var undone = (await server.DataAsync("mutation($id: ID!) { unmergeMembers(input: { id: $id }) { errors { ... on Error { message } } } }", new { id = merge })).GetProperty("unmergeMembers");
        undone.GetProperty("errors").ValueKind.ShouldBe(JsonValueKind.Null, undone.ToString());
    }
}
