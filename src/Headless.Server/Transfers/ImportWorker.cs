using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Headless.Community.Ingestion;
using Headless.Server.Access;
using Headless.Server.Assets;
using Headless.Server.Writing;

namespace Headless.Server.Transfers;

/// <summary>
/// Carries out imports, the oldest first. Rows and how far they reach are written in one transaction, so that an import which was
/// interrupted goes on where it was; a dry run begins again.
/// </summary>
public sealed class ImportWorker(
    CommunityDatabase database, IAssetStore store, StoredFiles files, TransferOptions options, ActivitySignal signal, TimeProvider clock, ILogger<ImportWorker> logger, IServiceProvider services)
{
    private const string Mutation = "startImport";
    private const string TooManyRejected = "TOO_MANY_REJECTED";

    private readonly SemaphoreSlim _turn = new(1);
    private readonly Lazy<IReadOnlyDictionary<ImportSubject, IImportSubject>> _subjects = new(
        () => services.GetServices<IImportSubject>().ToDictionary(subject => subject.Subject));

    /// <summary>What rows may have.</summary>
    public IReadOnlyList<ImportColumn> ColumnsOf(ImportSubject subject) => _subjects.Value[subject].Columns;

    /// <summary>What somebody must be allowed to do who enters such rows.</summary>
    public string PolicyOf(ImportSubject subject) => _subjects.Value[subject].Policy;

    /// <summary>Carries out all that wait.</summary>
    public async Task RunPendingAsync(CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            while (await NextAsync(ct) is { } job)
            {
                await RunAsync(job, ct);
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    private async Task<ImportJob?> NextAsync(CancellationToken ct)
    {
        await using var db = database.Create(AccessScope.Everything);
        return await db.ImportJobs.AsNoTracking().Include(j => j.RequestedBy)
            .Where(j => (j.Status == JobStatus.Pending && j.Sha256 != null) || j.Status == JobStatus.Running)
            .OrderBy(j => j.CreatedAt).ThenBy(j => j.Id).FirstOrDefaultAsync(ct);
    }

    private async Task RunAsync(ImportJob job, CancellationToken ct)
    {
        try
        {
            var subject = _subjects.Value[job.Subject];
            if (TransferCaller.Of(job) is not { } caller || !caller.May(Policies.Write) || !caller.May(subject.Policy))
            {
                throw new ImportFileException("FORBIDDEN", "Whoever asked for the import may not enter such rows any more.");
            }

            await BeginAsync(job, ct);
            await using var content = await store.OpenAsync(job.Sha256!, 0, job.Size!.Value, ct)
                ?? throw new ImportFileException(DomainErrorCodes.ImportFileGone, "The store does not have the file any more: send it again.");
            await EnterAsync(job, subject, caller, content, ct);
        }
        catch (ImportFileException exception)
        {
            await EndAsync(job.Id, ended => ended.Fail(exception.Code, exception.Message, Now), ActivityKind.ImportFailed, ct);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or System.Data.Common.DbException or IOException or TimeoutException))
        {
            logger.LogError(exception, "Import {Job} failed.", job.Id);
            await EndAsync(job.Id, ended => ended.Fail("INTERNAL_ERROR", "Something went wrong here: what was entered before stands. The server's log says more.", Now), ActivityKind.ImportFailed, ct);
        }
    }

    private async Task BeginAsync(ImportJob job, CancellationToken ct) => await database.WriteAsync(
        AccessScope.Everything,
        async (db, token) =>
        {
            var begun = await db.ImportJobs.FirstAsync(j => j.Id == job.Id, token);
            if (begun.Status == JobStatus.Pending)
            {
                begun.Start(Now);
            }
            else if (begun is { Status: JobStatus.Running, IsDryRun: true })
            {
                begun.Rewind();
                await db.ImportRejections.Where(r => r.ImportJobId == job.Id).ExecuteDeleteAsync(token);
            }

            await db.SaveChangesAsync(token);
        },
        ct);

    private async Task EnterAsync(ImportJob job, IImportSubject subject, Caller caller, Stream content, CancellationToken ct)
    {
        var pace = new ProgressPace(clock);
        var done = job.IsDryRun ? 0 : job.Rows;
        var keys = new Dictionary<long, int>();
        var rows = new List<ImportRow>();
        try
        {
            await foreach (var read in new ImportReading(job, subject.Columns, options).ReadAsync(content, ct))
            {
                var row = Judged(read, subject, job, keys);
                if (row.Number <= done)
                {
                    continue;
                }

                rows.Add(row);
                if (rows.Count == options.BatchSize * subject.BatchesAtOnce)
                {
                    if (!await EnterAsync(job, subject, caller, pace, rows, ct))
                    {
                        return;
                    }

                    rows = [];
                }
            }
        }
        catch (ImportFileException unread) when (unread.Code != TooManyRejected)
        {
            // What could be read before is entered.
            await EnterAsync(job, subject, caller, pace, rows, ct);
            throw;
        }

        if (await EnterAsync(job, subject, caller, pace, rows, ct))
        {
            await EndAsync(job.Id, ended => ended.Complete(Now), ActivityKind.ImportCompleted, ct);
        }
    }

    /// <summary>A second row about the same thing is rejected: which of the two holds, only the sender knows.</summary>
    private static ImportRow Judged(ImportRow row, IImportSubject subject, ImportJob job, Dictionary<long, int> keys)
    {
        if (row.Fault is not null)
        {
            return row;
        }

        string? key;
        try
        {
            key = subject.KeyOf(row, job);
        }
        catch (RowException fault)
        {
            return new ImportRow(row.Number, row.Values, fault);
        }

        if (key is null)
        {
            return row;
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(key), hash);
        var known = BinaryPrimitives.ReadInt64LittleEndian(hash);
        return keys.TryAdd(known, (int)row.Number)
            ? row
            : new ImportRow(row.Number, row.Values, new RowException("DUPLICATE_ROW", $"Row {keys[known]} is about the same: leave one of them out.", null));
    }

    /// <summary>Enters rows; those that a database refuses together are entered in halves, until the one is found that it refuses.</summary>
    /// <returns>Whether to go on: nobody has called the import off.</returns>
    private async Task<bool> EnterAsync(ImportJob job, IImportSubject subject, Caller caller, ProgressPace pace, IReadOnlyList<ImportRow> rows, CancellationToken ct)
    {
        if (rows.Count == 0)
        {
            return true;
        }

        var batch = new ImportBatch(job, caller, rows);
        batch.ForEachOpen((row, _) =>
        {
            if (row.Fault is { } fault)
            {
                throw fault;
            }
        });
        try
        {
            await subject.BeginAsync(batch, ct);
            batch.Keep();
            return await WriteAsync(job, subject, caller, pace, batch, ct);
        }
        catch (DbUpdateException) when (rows.Count > 1)
        {
            var half = rows.Count / 2;
            return await EnterAsync(job, subject, caller, pace, [.. rows.Take(half)], ct) && await EnterAsync(job, subject, caller, pace, [.. rows.Skip(half)], ct);
        }
        catch (DbUpdateException exception)
        {
            logger.LogWarning(exception, "Row {Row} of import {Job} was refused by the database.", rows[0].Number, job.Id);
            var refused = new ImportBatch(job, caller, rows);
            refused.Reject(0, "CONFLICT", "Somebody else has just changed what the row is about, or it cannot be stored: import it again.", null);
            refused.Keep();
            return await WriteAsync(job, subject, caller, pace, refused, ct);
        }
    }

    private async Task<bool> WriteAsync(ImportJob job, IImportSubject subject, Caller caller, ProgressPace pace, ImportBatch batch, CancellationToken ct)
    {
        if (job.IsDryRun)
        {
            await TryAsync(subject, caller, batch, ct);
        }

        var (first, rejected) = (batch.Rows[0].Number, 0L);
        var goesOn = await database.WriteAsync(
            caller.Scope,
            async (db, token) =>
            {
                var running = await db.ImportJobs.FirstAsync(j => j.Id == job.Id, token);
                if (running.Status != JobStatus.Running || running.Rows != first - 1)
                {
                    return false;
                }

                using var session = new WriteSession(db, caller, Now, token, new AuditAuthor(caller.OperatorId, null, Mutation));
                if (!job.IsDryRun)
                {
                    batch.Reset();
                    await subject.EnterAsync(session, batch);
                }

                running.Advance(batch.Counts);
                db.ImportRejections.AddRange(batch.Rejections);
                if (pace.IsDue)
                {
                    session.Record(ActivityKind.ImportProgressed, () => new ActivitySubject { Text = running.FileName, Data = ImportBatch.DataOf(running) });
                }

                await session.CompleteAsync();
                rejected = running.Rejected;
                return true;
            },
            ct);
        pace.Tell();
        signal.Notify();
        return rejected < options.MaxRejections ? goesOn : throw new ImportFileException(
            TooManyRejected, $"{rejected} rows were rejected, so it is the wrong file: the rows before stand, and the first rejections say what is wrong.");
    }

    /// <summary>Enters rows and takes it back.</summary>
    private async Task TryAsync(IImportSubject subject, Caller caller, ImportBatch batch, CancellationToken ct)
    {
        try
        {
            await database.WriteAsync(
                caller.Scope,
                async (db, token) =>
                {
                    batch.Reset();
                    using var session = new WriteSession(db, caller, Now, token);
                    await subject.EnterAsync(session, batch);
                    await db.SaveChangesAsync(token);
                    throw new TakenBackException();
                },
                ct);
        }
        catch (TakenBackException)
        {
        }
    }

    private async Task EndAsync(long id, Action<ImportJob> end, ActivityKind kind, CancellationToken ct)
    {
        try
        {
            await EndOnceAsync(id, end, kind, ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody has called it off at the same time, or withdrawn it: what it is now decides.
            await EndOnceAsync(id, end, kind, ct);
        }
    }

    private async Task EndOnceAsync(long id, Action<ImportJob> end, ActivityKind kind, CancellationToken ct)
    {
        string? withdrawn = null;
        await database.WriteAsync(
            AccessScope.Everything,
            async (db, token) =>
            {
                var job = await db.ImportJobs.Include(j => j.RequestedBy).FirstAsync(j => j.Id == id, token);
                if (!job.IsUnfinished)
                {
                    return;
                }

                withdrawn = job.WithdrawnAt is null ? null : job.Sha256;
                end(job);
                if (job.WithdrawnAt is not null)
                {
                    await db.ImportRejections.Where(r => r.ImportJobId == id).ExecuteDeleteAsync(token);
                }

                using var session = new WriteSession(db, TransferCaller.Of(job) ?? Caller.Product, Now, token);
                session.Record(kind, () => new ActivitySubject { Text = job.FileName, Data = ImportBatch.DataOf(job) });
                await session.CompleteAsync();
            },
            ct);
        signal.Notify();
        if (withdrawn is not null)
        {
            await files.DeleteUnusedAsync([withdrawn], ct);
        }
    }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private sealed class TakenBackException : Exception;
}
