// What a Relay application declares: a page of a connection that is refetched, a node that is refetched, a mutation that appends.
import { graphql } from 'relay-runtime';

export const groups = graphql`
  fragment Groups_query on Query
  @argumentDefinitions(first: { type: "Int", defaultValue: 10 }, after: { type: "String" })
  @refetchable(queryName: "GroupsPaginationQuery") {
    groups(first: $first, after: $after, order: [{ name: ASC }]) @connection(key: "Groups_groups") {
      edges {
        node {
          id
          ...Groups_group
        }
      }
    }
  }
`;

export const group = graphql`
  fragment Groups_group on Group
  @argumentDefinitions(count: { type: "Int", defaultValue: 5 }, cursor: { type: "String" })
  @refetchable(queryName: "GroupMembersPaginationQuery") {
    name
    version
    memberships(first: $count, after: $cursor) @connection(key: "Groups_memberships") {
      edges {
        cursor
        node {
          id
          member {
            ...Groups_member
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

export const member = graphql`
  fragment Groups_member on Member @refetchable(queryName: "MemberRefetchQuery") {
    displayName
    tags {
      name
    }
  }
`;

export const page = graphql`
  query GroupsPageQuery {
    ...Groups_query
  }
`;

export const node = graphql`
  query GroupsNodeQuery($id: ID!) {
    node(id: $id) {
      __typename
      ...Groups_group @alias(as: "group")
      ... on Activity {
        kind
      }
    }
  }
`;

export const create = graphql`
  mutation GroupsCreateMutation($input: CreateGroupInput!, $connections: [ID!]!) {
    createGroup(input: $input) {
      group @prependNode(connections: $connections, edgeTypeName: "GroupsEdge") {
        id
        ...Groups_group
      }
      errors {
        __typename
        ... on Error {
          code
          message
        }
      }
    }
  }
`;

export const activity = graphql`
  subscription GroupsActivitySubscription($groupIds: [ID!]) {
    onActivity(groupIds: $groupIds) {
      id
      kind
      group {
        ...Groups_group
      }
    }
  }
`;
