using Headless.Community.Data;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;

namespace Headless.Server.Tests.Fixtures;

/// <summary>
/// A SQLite database with its tables and nothing in them, made once for all fixtures: to migrate each anew would be the greater part of starting a server.
/// A server that starts on a copy migrates it as any other, and finds nothing to do.
/// </summary>
internal static class EmptyDatabase
{
    private static readonly Lazy<Task<string>> s_file = new(CreateAsync);

    /// <summary>Makes a copy.</summary>
    public static async Task CopyToAsync(string path) => File.Copy(await s_file.Value, path);

    private static async Task<string> CreateAsync()
    {
        var folder = Directory.CreateTempSubdirectory("headless-empty-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        var path = Path.Combine(folder, "empty.db");
        await using (var services = new ServiceCollection()
            .AddCommunityDatabase(new DatabaseOptions { ConnectionString = $"Data Source={path}" })
            .BuildServiceProvider())
        {
            await services.GetRequiredService<CommunityDatabase>().MigrateAsync(CancellationToken.None);
        }

        // What is in the log of writes goes into the file.
        await using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA wal_checkpoint(TRUNCATE)";
            await command.ExecuteNonQueryAsync();
        }

        return path;
    }
}
