using System.Collections.Concurrent;
using System.Linq.Expressions;
using Headless.Community.Search;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Storage;

namespace Headless.Community.Data.Bulk;

/// <summary>Writes many entities at once.</summary>
/// <remarks>
/// SQLite, where ingestion has to be fast on two cores, takes them past the change tracker through one prepared statement;
/// the server databases through EF's batches.
/// </remarks>
internal static class EntityBulk
{
    private static readonly ConcurrentDictionary<IEntityType, SqliteInsert> s_inserts = new();
    private static readonly ConcurrentDictionary<(IEntityType Type, string Properties), SqliteUpdate> s_updates = new();

    /// <summary>Inserts new entities whose <see cref="Entity"/> stamps are set, and gives each its key.</summary>
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
            await IndexNamesAsync(context, entities, areNew: true, cancellationToken);
        }
        else
        {
            context.AddRange(entities);
            await context.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>Writes some properties of entities that are not tracked, and stamps them as edited.</summary>
    /// <param name="entities">With the key and the version that were read in this transaction, and the new values.</param>
    /// <param name="properties">The names of the properties to write.</param>
    /// <param name="now">The time of the edit, UTC.</param>
    /// <exception cref="DbUpdateConcurrencyException">On a server database, somebody else has changed one of them since.</exception>
    public static async Task BulkUpdateAsync<T>(
        this CommunityDbContext context, IReadOnlyList<T> entities, string[] properties, DateTime now, CancellationToken cancellationToken)
        where T : Entity
    {
        if (entities.Count == 0)
        {
            return;
        }

        if (context is SqliteCommunityDbContext)
        {
            // Nobody else writes between the reading of a row and this: a transaction of SQLite holds the database.
            var type = context.Model.FindEntityType(typeof(T))!;
            var update = s_updates.GetOrAdd((type, string.Join(',', properties)), static (key, names) => new SqliteUpdate(key.Type, names), properties);
            update.Run((SqliteConnection)context.Database.GetDbConnection(), entities, now, cancellationToken);
            if (properties.Contains(nameof(Member.DisplayName)))
            {
                await IndexNamesAsync(context, entities, areNew: false, cancellationToken);
            }
        }
        else
        {
            foreach (var entity in entities)
            {
                var entry = context.Attach(entity);
                foreach (var property in properties)
                {
                    entry.Property(property).IsModified = true;
                }
            }

            await context.SaveChangesAsync(cancellationToken);
        }
    }

    /// <summary>As <see cref="NameGramInterceptor"/> does for what the change tracker saves.</summary>
    private static Task IndexNamesAsync<T>(CommunityDbContext context, IReadOnlyList<T> entities, bool areNew, CancellationToken cancellationToken) =>
        entities is IReadOnlyList<Member> members
            ? NameGrams.PutAsync(context, [.. members.Select(m => KeyValuePair.Create(m.Id, m.DisplayName))], areNew, cancellationToken)
            : Task.CompletedTask;

    /// <summary>The calls of <c>Bind</c> for columns in their order, without a boxed value between property and statement.</summary>
    private static Action<SqliteStatement, Entity> CompileBind(Type type, IEnumerable<IProperty> columns)
    {
        var statement = Expression.Parameter(typeof(SqliteStatement));
        var entity = Expression.Parameter(typeof(Entity));
        var row = Expression.Variable(type);
        Expression[] calls =
        [
            Expression.Assign(row, Expression.Convert(entity, type)),
            .. columns.Select(column => Expression.Call(statement, nameof(SqliteStatement.Bind), null, Stored(column, row))),
        ];
        return Expression.Lambda<Action<SqliteStatement, Entity>>(Expression.Block([row], calls), statement, entity).Compile();
    }

    /// <summary>What a column holds of a row: a text, a time, a flag or a whole number.</summary>
    private static Expression Stored(IProperty column, Expression row)
    {
        Expression value = Expression.Property(row, column.PropertyInfo ?? throw new NotSupportedException($"{column.Name} is a shadow property."));
        var type = Nullable.GetUnderlyingType(value.Type) ?? value.Type;
        if (type == typeof(string) || type == typeof(DateTime) || value.Type == typeof(bool))
        {
            // The statement stores times as the converter does.
            return value;
        }

        var isNullable = type != value.Type;
        var number = isNullable ? Expression.Property(value, "Value") : value;
        Expression stored = column.GetTypeMapping().Converter is { } converter && !type.IsEnum
            ? ReplacingExpressionVisitor.Replace(
                converter.ConvertToProviderExpression.Parameters[0], number, converter.ConvertToProviderExpression.Body)
            : number;
        return isNullable
            ? Expression.Condition(
                Expression.Property(value, "HasValue"), Expression.Convert(stored, typeof(long?)), Expression.Constant(null, typeof(long?)))
            : Expression.Convert(stored, typeof(long));
    }

    /// <summary>The statement that changes some columns of one kind of entity.</summary>
    private sealed class SqliteUpdate(IEntityType type, string[] properties)
    {
        private readonly string _sql =
            $"UPDATE \"{type.GetTableName()}\" SET {string.Concat(properties.Select(name => $"\"{type.FindProperty(name)!.GetColumnName()}\" = ?, "))}"
            + $"\"{nameof(Entity.UpdatedAt)}\" = ?, \"{nameof(Entity.Version)}\" = \"{nameof(Entity.Version)}\" + 1 WHERE \"{nameof(Entity.Id)}\" = ?";

        private readonly Action<SqliteStatement, Entity> _bind = CompileBind(type.ClrType, properties.Select(name => type.FindProperty(name)!));

        public void Run(SqliteConnection connection, IEnumerable<Entity> entities, DateTime now, CancellationToken cancellationToken)
        {
            using var statement = new SqliteStatement(connection, _sql);
            foreach (var entity in entities)
            {
                cancellationToken.ThrowIfCancellationRequested();
                _bind(statement, entity);
                statement.Bind(now);
                statement.Bind(entity.Id);
                statement.Run();
            }
        }
    }

    /// <summary>The statement that inserts one kind of entity.</summary>
    private sealed class SqliteInsert
    {
        private readonly string _table;
        private readonly string _sql;
        private readonly Action<SqliteStatement, Entity> _bind;
        private readonly Action<Entity, long> _setKey;

        public SqliteInsert(IEntityType type)
        {
            if (type.GetComplexProperties().Any())
            {
                throw new NotSupportedException($"{type.ClrType.Name} has complex properties: insert it through EF.");
            }

            _table = type.GetTableName()!;
            var columns = type.GetProperties().ToArray();
            _sql =
                $"INSERT INTO \"{_table}\" ({string.Join(", ", columns.Select(column => $"\"{column.GetColumnName()}\""))}) VALUES ({string.Join(", ", columns.Select(_ => "?"))})";
            _bind = CompileBind(type.ClrType, columns);
            _setKey = typeof(Entity).GetProperty(nameof(Entity.Id))!.GetSetMethod(nonPublic: true)!.CreateDelegate<Action<Entity, long>>();
        }

        public void Run(SqliteConnection connection, IEnumerable<Entity> entities, CancellationToken cancellationToken)
        {
            var id = SqliteBulk.LastId(connection, _table);
            using var statement = new SqliteStatement(connection, _sql);
            foreach (var entity in entities)
            {
                cancellationToken.ThrowIfCancellationRequested();
                _setKey(entity, ++id);
                _bind(statement, entity);
                statement.Run();
            }
        }
    }
}
