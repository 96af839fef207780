using Headless.Server.Access;
using Headless.Server.Delivery;
using Headless.Server.Reading;
using Headless.Server.Transfers;

namespace Headless.Server.Features.Live;

[GraphQLDescription("A change of a content item: of its text, its state in its workflow, its assets, or that it was used.")]
public sealed record ContentItemChange(
    [property: GraphQLIgnore] Activity Activity,
    [property: GraphQLDescription("What happened.")] ActivityKind Kind,
    [property: GraphQLDescription("When it happened.")] DateTime OccurredAt);

[GraphQLDescription("An order that was recorded, changed, paid back or called off.")]
public sealed record OrderChange(
    [property: GraphQLIgnore] Activity Activity,
    [property: GraphQLDescription("What happened.")] ActivityKind Kind,
    [property: GraphQLDescription("When it happened.")] DateTime OccurredAt);

[GraphQLDescription("How far an import has come.")]
public sealed record ImportJobChange(
    [property: GraphQLIgnore] Activity Activity,
    [property: GraphQLDescription("What happened.")] ActivityKind Kind,
    [property: GraphQLDescription("When it happened.")] DateTime OccurredAt);

[GraphQLDescription("How far an export has come.")]
public sealed record ExportJobChange(
    [property: GraphQLIgnore] Activity Activity,
    [property: GraphQLDescription("What happened.")] ActivityKind Kind,
    [property: GraphQLDescription("When it happened.")] DateTime OccurredAt);

[GraphQLDescription("A tracked page whose views were counted: ask page for the figures that you show.")]
public sealed record TrackedPageChange(
    [property: GraphQLIgnore] Activity Activity,
    [property: GraphQLDescription("How many times views were counted since the last one of these.")] int ActivityCount,
    [property: GraphQLDescription("When the last of them entered the log.")] DateTime RecordedAt);

/// <summary>What a change of a content item leads to.</summary>
[ExtendObjectType<ContentItemChange>]
internal sealed class ContentItemChangeNode
{
    [GraphQLDescription("Its place in the log.")]
    public static string GetCursor([Parent] ContentItemChange change, IActivityCursors cursors) => cursors.Encode(change.Activity.Id);

    [GraphQLDescription("The row of the log.")]
    public static Activity GetActivity([Parent] ContentItemChange change) => change.Activity;

    [Cost(1)]
    [GraphQLDescription("The content item as it is now.")]
    public static Task<ContentItem?> GetContentItemAsync([Parent] ContentItemChange change, ByIdDataLoader<ContentItem> items, CancellationToken cancellationToken) =>
        items.LoadAsync(change.Activity.ContentItemId, cancellationToken);
}

/// <summary>What a change of an order leads to.</summary>
[ExtendObjectType<OrderChange>]
internal sealed class OrderChangeNode
{
    [GraphQLDescription("Its place in the log.")]
    public static string GetCursor([Parent] OrderChange change, IActivityCursors cursors) => cursors.Encode(change.Activity.Id);

    [GraphQLDescription("The row of the log.")]
    public static Activity GetActivity([Parent] OrderChange change) => change.Activity;

    [Cost(1)]
    [GraphQLDescription("The order as it is now; null where the caller may not see it any more.")]
    public static Task<Order?> GetOrderAsync([Parent] OrderChange change, ByIdDataLoader<Order> orders, CancellationToken cancellationToken) =>
        orders.LoadAsync(change.Activity.OrderId, cancellationToken);
}

/// <summary>What a change of an import leads to.</summary>
[ExtendObjectType<ImportJobChange>]
internal sealed class ImportJobChangeNode
{
    [GraphQLDescription("Its place in the log.")]
    public static string GetCursor([Parent] ImportJobChange change, IActivityCursors cursors) => cursors.Encode(change.Activity.Id);

    [Cost(1)]
    [GraphQLDescription("The import as it is now.")]
    public static async Task<ImportJob?> GetImportJobAsync([Parent] ImportJobChange change, ByIdDataLoader<ImportJob> jobs, Caller caller, CancellationToken cancellationToken) =>
        await jobs.LoadAsync(ActivityData.IdOf(change.Activity, ActivityData.JobId), cancellationToken) is { } job && caller.MaySee(job) ? job : null;
}

/// <summary>What a change of an export leads to.</summary>
[ExtendObjectType<ExportJobChange>]
internal sealed class ExportJobChangeNode
{
    [GraphQLDescription("Its place in the log.")]
    public static string GetCursor([Parent] ExportJobChange change, IActivityCursors cursors) => cursors.Encode(change.Activity.Id);

    [Cost(1)]
    [GraphQLDescription("The export as it is now.")]
    public static async Task<ExportJob?> GetExportJobAsync([Parent] ExportJobChange change, ByIdDataLoader<ExportJob> jobs, Caller caller, CancellationToken cancellationToken) =>
        await jobs.LoadAsync(ActivityData.IdOf(change.Activity, ActivityData.JobId), cancellationToken) is { } job && caller.MaySee(job) ? job : null;
}

/// <summary>What counted views lead to.</summary>
[ExtendObjectType<TrackedPageChange>]
internal sealed class TrackedPageChangeNode
{
    [GraphQLDescription("The place in the log of the last count.")]
    public static string GetCursor([Parent] TrackedPageChange change, IActivityCursors cursors) => cursors.Encode(change.Activity.Id);

    [Cost(1)]
    [GraphQLDescription("The page, with its figures as they are now; null where the caller may not see it any more.")]
    public static Task<TrackedPage?> GetPageAsync([Parent] TrackedPageChange change, ByIdDataLoader<TrackedPage> pages, CancellationToken cancellationToken) =>
        pages.LoadAsync(ActivityData.IdOf(change.Activity, ActivityData.PageId), cancellationToken);
}
