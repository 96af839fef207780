using Microsoft.Extensions.Configuration;

namespace Headless.Community.Data;

/// <summary>The section <c>Database</c> of the configuration.</summary>
public sealed record DatabaseOptions
{
    public const string SectionName = "Database";

    /// <summary>Which database it is.</summary>
    public DatabaseProvider Provider { get; init; } = DatabaseProvider.Sqlite;

    /// <summary>
    /// Where it is. SQL Server: turn <c>READ_COMMITTED_SNAPSHOT</c> on for the database, or readers wait for writers.
    /// </summary>
    public string ConnectionString { get; init; } = "Data Source=headless.db";

    /// <summary>Whether the host applies migrations when it starts.</summary>
    public bool MigrateOnStart { get; init; } = true;

    /// <summary>Reads the section and refuses what it does not understand.</summary>
    /// <exception cref="InvalidOperationException">A value is missing or is not one of those allowed.</exception>
    public static DatabaseOptions From(IConfiguration configuration)
    {
        var section = configuration.GetSection(SectionName);
        var options = new DatabaseOptions();
        if (section["Provider"] is { Length: > 0 } name)
        {
            options = Enum.TryParse<DatabaseProvider>(name, ignoreCase: true, out var provider) && Enum.IsDefined(provider)
                ? options with { Provider = provider }
                : throw new InvalidOperationException(
                    $"Database:Provider is '{name}': choose one of {string.Join(", ", Enum.GetNames<DatabaseProvider>())}.");
        }

        if (section["MigrateOnStart"] is { Length: > 0 } flag)
        {
            options = bool.TryParse(flag, out var migrate)
                ? options with { MigrateOnStart = migrate }
                : throw new InvalidOperationException($"Database:MigrateOnStart is '{flag}': choose true or false.");
        }

        if (section["ConnectionString"] is { Length: > 0 } connectionString)
        {
            return options with { ConnectionString = connectionString };
        }

        return options.Provider == DatabaseProvider.Sqlite
            ? options
            : throw new InvalidOperationException($"Database:ConnectionString is missing: {options.Provider} needs one.");
    }
}
