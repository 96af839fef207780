// Answers questions about GraphQL with the reference implementation; see README.md.
//
//   node oracle.mjs MODE < question.json > answers.json

import { readFileSync } from 'node:fs';

const modes = {
  parse: () => import('./modes/parse.mjs'),
  validate: () => import('./modes/validate.mjs'),
  schema: () => import('./modes/schema.mjs'),
  coordinate: () => import('./modes/coordinate.mjs'),
  execute: () => import('./modes/execute.mjs'),
  introspect: () => import('./modes/introspect.mjs'),
};

const mode = process.argv[2];
if (!Object.hasOwn(modes, mode)) {
  console.error(`Usage: node oracle.mjs MODE, with MODE one of: ${Object.keys(modes).join(', ')}`);
  process.exit(64);
}

const { createAnswerer } = await modes[mode]();
const { shared, cases } = JSON.parse(readFileSync(0, 'utf8'));
const answer = createAnswerer(shared ?? {});
const answers = [];
for (const question of cases) {
  answers.push(await answer(question));
}

process.stdout.write(JSON.stringify(answers));
