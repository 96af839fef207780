using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Headless.GraphQL.AspNetCore.Http;

/// <summary>Answers requests that are not GraphQL with problem details (RFC 9457).</summary>
internal static class Problems
{
    public static Task MethodNotAllowed(HttpContext context, string allow, string detail)
    {
        context.Response.Headers.Allow = allow;
        return Write(context, StatusCodes.Status405MethodNotAllowed, detail);
    }

    public static Task NotAcceptable(HttpContext context, string detail)
        => Write(context, StatusCodes.Status406NotAcceptable, detail);

    public static Task UnsupportedMediaType(HttpContext context, string detail)
        => Write(context, StatusCodes.Status415UnsupportedMediaType, detail);

    /// <summary>Writes problem details whose title is the status code's.</summary>
    public static Task Write(HttpContext context, int statusCode, string detail)
        => context.Response.HasStarted ? Task.CompletedTask : TypedResults.Problem(detail, statusCode: statusCode).ExecuteAsync(context);
}
