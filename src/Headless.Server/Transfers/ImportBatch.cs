using System.Text.Json;
using Headless.Server.Access;
using Headless.Server.Features.Ingestion;
using Headless.Server.Writing;

namespace Headless.Server.Transfers;

/// <summary>What became of a row.</summary>
internal enum RowOutcome
{
    Created,
    Updated,
    Unchanged,
    Rejected,
}

/// <summary>Rows of an import that are entered in one transaction, and what became of each.</summary>
internal sealed class ImportBatch(ImportJob job, Caller caller, IReadOnlyList<ImportRow> rows)
{
    private readonly RowOutcome?[] _outcomes = new RowOutcome?[rows.Count];
    private readonly List<Rejection> _rejections = [];
    private (RowOutcome?[] Outcomes, int Rejections) _begun = (new RowOutcome?[rows.Count], 0);

    public ImportJob Job { get; } = job;

    public Caller Caller { get; } = caller;

    public IReadOnlyList<ImportRow> Rows { get; } = rows;

    public TimeZoneInfo Zone { get; } = TimeZoneInfo.FindSystemTimeZoneById(job.TimeZone);

    /// <summary>The groups that rows name and that the caller may see, by row.</summary>
    public long?[] GroupIds { get; } = new long?[rows.Count];

    /// <summary>Rows that were entered before their transaction, which adds to them.</summary>
    public HashSet<int> IsNew { get; } = [];

    /// <summary>The rows that were rejected, to be added.</summary>
    public IEnumerable<ImportRejection> Rejections => _rejections.OrderBy(rejection => rejection.Row.Number).Select(rejection => new ImportRejection
    {
        ImportJobId = Job.Id, Row = rejection.Row.Number, Code = Cut(rejection.Code, TransferJob.CodeMaxLength)!, Message = Cut(rejection.Message, TransferJob.MessageMaxLength)!,
        Field = Cut(rejection.Field, ImportRejection.FieldMaxLength), Text = rejection.Row.ToJson(),
    });

    public ImportCounts Counts => new(Count(RowOutcome.Created), Count(RowOutcome.Updated), Count(RowOutcome.Unchanged), Count(RowOutcome.Rejected));

    /// <summary>The places of rows that nothing has become of yet.</summary>
    public IEnumerable<int> Open => Enumerable.Range(0, Rows.Count).Where(index => _outcomes[index] is null);

    /// <summary>What has become of rows by now stays, whatever happens to the transaction that follows.</summary>
    public void Keep() => _begun = ([.. _outcomes], _rejections.Count);

    /// <summary>Forgets what became of rows since: the transaction did not happen.</summary>
    public void Reset()
    {
        _begun.Outcomes.CopyTo(_outcomes, 0);
        _rejections.RemoveRange(_begun.Rejections, _rejections.Count - _begun.Rejections);
    }

    public void Set(int index, RowOutcome outcome) => _outcomes[index] = outcome;

    public void Reject(int index, string code, string message, string? field)
    {
        _outcomes[index] = RowOutcome.Rejected;
        _rejections.Add(new Rejection(Rows[index], code, message, field));
    }

    /// <summary>Does something for each row that nothing has become of; what refuses one is why it is rejected.</summary>
    public async Task ForEachOpenAsync(Func<ImportRow, int, Task<RowOutcome?>> enter)
    {
        foreach (var index in Open.ToList())
        {
            try
            {
                if (await enter(Rows[index], index) is { } outcome)
                {
                    Set(index, outcome);
                }
            }
            catch (Exception exception) when (RefusalOf(exception) is { } refusal)
            {
                Reject(index, refusal.Code, refusal.Message, refusal.Field);
            }
        }
    }

    /// <summary>As the other, where nothing is waited for.</summary>
    public void ForEachOpen(Action<ImportRow, int> look)
    {
        foreach (var index in Open.ToList())
        {
            try
            {
                look(Rows[index], index);
            }
            catch (Exception exception) when (RefusalOf(exception) is { } refusal)
            {
                Reject(index, refusal.Code, refusal.Message, refusal.Field);
            }
        }
    }

    /// <summary>What a mutation of one row would answer.</summary>
    private static RowException? RefusalOf(Exception exception) => exception switch
    {
        RowException refusal => refusal,
        InvalidInputException { Fields: [var field, ..] } => new RowException(field.Code, field.Message, field.Path),
        NotFoundException refusal => new RowException(refusal.Code, refusal.Message, refusal.Path),
        AlreadyExistsException refusal => new RowException(refusal.Code, refusal.Message, refusal.Path),
        ActivityRejectedException refusal => new RowException(refusal.Code, refusal.Message, refusal.Path),
        DomainException refusal => new RowException(refusal.Code, refusal.Message, null),
        _ => null,
    };

    /// <summary>What the job's activity says.</summary>
    public static string DataOf(ImportJob job) => JsonSerializer.Serialize(new
    {
        jobId = job.Id, subject = JsonNamingPolicy.SnakeCaseUpper.ConvertName(job.Subject.ToString()), dryRun = job.IsDryRun,
        rows = job.Rows, created = job.Created, updated = job.Updated, unchanged = job.Unchanged, rejected = job.Rejected, failure = job.FailureCode,
    });

    private int Count(RowOutcome outcome) => _outcomes.Count(o => o == outcome);

    private static string? Cut(string? text, int most) => text is null || text.Length <= most ? text : text[..most];

    private sealed record Rejection(ImportRow Row, string Code, string Message, string? Field);
}
