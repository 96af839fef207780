using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using NpgsqlTypes;

namespace Headless.Community.Data.Bulk;

/// <summary>Bulk writing on PostgreSQL: COPY for the log, one statement over arrays for rollups.</summary>
internal static class PostgresBulk
{
    private static readonly string s_copy =
        $"COPY \"Activities\" ({string.Join(", ", ActivityColumns.Names.Select(Quote))}) FROM STDIN (FORMAT BINARY)";

    public static async Task InsertAsync(
        PostgresCommunityDbContext context, IReadOnlyList<Activity> activities, CancellationToken cancellationToken)
    {
        var connection = (NpgsqlConnection)context.Database.GetDbConnection();
        var id = await ReserveIdsAsync(context, activities.Count, cancellationToken);
        await using var copy = await connection.BeginBinaryImportAsync(s_copy, cancellationToken);
        foreach (var activity in activities)
        {
            activity.Id = id++;
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(activity.Id, NpgsqlDbType.Bigint, cancellationToken);
            await copy.WriteAsync((short)activity.Kind, NpgsqlDbType.Smallint, cancellationToken);
            await WriteAsync(copy, activity.Source, cancellationToken);
            await WriteAsync(copy, activity.ExternalId, cancellationToken);
            await copy.WriteAsync(UtcDateTimeConverter.ToStored(activity.OccurredAt), NpgsqlDbType.TimestampTz, cancellationToken);
            await copy.WriteAsync(UtcDateTimeConverter.ToStored(activity.RecordedAt), NpgsqlDbType.TimestampTz, cancellationToken);
            await WriteAsync(copy, activity.GroupId, cancellationToken);
            await WriteAsync(copy, activity.MemberId, cancellationToken);
            await WriteAsync(copy, activity.MembershipId, cancellationToken);
            await WriteAsync(copy, activity.ActorId, cancellationToken);
            await WriteAsync(copy, activity.TagId, cancellationToken);
            await WriteAsync(copy, activity.CampaignId, cancellationToken);
            await WriteAsync(copy, activity.ContentItemId, cancellationToken);
            await WriteAsync(copy, activity.OrderId, cancellationToken);
            await WriteAsync(copy, activity.Text, cancellationToken);
            await copy.WriteAsync(activity.IsEffective, NpgsqlDbType.Boolean, cancellationToken);
            await copy.WriteAsync(activity.EffectiveRuleVersion, NpgsqlDbType.Smallint, cancellationToken);
            await copy.WriteAsync(activity.IsExcluded, NpgsqlDbType.Boolean, cancellationToken);
            await WriteAsync(copy, activity.Data, cancellationToken);
            await (activity.IsEffectiveByText is { } byText ? copy.WriteAsync(byText, NpgsqlDbType.Boolean, cancellationToken) : copy.WriteNullAsync(cancellationToken));
            await (activity.ContentType is { } type ? copy.WriteAsync((short)type, NpgsqlDbType.Smallint, cancellationToken) : copy.WriteNullAsync(cancellationToken));
            await WriteAsync(copy, activity.ReplyToExternalId, cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
    }

    public static async Task AddAsync<T>(
        PostgresCommunityDbContext context, RollupTable<T> table, IReadOnlyList<T> rows, CancellationToken cancellationToken)
    {
        var columns = table.Columns.ToArray();
        await using var command = CreateCommand(context);
        command.CommandText =
            $"""
             INSERT INTO {Quote(table.Name)} AS stored ({string.Join(", ", columns.Select(Quote))})
             SELECT * FROM unnest({string.Join(", ", columns.Select((_, index) => $"${index + 1}"))})
             ON CONFLICT ({string.Join(", ", table.Keys.Select(key => Quote(key.Name)))})
             DO UPDATE SET {string.Join(", ", table.Sums.Select(sum => $"{Quote(sum.Name)} = stored.{Quote(sum.Name)} + excluded.{Quote(sum.Name)}"))}
             """;
        foreach (var key in table.Keys)
        {
            command.Parameters.Add(key.Type switch
            {
                RollupKeyType.Id => ArrayOf(NpgsqlDbType.Bigint, rows.Select(row => (long)key.Read(row))),
                RollupKeyType.Instant => ArrayOf(NpgsqlDbType.TimestampTz, rows.Select(row => (DateTime)key.Read(row))),
                _ => ArrayOf(NpgsqlDbType.Date, rows.Select(row => (DateOnly)key.Read(row))),
            });
        }

        foreach (var sum in table.Sums)
        {
            command.Parameters.Add(ArrayOf(NpgsqlDbType.Integer, rows.Select(sum.Read)));
        }

        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    /// <summary>Takes consecutive numbers; the log's lock, which is held, keeps others from taking any in between.</summary>
    private static async Task<long> ReserveIdsAsync(PostgresCommunityDbContext context, int count, CancellationToken cancellationToken)
    {
        await using var command = CreateCommand(context);
        command.CommandText =
            """
            SELECT setval(log.ids, nextval(log.ids) + $1 - 1) - $1 + 1
            FROM (SELECT pg_get_serial_sequence('"Activities"', 'Id')::regclass AS ids) AS log
            """;
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = count });
        return (long)(await command.ExecuteScalarAsync(cancellationToken))!;
    }

    private static NpgsqlCommand CreateCommand(PostgresCommunityDbContext context)
    {
        var command = ((NpgsqlConnection)context.Database.GetDbConnection()).CreateCommand();
        command.Transaction = (NpgsqlTransaction)context.Database.CurrentTransaction!.GetDbTransaction();
        return command;
    }

    private static NpgsqlParameter ArrayOf<TItem>(NpgsqlDbType type, IEnumerable<TItem> values) =>
        new NpgsqlParameter<TItem[]> { TypedValue = [.. values], NpgsqlDbType = NpgsqlDbType.Array | type };

    private static Task WriteAsync(NpgsqlBinaryImporter copy, long? value, CancellationToken cancellationToken) =>
        value is { } number
            ? copy.WriteAsync(number, NpgsqlDbType.Bigint, cancellationToken)
            : copy.WriteNullAsync(cancellationToken);

    private static Task WriteAsync(NpgsqlBinaryImporter copy, string? value, CancellationToken cancellationToken) =>
        value is null
            ? copy.WriteNullAsync(cancellationToken)
            : copy.WriteAsync(value, NpgsqlDbType.Text, cancellationToken);

    private static string Quote(string name) => $"\"{name}\"";
}
