namespace Headless.Community;

/// <summary>The list that an export writes out. Stored as a number: a value is never changed or given again.</summary>
public enum ExportSubject : byte
{
    Members = 1,

    /// <summary>Tags of members: a row for each tag of each member.</summary>
    MemberTags = 2,
    Orders = 3,
    ContentItems = 4,
    Costs = 5,
}

/// <summary>
/// A list written out to a file, over the filter that the list has in the API and with the rights of whoever asked. Interrupted, it
/// begins again: until its end there is no file.
/// </summary>
public sealed class ExportJob : TransferJob
{
    public const int FilterMaxLength = 20_000;
    public const int ColumnsMaxLength = 2_000;

    public ExportSubject Subject { get; init; }

    /// <summary>What is written out, as a GraphQL literal; null: everything that may be seen.</summary>
    [PersonalData]
    public string? Filter { get; init; }

    public required string ColumnList { get; init; }

    /// <summary>The columns of the file, in their order.</summary>
    public IReadOnlyList<string> Columns
    {
        get => ColumnList.Split(',');
        init => ColumnList = string.Join(',', value);
    }

    /// <summary>Whether a column says something that needs READ_PERSONAL_DATA.</summary>
    public bool IsPersonal { get; init; }

    /// <summary>How many rows the list had when it was asked for: for progress.</summary>
    public long Expected { get; init; }

    /// <summary>How many rows have been written.</summary>
    public long Rows { get; private set; }

    /// <summary>So many rows have been written.</summary>
    public void Advance(long rows) => Rows = rows;

    /// <summary>Somebody was erased while it was written, after the file may have spoken of them: it is written once more.</summary>
    public void Restart() => (Rows, WithdrawnAt) = (0, null);

    /// <summary>The file is there.</summary>
    /// <exception cref="InvalidTransitionException">It does not run.</exception>
    public void Complete(string sha256, long size, long rows, DateTime at, DateTime keptUntil)
    {
        Complete(at);
        (Sha256, Size, Rows, KeptUntil) = (sha256, size, rows, keptUntil);
    }
}
