using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Transfers;
using Headless.Server.Writing;

namespace Headless.Server.Features.Transfers;

[GraphQLDescription("A file of rows to enter, or to try.")]
public sealed record StartImportInput(
    [property: GraphQLDescription("What the rows become.")] ImportSubject Subject,
    [property: GraphQLDescription("The file, by the GraphQL multipart request specification: at most 10 MB. Give this, or fileName and size for one that is uploaded by itself.")] IFile? File,
    [property: GraphQLDescription("What a file is called that is uploaded by itself, to uploadUrl of the job.")] string? FileName,
    [property: GraphQLDescription("How many bytes a file has that is uploaded by itself.")] long? Size,
    [property: GraphQLDescription("How the file is written; JSONL where its name ends so (.jsonl, .ndjson), CSV otherwise.")] TransferFormat? Format,
    [property: GraphQLDescription("How its text is written; found out unless given.")] TextEncoding? Encoding,
    [property: GraphQLDescription("Whether everything is tried and nothing is kept; true unless given. Follow it with applyImport.")] bool? DryRun,
    [property: GraphQLDescription("The system that the rows come from, at most 64 characters: the namespace of their ids. Needed for ORDERS and COSTS.")] string? Source,
    [property: GraphQLDescription("The platform of accounts and groups in rows that name none.")] Platform? Platform,
    [property: ID<Group>] [property: GraphQLDescription("The group of rows that name none.")] long? GroupId,
    [property: GraphQLDescription("The ISO 4217 code of the currency of rows that name none.")] string? Currency,
    [property: GraphQLDescription("The zone of times that do not say theirs, of the IANA database; the reporting zone unless given.")] string? TimeZone,
    [property: GraphQLDescription("MEMBERS: whether somebody who is known gets what the row says of them; otherwise they stay as they are. false unless given.")] bool? UpdateKnown,
    [property: Cost(0)] [property: GraphQLDescription("What columns are whose headers are others than ours, at most 100.")] IReadOnlyList<ImportMappingInput>? Mapping);

[GraphQLDescription("What a column is.")]
public sealed record ImportMappingInput(
    [property: GraphQLDescription("What its header says, at most 200 characters.")] string Header,
    [property: GraphQLDescription("Which of importColumns it is; null: it is left out.")] string? Column);

[GraphQLDescription("A dry run whose file is to be entered.")]
public sealed record ApplyImportInput([property: ID<ImportJob>] [property: GraphQLDescription("The dry run, which is COMPLETED.")] long Id);

