// urql against GRAPHQL_URL: a subscription by event stream.
import assert from 'node:assert/strict';
import { Client, fetchExchange } from '@urql/core';
import { onPush, pipe, toPromise } from 'wonka';
import { operations, url } from './operations.mjs';

const client = new Client({ url: url.href, exchanges: [fetchExchange], preferGetMethod: false, fetchSubscriptions: true });

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
console.log('urql subscription: ok');
