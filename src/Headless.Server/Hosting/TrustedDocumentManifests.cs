#if IN_TREE_ENGINE
using Headless.GraphQL.Execution;

namespace Headless.Server.Hosting;

/// <summary>The documents that this server trusts: those of <c>schema/operations</c>, whose manifest lies beside its binaries, and those of its clients.</summary>
internal static class TrustedDocumentManifests
{
    /// <summary>Made from <c>schema/operations</c>; a test holds it to them.</summary>
    private const string OwnManifest = "persisted-documents.json";

    /// <summary>Reads the manifests.</summary>
    /// <exception cref="DocumentManifestException">One cannot be read, or two contradict each other: the server does not start.</exception>
    /// <exception cref="DirectoryNotFoundException">The folder of the setting is not there.</exception>
    public static TrustedDocumentStorage Load(GraphQLOptions options, IHostEnvironment environment)
    {
        string[] own = [Path.Combine(AppContext.BaseDirectory, OwnManifest)];
        if (options.TrustedDocuments is not { Length: > 0 } setting)
        {
            return TrustedDocumentStorage.Load(own);
        }

        var folder = Path.Combine(environment.ContentRootPath, setting);
        return Directory.Exists(folder)
            ? TrustedDocumentStorage.Load([.. own, .. Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal)])
            : throw new DirectoryNotFoundException($"GraphQL:TrustedDocuments names the folder {folder}, which does not exist.");
    }
}
#endif
