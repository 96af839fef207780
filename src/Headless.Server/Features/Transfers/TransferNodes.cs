using System.Text.Json;
using Headless.Server.Access;
using Headless.Server.Assets;
using Headless.Server.Reading;
using Headless.Server.Transfers;

namespace Headless.Server.Features.Transfers;

/// <summary>What an import leads to.</summary>
[ExtendObjectType<ImportJob>]
public sealed class ImportJobNode
{
    [GraphQLIgnore]
    public static async Task<ImportJob?> GetImportJobAsync(long id, ByIdDataLoader<ImportJob> jobs, Caller caller, CancellationToken cancellationToken) =>
        await jobs.LoadAsync(id, cancellationToken) is { } job && caller.MaySee(job) ? job : null;

    [GraphQLDescription("About how much of its file has been dealt with, from 0 to 1; 1 where it is COMPLETED.")]
    public static double GetProgress([Parent($"{nameof(ImportJob.Status)} {nameof(ImportJob.Rows)} {nameof(ImportJob.Lines)}")] ImportJob job) =>
        job.Status == JobStatus.Completed ? 1 : Math.Min(1, job.Rows / (double)Math.Max(1, job.Lines));

    [GraphQLDescription("Where its file is to be PUT, without a key and once; null where it has come, or came with the request.")]
    public static string? GetUploadUrl(
        [Parent($"{nameof(ImportJob.Id)} {nameof(ImportJob.Status)} {nameof(ImportJob.Sha256)} {nameof(ImportJob.Size)} {nameof(ImportJob.UploadUntil)} {nameof(ImportJob.RequestedById)} {nameof(ImportJob.ScopeFlags)}")] ImportJob job,
        Caller caller,
        AssetAddresses addresses) =>
        job is { IsAwaited: true, UploadUntil: not null } && caller.MayDownload(job) ? TransferEndpoints.AddressOf(job, addresses) : null;

    [GraphQLDescription("An address at which the rejected rows are a CSV file, for 15 minutes: what is wrong with each, and what it said. Mended, it can be imported as it is. Null where no row was rejected, for others than whoever asked, and when it is not kept any more.")]
    public static string? GetRejectionsUrl(
        [Parent($"{nameof(ImportJob.Id)} {nameof(ImportJob.Sha256)} {nameof(ImportJob.Rejected)} {nameof(ImportJob.RequestedById)} {nameof(ImportJob.ScopeFlags)}")] ImportJob job,
        Caller caller,
        AssetAddresses addresses,
        TransferOptions options,
        TimeProvider clock) =>
        job is { Sha256: not null, Rejected: > 0 } && caller.MayDownload(job)
            ? TransferEndpoints.RejectionsOf(job, addresses, clock.GetUtcNow().UtcDateTime + options.DownloadWindow)
            : null;

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [GraphQLDescription("The rows that were refused, in the order of the file.")]
    public static IQueryable<ImportRejection> GetRejections([Parent(nameof(ImportJob.Id))] ImportJob job, CommunityDbContext db) =>
        db.ImportRejections.Where(r => r.ImportJobId == job.Id);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [GraphQLDescription("The group of rows that name none.")]
    public static Task<Group?> GetGroupAsync([Parent(nameof(ImportJob.GroupId))] ImportJob job, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(job.GroupId, cancellationToken);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [GraphQLDescription("The dry run that it follows; null: none.")]
    public static async Task<ImportJob?> GetDryRunAsync(
        [Parent(nameof(ImportJob.DryRunId))] ImportJob job, ByIdDataLoader<ImportJob> jobs, Caller caller, CancellationToken cancellationToken) =>
        await jobs.LoadAsync(job.DryRunId, cancellationToken) is { } dryRun && caller.MaySee(dryRun) ? dryRun : null;

    [Cost(1)]
    [GraphQLDescription("Who asked for it.")]
    public static Task<Operator?> GetRequestedByAsync([Parent(nameof(ImportJob.RequestedById))] ImportJob job, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(job.RequestedById, cancellationToken);
}

/// <summary>What a rejected row said.</summary>
[ExtendObjectType<ImportRejection>]
public sealed class ImportRejectionNode
{
    [Authorize(Policies.ReadPersonalData)]
    [GraphQLDescription("What the row said: an object with a member for each column that had something; long values are cut. Personal data: needs READ_PERSONAL_DATA.")]
    public static JsonElement? GetValues([Parent(nameof(ImportRejection.Text))] ImportRejection rejection) => JsonSerializer.Deserialize<JsonElement>(rejection.Text);
}

/// <summary>What an export leads to.</summary>
[ExtendObjectType<ExportJob>]
public sealed class ExportJobNode
{
    [GraphQLIgnore]
    public static async Task<ExportJob?> GetExportJobAsync(long id, ByIdDataLoader<ExportJob> jobs, Caller caller, CancellationToken cancellationToken) =>
        await jobs.LoadAsync(id, cancellationToken) is { } job && caller.MaySee(job) ? job : null;

    [GraphQLDescription("About how much of the list has been written, from 0 to 1; 1 where it is COMPLETED.")]
    public static double GetProgress([Parent($"{nameof(ExportJob.Status)} {nameof(ExportJob.Rows)} {nameof(ExportJob.Expected)}")] ExportJob job) =>
        job.Status == JobStatus.Completed ? 1 : Math.Min(1, job.Rows / (double)Math.Max(1, job.Expected));

    [GraphQLDescription("An address at which its file can be downloaded, without a key and for 15 minutes. Null before it is COMPLETED, for others than whoever asked, and when it is not kept any more.")]
    public static string? GetUrl(
        [Parent($"{nameof(ExportJob.Id)} {nameof(ExportJob.Sha256)} {nameof(ExportJob.RequestedById)} {nameof(ExportJob.ScopeFlags)}")] ExportJob job,
        Caller caller,
        AssetAddresses addresses,
        TransferOptions options,
        TimeProvider clock) =>
        job.Sha256 is not null && caller.MayDownload(job) ? TransferEndpoints.AddressOf(job, addresses, clock.GetUtcNow().UtcDateTime + options.DownloadWindow) : null;

    [Cost(1)]
    [GraphQLDescription("Who asked for it.")]
    public static Task<Operator?> GetRequestedByAsync([Parent(nameof(ExportJob.RequestedById))] ExportJob job, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(job.RequestedById, cancellationToken);
}
