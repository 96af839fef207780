using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Headless.GraphQL.Execution;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Headless.GraphQL.AspNetCore.Http;

/// <summary>
/// Answers with server-sent events in the distinct-connections mode of <c>graphql-sse</c>: 200 unless the answer demands another status, a <c>next</c> event for
/// each result, with an <c>id</c> where its resolver named it, <c>complete</c> at the end, a comment now and then while there is nothing to report.
/// </summary>
internal static class EventStream
{
    public static async Task WriteAsync(HttpContext context, ExecutionResult result, GraphQLServerOptions options, CancellationToken cancellationToken)
    {
        try
        {
            await WriteEventsAsync(context, result, options, cancellationToken);
        }
        catch (TimeoutException)
        {
            // A reader that takes nothing holds up nobody but itself, and not for ever.
            context.Abort();
        }
    }

    private static async Task WriteEventsAsync(HttpContext context, ExecutionResult result, GraphQLServerOptions options, CancellationToken cancellationToken)
    {
        var response = context.Response;
        response.StatusCode = (result as OperationResult)?.HttpStatusCode ?? StatusCodes.Status200OK;
        response.ContentType = MediaTypes.EventStream;
        response.Headers.CacheControl = "no-cache";
        response.Headers["X-Accel-Buffering"] = "no";
        context.Features.Get<IHttpResponseBodyFeature>()?.DisableBuffering();

        var output = response.BodyWriter;
        if (result is ResponseStream stream)
        {
            // The first comment sends the headers, so that the client knows it is subscribed before anything happens.
            output.Write(":\n\n"u8);
            await using (stream)
            {
                await FlushAsync(output, options, cancellationToken);
                await WriteStreamAsync(output, stream, options, cancellationToken);
            }
        }
        else
        {
            using var single = (OperationResult)result;
            WriteNext(output, single);
        }

        // A stream that was cut off is not complete: the client is to come back.
        cancellationToken.ThrowIfCancellationRequested();

        // An empty data line, without which a browser's EventSource drops the event.
        output.Write("event: complete\ndata:\n\n"u8);
        await FlushAsync(output, options, cancellationToken);
    }

    private static async Task WriteStreamAsync(PipeWriter output, ResponseStream stream, GraphQLServerOptions options, CancellationToken cancellationToken)
    {
        using var beating = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var beat = Task.Delay(options.EventStreamHeartbeat, beating.Token);
        await using var results = stream.GetAsyncEnumerator(beating.Token);
        var moving = results.MoveNextAsync().AsTask();
        try
        {
            while (true)
            {
                if (await Task.WhenAny(moving, beat) == moving)
                {
                    if (!await moving)
                    {
                        return;
                    }

                    using (var result = results.Current)
                    {
                        WriteNext(output, result);
                    }

                    moving = results.MoveNextAsync().AsTask();
                }
                else
                {
                    await beat;
                    output.Write(":\n\n"u8);
                    beat = Task.Delay(options.EventStreamHeartbeat, beating.Token);
                }

                await FlushAsync(output, options, cancellationToken);
            }
        }
        finally
        {
            beating.Cancel();
            await ((Task)moving).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <exception cref="TimeoutException">The client has not taken what was sent for longer than it may.</exception>
    private static ValueTask FlushAsync(PipeWriter output, GraphQLServerOptions options, CancellationToken cancellationToken)
    {
        var flushing = output.FlushAsync(cancellationToken);
        return flushing.IsCompletedSuccessfully ? default : new(flushing.AsTask().WaitAsync(options.EventStreamSendTimeout, CancellationToken.None));
    }

    private static void WriteNext(PipeWriter output, OperationResult result)
    {
        output.Write("event: next\n"u8);

        // A line break or NUL in it would be another field of the event, or none.
        if (result.EventId is { Length: > 0 } id && id.AsSpan().IndexOfAny('\n', '\r', '\0') < 0)
        {
            output.Write("id: "u8);
            Encoding.UTF8.GetBytes(id, output);
            output.Write("\n"u8);
        }

        // A result is one line: the writer never indents, and JSON escapes line breaks in strings.
        output.Write("data: "u8);
        output.Write(result.Payload.Span);
        output.Write("\n\n"u8);
    }
}
