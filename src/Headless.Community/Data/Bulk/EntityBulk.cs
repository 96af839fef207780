using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Headless.Community.Data.Bulk;

/// <summary>Inserts many new entities whose <see cref="Entity"/> stamps are set, and gives each its key.</summary>
internal static class EntityBulk
{
    private static readonly ConcurrentDictionary<IEntityType, SqliteInsert> s_inserts = new();

    /// <remarks>
    /// SQLite, where ingestion has to be fast on two cores, takes them past the change tracker through one prepared statement;
    /// the server databases through EF's batches.
    /// </remarks>
    public static async Task BulkInsertAsync<T>(
        this CommunityDbContext context, IReadOnlyList<T> entities, CancellationToken cancellationToken)
        where T : Entity
    {
        if (entities.Count == 0)
        {
            return;
        }

        if (context is SqliteCommunityDbContext)
        {
            var insert = s_inserts.GetOrAdd(context.Model.FindEntityType(typeof(T))!, type => new SqliteInsert(type));
            insert.Run((SqliteConnection)context.Database.GetDbConnection(), entities, cancellationToken);
        }
        else
        {
            context.AddRange(entities);
            await context.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>The statement for one kind of entity, read from EF's model.</summary>
    private sealed class SqliteInsert
    {
        private readonly string _table;
        private readonly string _sql;
        private readonly Column[] _columns;
        private readonly System.Reflection.PropertyInfo _key = typeof(Entity).GetProperty(nameof(Entity.Id))!;

        public SqliteInsert(IEntityType type)
        {
            if (type.GetComplexProperties().Any())
            {
                throw new NotSupportedException($"{type.ClrType.Name} has complex properties: insert it through EF.");
            }

            _table = type.GetTableName()!;
            _columns = [.. type.GetProperties().Select(property => new Column(property))];
            _sql =
                $"INSERT INTO \"{_table}\" ({string.Join(", ", _columns.Select(column => $"\"{column.Name}\""))}) VALUES ({string.Join(", ", _columns.Select(_ => "?"))})";
        }

        public void Run(SqliteConnection connection, IEnumerable<Entity> entities, CancellationToken cancellationToken)
        {
            var id = LastId(connection);
            using var statement = new SqliteStatement(connection, _sql);
            foreach (var entity in entities)
            {
                cancellationToken.ThrowIfCancellationRequested();
                _key.SetValue(entity, ++id);
                foreach (var column in _columns)
                {
                    switch (column.Read(entity))
                    {
                        case null:
                            statement.Bind((string?)null);
                            break;
                        case string text:
                            statement.Bind(text);
                            break;
                        case DateTime time:
                            statement.Bind(time);
                            break;
                        case bool flag:
                            statement.Bind(flag);
                            break;
                        case var number:
                            statement.Bind(Convert.ToInt64(number));
                            break;
                    }
                }

                statement.Run();
            }
        }

        /// <summary>The last number given; those of rows that were deleted since are not given again.</summary>
        private long LastId(SqliteConnection connection)
        {
            using var command = connection.CreateCommand();
            command.CommandText = "SELECT seq FROM sqlite_sequence WHERE name = $table";
            command.Parameters.AddWithValue("$table", _table);
            return command.ExecuteScalar() as long? ?? 0;
        }
    }

    private sealed class Column(IProperty property)
    {
        private readonly Func<object?, object?>? _convert = property.GetTypeMapping().Converter?.ConvertToProvider;
        private readonly Func<object, object?> _read = Reader(property);

        public string Name { get; } = property.GetColumnName();

        public object? Read(object entity) => _read(entity) is not { } value ? null : _convert is null ? value : _convert(value);

        private static Func<object, object?> Reader(IProperty property) =>
            (property.PropertyInfo ?? throw new NotSupportedException($"{property.Name} is a shadow property.")).GetValue;
    }
}
