// Case:   { source } of an executable document
// Shared: { schema } as SDL
// Answer: [{ message, locations: ['line:column'] }], or null where the source does not parse

import { buildSchema, parse, validate } from 'graphql';

export function createAnswerer({ schema: sdl }) {
  const schema = buildSchema(sdl);
  return ({ source }) => {
    let document;
    try {
      document = parse(source, { allowEmptySelectionSets: false });
    } catch {
      return null;
    }

    return validate(schema, document).map(({ message, locations }) => ({
      message: message.toWellFormed(),
      locations: (locations ?? []).map(({ line, column }) => `${line}:${column}`),
    }));
  };
}
