using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace Headless.Benchmarks.People;

/// <summary>Takes the statements out of a server's log and asks SQLite how it carries them out.</summary>
internal sealed partial class StatementPlans(SqliteConnection connection)
{
    private readonly List<string> _lines = [];

    /// <summary>Takes a line of the server's output.</summary>
    public void Take(string? line)
    {
        lock (_lines)
        {
            _lines.Add(line ?? "");
        }
    }

    /// <summary>The statements since the last call, each with its plan.</summary>
    public async Task<string> ReadAsync()
    {
        // The console's logger writes behind the answer.
        await Task.Delay(TimeSpan.FromMilliseconds(500));
        List<string> lines;
        lock (_lines)
        {
            lines = [.. _lines];
            _lines.Clear();
        }

        var text = new StringBuilder();
        for (var i = 0; i < lines.Count; i++)
        {
            if (!lines[i].Contains("Executed DbCommand", StringComparison.Ordinal))
            {
                continue;
            }

            var statement = lines.Skip(i + 1).TakeWhile(line => line.StartsWith("      ", StringComparison.Ordinal)).Select(line => line[6..]).ToList();
            if (string.Join('\n', statement) is var sql && sql.StartsWith("SELECT", StringComparison.Ordinal))
            {
                text.AppendLine(sql).AppendLine(Plan(sql));
            }
        }

        return text.ToString();
    }

    private string Plan(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
        foreach (var name in Parameter().Matches(sql).Select(match => match.Value).Distinct())
        {
            command.Parameters.AddWithValue(name, DBNull.Value);
        }

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

    [GeneratedRegex("@[A-Za-z_][A-Za-z_0-9]*")]
    private static partial Regex Parameter();
}
