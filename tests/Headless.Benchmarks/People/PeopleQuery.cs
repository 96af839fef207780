using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Headless.Benchmarks.People;

/// <summary>What a console asks for, with other values for each request.</summary>
/// <param name="Key">Its short name.</param>
/// <param name="Title">What it shows.</param>
/// <param name="Target">The milliseconds that 95 of 100 answers must be faster than.</param>
/// <param name="Document">The operation.</param>
/// <param name="Variables">The variables of a request, by its number.</param>
internal sealed record PeopleQuery(string Key, string Title, int Target, string Document, Func<int, object> Variables)
{
    private const int ListTarget = 20;
    private const int PreviewTarget = 300;
    private const string MemberColumns = "nodes { id displayName region lastActiveAt tags { id name colour } } pageInfo { hasNextPage endCursor }";

    private static readonly string[] GroupTypes = ["TRAFFIC", "BENEFIT", "FLASH", "VIP", "GENERAL"];
    private static readonly string[] Prefixes = ["王", "李伟", "张敏", "陈", "罗静丽", "黄", "赵芳娜", "林雪"];
    private static readonly string[] Parts = ["伟", "静丽", "雨轩", "国", "子涵", "雪梅", "浩然思", "没有此人"];

    public byte[] Body(int number) => JsonSerializer.SerializeToUtf8Bytes(new { query = Document, variables = Variables(number) });

    /// <param name="segmentId">A segment with many members.</param>
    public static IReadOnlyList<PeopleQuery> All(string segmentId) =>
    [
        new("groups", "20 groups with member count, phase and staff", ListTarget,
            "query Groups($type: GroupType!) { groups(first: 20, where: { type: { eq: $type } }, order: [{ name: ASC }]) { nodes { id name type status phase capacity memberCount tags { name } staff(first: 5) { nodes { role operator { id name } } } } pageInfo { hasNextPage endCursor } } }",
            n => new { type = GroupTypes[n % GroupTypes.Length] }),
        new("tag", "20 members by tag", ListTarget,
            $"query ByTag($tag: ID!) {{ members(first: 20, where: {{ tags: {{ some: {{ id: {{ eq: $tag }} }} }} }}) {{ {MemberColumns} }} }}",
            n => new { tag = Id("Tag", 1 + (n * 7 % CommunityGenerator.Tags)) }),
        new("tag-active", "20 members by tag, last active first", ListTarget,
            $"query ByTagLastActive($tag: ID!) {{ members(first: 20, where: {{ tags: {{ some: {{ id: {{ eq: $tag }} }} }} }}, order: [{{ lastActiveAt: DESC }}]) {{ {MemberColumns} }} }}",
            n => new { tag = Id("Tag", 1 + (n * 7 % CommunityGenerator.Tags)) }),
        new("segment", "20 members of a segment", ListTarget,
            $"query BySegment($segment: ID!) {{ segmentById(id: $segment) {{ name memberCount members(first: 20) {{ {MemberColumns} }} }} }}",
            _ => new { segment = segmentId }),
        new("starts", "20 members by the beginning of the name, by name", ListTarget,
            $"query ByStart($text: String!) {{ members(first: 20, where: {{ displayName: {{ startsWith: $text }} }}, order: [{{ displayName: ASC }}]) {{ {MemberColumns} }} }}",
            n => new { text = Prefixes[n % Prefixes.Length] }),
        new("contains", "20 members by a part of the name", ListTarget,
            $"query ByPart($text: String!) {{ members(first: 20, where: {{ displayName: {{ contains: $text }} }}) {{ {MemberColumns} }} }}",
            n => new { text = Parts[n % Parts.Length] }),
        new("member", "a member's page: tags, groups, last 50 activities", ListTarget,
            """
            query MemberPage($id: ID!) {
              memberById(id: $id) {
                id displayName gender region city lastActiveAt tags { id name colour } identities(first: 5) { nodes { platform externalId } }
                memberships(first: 20) { nodes { role joinedAt leftAt group { id name } } }
                timeline(first: 50) { nodes { id kind occurredAt text group { name } } }
              }
            }
            """,
            n => new { id = Id("Member", 1 + ((long)n * 7919 % CommunityGenerator.Members)) }),
        new("preview", "preview of five conditions: tags, purchases, messages, groups, region", PreviewTarget,
            """
            query Preview($tag: ID!) {
              segmentPreview(condition: { all: [
                { tags: { anyOf: [$tag] } }
                { purchase: { currency: "CNY", paid: { within: "P90D" }, count: { gte: 1 }, amount: { gte: 100 } } }
                { messages: { lastDays: 60, count: { gte: 2 } } }
                { membership: { groupTypes: [TRAFFIC, VIP, BENEFIT], state: CURRENT } }
                { region: { notIn: ["Region 1", "Region 2"] } }
              ] }) { count sample(first: 10) { id displayName } }
            }
            """,
            n => new { tag = Id("Tag", 1 + (n * 7 % CommunityGenerator.Tags)) }),
    ];

    public static string Id(string type, long key)
        => Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{type}:{key}")));
}
