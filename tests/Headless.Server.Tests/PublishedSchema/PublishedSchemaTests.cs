using Headless.GraphQL;
using Headless.GraphQL.Types;
using Headless.Server.Access;
using Headless.Server.Tests.Architecture;
using Headless.Server.Tests.Fixtures;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.Server.Tests.PublishedSchema;

/// <summary>What the schema promises about itself.</summary>
public sealed class PublishedSchemaTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    /// <summary>Set to 1, the test writes the file instead of comparing it.</summary>
    private const string UpdateVariable = "HEADLESS_UPDATE_SCHEMA";

    [Fact]
    public async Task The_published_schema_is_the_one_that_the_server_prints()
    {
        using var client = server.Factory.CreateClient();
        var printed = await client.GetStringAsync("/graphql/schema.graphql");
        var file = Path.Combine(Repository.Root, "schema", "schema.graphql");
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            await File.WriteAllTextAsync(file, printed);
        }

        var published = (await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n");
        var (from, to) = (published.Split('\n'), printed.ReplaceLineEndings("\n").Split('\n'));
        var first = Enumerable.Range(0, Math.Max(from.Length, to.Length)).FirstOrDefault(i => i >= from.Length || i >= to.Length || from[i] != to[i], -1);
        first.ShouldBe(-1, $"schema/schema.graphql differs from line {first + 1} on: published '{from.ElementAtOrDefault(first)}', printed '{to.ElementAtOrDefault(first)}'. "
            + $"Where the change is meant, run this test with {UpdateVariable}=1.");
    }

    [Fact]
    public async Task Everything_in_the_schema_is_described()
    {
        var schema = (await server.DataAsync(
            """
            {
              __schema {
                types {
                  name description
                  fields(includeDeprecated: true) { name description args(includeDeprecated: true) { name description } }
                  inputFields(includeDeprecated: true) { name description }
                  enumValues(includeDeprecated: true) { name description }
                }
                directives { name description args(includeDeprecated: true) { name description } }
              }
            }
            """)).GetProperty("__schema");

        List<string> missing = [];
        void Check(System.Text.Json.JsonElement member, string coordinate)
        {
            if (string.IsNullOrWhiteSpace(member.GetProperty("description").GetString()))
            {
                missing.Add(coordinate);
            }
        }

        static IEnumerable<(System.Text.Json.JsonElement Value, string Name)> Members(System.Text.Json.JsonElement of, string list) =>
            of.GetProperty(list) is { ValueKind: System.Text.Json.JsonValueKind.Array } members ? members.EnumerateArray().Select(m => (m, m.GetProperty("name").GetString()!)) : [];

        foreach (var (type, name) in Members(schema, "types").Where(t => !t.Name.StartsWith("__", StringComparison.Ordinal)))
        {
            Check(type, name);
            foreach (var (field, fieldName) in Members(type, "fields"))
            {
                Check(field, $"{name}.{fieldName}");
                foreach (var (argument, argumentName) in Members(field, "args"))
                {
                    Check(argument, $"{name}.{fieldName}({argumentName}:)");
                }
            }

            foreach (var (member, memberName) in Members(type, "inputFields").Concat(Members(type, "enumValues")))
            {
                Check(member, $"{name}.{memberName}");
            }
        }

        foreach (var (directive, name) in Members(schema, "directives"))
        {
            Check(directive, $"@{name}");
            foreach (var (argument, argumentName) in Members(directive, "args"))
            {
                Check(argument, $"@{name}({argumentName}:)");
            }
        }

        missing.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_root_field_needs_a_permission()
    {
        var schema = await SchemaAsync();

        RootFields(schema).Where(f => f.Field.Features.Get<AuthorizationRequirements>() is not { Directives.Count: > 0 })
            .Select(f => f.Coordinate)
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_change_needs_a_permission_to_change()
    {
        var schema = await SchemaAsync();
        string[] permissions = [Policies.Write, Policies.ManageGroups, Policies.RecordActivities, Policies.ManageWebhooks, Policies.Administer];

        RootFields(schema).Where(f => f.Coordinate.StartsWith("Mutation.", StringComparison.Ordinal))
            .Where(f => !f.Field.Features.Get<AuthorizationRequirements>()!.Directives.Any(d => permissions.Contains(d.Policy)))
            .Where(f => f.Coordinate != "Mutation.rotateApiKey") // Whoever has a key may change its secret; the mutation finds no other key for them.
            .Where(f => !f.Coordinate.StartsWith("Mutation.export", StringComparison.Ordinal) && f.Coordinate != "Mutation.cancelExport") // Whoever may read a list may have it as a file of their own.
            .Select(f => f.Coordinate)
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_input_of_a_change_has_a_validator()
    {
        var schema = await SchemaAsync();
        var inputs = schema.MutationType!.Fields.SelectMany(f => f.Arguments).Where(a => a.Name == "input").Select(a => a.Type.Named).OfType<InputObjectType>().ToList();

        inputs.Count.ShouldBe(schema.MutationType.Fields.Count);
        inputs.Where(i => i.RuntimeType is null || server.Factory.Services.GetService(typeof(FluentValidation.IValidator<>).MakeGenericType(i.RuntimeType)) is null)
            .Select(i => i.Name)
            .ShouldBeEmpty();
    }

    private async Task<Schema> SchemaAsync() =>
        (await server.Factory.Services.GetRequiredService<IRequestExecutorResolver>().GetRequestExecutorAsync()).Schema;

    private static IEnumerable<(OutputField Field, string Coordinate)> RootFields(Schema schema) =>
        new[] { schema.QueryType!, schema.MutationType!, schema.SubscriptionType! }
            .SelectMany(t => t.Fields.Where(f => !f.Name.StartsWith("__", StringComparison.Ordinal)).Select(f => (f, $"{t.Name}.{f.Name}")));
}
