// urql with its normalised cache against GRAPHQL_URL: a mutation updates a list that nobody reads again.
import assert from 'node:assert/strict';
import { Client, fetchExchange } from '@urql/core';
import { cacheExchange } from '@urql/exchange-graphcache';
import { entities } from './entities.mjs';
import { url } from './operations.mjs';

let requests = 0;
const client = new Client({
  url: url.href,
  exchanges: [cacheExchange({}), fetchExchange],
  preferGetMethod: false,
  fetch: (...parameters) => {
    requests++;
    return fetch(...parameters);
  },
});

const lists = [];
const watching = client.query(entities.list, {}).subscribe((result) => {
  assert.equal(result.error, undefined);
  lists.push(entities.names(result.data));
});
while (lists.length === 0) {
  await new Promise((resolve) => setTimeout(resolve, 10));
}

const [first] = entities.entities((await client.query(entities.list, {}, { requestPolicy: 'cache-only' }).toPromise()).data);
assert.equal(first.__typename, entities.typeName);
const name = `${entities.name(first)} (renamed by urql)`;
const renamed = await client.mutation(entities.rename, { id: first.id, name }).toPromise();
assert.equal(renamed.error, undefined);
assert.equal(entities.name(entities.renamed(renamed.data)), name);
assert.equal(lists.at(-1)[0], name);
assert.equal(requests, 2, 'the list must not be read again');
watching.unsubscribe();

const failed = await client.query('{ nobody }', {}).toPromise();
assert.ok(failed.error?.graphQLErrors.length > 0, 'a request error must reach the caller');
console.log('urql: ok');
