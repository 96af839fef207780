// The graphql-sse client in distinct connections mode against GRAPHQL_URL: a query, a mutation, a subscription, an error.
import assert from 'node:assert/strict';
import { createClient } from 'graphql-sse';
import { operations, url } from './operations.mjs';

const client = createClient({ url: url.href, singleConnection: false, retryAttempts: 0 });

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

// Errors of a request that cannot be executed are a result like any other.
const [invalid, ...more] = await collect(operations.invalid.request);
assert.deepEqual(more, []);
assert.ok(Array.isArray(invalid.errors) && !('data' in invalid), JSON.stringify(invalid));

client.dispose();
console.log('graphql-sse: ok');
