using System.Text;

namespace Headless.Benchmarks.Engine;

/// <summary>The documents of the engine's benchmarks.</summary>
internal static class Documents
{
    public const string ThreeFields = "{ hero { id name height } }";

    public const string Fragments =
        """
        query Heroes($detailed: Boolean!) {
          hero { ...Full friends { ...Full friends { ...Short } } }
          other: person(id: 3) { ...Full ... on Person @include(if: $detailed) { height rank } friends { ...Short } }
        }
        fragment Full on Person { ...Short height rank }
        fragment Short on Person { id name }
        """;

    /// <summary>Every construct of executable documents.</summary>
    public const string KitchenSink =
        """"
        "Lists the channels of a person, and what was said there."
        query Channels($person: ID! = 7, $where: ChannelFilter = {name: {startsWith: "ubuntu"}, sizes: [1, 2.5e3]}, $deep: Boolean @audited(by: NOBODY)) @cached(seconds: 60) {
          who: person(id: $person) {
            id
            ... on Moderator @include(if: $deep) {
              channel { ...ChannelParts, rules(first: 10, after: null) @stream(initialCount: 3) { text } }
            }
            ... @skip(unless: $deep) { id }
            ... { nickname }
          }
          search(text: """
            a block of text
              with "quotes" and an indented line
            """, escaped: "tab\t, quote \", \u00e4, \u{1F600}", flags: [true, false, null], order: {by: NAME, direction: DESC}) { __typename }
        }

        mutation Say($channel: ID!, $text: String!) {
          say(channel: $channel, text: $text) @defer { message { id, sentAt, author { nickname } } }
        }

        subscription Listen($channels: [ID!]! = ["a", "b"]) {
          onMessage(channels: $channels) { message { ...MessageParts }, author { ...PersonParts } }
        }

        fragment ChannelParts on Channel @size(of: -1.25E-2) {
          name
          members(first: 5, where: {joined: {after: "2026-01-01T00:00:00Z"}, roles: [OWNER, VOICE], muted: false}) { nodes { ...PersonParts } pageInfo { endCursor } }
        }
        fragment MessageParts on Message { id text reactions { emoji count } }
        fragment PersonParts on Person { id nickname }
        { anonymous(empty: {}, none: []) }
        """";

    /// <summary>What tools send to learn a schema.</summary>
    public const string Introspection =
        """
        query Introspection {
          __schema {
            description
            queryType { name }
            mutationType { name }
            subscriptionType { name }
            types { ...Type }
            directives { name description isRepeatable locations args(includeDeprecated: true) { ...Input } }
          }
        }
        fragment Type on __Type {
          kind name description specifiedByURL isOneOf
          fields(includeDeprecated: true) { name description args(includeDeprecated: true) { ...Input } type { ...Reference } isDeprecated deprecationReason }
          inputFields(includeDeprecated: true) { ...Input }
          interfaces { ...Reference }
          enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
          possibleTypes { ...Reference }
        }
        fragment Input on __InputValue { name description type { ...Reference } defaultValue isDeprecated deprecationReason }
        fragment Reference on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } }
        """;

    /// <summary>One field many times over: every pair of them has to be looked at, unless somebody thought of it.</summary>
    public static byte[] RepeatedFields { get; } = Encoding.UTF8.GetBytes("{ hero { " + string.Concat(Enumerable.Repeat("name ", 250)) + "} }");

    public static byte[] Utf8(string document) => Encoding.UTF8.GetBytes(document);
}
