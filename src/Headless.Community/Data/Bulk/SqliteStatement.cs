using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Headless.Community.Data.Bulk;

/// <summary>
/// A statement that is prepared once and run many times, without a boxed value, a parameter object or a string for each column
/// of each row. Values are written as Microsoft.Data.Sqlite writes them.
/// </summary>
/// <remarks>
/// SQLite keeps what is bound from one run to the next, so a value that is the same as in the row before is not handed over
/// again: of the nineteen columns of an activity six or seven change.
/// </remarks>
internal sealed class SqliteStatement : IDisposable
{
    private const int LongestTime = 27;

    private readonly sqlite3 _connection;
    private readonly sqlite3_stmt _statement;
    private readonly byte[] _time = new byte[LongestTime];
    private readonly Bound[] _bound;
    private byte[] _text = new byte[256];
    private int _index;

    public SqliteStatement(SqliteConnection connection, string sql)
    {
        _connection = connection.Handle ?? throw new InvalidOperationException("The connection is not open.");
        Check(raw.sqlite3_prepare_v2(_connection, sql, out _statement));
        _bound = new Bound[raw.sqlite3_bind_parameter_count(_statement)];
    }

    private enum Kind : byte
    {
        Null,
        Number,
        Text,
        Time,
        Day,
        Bytes,
    }

    public void Bind(long value)
    {
        if (IsNew(Kind.Number, value))
        {
            Check(raw.sqlite3_bind_int64(_statement, _index, value));
        }
    }

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

        ref var bound = ref _bound[_index++];
        if (bound.Kind == Kind.Text && ReferenceEquals(bound.Text, value))
        {
            return;
        }

        bound = new Bound(Kind.Text, 0, value);
        var longest = Encoding.UTF8.GetMaxByteCount(value.Length);
        if (_text.Length < longest)
        {
            _text = new byte[Math.Max(longest, _text.Length * 2)];
        }

        var length = Encoding.UTF8.GetBytes(value, _text);
        Check(raw.sqlite3_bind_text(_statement, _index, _text.AsSpan(0, length)));
    }

    public void Bind(DateTime value)
    {
        value = UtcDateTimeConverter.ToStored(value);
        if (IsNew(Kind.Time, value.Ticks))
        {
            Check(raw.sqlite3_bind_text(_statement, _index, _time.AsSpan(0, SqliteTime.Write(value, _time))));
        }
    }

    public void Bind(DateTime? value)
    {
        if (value is { } time)
        {
            Bind(time);
        }
        else
        {
            BindNull();
        }
    }

    public void Bind(DateOnly value)
    {
        if (IsNew(Kind.Day, value.DayNumber))
        {
            Check(raw.sqlite3_bind_text(_statement, _index, _time.AsSpan(0, SqliteTime.Write(value, _time))));
        }
    }

    public void Bind(byte[] value)
    {
        _bound[_index++] = new Bound(Kind.Bytes, 0, null);
        Check(raw.sqlite3_bind_blob(_statement, _index, value));
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

    /// <summary>Goes to the next row of a query's result. After the last it starts over, for other values.</summary>
    /// <returns>Whether there is one.</returns>
    public bool Read()
    {
        var result = raw.sqlite3_step(_statement);
        if (result == raw.SQLITE_ROW)
        {
            return true;
        }

        _index = 0;
        Check(result == raw.SQLITE_DONE ? raw.sqlite3_reset(_statement) : result);
        return false;
    }

    public bool IsNull(int column) => raw.sqlite3_column_type(_statement, column) == raw.SQLITE_NULL;

    public long Number(int column) => raw.sqlite3_column_int64(_statement, column);

    public long? NumberOrNull(int column) => IsNull(column) ? null : Number(column);

    public string Text(int column) => raw.sqlite3_column_text(_statement, column).utf8_to_string();

    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    public DateTime Time(int column) => SqliteTime.Read(raw.sqlite3_column_blob(_statement, column));

    public DateTime? TimeOrNull(int column) => IsNull(column) ? null : Time(column);

    public void Dispose() => _statement.Dispose();

    /// <remarks>A parameter is null until it is given a value.</remarks>
    private void BindNull()
    {
        if (IsNew(Kind.Null, 0))
        {
            Check(raw.sqlite3_bind_null(_statement, _index));
        }
    }

    /// <summary>Goes to the next parameter, and says whether it has another value than before.</summary>
    private bool IsNew(Kind kind, long value)
    {
        ref var bound = ref _bound[_index++];
        if (bound.Kind == kind && bound.Number == value)
        {
            return false;
        }

        bound = new Bound(kind, value, null);
        return true;
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(result, _connection);
        }
    }

    private readonly record struct Bound(Kind Kind, long Number, string? Text);
}
