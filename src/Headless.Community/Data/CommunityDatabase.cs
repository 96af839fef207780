using System.Data.Common;
using System.Globalization;
using Headless.Community.Moderation;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

namespace Headless.Community.Data;

/// <summary>The way to the community's rows: contexts for reading, transactions for writing. One for each process.</summary>
public sealed class CommunityDatabase : IDisposable
{
    /// <summary>Whether the flow of control is inside <see cref="WriteAsync{T}"/>, whose gate is not reentrant.</summary>
    private static readonly AsyncLocal<bool> s_writing = new();

    private readonly Func<CommunityDbContext> _unfiltered;
    private readonly Func<CommunityDbContext> _filtered;
    private readonly Func<CommunityDbContext> _masked;
    private readonly WriteGate _gate;
    private readonly TimeProvider _clock;
    private readonly IReadOnlyList<IInterceptor> _interceptors;

    /// <param name="options">Which database and where.</param>
    /// <param name="clock">The time that rows are stamped with and assignments compared with.</param>
    public CommunityDatabase(DatabaseOptions options, TimeProvider clock)
        : this(options, clock, [])
    {
    }

    /// <summary>As the other, with interceptors of the connections and commands: for tests.</summary>
    internal CommunityDatabase(DatabaseOptions options, TimeProvider clock, IReadOnlyList<IInterceptor> interceptors)
    {
        _interceptors = interceptors;
        Options = options;
        _clock = clock;
        _gate = new WriteGate(isNeeded: options.Provider == DatabaseProvider.Sqlite);
        (_unfiltered, _filtered, _masked) = options.Provider switch
        {
            DatabaseProvider.Sqlite => (Pool<SqliteCommunityDbContext>(), Pool<FilteredSqliteCommunityDbContext>(), Pool<MaskedSqliteCommunityDbContext>()),
            DatabaseProvider.SqlServer => (Pool<SqlServerCommunityDbContext>(), Pool<FilteredSqlServerCommunityDbContext>(), Pool<MaskedSqlServerCommunityDbContext>()),
            DatabaseProvider.Postgres => (Pool<PostgresCommunityDbContext>(), Pool<FilteredPostgresCommunityDbContext>(), Pool<MaskedPostgresCommunityDbContext>()),
            _ => throw new ArgumentOutOfRangeException(nameof(options), options.Provider, "Unknown provider."),
        };
    }

    public DatabaseOptions Options { get; }

    /// <summary>
    /// A context that shows what the scope allows; dispose it to give it back. For reading: what it writes goes around the write
    /// gate.
    /// </summary>
    public CommunityDbContext Create(AccessScope scope)
    {
        var context = !scope.IsEverything ? _filtered() : scope.SeesPersonal ? _unfiltered() : _masked();
        context.Access = scope;
        context.Now = _clock.GetUtcNow().UtcDateTime;
        return context;
    }

    /// <summary>
    /// Runs work in one transaction, and commits it unless it throws. On SQLite the transaction is an immediate one and waits for
    /// the other writers of this process. On a server database a lost connection or a deadlock runs the work again from its
    /// start with a new context, so it must not have effects outside the database; wake whoever waits after it has returned.
    /// </summary>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed the row in between.</exception>
    /// <exception cref="InvalidOperationException">Called from within the work of another write.</exception>
    public async Task<T> WriteAsync<T>(
        AccessScope scope,
        Func<CommunityDbContext, CancellationToken, Task<T>> work,
        CancellationToken cancellationToken)
    {
        if (s_writing.Value)
        {
            throw new InvalidOperationException("A write is under way already: pass its context on instead of beginning another.");
        }

        using var turn = await _gate.EnterAsync(cancellationToken);
        s_writing.Value = true;
        if (Options.Provider == DatabaseProvider.Sqlite)
        {
            return await WriteOnceAsync(scope, work, cancellationToken);
        }

        await using var context = Create(scope);
        return await context.Database.CreateExecutionStrategy().ExecuteAsync(
            token => WriteOnceAsync(scope, work, token), cancellationToken);
    }

