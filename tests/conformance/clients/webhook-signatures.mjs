// The library of Standard Webhooks over what a receiver got: standard input has an array of { secret, headers, body }, the body in Base64.
import assert from 'node:assert/strict';
import { text } from 'node:stream/consumers';
import { Webhook, WebhookVerificationError } from 'standardwebhooks';

const messages = JSON.parse(await text(process.stdin));
assert.ok(messages.length > 0, 'no message came');
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
