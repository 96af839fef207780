using Headless.GraphQL.Language;
using Headless.GraphQL.Tests.Validation;
using Headless.GraphQL.Types;

namespace Headless.GraphQL.Tests.Conformance;

/// <summary>A schema coordinate leads to what it leads to in graphql-js (specification section 3.14).</summary>
public sealed class CoordinateConformanceTests
{
    [Theory]
    [InlineData("harness")]
    [InlineData("execution")]
    [InlineData("published")]
    public async Task Every_coordinate_leads_where_it_does_in_the_reference_implementation(string name)
    {
        var sdl = name switch
        {
            "harness" => HarnessSchema.Sdl,
            "execution" => await ReadAsync("corpus", "execution", "schema.graphql"),
            _ => await ReadAsync("..", "..", "schema", "schema.graphql"),
        };
        var schema = SchemaBuilder.FromSdl(sdl);
        var existing = CoordinatesOf(schema).ToList();
        // Each coordinate with its last name replaced, and as a coordinate of another sort.
        Case[] cases = [.. existing.Concat(existing.SelectMany(Variations)).Distinct().Select(static c => new Case(c.ToString()))];

        var answers = await ReferenceImplementation.AskAsync<Case, string?>("coordinate", cases, new { schema = sdl });

        cases.Zip(answers, (c, theirs) => (c.Coordinate, Ours: KindOf(schema, c.Coordinate), Theirs: theirs))
            .Where(static outcome => outcome.Ours != outcome.Theirs)
            .ShouldBeEmpty();
        answers.Count(static a => a is not null).ShouldBeGreaterThanOrEqualTo(existing.Count);
        answers.Count(static a => a is null).ShouldBeGreaterThan(existing.Count / 2);
    }

    private static Task<string> ReadAsync(params string[] path) => File.ReadAllTextAsync(Path.Combine([ReferenceImplementation.Directory, .. path]));

    private static string? KindOf(Schema schema, string text)
    {
        var coordinate = SchemaCoordinate.Parse(text);
        return schema.TryGetMember(coordinate, out var member)
            ? member switch
            {
                NamedType => "NamedType",
                OutputField => "Field",
                EnumValue => "EnumValue",
                DirectiveType => "Directive",
                InputField when coordinate is ArgumentCoordinate => "FieldArgument",
                InputField when coordinate is DirectiveArgumentCoordinate => "DirectiveArgument",
                _ => "InputField",
            }
            : null;
    }

    private static IEnumerable<SchemaCoordinate> CoordinatesOf(Schema schema)
    {
        foreach (var type in schema.Types)
        {
            yield return new TypeCoordinate(type.Name);
            foreach (var field in (type as FieldsType)?.Fields ?? [])
            {
                yield return new MemberCoordinate(type.Name, field.Name);
                foreach (var argument in field.Arguments)
                {
                    yield return new ArgumentCoordinate(type.Name, field.Name, argument.Name);
                }
            }

            foreach (var member in ((IEnumerable<TypeMember>?)(type as InputObjectType)?.Fields ?? (type as EnumType)?.Values) ?? [])
            {
                yield return new MemberCoordinate(type.Name, member.Name);
            }
        }

        foreach (var directive in schema.Directives)
        {
            yield return new DirectiveCoordinate(directive.Name);
            foreach (var argument in directive.Arguments)
            {
                yield return new DirectiveArgumentCoordinate(directive.Name, argument.Name);
            }
        }
    }

    private static IEnumerable<SchemaCoordinate> Variations(SchemaCoordinate coordinate) => coordinate switch
    {
        TypeCoordinate type => [new TypeCoordinate(type.Name + "_"), new DirectiveCoordinate(type.Name), new MemberCoordinate(type.Name, "id")],
        MemberCoordinate member => [member with { MemberName = member.MemberName + "_" }, new ArgumentCoordinate(member.TypeName, member.MemberName, "id")],
        ArgumentCoordinate argument => [argument with { ArgumentName = "x" }, argument with { FieldName = "x" }],
        DirectiveCoordinate directive => [new TypeCoordinate(directive.Name), new DirectiveArgumentCoordinate(directive.Name, "x")],
        DirectiveArgumentCoordinate argument => [argument with { DirectiveName = "x" }],
        _ => [],
    };

    private sealed record Case(string Coordinate);
}
