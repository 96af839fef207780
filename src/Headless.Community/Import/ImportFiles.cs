namespace Headless.Community.Import;

/// <summary>The files of an import, all looked at before the first is read.</summary>
internal static class ImportFiles
{
    private const int BytesLookedAt = 8192;

    /// <summary>Lists files and what folders hold, and makes sure that each can be read and is text.</summary>
    /// <exception cref="ImportException">One of them cannot be imported.</exception>
    public static IReadOnlyList<FileInfo> Find(IReadOnlyList<string> paths)
    {
        var files = new List<FileInfo>();
        foreach (var path in paths)
        {
            if (Directory.Exists(path))
            {
                files.AddRange(InFolder(path).OrderBy(file => file.FullName, StringComparer.Ordinal));
            }
            else if (File.Exists(path))
            {
                files.Add(new FileInfo(path));
            }
            else
            {
                throw new ImportException(ImportErrorCodes.PathNotFound, $"There is no file or folder {path}.");
            }
        }

        files = [.. files.DistinctBy(file => file.FullName)];
        if (files.Count == 0)
        {
            throw new ImportException(ImportErrorCodes.NoFiles, $"There is no file in {string.Join(", ", paths)}.");
        }

        files.ForEach(RequireText);
        return files;
    }

    private static List<FileInfo> InFolder(string path)
    {
        try
        {
            var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = false, AttributesToSkip = FileAttributes.System };
            return [.. new DirectoryInfo(path).EnumerateFiles("*", options)
                .Where(file => !Path.GetRelativePath(path, file.FullName).Split(Path.DirectorySeparatorChar).Any(part => part.StartsWith('.')))];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ImportException(ImportErrorCodes.FileUnreadable, $"{path} cannot be read: {exception.Message}");
        }
    }

    private static void RequireText(FileInfo info)
    {
        try
        {
            using var file = info.OpenRead();
            var start = new byte[BytesLookedAt];
            if (start.AsSpan(0, file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)).Contains((byte)0))
            {
                throw new ImportException(ImportErrorCodes.FileIsBinary, $"{info.FullName} holds NUL bytes: it is not a text file.");
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new ImportException(ImportErrorCodes.FileUnreadable, $"{info.FullName} cannot be read: {exception.Message}");
        }
    }
}
