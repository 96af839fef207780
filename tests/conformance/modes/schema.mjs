// Case:   { source } of a type system document
// Answer: { sdlErrors, schemaErrors, printed } with the messages of the rules for documents and, where there are none,
//         of those for schemas; null where the source does not parse

import { buildASTSchema, parse, printSchema, validateSchema } from 'graphql';
import { validateSDL } from 'graphql/validation/validate.js';

export function createAnswerer() {
  return ({ source }) => {
    let document;
    try {
      document = parse(source);
    } catch {
      return null;
    }

    const sdlErrors = validateSDL(document).map(({ message }) => message);
    if (sdlErrors.length > 0) {
      return { sdlErrors, schemaErrors: [], printed: null };
    }

    let schema;
    try {
      schema = buildASTSchema(document);
    } catch ({ message }) {
      return { sdlErrors: [message], schemaErrors: [], printed: null };
    }

    return { sdlErrors, schemaErrors: validateSchema(schema).map(({ message }) => message), printed: printSchema(schema) };
  };
}
