// The manifest of schema/operations against what a client makes of them with graphql-js 17 (16 prints objects without spaces): one document for each operation, printed and hashed.
import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { parse, print, separateOperations } from 'graphql';

const schema = new URL('../../schema/', import.meta.url);
const made = {};
for (const file of readdirSync(new URL('operations/', schema)).filter((name) => name.endsWith('.graphql')).sort()) {
  for (const document of Object.values(separateOperations(parse(readFileSync(new URL(`operations/${file}`, schema), 'utf8'))))) {
    const text = print(document);
    made[`sha256:${createHash('sha256').update(text).digest('hex')}`] = text;
  }
}

assert.deepEqual(JSON.parse(readFileSync(new URL('persisted-documents.json', schema), 'utf8')), made);
console.log(`graphql-js: ${Object.keys(made).length} ids are the same`);
