using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Headless.Server.Tests.Providers;

/// <summary>
/// Stands in for a SQL Server that is not there: connections "open", commands are noted and answered with no rows (a count or an
/// EXISTS with one row of zero). What EF cannot translate to T-SQL fails before it gets here.
/// </summary>
internal sealed class OfflineSqlServer : DbCommandInterceptor, IDbConnectionInterceptor
{
    public ConcurrentQueue<string> Commands { get; } = new();

    public InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result) => InterceptionResult.Suppress();

    public ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default) => new(InterceptionResult.Suppress());

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result) =>
        InterceptionResult<DbDataReader>.SuppressWithResult(Answer(command));

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default) =>
        new(InterceptionResult<DbDataReader>.SuppressWithResult(Answer(command)));

    private DataTableReader Answer(DbCommand command)
    {
        Commands.Enqueue(command.CommandText);
        var table = new DataTable();
        var text = command.CommandText.TrimStart();
        if (text.StartsWith("SELECT COUNT", StringComparison.Ordinal) || text.StartsWith("SELECT CASE", StringComparison.Ordinal))
        {
            table.Columns.Add("value", text.StartsWith("SELECT CASE", StringComparison.Ordinal) ? typeof(bool) : text.Contains("COUNT_BIG") ? typeof(long) : typeof(int));
            table.Rows.Add(0);
        }
        else
        {
            // EF looks whether there are as many columns as it selects; of what type does not matter without a row.
            for (var column = 0; column < 128; column++)
            {
                table.Columns.Add($"c{column}");
            }
        }

        return table.CreateDataReader();
    }
}
