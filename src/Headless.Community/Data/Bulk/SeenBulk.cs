using System.Data;
using System.Text;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Headless.Community.Data.Bulk;

/// <summary>When a member was first and last seen.</summary>
/// <param name="IsEarlier">Whether the first time has moved: as a rule only the last does.</param>
internal readonly record struct MemberSeen(long Id, DateTime FirstSeenAt, DateTime LastActiveAt, bool IsEarlier);

/// <summary>The last message of a stay.</summary>
internal readonly record struct LastMessage(long Id, DateTime At, long Hash);

/// <summary>
/// Writes what every message moves: many rows, each with values of its own. Neither the version nor the time of the last change
/// moves with it, or nobody could edit a member who talks.
/// </summary>
internal static class SeenBulk
{
    /// <summary>SQL Server takes 2100 parameters with a command.</summary>
    private const int SqlServerRows = 600;

    public static Task BulkUpdateAsync(
        this CommunityDbContext context, IReadOnlyList<MemberSeen> rows, CancellationToken cancellationToken)
    {
        if (context.Database.GetDbConnection() is SqliteConnection sqlite)
        {
            UpdateLastActive(sqlite, rows.Where(row => !row.IsEarlier));
            rows = [.. rows.Where(row => row.IsEarlier)];
        }

        return UpdateAsync(
            context, "Members", nameof(Member.FirstSeenAt), nameof(Member.LastActiveAt), SqlDbType.DateTime2, NpgsqlDbType.TimestampTz, "timestamp with time zone",
            [.. rows.Select(row => new Row(row.Id, row.FirstSeenAt, row.LastActiveAt))], cancellationToken);
    }

    public static Task BulkUpdateAsync(
        this CommunityDbContext context, IReadOnlyList<LastMessage> rows, CancellationToken cancellationToken) =>
        UpdateAsync(
            context, "Memberships", nameof(Membership.LastMessageAt), nameof(Membership.LastMessageHash), SqlDbType.BigInt, NpgsqlDbType.Bigint, "bigint",
            [.. rows.Select(row => new Row(row.Id, row.At, row.Hash))], cancellationToken);

    /// <remarks>SQLite rewrites the index of a column that is set, whether its value is another or not.</remarks>
    private static void UpdateLastActive(SqliteConnection sqlite, IEnumerable<MemberSeen> rows)
    {
        using var update = new SqliteStatement(
            sqlite, $"UPDATE \"Members\" SET \"{nameof(Member.LastActiveAt)}\" = ? WHERE \"{nameof(Member.Id)}\" = ?");
        foreach (var row in rows)
        {
            update.Bind(row.LastActiveAt);
            update.Bind(row.Id);
            update.Run();
        }
    }

    private static async Task UpdateAsync(
        CommunityDbContext context,
        string table,
        string time,
        string other,
        SqlDbType otherType,
        NpgsqlDbType otherNpgsqlType,
        string otherPostgresType,
        Row[] rows,
        CancellationToken cancellationToken)
    {
        if (rows.Length == 0)
        {
            return;
        }

        var connection = context.Database.GetDbConnection();
        var transaction = context.Database.CurrentTransaction!.GetDbTransaction();
        switch (connection)
        {
            case SqliteConnection sqlite:
                using (var update = new SqliteStatement(sqlite, $"UPDATE \"{table}\" SET \"{time}\" = ?, \"{other}\" = ? WHERE \"Id\" = ?"))
                {
                    foreach (var row in rows)
                    {
                        update.Bind(row.Time);
                        if (row.Other is DateTime second)
                        {
                            update.Bind(second);
                        }
                        else
                        {
                            update.Bind((long)row.Other);
                        }

                        update.Bind(row.Id);
                        update.Run();
                    }
                }

                break;

            case NpgsqlConnection postgres:
                await using (var command = postgres.CreateCommand())
                {
                    command.Transaction = (NpgsqlTransaction)transaction;
                    command.CommandText =
                        $"""
                         UPDATE "{table}" AS stored SET "{time}" = seen.time, "{other}" = seen.other
                         FROM unnest($1::bigint[], $2::timestamp with time zone[], $3::{otherPostgresType}[]) AS seen (id, time, other)
                         WHERE stored."Id" = seen.id
                         """;
                    command.Parameters.Add(new NpgsqlParameter { Value = Array.ConvertAll(rows, row => row.Id), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Bigint });
                    command.Parameters.Add(new NpgsqlParameter { Value = Array.ConvertAll(rows, row => row.Time), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.TimestampTz });
                    command.Parameters.Add(new NpgsqlParameter
                    {
                        Value = otherNpgsqlType == NpgsqlDbType.Bigint
                            ? Array.ConvertAll(rows, row => (long)row.Other)
                            : Array.ConvertAll(rows, row => (DateTime)row.Other),
                        NpgsqlDbType = NpgsqlDbType.Array | otherNpgsqlType,
                    });
                    await command.ExecuteNonQueryAsync(cancellationToken);
                }

                break;

            case SqlConnection sqlServer:
                foreach (var chunk in rows.Chunk(SqlServerRows))
                {
                    await using var command = sqlServer.CreateCommand();
                    command.Transaction = (SqlTransaction)transaction;
                    command.CommandText = SqlServerSql(table, time, other, chunk.Length);
                    for (var index = 0; index < chunk.Length; index++)
                    {
                        command.Parameters.Add(new SqlParameter($"@i{index}", SqlDbType.BigInt) { Value = chunk[index].Id });
                        command.Parameters.Add(new SqlParameter($"@t{index}", SqlDbType.DateTime2) { Value = chunk[index].Time });
                        command.Parameters.Add(new SqlParameter($"@o{index}", otherType) { Value = chunk[index].Other });
                    }

                    await command.ExecuteNonQueryAsync(cancellationToken);
                }

                break;
        }
    }

    private static string SqlServerSql(string table, string time, string other, int rows)
    {
        var values = new StringBuilder();
        for (var index = 0; index < rows; index++)
        {
            values.Append(index == 0 ? "" : ", ").Append($"(@i{index}, @t{index}, @o{index})");
        }

        return
            $"""
             UPDATE stored SET [{time}] = seen.[time], [{other}] = seen.[other]
             FROM [{table}] AS stored INNER JOIN (VALUES {values}) AS seen ([id], [time], [other]) ON stored.[Id] = seen.[id]
             """;
    }

    private readonly record struct Row(long Id, DateTime Time, object Other);
}
