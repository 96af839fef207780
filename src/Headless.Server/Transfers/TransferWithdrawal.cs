using Headless.Server.Features.Transfers;
using Headless.Server.Writing;

namespace Headless.Server.Transfers;

/// <summary>
/// Takes back what imports and exports hold of a person who is erased. Nobody reads files of half a gigabyte to find a name in them: every file that may speak of
/// members goes, with the rejected rows. Jobs that are under way come to their end, an export from its beginning, and an import keeps nothing of it.
/// </summary>
internal static class TransferWithdrawal
{
    /// <summary>What the person is called and known by, before it is erased: filters of exports may name them.</summary>
    public static async Task<IReadOnlyList<string>> NamesAsync(CommunityDbContext db, long[] ids, CancellationToken ct)
    {
        var people = await db.Members.IgnoreQueryFilters().AsNoTracking().Where(m => EF.Parameter(ids).Contains(m.Id))
            .Select(m => new { m.DisplayName, m.Phone, m.Email }).ToListAsync(ct);
        var accounts = await db.Identities.IgnoreQueryFilters().AsNoTracking().Where(i => EF.Parameter(ids).Contains(i.MemberId))
            .Select(i => new { i.ExternalId, i.DisplayName }).ToListAsync(ct);
        string?[] names = [.. people.SelectMany(m => (string?[])[m.DisplayName, m.Phone, m.Email]), .. accounts.SelectMany(a => (string?[])[a.ExternalId, a.DisplayName])];
        return [.. names.OfType<string>().Where(name => name.Trim().Length > 0).Distinct()];
    }

    /// <summary>Withdraws them, in the transaction of the erasure.</summary>
    /// <returns>The files that are not kept any more: they are deleted once it is committed.</returns>
    public static async Task<IReadOnlyList<string>> WithdrawAsync(WriteSession session, IReadOnlyList<string> names)
    {
        var (db, ct) = (session.Db, session.CancellationToken);
        var files = new List<string>();
        foreach (var job in await db.ImportJobs
            .Where(j => j.Sha256 != null && (j.Subject == ImportSubject.Members || j.Subject == ImportSubject.MemberTags || j.Subject == ImportSubject.Orders))
            .OrderBy(j => j.Id).ToListAsync(ct))
        {
            var file = job.Sha256!;
            job.Withdraw(session.Now);
            if (job.IsUnfinished)
            {
                continue;
            }

            files.Add(file);
            await db.ImportRejections.Where(r => r.ImportJobId == job.Id).ExecuteDeleteAsync(ct);
            session.Record(ActivityKind.ImportWithdrawn, () => new ActivitySubject { Text = job.FileName, Data = ImportBatch.DataOf(job) });
        }

        foreach (var job in await db.ExportJobs.Where(j => j.Sha256 != null || j.Status == JobStatus.Running).OrderBy(j => j.Id).ToListAsync(ct))
        {
            if (!ExportColumns.SpeaksOfMembers(job.Subject, job.Columns))
            {
                continue;
            }

            var file = job.Sha256;
            job.Withdraw(session.Now);
            if (file is not null)
            {
                files.Add(file);
                session.RecordExport(ActivityKind.ExportWithdrawn, job);
            }
        }

        await ForgetFiltersAsync(session, names);
        return files;
    }

    private static async Task ForgetFiltersAsync(WriteSession session, IReadOnlyList<string> names)
    {
        var (db, ct) = (session.Db, session.CancellationToken);
        var naming = new HashSet<ExportJob>();
        foreach (var name in names)
        {
            naming.UnionWith(await db.ExportJobs.Where(j => j.Filter != null && j.Filter.Contains(name)).ToListAsync(ct));
        }

        long[] ids = [.. naming.Select(job => job.Id)];
        foreach (var job in naming)
        {
            if (job.IsUnfinished)
            {
                job.Fail("PERSON_ERASED", "Somebody whom the filter of the export names has been erased: ask for it without them.", session.Now);
                session.RecordExport(ActivityKind.ExportFailed, job);
            }
        }

        // Past the change tracker: the audit log would keep what is to be removed.
        await db.ExportJobs.Where(job => EF.Parameter(ids).Contains(job.Id)).ExecuteUpdateAsync(set => set.SetProperty(job => job.Filter, (string?)null), ct);
        await db.AuditEntries.IgnoreQueryFilters().Where(entry => entry.SubjectType == nameof(ExportJob) && entry.SubjectId != null && EF.Parameter(ids).Contains(entry.SubjectId.Value))
            .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.PersonalChanges, (string?)null), ct);
    }
}
