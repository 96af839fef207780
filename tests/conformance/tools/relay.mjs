// relay-compiler over the published schema: @refetchable and @connection fragments, mutations, subscriptions.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { emptyFolder, read, tools } from './repository.mjs';

const artifacts = emptyFolder('relay', 'artifacts');
try {
  execFileSync(process.execPath, [join(tools, 'node_modules', 'relay-compiler', 'cli.js'), 'relay.config.json'], {
    cwd: join(tools, 'relay'),
    encoding: 'utf8',
    stdio: 'pipe',
  });
} catch (error) {
  assert.fail(`relay-compiler failed:\n${error.stdout}\n${error.stderr}`);
}

const compiled = readdirSync(artifacts).sort();
assert.deepEqual(
  compiled,
  [
    'GroupMembersPaginationQuery.graphql.ts',
    'GroupsActivitySubscription.graphql.ts',
    'GroupsCreateMutation.graphql.ts',
    'GroupsNodeQuery.graphql.ts',
    'GroupsPageQuery.graphql.ts',
    'GroupsPaginationQuery.graphql.ts',
    'Groups_group.graphql.ts',
    'Groups_member.graphql.ts',
    'Groups_query.graphql.ts',
    'MemberRefetchQuery.graphql.ts',
  ].sort(),
);
// A node is refetched by the Node interface, which says that the compiler has recognised it.
assert.match(read(join(artifacts, 'GroupMembersPaginationQuery.graphql.ts')), /node\(/);
console.log('relay-compiler: ok');
