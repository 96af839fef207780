namespace Headless.Community.Data;

/// <summary>The databases that the community can live in.</summary>
public enum DatabaseProvider
{
    /// <summary>Embedded, one machine, one writer at a time. The default.</summary>
    Sqlite,

    /// <summary>SQL Server and compatible servers.</summary>
    SqlServer,

    /// <summary>PostgreSQL.</summary>
    Postgres,
}
