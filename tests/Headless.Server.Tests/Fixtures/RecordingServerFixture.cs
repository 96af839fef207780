using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Headless.Server.Tests.Fixtures;

/// <summary>A server that remembers the statements that it sends to its database.</summary>
/// <remarks>EF looks for listeners once a second at most, so this one is there before the first context.</remarks>
public class RecordingServerFixture : ServerFixture, IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
{
    private readonly ConcurrentQueue<(string DataSource, string Text)> _statements = new();
    private readonly ConcurrentBag<IDisposable> _subscriptions = [];

    /// <summary>What falls due meanwhile would add statements of its own.</summary>
    protected override IEnumerable<KeyValuePair<string, string>> Settings => [new("Timers:Enabled", "false")];

    /// <summary>Runs something and returns the statements that it took.</summary>
    public async Task<IReadOnlyList<string>> RecordAsync(Func<Task> run)
    {
        _statements.Clear();
        await run();
        await using var db = Database.Create(Headless.Community.Data.AccessScope.Everything);
        var dataSource = db.Database.GetDbConnection().DataSource;
        return [.. _statements.Where(s => s.DataSource == dataSource && !s.Text.StartsWith("PRAGMA", StringComparison.Ordinal)).Select(s => s.Text)];
    }

    public override ValueTask InitializeAsync()
    {
        _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));
        return base.InitializeAsync();
    }

    public override ValueTask DisposeAsync()
    {
        foreach (var subscription in _subscriptions)
        {
            subscription.Dispose();
        }

        GC.SuppressFinalize(this);
        return base.DisposeAsync();
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            _subscriptions.Add(value.Subscribe(this));
        }
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandExecutedEventData executed)
        {
            _statements.Enqueue((executed.Command.Connection!.DataSource, executed.Command.CommandText));
        }
    }

    void IObserver<DiagnosticListener>.OnCompleted()
    {
    }

    void IObserver<DiagnosticListener>.OnError(Exception error)
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted()
    {
    }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error)
    {
    }
}