    /// <summary>As <see cref="WriteAsync{T}"/>, for work that has no result.</summary>
    public Task WriteAsync(
        AccessScope scope, Func<CommunityDbContext, CancellationToken, Task> work, CancellationToken cancellationToken) =>
        WriteAsync(
            scope,
            async (context, token) =>
            {
                await work(context, token);
                return true;
            },
            cancellationToken);

    /// <summary>Creates the database where it is missing and applies the migrations that it has not had.</summary>
    public async Task MigrateAsync(CancellationToken cancellationToken)
    {
        if (Options.Provider == DatabaseProvider.Sqlite
            && new SqliteConnectionStringBuilder(Options.ConnectionString).DataSource is { Length: > 0 } file
            && Path.GetDirectoryName(Path.GetFullPath(file)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        await using var context = Create(AccessScope.Everything);
        if (!await HasNewestMigrationAsync(context, cancellationToken))
        {
            await context.Database.MigrateAsync(cancellationToken);
        }
    }

    /// <summary>
    /// Does what the first query would wait for: makes EF's model, and where the tables are there has a query translated. Changes
    /// nothing, so it may run beside whatever else a start has to do.
    /// </summary>
    /// <exception cref="DbException">The database cannot be read.</exception>
    public async Task WarmUpAsync(CancellationToken cancellationToken)
    {
        await using var context = Create(AccessScope.Everything);
        _ = context.Model;
        if (await HasNewestMigrationAsync(context, cancellationToken))
        {
            await context.Operators.AnyAsync(cancellationToken);
        }
    }

    /// <summary>The rules that ingestion watches over, ready to be applied.</summary>
    internal RuleSetCache RuleSets { get; } = new();

    public void Dispose() => _gate.Dispose();

    private async Task<T> WriteOnceAsync<T>(
        AccessScope scope, Func<CommunityDbContext, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        await using var context = Create(scope);

        // A save that fails undoes the whole write, so a savepoint before each would be a round trip for nothing.
        context.Database.AutoSavepointsEnabled = false;
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var companion = WriteCompanion.Pending;
        if (companion is not null)
        {
            await companion.WriteAsync(context, cancellationToken);
        }

        var result = await work(context, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        companion?.Committed();
        return result;
    }

    /// <summary>
    /// Whether the history of migrations holds the newest of ours. EF's own way there makes three more models (history, snapshot
    /// and the one it compares with that). No: also where there is no database or no history.
    /// </summary>
    private async Task<bool> HasNewestMigrationAsync(CommunityDbContext context, CancellationToken cancellationToken)
    {
        if (Options.Provider == DatabaseProvider.Sqlite && !File.Exists(new SqliteConnectionStringBuilder(Options.ConnectionString).DataSource))
        {
            return false;
        }

        // Opened past EF, which would log a database that is still to be made as an error.
        var newest = context.GetService<IMigrationsAssembly>().Migrations.Keys.Max(StringComparer.Ordinal);
        var connection = context.Database.GetDbConnection();
        try
        {
            await connection.OpenAsync(cancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = """SELECT COUNT(*) FROM "__EFMigrationsHistory" WHERE "MigrationId" = @newest""";
            var parameter = command.CreateParameter();
            parameter.ParameterName = "@newest";
            parameter.Value = newest;
            command.Parameters.Add(parameter);
            return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture) > 0;
        }
        catch (DbException)
        {
            return false;
        }
        finally
        {
            await connection.CloseAsync();
        }
    }

    private Func<CommunityDbContext> Pool<TContext>()
        where TContext : CommunityDbContext
    {
        var builder = new DbContextOptionsBuilder<TContext>();
        ProviderSetup.Use(builder, Options, _clock);
        builder.AddInterceptors(_interceptors);
        return new PooledDbContextFactory<TContext>(builder.Options).CreateDbContext;
    }
}