[GraphQLDescription("An import to call off.")]
public sealed record CancelImportInput(
    [property: ID<ImportJob>] [property: GraphQLDescription("The import.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

/// <summary>The rules of <see cref="StartImportInput"/>.</summary>
public sealed class StartImportValidator : AbstractValidator<StartImportInput>
{
    private const int HeaderMaxLength = 200;

    public StartImportValidator(ImportWorker imports)
    {
        RuleFor(i => i.File!.Name).NotEmpty().MaximumLength(TransferJob.FileNameMaxLength).PlainText().Must(IsPlainName)
            .WithErrorCode("INVALID_NAME").WithMessage("A name has no path and no control characters.").When(i => i.File is not null).OverridePropertyName("file");
        RuleFor(i => i.FileName).NotEmpty().MaximumLength(TransferJob.FileNameMaxLength).PlainText().Must(IsPlainName)
            .WithErrorCode("INVALID_NAME").WithMessage("A name has no path and no control characters.").When(i => i.File is null);
        RuleFor(i => i.FileName).Null().When(i => i.File is not null).WithErrorCode("ONE_FILE").WithMessage("Give file, or fileName and size, not both.");
        RuleFor(i => i.Size).NotNull().GreaterThan(0).When(i => i.File is null);
        RuleFor(i => i.Size).Null().When(i => i.File is not null).WithErrorCode("ONE_FILE").WithMessage("Give file, or fileName and size, not both.");
        RuleFor(i => i.Source).MaximumLength(ImportJob.SourceMaxLength).PlainText();
        RuleFor(i => i.Source).NotEmpty().When(i => i.Subject is ImportSubject.Orders or ImportSubject.Costs);
        RuleFor(i => i.Currency).Must(currency => currency is null || (currency.Length == Community.Currency.CodeLength && currency.All(char.IsAsciiLetterUpper)))
            .WithErrorCode(DomainErrorCodes.InvalidCurrency).WithMessage("'currency' must be an ISO 4217 code of three capital letters, such as CNY.");
        RuleFor(i => i.TimeZone).IanaTimeZone();
        RuleFor(i => i.Mapping).Must(mapping => mapping is null || mapping.Count <= ImportJob.MaxMappings)
            .WithErrorCode("COUNT").WithMessage($"Name at most {ImportJob.MaxMappings} columns.");
        RuleFor(i => i.Mapping).Must(mapping => mapping is null || mapping.DistinctBy(m => m.Header).Count() == mapping.Count)
            .WithErrorCode("DUPLICATE_HEADER").WithMessage("Say of each header once what it is.");
        RuleForEach(i => i.Mapping).ChildRules(mapping => mapping.RuleFor(m => m.Header).NotEmpty().MaximumLength(HeaderMaxLength).PlainText());
        RuleForEach(i => i.Mapping).Must((input, mapping) => mapping.Column is null || imports.ColumnsOf(input.Subject).Any(column => column.Name == mapping.Column))
            .WithErrorCode("UNKNOWN_COLUMN").WithMessage("A column is none of importColumns.");
    }

    private static bool IsPlainName(string? name) => name is null || !name.Any(c => c is '/' or '\\' || char.IsControl(c));
}

/// <summary>The rules of <see cref="ApplyImportInput"/>: none.</summary>
public sealed class ApplyImportValidator : AbstractValidator<ApplyImportInput>;

/// <summary>The rules of <see cref="CancelImportInput"/>.</summary>
public sealed class CancelImportValidator : AbstractValidator<CancelImportInput>
{
    public CancelImportValidator() => RuleFor(i => i.Version).GreaterThan(0);
}

/// <summary>Starts imports, applies and cancels them.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class ImportMutations
{
    private static readonly string[] s_jsonEndings = [".jsonl", ".ndjson", ".json"];

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<DomainException>]
    [GraphQLDescription("Takes a file of rows in and tries or enters it behind the request, each row as the mutation for one would: follow the job. A row that is refused does not keep the others out. Entering orders needs RECORD_ACTIVITIES.")]
    public static async Task<ImportJob> StartImportAsync(
        StartImportInput input, CommunityWriter writer, TransferIntake intake, TransferOptions options, ImportWorker imports, ReportingCalendar calendar, Caller caller, CancellationToken cancellationToken)
    {
        await writer.ValidateAsync(input, cancellationToken);
        if (!caller.May(imports.PolicyOf(input.Subject)))
        {
            throw InvalidInputException.Of("subject", "FORBIDDEN", $"You may not enter such rows: it needs {imports.PolicyOf(input.Subject)}.");
        }

        ReceivedFile? file = null;
        if (input.File is { } sent)
        {
            await using var bytes = sent.OpenReadStream();
            file = await intake.TakeAsync(bytes, null, input.Encoding, cancellationToken);
        }
        else
        {
            intake.RequireSize(input.Size!.Value);
        }

        return await writer.WriteAsync(
            input,
            async session =>
            {
                var group = await session.FindAsync<Group>(input.GroupId, "groupId");
                await TransferWriting.RequireFewAsync(session, options);
                var name = input.File?.Name ?? input.FileName!;
                var job = new ImportJob
                {
                    Subject = input.Subject, FileName = name, IsDryRun = input.DryRun ?? true, Source = input.Source ?? string.Empty, Platform = input.Platform, GroupId = group?.Id,
                    Format = input.Format ?? (s_jsonEndings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase)) ? TransferFormat.Jsonl : TransferFormat.Csv),
                    Currency = input.Currency, TimeZone = input.TimeZone ?? calendar.TimeZone.Id, UpdatesKnown = input.UpdateKnown ?? false,
                    Mapping = (input.Mapping ?? []).ToDictionary(m => m.Header, m => m.Column),
                    RequestedById = session.Caller.OperatorId!.Value, Role = session.Caller.Role!.Value, ScopeFlags = TransferCaller.ScopesOf(session.Caller),
                };
                if (file is { } received)
                {
                    job.Receive(received.Sha256, received.Size, received.Encoding, received.Lines, session.Now + options.KeepFiles);
                }
                else
                {
                    job.Await(input.Size!.Value, input.Encoding, session.Now + options.UploadWindow);
                }

                session.Db.ImportJobs.Add(job);
                session.RecordImport(ActivityKind.ImportRequested, job);
                return job;
            },
            cancellationToken);
    }

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<DomainException>]
    [GraphQLDescription("Enters the file of a dry run, without sending it again. What has changed since counts: rows may become something else than the dry run said.")]
    public static Task<ImportJob> ApplyImportAsync(ApplyImportInput input, CommunityWriter writer, TransferOptions options, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var dryRun = await session.FindAsync<ImportJob>(input.Id, "id");
                if (!session.Caller.MaySee(dryRun))
                {
                    throw new NotFoundException(nameof(ImportJob), "id");
                }

                await TransferWriting.RequireFewAsync(session, options);
                var job = dryRun.Apply(session.Caller.OperatorId!.Value, session.Caller.Role!.Value, TransferCaller.ScopesOf(session.Caller), session.Now + options.KeepFiles);
                session.Db.ImportJobs.Add(job);
                session.RecordImport(ActivityKind.ImportRequested, job);
                return job;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Calls an import off. What it has entered by then stands: importing the file again doubles nothing.")]
    public static Task<ImportJob> CancelImportAsync(CancelImportInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var job = await session.FindAsync<ImportJob>(input.Id, "id");
                if (!session.Caller.MaySee(job))
                {
                    throw new NotFoundException(nameof(ImportJob), "id");
                }

                session.Expect(job, input.Version);
                job.Cancel(session.Now);
                if (job.WithdrawnAt is not null)
                {
                    await session.Db.ImportRejections.Where(r => r.ImportJobId == job.Id).ExecuteDeleteAsync(session.CancellationToken);
                }

                session.RecordImport(ActivityKind.ImportCancelled, job);
                return job;
            },
            cancellationToken);
}

