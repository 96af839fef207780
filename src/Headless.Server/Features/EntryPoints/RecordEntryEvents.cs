using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Features.Ingestion;
using Headless.Server.Writing;

namespace Headless.Server.Features.EntryPoints;

[GraphQLDescription("What happened on the way into groups, as another system reports it.")]
public sealed record RecordEntryEventsInput(
    [property: GraphQLDescription("The reporting system, at most 64 characters: the namespace of the external ids.")] string Source,
    [property: GraphQLDescription("What happened, 1 to 1 000 rows.")] IReadOnlyList<EntryEventInput> Events);

/// <remarks>What a row names weighs nothing: a report may have a thousand rows, which would not go into the cost of an operation.</remarks>
[GraphQLDescription("Something that happened on the way into a group.")]
public sealed record EntryEventInput(
    [property: GraphQLDescription("What it is.")] EntryEventKind Kind,
    [property: GraphQLDescription("Its id in the reporting system, at most 200 characters. A second report of it changes nothing.")] string ExternalId,
    [property: GraphQLDescription("When it happened; at most five minutes ahead.")] DateTimeOffset OccurredAt,
    [property: GraphQLDescription("The code of the entry point: needed by all but EXPOSED.")] string? EntryPointCode,
    [property: GraphQLDescription("EXPOSED without an entry point: the name of the channel.")] string? Channel,
    [property: GraphQLDescription("EXPOSED, and SCANNED without an account: how often, 1 to 1 000 000; 1 unless given.")] int? Count,
    [property: Cost(0)] [property: GraphQLDescription("Who it was: needed by FRIENDED and INVITED. A join of the same account ends the path.")] IdentityReferenceInput? Account)
{
    internal EntryReport ToReport() => new()
    {
        Kind = Kind,
        ExternalId = ExternalId,
        OccurredAt = OccurredAt,
        EntryPointCode = EntryPointCode,
        Channel = Channel,
        Count = Count,
        Account = Account?.ToReference(),
    };
}

/// <summary>The rules of <see cref="RecordEntryEventsInput"/> as a whole; each row is judged by itself.</summary>
public sealed class RecordEntryEventsValidator : AbstractValidator<RecordEntryEventsInput>
{
    public RecordEntryEventsValidator()
    {
        RuleFor(i => i.Source).NotEmpty().MaximumLength(Activity.SourceMaxLength).PlainText();
        RuleFor(i => i.Events).NotEmpty().Must(rows => rows.Count <= EntryRecording.MaxRows)
            .WithErrorCode("TOO_MANY_ROWS").WithMessage($"One request takes at most {EntryRecording.MaxRows} rows: send the others in another.");
    }
}

/// <summary><c>enum EntryEventKind</c>.</summary>
public sealed class EntryEventKindEnumType : EnumType<EntryEventKind>
{
    protected override void Configure(IEnumTypeDescriptor<EntryEventKind> descriptor)
    {
        descriptor.Description("What happened on the way into a group.");
        descriptor.Value(EntryEventKind.Exposed).Description("A channel or a code was shown, so and so often.");
        descriptor.Value(EntryEventKind.Scanned).Description("A code was scanned, a link followed.");
        descriptor.Value(EntryEventKind.Friended).Description("Somebody made friends with the account of staff that it led to.");
        descriptor.Value(EntryEventKind.Invited).Description("The account of staff invited them into a group.");
    }
}

/// <summary>Takes in what another system reports.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class RecordEntryEventsMutation
{
    [Authorize(Policies.RecordActivities)]
    [Error<InvalidInputException>]
    [UseMutationConvention(PayloadFieldName = "report")]
    [GraphQLDescription(
        "Records exposures, scans, friendships and invitations in one transaction. Every row is judged by itself: a bad one does not keep the others out. Sent again, it changes nothing. The join itself is reported with recordActivities.")]
    public static async Task<EntryEventReport> RecordEntryEventsAsync(
        RecordEntryEventsInput input,
        EntryRecording recording,
        ReportingCalendar calendar,
        Caller caller,
        IValidator<RecordEntryEventsInput> validator,
        CancellationToken cancellationToken)
    {
        validator.Require(input);
        return EntryEventReport.From(await recording.RecordAsync(
            input.Source, [.. input.Events.Select(row => row.ToReport())], caller.Scope, caller.AuthorOf<RecordEntryEventsInput>(), calendar.TimeZone, cancellationToken));
    }
}

[GraphQLDescription("What became of each row of a report. Every row is in exactly one of the three lists, and each list is in the order of the rows.")]
public sealed record EntryEventReport(
    [property: GraphQLDescription("Rows that are in the log now.")] IReadOnlyList<AcceptedActivity> Accepted,
    [property: GraphQLDescription("The places of rows that were known already, from 0: their external id is in the log, or came earlier in the report.")] IReadOnlyList<int> Duplicates,
    [property: GraphQLDescription("Rows that changed nothing, and why.")] IReadOnlyList<RejectedActivity> Rejected)
{
    [GraphQLDescription("How many rows are in the log now.")]
    public int AcceptedCount => Accepted.Count;

    [GraphQLDescription("How many rows were known already.")]
    public int DuplicateCount => Duplicates.Count;

    [GraphQLDescription("How many rows changed nothing.")]
    public int RejectedCount => Rejected.Count;

    internal static EntryEventReport From(Headless.Community.Ingestion.IngestionResult result) => new(
        [.. result.Accepted.Select(row => new AcceptedActivity(row.Index, row.ActivityId))],
        result.Duplicates,
        [.. result.Rejected.Select(row => new RejectedActivity(
            row.Index, row.Code, row.Message, row.Field is null ? $"events[{row.Index}]" : $"events[{row.Index}].{row.Field}"))]);
}
