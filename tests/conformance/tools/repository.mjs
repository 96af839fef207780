// Where the published schema and operations are, and folders for what the tools write.
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const tools = fileURLToPath(new URL('.', import.meta.url));
export const root = fileURLToPath(new URL('../../..', import.meta.url));
export const schemaPath = join(root, 'schema', 'schema.graphql');
export const operationPaths = readdirSync(join(root, 'schema', 'operations'))
  .filter((name) => name.endsWith('.graphql'))
  .map((name) => join(root, 'schema', 'operations', name));

export const read = (path) => readFileSync(path, 'utf8');

export function emptyFolder(...names) {
  const path = join(tools, ...names);
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true });
  return path;
}
