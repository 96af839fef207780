// graphql-ws and graphql-sse against GRAPHQL_URL: both follow onActivity while a third party records activities.
import assert from 'node:assert/strict';
import { createClient as createStreamClient } from 'graphql-sse';
import { createClient as createSocketClient } from 'graphql-ws';
import WebSocket from 'ws';
import { url } from './operations.mjs';

const socketUrl = new URL(url);
socketUrl.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
const clients = {
  'graphql-ws': createSocketClient({ url: socketUrl.href, webSocketImpl: WebSocket, retryAttempts: 0 }),
  'graphql-sse': createStreamClient({ url: url.href, singleConnection: false, retryAttempts: 0 }),
};

async function send(query, variables) {
  const response = await fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query, variables }) });
  const { data, errors } = await response.json();
  assert.equal(errors, undefined, JSON.stringify(errors));
  return data;
}

const [group, other] = (await send('{ groups(first: 2, where: { status: { eq: ACTIVE } }) { nodes { id name } } }')).groups.nodes;

async function record(target, kind, number) {
  const { recordActivities } = await send(
    'mutation ($input: RecordActivitiesInput!) { recordActivities(input: $input) { errors { ... on Error { message } } } }',
    {
      input: {
        source: 'live',
        activities: [
          {
            kind,
            externalId: `${kind} ${number}`,
            occurredAt: new Date().toISOString(),
            group: { id: target.id },
            member: { platform: 'WECHAT', externalId: `live-${number}`, displayName: `客户 ${number}` },
            ...(kind === 'MESSAGE' ? { text: `大家好 ${number} 😀` } : {}),
          },
        ],
      },
    },
  );
  assert.equal(recordActivities.errors, null, JSON.stringify(recordActivities.errors));
}

const query = `subscription OnActivity($groupIds: [ID!], $kinds: [ActivityKind!]) {
  onActivity(groupIds: $groupIds, kinds: $kinds) { __typename kind source externalId text group { id name } member { displayName } }
}`;

// A first event, again and again until both have one, says that both listen.
const heard = Object.fromEntries(Object.keys(clients).map((name) => [name, []]));
const streams = Object.entries(clients).map(([name, client]) => {
  const stream = client.iterate({ query, variables: { groupIds: [group.id], kinds: ['MEMBER_JOINED', 'MESSAGE_SENT'] } });
  const reading = (async () => {
    for await (const result of stream) {
      heard[name].push(result);
    }
  })();
  return { stream, reading };
});
const until = async (isSo, what) => {
  for (let i = 0; !isSo(); i++) {
    assert.ok(i < 300, `${what}: ${JSON.stringify(heard)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
};
let greeting = 0;
for (; Object.values(heard).some((results) => results.length === 0); greeting++) {
  assert.ok(greeting < 60, 'nothing is delivered');
  await record(group, 'JOIN', 1000 + greeting);
  await new Promise((resolve) => setTimeout(resolve, 250));
}

// What another group does is not for them; what this one does is, in the order of the log.
await record(other, 'JOIN', 1);
await record(group, 'JOIN', 2);
await record(group, 'MESSAGE', 2);
const last = (results) => results.at(-1)?.data?.onActivity?.externalId === 'MESSAGE 2';
await until(() => Object.values(heard).every(last), 'the last event is missing');

const expected = ['JOIN', 'MESSAGE'].map((kind) => ({
  __typename: 'Activity',
  kind: kind === 'JOIN' ? 'MEMBER_JOINED' : 'MESSAGE_SENT',
  source: 'live',
  externalId: `${kind} 2`,
  text: kind === 'JOIN' ? null : '大家好 2 😀',
  group,
  member: { displayName: '客户 2' },
}));
for (const results of Object.values(heard)) {
  assert.deepEqual(results.slice(-2), expected.map((onActivity) => ({ data: { onActivity } })));
  const greetings = results.slice(0, -2).map(({ data }) => data.onActivity.externalId);
  assert.deepEqual(greetings, [...greetings].sort(), 'each greeting once and in order');
  assert.equal(new Set(greetings).size, greetings.length);
}

for (const { stream, reading } of streams) {
  await stream.return();
  await reading;
}

await clients['graphql-ws'].dispose();
clients['graphql-sse'].dispose();
console.log('onActivity over graphql-ws and graphql-sse: ok');
