// Apollo Client with its normalised cache against GRAPHQL_URL: a mutation updates a list that nobody reads again.
import assert from 'node:assert/strict';
import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { entities } from './entities.mjs';
import { url } from './operations.mjs';

let requests = 0;
const client = new ApolloClient({
  cache: new InMemoryCache(),
  link: ApolloLink.from([
    new ApolloLink((operation, forward) => {
      requests++;
      return forward(operation);
    }),
    new HttpLink({ uri: url.href }),
  ]),
});

const list = gql(entities.list);
const lists = [];
const subscription = client.watchQuery({ query: list }).subscribe((result) => {
  if (result.data && !result.loading) {
    lists.push(entities.names(result.data));
  }
});
while (lists.length === 0) {
  await new Promise((resolve) => setTimeout(resolve, 10));
}

const [first] = entities.entities((await client.query({ query: list, fetchPolicy: 'cache-only' })).data);
assert.equal(first.__typename, entities.typeName);
const name = `${entities.name(first)} (renamed by Apollo)`;
const { data } = await client.mutate({ mutation: gql(entities.rename), variables: { id: first.id, name } });
assert.equal(entities.name(entities.renamed(data)), name);
for (let i = 0; i < 100 && lists.length < 2; i++) {
  await new Promise((resolve) => setTimeout(resolve, 10));
}

assert.equal(lists.length, 2);
assert.equal(lists[1][0], name);
assert.deepEqual(lists[1].slice(1), lists[0].slice(1));
assert.equal(requests, 2, 'the list must not be read again');

const failed = await client.query({ query: gql('{ nobody }'), errorPolicy: 'all' });
assert.equal(failed.data ?? null, null);
assert.ok(failed.error, 'a request error must reach the caller');

subscription.unsubscribe();
client.stop();
console.log('@apollo/client: ok');
