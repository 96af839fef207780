using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Headless.GraphQL;
using Microsoft.Extensions.Logging;

namespace Headless.Server.Tests.Instrumentation;

/// <summary>Who listens hears every server in the process: these tests run alone.</summary>
[CollectionDefinition(nameof(Listening), DisableParallelization = true)]
public sealed class Listening;

/// <summary>Keeps the engine's spans and measurements, as text.</summary>
internal sealed class Listener : IDisposable
{
    private readonly ConcurrentQueue<Activity> _activities = new();
    private readonly ConcurrentQueue<string> _measurements = new();
    private readonly ActivityListener _activityListener;
    private readonly MeterListener _meterListener = new();

    public Listener()
    {
        _activityListener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == InstrumentationOptions.SourceName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = _activities.Enqueue,
        };
        ActivitySource.AddActivityListener(_activityListener);
        _meterListener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == InstrumentationOptions.SourceName)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _meterListener.SetMeasurementEventCallback<long>((i, value, tags, _) => _measurements.Enqueue($"{i.Name} {value} {Text(tags)}".TrimEnd()));
        _meterListener.SetMeasurementEventCallback<int>((i, value, tags, _) => _measurements.Enqueue($"{i.Name} {value} {Text(tags)}".TrimEnd()));
        _meterListener.SetMeasurementEventCallback<double>((i, value, tags, _) =>
        {
            value.ShouldBeGreaterThan(0);
            _measurements.Enqueue($"{i.Name} {Text(tags)}".TrimEnd());
        });
        _meterListener.Start();
    }

    /// <summary>The spans that have ended.</summary>
    public IReadOnlyList<Activity> Spans => [.. _activities];

    /// <summary>The measurements without the durations' values.</summary>
    public IReadOnlyList<string> Measurements => [.. _measurements];

    /// <summary>A span in words: its name, kind and status, and its tags in their order.</summary>
    public static string Text(Activity activity) =>
        $"{activity.DisplayName} {activity.Kind} {activity.Status} {Text(activity.TagObjects.ToArray())}".TrimEnd();

    /// <summary>How many subscriptions are open.</summary>
    public string ActiveSubscriptions()
    {
        _meterListener.RecordObservableInstruments();
        return Measurements.Last(m => m.StartsWith("graphql.server.subscriptions.active", StringComparison.Ordinal));
    }

    public void Dispose()
    {
        _activityListener.Dispose();
        _meterListener.Dispose();
    }

    private static string Text(ReadOnlySpan<KeyValuePair<string, object?>> tags) => string.Join(' ', tags.ToArray().Select(t => $"{t.Key}={t.Value}"));
}

/// <summary>Keeps what is logged, each line with the scopes around it.</summary>
internal sealed class LogCapture : ILoggerProvider, ISupportExternalScope
{
    private IExternalScopeProvider _scopes = new LoggerExternalScopeProvider();

    public ConcurrentQueue<(LogLevel Level, string Message, Dictionary<string, object?> Scope)> Lines { get; } = new();

    public void SetScopeProvider(IExternalScopeProvider scopeProvider) => _scopes = scopeProvider;

    public ILogger CreateLogger(string categoryName) => new Logger(this);

    public void Dispose()
    {
    }

    private sealed class Logger(LogCapture capture) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => capture._scopes.Push(state);

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var scope = new Dictionary<string, object?>();
            capture._scopes.ForEachScope(
                (item, all) =>
                {
                    foreach (var (key, value) in item as IEnumerable<KeyValuePair<string, object?>> ?? [])
                    {
                        all[key] = value;
                    }
                },
                scope);
            capture.Lines.Enqueue((logLevel, formatter(state, exception), scope));
        }
    }
}
