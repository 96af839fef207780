// The library of Standard Webhooks over what a receiver got: standard input has { now, messages: [{ secret, headers, body }] },
// the time of the receiver's clock in milliseconds and the bodies in Base64.
import assert from 'node:assert/strict';
import { text } from 'node:stream/consumers';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';

const { now, messages } = JSON.parse(await text(process.stdin));
assert.ok(messages.length > 0, 'no message came');

// The library refuses what is older than five minutes by the system's clock; the server that sent these has a clock of its own.
Date.now = () => now;
for (const { secret, headers, body } of messages) {
  const payload = Buffer.from(body, 'base64').toString();
  assert.deepEqual(new Webhook(secret).verify(payload, headers), JSON.parse(payload));

  // What was changed on its way, or is signed by somebody else, is refused.
  const refused = (changed, by, verified = headers) => assert.throws(() => new Webhook(by).verify(changed, verified), WebhookVerificationError);
  refused(`${payload} `, secret);
  refused(payload, `whsec_${Buffer.alloc(32).toString('base64')}`);
  refused(payload, secret, { ...headers, 'webhook-id': 'evt_0_0' });
  refused(payload, secret, { ...headers, 'webhook-timestamp': `${Number(headers['webhook-timestamp']) - 301}` });
}

console.log(`standardwebhooks: ${messages.length} ok`);
