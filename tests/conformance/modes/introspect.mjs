// Case:   { source } of a type system document
// Shared: { query } to execute
// Answer: the response's data

import { buildSchema, executeSync, parse } from 'graphql';

export function createAnswerer({ query }) {
  const document = parse(query);
  return ({ source }) => executeSync({ schema: buildSchema(source), document }).data;
}
