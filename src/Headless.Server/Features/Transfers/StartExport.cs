using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Features.ContentItems;
using Headless.Server.Features.Members;
using Headless.Server.Features.Orders;
using Headless.Server.Features.Sales;
using Headless.Server.Transfers;
using Headless.Server.Writing;

namespace Headless.Server.Features.Transfers;

/// <summary>A list that is to be written to a file.</summary>
public interface IExportInput
{
    TransferFormat? Format { get; }

    IReadOnlyList<string>? Columns { get; }
}

[GraphQLDescription("Members to write to a file.")]
public sealed record ExportMembersInput(
    [property: GraphQLDescription("How the file is written; CSV unless given.")] TransferFormat? Format,
    [property: GraphQLDescription("Its columns in their order, of exportColumns; all that you may read unless given.")] IReadOnlyList<string>? Columns) : IExportInput;

[GraphQLDescription("Tags of members to write to a file.")]
public sealed record ExportMemberTagsInput(
    [property: GraphQLDescription("How the file is written; CSV unless given.")] TransferFormat? Format,
    [property: GraphQLDescription("Its columns in their order, of exportColumns; all unless given.")] IReadOnlyList<string>? Columns) : IExportInput;

[GraphQLDescription("Orders to write to a file.")]
public sealed record ExportOrdersInput(
    [property: GraphQLDescription("How the file is written; CSV unless given.")] TransferFormat? Format,
    [property: GraphQLDescription("Its columns in their order, of exportColumns; all unless given.")] IReadOnlyList<string>? Columns) : IExportInput;

[GraphQLDescription("Content items to write to a file.")]
public sealed record ExportContentItemsInput(
    [property: GraphQLDescription("How the file is written; CSV unless given.")] TransferFormat? Format,
    [property: GraphQLDescription("Its columns in their order, of exportColumns; all unless given.")] IReadOnlyList<string>? Columns) : IExportInput;

[GraphQLDescription("Costs to write to a file.")]
public sealed record ExportCostsInput(
    [property: GraphQLDescription("How the file is written; CSV unless given.")] TransferFormat? Format,
    [property: GraphQLDescription("Its columns in their order, of exportColumns; all unless given.")] IReadOnlyList<string>? Columns) : IExportInput;

