using System.Text.Json;
using Headless.GraphQL.Execution;
using Headless.GraphQL.Types;
using static Headless.GraphQL.Tests.Execution.TestExecution;

namespace Headless.GraphQL.Tests.Execution;

/// <summary>Files take the places in the variables where JSON has null.</summary>
public sealed class UploadCoercionTests
{
    private const string Sdl =
        """
        scalar Upload
        type Query { one(file: Upload): String many(files: [[Upload!]!]!): String either(input: Either!): String text(text: String): String }
        input Either @oneOf { file: Upload text: String }
        """;

    [Theory]
    [InlineData("query($f: Upload!) { one(file: $f) }", """{"f":null}""", "f", "one", "file")]
    [InlineData("query($f: [[Upload!]!]!) { many(files: $f) }", """{"f":[[null]]}""", "f.0.0", "many", "[[file]]")]
    [InlineData("query($f: [[Upload!]!]!) { many(files: $f) }", """{"f":[null]}""", "f.0", "many", "[[file]]")]
    [InlineData("query($f: [[Upload!]!]!) { many(files: $f) }", """{"f":null}""", "f", "many", "[[file]]")]
    [InlineData("query($i: Either!) { either(input: $i) }", """{"i":{"file":null}}""", "i.file", "either", "{file: file}")]
    public async Task A_file_takes_its_place(string document, string variables, string place, string field, string seen)
        => (await ExecuteAsync(document, variables, place)).ShouldBe($$$"""{"data":{"{{{field}}}":"{{{seen}}}"}}""");

    [Theory]
    [InlineData("query($f: Upload) { one(file: $f) }", """{"f":null}""", "g")]
    [InlineData("query($t: String) { text(text: $t) }", """{"t":null}""", "t")]
    [InlineData("query($i: Either!) { either(input: $i) }", """{"i":{"text":"x"}}""", "i.file")]
    [InlineData("{ text }", "{}", "f")]
    public async Task A_file_without_an_upload_in_its_place_is_an_error(string document, string variables, string place)
        => (await ExecuteAsync(document, variables, place)).ShouldBe(
            $$$"""{"errors":[{"message":"The operation takes no Upload at \"variables.{{{place}}}\": the file has no place there.","extensions":{"code":"INVALID_VARIABLES"}}]}""");

    [Fact]
    public async Task Without_a_file_null_is_null()
    {
        (await ExecuteAsync("query($f: Upload) { one(file: $f) }", """{"f":null}""", null)).ShouldBe("""{"data":{"one":"null"}}""");
        (await ExecuteAsync("query($i: Either!) { either(input: $i) }", """{"i":{"file":null}}""", null)).ShouldContain("exactly one field must be specified");
    }

    private static async Task<string> ExecuteAsync(string document, string variables, string? place)
    {
        FieldResolver describe(string argument) => c => new(Describe(c.ArgumentValue(argument)));
        var schema = Schema(Sdl, ("Query.one", describe("file")), ("Query.many", describe("files")), ("Query.either", describe("input")), ("Query.text", describe("text")));
        var request = OperationRequestBuilder.New()
            .SetDocument(document)
            .SetVariableValues(JsonSerializer.Deserialize<JsonElement>(variables))
            .SetFiles(place is null ? null : new Dictionary<string, IFile> { [place] = new NamedFile() });
        await using var result = await new RequestExecutor(schema).ExecuteAsync(request.Build(), TestContext.Current.CancellationToken);
        return Text((OperationResult)result);
    }

    private static string Describe(object? value) => value switch
    {
        null => "null",
        IFile file => file.Name,
        IReadOnlyList<object?> list => $"[{string.Join(", ", list.Select(Describe))}]",
        InputObjectValue input => $"{{{string.Join(", ", input.Fields.Select(f => $"{f.Field.Name}: {Describe(f.Value)}"))}}}",
        _ => value.ToString()!,
    };

    private sealed class NamedFile : IFile
    {
        public string Name => "file";

        public long? Length => 0;

        public string? ContentType => null;

        public Stream OpenReadStream() => Stream.Null;

        public Task CopyToAsync(Stream target, CancellationToken cancellationToken = default) => Task.CompletedTask;
    }
}
