namespace Headless.Community.Import;

/// <summary>What is in the files.</summary>
public enum ImportFormat
{
    /// <summary>An activity for each line, JSON: the rows of <c>recordActivities</c> (<see cref="JsonLineParser"/>).</summary>
    Jsonl,

    /// <summary>The public logs of the #ubuntu IRC channels (<see cref="IrcLineParser"/>).</summary>
    Irc,

    /// <summary>A purchase for each line, in columns (<see cref="OrderLineParser"/>).</summary>
    Orders,
}

/// <summary>What to import, and how.</summary>
public sealed record ImportRequest
{
    public const int DefaultBatchSize = 5_000;

    public required ImportFormat Format { get; init; }

    /// <summary>Files and folders; of folders every file in them and below, but for hidden ones, in the ordinal order of their paths.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>Where it happened: needed for IRC; for JSONL the group of lines that name none; for orders what they are put down to.</summary>
    public long? GroupId { get; init; }

    /// <summary>The namespace of the external ids. Default: the format, and for IRC the group, so that one log can go into two groups.</summary>
    public string? Source { get; init; }

    /// <summary>The time zone of times in the files that have none of their own.</summary>
    public TimeZoneInfo TimeZone { get; init; } = TimeZoneInfo.Utc;

    /// <summary>The platform of the identities in the files. Default: IRC for IRC, OTHER for orders; JSONL lines name their own.</summary>
    public Platform? Platform { get; init; }

    /// <summary>Where rejected lines go (tab-separated: file, line, reason, text); null: nowhere. Only made when there is one.</summary>
    public string? RejectsPath { get; init; }

    /// <summary>How many activities go into one transaction.</summary>
    public int BatchSize { get; init; } = DefaultBatchSize;

    /// <summary>How order files are laid out.</summary>
    public OrderColumns Orders { get; init; } = new();
}

/// <summary>How order files are laid out. As it stands it fits the CDNOW data set.</summary>
public sealed record OrderColumns
{
    /// <summary>
    /// The names of the columns in their order, of <c>id</c>, <c>customer</c>, <c>name</c>, <c>date</c>, <c>quantity</c>, <c>amount</c>,
    /// <c>currency</c>, <c>status</c>; anything else is skipped. Null: the first line names them when it names customer, date and
    /// amount, else they are customer, date, quantity, amount.
    /// </summary>
    public IReadOnlyList<string>? Names { get; init; }

    /// <summary>What separates columns; null: the first of tab, semicolon and comma that the first line has, else white space.</summary>
    public char? Separator { get; init; }

    /// <summary>The format of dates as .NET writes it.</summary>
    public string DateFormat { get; init; } = "yyyyMMdd";

    /// <summary>The ISO 4217 code of amounts without a currency of their own.</summary>
    public string Currency { get; init; } = "USD";
}
