// Case:   { source } of an executable document, { schema } where it is validated against another one
// Shared: { schema } as SDL
// Answer: [{ message, locations: ['line:column'] }], or null where the source does not parse

import { buildSchema, parse, validate } from 'graphql';

export function createAnswerer({ schema: sdl }) {
  const schemas = new Map();
  const schemaOf = (text) => schemas.get(text) ?? schemas.set(text, buildSchema(text)).get(text);
  return ({ source, schema: own }) => {
    let document;
    try {
      document = parse(source, { allowEmptySelectionSets: false });
    } catch {
      return null;
    }

    return validate(schemaOf(own ?? sdl), document).map(({ message, locations }) => ({
      message: message.toWellFormed(),
      locations: (locations ?? []).map(({ line, column }) => `${line}:${column}`),
    }));
  };
}
