// Runs graphql-http's audit suite against GRAPHQL_URL. Prints one line for each audit; fails unless every one is ok.
import { auditServer } from 'graphql-http';

const results = await auditServer({ url: process.env.GRAPHQL_URL });
for (const result of results) {
  console.log(`${result.status === 'ok' ? 'ok    ' : result.status.padEnd(6)} ${result.id} ${result.name}`);
  if (result.status !== 'ok') {
    console.log(`       ${result.reason}`);
  }
}

const passed = results.filter((result) => result.status === 'ok').length;
console.log(`${passed} of ${results.length} audits are ok`);
process.exit(passed === results.length && results.length === 61 ? 0 : 1);
