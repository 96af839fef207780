// urql with its normalised cache against GRAPHQL_URL: a mutation updates a list that nobody reads again; subscriptions by event stream.
import assert from 'node:assert/strict';
import { Client, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { onPush, pipe, toPromise } from 'wonka';
import { books } from './books.mjs';
import { operations, url } from './operations.mjs';

let requests = 0;
const client = new Client({
  url: url.href,
  exchanges: [cacheExchange({}), fetchExchange],
  preferGetMethod: false,
  fetchSubscriptions: true,
  fetch: (...parameters) => {
    requests++;
    return fetch(...parameters);
  },
});

const titles = [];
const watching = client.query(books.list, {}).subscribe((result) => {
  assert.equal(result.error, undefined);
  titles.push(books.titles(result.data));
});
while (titles.length === 0) {
  await new Promise((resolve) => setTimeout(resolve, 10));
}

const [first] = books.entities((await client.query(books.list, {}, { requestPolicy: 'cache-only' }).toPromise()).data);
assert.equal(first.__typename, books.typeName);
const title = `${first.title} (renamed by urql)`;
const renamed = await client.mutation(books.rename, { id: first.id, title }).toPromise();
assert.equal(renamed.error, undefined);
assert.equal(books.renamed(renamed.data).title, title);
assert.equal(titles.at(-1)[0], title);
assert.equal(requests, 2, 'the list must not be read again');
watching.unsubscribe();

// The stream ends by itself: the client reports the last result once more when it does.
const events = [];
await pipe(
  client.subscription(operations.subscription.request.query, operations.subscription.request.variables ?? {}),
  onPush((result) => {
    assert.equal(result.error, undefined);
    if (result.hasNext) {
      events.push(result.data);
    }
  }),
  toPromise,
);
assert.deepEqual(events, operations.subscription.data);

const failed = await client.query('{ nobody }', {}).toPromise();
assert.ok(failed.error?.graphQLErrors.length > 0, 'a request error must reach the caller');
console.log('urql: ok');
