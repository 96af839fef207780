using Headless.GraphQL.Types;

namespace Headless.GraphQL.Execution.Coercion;

/// <summary>The files of a request, each taken by the <c>Upload</c> in whose place it was sent.</summary>
internal sealed class UploadedFiles(IReadOnlyDictionary<string, IFile> files)
{
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);

    /// <summary>The file for a place in the variables; for a list of one, a list (specification section 3.11, "Input Coercion").</summary>
    public bool TryTake(string place, GraphQLType type, out object? result)
    {
        result = null;
        if (!files.TryGetValue(place, out var file))
        {
            return false;
        }

        _taken.Add(place);
        result = file;
        for (var level = type.Nullable; level is ListType list; level = list.OfType.Nullable)
        {
            result = new List<object?>(1) { result };
        }

        return true;
    }

    /// <summary>A place where a file was sent and no <c>Upload</c> is; null where there is none.</summary>
    public string? FindUnused() => files.Keys.FirstOrDefault(place => !_taken.Contains(place));
}
