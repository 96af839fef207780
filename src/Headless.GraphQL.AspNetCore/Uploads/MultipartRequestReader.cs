using Headless.GraphQL.AspNetCore.Http;
using Headless.GraphQL.Types;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Headless.GraphQL.AspNetCore.Uploads;

/// <summary>
/// Reads a request that carries files (GraphQL multipart request specification): the parts <c>operations</c>, <c>map</c> and the files, in this
/// order, so that each file can be checked as it comes.
/// </summary>
internal sealed class MultipartRequestReader : IDisposable
{
    /// <summary>Longest boundary (RFC 2046, section 5.1.1).</summary>
    private const int MaxBoundaryLength = 70;

    private readonly GraphQLServerOptions _options;
    private readonly MultipartReader _parts;
    private readonly List<UploadedFile> _files = [];
    private long _totalSize;

    private MultipartRequestReader(HttpRequest request, string boundary, GraphQLServerOptions options)
    {
        _options = options;
        _parts = new MultipartReader(boundary, request.Body);
        var body = request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>();
        if (body is { IsReadOnly: false })
        {
            // The host's limit is for requests of any kind; what counts here is counted here.
            body.MaxRequestBodySize = null;
        }
    }

    public static bool IsMultipart(HttpRequest request)
        => request.ContentType?.StartsWith("multipart/form-data", StringComparison.OrdinalIgnoreCase) ?? false;

    /// <summary>Prepares the reading; the files live until the reader is disposed.</summary>
    /// <exception cref="InvalidRequestException">A web page could have sent it unasked, or the content type has no usable boundary.</exception>
    public static MultipartRequestReader Create(HttpRequest request, GraphQLServerOptions options)
    {
        CrossSiteGuard.RequirePreflightHeader(request);
        return MediaTypeHeaderValue.TryParse(request.ContentType, out var contentType)
            && HeaderUtilities.RemoveQuotes(contentType.Boundary).ToString() is { Length: > 0 and <= MaxBoundaryLength } boundary
                ? new MultipartRequestReader(request, boundary, options)
                : throw Malformed("The content type multipart/form-data needs a boundary.");
    }

    /// <summary>Reads the parameters and all files.</summary>
    /// <exception cref="InvalidRequestException">A part is missing, out of order or malformed, or there are more than the limits allow.</exception>
    /// <exception cref="BadHttpRequestException">A part or all of them are too large: 413.</exception>
    public async Task<RequestParameters> ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var parameters = RequestParametersReader.Read(await ReadTextAsync("operations", cancellationToken), _options.MaxJsonDepth);
            var map = UploadMap.Read(await ReadTextAsync("map", cancellationToken), parameters.Variables, _options.Uploads);
            parameters.Files = await ReadFilesAsync(map, cancellationToken);
            return parameters;
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException or (IOException and not BadHttpRequestException))
        {
            // InvalidOperationException is Brotli's, for a body that is not compressed as it says.
            throw Malformed("The body is not well-formed multipart/form-data.");
        }
    }

    public void Dispose() => _files.ForEach(file => file.Dispose());

    private async Task<byte[]> ReadTextAsync(string name, CancellationToken cancellationToken)
    {
        if (await _parts.ReadNextSectionAsync(cancellationToken) is not { } part || NameOf(part) != name)
        {
            throw Malformed("The parts of a multipart request are \"operations\", \"map\" and the files, in this order.");
        }

        using var text = new MemoryStream();
        var buffer = new byte[4096];
        int read;
        while ((read = await part.Body.ReadAsync(buffer, cancellationToken)) > 0)
        {
            text.Write(buffer, 0, read);
            if (text.Length > _options.MaxRequestBodySize)
            {
                throw new BadHttpRequestException(
                    $"The part \"{name}\" must not be larger than {_options.MaxRequestBodySize} bytes.", StatusCodes.Status413PayloadTooLarge);
            }
        }

        return text.ToArray();
    }

    private async Task<Dictionary<string, IFile>> ReadFilesAsync(UploadMap map, CancellationToken cancellationToken)
    {
        var files = new Dictionary<string, IFile>(StringComparer.Ordinal);
        while (await _parts.ReadNextSectionAsync(cancellationToken) is { } part)
        {
            if (NameOf(part) is not { } name || map.Take(name) is not { } places)
            {
                throw Malformed("Each part after \"map\" must be a file that the map names, once.");
            }

            var file = await ReadFileAsync(part, cancellationToken);
            foreach (var place in places)
            {
                files.Add(place, file);
            }
        }

        return map.Awaited.FirstOrDefault() is { } missing
            ? throw new InvalidRequestException($"The map names the file \"{missing}\", which did not come.", InvalidRequestException.UploadMissing)
            : files;
    }

    private async Task<UploadedFile> ReadFileAsync(MultipartSection part, CancellationToken cancellationToken)
    {
        var uploads = _options.Uploads;
        var disposition = part.GetContentDispositionHeader();
        var name = disposition is null ? default : disposition.FileNameStar.HasValue ? disposition.FileNameStar : disposition.FileName;
        var file = await UploadedFile.ReadAsync(
            HeaderUtilities.RemoveQuotes(name).ToString(),
            part.ContentType,
            part.Body,
            uploads.MaxTotalSize - _totalSize,
            uploads,
            cancellationToken);
        _files.Add(file);
        _totalSize += file.Length!.Value;
        return file;
    }

    private static string? NameOf(MultipartSection part)
        => part.GetContentDispositionHeader() is { } disposition && disposition.DispositionType.Equals("form-data", StringComparison.OrdinalIgnoreCase)
            ? HeaderUtilities.RemoveQuotes(disposition.Name).ToString()
            : null;

    private static InvalidRequestException Malformed(string message) => new(message, InvalidRequestException.MalformedUpload);
}
