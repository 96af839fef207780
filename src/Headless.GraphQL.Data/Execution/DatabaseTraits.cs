using Headless.GraphQL.Data.Filtering;
using Microsoft.EntityFrameworkCore;

namespace Headless.GraphQL.Data.Execution;

/// <summary>Where databases differ in what queries must say.</summary>
/// <param name="NullsAreHighest">Whether nulls come last when ascending.</param>
/// <param name="IsSynchronous">Whether the client library does its work on the calling thread anyhow.</param>
/// <param name="TextMatching">How prefixes and suffixes of texts are matched.</param>
/// <param name="TextListsLoseCollation">
/// Whether texts that are unpacked from a parameter have the database's collation, which a column with one of its own refuses to be
/// compared with (SQL Server's OPENJSON, dotnet/efcore#32147). EF Core then sends a parameter for each value, as it does by default.
/// </param>
/// <param name="RepeatsExists">Whether <c>EXISTS</c> is evaluated for each row however often the answer is the same.</param>
internal sealed record DatabaseTraits(
    bool NullsAreHighest, bool IsSynchronous, TextMatching TextMatching, bool TextListsLoseCollation, bool RepeatsExists)
{
    private static readonly DatabaseTraits Sqlite = new(
        NullsAreHighest: false, IsSynchronous: true, TextMatching.Ordinal, TextListsLoseCollation: false, RepeatsExists: true);

    private static readonly DatabaseTraits PostgreSql = new(
        NullsAreHighest: true, IsSynchronous: false, TextMatching.Like, TextListsLoseCollation: false, RepeatsExists: false);

    private static readonly DatabaseTraits Other = new(
        NullsAreHighest: false, IsSynchronous: false, TextMatching.Like, TextListsLoseCollation: true, RepeatsExists: false);

    public static DatabaseTraits Of(DbContext context) => context.Database.ProviderName switch
    {
        "Microsoft.EntityFrameworkCore.Sqlite" => Sqlite,
        "Npgsql.EntityFrameworkCore.PostgreSQL" => PostgreSql,
        _ => Other,
    };
}
