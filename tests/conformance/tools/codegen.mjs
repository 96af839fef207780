// @graphql-codegen's client preset over the published operations: over the SDL and over the URL it gives the same, tsc accepts it,
// and an operation that it typed is executed against GRAPHQL_URL.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { generate } from '@graphql-codegen/cli';
import { emptyFolder, operationPaths, read, schemaPath, tools } from './repository.mjs';

const url = process.env.GRAPHQL_URL;
const folders = { sdl: emptyFolder('typed', 'artifacts', 'sdl'), url: emptyFolder('typed', 'artifacts', 'url') };
const options = {
  preset: 'client',
  presetConfig: { fragmentMasking: false },
  documents: operationPaths,
  config: {
    scalars: { DateTime: 'string', Long: 'number', UUID: 'string', LocalDate: 'string', Decimal: 'number', URL: 'string' },
    strictScalars: false,
    useTypeImports: true,
    enumsAsTypes: true,
  },
};

await generate(
  {
    silent: true,
    errorsOnly: true,
    generates: {
      [`${folders.sdl}/`]: { ...options, schema: schemaPath },
      // What it asks a server for leaves isOneOf out unless it is told to ask.
      [`${folders.url}/`]: { ...options, schema: { [url]: { oneOf: true } } },
    },
  },
  true,
);

const files = readdirSync(folders.sdl).sort();
assert.deepEqual(readdirSync(folders.url).sort(), files);
assert.ok(files.includes('graphql.ts') && files.includes('gql.ts'), files.join(' '));
for (const file of files) {
  assert.equal(read(join(folders.url, file)), read(join(folders.sdl, file)), `${file} differs`);
}

try {
  execFileSync(process.execPath, [join(tools, 'node_modules', 'typescript', 'bin', 'tsc'), '-p', join(tools, 'typed')], { encoding: 'utf8', stdio: 'pipe' });
} catch (error) {
  assert.fail(`tsc failed:\n${error.stdout}`);
}

const { firstGroups } = await import(pathToFileURL(join(tools, 'typed', 'artifacts', 'compiled', 'groups.js')));
const names = await firstGroups(url, 3);
assert.equal(names.length, 3);
names.forEach((name) => assert.match(name, /^.+ \([A-Z]+\)$/));
console.log('@graphql-codegen: ok');
