using Npgsql;

namespace Headless.Server.Tests.Fixtures;

/// <summary>The server with the demo community on a PostgreSQL database of its own, where <c>HEADLESS_TEST_POSTGRES</c> names a server.</summary>
public sealed class PostgresDemoServerFixture : ServerFixture
{
    private static readonly string? s_server = System.Environment.GetEnvironmentVariable("HEADLESS_TEST_POSTGRES");
    private readonly string _database = $"headless_server_{Guid.NewGuid():N}";

    /// <summary>Why its tests are skipped; null where there is a server.</summary>
    public static string? SkipReason => s_server is null ? "HEADLESS_TEST_POSTGRES names no PostgreSQL server." : null;

    protected override IEnumerable<KeyValuePair<string, string>> Settings =>
    [
        new("Demo:Load", "true"),
        new("Database:Provider", "Postgres"),
        new("Database:ConnectionString", new NpgsqlConnectionStringBuilder(s_server) { Database = _database }.ConnectionString),
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
    }

    private static async Task RunAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(s_server!);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
