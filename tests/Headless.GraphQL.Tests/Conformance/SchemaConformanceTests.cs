using System.Text.Json;
using System.Text.Json.Nodes;
using Headless.GraphQL.Language;
using Headless.GraphQL.Printing;
using Headless.GraphQL.Tests.Types.Introspection;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Tests.Conformance;

/// <summary>Schemas from SDL are judged, printed and introspected as by graphql-js.</summary>
public sealed class SchemaConformanceTests
{
    private const int MostDifferencesShown = 8;
    private const int MutationsPerSchema = 20;

    [Fact]
    public async Task Every_schema_of_the_corpus_is_judged_and_printed_as_by_the_reference_implementation()
    {
        var originals = Load();
        SchemaCase[] cases = [.. originals, .. originals.Index().SelectMany(static o => Mutate(o.Item, o.Index))];
        var answers = await ReferenceImplementation.AskAsync<SchemaCase, Answer?>("schema", cases);

        var known = new KnownDifferences("schema");
        var differences = cases.Zip(answers)
            .Where(static pair => pair.Second is not null)
            .Select(static pair => (Case: pair.First, Ours: Judge(pair.First.Source, pair.Second!), Theirs: Describe(pair.Second!)))
            .Where(outcome => outcome.Ours != outcome.Theirs && !known.Cover(outcome.Ours, outcome.Theirs))
            .ToList();

        differences.Take(MostDifferencesShown)
            .Select(static outcome => $"{outcome.Case.Name}\n{outcome.Case.Source}\nours:\n{outcome.Ours}\ntheirs:\n{outcome.Theirs}")
            .ShouldBeEmpty($"{differences.Count} of {cases.Length} schemas differ.");
        known.Unused.ShouldBeEmpty("Differences that no schema shows any more.");
        answers.Count(static a => a is { SdlErrors: [], SchemaErrors: [] }).ShouldBeGreaterThan(50);
        answers.Count(static a => a is { SchemaErrors: [_, ..] }).ShouldBeGreaterThan(50);
    }

    [Fact]
    public async Task Introspection_of_every_valid_schema_is_that_of_the_reference_implementation()
    {
        var cases = Load().Append(new SchemaCase("the harness", Validation.HarnessSchema.Sdl)).Where(static c => IsValid(c.Source)).ToArray();
        var answers = await ReferenceImplementation.AskAsync<SchemaCase, JsonElement>(
            "introspect", cases, new { query = IntrospectionReader.Query });

        cases.Length.ShouldBeGreaterThan(15);
        foreach (var (schemaCase, answer) in cases.Zip(answers))
        {
            var ours = IntrospectionReader.Read(SchemaBuilder.FromSdl(schemaCase.Source));
            FirstDifference(SpecificationOnly(ours), SpecificationOnly(answer)).ShouldBeNull(schemaCase.Name);
        }
    }

    /// <summary>The lines around the first one that differs.</summary>
    private static string? FirstDifference(string ours, string theirs)
    {
        var (ourLines, theirLines) = (ours.Split('\n'), theirs.Split('\n'));
        var index = ourLines.Zip(theirLines).TakeWhile(static pair => pair.First == pair.Second).Count();
        return index == ourLines.Length && index == theirLines.Length
            ? null
            : $"line {index}, ours:\n{Around(ourLines)}\ntheirs:\n{Around(theirLines)}";

        string Around(string[] lines) => string.Join('\n', lines.Skip(index - 5).Take(10));
    }

    private static bool IsValid(string source)
    {
        try
        {
            return SchemaValidator.Validate(SchemaBuilder.FromSdl(source)).Count == 0;
        }
        catch (Exception exception) when (exception is InvalidSchemaException or GraphQLSyntaxException)
        {
            return false;
        }
    }

    private static List<SchemaCase> Load()
        => JsonSerializer.Deserialize<List<SchemaCase>>(
            File.ReadAllText(Path.Combine(ReferenceImplementation.Directory, "corpus", "validation", "schemas.json")),
            JsonSerializerOptions.Web)!;

    private static IEnumerable<SchemaCase> Mutate(SchemaCase original, int seed)
    {
        var mutator = new DocumentMutator(seed, original.Source + " Int String Boolean Query A B C __x deprecated oneOf");
        return Enumerable.Range(1, MutationsPerSchema)
            .Select(number => new SchemaCase($"{original.Name}, mutation {number}", mutator.Mutate(original.Source)));
    }

