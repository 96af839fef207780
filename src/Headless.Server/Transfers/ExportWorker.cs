using System.Security.Cryptography;
using System.Text.Json;
using Headless.Community.Ingestion;
using Headless.Server.Access;
using Headless.Server.Assets;
using Headless.Server.Writing;

namespace Headless.Server.Transfers;

/// <summary>Carries out exports, the oldest first: reads the list page by page as the API answers it to whoever asked, and keeps the file. One that was interrupted begins again.</summary>
public sealed class ExportWorker(
    CommunityDatabase database,
    IAssetStore store,
    AssetOptions assets,
    TransferOptions options,
    StoredFiles files,
    IListReader lists,
    ActivitySignal signal,
    TimeProvider clock,
    ILogger<ExportWorker> logger)
{
    /// <summary>How far it has come is said after so many pages.</summary>
    private const int PagesBetween = 20;

    private readonly SemaphoreSlim _turn = new(1);

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

    private async Task<ExportJob?> NextAsync(CancellationToken ct)
    {
        await using var db = database.Create(AccessScope.Everything);
        return await db.ExportJobs.AsNoTracking().Include(j => j.RequestedBy)
            .Where(j => j.Status == JobStatus.Pending || j.Status == JobStatus.Running)
            .OrderBy(j => j.CreatedAt).ThenBy(j => j.Id).FirstOrDefaultAsync(ct);
    }

    private async Task RunAsync(ExportJob job, CancellationToken ct)
    {
        try
        {
            if (TransferCaller.Of(job) is not { } caller || !caller.May(Policies.Read) || (job.IsPersonal && !caller.May(Policies.ReadPersonalData)))
            {
                throw new ExportException("FORBIDDEN", "Whoever asked for the export may not read all of it any more.");
            }

            await ChangeAsync(job.Id, running =>
            {
                if (running.Status == JobStatus.Pending)
                {
                    running.Start(Now);
                }
            }, null, ct);
            await WriteAsync(job, caller, ct);
        }
        catch (ExportException exception)
        {
            await ChangeAsync(job.Id, failed => failed.Fail(exception.Code, exception.Message, Now), ActivityKind.ExportFailed, ct);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or System.Data.Common.DbException or IOException or TimeoutException))
        {
            logger.LogError(exception, "Export {Job} failed.", job.Id);
            await ChangeAsync(job.Id, failed => failed.Fail("INTERNAL_ERROR", "Something went wrong here. The server's log says more.", Now), ActivityKind.ExportFailed, ct);
        }
    }

    private async Task WriteAsync(ExportJob job, Caller caller, CancellationToken ct)
    {
        var folder = Path.Combine(Path.GetFullPath(assets.Folder), "incoming");
        Directory.CreateDirectory(folder);
        await using var to = new FileStream(
            Path.Combine(folder, Guid.NewGuid().ToString("N")), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 1 << 16, FileOptions.DeleteOnClose | FileOptions.Asynchronous);
        var rows = await WriteRowsAsync(job, caller, to, ct);
        if (rows is null)
        {
            return;
        }

        to.Position = 0;
        var sha256 = Convert.ToHexStringLower(await SHA256.HashDataAsync(to, ct));
        to.Position = 0;
        await store.PutAsync(sha256, to, to.Length, ct);
        if (!await ChangeAsync(
            job.Id,
            done =>
            {
                if (done.WithdrawnAt is null)
                {
                    done.Complete(sha256, to.Length, rows.Value, Now, Now + options.KeepFiles);
                }
                else
                {
                    done.Restart();
                }
            },
            ActivityKind.ExportCompleted,
            ct))
        {
            await files.DeleteUnusedAsync([sha256], ct);
        }
    }

    /// <returns>How many; null: somebody has called it off.</returns>
    private async Task<long?> WriteRowsAsync(ExportJob job, Caller caller, FileStream to, CancellationToken ct)
    {
        var known = ExportColumns.Of(job.Subject).ToDictionary(column => column.Name);
        ExportColumn[] columns = [.. job.Columns.Select(name => known[name])];
        var (size, pace) = (lists.PageSize, new ProgressPace(clock));
        await using var file = ExportFile.Create(to, job.Format, job.Columns);
        var (rows, after, values) = (0L, (string?)null, new JsonElement?[columns.Length]);
        for (var page = 1; ; page++)
        {
            using var answer = await lists.ReadAsync(ExportColumns.Document(job.Subject, columns, job.Filter, size), after, caller, isLimited: false, ct);
            if (answer.RootElement.TryGetProperty("errors", out var errors))
            {
                if (size > 1)
                {
                    // So many rows may be refused where fewer are not.
                    (size, page) = (size / 2, page - 1);
                    continue;
                }

                throw new ExportException("LIST_REFUSED", $"The list cannot be read: {errors[0].GetProperty("message").GetString()}");
            }

            var list = answer.RootElement.GetProperty("data").GetProperty("list");
            foreach (var node in list.GetProperty("nodes").EnumerateArray())
            {
                foreach (var row in ExportColumns.RowsOf(job.Subject, node))
                {
                    for (var index = 0; index < columns.Length; index++)
                    {
                        values[index] = ExportColumns.ValueOf(columns[index], node, row);
                    }

                    file.Write(values);
                    rows++;
                }
            }

            await file.FlushAsync(ct);
            if (!list.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean())
            {
                return rows;
            }

            after = list.GetProperty("pageInfo").GetProperty("endCursor").GetString();
            if (page % PagesBetween == 0)
            {
                if (!await ChangeAsync(job.Id, running => running.Advance(rows), pace.IsDue ? ActivityKind.ExportProgressed : null, ct))
                {
                    return null;
                }

                pace.Tell();
            }
        }
    }

    /// <returns>Whether it has been changed: it was still under way. What ends it is said only when it has ended.</returns>
    private async Task<bool> ChangeAsync(long id, Action<ExportJob> change, ActivityKind? kind, CancellationToken ct)
    {
        for (; ; )
        {
            try
            {
                return await ChangeOnceAsync(id, change, kind, ct);
            }
            catch (DbUpdateConcurrencyException)
            {
                // Somebody has called it off at the same time, or withdrawn it.
            }
        }
    }

    private async Task<bool> ChangeOnceAsync(long id, Action<ExportJob> change, ActivityKind? kind, CancellationToken ct)
    {
        var changed = await database.WriteAsync(
            AccessScope.Everything,
            async (db, token) =>
            {
                var job = await db.ExportJobs.Include(j => j.RequestedBy).FirstAsync(j => j.Id == id, token);
                if (!job.IsUnfinished)
                {
                    return false;
                }

                change(job);
                using var session = new WriteSession(db, TransferCaller.Of(job) ?? Caller.Product, Now, token);
                if (kind is { } said && (!job.IsUnfinished || said == ActivityKind.ExportProgressed))
                {
                    session.Record(said, () => new ActivitySubject { Data = DataOf(job) });
                }

                await session.CompleteAsync();
                return kind is null or ActivityKind.ExportProgressed || !job.IsUnfinished;
            },
            ct);
        signal.Notify();
        return changed;
    }

    /// <summary>What the job's activity says.</summary>
    internal static string DataOf(ExportJob job) => JsonSerializer.Serialize(new
    {
        jobId = job.Id, subject = JsonNamingPolicy.SnakeCaseUpper.ConvertName(job.Subject.ToString()), columns = job.Columns, rows = job.Rows, failure = job.FailureCode,
    });

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    private sealed class ExportException(string code, string message) : Exception(message)
    {
        public string Code { get; } = code;
    }
}
