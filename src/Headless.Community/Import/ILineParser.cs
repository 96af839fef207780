using Headless.Community.Ingestion;

namespace Headless.Community.Import;

/// <summary>Reads the lines of one file, in their order.</summary>
internal interface ILineParser
{
    /// <summary>Says what a line that is not empty means.</summary>
    ParsedLine Parse(TextLine line);
}

/// <summary>What a line means: an activity, nothing that is recorded, or nothing that can be understood.</summary>
/// <param name="Kind">The kind of line, as it is counted; of a rejected line, the code.</param>
/// <param name="Row">The activity.</param>
/// <param name="Reason">Why the line is rejected.</param>
internal readonly record struct ParsedLine(string Kind, ActivityInput? Row, string? Reason)
{
    public static ParsedLine Activity(string kind, ActivityInput row) => new(kind, row, null);

    public static ParsedLine Ignored(string kind) => new(kind, null, null);

    public static ParsedLine Rejected(string code, string reason) => new(code, null, reason);
}
