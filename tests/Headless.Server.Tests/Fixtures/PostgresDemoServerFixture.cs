using Npgsql;

namespace Headless.Server.Tests.Fixtures;

/// <summary>The server with the demo community on PostgreSQL.</summary>
public sealed class PostgresDemoServerFixture : PostgresServerFixture
{
    protected override bool LoadsDemo => true;
}

/// <summary>The server on a PostgreSQL database of its own, where <c>HEADLESS_TEST_POSTGRES</c> names a server.</summary>
public class PostgresServerFixture : ServerFixture
{
    private static readonly string? s_server = System.Environment.GetEnvironmentVariable("HEADLESS_TEST_POSTGRES");
    private readonly string _database = $"headless_server_{Guid.NewGuid():N}";

    /// <summary>Why its tests are skipped; null where there is a server.</summary>
    public static string? SkipReason => s_server is null ? "HEADLESS_TEST_POSTGRES names no PostgreSQL server." : null;

    protected virtual bool LoadsDemo => false;

    /// <summary>Where the database is.</summary>
    public string ConnectionString => new NpgsqlConnectionStringBuilder(s_server) { Database = _database }.ConnectionString;

    protected override IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        new("Demo:Load", LoadsDemo ? "true" : "false"),
        new("Database:Provider", "Postgres"),
        new("Database:ConnectionString", ConnectionString),
    ];

    public override async ValueTask InitializeAsync()
    {
        if (s_server is not null)
        {
            await RunAsync($"CREATE DATABASE {_database}");
            await base.InitializeAsync();
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (s_server is not null)
        {
            NpgsqlConnection.ClearAllPools();
            await RunAsync($"DROP DATABASE {_database} WITH (FORCE)");
        }

        GC.SuppressFinalize(this);
    }

    private static async Task RunAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(s_server!);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
