using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Headless.Community;
using Headless.Server.Tests.Architecture;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Features.Members;

/// <summary>What a mobile app does all day: a member by the account, with tags, in one round trip that it may keep.</summary>
public sealed class MemberByAccountTests(RecordingServerFixture server) : IClassFixture<RecordingServerFixture>
{
    [Fact]
    public async Task The_stored_document_is_one_get_that_is_not_sent_again_while_nothing_has_changed()
    {
        var (groupKey, _) = await SampleCommunity.AddGroupAsync(server);
        var member = await SampleCommunity.AddMemberInAsync(server, groupKey, "Ann");
        var account = (await server.DataAsync("query($id: ID!) { memberById(id: $id) { identities { nodes { externalId } } } }", new { id = member }))
            .GetProperty("memberById").GetProperty("identities").GetProperty("nodes")[0].GetProperty("externalId").GetString()!;
        using var manifest = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "schema", "persisted-documents.json"), TestContext.Current.CancellationToken));
        var id = manifest.RootElement.EnumerateObject().Single(d => d.Value.GetString()!.Contains("query MemberByIdentity(", StringComparison.Ordinal)).Name;
        var key = await server.CreateKeyAsync(OperatorRole.Integration, ApiKeyScope.Read);
        var url = $"/graphql?documentId={Uri.EscapeDataString(id)}&variables={Uri.EscapeDataString(JsonSerializer.Serialize(new { platform = "WECHAT", externalId = account }))}";

        using var first = await GetAsync(url, key, null);
        first.StatusCode.ShouldBe(HttpStatusCode.OK);
        first.Headers.CacheControl!.Private.ShouldBeTrue();
        using var body = JsonDocument.Parse(await first.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        body.RootElement.ShouldBeJson($$"""{ "data": { "memberByIdentity": { "id": "{{member}}", "displayName": "Ann", "tier": null, "tags": [] } } }""");

        // The member and the tags.
        var statements = await server.RecordAsync(async () =>
        {
            using var again = await GetAsync(url, key, first.Headers.ETag);
            again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        });
        statements.Count.ShouldBe(2, string.Join("\n\n", statements));

        var tag = (await server.DataAsync("mutation($n: String!) { createTag(input: { name: $n }) { tag { id } } }", new { n = Guid.NewGuid().ToString("N") }))
            .GetProperty("createTag").GetProperty("tag").GetProperty("id").GetString();
        await server.DataAsync("mutation($m: ID!, $t: ID!) { addMemberTags(input: { memberIds: [$m], tagIds: [$t] }) { result { changed } } }", new { m = member, t = tag });
        using var changed = await GetAsync(url, key, first.Headers.ETag);
        changed.StatusCode.ShouldBe(HttpStatusCode.OK);
        changed.Headers.ETag.ShouldNotBe(first.Headers.ETag);
    }

    private async Task<HttpResponseMessage> GetAsync(string url, string key, EntityTagHeaderValue? known)
    {
        using var client = server.Factory.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, url);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", key);
        if (known is not null)
        {
            request.Headers.IfNoneMatch.Add(known);
        }

        return await client.SendAsync(request, TestContext.Current.CancellationToken);
    }
}
