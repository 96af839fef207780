using System.Security.Cryptography;
using System.Text;
using Headless.GraphQL.Execution;
using Headless.GraphQL.Printing;
using Headless.GraphQL.Types;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Headless.GraphQL.AspNetCore.Http;

/// <summary>Serves the schema definition, so that code generators and editors need no introspection query.</summary>
internal sealed class SchemaEndpoint(IRequestExecutor executor, IWebHostEnvironment environment)
{
    private readonly Lazy<PrintedSchema> _printed = new(() => new PrintedSchema(executor.Schema));

    public async Task HandleAsync(HttpContext context)
    {
        if (!context.GetServerOptions().IsSchemaEnabled(environment))
        {
            await Problems.Write(context, StatusCodes.Status404NotFound, "The schema is not published here.");
            return;
        }

        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            await Problems.MethodNotAllowed(context, "GET, HEAD", "Read the schema by GET.");
            return;
        }

        var printed = _printed.Value;
        var headers = context.Response.GetTypedHeaders();
        headers.ETag = printed.ETag;
        headers.CacheControl = new CacheControlHeaderValue { NoCache = true };
        if (ConditionalGet.IsKnown(context.Request, printed.ETag))
        {
            context.Response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        context.Response.ContentType = MediaTypes.Schema;
        context.Response.ContentLength = printed.Text.Length;
        if (HttpMethods.IsGet(context.Request.Method))
        {
            await context.Response.BodyWriter.WriteAsync(printed.Text, context.RequestAborted);
        }
    }

    private sealed class PrintedSchema
    {
        public PrintedSchema(Schema schema)
        {
            Text = Encoding.UTF8.GetBytes(SchemaPrinter.Print(schema));
            // Weak: it may go out compressed or not.
            ETag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(Text))}\"", isWeak: true);
        }

        public byte[] Text { get; }

        public EntityTagHeaderValue ETag { get; }
    }
}