/// <summary>What starting jobs has in common.</summary>
internal static class TransferWriting
{
    /// <summary>Nobody has more jobs under way than they can look after.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.TooManyJobs"/>.</exception>
    public static async Task RequireFewAsync(WriteSession session, TransferOptions options)
    {
        var (id, ct) = (session.Caller.OperatorId, session.CancellationToken);
        var unfinished = await session.Db.ImportJobs.CountAsync(j => j.RequestedById == id && (j.Status == JobStatus.Pending || j.Status == JobStatus.Running), ct)
            + await session.Db.ExportJobs.CountAsync(j => j.RequestedById == id && (j.Status == JobStatus.Pending || j.Status == JobStatus.Running), ct);
        if (unfinished >= options.MaxUnfinished)
        {
            throw new DomainException(DomainErrorCodes.TooManyJobs, $"You have {unfinished} imports and exports under way or waiting: let some come to their end, or cancel them.");
        }
    }

    public static void RecordImport(this WriteSession session, ActivityKind kind, ImportJob job) =>
        session.Record(kind, () => new ActivitySubject { GroupId = job.GroupId, Text = job.FileName, Data = ImportBatch.DataOf(job) });

    public static void RecordExport(this WriteSession session, ActivityKind kind, ExportJob job) =>
        session.Record(kind, () => new ActivitySubject { Data = ExportWorker.DataOf(job) });
}