[GraphQLDescription("An export to call off.")]
public sealed record CancelExportInput(
    [property: ID<ExportJob>] [property: GraphQLDescription("The export.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

/// <summary>The rules that exports share.</summary>
public abstract class ExportValidator<T> : AbstractValidator<T>
    where T : IExportInput
{
    private const int MaxColumns = 50;

    protected ExportValidator()
    {
        RuleFor(i => i.Columns).Must(columns => columns is null || columns.Count is > 0 and <= MaxColumns)
            .WithErrorCode("COUNT").WithMessage($"Name 1 to {MaxColumns} columns, or leave 'columns' out.");
        RuleFor(i => i.Columns).Must(columns => columns is null || columns.Distinct().Count() == columns.Count)
            .WithErrorCode("DUPLICATE_COLUMN").WithMessage("Name each column once.");
    }
}

/// <summary>The rules of <see cref="ExportMembersInput"/>.</summary>
public sealed class ExportMembersValidator : ExportValidator<ExportMembersInput>;

/// <summary>The rules of <see cref="ExportMemberTagsInput"/>.</summary>
public sealed class ExportMemberTagsValidator : ExportValidator<ExportMemberTagsInput>;

/// <summary>The rules of <see cref="ExportOrdersInput"/>.</summary>
public sealed class ExportOrdersValidator : ExportValidator<ExportOrdersInput>;

/// <summary>The rules of <see cref="ExportContentItemsInput"/>.</summary>
public sealed class ExportContentItemsValidator : ExportValidator<ExportContentItemsInput>;

/// <summary>The rules of <see cref="ExportCostsInput"/>.</summary>
public sealed class ExportCostsValidator : ExportValidator<ExportCostsInput>;

/// <summary>The rules of <see cref="CancelExportInput"/>.</summary>
public sealed class CancelExportValidator : AbstractValidator<CancelExportInput>
{
    public CancelExportValidator() => RuleFor(i => i.Version).GreaterThan(0);
}

/// <summary>Starts exports and cancels them.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class ExportMutations
{
    [Authorize(Policies.Read)]
    [Error<InvalidInputException>]
    [Error<DomainException>]
    [UseFiltering<MemberFilterInput>]
    [GraphQLDescription("Writes members to a file behind the request, with what the caller may read of those whom they may see: follow the job.")]
    public static Task<ExportJob> ExportMembersAsync(ExportMembersInput input, IResolverContext context, ExportStart start, CancellationToken cancellationToken) =>
        start.StartAsync(input, context, ExportSubject.Members, cancellationToken);

    [Authorize(Policies.Read)]
    [Error<InvalidInputException>]
    [Error<DomainException>]
    [UseFiltering<MemberFilterInput>]
    [GraphQLDescription("Writes the tags of members to a file behind the request, a row for each tag of each member: follow the job.")]
    public static Task<ExportJob> ExportMemberTagsAsync(ExportMemberTagsInput input, IResolverContext context, ExportStart start, CancellationToken cancellationToken) =>
        start.StartAsync(input, context, ExportSubject.MemberTags, cancellationToken);

    [Authorize(Policies.Read)]
    [Error<InvalidInputException>]
    [Error<DomainException>]
    [UseFiltering<OrderFilterInput>]
    [GraphQLDescription("Writes orders to a file behind the request: follow the job.")]
    public static Task<ExportJob> ExportOrdersAsync(ExportOrdersInput input, IResolverContext context, ExportStart start, CancellationToken cancellationToken) =>
        start.StartAsync(input, context, ExportSubject.Orders, cancellationToken);

    [Authorize(Policies.Read)]
    [Error<InvalidInputException>]
    [Error<DomainException>]
    [UseFiltering<ContentItemFilterInput>]
    [GraphQLDescription("Writes content items to a file behind the request: follow the job.")]
    public static Task<ExportJob> ExportContentItemsAsync(ExportContentItemsInput input, IResolverContext context, ExportStart start, CancellationToken cancellationToken) =>
        start.StartAsync(input, context, ExportSubject.ContentItems, cancellationToken);

    [Authorize(Policies.Read)]
    [Error<InvalidInputException>]
    [Error<DomainException>]
    [UseFiltering<CostEntryFilterInput>]
    [GraphQLDescription("Writes costs to a file behind the request: follow the job.")]
    public static Task<ExportJob> ExportCostsAsync(ExportCostsInput input, IResolverContext context, ExportStart start, CancellationToken cancellationToken) =>
        start.StartAsync(input, context, ExportSubject.Costs, cancellationToken);

    [Authorize(Policies.Read)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Calls an export off: there will be no file.")]
    public static Task<ExportJob> CancelExportAsync(CancelExportInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var job = await session.FindAsync<ExportJob>(input.Id, "id");
                if (!session.Caller.MaySee(job))
                {
                    throw new NotFoundException(nameof(ExportJob), "id");
                }

                session.Expect(job, input.Version);
                job.Cancel(session.Now);
                session.RecordExport(ActivityKind.ExportCancelled, job);
                return job;
            },
            cancellationToken);
}

/// <summary>What starting any export takes: its columns and its filter are looked at before there is a job.</summary>
public sealed class ExportStart(CommunityWriter writer, IListReader lists, TransferOptions options, Caller caller)
{
    /// <exception cref="InvalidInputException">A column is none, or needs more than the caller may read; the filter does.</exception>
    public async Task<ExportJob> StartAsync<TInput>(TInput input, IResolverContext context, ExportSubject subject, CancellationToken ct)
        where TInput : class, IExportInput
    {
        await writer.ValidateAsync(input, ct);
        var columns = Choose(ExportColumns.Of(subject), input.Columns);
        var filter = lists.Filter(context);
        if (filter is { Length: > ExportJob.FilterMaxLength })
        {
            throw InvalidInputException.Of("where", "TOO_LONG", $"'where' has more than {ExportJob.FilterMaxLength} characters: say it more briefly.");
        }

        var expected = await CountAsync(subject, filter, ct);
        return await writer.WriteAsync(
            input,
            async session =>
            {
                await TransferWriting.RequireFewAsync(session, options);
                var job = new ExportJob
                {
                    Subject = subject, Format = input.Format ?? TransferFormat.Csv, Filter = filter, ColumnList = string.Join(',', columns.Select(column => column.Name)),
                    IsPersonal = columns.Any(column => column.IsPersonal), Expected = expected,
                    RequestedById = session.Caller.OperatorId!.Value, Role = session.Caller.Role!.Value, ScopeFlags = TransferCaller.ScopesOf(session.Caller),
                };
                session.Db.ExportJobs.Add(job);
                session.RecordExport(ActivityKind.ExportRequested, job);
                return job;
            },
            ct);
    }

    private ExportColumn[] Choose(IReadOnlyList<ExportColumn> known, IReadOnlyList<string>? names)
    {
        var mayReadAll = caller.May(Policies.ReadPersonalData);
        if (names is null)
        {
            return [.. known.Where(column => mayReadAll || !column.IsPersonal)];
        }

        return [.. names.Select((name, index) =>
        {
            var column = known.FirstOrDefault(c => c.Name == name)
                ?? throw InvalidInputException.Of($"columns[{index}]", "UNKNOWN_COLUMN", $"There is no such column: there are {string.Join(", ", known.Select(c => c.Name))}.");
            return mayReadAll || !column.IsPersonal ? column
                : throw InvalidInputException.Of($"columns[{index}]", "FORBIDDEN_COLUMN", $"'{name}' needs READ_PERSONAL_DATA, which you do not have.");
        })];
    }

    private async Task<long> CountAsync(ExportSubject subject, string? filter, CancellationToken ct)
    {
        using var answer = await lists.ReadAsync(ExportColumns.CountDocument(subject, filter), null, caller, isLimited: true, ct);
        return answer.RootElement.TryGetProperty("errors", out var errors)
            ? throw InvalidInputException.Of("where", "INVALID_FILTER", errors[0].GetProperty("message").GetString()!)
            : answer.RootElement.GetProperty("data").GetProperty("list").GetProperty("totalCount").GetInt64();
    }
}
