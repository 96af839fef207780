using Headless.GraphQL.Execution;
using Microsoft.AspNetCore.Http;

namespace Headless.GraphQL.AspNetCore.Http;

/// <summary>Writes a single result as JSON, with the status code that its media type and the profile ask for.</summary>
internal static class ResultWriter
{
    private const int PartialData = 294;

    public static async Task WriteAsync(HttpContext context, OperationResult result, ResponseFormat format, HttpStatusCodeProfile profile)
    {
        var response = context.Response;
        if (result.ErrorCode == ErrorCodes.OperationNotAllowed)
        {
            Refuse(response);
        }
        else
        {
            response.StatusCode = GetStatusCode(result, format, profile);
        }

        response.ContentType = format == ResponseFormat.GraphQLResponse ? MediaTypes.GraphQLResponse : MediaTypes.Json;
        response.ContentLength = result.Payload.Length;
        await response.BodyWriter.WriteAsync(result.Payload, context.RequestAborted);
    }

    /// <summary>Answers a request that has no well-formed parameters: 400 in either media type (GraphQL over HTTP, "Status codes").</summary>
    public static async Task WriteInvalidRequestAsync(HttpContext context, ResponseFormat format, string message)
    {
        using var result = RequestErrors.InvalidRequest(message);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        context.Response.ContentType = format == ResponseFormat.GraphQLResponse ? MediaTypes.GraphQLResponse : MediaTypes.Json;
        context.Response.ContentLength = result.Payload.Length;
        await context.Response.BodyWriter.WriteAsync(result.Payload, context.RequestAborted);
    }

    private static int GetStatusCode(OperationResult result, ResponseFormat format, HttpStatusCodeProfile profile) => (format, profile) switch
    {
        (ResponseFormat.Json, _) => StatusCodes.Status200OK,
        (_, HttpStatusCodeProfile.Audited) => result.IsRequestError ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK,
        _ when result.ErrorCode == ErrorCodes.SyntaxError => StatusCodes.Status400BadRequest,
        _ when result.IsRequestError => StatusCodes.Status422UnprocessableEntity,
        _ when result.HasErrors => PartialData,
        _ => StatusCodes.Status200OK,
    };

    private static void Refuse(HttpResponse response)
    {
        response.StatusCode = StatusCodes.Status405MethodNotAllowed;
        response.Headers.Allow = "POST";
    }
}
