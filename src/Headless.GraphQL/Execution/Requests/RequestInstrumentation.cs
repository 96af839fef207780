using System.Diagnostics;
using System.Runtime.CompilerServices;
using Headless.GraphQL.Instrumentation;
using Microsoft.Extensions.Logging;

namespace Headless.GraphQL.Execution;

/// <summary>
/// Watches requests for those who listen: a span and measurements for each, the log's scope, a warning about slow ones. Without
/// listeners a request costs two time stamps and no allocation.
/// </summary>
internal sealed partial class RequestInstrumentation(InstrumentationOptions options, ILogger logger)
{
    private readonly TimeSpan _slow = options.SlowOperationThreshold is { Ticks: > 0 } threshold ? threshold : TimeSpan.MaxValue;

    /// <summary>Whether anybody wants to know of the next request.</summary>
    public bool IsEnabled => _slow != TimeSpan.MaxValue
        || Instruments.Activities.HasListeners() || Instruments.RequestDuration.Enabled || Instruments.EventDuration.Enabled || Instruments.Errors.Enabled;

    /// <summary>Whether execution runs in a scope of the log.</summary>
    public bool BeginsScopes => options.LogScopes && logger.IsEnabled(LogLevel.Critical);

    /// <summary>Executes a request, under a span where somebody listens to those.</summary>
    public ValueTask<ExecutionResult> ExecuteAsync(
        OperationRequest request, Func<OperationRequest, CancellationToken, ValueTask<ExecutionResult>> execute, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        if (Instruments.Activities.HasListeners())
        {
            return ExecuteInSpanAsync(request, execute, started, cancellationToken);
        }

        // What needs no waiting needs no state machine either: most small queries.
        var execution = execute(request, cancellationToken);
        return execution.IsCompletedSuccessfully ? new(Complete(null, request, execution.Result, started)) : AwaitAsync(request, execution, started);
    }

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<ExecutionResult> AwaitAsync(OperationRequest request, ValueTask<ExecutionResult> execution, long started) =>
        Complete(null, request, await execution.ConfigureAwait(false), started);

    private async ValueTask<ExecutionResult> ExecuteInSpanAsync(
        OperationRequest request, Func<OperationRequest, CancellationToken, ValueTask<ExecutionResult>> execute, long started, CancellationToken cancellationToken)
    {
        using var activity = Instruments.Activities.StartActivity(Instruments.UnknownOperation, ActivityKind.Server);
        try
        {
            return Complete(activity, request, await execute(request, cancellationToken).ConfigureAwait(false), started);
        }
        catch (Exception exception)
        {
            Describe(activity, request, exception.GetType().FullName);
            throw;
        }
    }

    private ExecutionResult Complete(Activity? activity, OperationRequest request, ExecutionResult result, long started)
    {
        if (result is OperationResult single)
        {
            var error = ErrorTypeOf(single.Errors);
            Describe(activity, request, error);
            Measure(Instruments.RequestDuration, request, Stopwatch.GetElapsedTime(started), error);
        }
        else
        {
            Describe(activity, request, null);
            Watch((ResponseStream)result, request, activity?.Context);
        }

        return result;
    }

    private void Watch(ResponseStream stream, OperationRequest request, ActivityContext? subscribed)
    {
        var (execute, fail) = (stream.Execute, stream.Fail);
        stream.Execute = (message, token) => ExecuteEventAsync(request, execute, message, subscribed, token);
        stream.Fail = exception => Fail(request, fail, exception);
    }

    /// <summary>Begins the log's scope of an operation that has been planned.</summary>
    public IDisposable? BeginScope(OperationRequest request) => logger.BeginScope(request.CachedDocument!.GetLogScope(request.Plan!));

