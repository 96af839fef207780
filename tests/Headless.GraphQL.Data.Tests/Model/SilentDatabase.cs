using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Headless.GraphQL.Data.Tests.Model;

/// <summary>A provider without a server behind it: its statements are recorded and answer no rows.</summary>
public sealed class SilentDatabase(Action<DbContextOptionsBuilder<CommunityDbContext>> useProvider) : ICommunityDatabase
{
    public List<string> Statements { get; } = [];

    public static SilentDatabase PostgreSql() => new(b => b.UseNpgsql("Host=nowhere"));

    public static SilentDatabase SqlServer() => new(b => b.UseSqlServer("Server=nowhere"));

    public CommunityDbContext CreateContext()
    {
        var builder = new DbContextOptionsBuilder<CommunityDbContext>();
        useProvider(builder);
        return new CommunityDbContext(builder.AddInterceptors(new NoConnection(), new NoRows(Statements)).Options);
    }

    public void Dispose()
    {
    }

    private sealed class NoConnection : DbConnectionInterceptor
    {
        public override InterceptionResult ConnectionOpening(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
            => InterceptionResult.Suppress();

        public override ValueTask<InterceptionResult> ConnectionOpeningAsync(
            DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
            => new(InterceptionResult.Suppress());

        public override InterceptionResult ConnectionClosing(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
            => InterceptionResult.Suppress();

        public override ValueTask<InterceptionResult> ConnectionClosingAsync(DbConnection connection, ConnectionEventData eventData, InterceptionResult result)
            => new(InterceptionResult.Suppress());
    }

    private sealed class NoRows(List<string> statements) : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            statements.Add(command.CommandText);
            var table = new DataTable();
            table.Columns.Add("c", typeof(int));
            if (command.CommandText.Contains("count(*)", StringComparison.OrdinalIgnoreCase))
            {
                table.Rows.Add(0);
            }

            return new(InterceptionResult<DbDataReader>.SuppressWithResult(table.CreateDataReader()));
        }
    }
}
