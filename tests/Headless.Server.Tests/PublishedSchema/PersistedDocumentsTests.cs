using System.Text.Encodings.Web;
using System.Text.Json;
using Headless.Server.Tests.Architecture;
using Headless.Conformance;

namespace Headless.Server.Tests.PublishedSchema;

/// <summary>The manifest of the operations that every server trusts.</summary>
public sealed class PersistedDocumentsTests
{
    /// <summary>Set to 1, the test writes the file instead of comparing it.</summary>
    private const string UpdateVariable = "HEADLESS_UPDATE_SCHEMA";

    private static readonly JsonSerializerOptions s_format = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task The_manifest_is_made_of_the_published_operations()
    {
        var expected = JsonSerializer.Serialize(StoredOperation.All.Values.ToDictionary(o => o.Id, o => o.Text), s_format) + "\n";
        var file = Path.Combine(Repository.Root, "schema", "persisted-documents.json");
        if (Environment.GetEnvironmentVariable(UpdateVariable) == "1")
        {
            await File.WriteAllTextAsync(file, expected);
        }

        (await File.ReadAllTextAsync(file)).ReplaceLineEndings("\n").ShouldBe(expected, $"Where the change is meant, run this test with {UpdateVariable}=1.");
    }

    [Fact]
    public async Task The_manifest_lies_beside_the_server()
        => (await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "persisted-documents.json")))
            .ShouldBe(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "schema", "persisted-documents.json")));

    [Fact]
    public async Task A_client_that_prints_and_hashes_them_with_graphql_js_has_the_same_ids()
        => (await NodePackage.ReferenceImplementation.RunAsync(["trusted-documents.mjs"], input: [])).ShouldBe($"graphql-js: {StoredOperation.All.Count} ids are the same\n");
}
