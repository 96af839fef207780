using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Headless.Community.Data.Bulk;

/// <summary>
/// A statement that is prepared once and run many times, without a boxed value, a parameter object or a string for each column
/// of each row. Values are written as Microsoft.Data.Sqlite writes them.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _statement;
    private readonly byte[] _time = new byte[32];
    private byte[] _text = new byte[256];
    private int _index;

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        _connection = connection.Handle ?? throw new InvalidOperationException("The connection is not open.");
        Check(raw.sqlite3_prepare_v2(_connection, sql, out _statement));
    }

    public void Bind(long value) => Check(raw.sqlite3_bind_int64(_statement, ++_index, value));

    public void Bind(bool value) => Bind(value ? 1L : 0L);

    public void Bind(long? value)
    {
        if (value is { } number)
        {
            Bind(number);
        }
        else
        {
            BindNull();
        }
    }

    public void Bind(string? value)
    {
        if (value is null)
        {
            BindNull();
            return;
        }

        var longest = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (_text.Length < longest)
        {
            _text = new byte[Math.Max(longest, _text.Length * 2)];
        }

        var length = Encoding.UTF8.GetBytes(value, _text);
        Check(raw.sqlite3_bind_text(_statement, ++_index, _text.AsSpan(0, length)));
    }

    public void Bind(DateTime value)
    {
        UtcDateTimeConverter.ToStored(value).TryFormat(_time, out var length, @"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFF", CultureInfo.InvariantCulture);
        Check(raw.sqlite3_bind_text(_statement, ++_index, _time.AsSpan(0, length)));
    }

    public void Bind(DateOnly value)
    {
        value.TryFormat(_time, out var length, @"yyyy\-MM\-dd", CultureInfo.InvariantCulture);
        Check(raw.sqlite3_bind_text(_statement, ++_index, _time.AsSpan(0, length)));
    }

    /// <summary>Runs the statement with the values bound, and starts over with the first parameter.</summary>
    public void Run()
    {
        var result = raw.sqlite3_step(_statement);
        if (result is not (raw.SQLITE_DONE or raw.SQLITE_ROW))
        {
            Check(result);
        }

        Check(raw.sqlite3_reset(_statement));
        _index = 0;
    }

    public void Dispose() => _statement.Dispose();

    private void BindNull() => Check(raw.sqlite3_bind_null(_statement, ++_index));

    private void Check(int result) => SqliteException.ThrowExceptionForRC(result, _connection);
}
