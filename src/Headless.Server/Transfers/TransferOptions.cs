namespace Headless.Server.Transfers;

/// <summary>The section <c>Transfers</c> of the configuration: files of rows, in and out.</summary>
public sealed record TransferOptions
{
    public const string SectionName = "Transfers";

    /// <summary>The most bytes of a file that is imported.</summary>
    public long MaxFileSize { get; init; } = 512L << 20;

    /// <summary>The most rows of a file that is imported.</summary>
    public long MaxRows { get; init; } = 1_000_000;

    /// <summary>The most columns of a file that is imported.</summary>
    public int MaxColumns { get; init; } = 200;

    /// <summary>The most bytes of one row.</summary>
    public int MaxRowSize { get; init; } = 1 << 20;

    /// <summary>An import ends when so many rows have been rejected: it is the wrong file.</summary>
    public int MaxRejections { get; init; } = 10_000;

    /// <summary>So many rows are entered in one transaction, of orders five times as many; at most 1 000.</summary>
    public int BatchSize { get; init; } = 1_000;

    /// <summary>How many imports and exports one operator can have under way or waiting.</summary>
    public int MaxUnfinished { get; init; } = 10;

    /// <summary>How long after it was announced a large file can come.</summary>
    public TimeSpan UploadWindow { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long files are kept that were imported or exported, with the rows that were rejected.</summary>
    public TimeSpan KeepFiles { get; init; } = TimeSpan.FromDays(3);

    /// <summary>How long an address opens at which a file can be downloaded.</summary>
    public TimeSpan DownloadWindow { get; init; } = TimeSpan.FromMinutes(15);

    /// <exception cref="InvalidOperationException">A setting cannot be.</exception>
    public static TransferOptions From(IConfiguration configuration)
    {
        var options = configuration.GetSection(SectionName).Get<TransferOptions>() ?? new TransferOptions();
        return options is { MaxFileSize: > 0, MaxRows: > 0, MaxColumns: > 0, MaxRowSize: >= 1024, MaxRejections: > 0, BatchSize: > 0 and <= 1_000, MaxUnfinished: > 0 }
            && options.UploadWindow > TimeSpan.Zero && options.KeepFiles > TimeSpan.Zero && options.DownloadWindow > TimeSpan.Zero
            ? options
            : throw new InvalidOperationException("Transfers: every limit must be above zero, MaxRowSize at least 1024 and BatchSize at most 1000.");
    }
}
