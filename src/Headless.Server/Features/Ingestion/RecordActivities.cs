using FluentValidation;
using Headless.Community.Ingestion;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Ingestion;

[GraphQLDescription("What happened, as another system reports it.")]
public sealed record RecordActivitiesInput(
    [property: GraphQLDescription("The reporting system, at most 64 characters: the namespace of the external ids.")] string Source,
    [property: GraphQLDescription("What happened, 1 to 1 000 rows. They are applied in the order of occurredAt, those of one time in the order given.")] IReadOnlyList<ReportedActivityInput> Activities);

/// <summary>The rules of <see cref="RecordActivitiesInput"/> as a whole; each row is judged by ingestion.</summary>
public sealed class RecordActivitiesValidator : AbstractValidator<RecordActivitiesInput>
{
    public RecordActivitiesValidator()
    {
        RuleFor(i => i.Source).NotEmpty().MaximumLength(Activity.SourceMaxLength).PlainText();
        RuleFor(i => i.Activities).NotEmpty().Must(rows => rows.Count <= ActivityIngestion.MaxRows)
            .WithErrorCode("TOO_MANY_ROWS")
            .WithMessage($"One request takes at most {ActivityIngestion.MaxRows} rows: send the others in another.");
    }
}

[GraphQLDescription("What became of each row of a report. Every row is in exactly one of the three lists, and each list is in the order of the rows.")]
public sealed record ActivityReport(
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

    internal static ActivityReport From(IngestionResult result) => new(
        [.. result.Accepted.Select(row => new AcceptedActivity(row.Index, row.ActivityId))],
        result.Duplicates,
        [.. result.Rejected.Select(row => new RejectedActivity(
            row.Index, row.Code, row.Message, row.Field is null ? $"activities[{row.Index}]" : $"activities[{row.Index}].{row.Field}"))]);
}

[GraphQLDescription("A row that is in the log now.")]
public sealed record AcceptedActivity(
    [property: GraphQLDescription("Its place in the report, from 0.")] int Index,
    [property: ID<Activity>] [property: GraphQLDescription("The global id of the activity that it became.")] long ActivityId);

[GraphQLDescription("A row that changed nothing.")]
public sealed record RejectedActivity(
    [property: GraphQLDescription("Its place in the report, from 0.")] int Index,
    [property: GraphQLDescription("A stable name of what is wrong.")] string Code,
    [property: GraphQLDescription("What is wrong and what to do about it, for a person.")] string Message,
    [property: GraphQLDescription("The field at fault, from the input object: activities[3].member.")] string Path);

/// <summary>Takes in what another system reports.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class RecordActivitiesMutation
{
    [Authorize(Policies.RecordActivities)]
    [Error<InvalidInputException>]
    [UseMutationConvention(PayloadFieldName = "report")]
    [GraphQLDescription(
        "Records joins, leaves, messages, renames, orders and what becomes of content in one transaction. Every row is judged by itself: a bad one does not keep the others out. Sent again, it changes nothing.")]
    public static async Task<ActivityReport> RecordActivitiesAsync(
        RecordActivitiesInput input,
        ActivityIngestion ingestion,
        Caller caller,
        IValidator<RecordActivitiesInput> validator,
        CancellationToken cancellationToken)
    {
        validator.Require(input);
        return ActivityReport.From(await ingestion.RecordMutationAsync(
            input.Source, [.. input.Activities.Select(row => row.ToInput())], caller.Scope, caller.AuthorOf<RecordActivitiesInput>(), cancellationToken));
    }
}
