using Headless.Community.Ingestion;

namespace Headless.Community.Import;

/// <summary>Lines that are accounted for together: what of them is recorded goes into one transaction.</summary>
/// <param name="start">The first of its lines.</param>
/// <param name="file">The file of that line.</param>
internal sealed class ImportBatch(ImportPosition start, FileInfo file)
{
    /// <summary>Lines that are not recorded are counted and no more, so that a batch of them may be longer.</summary>
    private const int LinesForEachRow = 10;

    private readonly List<Origin> _origins = [];
    private readonly List<RejectedLine> _rejected = [];
    private readonly HashSet<int> _sequences = [];
    private readonly List<IdempotencyRecord> _completions = [];

    public ImportPosition Start { get; } = start;

    /// <summary>The activities, in the order of their lines.</summary>
    public List<ActivityInput> Rows { get; } = [];

    /// <summary>Lines that are not empty.</summary>
    public long Lines { get; private set; }

    /// <summary>Lines of logs that went in to their end before.</summary>
    public long Duplicates { get; private set; }

    /// <summary>Lines that say nothing that is recorded, by kind.</summary>
    public Dictionary<string, long> Ignored { get; } = [];

    /// <summary>Where among <see cref="Rows"/> files begin.</summary>
    public IReadOnlySet<int> Sequences => _sequences;

    /// <summary>Says which files end in it.</summary>
    public IReadOnlyList<IdempotencyRecord> Completions => _completions;

    public IReadOnlyList<RejectedLine> Rejected => _rejected;

    /// <summary>The file of the last line so far.</summary>
    public FileInfo File { get; set; } = file;

    /// <summary>Files whose end it holds.</summary>
    public int FilesDone { get; private set; }

    /// <summary>How far it reaches in all the files.</summary>
    public long BytesRead { get; set; }

    public int ClockStepsBack { get; private set; }

    public bool IsFull(int rows) => Math.Max(Rows.Count, _rejected.Count) >= rows || Lines >= (long)rows * LinesForEachRow;

    /// <summary>What line an activity is of.</summary>
    public Origin OriginOf(int row) => _origins[row];

    public void BeginFile() => _sequences.Add(Rows.Count);

    public void Add(FileInfo file, TextLine line, ParsedLine parsed, bool isDone)
    {
        Lines++;
        if (parsed.Row is { } row)
        {
            if (isDone)
            {
                Duplicates++;
                return;
            }

            _origins.Add(new Origin(file, line, parsed.Kind));
            Rows.Add(row);
        }
        else if (parsed.Reason is { } reason)
        {
            _rejected.Add(new RejectedLine(file, line, parsed.Kind, reason));
        }
        else
        {
            Ignored[parsed.Kind] = Ignored.GetValueOrDefault(parsed.Kind) + 1;
        }
    }

    public void EndFile(IdempotencyRecord? completion, int clockStepsBack)
    {
        FilesDone++;
        ClockStepsBack += clockStepsBack;
        if (completion is not null)
        {
            _completions.Add(completion);
        }
    }

    /// <summary>The line of an activity, and the kind that it is counted as.</summary>
    internal readonly record struct Origin(FileInfo File, TextLine Line, string Kind);

    internal readonly record struct RejectedLine(FileInfo File, TextLine Line, string Code, string Reason);
}
