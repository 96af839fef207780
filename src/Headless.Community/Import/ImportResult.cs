namespace Headless.Community.Import;

/// <summary>
/// What became of the lines. <see cref="Lines"/> is the number of lines that are not empty, and every one of them is in exactly one
/// of <see cref="Accepted"/>, <see cref="Ignored"/>, <see cref="Duplicates"/> and <see cref="Rejected"/>.
/// </summary>
public sealed record ImportResult
{
    /// <summary>Files that were read to their end.</summary>
    public required int Files { get; init; }

    /// <summary>Lines that are not empty.</summary>
    public required long Lines { get; init; }

    /// <summary>Lines that are in the log now, by kind.</summary>
    public required IReadOnlyDictionary<string, long> Accepted { get; init; }

    /// <summary>Lines that say nothing that is recorded, by kind.</summary>
    public required IReadOnlyDictionary<string, long> Ignored { get; init; }

    /// <summary>Lines that were imported before.</summary>
    public required long Duplicates { get; init; }

    /// <summary>Lines that could not be taken, by code.</summary>
    public required IReadOnlyDictionary<string, long> Rejected { get; init; }

    /// <summary>
    /// How often a log's clock went back within a file. The times are taken as they stand: a clock of twelve hours cannot be told
    /// from a clock that was set.
    /// </summary>
    public required int ClockStepsBack { get; init; }

    public required TimeSpan Elapsed { get; init; }

    /// <summary>Where it was stopped: the first line that was not read; null: it went through.</summary>
    public ImportPosition? StoppedAt { get; init; }

    /// <summary>The file that holds the rejected lines; null: there are none, or it was not asked for.</summary>
    public string? RejectsPath { get; init; }

    public long TotalAccepted => Accepted.Values.Sum();

    public long TotalIgnored => Ignored.Values.Sum();

    public long TotalRejected => Rejected.Values.Sum();

    /// <summary>Accepted lines in a second.</summary>
    public double Rate => Elapsed > TimeSpan.Zero ? TotalAccepted / Elapsed.TotalSeconds : 0;
}

/// <summary>A line of a file, from 1.</summary>
public sealed record ImportPosition(string File, long Line);

/// <summary>How far an import has come; reported after every transaction.</summary>
public sealed record ImportProgress
{
    /// <summary>The file that is being read.</summary>
    public required string File { get; init; }

    public required int FilesDone { get; init; }

    public required int FilesTotal { get; init; }

    public required long BytesRead { get; init; }

    public required long BytesTotal { get; init; }

    /// <summary>Lines accounted for.</summary>
    public required long Lines { get; init; }

    /// <summary>Activities recorded.</summary>
    public required long Activities { get; init; }

    public required TimeSpan Elapsed { get; init; }

    /// <summary>Activities in a second.</summary>
    public double Rate => Elapsed > TimeSpan.Zero ? Activities / Elapsed.TotalSeconds : 0;

    /// <summary>How long the rest will take at the pace so far; null: not known yet.</summary>
    public TimeSpan? Remaining => BytesRead > 0 && BytesTotal >= BytesRead ? Elapsed * ((double)(BytesTotal - BytesRead) / BytesRead) : null;
}
