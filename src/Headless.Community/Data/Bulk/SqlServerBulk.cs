using System.Data;
using System.Text;
using Microsoft.Data.SqlClient;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Headless.Community.Data.Bulk;

/// <summary>Bulk writing on SQL Server: bulk copy for the log, UPDATE and INSERT over a list of rows for rollups.</summary>
internal static class SqlServerBulk
{
    /// <summary>SQL Server takes 2100 parameters with a command.</summary>
    private const int MaxParameters = 2000;

    private static readonly Type[] s_types =
    [
        typeof(long), typeof(short), typeof(string), typeof(string), typeof(DateTime), typeof(DateTime), typeof(long), typeof(long),
        typeof(long), typeof(long), typeof(long), typeof(long), typeof(long), typeof(long), typeof(string), typeof(bool),
        typeof(short), typeof(bool), typeof(string), typeof(bool), typeof(short), typeof(string),
    ];

    public static async Task InsertAsync(
        SqlServerCommunityDbContext context, IReadOnlyList<Activity> activities, CancellationToken cancellationToken)
    {
        var id = await LastIdAsync(context, cancellationToken);
        using var table = new DataTable();
        for (var column = 0; column < s_types.Length; column++)
        {
            table.Columns.Add(ActivityColumns.Names[column], s_types[column]);
        }

        foreach (var activity in activities)
        {
            activity.Id = ++id;
            table.Rows.Add(
                activity.Id,
                (short)activity.Kind,
                activity.Source,
                activity.ExternalId,
                UtcDateTimeConverter.ToStored(activity.OccurredAt),
                UtcDateTimeConverter.ToStored(activity.RecordedAt),
                activity.GroupId,
                activity.MemberId,
                activity.MembershipId,
                activity.ActorId,
                activity.TagId,
                activity.CampaignId,
                activity.ContentItemId,
                activity.OrderId,
                activity.Text,
                activity.IsEffective,
                activity.EffectiveRuleVersion,
                activity.IsExcluded,
                activity.Data,
                activity.IsEffectiveByText,
                (short?)activity.ContentType,
                activity.ReplyToExternalId);
        }

        using var copy = new SqlBulkCopy(
            (SqlConnection)context.Database.GetDbConnection(),
            SqlBulkCopyOptions.KeepIdentity | SqlBulkCopyOptions.CheckConstraints,
            (SqlTransaction)context.Database.CurrentTransaction!.GetDbTransaction())
        {
            DestinationTableName = "[Activities]",
        };
        foreach (var name in ActivityColumns.Names)
        {
            copy.ColumnMappings.Add(name, name);
        }

        await copy.WriteToServerAsync(table, cancellationToken);
    }

    public static async Task AddAsync<T>(
        SqlServerCommunityDbContext context, RollupTable<T> table, IReadOnlyList<T> rows, CancellationToken cancellationToken)
    {
        foreach (var chunk in rows.Chunk(MaxParameters / (table.Keys.Count + table.Sums.Count)))
        {
            await using var command = CreateCommand(context);
            command.CommandText = AddSql(table, chunk.Length);
            foreach (var row in chunk)
            {
                foreach (var key in table.Keys)
                {
                    AddParameter(command, key.Type switch
                    {
                        RollupKeyType.Id => SqlDbType.BigInt,
                        RollupKeyType.Instant => SqlDbType.DateTime2,
                        _ => SqlDbType.Date,
                    }, key.Read(row));
                }

                foreach (var sum in table.Sums)
                {
                    AddParameter(command, SqlDbType.Int, sum.Read(row));
                }
            }

            await command.ExecuteNonQueryAsync(cancellationToken);
        }
    }

    /// <remarks>
    /// Without MERGE: what is there is updated, then what is not there is inserted. HOLDLOCK keeps the keys that the update did
    /// not find away from other transactions, or one that inserted them in between would make both statements pass them by.
    /// </remarks>
    internal static string AddSql<T>(RollupTable<T> table, int rows)
    {
        var columns = table.Columns.Select(name => $"[{name}]").ToArray();
        var list = string.Join(", ", columns);
        var values = new StringBuilder();
        for (var row = 0; row < rows; row++)
        {
            values.Append(row == 0 ? "(" : ", (")
                .AppendJoin(", ", Enumerable.Range(row * columns.Length, columns.Length).Select(index => $"@p{index}"))
                .Append(')');
        }

        var added = $"(VALUES {values}) AS added ({list})";
        var sameKey = string.Join(" AND ", table.Keys.Select(key => $"stored.[{key.Name}] = added.[{key.Name}]"));
        return
            $"""
             UPDATE stored SET {string.Join(", ", table.Sums.Select(sum => $"[{sum.Name}] = stored.[{sum.Name}] + added.[{sum.Name}]"))}
             FROM [{table.Name}] AS stored WITH (UPDLOCK, HOLDLOCK) INNER JOIN {added} ON {sameKey};
             INSERT INTO [{table.Name}] ({list})
             SELECT {string.Join(", ", columns.Select(column => $"added.{column}"))} FROM {added}
             WHERE NOT EXISTS (SELECT 1 FROM [{table.Name}] AS stored WHERE {sameKey});
             """;
    }

    /// <summary>The greatest number given, be it by the identity or by an earlier bulk copy.</summary>
    private static async Task<long> LastIdAsync(SqlServerCommunityDbContext context, CancellationToken cancellationToken)
    {
        await using var command = CreateCommand(context);
        command.CommandText =
            "SELECT MAX(Id) FROM (SELECT CAST(IDENT_CURRENT('Activities') AS bigint) AS Id UNION ALL SELECT MAX(Id) FROM [Activities]) AS given";
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static SqlCommand CreateCommand(SqlServerCommunityDbContext context)
    {
        var command = ((SqlConnection)context.Database.GetDbConnection()).CreateCommand();
        command.Transaction = (SqlTransaction)context.Database.CurrentTransaction!.GetDbTransaction();
        return command;
    }

    private static void AddParameter(SqlCommand command, SqlDbType type, object value) =>
        command.Parameters.Add(new SqlParameter($"@p{command.Parameters.Count}", type) { Value = value });
}
