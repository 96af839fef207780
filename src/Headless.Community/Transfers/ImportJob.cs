using System.Text.Json;

namespace Headless.Community;

/// <summary>What the rows of an import become. Stored as a number: a value is never changed or given again.</summary>
public enum ImportSubject : byte
{
    Members = 1,

    /// <summary>Tags on members.</summary>
    MemberTags = 2,
    Orders = 3,
    ContentItems = 4,
    Costs = 5,
}

/// <summary>How the text of a file is written as bytes. Stored as a number: a value is never changed or given again.</summary>
public enum TextEncoding : byte
{
    Utf8 = 1,

    /// <summary>GB 18030, which GBK and GB 2312 are parts of: what Excel saves as CSV on a Chinese Windows.</summary>
    Gb18030 = 2,

    Utf16 = 3,
}

/// <summary>What became of the rows of a batch.</summary>
public readonly record struct ImportCounts(int Created, int Updated, int Unchanged, int Rejected)
{
    public int Rows => Created + Updated + Unchanged + Rejected;
}

/// <summary>
/// A file of rows that are to be entered, as mutations would enter each. A dry run does the same and takes it back. Its file is kept
/// until <see cref="TransferJob.KeptUntil"/>, so that a dry run can be followed by the import itself without sending it again.
/// </summary>
public sealed class ImportJob : TransferJob
{
    public const int SourceMaxLength = 64;
    public const int MappingMaxLength = 8_000;

    /// <summary>A mapping says as much of at most so many columns.</summary>
    public const int MaxMappings = 100;

    public ImportSubject Subject { get; init; }

    /// <summary>Whether everything is tried and nothing is kept.</summary>
    public bool IsDryRun { get; init; }

    public required string FileName { get; init; }

    /// <summary>How its text is written as bytes; null: that is found out when the file comes.</summary>
    public TextEncoding? Encoding { get; private set; }

    /// <summary>ORDERS: the system that the orders are of, the namespace of their ids. COSTS: of what keys are in, so that a second import of the file doubles nothing.</summary>
    public required string Source { get; init; }

    /// <summary>The platform of accounts and groups where a row does not name one.</summary>
    public Platform? Platform { get; init; }

    /// <summary>The group of rows that do not name one.</summary>
    public long? GroupId { get; init; }

    public Group? Group { get; init; }

    /// <summary>The currency of rows that do not name one.</summary>
    public string? Currency { get; init; }

    /// <summary>The zone of times that do not say theirs, of the IANA database.</summary>
    public required string TimeZone { get; init; }

    /// <summary>MEMBERS: whether somebody who is known gets what the row says of them; otherwise they stay as they are.</summary>
    public bool UpdatesKnown { get; init; }

    /// <summary>What columns are for by their headers, a JSON object; null for a column that is left out.</summary>
    public string? MappingJson { get; private set; }

    /// <summary>What columns are for where their headers do not say so.</summary>
    public IReadOnlyDictionary<string, string?> Mapping
    {
        get => MappingJson is null ? new Dictionary<string, string?>() : JsonSerializer.Deserialize<Dictionary<string, string?>>(MappingJson)!;
        init => MappingJson = value.Count == 0 ? null : JsonSerializer.Serialize(value);
    }

    /// <summary>The dry run before it; null: there was none.</summary>
    public long? DryRunId { get; init; }

    public ImportJob? DryRun { get; init; }

    /// <summary>Until when its file can come, UTC; null once it has.</summary>
    public DateTime? UploadUntil { get; private set; }

    /// <summary>How far it has come in the file: rows that have been dealt with.</summary>
    public long Rows { get; private set; }

    public long Created { get; private set; }

    public long Updated { get; private set; }

    /// <summary>Rows that said what was known.</summary>
    public long Unchanged { get; private set; }

    public long Rejected { get; private set; }

    public List<ImportRejection> Rejections { get; } = [];

    /// <summary>How many line breaks its file has: the rows are about as many, and not more by much.</summary>
    public long Lines { get; private set; }

    /// <summary>Whether its file is still to come.</summary>
    public bool IsAwaited => Status == JobStatus.Pending && Sha256 is null;

    /// <summary>Its file comes by itself.</summary>
    public void Await(long size, TextEncoding? encoding, DateTime until) => (Size, Encoding, UploadUntil) = (size, encoding, until);

    /// <summary>Its file has come.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.ImportFileReceived"/>: it has its file, or waits for none.</exception>
    public void Receive(string sha256, long size, TextEncoding encoding, long lines, DateTime keptUntil)
    {
        if (!IsAwaited)
        {
            throw new DomainException(DomainErrorCodes.ImportFileReceived, "The import has its file, or does not wait for it any more: start another one.");
        }

        (Sha256, Size, Encoding, Lines, KeptUntil, UploadUntil) = (sha256, size, encoding, lines, keptUntil, null);
    }

    /// <summary>The same file with effect.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.ImportNotTried"/>, <see cref="DomainErrorCodes.ImportFileGone"/>.</exception>
    public ImportJob Apply(long operatorId, OperatorRole role, ApiKeyScope scopes, DateTime keptUntil)
    {
        if (!IsDryRun || Status != JobStatus.Completed)
        {
            throw new DomainException(DomainErrorCodes.ImportNotTried, "Only a dry run that is COMPLETED can be applied: wait for its end, or start an import without a dry run.");
        }

        if (Sha256 is not { } sha256)
        {
            throw new DomainException(DomainErrorCodes.ImportFileGone, "The file of that dry run is not kept any more: send it again.");
        }

        var job = new ImportJob
        {
            Subject = Subject, Format = Format, FileName = FileName, Source = Source, Platform = Platform, GroupId = GroupId, Currency = Currency, TimeZone = TimeZone,
            UpdatesKnown = UpdatesKnown, MappingJson = MappingJson, DryRunId = Id, RequestedById = operatorId, Role = role, ScopeFlags = scopes,
        };
        job.Receive(sha256, Size!.Value, Encoding!.Value, Lines, keptUntil);
        return job;
    }

    /// <summary>A batch of rows has been dealt with.</summary>
    public void Advance(ImportCounts counts)
    {
        Rows += counts.Rows;
        Created += counts.Created;
        Updated += counts.Updated;
        Unchanged += counts.Unchanged;
        Rejected += counts.Rejected;
    }

    /// <summary>A dry run that was interrupted begins again: it has left nothing behind.</summary>
    public void Rewind() => (Rows, Created, Updated, Unchanged, Rejected) = (0, 0, 0, 0, 0);
}

/// <summary>A row of an import that changed nothing.</summary>
[Unaudited]
public sealed class ImportRejection
{
    public const int FieldMaxLength = 100;
    public const int TextMaxLength = 4_000;

    public long Id { get; init; }

    public long ImportJobId { get; init; }

    public ImportJob ImportJob { get; init; } = null!;

    /// <summary>Its place in the file, from 1; the header does not count.</summary>
    public long Row { get; init; }

    public required string Code { get; init; }

    public required string Message { get; init; }

    /// <summary>The column at fault; null where it is the row as a whole.</summary>
    public string? Field { get; init; }

    /// <summary>What the row said, a JSON object: long values are cut.</summary>
    [PersonalData]
    public required string Text { get; init; }
}
