// Apollo Client with its normalised cache against GRAPHQL_URL: a mutation updates a list that nobody reads again.
import assert from 'node:assert/strict';
import { ApolloClient, ApolloLink, gql, HttpLink, InMemoryCache } from '@apollo/client';
import { books } from './books.mjs';
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

const list = gql(books.list);
const titles = [];
const subscription = client.watchQuery({ query: list }).subscribe((result) => {
  if (result.data && !result.loading) {
    titles.push(books.titles(result.data));
  }
});
while (titles.length === 0) {
  await new Promise((resolve) => setTimeout(resolve, 10));
}

const [first] = books.entities((await client.query({ query: list, fetchPolicy: 'cache-only' })).data);
assert.equal(first.__typename, books.typeName);
const title = `${first.title} (renamed by Apollo)`;
const { data } = await client.mutate({ mutation: gql(books.rename), variables: { id: first.id, title } });
assert.equal(books.renamed(data).title, title);
for (let i = 0; i < 100 && titles.length < 2; i++) {
  await new Promise((resolve) => setTimeout(resolve, 10));
}

assert.equal(titles.length, 2);
assert.equal(titles[1][0], title);
assert.deepEqual(titles[1].slice(1), titles[0].slice(1));
assert.equal(requests, 2, 'the list must not be read again');

const failed = await client.query({ query: gql('{ nobody }'), errorPolicy: 'all' });
assert.equal(failed.data ?? null, null);
assert.ok(failed.error, 'a request error must reach the caller');

subscription.unsubscribe();
client.stop();
console.log('@apollo/client: ok');
