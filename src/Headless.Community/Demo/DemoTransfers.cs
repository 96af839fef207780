using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Demo;

/// <summary>A file that was imported into the demo community yesterday, and what was refused of it.</summary>
internal static class DemoTransfers
{
    public static async Task AddAsync(CommunityDbContext db, TimeZoneInfo zone, DateTime now, CancellationToken ct)
    {
        var lead = await db.Operators.Where(o => o.Role == OperatorRole.Lead).OrderBy(o => o.Id).FirstAsync(ct);
        var dryRun = new ImportJob
        {
            Subject = ImportSubject.Members, Format = TransferFormat.Csv, FileName = "药店客户.csv", Source = string.Empty, Platform = Platform.Wechat, TimeZone = zone.Id, IsDryRun = true,
            RequestedById = lead.Id, Role = lead.Role, ScopeFlags = ApiKeyScope.Read | ApiKeyScope.ReadPersonalData | ApiKeyScope.Write,
        };
        dryRun.Start(now.AddDays(-1));
        dryRun.Advance(new ImportCounts(0, 0, 2, 1));
        dryRun.Complete(now.AddDays(-1).AddSeconds(1));
        dryRun.Rejections.Add(new ImportRejection
        {
            Row = 3, Field = "birthYear", Code = "INVALID_BIRTH_YEAR", Message = "'birthYear' must be a year from 1900 to this one.", Text = """{"account":"wx-0003","displayName":"惠民大药房","birthYear":"19910"}""",
        });
        db.ImportJobs.Add(dryRun);
        var export = new ExportJob
        {
            Subject = ExportSubject.Orders, Format = TransferFormat.Csv, ColumnList = "externalId,paidAt,amount,currency,status", Filter = """{ status: { eq: PAID } }""",
            Expected = 40, RequestedById = lead.Id, Role = lead.Role, ScopeFlags = ApiKeyScope.Read,
        };
        export.Cancel(now.AddDays(-1));
        db.ExportJobs.Add(export);
        await db.SaveChangesAsync(ct);
    }
}
