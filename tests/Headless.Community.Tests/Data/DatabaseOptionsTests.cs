using Headless.Community.Data;
using Microsoft.Extensions.Configuration;

namespace Headless.Community.Tests.Data;

public sealed class DatabaseOptionsTests
{
    [Fact]
    public void Without_a_setting_it_is_a_migrated_SQLite_file() =>
        Read().ShouldBe(new DatabaseOptions { Provider = DatabaseProvider.Sqlite, ConnectionString = "Data Source=headless.db", MigrateOnStart = true });

    [Fact]
    public void Every_setting_is_read() =>
        Read(("Provider", "postgres"), ("ConnectionString", "Host=db"), ("MigrateOnStart", "false"))
            .ShouldBe(new DatabaseOptions { Provider = DatabaseProvider.Postgres, ConnectionString = "Host=db", MigrateOnStart = false });

    [Theory]
    [InlineData("Provider", "Oracle", "Database:Provider is 'Oracle': choose one of Sqlite, SqlServer, Postgres.")]
    [InlineData("Provider", "7", "Database:Provider is '7': choose one of Sqlite, SqlServer, Postgres.")]
    [InlineData("Provider", "SqlServer", "Database:ConnectionString is missing: SqlServer needs one.")]
    [InlineData("MigrateOnStart", "maybe", "Database:MigrateOnStart is 'maybe': choose true or false.")]
    public void What_is_not_understood_is_refused(string name, string value, string message) =>
        Should.Throw<InvalidOperationException>(() => Read((name, value))).Message.ShouldBe(message);

    private static DatabaseOptions Read(params (string Name, string Value)[] settings) =>
        DatabaseOptions.From(new ConfigurationBuilder()
            .AddInMemoryCollection(settings.ToDictionary(setting => $"Database:{setting.Name}", setting => (string?)setting.Value))
            .Build());
}
