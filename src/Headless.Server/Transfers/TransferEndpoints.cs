using System.Globalization;
using System.Text.Json;
using Headless.Server.Assets;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Headless.Server.Transfers;

/// <summary>Where files of rows go in and out, at addresses that open one of them for a time.</summary>
internal static class TransferEndpoints
{
    public const string Put = "import-put";
    public const string Rejections = "import-rejections";
    public const string Export = "export";

    private const int RejectionsAtOnce = 1_000;

    public static void MapTransfers(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPut("/imports/{id:long}", PutAsync).DisableAntiforgery();
        endpoints.MapGet("/imports/{id:long}/rejections", GetRejectionsAsync);
        endpoints.MapGet("/exports/{id:long}", GetExportAsync);
    }

    /// <summary>Where the file of an import goes.</summary>
    public static string AddressOf(ImportJob job, AssetAddresses addresses) =>
        addresses.Sign(string.Create(CultureInfo.InvariantCulture, $"/imports/{job.Id}"), Put, job.Id, job.Size!.Value.ToString(CultureInfo.InvariantCulture), job.UploadUntil!.Value);

    public static string RejectionsOf(ImportJob job, AssetAddresses addresses, DateTime until) =>
        addresses.Sign(string.Create(CultureInfo.InvariantCulture, $"/imports/{job.Id}/rejections"), Rejections, job.Id, job.Sha256!, until);

    public static string AddressOf(ExportJob job, AssetAddresses addresses, DateTime until) =>
        addresses.Sign(string.Create(CultureInfo.InvariantCulture, $"/exports/{job.Id}"), Export, job.Id, job.Sha256!, until);

    private static async Task PutAsync(long id, HttpContext context, CommunityDatabase database, AssetAddresses addresses, TransferIntake intake, TransferOptions options, TimeProvider clock)
    {
        var ct = context.RequestAborted;
        ImportJob? job;
        await using (var db = database.Create(AccessScope.Everything))
        {
            job = await db.ImportJobs.AsNoTracking().FirstOrDefaultAsync(j => j.Id == id, ct);
        }

        if (job is null || !IsValid(context, addresses, Put, id, job.Size?.ToString(CultureInfo.InvariantCulture)))
        {
            await FileProblem.WriteAsync(context, StatusCodes.Status403Forbidden, "UPLOAD_NOT_OPEN", "The address is not valid, or its time has passed: start the import again.");
            return;
        }

        if (!job.IsAwaited)
        {
            await FileProblem.WriteAsync(context, StatusCodes.Status409Conflict, DomainErrorCodes.ImportFileReceived, "The import has its file, or does not wait for it any more.");
            return;
        }

        if (context.Request.ContentLength is { } length && length != job.Size)
        {
            await FileProblem.WriteAsync(context, StatusCodes.Status400BadRequest, DomainErrorCodes.AssetIncomplete, $"The request has {length} bytes; {job.Size} were announced.");
            return;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = job.Size;
        }

        try
        {
            var file = await intake.TakeAsync(context.Request.Body, job.Size, job.Encoding, ct);
            await database.WriteAsync(
                AccessScope.Everything,
                async (db, token) =>
                {
                    var row = await db.ImportJobs.FirstAsync(j => j.Id == id, token);
                    row.Receive(file.Sha256, file.Size, file.Encoding, file.Lines, clock.GetUtcNow().UtcDateTime + options.KeepFiles);
                    await db.SaveChangesAsync(token);
                },
                ct);
            context.Response.StatusCode = StatusCodes.Status204NoContent;
        }
        catch (DomainException exception)
        {
            var status = exception.Code switch
            {
                DomainErrorCodes.AssetTooLarge => StatusCodes.Status413PayloadTooLarge,
                DomainErrorCodes.ImportEncodingUnknown or DomainErrorCodes.ImportFileBinary => StatusCodes.Status415UnsupportedMediaType,
                DomainErrorCodes.ImportFileReceived => StatusCodes.Status409Conflict,
                _ => StatusCodes.Status400BadRequest,
            };
            await FileProblem.WriteAsync(context, status, exception.Code, exception.Message);
        }
        catch (DbUpdateConcurrencyException)
        {
            await FileProblem.WriteAsync(context, StatusCodes.Status409Conflict, DomainErrorCodes.ImportFileReceived, "Somebody else has sent the file at the same time.");
        }
    }

