using System.Globalization;
using CsvHelper;

namespace Headless.Community.Import;

/// <summary>The rejected lines: tab-separated, with a header, made when the first is written.</summary>
internal sealed class RejectsFile(string? path) : IDisposable
{
    private CsvWriter? _writer;

    /// <summary>Where they are; null: there are none.</summary>
    public string? Path => _writer is null ? null : path;

    /// <summary>Makes sure, before anything is imported, that the file can be made.</summary>
    /// <exception cref="ImportException"><see cref="ImportErrorCodes.RejectsNotWritable"/>.</exception>
    public static RejectsFile At(string? path)
    {
        if (path is null)
        {
            return new RejectsFile(null);
        }

        if (Directory.Exists(path) || System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(path)) is not { } folder || !Directory.Exists(folder))
        {
            throw new ImportException(
                ImportErrorCodes.RejectsNotWritable, $"{path} is a folder, or lies in one that is not there: name a file for the rejected lines.");
        }

        return new RejectsFile(path);
    }

    public void Write(string file, long line, string reason, string text)
    {
        if (path is null)
        {
            return;
        }

        if (_writer is null)
        {
            _writer = CsvWriter.ToFile(path, new CsvWriterOptions { Separator = '\t', HasHeader = false });
            _writer.WriteRecord(["file", "line", "reason", "text"]);
        }

        _writer.WriteRecord([file, line.ToString(CultureInfo.InvariantCulture), reason, text]);
    }

    public void Dispose() => _writer?.Dispose();
}
