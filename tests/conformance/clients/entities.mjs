// A list of entities and a mutation that gives one of them another name, of the schema that the server under test has:
// GRAPHQL_SCHEMA is "transport" (the tests' own, the default) or "product".
const schemas = {
  transport: {
    typeName: 'Book',
    list: 'query Books { books { __typename id title } }',
    rename: 'mutation RenameBook($id: ID!, $name: String!) { renameBook(id: $id, title: $name) { __typename id title } }',
    entities: (data) => data.books,
    name: (book) => book.title,
    renamed: (data) => data.renameBook,
  },
  product: {
    typeName: 'Group',
    list: 'query Groups { groups(first: 5, order: [{ createdAt: ASC }]) { nodes { __typename id name version } } }',
    rename: `mutation RenameGroup($id: ID!, $name: String!) {
      updateGroup(input: { id: $id, name: $name }) { group { __typename id name version } errors { ... on Error { message } } }
    }`,
    entities: (data) => data.groups.nodes,
    name: (group) => group.name,
    renamed: (data) => data.updateGroup.group,
  },
};

const list = schemas[process.env.GRAPHQL_SCHEMA ?? 'transport'];

export const entities = { ...list, names: (data) => list.entities(data).map(list.name) };
