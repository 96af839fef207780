using Headless.Server.Access;
using Headless.Server.Reading;
using Headless.Server.Transfers;

namespace Headless.Server.Features.Transfers;

[GraphQLDescription("A column that a file of an export may have.")]
public sealed record ExportColumnInfo(
    [property: GraphQLDescription("What its header says.")] string Name,
    [property: GraphQLDescription("Whether it needs READ_PERSONAL_DATA.")] bool IsPersonal);

/// <summary>Imports and exports as lists and by id, and what their files may have.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class TransferQueries
{
    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<ImportJobFilterInput>]
    [UseSorting<ImportJobSortInput>]
    [GraphQLDescription("The caller's imports; LEAD sees those of all.")]
    public static IQueryable<ImportJob> GetImportJobs(CommunityDbContext db, Caller caller)
    {
        var id = caller.OperatorId;
        return caller.May(Policies.Administer) ? db.ImportJobs : db.ImportJobs.Where(j => j.RequestedById == id);
    }

    [Authorize(Policies.Read)]
    [GraphQLDescription("One import; null where there is none or the caller may not see it.")]
    public static Task<ImportJob?> GetImportJobByIdAsync(
        [ID<ImportJob>] [GraphQLDescription("The import's global id.")] long id, ByIdDataLoader<ImportJob> jobs, Caller caller, CancellationToken cancellationToken) =>
        ImportJobNode.GetImportJobAsync(id, jobs, caller, cancellationToken);

    [Authorize(Policies.Read)]
    [ListSize(AssumedSize = 20)]
    [GraphQLDescription("What rows of an import may have: the headers of its columns, or the members of its JSON objects.")]
    public static IReadOnlyList<ImportColumn> GetImportColumns([GraphQLDescription("What the rows become.")] ImportSubject subject, ImportWorker imports) => imports.ColumnsOf(subject);

    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<ExportJobFilterInput>]
    [UseSorting<ExportJobSortInput>]
    [GraphQLDescription("The caller's exports; LEAD sees those of all.")]
    public static IQueryable<ExportJob> GetExportJobs(CommunityDbContext db, Caller caller)
    {
        var id = caller.OperatorId;
        return caller.May(Policies.Administer) ? db.ExportJobs : db.ExportJobs.Where(j => j.RequestedById == id);
    }

    [Authorize(Policies.Read)]
    [GraphQLDescription("One export; null where there is none or the caller may not see it.")]
    public static Task<ExportJob?> GetExportJobByIdAsync(
        [ID<ExportJob>] [GraphQLDescription("The export's global id.")] long id, ByIdDataLoader<ExportJob> jobs, Caller caller, CancellationToken cancellationToken) =>
        ExportJobNode.GetExportJobAsync(id, jobs, caller, cancellationToken);

    [Authorize(Policies.Read)]
    [ListSize(AssumedSize = 20)]
    [GraphQLDescription("The columns that a file of an export may have, in their usual order.")]
    public static IReadOnlyList<ExportColumnInfo> GetExportColumns([GraphQLDescription("The list.")] ExportSubject subject) =>
        [.. ExportColumns.Of(subject).Select(column => new ExportColumnInfo(column.Name, column.IsPersonal))];
}
