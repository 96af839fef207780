using System.Globalization;
using Headless.Server.Access;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;

namespace Headless.Server.Assets;

/// <summary>Where the bytes of assets go in and out: <c>PUT</c> and <c>GET /assets/{id}</c>.</summary>
internal static class AssetEndpoints
{
    /// <summary>Nothing in it runs, loads anything or reads the page around it, whatever a browser takes it for.</summary>
    private const string Policy = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

    public static void MapAssets(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapPut(AssetAddresses.Path + "/{id:long}", PutAsync).DisableAntiforgery();
        endpoints.MapMethods(AssetAddresses.Path + "/{id:long}", [HttpMethods.Get, HttpMethods.Head], GetAsync);
    }

    private static async Task PutAsync(long id, HttpContext context, CommunityDatabase database, AssetAddresses addresses, AssetIntake intake, TimeProvider clock)
    {
        var ct = context.RequestAborted;
        Asset? asset;
        await using (var db = database.Create(AccessScope.Everything))
        {
            asset = await db.Assets.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, ct);
        }

        var query = context.Request.Query;
        if (asset is null
            || !addresses.IsValid("put", id, asset.Size.ToString(CultureInfo.InvariantCulture), query["expires"], query["signature"])
            || asset.UploadUntil is null || asset.UploadUntil < clock.GetUtcNow().UtcDateTime)
        {
            await FileProblem.WriteAsync(context, StatusCodes.Status403Forbidden, "UPLOAD_NOT_OPEN", "The address is not valid, or its time has passed: announce the file with createAssetUpload again.");
            return;
        }

        if (asset.Status != AssetStatus.Pending)
        {
            await FileProblem.WriteAsync(context, StatusCodes.Status409Conflict, "ALREADY_UPLOADED", "The file has come already: complete it with completeAssetUpload.");
            return;
        }

