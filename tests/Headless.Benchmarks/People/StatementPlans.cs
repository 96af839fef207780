using System.Data.Common;
using System.Diagnostics;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Headless.Benchmarks.People;

/// <summary>Notes the statements that EF Core runs in this process, and asks SQLite how it carries them out with the values that they had.</summary>
internal sealed class StatementPlans : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly List<IDisposable> _subscriptions = [];
    private readonly List<(string Sql, List<SqliteParameter> Parameters)> _statements = [];

    public StatementPlans() => _subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    /// <summary>How many statements there were since the last call.</summary>
    public int Take()
    {
        lock (_statements)
        {
            var count = _statements.Count;
            _statements.Clear();
            return count;
        }
    }

    /// <summary>The statements since the last call, each with its plan.</summary>
    public string Read(SqliteConnection connection)
    {
        var text = new StringBuilder();
        lock (_statements)
        {
            foreach (var (sql, parameters) in _statements)
            {
                text.AppendLine(sql).AppendLine(Plan(connection, sql, parameters));
            }

            _statements.Clear();
        }

        return text.ToString();
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            _subscriptions.Add(value.Subscribe(this));
        }
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandExecutedEventData { Command: var command })
        {
            lock (_statements)
            {
                _statements.Add((command.CommandText, [.. command.Parameters.Cast<DbParameter>().Select(p => new SqliteParameter(p.ParameterName, p.Value))]));
            }
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose() => _subscriptions.ForEach(subscription => subscription.Dispose());

    private static string Plan(SqliteConnection connection, string sql, List<SqliteParameter> parameters)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        command.Parameters.AddRange(parameters);
        using var reader = command.ExecuteReader();
        var depths = new Dictionary<long, int>();
        var plan = new StringBuilder();
        while (reader.Read())
        {
            var depth = depths[reader.GetInt64(0)] = depths.GetValueOrDefault(reader.GetInt64(1)) + 1;
            plan.Append(' ', 2 * depth).Append("> ").AppendLine(reader.GetString(3));
        }

        return plan.ToString();
    }
}
