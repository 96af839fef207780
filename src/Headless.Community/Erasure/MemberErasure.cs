using Headless.Community.Data;
using Headless.Community.Ingestion;
using Headless.Community.Search;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Headless.Community.Erasure;

/// <summary>
/// Removes a person from the record of a member, inside a transaction that the caller has begun: every column and row that
/// <see cref="PersonalDataAttribute"/> marks, in every table that hangs on the member. What was counted stays counted.
/// </summary>
public static class MemberErasure
{
    /// <summary>The name of who is no longer there.</summary>
    public const string ErasedName = "Erased member";

    /// <summary>Erases; false: it was done before, and nothing has changed.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.MemberMerged"/>: the person is in another record now.</exception>
    public static async Task<bool> EraseAsync(CommunityDbContext context, Member member, DateTime at, CancellationToken cancellationToken)
    {
        if (member.MergedIntoId is not null)
        {
            throw new DomainException(DomainErrorCodes.MemberMerged, "The record has been merged into another one: erase the one that mergedInto leads to.");
        }

        if (member.ErasedAt is not null)
        {
            return false;
        }

        await context.LockActivityLogAsync(cancellationToken);
        var ids = await IdsOfPersonAsync(context, member.Id, cancellationToken);
        foreach (var id in ids)
        {
            await MessageTexts.KeepVerdictsAsync(context, id, cancellationToken);
            await AccountTraces.EraseAsync(context, id, cancellationToken);
            await EraseAuditOfEarlierRowsAsync(context, id, cancellationToken);
            foreach (var (type, memberId) in MemberData.Tables(context))
            {
                await EraseAsync(context, type, memberId, id, cancellationToken);
            }

            await NameGrams.PutAsync(context, [KeyValuePair.Create(id, ErasedName)], areNew: false, cancellationToken);
            await context.Members.IgnoreQueryFilters().Where(row => row.Id == id).ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.ErasedAt, at)
                    .SetProperty(row => row.UpdatedAt, at)
                    .SetProperty(row => row.Version, row => row.Version + 1),
                cancellationToken);
        }

        await EraseMergesAsync(context, ids, cancellationToken);
        await ForgetAnswersAsync(context, cancellationToken);
        await context.Entry(member).ReloadAsync(cancellationToken);
        return true;
    }

    /// <summary>The member and the records that were merged into it.</summary>
    public static Task<long[]> IdsOfPersonAsync(CommunityDbContext context, long memberId, CancellationToken cancellationToken) =>
        context.Members.IgnoreQueryFilters().Where(row => row.Id == memberId || row.MergedIntoId == memberId).Select(row => row.Id).ToArrayAsync(cancellationToken);

    /// <remarks>Past the change tracker: the audit log would keep what is to be removed. Names of tables and columns are the model's.</remarks>
    private static async Task EraseAsync(CommunityDbContext context, IEntityType type, IProperty memberId, long id, CancellationToken cancellationToken)
    {
        var table = type.GetTableName()!;
        if (MemberData.IsPersonal(type))
        {
            var key = type.FindPrimaryKey()!.Properties[0];
            foreach (var reference in type.GetReferencingForeignKeys().Where(reference => reference.Properties is [{ IsNullable: true }]))
            {
                await ExecuteAsync(
                    $"""
                    UPDATE "{reference.DeclaringEntityType.GetTableName()}" SET "{reference.Properties[0].GetColumnName()}" = NULL
                    WHERE "{reference.Properties[0].GetColumnName()}" IN (SELECT "{key.GetColumnName()}" FROM "{table}" WHERE "{memberId.GetColumnName()}" = @p0)
                    """);
            }

            await ExecuteAsync($"""DELETE FROM "{table}" WHERE "{memberId.GetColumnName()}" = @p0""");
            return;
        }

        var columns = type.GetProperties().Where(MemberData.IsPersonal).ToList();
        if (columns.Count > 0)
        {
            var emptied = columns.Select(column => $"\"{column.GetColumnName()}\" = {EmptyOf(type, column)}");
            await ExecuteAsync($"""UPDATE "{table}" SET {string.Join(", ", emptied)} WHERE "{memberId.GetColumnName()}" = @p0""");
        }

        Task<int> ExecuteAsync(string sql) => context.Database.ExecuteSqlRawAsync(sql.Replace("@p0", "{0}", StringComparison.Ordinal), [id], cancellationToken);
    }

    private static string EmptyOf(IEntityType type, IProperty column) =>
        column.IsNullable ? "NULL"
        : column.ClrType != typeof(string) ? throw new InvalidOperationException($"{type.DisplayName()}.{column.Name} is personal data that can neither be null nor be text.")
        : type.ClrType == typeof(Member) ? $"'{ErasedName}'"
        : "''";

    /// <summary>Entries about rows that were nobody's when they were changed, and have been put down to the person since: they name no member.</summary>
    private static async Task EraseAuditOfEarlierRowsAsync(CommunityDbContext context, long id, CancellationToken cancellationToken)
    {
        var entries = context.Model.FindEntityType(typeof(AuditEntry))!.GetTableName();
        foreach (var (type, memberId) in MemberData.Tables(context))
        {
            if (memberId.IsNullable && !type.ClrType.IsDefined(typeof(UnauditedAttribute), inherit: false) && type.FindPrimaryKey()!.Properties is [var key] && key.ClrType == typeof(long))
            {
                var sql =
                    $$"""
                    UPDATE "{{entries}}" SET "{{nameof(AuditEntry.PersonalChanges)}}" = NULL
                    WHERE "{{nameof(AuditEntry.SubjectType)}}" = {0} AND "{{nameof(AuditEntry.MemberId)}}" IS NULL
                        AND "{{nameof(AuditEntry.SubjectId)}}" IN (SELECT "{{key.GetColumnName()}}" FROM "{{type.GetTableName()}}" WHERE "{{memberId.GetColumnName()}}" = {1})
                    """;
                await context.Database.ExecuteSqlRawAsync(sql, [type.ClrType.Name, id], cancellationToken);
            }
        }
    }

    /// <summary>
    /// Answers that are kept for repetitions can hold the person, and nobody can tell which: each is encrypted with its key. So all are forgotten, those too that
    /// are on their way: a repetition is told that its answer is lost and changes nothing. That of the erasure itself is given afterwards.
    /// </summary>
    private static Task ForgetAnswersAsync(CommunityDbContext context, CancellationToken cancellationToken)
    {
        long[] own = [.. context.ChangeTracker.Entries<MutationReceipt>().Select(entry => entry.Entity.Id)];
        return context.MutationReceipts.IgnoreQueryFilters().Where(receipt => !EF.Parameter(own).Contains(receipt.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(receipt => receipt.Answer, MutationReceipt.Forgotten), cancellationToken);
    }

    /// <summary>The copies that merges keep of what they moved are of the person too; without them a merge cannot be undone.</summary>
    private static async Task EraseMergesAsync(CommunityDbContext context, long[] ids, CancellationToken cancellationToken)
    {
        var merges = await context.MemberMerges.IgnoreQueryFilters()
            .Where(merge => EF.Parameter(ids).Contains(merge.WinnerId) || EF.Parameter(ids).Contains(merge.LoserId))
            .Select(merge => merge.Id)
            .ToArrayAsync(cancellationToken);
        await context.MemberMerges.IgnoreQueryFilters().Where(merge => EF.Parameter(merges).Contains(merge.Id)).ExecuteUpdateAsync(
            set => set.SetProperty(merge => merge.IsFinal, true).SetProperty(merge => merge.Reason, (string?)null), cancellationToken);
        await context.AuditEntries.IgnoreQueryFilters()
            .Where(entry => entry.SubjectType == nameof(MemberMerge) && entry.SubjectId != null && EF.Parameter(merges).Contains(entry.SubjectId.Value))
            .ExecuteUpdateAsync(set => set.SetProperty(entry => entry.PersonalChanges, (string?)null), cancellationToken);
        await context.MemberMergeRows.IgnoreQueryFilters().Where(row => EF.Parameter(merges).Contains(row.MergeId)).ExecuteDeleteAsync(cancellationToken);
        await context.MemberMergeActivities.IgnoreQueryFilters().Where(row => EF.Parameter(merges).Contains(row.MergeId)).ExecuteDeleteAsync(cancellationToken);
    }
}
