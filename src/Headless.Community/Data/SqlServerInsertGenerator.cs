using System.Text;
using Microsoft.EntityFrameworkCore.SqlServer.Update.Internal;
using Microsoft.EntityFrameworkCore.Update;

#pragma warning disable EF1001 // EF has no public switch for this; a test holds the generated SQL.

namespace Headless.Community.Data;

/// <summary>
/// Sends an INSERT for each row, many of them with one command, where EF would send one MERGE: not every server that is
/// compatible with SQL Server has MERGE.
/// </summary>
internal sealed class SqlServerInsertGenerator(UpdateSqlGeneratorDependencies dependencies) : SqlServerUpdateSqlGenerator(dependencies)
{
    public override ResultSetMapping AppendBulkInsertOperation(
        StringBuilder commandStringBuilder,
        IReadOnlyList<IReadOnlyModificationCommand> modificationCommands,
        int commandPosition,
        out bool requiresTransaction)
    {
        requiresTransaction = modificationCommands.Count > 1;
        var mapping = ResultSetMapping.NoResults;
        for (var index = 0; index < modificationCommands.Count; index++)
        {
            mapping = AppendInsertOperation(
                commandStringBuilder, modificationCommands[index], commandPosition + index, out var needsTransaction);
            requiresTransaction |= needsTransaction;
        }

        return mapping;
    }
}