        if (context.Request.ContentLength is { } length && length != asset.Size)
        {
            await FileProblem.WriteAsync(context, StatusCodes.Status400BadRequest, DomainErrorCodes.AssetIncomplete, $"The request has {length} bytes; {asset.Size} were announced.");
            return;
        }

        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = asset.Size;
        }

        try
        {
            var content = await intake.TakeAsync(asset.Name, context.Request.Body, asset.Size, ct);
            await database.WriteAsync(
                AccessScope.Everything,
                async (db, token) =>
                {
                    var row = await db.Assets.FirstAsync(a => a.Id == id, token);
                    row.Receive(content);
                    await db.SaveChangesAsync(token);
                },
                ct);
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            context.Response.Headers.ETag = $"\"{content.Sha256}\"";
        }
        catch (DomainException exception) when (exception.Code is DomainErrorCodes.AssetTooLarge)
        {
            await FileProblem.WriteAsync(context, StatusCodes.Status413PayloadTooLarge, exception.Code, exception.Message);
        }
        catch (DomainException exception) when (exception.Code is DomainErrorCodes.AssetTypeMismatch or DomainErrorCodes.AssetTypeNotAllowed or DomainErrorCodes.ImageUnreadable)
        {
            await FileProblem.WriteAsync(context, StatusCodes.Status415UnsupportedMediaType, exception.Code, exception.Message);
        }
        catch (DomainException exception)
        {
            await FileProblem.WriteAsync(context, StatusCodes.Status400BadRequest, exception.Code, exception.Message);
        }
        catch (DbUpdateConcurrencyException)
        {
            await FileProblem.WriteAsync(context, StatusCodes.Status409Conflict, "ALREADY_UPLOADED", "Somebody else has sent the file at the same time: complete it with completeAssetUpload.");
        }
    }

    private static async Task GetAsync(long id, HttpContext context, CommunityDatabase database, Caller caller, AssetAddresses addresses, IAssetStore store, TimeProvider clock)
    {
        var ct = context.RequestAborted;
        await using var everything = database.Create(AccessScope.Everything);
        var asset = await everything.Assets.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id && a.Status == AssetStatus.Ready, ct);
        var query = context.Request.Query;
        var isSigned = asset?.Sha256 is { } hash && addresses.IsValid("get", id, hash, query["expires"], query["signature"]);
        if (!isSigned && !caller.May(Policies.Read))
        {
            await FileProblem.WriteAsync(context, caller.OperatorId is null ? StatusCodes.Status401Unauthorized : StatusCodes.Status403Forbidden, "FORBIDDEN", "Send a key that may READ, or use the address that Asset.url gives.");
            return;
        }

        if (asset is null)
        {
            await FileProblem.WriteAsync(context, StatusCodes.Status404NotFound, "NOT_FOUND", "There is no such asset.");
            return;
        }

        await SendAsync(context, asset, store, isSigned ? query["expires"].ToString() : null, clock, ct);
    }

    private static async Task SendAsync(HttpContext context, Asset asset, IAssetStore store, string? expires, TimeProvider clock, CancellationToken ct)
    {
        var (request, response) = (context.Request.GetTypedHeaders(), context.Response);
        var tag = new EntityTagHeaderValue($"\"{asset.Sha256}\"");
        var headers = response.GetTypedHeaders();
        headers.ETag = tag;
        headers.CacheControl = new CacheControlHeaderValue { Private = true, MaxAge = MaxAge(expires, clock), Extensions = { new NameValueHeaderValue("immutable") } };
        response.Headers.AcceptRanges = "bytes";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.ContentSecurityPolicy = Policy;
        response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        response.Headers.ContentDisposition = Disposition(asset);

        // Text would be compressed on its way, and ranges and the tag are those of the bytes themselves: it is a download like any other.
        response.ContentType = asset.MediaType == "text/plain" ? "application/octet-stream" : asset.MediaType;
        if (request.IfNoneMatch.Any(known => known.Tag == "*" || known.Compare(tag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var (offset, length) = (0L, asset.Size);
        if (request.Range is { Unit.Value: "bytes", Ranges: { Count: 1 } ranges } && (request.IfRange is null || request.IfRange.EntityTag?.Compare(tag, useStrongComparison: true) == true))
        {
            var range = ranges.First();
            var from = range.From ?? Math.Max(0, asset.Size - range.To!.Value);
            var to = range.From is null ? asset.Size - 1 : Math.Min(range.To ?? long.MaxValue, asset.Size - 1);
            if (from >= asset.Size || from > to)
            {
                headers.ContentRange = new ContentRangeHeaderValue(asset.Size);
                response.StatusCode = StatusCodes.Status416RangeNotSatisfiable;
                return;
            }

            (offset, length) = (from, to - from + 1);
            headers.ContentRange = new ContentRangeHeaderValue(from, to, asset.Size);
            response.StatusCode = StatusCodes.Status206PartialContent;
        }

        response.ContentLength = length;
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }

        await using var content = await store.OpenAsync(asset.Sha256!, offset, length, ct);
        if (content is null)
        {
            response.Clear();
            await FileProblem.WriteAsync(context, StatusCodes.Status404NotFound, "CONTENT_MISSING", "The store does not have the bytes of this asset any more.");
            return;
        }

        await StreamCopyOperation.CopyToAsync(content, response.Body, length, ct);
    }

    /// <summary>The content of an asset never changes; an address that ends is not to be remembered longer.</summary>
    private static TimeSpan MaxAge(string? expires, TimeProvider clock) => expires is null
        ? TimeSpan.FromDays(365)
        : TimeSpan.FromSeconds(Math.Max(0, long.Parse(expires, CultureInfo.InvariantCulture) - clock.GetUtcNow().ToUnixTimeSeconds()));

    /// <summary>Pictures, films and sounds are shown where they are asked for; everything else is a download.</summary>
    private static string Disposition(Asset asset)
    {
        var disposition = new ContentDispositionHeaderValue(asset.Kind == AssetKind.Document ? "attachment" : "inline");
        disposition.SetHttpFileName(asset.Name);
        return disposition.ToString();
    }
}
