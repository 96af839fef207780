// Apollo Client's persisted queries link against GRAPHQL_URL: the first request teaches the server the document, the second names it.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries';
import { operations, url } from './operations.mjs';

const sent = [];
const client = new ApolloClient({
  cache: new InMemoryCache(),
  link: ApolloLink.from([
    new PersistedQueryLink({ sha256: (text) => createHash('sha256').update(text).digest('hex'), useGETForHashedQueries: true }),
    new HttpLink({
      uri: url.href,
      fetch: (address, options) => {
        sent.push(options.method === 'GET' ? 'hash by GET' : JSON.parse(options.body).query ? 'document by POST' : 'hash by POST');
        return fetch(address, options);
      },
    }),
  ]),
});

const { query, variables } = operations.query.request;
for (let round = 0; round < 2; round++) {
  const { data } = await client.query({ query: gql(query), variables, fetchPolicy: 'no-cache' });
  assert.deepEqual(data, operations.query.data);
}

assert.deepEqual(sent, ['hash by GET', 'document by POST', 'hash by GET']);

const invalid = await client.query({ query: gql(operations.invalid.request.query), errorPolicy: 'all', fetchPolicy: 'no-cache' });
assert.ok(invalid.error, 'a request error must reach the caller');

client.stop();
console.log('@apollo/client persisted queries: ok');
