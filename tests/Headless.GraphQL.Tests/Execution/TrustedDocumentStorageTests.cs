using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Headless.GraphQL.Execution;

namespace Headless.GraphQL.Tests.Execution;

/// <summary>Manifests of trusted documents, as the tools of clients write them.</summary>
public sealed class TrustedDocumentStorageTests : IDisposable
{
    private const string Text = "query A { a }";

    private readonly string _folder = Directory.CreateTempSubdirectory("manifests-").FullName;

    private static string Hash => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));

    [Fact]
    public async Task A_map_of_codegen_with_sha256_is_read()
        => await FindsAsync(Load($$"""{"sha256:{{Hash}}":"{{Text}}"}"""), "sha256:" + Hash, Hash, Hash.ToUpperInvariant());

    [Theory]
    [InlineData("c8c3a8a6b0f7a1d5c2f4b8e9d7a6b5c4d3e2f1a0")]
    [InlineData("md5-of-relay")]
    public async Task A_map_with_ids_of_another_kind_is_read_and_its_documents_have_their_sha256_too(string id)
        => await FindsAsync(Load($$"""{"{{id}}":"{{Text}}"}"""), id, "sha256:" + Hash, Hash);

    [Fact]
    public async Task A_manifest_of_apollo_is_read()
        => await FindsAsync(
            Load($$"""{"format":"apollo-persisted-query-manifest","version":1,"operations":[{"id":"{{Hash}}","name":"A","type":"query","body":"{{Text}}"}]}"""),
            Hash, "sha256:" + Hash);

    [Fact]
    public async Task Several_manifests_may_name_the_same_document()
        => await FindsAsync(Load($$"""{"sha256:{{Hash}}":"{{Text}}"}""", $$"""{"mine":"{{Text}}"}"""), "sha256:" + Hash, "mine");

    [Fact]
    public async Task Ids_are_compared_exactly()
    {
        var storage = Load($$"""{"Mine":"{{Text}}"}""");

        (await storage.TryReadAsync("mine", TestContext.Current.CancellationToken)).ShouldBeNull();
        (await storage.TryReadAsync("", TestContext.Current.CancellationToken)).ShouldBeNull();
    }

    [Theory]
    [InlineData("[]", "it is not a JSON object")]
    [InlineData("{", "cannot be read")]
    [InlineData("""{"":"{ a }"}""", "needs an id")]
    [InlineData("""{"x":7}""", "needs an id of at most 256 characters and a text")]
    [InlineData("""{"sha256:00":"{ a }"}""", "the text of 'sha256:00' has the id 'sha256:")]
    [InlineData("""{"x":"\ud83d"}""", "cannot be read")]
    [InlineData("""{"format":"apollo-persisted-query-manifest","version":2,"operations":[]}""", "only version 1")]
    [InlineData("""{"format":"apollo-persisted-query-manifest","version":1}""", "'operations' is not a list")]
    [InlineData("""{"format":"apollo-persisted-query-manifest","version":1,"operations":[{"id":"a"}]}""", "has no 'id' and 'body'")]
    public void A_file_that_is_no_manifest_is_refused_with_its_name_and_the_reason(string manifest, string reason)
    {
        var message = Should.Throw<DocumentManifestException>(() => Load(manifest)).Message;

        message.ShouldContain("0.json");
        message.ShouldContain(reason);
    }

    [Fact]
    public void A_file_that_is_not_there_is_refused()
        => Should.Throw<DocumentManifestException>(() => TrustedDocumentStorage.Load([Path.Combine(_folder, "none.json")])).Message.ShouldContain("none.json");

    [Fact]
    public void An_id_that_stands_for_two_documents_is_refused_with_both_files()
    {
        var message = Should.Throw<DocumentManifestException>(() => Load("""{"x":"{ a }"}""", """{"x":"{ b }"}""")).Message;

        message.ShouldContain("'x'");
        message.ShouldContain("0.json");
        message.ShouldContain("1.json");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static async Task FindsAsync(TrustedDocumentStorage storage, params string[] ids)
    {
        foreach (var id in ids)
        {
            var document = await storage.TryReadAsync(id, TestContext.Current.CancellationToken);
            document.ShouldNotBeNull(id);
            Encoding.UTF8.GetString(document.Value.Span).ShouldBe(Text, id);
        }
    }

    private TrustedDocumentStorage Load(params string[] manifests)
    {
        var paths = manifests.Select((text, index) => (Text: text, Path: Path.Combine(_folder, $"{index}.json"))).ToList();
        paths.ForEach(manifest => File.WriteAllText(manifest.Path, manifest.Text));
        return TrustedDocumentStorage.Load(paths.Select(manifest => manifest.Path));
    }
}
