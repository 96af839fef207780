// @graphql-inspector: the conference schema that our engine prints, in the file CONFERENCE_SDL, has what HotChocolate gives it but for
// the differences that conference/differences.json lists with their reasons.
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { diff } from '@graphql-inspector/core';
import { buildSchema } from 'graphql';
import { read, tools } from './repository.mjs';

const expected = buildSchema(read(join(tools, 'conference', 'hotchocolate.graphql')));
const ours = buildSchema(read(process.env.CONFERENCE_SDL));
const listed = JSON.parse(read(join(tools, 'conference', 'differences.json')));
listed.forEach(({ change, path, reason }) => assert.ok(change && path && reason, 'a difference has a change, a path and a reason'));

// Descriptions are ours; what fields cost is compared elsewhere.
const ofNoConcern = ({ type, path = '' }) => type.includes('DESCRIPTION') || /@(cost|listSize)\b/.test(path);
const changes = (await diff(expected, ours)).filter((change) => !ofNoConcern(change)).map(({ type, path, message }) => ({ change: type, path, message }));

const isListed = ({ change, path }) => listed.some((known) => known.change === change && known.path === path);
assert.deepEqual(changes.filter((change) => !isListed(change)), [], 'HotChocolate prints this differently');
const stale = listed.filter((known) => !changes.some(({ change, path }) => known.change === change && known.path === path));
assert.deepEqual(stale, [], 'differences that there are no more');
console.log(`${changes.length} listed differences`);
console.log('the conference schema: ok');
