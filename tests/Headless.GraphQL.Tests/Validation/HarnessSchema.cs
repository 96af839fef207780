using Headless.GraphQL.Types;

namespace Headless.GraphQL.Tests.Validation;

/// <summary>The schema that all validation tests share: every kind of type, and arguments of every kind of input type.</summary>
internal static class HarnessSchema
{
    public const string Sdl =
        """
        "Every place where an operation may have a directive has one of its own."
        directive @onQuery on QUERY
        directive @onMutation on MUTATION
        directive @onSubscription on SUBSCRIPTION
        directive @onField on FIELD
        directive @onFragmentDefinition on FRAGMENT_DEFINITION
        directive @onFragmentSpread on FRAGMENT_SPREAD
        directive @onInlineFragment on INLINE_FRAGMENT
        directive @onVariableDefinition on VARIABLE_DEFINITION
        directive @label(name: String!, weight: Int = 1) repeatable on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT
        directive @range(from: Int!, to: Int!) on FIELD

        interface Node {
          id: ID!
        }

        interface Person implements Node {
          id: ID!
          name(full: Boolean): String
        }

        interface Talker {
          says(kind: PhraseKind): String
        }

        type Member implements Person & Node & Talker {
          id: ID!
          name(full: Boolean): String
          says(kind: PhraseKind): String
          nickname: String
          strikes: Int
          isActive(since: String = "today"): Boolean
          knows(phrase: PhraseKind): Boolean
          knowsAny(phrases: [PhraseKind!]!): Boolean
          groups(first: Int = 10, where: GroupFilter): [Group!]!
          friend: Member
          mentor: Person
          target: Target
        }

        type Bot implements Person & Node & Talker {
          id: ID!
          name(full: Boolean): String
          says(kind: PhraseKind): String
          nickname: Int
          version: Float
          owner: Member
          friend: Bot
        }

        type Group implements Node {
          id: ID!
          title: String!
          isOpen: Boolean
          members(first: Int): [Person!]
          topics: [String]
          position(x: Int!, y: Int!): String
          optional(x: Int = 0, y: Int = 0): String
          mixed(a: Int!, b: Int!, c: Int = 0, d: Int! = 1): String
        }

        union Author = Member | Bot

        union Target = Group | Bot

        enum PhraseKind {
          GREETING
          QUESTION
          FAREWELL
        }

        scalar Anything

        scalar Link @specifiedBy(url: "https://example.org/link")

        input GroupFilter {
          and: [GroupFilter!]
          title: String
          open: Boolean!
          minimum: Int! = 1
          kinds: [PhraseKind]
          names: [String!]
        }

        input Identity @oneOf {
          email: String
          number: Int
          nested: GroupFilter
        }

        type Arguments {
          int(value: Int): String
          nonNullInt(value: Int!): String
          nonNullIntWithDefault(value: Int! = 0): String
          float(value: Float): String
          boolean(value: Boolean): String
          nonNullBoolean(value: Boolean!): String
          string(value: String): String
          id(value: ID): String
          phrase(value: PhraseKind): String
          strings(value: [String]): String
          nonNullStrings(value: [String!]): String
          matrix(value: [[Int]]): String
          filter(value: GroupFilter): String
          identity(value: Identity): String
          nonNullIdentity(value: Identity!): String
          anything(value: Anything): String
        }

        type Query {
          node(id: ID!): Node
          person: Person
          member(id: ID): Member
          bot: Bot
          group: Group
          author: Author
          target: Target
          talkers: [Talker]
          arguments: Arguments
          link: Link
          complex(filter: GroupFilter = { open: true, names: ["a", "b"] }): Boolean
          stringBox: Box
          boxes: [Box]
        }

        interface Box {
          deep: Box
          unrelated: String
        }

        type StringBox implements Box {
          scalar: String
          deep: StringBox
          unrelated: String
          list: [StringBox]
        }

        type IntBox implements Box {
          scalar: Int
          deep: IntBox
          unrelated: String
          list: IntBox
        }

        type NonNullBox implements Box {
          scalar: String!
          deep: NonNullBox
          unrelated: String
        }

        type Mutation {
          rename(title: String!): Group
        }

        type Subscription {
          messageAdded(group: ID): String
          memberJoined: Member
        }
        """;

    public static Schema Schema { get; } = SchemaBuilder.FromSdl(Sdl);
}
