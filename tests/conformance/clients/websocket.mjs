// The graphql-ws client against GRAPHQL_URL: a query, a mutation, a subscription to its end, one that is left early, an error.
import assert from 'node:assert/strict';
import { createClient } from 'graphql-ws';
import WebSocket from 'ws';
import { operations, url } from './operations.mjs';

const socketUrl = new URL(url);
socketUrl.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
const closings = [];
const client = createClient({
  url: socketUrl.href,
  webSocketImpl: WebSocket,
  retryAttempts: 0,
  lazy: true,
  on: { closed: (event) => closings.push(event.code) },
});

async function collect(request) {
  const results = [];
  for await (const result of client.iterate(request)) {
    results.push(result);
  }

  return results;
}

assert.deepEqual(await collect(operations.query.request), [{ data: operations.query.data }]);
assert.deepEqual(await collect(operations.mutation.request), [{ data: operations.mutation.data }]);
assert.deepEqual(await collect(operations.subscription.request), operations.subscription.data.map((data) => ({ data })));

const early = client.iterate(operations.subscription.request);
assert.deepEqual((await early.next()).value, { data: operations.subscription.data[0] });
await early.return();

// The errors of a request that cannot be executed reach the sink's error, as an array.
await assert.rejects(collect(operations.invalid.request), (errors) => {
  assert.ok(Array.isArray(errors) && errors.length > 0 && typeof errors[0].message === 'string', JSON.stringify(errors));
  return true;
});

// Several at a time over one connection.
const together = await Promise.all(Array.from({ length: 20 }, () => collect(operations.query.request)));
assert.equal(together.length, 20);
together.forEach((results) => assert.deepEqual(results, [{ data: operations.query.data }]));

await client.dispose();
assert.deepEqual(closings.filter((code) => code >= 4000), []);
console.log('graphql-ws: ok');
