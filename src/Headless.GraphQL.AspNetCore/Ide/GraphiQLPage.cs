using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Headless.GraphQL.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Headless.GraphQL.AspNetCore.Ide;

/// <summary>The page with GraphiQL: over the assets of the npm build where they are, over a public CDN otherwise.</summary>
internal sealed class GraphiQLPage(IWebHostEnvironment environment)
{
    /// <summary>Where the page is below the endpoint, beside being at the endpoint itself.</summary>
    public const string AddressOfItsOwn = "/ui";

    private const string Cdn = "https://esm.sh";

    public Task WriteAsync(HttpContext context, GraphQLToolOptions tool)
    {
        var request = context.Request;
        var path = request.Path.Value!;
        var endpoint = request.PathBase + (path.EndsWith(AddressOfItsOwn, StringComparison.OrdinalIgnoreCase) ? path[..^AddressOfItsOwn.Length] : path);
        var nonce = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));
        var built = environment.WebRootFileProvider.GetFileInfo($"{tool.AssetFolder}/graphiql.js").Exists;
        var response = context.Response;
        response.ContentType = MediaTypes.Html;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentSecurityPolicy = Policy(nonce, built ? "" : $" {Cdn}");
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.XContentTypeOptions = "nosniff";
        return response.WriteAsync(
            Page(tool, endpoint, nonce, built ? BuiltAssets(endpoint, nonce) : CdnAssets(nonce)),
            Encoding.UTF8,
            context.RequestAborted);
    }

    // Scripts only with the nonce or from the endpoint. The CDN's import map has an empty module as a data URL besides, and its
    // workers start from blobs. The editor sets styles of its own.
    private static string Policy(string nonce, string cdn) =>
        $"default-src 'none'; script-src 'self' 'nonce-{nonce}'{cdn}{(cdn.Length == 0 ? "" : " data:")}; worker-src 'self' blob:{cdn}; style-src 'self' 'unsafe-inline'{cdn}; "
        + $"font-src 'self' data:{cdn}; img-src 'self' data:; connect-src 'self'{cdn}; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private static string Page(GraphQLToolOptions tool, string endpoint, string nonce, string assets) => $$"""
        <!doctype html>
        <html lang="en">
          <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>{{Encode(tool.Title)}}</title>
            <link rel="icon" href="data:,">
            <style>
              body { margin: 0; }
              #graphiql { height: 100dvh; }
              #graphiql > p { font: 1rem system-ui, sans-serif; padding: 2rem; }
            </style>
            {{assets}}
          </head>
          <body>
            <div id="graphiql" data-endpoint="{{Encode(endpoint)}}"{{DefaultQuery(tool)}}><p>Loading {{Encode(tool.Title)}} …</p></div>
          </body>
        </html>

        """;

    private static string DefaultQuery(GraphQLToolOptions tool)
        => tool.DefaultQuery is null ? "" : $" data-default-query=\"{Encode(tool.DefaultQuery)}\"";

    private static string BuiltAssets(string endpoint, string nonce)
    {
        var folder = Encode(endpoint.TrimEnd('/') + "/" + GraphiQLAssets.RouteSegment);
        return $"""
            <link rel="stylesheet" href="{folder}/graphiql.css">
                <script type="module" nonce="{nonce}" src="{folder}/graphiql.js"></script>
            """;
    }

    // The same modules and the same few lines as GraphiQL/main.jsx, in the versions of its package.json.
    private static string CdnAssets(string nonce) => $$"""
        <link rel="stylesheet" href="{{Cdn}}/graphiql@5.4.0/dist/style.css">
            <script type="importmap" nonce="{{nonce}}">
              {
                "imports": {
                  "react": "{{Cdn}}/react@19.3.1",
                  "react/": "{{Cdn}}/react@19.3.1/",
                  "react-dom": "{{Cdn}}/react-dom@19.3.1",
                  "react-dom/": "{{Cdn}}/react-dom@19.3.1/",
                  "graphql": "{{Cdn}}/graphql@16.15.0",
                  "graphql-ws": "{{Cdn}}/graphql-ws@6.4.2",
                  "graphiql": "{{Cdn}}/graphiql@5.4.0?standalone&external=react,react-dom,@graphiql/react,graphql",
                  "graphiql/": "{{Cdn}}/graphiql@5.4.0/",
                  "@graphiql/react": "{{Cdn}}/@graphiql/react@0.39.1?standalone&external=react,react-dom,graphql,@graphiql/toolkit,@emotion/is-prop-valid",
                  "@graphiql/toolkit": "{{Cdn}}/@graphiql/toolkit@0.12.1?standalone&external=graphql",
                  "@emotion/is-prop-valid": "data:text/javascript,"
                }
              }
            </script>
            <script type="module" nonce="{{nonce}}">
              import React from 'react';
              import { createRoot } from 'react-dom/client';
              import { createGraphiQLFetcher } from '@graphiql/toolkit';
              import { GraphiQL } from 'graphiql';
              import { createClient } from 'graphql-ws';
              import 'graphiql/setup-workers/esm.sh';

              const root = document.getElementById('graphiql');
              const url = new URL(root.dataset.endpoint, location.href);
              const socketUrl = new URL(url);
              socketUrl.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
              const fetcher = createGraphiQLFetcher({
                url: url.href,
                wsClient: createClient({ url: socketUrl.href, lazy: true }),
              });
              createRoot(root).render(React.createElement(GraphiQL, { fetcher, defaultQuery: root.dataset.defaultQuery }));
            </script>
        """;

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
