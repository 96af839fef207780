// Case:   { rule: 'document' | 'value' | 'constValue' | 'type' | 'coordinate', source }
// Shared: { options } for graphql-js's parser
// Answer: { printed, nodes: ['Kind line:column-end'] } or { error: { message, line, column } }

import { parse, parseConstValue, parseSchemaCoordinate, parseType, parseValue, print, visit } from 'graphql';

const rules = {
  document: parse,
  value: parseValue,
  constValue: parseConstValue,
  type: parseType,
  coordinate: (source) => parseSchemaCoordinate(source),
};

export function createAnswerer({ options }) {
  return ({ rule, source }) => {
    try {
      const tree = rules[rule](source, options);
      return { printed: print(tree), nodes: rule === 'coordinate' ? [] : placesOf(tree) };
    } catch (error) {
      const [location] = error.locations ?? [];
      // A message that quotes half a surrogate pair could not be read as JSON elsewhere.
      const message = error.message.toWellFormed();
      return { error: { message, line: location?.line ?? 0, column: location?.column ?? 0 } };
    }
  };
}

function placesOf(tree) {
  const places = [];
  visit(tree, {
    enter(node) {
      // The document begins at a token before the source, which has no line.
      if (node.kind !== 'Document') {
        const { startToken, end } = node.loc;
        places.push(`${node.kind} ${startToken.line}:${startToken.column}-${end}`);
      }
    },
  });
  return places.sort();
}
