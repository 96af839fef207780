// The operations that the clients send, with the answers that they expect, of the schema that the server under test has.
export const operations = JSON.parse(process.env.GRAPHQL_OPERATIONS ?? 'null') ?? {
  query: { request: { query: 'query Hello($name: String) { hello(name: $name) }', variables: { name: 'Ann' } }, data: { hello: 'Hello Ann' } },
  mutation: { request: { query: 'mutation { increment }' }, data: { increment: 1 } },
  subscription: { request: { query: 'subscription { count(to: 3) }' }, data: [{ count: 1 }, { count: 2 }, { count: 3 }] },
  invalid: { request: { query: '{ nobody }' } },
};

export const url = new URL(process.env.GRAPHQL_URL);
