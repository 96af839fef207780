using Headless.Server.Timers;
using Headless.Server.Writing;

namespace Headless.Server.Transfers;

/// <summary>Forgets files of imports and exports with the rows that were rejected once they have been kept long enough, and imports whose file never came.</summary>
internal sealed class TransferSweep : ITimedWork
{
    private const int AtOnce = 100;

    public async Task<bool> IsDueAsync(CommunityDbContext db, DateTime now, CancellationToken ct) =>
        await db.ImportJobs.AnyAsync(j => j.UploadUntil < now && j.Status == JobStatus.Pending, ct)
        || await db.ImportJobs.AnyAsync(j => j.KeptUntil < now, ct)
        || await db.ExportJobs.AnyAsync(j => j.KeptUntil < now, ct);

    public async Task RunAsync(WriteSession session)
    {
        var (db, now, ct) = (session.Db, session.Now, session.CancellationToken);
        foreach (var job in await db.ImportJobs.Where(j => j.UploadUntil < now && j.Status == JobStatus.Pending).Take(AtOnce).ToListAsync(ct))
        {
            job.Fail("UPLOAD_EXPIRED", "The file has not come in time: start the import again.", now);
            session.Record(ActivityKind.ImportFailed, () => new ActivitySubject { Text = job.FileName, Data = ImportBatch.DataOf(job) });
        }

        foreach (var job in await db.ImportJobs.Where(j => j.KeptUntil < now).OrderBy(j => j.KeptUntil).Take(AtOnce).ToListAsync(ct))
        {
            if (job.IsUnfinished)
            {
                job.Fail(DomainErrorCodes.ImportFileGone, "The import did not come to its end while its file was kept: start it again.", now);
                session.Record(ActivityKind.ImportFailed, () => new ActivitySubject { Text = job.FileName, Data = ImportBatch.DataOf(job) });
            }

            job.Forget();
            await db.ImportRejections.Where(r => r.ImportJobId == job.Id).ExecuteDeleteAsync(ct);
        }

        foreach (var job in await db.ExportJobs.Where(j => j.KeptUntil < now).OrderBy(j => j.KeptUntil).Take(AtOnce).ToListAsync(ct))
        {
            job.Forget();
        }
    }
}
