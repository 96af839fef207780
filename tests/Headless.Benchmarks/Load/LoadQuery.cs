namespace Headless.Benchmarks.Load;

/// <summary>A query of the load.</summary>
/// <param name="Key">Its short name, and its path on the servers that are not GraphQL's.</param>
/// <param name="Title">What it asks for.</param>
/// <param name="Document">The operation.</param>
internal sealed record LoadQuery(string Key, string Title, string Document)
{
    public static IReadOnlyList<LoadQuery> All { get; } =
    [
        new("a", "`{ __typename }`", "{ __typename }"),
        new("b", "20 groups ordered by name, pageInfo",
            "{ groups(first: 20, order: {name: ASC}) { nodes { id name type } pageInfo { hasNextPage endCursor } } }"),
        new("c", "20 members by tag, count, nested tags",
            """{ members(first: 20, where: {tags: {some: {name: {eq: "tag7"}}}}) { totalCount nodes { id nickname points tags { name } } } }"""),
        new("d", "10 groups → memberships → member, capped",
            "{ groups(first: 10, order: {name: ASC}) { nodes { id name memberships(where: {role: {in: [OWNER, MODERATOR]}}) { role joinedAt member { nickname } } } } }"),
        new("d2", "the same, uncapped",
            "{ groups(first: 10, order: {name: ASC}) { nodes { id name memberships { role joinedAt member { nickname } } } } }"),
        new("e", "5 × `groupById`, batched",
            "{ a: groupById(id: 1) { id name } b: groupById(id: 2) { id name } c: groupById(id: 3) { id name } d: groupById(id: 4) { id name } e: groupById(id: 5) { id name } }"),
    ];
}
