using Headless.GraphQL.Execution;
using Headless.GraphQL.Language;
using Microsoft.AspNetCore.Http;

namespace Headless.GraphQL.AspNetCore.Http;

/// <summary>Writes a single result as JSON, with the status code that its media type and the profile ask for.</summary>
internal static class ResultWriter
{
    private const int PartialData = 294;

    public static Task WriteAsync(HttpContext context, OperationResult result, ResponseFormat format, HttpStatusCodeProfile profile)
    {
        context.Response.StatusCode = result.HttpStatusCode ?? GetStatusCode(result, format, profile);
        return WritePayloadAsync(context, result, format);
    }

    /// <summary>Answers a request that has no well-formed parameters: 400 in either media type (GraphQL over HTTP, "Status codes").</summary>
    public static async Task WriteInvalidRequestAsync(HttpContext context, ResponseFormat format, InvalidRequestException exception)
    {
        using var result = RequestErrors.From(exception);
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        await WritePayloadAsync(context, result, format);
    }

    /// <summary>
    /// Answers an operation of a kind that the request may not execute: by GET anything but a query (405), by POST a subscription
    /// whose client does not take event streams (406).
    /// </summary>
    public static Task WriteNotAllowedAsync(HttpContext context, OperationResult result, ResponseFormat format)
    {
        if (HttpMethods.IsGet(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            context.Response.Headers.Allow = HttpMethods.Post;
        }
        else
        {
            context.Response.StatusCode = StatusCodes.Status406NotAcceptable;
        }

        return WritePayloadAsync(context, result, format);
    }

    private static int GetStatusCode(OperationResult result, ResponseFormat format, HttpStatusCodeProfile profile) => (format, profile) switch
    {
        (ResponseFormat.Json, _) => StatusCodes.Status200OK,
        _ when result.IsRequestError && result.Errors[0].Code == ErrorCodes.ExecutionTimeout => StatusCodes.Status504GatewayTimeout,
        (_, HttpStatusCodeProfile.Audited) => result.IsRequestError ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK,
        _ when !result.IsRequestError => result.HasErrors ? PartialData : StatusCodes.Status200OK,
        _ => IsSyntaxError(result) ? StatusCodes.Status400BadRequest : StatusCodes.Status422UnprocessableEntity,
    };

    private static bool IsSyntaxError(OperationResult result) => result.Errors[0].Code
        is SyntaxErrorCodes.SyntaxError or SyntaxErrorCodes.DocumentTooDeep or SyntaxErrorCodes.TooManyTokens or SyntaxErrorCodes.DocumentTooLarge;

    private static async Task WritePayloadAsync(HttpContext context, OperationResult result, ResponseFormat format)
    {
        var response = context.Response;
        response.ContentType = format == ResponseFormat.GraphQLResponse ? MediaTypes.GraphQLResponse : MediaTypes.Json;
        response.Headers.Vary = "Accept";
        if (HttpMethods.IsGet(context.Request.Method) && ConditionalGet.IsUnchanged(context, result))
        {
            return;
        }

        response.ContentLength = result.Payload.Length;
        await response.BodyWriter.WriteAsync(result.Payload, context.RequestAborted);
    }
}
