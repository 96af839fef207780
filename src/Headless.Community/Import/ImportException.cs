namespace Headless.Community.Import;

/// <summary>An import cannot begin or go on. Nothing is half done: what was committed before is whole and can be imported again.</summary>
/// <param name="code">One of <see cref="ImportErrorCodes"/>.</param>
/// <param name="message">What is wrong and what to do about it, for a person.</param>
public sealed class ImportException(string code, string message) : Exception(message)
{
    public string Code { get; } = code;
}

/// <summary>The codes of <see cref="ImportException"/> and of rejected lines; rejected rows also have those of ingestion.</summary>
public static class ImportErrorCodes
{
    /// <summary>A path leads to no file or folder.</summary>
    public const string PathNotFound = "PATH_NOT_FOUND";

    /// <summary>The folders hold no file.</summary>
    public const string NoFiles = "NO_FILES";

    /// <summary>A file may not be read, or written.</summary>
    public const string FileUnreadable = "FILE_UNREADABLE";

    /// <summary>A file does not hold text.</summary>
    public const string FileIsBinary = "FILE_IS_BINARY";

    /// <summary>The name of a log has no date in it.</summary>
    public const string NoDateInFileName = "NO_DATE_IN_FILE_NAME";

    /// <summary>Rejected lines cannot be written where they are asked to go.</summary>
    public const string RejectsNotWritable = "REJECTS_NOT_WRITABLE";

    /// <summary>The format needs a group, or several have the name.</summary>
    public const string GroupNeeded = "GROUP_NEEDED";

    /// <summary>There is no such group.</summary>
    public const string UnknownGroup = "UNKNOWN_GROUP";

    /// <summary>The columns of an order file cannot be made out, or lack one that is needed.</summary>
    public const string ColumnsUnknown = "COLUMNS_UNKNOWN";

    /// <summary>A line is longer than <see cref="TextLines.MaxLineBytes"/>.</summary>
    public const string LineTooLong = "LINE_TOO_LONG";

    /// <summary>A line has a shape that the format does not know.</summary>
    public const string UnrecognisedLine = "UNRECOGNISED_LINE";

    /// <summary>A line is not JSON, or not an activity.</summary>
    public const string InvalidJson = "INVALID_JSON";
}