    private static async Task GetExportAsync(long id, HttpContext context, CommunityDatabase database, AssetAddresses addresses, IAssetStore store)
    {
        var ct = context.RequestAborted;
        ExportJob? job;
        await using (var db = database.Create(AccessScope.Everything))
        {
            job = await db.ExportJobs.AsNoTracking().FirstOrDefaultAsync(j => j.Id == id, ct);
        }

        if (job?.Sha256 is null || !IsValid(context, addresses, Export, id, job.Sha256))
        {
            await RefuseAsync(context);
            return;
        }

        await using var content = await store.OpenAsync(job.Sha256, 0, job.Size!.Value, ct);
        if (content is null)
        {
            await FileProblem.WriteAsync(context, StatusCodes.Status404NotFound, "CONTENT_MISSING", "The store does not have the file any more: export the list again.");
            return;
        }

        Describe(context.Response, job.Format, string.Create(CultureInfo.InvariantCulture, $"{job.Subject.ToString().ToLowerInvariant()}-{job.Id}"));
        context.Response.ContentLength = job.Size;
        await content.CopyToAsync(context.Response.Body, ct);
    }

    /// <summary>The rows that were rejected as a CSV file: what is wrong with each, and what it said, so that it can be mended and sent again as it is.</summary>
    private static async Task GetRejectionsAsync(long id, HttpContext context, CommunityDatabase database, AssetAddresses addresses, ImportWorker imports)
    {
        var ct = context.RequestAborted;
        await using var db = database.Create(AccessScope.Everything);
        var job = await db.ImportJobs.AsNoTracking().FirstOrDefaultAsync(j => j.Id == id, ct);
        if (job?.Sha256 is null || !IsValid(context, addresses, Rejections, id, job.Sha256))
        {
            await RefuseAsync(context);
            return;
        }

        Describe(context.Response, TransferFormat.Csv, string.Create(CultureInfo.InvariantCulture, $"rejections-{job.Id}"));
        string[] own = ["row", "field", "code", "message"];
        string[] columns = [.. imports.ColumnsOf(job.Subject).Select(column => column.Name)];
        using var part = new MemoryStream();
        await using var csv = ExportFile.CreateCsv(part, [.. own.Select(name => ImportReading.OwnColumn + name), .. columns]);
        for (var after = 0L; ;)
        {
            var page = await db.ImportRejections.AsNoTracking().Where(r => r.ImportJobId == id && r.Row > after).OrderBy(r => r.Row).Take(RejectionsAtOnce).ToListAsync(ct);
            foreach (var row in page)
            {
                var values = JsonSerializer.Deserialize<Dictionary<string, string>>(row.Text)!;
                csv.WriteField(row.Row, default);
                csv.WriteField(row.Field ?? string.Empty);
                csv.WriteField(row.Code);
                csv.WriteField(row.Message);
                foreach (var column in columns)
                {
                    csv.WriteField(values.GetValueOrDefault(column, string.Empty));
                }

                csv.EndRecord();
            }

            csv.Flush();
            await context.Response.Body.WriteAsync(part.GetBuffer().AsMemory(0, (int)part.Length), ct);
            part.SetLength(0);
            if (page.Count < RejectionsAtOnce)
            {
                return;
            }

            after = page[^1].Row;
        }
    }

    private static void Describe(HttpResponse response, TransferFormat format, string name)
    {
        response.ContentType = format == TransferFormat.Csv ? "text/csv; charset=utf-8" : "application/x-ndjson; charset=utf-8";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "private, no-store";
        var disposition = new ContentDispositionHeaderValue("attachment");
        disposition.SetHttpFileName($"{name}.{(format == TransferFormat.Csv ? "csv" : "jsonl")}");
        response.Headers.ContentDisposition = disposition.ToString();
    }

    private static bool IsValid(HttpContext context, AssetAddresses addresses, string method, long id, string? of) =>
        of is not null && addresses.IsValid(method, id, of, context.Request.Query["expires"], context.Request.Query["signature"]);

    private static Task RefuseAsync(HttpContext context) =>
        FileProblem.WriteAsync(context, StatusCodes.Status403Forbidden, "DOWNLOAD_NOT_OPEN", "The address is not valid, its time has passed, or the file is not kept any more: ask the job for another.");
}
