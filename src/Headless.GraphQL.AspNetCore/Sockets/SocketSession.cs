using System.Collections.Concurrent;
using Headless.GraphQL.Execution;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Headless.GraphQL.AspNetCore.Sockets;

/// <summary>
/// The state machine of <c>graphql-transport-ws</c>: nothing runs before the connection is acknowledged, an id stands for one
/// operation at a time, and every violation has its close code.
/// </summary>
internal sealed class SocketSession(
    SocketConnection connection,
    IRequestExecutor executor,
    ISocketSessionInterceptor interceptor,
    IServiceScopeFactory scopes,
    GraphQLServerOptions options,
    ILogger logger) : ISocketSession
{
    private readonly ConcurrentDictionary<string, SocketOperation> _operations = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<Task, byte> _tasks = new();
    private volatile State _state = State.New;

    private enum State
    {
        New,
        Initialising,
        Acknowledged,
    }

    public ISocketConnection Connection => connection;

    /// <summary>
    /// Whether no more operations may start. Those that the client has completed but that still run count too, up to as many
    /// again: otherwise subscribing and completing in a row would start any number of them.
    /// </summary>
    private bool IsFull
        => _operations.Count >= options.Sockets.MaxOperationsPerConnection || _tasks.Count >= 2 * options.Sockets.MaxOperationsPerConnection;

    /// <summary>Serves the connection until it is over.</summary>
    public async Task RunAsync()
    {
        var watching = Task.WhenAll(AwaitInitialisationAsync(), KeepAliveAsync());
        while (await connection.ReceiveAsync(options.MaxJsonDepth) is { } message)
        {
            await HandleAsync(message);
        }

        await connection.FinishAsync();
        await watching;
        await Task.WhenAll(_tasks.Keys);
        await interceptor.OnCloseAsync(this, CancellationToken.None);
    }

    private async ValueTask HandleAsync(ClientMessage message)
    {
        switch (message.Type)
        {
            case ClientMessageType.ConnectionInit when _state != State.New:
                connection.Close(SocketCloseCode.TooManyInitialisationRequests, "Too many initialisation requests");
                break;
            case ClientMessageType.ConnectionInit:
                _state = State.Initialising;
                Start(() => InitialiseAsync(message));
                break;
            case ClientMessageType.Ping:
                await connection.SendAsync(OutgoingMessage.Of(ServerMessage.Pong(message.Payload)));
                break;
            case ClientMessageType.Pong:
                break;
            case ClientMessageType.Subscribe when _state != State.Acknowledged:
                connection.Close(SocketCloseCode.Unauthorized, "Unauthorized");
                break;
            case ClientMessageType.Subscribe:
                await SubscribeAsync(message.Id!, message.Request!);
                break;
            case ClientMessageType.Complete:
                if (_operations.TryRemove(message.Id!, out var completed))
                {
                    completed.CompleteByClient();
                }

                break;
        }
    }

    private async Task InitialiseAsync(ClientMessage message)
    {
        ConnectionStatus status;
        try
        {
            status = await interceptor.OnConnectAsync(this, message, connection.Closing);
        }
        catch (Exception exception)
        {
            if (!connection.IsClosed)
            {
                SocketLog.InitialisationFailed(logger, exception);
                connection.Close(SocketCloseCode.InternalServerError, "Internal server error");
            }

            return;
        }

        if (!status.Accepted)
        {
            connection.Close(SocketCloseCode.Forbidden, status.Message ?? "Forbidden");
            return;
        }

        // Acknowledged before the message is sent: a client that subscribes at once must not be too early.
        _state = State.Acknowledged;
        await connection.SendAsync(OutgoingMessage.Of(ServerMessage.ConnectionAck(status.ResponsePayload)));
    }

    private async ValueTask SubscribeAsync(string id, RequestParameters request)
    {
        var operation = new SocketOperation(id, connection.Closing);
        if (IsFull && !_operations.ContainsKey(id))
        {
            await connection.SendAsync(OutgoingMessage.Error(operation, RequestErrors.TooManyOperations(options.Sockets.MaxOperationsPerConnection)));
            operation.Dispose();
        }
        else if (_operations.TryAdd(id, operation))
        {
            Start(() => RunAsync(operation, request));
        }
        else
        {
            operation.Dispose();
            connection.Close(SocketCloseCode.SubscriberAlreadyExists, $"Subscriber for {id} already exists");
        }
    }

    private async Task RunAsync(SocketOperation operation, RequestParameters request)
    {
        try
        {
            // Each operation has services of its own: a DbContext cannot serve two at a time.
            await using var scope = scopes.CreateAsyncScope();
            await ExecuteAsync(operation, request, scope.ServiceProvider);
        }
        catch (OperationCanceledException) when (operation.Cancelled.IsCancellationRequested)
        {
            // The client completed the operation or the connection is over: nobody waits for a result.
        }
        catch (GraphQLException exception)
        {
            await EndAsync(operation, RequestErrors.From(exception));
        }
        catch (Exception exception)
        {
            SocketLog.OperationFailed(logger, exception);
            await EndAsync(operation, RequestErrors.Unexpected());
        }
        finally
        {
            _operations.TryRemove(new(operation.Id, operation));
            await interceptor.OnCompleteAsync(this, operation.Id, CancellationToken.None);
            operation.Dispose();
        }
    }

    private async ValueTask ExecuteAsync(SocketOperation operation, RequestParameters request, IServiceProvider services)
    {
        var builder = OperationRequests.Create(request, AllowedOperations.All).SetServices(services);
        await interceptor.OnRequestAsync(this, operation.Id, builder, operation.Cancelled);
        switch (await executor.ExecuteAsync(builder.Build(), operation.Cancelled))
        {
            case OperationResult { IsRequestError: true } error:
                await EndAsync(operation, error);
                break;
            case OperationResult result:
                await connection.SendAsync(OutgoingMessage.Next(operation, result));
                await EndAsync(operation);
                break;
            case ResponseStream stream:
                await using (stream)
                {
                    await foreach (var result in stream.WithCancellation(operation.Cancelled))
                    {
                        await connection.SendAsync(OutgoingMessage.Next(operation, result));
                    }
                }

                await EndAsync(operation);
                break;
        }
    }

    /// <summary>Frees the id, then tells the client: with the errors of a request that was not executed, otherwise that it is complete.</summary>
    private async ValueTask EndAsync(SocketOperation operation, OperationResult? requestError = null)
    {
        if (!_operations.TryRemove(new(operation.Id, operation)))
        {
            requestError?.Dispose();
            return;
        }

        await connection.SendAsync(requestError is null
            ? OutgoingMessage.Complete(operation)
            : OutgoingMessage.Error(operation, requestError));
    }

    /// <summary>Closes a connection that is not initialised in time. An interceptor that takes its time does not count.</summary>
    private async Task AwaitInitialisationAsync()
    {
        await Task.Delay(options.Sockets.ConnectionInitializationTimeout, connection.Closing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        if (_state == State.New)
        {
            connection.Close(SocketCloseCode.ConnectionInitialisationTimeout, "Connection initialisation timeout");
        }
    }

    /// <summary>Sends pings and drops a connection that has fallen silent.</summary>
    private async Task KeepAliveAsync()
    {
        while (options.Sockets.KeepAliveInterval is { } interval)
        {
            await Task.Delay(interval, connection.Closing).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (connection.IsClosed)
            {
                return;
            }

            if (Environment.TickCount64 - connection.LastReceived > options.Sockets.KeepAliveTimeout?.TotalMilliseconds)
            {
                connection.Abort();
                return;
            }

            await connection.SendAsync(OutgoingMessage.Of(ServerMessage.Ping));
        }
    }

    private void Start(Func<Task> work)
    {
        var task = Task.Run(work);
        if (_tasks.TryAdd(task, 0))
        {
            task.ContinueWith(
                static (done, tasks) => ((ConcurrentDictionary<Task, byte>)tasks!).TryRemove(done, out _),
                _tasks,
                CancellationToken.None,
                TaskContinuationOptions.ExecuteSynchronously,
                TaskScheduler.Default);
        }
    }
}
