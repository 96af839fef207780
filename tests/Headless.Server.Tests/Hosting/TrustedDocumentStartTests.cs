using Headless.Server.Tests.Commands;

namespace Headless.Server.Tests.Hosting;

/// <summary>A server whose manifests are not in order does not start: it would refuse what its clients need or take for trusted what is not.</summary>
public sealed class TrustedDocumentStartTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("headless-").FullName;

    [Theory]
    [InlineData("""{"sha256:00ff":"{ __typename }"}""", "the text of 'sha256:00ff' has the id 'sha256:")]
    [InlineData("not JSON", "client.json cannot be read")]
    [InlineData(null, "GraphQL:TrustedDocuments names the folder")]
    public async Task A_manifest_that_is_wrong_stops_the_server_with_the_reason(string? manifest, string reason)
    {
        if (manifest is not null)
        {
            await File.WriteAllTextAsync(Path.Combine(Directory.CreateDirectory(Path.Combine(_folder, "clients")).FullName, "client.json"), manifest);
        }

        var result = await CommandProcess.RunAsync(_folder, "--urls", "http://127.0.0.1:0", "--GraphQL:TrustedDocuments", "clients");

        result.ExitCode.ShouldBe(1);
        result.Errors.ShouldHaveSingleItem().ShouldContain(reason);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
