using System.Globalization;
using System.Text.Json;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.Features.Moderation;

/// <summary>A group with rules in force, and what happens in it.</summary>
internal sealed class ModeratedGroup
{
    public const string Create =
        """
        mutation($input: CreateRuleSetInput!) {
          createRuleSet(input: $input) {
            ruleSet { id versions { nodes { id version number status } } }
            errors { __typename ... on Error { code message } ... on InvalidInputError { fields { path code } } ... on NotFoundError { path } }
          }
        }
        """;

    private readonly ServerFixture _server;
    private int _rows;

    private ModeratedGroup(ServerFixture server, long key, string id, string ruleSetId, string versionId) =>
        (_server, Key, Id, RuleSetId, VersionId) = (server, key, id, ruleSetId, versionId);

    public long Key { get; }

    public string Id { get; }

    public string RuleSetId { get; }

    public string VersionId { get; }

    /// <summary>What the seconds of messages are counted from; unless set, the moment at which each is made.</summary>
    public DateTimeOffset? Start { get; set; }

    /// <summary>A name that no other test uses.</summary>
    public static string Name(string text) => $"{text} {Guid.NewGuid().ToString("N")[..8]}";

    public static async Task<ModeratedGroup> CreateAsync(ServerFixture server, params object[] rules)
    {
        var (key, id) = await SampleCommunity.AddGroupAsync(server);
        var ruleSet = (await server.DataAsync(Create, new { input = new { name = Name("群规"), rules } })).GetProperty("createRuleSet").GetProperty("ruleSet");
        var group = new ModeratedGroup(
            server, key, id, ruleSet.GetProperty("id").GetString()!, ruleSet.GetProperty("versions").GetProperty("nodes")[0].GetProperty("id").GetString()!);
        await PublishAsync(server, group.VersionId);
        await server.DataAsync(
            "mutation($input: AttachRuleSetInput!) { attachRuleSet(input: $input) { ruleSet { id } } }", new { input = new { ruleSetId = group.RuleSetId, groupIds = new[] { id } } });
        return group;
    }

    public static async Task PublishAsync(ServerFixture server, string versionId) =>
        (await server.DataAsync(
            "mutation($input: PublishRuleSetInput!) { publishRuleSet(input: $input) { ruleSetVersion { status } } }", new { input = new { id = versionId } }))
        .ShouldBeJson("""{ "publishRuleSet": { "ruleSetVersion": { "status": "PUBLISHED" } } }""");

    /// <summary>A list with words.</summary>
    public static async Task<string> AddWordsAsync(ServerFixture server, object list, params string[] words)
    {
        var id = (await server.DataAsync(
            "mutation($input: CreateSensitiveWordListInput!) { createSensitiveWordList(input: $input) { sensitiveWordList { id } } }", new { input = list }))
            .GetProperty("createSensitiveWordList").GetProperty("sensitiveWordList").GetProperty("id").GetString()!;
        await server.DataAsync(
            "mutation($input: AddSensitiveWordsInput!) { addSensitiveWords(input: $input) { result { added } } }", new { input = new { listId = id, words } });
        return id;
    }

    /// <summary>A message now, or some seconds later.</summary>
    public object Says(string account, string? text, double seconds = 0, string? contentType = null) => Row("MESSAGE", account, seconds, text, contentType);

    public object Joins(string account, double seconds = 0) => Row("JOIN", account, seconds, null, null);

    public async Task ReportAsync(params object[] activities) =>
        (await _server.DataAsync(
            "mutation($input: RecordActivitiesInput!) { recordActivities(input: $input) { report { rejected { code message } } } }",
            new { input = new { source = "chat", activities } })).ShouldBeJson("""{ "recordActivities": { "report": { "rejected": [] } } }""");

    /// <summary>The violations in the group, the oldest first.</summary>
    public async Task<JsonElement> ViolationsAsync(string fields, string? apiKey = null) =>
        (await _server.DataAsync(
            $$"""query($id: ID!) { groupById(id: $id) { violations(first: 50, order: [{ occurredAt: ASC }]) { nodes { {{fields}} } } } }""", new { id = Id }, apiKey))
        .GetProperty("groupById").GetProperty("violations").GetProperty("nodes");

    public async Task<string> FirstViolationIdAsync() => (await ViolationsAsync("id"))[0].GetProperty("id").GetString()!;

    public async Task<JsonElement> DecideAsync(string id, string decision = "CONFIRM", string? apiKey = null) =>
        (await _server.DataAsync(
            """
            mutation($input: DecideViolationInput!) {
              decideViolation(input: $input) {
                violation { status isStrike membership { strikes } penalties { nodes { kind status strikes muteMinutes notice } } }
                errors { __typename ... on Error { code } }
              }
            }
            """,
            new { input = new { id, decision } },
            apiKey)).GetProperty("decideViolation");

    /// <summary>Appeals, and decides about it as LEAD.</summary>
    public async Task<JsonElement> OverturnAsync(string id)
    {
        await _server.DataAsync(
            "mutation($input: AppealViolationInput!) { appealViolation(input: $input) { violation { status } } }", new { input = new { id, text = "不是我" } });
        return (await _server.DataAsync(
            """
            mutation($input: DecideAppealInput!) {
              decideAppeal(input: $input) {
                violation { status isStrike membership { strikes } penalties { nodes { kind status } } }
                errors { ... on Error { code } }
              }
            }
            """,
            new { input = new { id, decision = "OVERTURN", note = "证据不足" } })).GetProperty("decideAppeal");
    }

    private object Row(string kind, string account, double seconds, string? text, string? contentType) => new
    {
        kind,
        externalId = string.Create(CultureInfo.InvariantCulture, $"{Key}-{++_rows}"),
        occurredAt = (Start ?? TestClock.UtcNow).AddSeconds(seconds),
        group = new { id = Id },
        member = new { platform = "WECHAT", externalId = $"{account}-{Key}", displayName = account },
        text,
        contentType,
    };
}
