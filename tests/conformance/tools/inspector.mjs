// @graphql-inspector: the published operations are valid, and the schema breaks nothing that the last committed one promised
// unless schema/breaking-changes.json gives a reason.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { CriticalityLevel, diff, validate } from '@graphql-inspector/core';
import { buildSchema, Source } from 'graphql';
import { operationPaths, read, root, schemaPath } from './repository.mjs';

const sdl = read(schemaPath);
const schema = buildSchema(sdl);

const invalid = validate(schema, operationPaths.map((path) => new Source(read(path), path)), { maxDepth: 16, maxAliasCount: 50 });
assert.deepEqual(invalid.map(({ source, errors }) => ({ file: source.name, errors: errors.map(String) })), []);
console.log(`${operationPaths.length} files of operations are valid`);

const listPath = join(root, 'schema', 'breaking-changes.json');
const listed = existsSync(listPath) ? JSON.parse(read(listPath)) : [];
for (const { path, reason } of listed) {
  assert.ok(path && reason, 'a breaking change is listed with its path and its reason');
}

async function breakingChanges(before, after) {
  const changes = await diff(buildSchema(before), buildSchema(after));
  return changes
    .filter(({ criticality, path }) => criticality.level === CriticalityLevel.Breaking && !listed.some((allowed) => allowed.path === path))
    .map(({ path, message }) => ({ path, message }));
}

// What the check would say of a field with another name.
const broken = sdl.replace(/^ {2}displayName:/m, '  calledBy:');
assert.notEqual(broken, sdl);
assert.equal((await breakingChanges(sdl, broken)).length, 1);

let committed;
try {
  committed = execFileSync('git', ['show', 'HEAD:schema/schema.graphql'], { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], maxBuffer: 1 << 26 });
} catch {
  console.log('there is no committed schema to compare with');
}

if (committed !== undefined) {
  assert.deepEqual(await breakingChanges(committed, sdl), [], 'keep it, deprecate it, or list it with a reason in schema/breaking-changes.json');
  console.log('nothing that was committed is broken');
}

console.log('@graphql-inspector: ok');
