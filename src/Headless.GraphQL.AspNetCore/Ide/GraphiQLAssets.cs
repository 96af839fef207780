using Headless.GraphQL.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;

namespace Headless.GraphQL.AspNetCore.Ide;

/// <summary>Serves what the npm build of <c>GraphiQL/</c> put below the web root, where the IDE is enabled.</summary>
internal sealed class GraphiQLAssets(IWebHostEnvironment environment)
{
    /// <summary>The part of the URL below the endpoint.</summary>
    public const string RouteSegment = "graphiql";

    private static readonly FileExtensionContentTypeProvider s_contentTypes = new();

    public Task HandleAsync(HttpContext context)
    {
        var options = context.GetServerOptions();
        var name = context.Request.RouteValues["asset"] as string ?? "";
        var file = environment.WebRootFileProvider.GetFileInfo($"{options.Tool.AssetFolder}/{name}");
        if (!options.IsToolEnabled(environment) || !file.Exists || file.IsDirectory || !s_contentTypes.TryGetContentType(name, out var contentType))
        {
            return Problems.Write(context, StatusCodes.Status404NotFound, "There is no such file.");
        }

        context.Response.Headers.XContentTypeOptions = "nosniff";
        return TypedResults.Stream(file.CreateReadStream(), contentType, lastModified: file.LastModified).ExecuteAsync(context);
    }
}
