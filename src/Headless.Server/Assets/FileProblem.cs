namespace Headless.Server.Assets;

/// <summary>What an endpoint of files answers where it does not do what it was asked: problem details with a stable <c>code</c>.</summary>
internal static class FileProblem
{
    public static Task WriteAsync(HttpContext context, int status, string code, string detail) =>
        Results.Problem(detail, statusCode: status, extensions: new Dictionary<string, object?> { ["code"] = code }).ExecuteAsync(context);
}
