using Headless.GraphQL.AspNetCore.Ide;
using Headless.GraphQL.AspNetCore.Sockets;
using Headless.GraphQL.AspNetCore.Uploads;
using Headless.GraphQL.Execution;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;

namespace Headless.GraphQL.AspNetCore.Http;

/// <summary>GraphQL over HTTP: POST and GET, answered as JSON or as an event stream.</summary>
internal sealed class GraphQLHttpEndpoint(
    IRequestExecutor executor,
    IHttpRequestInterceptor interceptor,
    GraphQLSocketEndpoint sockets,
    SchemaEndpoint schema,
    GraphiQLPage page,
    IWebHostEnvironment environment,
    IHostApplicationLifetime lifetime)
{
    public Task HandleAsync(HttpContext context)
    {
        var options = context.GetServerOptions();
        if (context.WebSockets.IsWebSocketRequest)
        {
            return sockets.HandleAsync(context);
        }

        if (HttpMethods.IsPost(context.Request.Method))
        {
            return PostAsync(context, options);
        }

        if (!HttpMethods.IsGet(context.Request.Method))
        {
            return Problems.MethodNotAllowed(context, options.EnableGetRequests ? "GET, POST" : "POST", "Send GraphQL requests by POST.");
        }

        if (IsSchemaAsked(context.Request.Query))
        {
            return schema.HandleAsync(context);
        }

        if (options.IsToolEnabled(environment) && AcceptHeader.PrefersHtml(context.Request.Headers.Accept))
        {
            return page.WriteAsync(context, options.Tool);
        }

        return options.EnableGetRequests
            ? AnswerAsync(context, options, isUpload: false)
            : Problems.MethodNotAllowed(context, "POST", "Send GraphQL requests by POST.");
    }

    /// <summary><c>?sdl</c>, as HotChocolate has it: the schema definition, unless there is something to execute.</summary>
    private static bool IsSchemaAsked(IQueryCollection query)
        => query.Count > 0 && query.ContainsKey("sdl") && !query.ContainsKey("query") && !query.ContainsKey("documentId") && !query.ContainsKey("id");

    /// <summary>The IDE at an address of its own, whatever the client accepts.</summary>
    public Task HandleToolAsync(HttpContext context)
    {
        var options = context.GetServerOptions();
        return options.IsToolEnabled(environment)
            ? page.WriteAsync(context, options.Tool)
            : Problems.Write(context, StatusCodes.Status404NotFound, "There is no IDE here.");
    }

    private Task PostAsync(HttpContext context, GraphQLServerOptions options)
    {
        var isUpload = MultipartRequestReader.IsMultipart(context.Request) && options.IsMultipartEnabled(executor.Schema);
        return !isUpload && PostRequestReader.Refuse(context.Request) is { } reason
            ? Problems.UnsupportedMediaType(context, reason)
            : AnswerAsync(context, options, isUpload);
    }

    /// <summary>Negotiates the format of the answer, reads the parameters and executes them.</summary>
    private async Task AnswerAsync(HttpContext context, GraphQLServerOptions options, bool isUpload)
    {
        var request = context.Request;
        var accepted = AcceptHeader.Negotiate(request.Headers.Accept);
        if (accepted.Result == ResponseFormat.None)
        {
            await Problems.NotAcceptable(context, "Answers are application/graphql-response+json, application/json or text/event-stream.");
            return;
        }

        try
        {
            if (HttpMethods.IsGet(request.Method))
            {
                await ExecuteAsync(context, options, ReadUrl(request, options), accepted, AllowedOperations.Query);
                return;
            }

            using var upload = isUpload ? MultipartRequestReader.Create(request, options) : null;
            var parameters = upload is null
                ? await PostRequestReader.ReadAsync(request, options, context.RequestAborted)
                : await upload.ReadAsync(context.RequestAborted);
            await ExecuteAsync(context, options, parameters.At(request.RouteValues), accepted, AllowedOperations.Query | AllowedOperations.Mutation);
        }
        catch (InvalidRequestException exception)
        {
            await ResultWriter.WriteInvalidRequestAsync(context, accepted.Result, exception);
        }
        catch (BadHttpRequestException exception)
        {
            await Problems.Write(context, exception.StatusCode, exception.Message);
        }
    }

    private RequestParameters ReadUrl(HttpRequest request, GraphQLServerOptions options)
    {
        var parameters = GetRequestReader.Read(request.Query, options.MaxJsonDepth).At(request.RouteValues);
        if (options.IsPreflightEnforced(environment) && parameters is { HasDocument: true, IsStoredDocument: false } && !CrossSiteGuard.IsJson(request))
        {
            CrossSiteGuard.RequirePreflightHeader(request);
        }

        return parameters;
    }

    private async Task ExecuteAsync(
        HttpContext context,
        GraphQLServerOptions options,
        RequestParameters parameters,
        AcceptedFormats accepted,
        AllowedOperations allowed)
    {
        if (!parameters.HasDocument)
        {
            throw new InvalidRequestException("The parameter \"query\" is missing.");
        }

        if (accepted.AcceptsEventStream)
        {
            allowed |= AllowedOperations.Subscription;
        }

        var aborted = context.RequestAborted;
        try
        {
            var result = await ExecuteAsync(context, parameters, allowed, aborted);
            if (result is OperationResult { IsRequestError: true } refused && refused.Errors[0].Code == ErrorCodes.OperationNotAllowed)
            {
                using (refused)
                {
                    await ResultWriter.WriteNotAllowedAsync(context, refused, accepted.Result);
                }
            }
            else if (result is ResponseStream || accepted.Result == ResponseFormat.EventStream)
            {
                // A stream never ends by itself: a server that stops ends it, and the client comes back to another one.
                using var ending = CancellationTokenSource.CreateLinkedTokenSource(aborted, lifetime.ApplicationStopping);
                await EventStream.WriteAsync(context, result, options, ending.Token);
            }
            else
            {
                using var single = (OperationResult)result;
                await ResultWriter.WriteAsync(context, single, accepted.Result, options.StatusCodes);
            }
        }
        catch (OperationCanceledException) when (aborted.IsCancellationRequested || lifetime.ApplicationStopping.IsCancellationRequested)
        {
            // Nobody is there to answer.
        }
    }

    private async ValueTask<ExecutionResult> ExecuteAsync(
        HttpContext context,
        RequestParameters parameters,
        AllowedOperations allowed,
        CancellationToken cancellationToken)
    {
        try
        {
            var builder = OperationRequests.Create(parameters, allowed);
            CostHeader.Apply(context.Request.Headers, builder);
            await interceptor.OnCreateAsync(context, executor, builder, cancellationToken);
            return await executor.ExecuteAsync(builder.Build(), cancellationToken);
        }
        catch (GraphQLException exception)
        {
            return RequestErrors.From(exception);
        }
    }
}
