// Case:   { source, variables, operationName }
// Shared: { schema } as SDL, { data } as corpus/execution/data.json has it
// Answer: { results: [{ data?, errors? }] }: one result, or for a subscription one for each event; errors have message,
//         locations as ['line:column'], path and the extensions that the data gives

import { buildSchema, execute, GraphQLError, parse, subscribe, validate } from 'graphql';

export function createAnswerer({ schema: sdl, data }) {
  const schema = buildSchema(sdl);
  restrictToEvenNumbers(schema.getType('Even'));
  const interpret = createInterpreter(data);
  const fieldResolver = (source, args, context, { fieldName }) => interpret(source?.[fieldName], args, context);
  // The root value of a subscription describes its source streams; an event is the root value of its own execution.
  const subscribeFieldResolver = (_, args, context, { fieldName }) => createSource(data.Subscription[fieldName], args, context, interpret);

  return async ({ source, variables, operationName }) => {
    let document;
    try {
      document = parse(source, { allowEmptySelectionSets: false });
    } catch (error) {
      return { results: [{ errors: [describe(error)] }] };
    }

    const invalid = validate(schema, document);
    if (invalid.length > 0) {
      return { results: [{ errors: invalid.map(describe) }] };
    }

    const operations = document.definitions.filter(({ kind }) => kind === 'OperationDefinition');
    const operation = operationName ? operations.find(({ name }) => name?.value === operationName) : operations[0];
    const kind = operation?.operation ?? 'query';
    const request = {
      schema,
      document,
      operationName,
      variableValues: variables ?? undefined,
      rootValue: data[kind[0].toUpperCase() + kind.slice(1)],
      contextValue: { log: [] },
      fieldResolver,
      subscribeFieldResolver,
    };
    return { results: kind === 'subscription' && operation ? await follow(request) : [answer(execute(request))] };
  };
}

async function follow(request) {
  const stream = await subscribe(request);
  if (!(Symbol.asyncIterator in stream)) {
    return [answer(stream)];
  }

  const results = [];
  try {
    for await (const result of stream) {
      results.push(answer(result));
    }
  } catch (error) {
    results.push({ errors: [describe(error)] });
  }

  return results;
}

function createSource(description, args, context, interpret) {
  if (!description?.$events) {
    return interpret(description, args, context);
  }

  return (async function* () {
    for (const event of description.$events) {
      yield interpret(event, args, context);
    }
  })();
}

function createInterpreter({ objects }) {
  return function interpret(value, args, context) {
    if (Array.isArray(value)) {
      return value.map((item) => interpret(item, args, context));
    }

    if (value === null || typeof value !== 'object') {
      return value;
    }

    const [marker] = Object.keys(value);
    const operand = value[marker];
    switch (marker) {
      case '$ref':
        return objects[operand];
      case '$byId':
        return operand.map((name) => objects[name]).find(({ id }) => String(id) === args.id);
      case '$error':
        throw new GraphQLError(operand.message, { extensions: operand.extensions });
      case '$failWithArgument':
        throw new GraphQLError(`failed with ${args[operand]}`);
      case '$number':
        return Number(operand);
      case '$echo':
        return JSON.stringify(args);
      case '$first':
        return (args.first == null ? operand : operand.slice(0, args.first)).map((item) => interpret(item, args, context));
      case '$failing':
        return (function* () {
          yield* operand;
          throw new GraphQLError('the list ended early');
        })();
      case '$append':
        context.log.push(args.text);
        return interpret(operand, args, context);
      case '$appendAndFail':
        context.log.push(args.text);
        throw new GraphQLError(operand);
      case '$log':
        return context.log.slice(args.from);
      default:
        return value;
    }
  };
}

function restrictToEvenNumbers(type) {
  const check = (value, nodes) => {
    if (!Number.isInteger(value) || value % 2 !== 0) {
      throw new GraphQLError(`${JSON.stringify(value)} is not even`, { nodes });
    }

    return value;
  };
  type.coerceOutputValue = (value) => check(value);
  type.coerceInputValue = (value) => check(value);
  type.coerceInputLiteral = (node) => check(node.kind === 'IntValue' ? Number(node.value) : null, node);
}

function answer({ data, errors }) {
  return { ...(data === undefined ? {} : { data }), ...(errors ? { errors: errors.map(describe) } : {}) };
}

function describe({ message, locations, path, extensions }) {
  return {
    message: message.toWellFormed(),
    ...(locations ? { locations: locations.map(({ line, column }) => `${line}:${column}`) } : {}),
    ...(path ? { path } : {}),
    ...(extensions && Object.keys(extensions).length > 0 ? { extensions } : {}),
  };
}
