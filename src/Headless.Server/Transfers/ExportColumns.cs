using System.Text.Json;
using Headless.Server.Features.Tags;

namespace Headless.Server.Transfers;

/// <summary>A column that a file of an export may have.</summary>
/// <param name="Name">What its header says.</param>
/// <param name="Selection">What is asked of the list for it.</param>
/// <param name="Path">Where it stands in the answer: names, places in lists, and * for every item of a list.</param>
/// <param name="IsPersonal">Whether it needs READ_PERSONAL_DATA.</param>
internal sealed record ExportColumn(string Name, string Selection, string Path, bool IsPersonal = false);

/// <summary>The lists that can be exported, and their columns.</summary>
internal static class ExportColumns
{
    private const string Account = "identities(first: 1) { nodes { platform externalId displayName } }";
    private const string Buyer = "member { id displayName identities(first: 1) { nodes { platform externalId displayName } } }";
    private const string OfGroup = "group { id name externalId }";

    private static readonly Dictionary<ExportSubject, (string List, string? Rows, ExportColumn[] Columns)> s_lists = new()
    {
        [ExportSubject.Members] = ("members", null,
        [
            Field("memberId", "id"), new("platform", Account, "identities.nodes.0.platform"), new("account", Account, "identities.nodes.0.externalId"),
            new("accountName", Account, "identities.nodes.0.displayName"), Field("displayName"), Field("gender"), Field("birthYear", isPersonal: true), Field("region"), Field("city"),
            Field("phone", isPersonal: true), Field("email", isPersonal: true), Field("preferredContactChannel"), Field("note", isPersonal: true), Field("class"), Field("engagement"),
            new("tags", "tags { name }", "tags.*.name"), Field("firstSeenAt"), Field("lastActiveAt"), Field("createdAt"),
        ]),
        [ExportSubject.MemberTags] = ("members", "memberTags.nodes",
        [
            Field("memberId", "id"), Field("displayName"), new("platform", Account, "identities.nodes.0.platform"), new("account", Account, "identities.nodes.0.externalId"),
            OfHeldTag("tag", "tag { name }", "tag.name"), OfHeldTag("tagGroup", "tag { tagGroup { name } }", "tag.tagGroup.name"), OfHeldTag("expiresAt"), OfHeldTag("addedAt"),
            OfHeldTag("source"),
        ]),
        [ExportSubject.Orders] = ("orders", null,
        [
            Field("orderId", "id"), Field("source"), Field("externalId"), Field("paidAt"), new("amount", "amount { amount currency }", "amount.amount"),
            new("currency", "amount { amount currency }", "amount.currency"), new("refunded", "refunded { amount }", "refunded.amount"), Field("quantity"), Field("status"),
            new("memberId", Buyer, "member.id"), new("displayName", Buyer, "member.displayName"), new("platform", Buyer, "member.identities.nodes.0.platform"),
            new("account", Buyer, "member.identities.nodes.0.externalId"), new("groupId", OfGroup, "group.id"), new("groupName", OfGroup, "group.name"),
            new("campaignId", "campaign { id name }", "campaign.id"), new("campaignName", "campaign { id name }", "campaign.name"),
        ]),
        [ExportSubject.ContentItems] = ("contentItems", null,
        [
            Field("contentItemId", "id"), Field("title"), Field("body"), Field("category"), Field("kind"), Field("source"), Field("status"), Field("topic"), Field("audience"),
            Field("originUrl"), Field("permission"), new("author", "author { name }", "author.name"), new("tags", "tags { name }", "tags.*.name"), Field("usageCount"),
            Field("lastUsedAt"), Field("publishedAt"), Field("createdAt"),
        ]),
        [ExportSubject.Costs] = ("costEntries", null,
        [
            Field("costId", "id"), Field("kind"), new("amount", "amount { amount currency }", "amount.amount"), new("currency", "amount { amount currency }", "amount.currency"),
            Field("spentAt"), Field("note"), new("groupId", OfGroup, "group.id"), new("groupName", OfGroup, "group.name"),
            new("campaignId", "campaign { id name }", "campaign.id"), new("campaignName", "campaign { id name }", "campaign.name"),
        ]),
    };

    public static IReadOnlyList<ExportColumn> Of(ExportSubject subject) => s_lists[subject].Columns;

    /// <summary>Whether a file with such columns says who somebody is, or what they are like. Ids alone do not.</summary>
    public static bool SpeaksOfMembers(ExportSubject subject, IEnumerable<string> columns) => subject switch
    {
        ExportSubject.Members or ExportSubject.MemberTags => columns.Any(column => column != "memberId"),
        ExportSubject.Orders => columns.Any(column => column is "displayName" or "account"),
        _ => false,
    };

    /// <summary>The query for a page.</summary>
    /// <param name="subject">The list.</param>
    /// <param name="columns">What is wanted of it.</param>
    /// <param name="filter">A GraphQL literal; null: everything.</param>
    /// <param name="size">How many rows.</param>
    public static string Document(ExportSubject subject, IEnumerable<ExportColumn> columns, string? filter, int size) =>
        $"query Export($after: String) {{ list: {s_lists[subject].List}(first: {size}, after: $after{(filter is null ? null : $", where: {filter}")}) {{ "
        + $"pageInfo {{ hasNextPage endCursor }} nodes {{ {string.Join(' ', columns.Select(column => column.Selection).Distinct())} }} }} }}";

    /// <summary>The query for how many rows the list has.</summary>
    public static string CountDocument(ExportSubject subject, string? filter) =>
        $"{{ list: {s_lists[subject].List}(first: 1{(filter is null ? null : $", where: {filter}")}) {{ totalCount }} }}";

    /// <summary>The rows that a node of the list becomes: one, or one for each item of a list of it.</summary>
    public static IEnumerable<int> RowsOf(ExportSubject subject, JsonElement node) =>
        s_lists[subject].Rows is { } list ? Enumerable.Range(0, list.Split('.').Aggregate(node, (value, name) => value.GetProperty(name)).GetArrayLength()) : [0];

    /// <summary>What stands in a column of a row.</summary>
    public static JsonElement? ValueOf(ExportColumn column, JsonElement node, int row)
    {
        var value = node;
        foreach (var step in column.Path.Split('.'))
        {
            switch (value.ValueKind)
            {
                case JsonValueKind.Object:
                    value = value.GetProperty(step);
                    break;
                case JsonValueKind.Array when step == "*":
                    var name = column.Path[(column.Path.LastIndexOf('.') + 1)..];
                    return JsonSerializer.SerializeToElement(string.Join("; ", value.EnumerateArray().Select(item => item.GetProperty(name).GetString())));
                case JsonValueKind.Array:
                    var place = step == "#" ? row : step[0] - '0';
                    if (place >= value.GetArrayLength())
                    {
                        return null;
                    }

                    value = value[place];
                    break;
                default:
                    return null;
            }
        }

        return value.ValueKind == JsonValueKind.Null ? null : value;
    }

    /// <summary>A column of a row for each tag that a member holds. All of them come with the member: nobody has as many as are asked for.</summary>
    private static ExportColumn OfHeldTag(string name, string? field = null, string? path = null) =>
        new(name, $"memberTags(first: {TagsOfMember.MaxPageSize}) {{ nodes {{ {field ?? name} }} }}", $"memberTags.nodes.#.{path ?? name}");

    private static ExportColumn Field(string name, string? field = null, bool isPersonal = false) => new(name, field ?? name, field ?? name, isPersonal);
}
