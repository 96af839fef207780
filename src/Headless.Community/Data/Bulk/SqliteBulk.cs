using Headless.Community.Search;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data.Bulk;

/// <summary>Bulk writing on SQLite. It is synchronous, as SQLite is.</summary>
internal static class SqliteBulk
{
    private static readonly string s_insert =
        $"INSERT INTO \"Activities\" ({Columns(ActivityColumns.Names)}) VALUES ({Parameters(ActivityColumns.Names.Length)})";

    private static readonly string[] s_recordColumns =
    [
        nameof(IdempotencyRecord.Key), nameof(IdempotencyRecord.Operation), nameof(IdempotencyRecord.RequestHash),
        nameof(IdempotencyRecord.Response), nameof(IdempotencyRecord.CreatedAt),
    ];

    private static readonly string s_insertRecord =
        $"INSERT INTO \"{nameof(CommunityDbContext.IdempotencyRecords)}\" ({Columns(s_recordColumns)}) VALUES ({Parameters(s_recordColumns.Length)})";

    private static readonly string s_insertTerm =
        $"INSERT INTO \"{nameof(CommunityDbContext.SearchTerms)}\" (\"{nameof(SearchTerm.Scope)}\", \"{nameof(SearchTerm.OwnerId)}\", \"{nameof(SearchTerm.Term)}\", \"{nameof(SearchTerm.Weight)}\") VALUES (?, ?, ?, ?)";

    public static void Insert(SqliteCommunityDbContext context, IReadOnlyList<Activity> activities, CancellationToken cancellationToken)
    {
        var connection = (SqliteConnection)context.Database.GetDbConnection();
        var id = LastId(connection, nameof(CommunityDbContext.Activities));
        using var insert = new SqliteStatement(connection, s_insert);
        foreach (var activity in activities)
        {
            cancellationToken.ThrowIfCancellationRequested();
            activity.Id = ++id;
            insert.Bind(activity.Id);
            insert.Bind((long)activity.Kind);
            insert.Bind(activity.Source);
            insert.Bind(activity.ExternalId);
            insert.Bind(activity.OccurredAt);
            insert.Bind(activity.RecordedAt);
            insert.Bind(activity.GroupId);
            insert.Bind(activity.MemberId);
            insert.Bind(activity.MembershipId);
            insert.Bind(activity.ActorId);
            insert.Bind(activity.TagId);
            insert.Bind(activity.CampaignId);
            insert.Bind(activity.ContentItemId);
            insert.Bind(activity.OrderId);
            insert.Bind(activity.Text);
            insert.Bind(activity.IsEffective);
            insert.Bind((long)activity.EffectiveRuleVersion);
            insert.Bind(activity.IsExcluded);
            insert.Bind(activity.Data);
            insert.Bind(activity.IsEffectiveByText is { } byText ? byText ? 1L : 0L : (long?)null);
            insert.Bind((long?)activity.ContentType);
            insert.Bind(activity.ReplyToExternalId);
            insert.Run();
        }
    }

    public static void Insert(SqliteCommunityDbContext context, IReadOnlyList<IdempotencyRecord> records, DateTime now)
    {
        using var insert = new SqliteStatement((SqliteConnection)context.Database.GetDbConnection(), s_insertRecord);
        foreach (var record in records)
        {
            insert.Bind(record.Key);
            insert.Bind(record.Operation);
            insert.Bind(record.RequestHash);
            insert.Bind(record.Response);
            insert.Bind(now);
            insert.Run();
        }
    }

    /// <summary>Adds the tokens of a scope that are not there yet.</summary>
    /// <remarks>In the order of the tokens: of many owners they go into few pages of the index at a time. By <c>json_each</c> the grams of names were an eighth of an import.</remarks>
    public static void Insert(SqliteCommunityDbContext context, SearchScope scope, IEnumerable<SearchTerm> terms)
    {
        using var insert = new SqliteStatement((SqliteConnection)context.Database.GetDbConnection(), s_insertTerm);
        foreach (var term in terms.OrderBy(term => term.Term, StringComparer.Ordinal))
        {
            insert.Bind((long)scope);
            insert.Bind(term.OwnerId);
            insert.Bind(term.Term);
            insert.Bind((long)term.Weight);
            insert.Run();
        }
    }

    public static void Add<T>(
        SqliteCommunityDbContext context, RollupTable<T> table, IReadOnlyList<T> rows, CancellationToken cancellationToken)
    {
        var columns = table.Columns.ToArray();
        using var add = new SqliteStatement(
            (SqliteConnection)context.Database.GetDbConnection(),
            $"""
             INSERT INTO "{table.Name}" ({Columns(columns)}) VALUES ({Parameters(columns.Length)})
             ON CONFLICT ({Columns(table.Keys.Select(key => key.Name))})
             DO UPDATE SET {string.Join(", ", table.Sums.Select(sum => $"\"{sum.Name}\" = \"{sum.Name}\" + excluded.\"{sum.Name}\""))}
             """);
        foreach (var row in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var key in table.Keys)
            {
                switch (key.Read(row))
                {
                    case long id:
                        add.Bind(id);
                        break;
                    case DateTime instant:
                        add.Bind(instant);
                        break;
                    case DateOnly day:
                        add.Bind(day);
                        break;
                }
            }

            foreach (var sum in table.Sums)
            {
                add.Bind((long)sum.Read(row));
            }

            add.Run();
        }
    }

    /// <summary>The last number given; those of rows that were deleted since are not given again.</summary>
    public static long LastId(SqliteConnection connection, string table)
    {
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT seq FROM sqlite_sequence WHERE name = $table";
        command.Parameters.AddWithValue("$table", table);
        return command.ExecuteScalar() as long? ?? 0;
    }

    private static string Columns(IEnumerable<string> names) => string.Join(", ", names.Select(name => $"\"{name}\""));

    private static string Parameters(int count) => string.Join(", ", Enumerable.Repeat("?", count));
}