    /// <summary>Each event has a trace of its own, which links to the one that subscribed: that one would never end otherwise.</summary>
    private async ValueTask<OperationResult> ExecuteEventAsync(
        OperationRequest request,
        Func<object?, CancellationToken, ValueTask<OperationResult>> execute,
        object? message,
        ActivityContext? subscribed,
        CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        using var activity = Instruments.Activities.HasListeners() ? StartEvent(subscribed) : null;
        using var scope = BeginsScopes ? BeginScope(request) : null;
        var result = await execute(message, cancellationToken).ConfigureAwait(false);
        var error = ErrorTypeOf(result.Errors);
        Describe(activity, request, error);
        Measure(Instruments.EventDuration, request, Stopwatch.GetElapsedTime(started), error);
        return result;
    }

    private static Activity? StartEvent(ActivityContext? subscribed)
    {
        // A new root: what is current here is the request that opened the stream or the socket.
        var current = Activity.Current;
        Activity.Current = null;
        var activity = Instruments.Activities.StartActivity(
            Instruments.UnknownOperation, ActivityKind.Server, default(ActivityContext), links: subscribed is { } context ? [new ActivityLink(context)] : null);
        Activity.Current = activity ?? current;
        return activity;
    }

    /// <summary>Counts the errors of an answer; the first one's code stands for it.</summary>
    private static string? ErrorTypeOf(IReadOnlyList<IError> errors)
    {
        if (errors.Count == 0)
        {
            return null;
        }

        if (Instruments.Errors.Enabled)
        {
            for (var i = 0; i < errors.Count; i++)
            {
                Instruments.Errors.Add(1, new KeyValuePair<string, object?>(Instruments.ErrorType, errors[i].Code ?? Instruments.OtherError));
            }
        }

        return errors[0].Code ?? Instruments.OtherError;
    }

    /// <summary>The last answer of a source that failed: logged within the operation's scope, and counted.</summary>
    private OperationResult Fail(OperationRequest request, Func<Exception, OperationResult> fail, Exception exception)
    {
        using var scope = BeginsScopes ? BeginScope(request) : null;
        var result = fail(exception);
        ErrorTypeOf(result.Errors);
        return result;
    }

    private void Describe(Activity? activity, OperationRequest request, string? error)
    {
        if (activity is null)
        {
            return;
        }

        if (request.Plan is { } plan)
        {
            activity.DisplayName = plan.TypeName;
            activity.SetTag(Instruments.OperationType, plan.TypeName);
            activity.SetTag(Instruments.OperationName, plan.Name);
        }

        if (request.CachedDocument is { } document)
        {
            activity.SetTag(Instruments.DocumentHash, document.Hash);
            if (options.IncludeDocument)
            {
                activity.SetTag(Instruments.Document, System.Text.Encoding.UTF8.GetString(document.Source));
            }
        }

        if (error is not null)
        {
            activity.SetTag(Instruments.ErrorType, error);
            activity.SetStatus(ActivityStatusCode.Error);
        }
    }

    private void Measure(System.Diagnostics.Metrics.Histogram<double> durations, OperationRequest request, TimeSpan duration, string? error)
    {
        if (durations.Enabled)
        {
            var tags = default(TagList);
            if (request.Plan is { } plan)
            {
                tags.Add(Instruments.OperationType, plan.TypeName);
            }

            if (error is not null)
            {
                tags.Add(Instruments.ErrorType, error);
            }

            durations.Record(duration.TotalSeconds, tags);
        }

        if (duration > _slow)
        {
            LogSlow(logger, request.Plan?.TypeName ?? "document", request.Plan?.Name ?? "(anonymous)", duration.TotalMilliseconds, request.CachedDocument?.Hash);
        }
    }

    [LoggerMessage(EventName = "SlowOperation", Level = LogLevel.Warning, Message = "Slow GraphQL {OperationType} {OperationName}: {DurationMs:N0} ms, document {DocumentHash}")]
    private static partial void LogSlow(ILogger logger, string operationType, string operationName, double durationMs, string? documentHash);
}
