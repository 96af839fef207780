using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Headless.Benchmarks;

/// <summary>Writes rows by SQL into tables that the product has made: a row's values are computed from its number, so the same sizes are the same rows.</summary>
internal abstract class RowGenerator(SqliteConnection connection)
{
    /// <summary>When the last thing happened.</summary>
    private readonly DateTime _end = DateTime.UtcNow.Date;

    /// <summary>
    /// Rows by number: an expression has <c>n</c>, from 1, and four numbers <c>a</c> to <c>d</c> that look random. A column that must
    /// have a value and is not named is 0 or empty.
    /// </summary>
    protected void Insert(string table, long count, params (string Column, string Value)[] columns)
    {
        var all = columns.Concat(Missing(table, [.. columns.Select(c => c.Column)])).ToList();
        Run($"""
            WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {count}),
            mixed AS (SELECT n, (n * 2654435761 & 4294967295) >> 4 AS a, (n * 2246822519 & 4294967295) >> 5 AS b, (n * 3266489917 & 4294967295) >> 6 AS c, (n * 668265263 & 4294967295) >> 3 AS d FROM numbers)
            INSERT INTO "{table}" ({string.Join(", ", all.Select(c => $"\"{c.Column}\""))}) SELECT {string.Join(", ", all.Select(c => c.Value))} FROM mixed
            """);
    }

    protected List<(string Column, string Value)> Missing(string table, HashSet<string> given)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"""SELECT "name", "type" FROM pragma_table_info('{table}') WHERE "notnull" AND "dflt_value" IS NULL AND NOT "pk" """;
        using var reader = command.ExecuteReader();
        var missing = new List<(string, string)>();
        while (reader.Read())
        {
            if (!given.Contains(reader.GetString(0)))
            {
                missing.Add((reader.GetString(0), reader.GetString(1) == "TEXT" ? "''" : "0"));
            }
        }

        return missing;
    }

    /// <summary>Drops the indexes of tables, and returns what makes them again.</summary>
    protected List<string> TakeIndexes(params string[] tables)
    {
        var made = new List<(string Name, string Sql)>();
        using (var command = connection.CreateCommand())
        {
            command.CommandText = $"""SELECT "name", "sql" FROM sqlite_master WHERE "type" = 'index' AND "sql" IS NOT NULL AND "tbl_name" IN ({string.Join(", ", tables.Select(t => $"'{t}'"))})""";
            using var reader = command.ExecuteReader();
            while (reader.Read())
            {
                made.Add((reader.GetString(0), reader.GetString(1)));
            }
        }

        made.ForEach(index => Run($"""DROP INDEX "{index.Name}" """));
        return made.ConvertAll(index => index.Sql);
    }

    protected string Days(string before) => Seconds($"({before}) * 86400");

    protected string Seconds(string before)
        => string.Create(CultureInfo.InvariantCulture, $"strftime('%Y-%m-%d %H:%M:%S', {new DateTimeOffset(_end).ToUnixTimeSeconds()} - ({before}), 'unixepoch')");

    protected static string One(string characters, string number) => $"substr('{characters}', 1 + ({number}) % {characters.Length}, 1)";

    protected long Number(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    protected void Run(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandTimeout = 0;
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
