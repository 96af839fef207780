using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using Headless.GraphQL.Language;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Tests.Types.Introspection;

/// <summary>Answers the full introspection query with the resolvers of the introspection types alone, without the executor.</summary>
internal static class IntrospectionReader
{
    public const string Query =
        """
        {
          __schema {
            description
            queryType { name }
            mutationType { name }
            subscriptionType { name }
            types {
              kind
              name
              description
              specifiedByURL
              isOneOf
              fields(includeDeprecated: true) {
                name
                description
                args(includeDeprecated: true) { ...InputValue }
                type { ...TypeRef }
                isDeprecated
                deprecationReason
              }
              current: fields { name args { name } }
              inputFields(includeDeprecated: true) { ...InputValue }
              currentInputFields: inputFields { name }
              interfaces { ...TypeRef }
              enumValues(includeDeprecated: true) { name description isDeprecated deprecationReason }
              currentEnumValues: enumValues { name }
              possibleTypes { ...TypeRef }
            }
            directives {
              name
              description
              isRepeatable
              locations
              args(includeDeprecated: true) { ...InputValue }
              currentArgs: args { name }
            }
          }
          __type(name: "Query") { name kind }
          missing: __type(name: "Missing") { name }
        }

        fragment InputValue on __InputValue {
          name
          description
          type { ...TypeRef }
          defaultValue
          isDeprecated
          deprecationReason
        }

        fragment TypeRef on __Type {
          kind
          name
          ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } }
        }
        """;

    private static readonly DocumentNode Document = Utf8GraphQLParser.Parse(Query);

    public static JsonElement Read(Schema schema)
    {
        var operation = Document.Definitions.OfType<OperationDefinitionNode>().Single();
        return JsonSerializer.SerializeToElement(ReadObject(schema, schema.QueryType!, new object(), operation.SelectionSet));
    }

    private static JsonObject ReadObject(Schema schema, ObjectType type, object parent, SelectionSetNode selectionSet)
    {
        var result = new JsonObject();
        foreach (var field in Expand(selectionSet))
        {
            var definition = IntrospectionTypes.FindField(schema, type, field.Name.Value)!;
            var context = new ReaderContext(schema, definition, field, parent);
            var value = definition.PureResolver is { } read ? read(parent) : definition.Resolver!(context).Result;
            result[field.ResponseName] = Complete(schema, definition.Type, value, field);
        }

        return result;
    }

    private static JsonNode? Complete(Schema schema, GraphQLType type, object? value, FieldNode field) => (type.Nullable, value) switch
    {
        (_, null) => type.IsNonNull ? throw new InvalidOperationException($"{field.Name} must not be null.") : null,
        (ListType list, IEnumerable items) => new JsonArray(items.Cast<object?>().Select(item => Complete(schema, list.OfType, item, field)).ToArray()),
        (EnumType enumType, _) => enumType.Values.Single(v => Equals(v.Value, value)).Name,
        (ScalarType, bool boolean) => boolean,
        (ScalarType, string text) => text,
        (ObjectType objectType, _) => ReadObject(schema, objectType, value, field.SelectionSet!),
        _ => throw new InvalidOperationException($"{field.Name} is of type {type} and has the value {value}."),
    };

    private static IEnumerable<FieldNode> Expand(SelectionSetNode selectionSet) => selectionSet.Selections.SelectMany(static s => s switch
    {
        FieldNode field => [field],
        FragmentSpreadNode spread => Expand(Document.Definitions.OfType<FragmentDefinitionNode>().Single(f => f.Name.Value == spread.Name.Value).SelectionSet),
        _ => throw new InvalidOperationException("The query has no inline fragments."),
    });

    private sealed class ReaderContext(Schema schema, OutputField definition, FieldNode selection, object parent) : IResolverContext
    {
        public Schema Schema => schema;

        public OutputField Field => definition;

        public FieldNode Selection => selection;

        public IReadOnlyList<object> Path => [];

        public IServiceProvider Services => throw new InvalidOperationException("Introspection needs no services.");

        public CancellationToken RequestAborted => CancellationToken.None;

        public IDictionary<string, object?> ContextData { get; } = new Dictionary<string, object?>();

        public T Parent<T>() => (T)parent;

        public object? ArgumentValue(string name)
        {
            var literal = selection.Arguments.FirstOrDefault(a => a.Name.Value == name)?.Value ?? definition.Arguments[name].DefaultValue;
            return literal switch
            {
                BooleanValueNode boolean => boolean.Value,
                StringValueNode text => text.Value,
                _ => null,
            };
        }

        public bool HasArgument(string name) => true;

        public T EventMessage<T>() => throw new InvalidOperationException("Introspection has no events.");
    }
}
