using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace Headless.Community.Tests.Data;

/// <summary>T-SQL as SQL Server 2019 reads it, also where no server is at hand: by Microsoft's own parser.</summary>
public static class TransactSql
{
    /// <summary>What the parser would refuse, each with its line; empty where it is well-formed.</summary>
    public static IReadOnlyList<string> ErrorsOf(string text)
    {
        using var reader = new StringReader(text);
        new TSql150Parser(initialQuotedIdentifiers: true).Parse(reader, out var errors);
        return [.. errors.Select(error => $"{error.Line}: {error.Message}")];
    }
}