    /// <summary>
    /// graphql-js checks the definitions first and the schema only when they are right; we report both at once. So where it
    /// found errors in the definitions, ours are reduced to the same messages.
    /// </summary>
    private static string Judge(string source, Answer theirs)
    {
        IReadOnlyList<SchemaError> errors;
        string? printed = null;
        try
        {
            var schema = SchemaBuilder.FromSdl(source);
            errors = SchemaValidator.Validate(schema);
            printed = errors.Count == 0 ? SchemaPrinter.Print(WithoutAppliedDirectives(schema), SchemaLayout.Reference) : null;
        }
        catch (InvalidSchemaException exception) when (theirs.SdlErrors.Count == 0 && exception.Errors.All(e => theirs.SchemaErrors.Contains(e.Message)))
        {
            // What cannot even be represented is told before the rest of the schema is looked at.
            return Describe(theirs);
        }
        catch (InvalidSchemaException exception)
        {
            errors = exception.Errors;
        }
        catch (GraphQLSyntaxException exception)
        {
            return "syntax: " + exception.Message;
        }

        var messages = errors.Select(static e => e.Message);
        return theirs.SdlErrors.Count > 0
            ? errors.Count > 0 ? "definitions are wrong" : "right"
            : Describe(new Answer([], messages.ToList(), printed));
    }

    private static string Describe(Answer answer)
        => answer.SdlErrors.Count > 0
            ? "definitions are wrong"
            : answer.SchemaErrors.Count > 0
                ? string.Join('\n', answer.SchemaErrors.Order(StringComparer.Ordinal))
                : answer.Printed!;

    /// <summary>graphql-js does not print the directives that are applied to definitions.</summary>
    private static Schema WithoutAppliedDirectives(Schema schema)
    {
        foreach (var type in schema.Types)
        {
            type.Directives.Clear();
            IEnumerable<TypeMember> members = type switch
            {
                FieldsType t => t.Fields.SelectMany(static f => f.Arguments.Cast<TypeMember>().Append(f)),
                EnumType t => t.Values,
                InputObjectType t => t.Fields,
                _ => [],
            };
            foreach (var member in members)
            {
                member.Directives.Clear();
            }
        }

        foreach (var argument in schema.Directives.SelectMany(static d => d.Arguments))
        {
            argument.Directives.Clear();
        }

        return new Schema(
            schema.Description, schema.QueryType, schema.MutationType, schema.SubscriptionType, schema.Types, schema.Directives);
    }

    /// <summary>
    /// Takes out what graphql-js has beyond the specification of September 2025 (deprecated directives and two locations of
    /// directives), the descriptions of the built-in scalars, which are each engine's own words, and the order of a directive's
    /// locations, which is the grammar's in ours.
    /// </summary>
    private static string SpecificationOnly(JsonElement data)
    {
        var node = JsonNode.Parse(data.GetRawText())!;
        var schema = node["__schema"]!;
        foreach (var type in schema["types"]!.AsArray())
        {
            var name = (string)type!["name"]!;
            if (BuiltInScalars.IsSpecified(name))
            {
                type["description"] = null;
            }

            switch (name)
            {
                case "__DirectiveLocation":
                    RemoveNamed(type["enumValues"]!, "FRAGMENT_VARIABLE_DEFINITION", "DIRECTIVE_DEFINITION");
                    RemoveNamed(type["currentEnumValues"]!, "FRAGMENT_VARIABLE_DEFINITION", "DIRECTIVE_DEFINITION");
                    break;
                case "__Directive":
                    RemoveNamed(type["fields"]!, "isDeprecated", "deprecationReason");
                    RemoveNamed(type["current"]!, "isDeprecated", "deprecationReason");
                    break;
                case "__Schema":
                    type["fields"]!.AsArray().Single(IsDirectives)!["args"] = new JsonArray();
                    type["current"]!.AsArray().Single(IsDirectives)!["args"] = new JsonArray();
                    break;
            }
        }

        foreach (var directive in schema["directives"]!.AsArray())
        {
            var locations = directive!["locations"]!.AsArray().Select(static l => (string)l!).Where(static l => l != "DIRECTIVE_DEFINITION");
            directive["locations"] = new JsonArray([.. locations.Order(StringComparer.Ordinal).Select(static l => JsonValue.Create(l))]);
        }

        return node.ToJsonString(new JsonSerializerOptions { WriteIndented = true });

        static bool IsDirectives(JsonNode? field) => (string)field!["name"]! == "directives";

        static void RemoveNamed(JsonNode members, params string[] names)
        {
            foreach (var member in members.AsArray().Where(m => names.Contains((string)m!["name"]!)).ToArray())
            {
                members.AsArray().Remove(member);
            }
        }
    }

    private sealed record SchemaCase(string Name, string Source);

    private sealed record Answer(IReadOnlyList<string> SdlErrors, IReadOnlyList<string> SchemaErrors, string? Printed);
}
