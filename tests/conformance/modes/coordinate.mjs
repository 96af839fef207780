// Case:   { coordinate }
// Shared: { schema } as SDL
// Answer: the kind of what it names (NamedType, Field, InputField, EnumValue, FieldArgument, Directive, DirectiveArgument),
//         or null where the schema does not have it

import { buildSchema, resolveSchemaCoordinate } from 'graphql';

export function createAnswerer({ schema: sdl }) {
  const schema = buildSchema(sdl);
  return ({ coordinate }) => {
    try {
      return resolveSchemaCoordinate(schema, coordinate)?.kind ?? null;
    } catch {
      // A type, field or directive on the way does not exist or has no members of that sort.
      return null;
    }
  };
}
