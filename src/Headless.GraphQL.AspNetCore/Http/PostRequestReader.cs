using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Headless.GraphQL.AspNetCore.Http;

/// <summary>Reads the parameters from the body of a POST.</summary>
internal static class PostRequestReader
{
    /// <summary>Why a body of this content type cannot be read; null when it can: JSON in UTF-8, already decompressed.</summary>
    public static string? Refuse(HttpRequest request)
    {
        if (request.ContentType is not ("application/json" or "application/json; charset=utf-8"))
        {
            if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var contentType)
                || !contentType.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase))
            {
                return "Send the request as application/json.";
            }

            if (contentType.Charset.HasValue
                && !HeaderUtilities.RemoveQuotes(contentType.Charset).Equals(Encoding.UTF8.WebName, StringComparison.OrdinalIgnoreCase))
            {
                return "Send the request in UTF-8.";
            }
        }

        var encoding = request.Headers.ContentEncoding;
        return encoding.Count == 0 || string.Equals(encoding, "identity", StringComparison.OrdinalIgnoreCase)
            ? null
            : "Send the request as it is or compressed with br, gzip or deflate.";
    }

    /// <summary>Reads the body.</summary>
    /// <exception cref="InvalidRequestException">It does not hold the parameters of a request.</exception>
    /// <exception cref="BadHttpRequestException">It is larger than the limit (413) or not compressed as it says (400).</exception>
    public static async ValueTask<RequestParameters> ReadAsync(HttpRequest request, GraphQLServerOptions options, CancellationToken cancellationToken)
    {
        if (request.ContentLength > options.MaxRequestBodySize)
        {
            throw TooLarge(options);
        }

        // The whole body is kept in the pipe's own buffers and parsed where it lies.
        var body = request.BodyReader;
        while (true)
        {
            var read = await ReadAsync(body, cancellationToken);
            if (read.Buffer.Length > options.MaxRequestBodySize)
            {
                body.AdvanceTo(read.Buffer.End);
                throw TooLarge(options);
            }

            if (read.IsCompleted)
            {
                try
                {
                    return Parse(read.Buffer, options.MaxJsonDepth);
                }
                finally
                {
                    body.AdvanceTo(read.Buffer.End);
                }
            }

            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static async ValueTask<ReadResult> ReadAsync(PipeReader body, CancellationToken cancellationToken)
    {
        try
        {
            return await body.ReadAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidDataException or InvalidOperationException)
        {
            // InvalidOperationException is Brotli's.
            throw new BadHttpRequestException("The request body is not compressed as its content encoding says.", StatusCodes.Status400BadRequest);
        }
    }

    private static BadHttpRequestException TooLarge(GraphQLServerOptions options)
        => new($"The request body must not be larger than {options.MaxRequestBodySize} bytes.", StatusCodes.Status413PayloadTooLarge);

    private static RequestParameters Parse(ReadOnlySequence<byte> body, int maxDepth)
    {
        if (body.IsSingleSegment)
        {
            return RequestParametersReader.Read(body.FirstSpan, maxDepth);
        }

        var length = (int)body.Length;
        var buffer = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            body.CopyTo(buffer);
            return RequestParametersReader.Read(buffer.AsSpan(0, length), maxDepth);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
