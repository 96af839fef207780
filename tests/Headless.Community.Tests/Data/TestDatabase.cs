using Headless.Community.Data;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Headless.Community.Tests.Data;

/// <summary>An empty, migrated database of one provider for the tests of one class, gone afterwards.</summary>
public abstract class TestDatabase : IAsyncLifetime
{
    private CommunityDatabase? _database;

    /// <summary>Why the provider cannot be tested here; null where it can.</summary>
    public abstract string? Absence { get; }

    public TestClock Clock { get; } = new();

    public CommunityDatabase Database => _database ?? throw new InvalidOperationException("The database is not there.");

    public CommunityDbContext Everything() => Database.Create(AccessScope.Everything);

    public Task<T> WriteAsync<T>(Func<CommunityDbContext, Task<T>> work) =>
        Database.WriteAsync(AccessScope.Everything, (context, _) => work(context), TestContext.Current.CancellationToken);

    public async ValueTask InitializeAsync()
    {
        if (Absence is null)
        {
            _database = new CommunityDatabase(Options(), Clock);
            await _database.MigrateAsync(CancellationToken.None);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_database is not null)
        {
            await DropAsync(_database);
            _database.Dispose();
        }

        GC.SuppressFinalize(this);
    }

    protected abstract DatabaseOptions Options();

    protected virtual async Task DropAsync(CommunityDatabase database)
    {
        await using var context = database.Create(AccessScope.Everything);
        await context.Database.EnsureDeletedAsync();
    }
}

public sealed class SqliteTestDatabase : TestDatabase
{
    private readonly string _folder = Directory.CreateTempSubdirectory("headless-test-").FullName;

    public override string? Absence => null;

    public string ConnectionString => new SqliteConnectionStringBuilder { DataSource = Path.Combine(_folder, "test.db") }.ToString();

    protected override DatabaseOptions Options() => new() { ConnectionString = ConnectionString };

    protected override Task DropAsync(CommunityDatabase database)
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
        return Task.CompletedTask;
    }
}

public sealed class PostgresTestDatabase : TestDatabase
{
    private static readonly string? s_server = Environment.GetEnvironmentVariable("HEADLESS_TEST_POSTGRES");

    public override string? Absence => s_server is null ? "HEADLESS_TEST_POSTGRES holds no connection string." : null;

    protected override DatabaseOptions Options() => new()
    {
        Provider = DatabaseProvider.Postgres,
        ConnectionString = new NpgsqlConnectionStringBuilder(s_server)
        {
            Database = $"headless_test_{Guid.NewGuid():N}", MaxPoolSize = 20, Pooling = true,
        }.ToString(),
    };

    protected override async Task DropAsync(CommunityDatabase database)
    {
        await using (var context = database.Create(AccessScope.Everything))
        {
            NpgsqlConnection.ClearPool((NpgsqlConnection)context.Database.GetDbConnection());
        }

        await base.DropAsync(database);
    }
}

public sealed class SqlServerTestDatabase : TestDatabase
{
    private static readonly string? s_server = Environment.GetEnvironmentVariable("HEADLESS_TEST_SQLSERVER");

    public override string? Absence => s_server is null ? "HEADLESS_TEST_SQLSERVER holds no connection string." : null;

    protected override DatabaseOptions Options() => new()
    {
        Provider = DatabaseProvider.SqlServer,
        ConnectionString = new SqlConnectionStringBuilder(s_server) { InitialCatalog = $"headless_test_{Guid.NewGuid():N}" }.ToString(),
    };
}
