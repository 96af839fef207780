using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Ingestion;

/// <summary>The content items that a batch reports about. Costs a statement where there are any.</summary>
internal sealed class ContentReports(CommunityDbContext context)
{
    private HashSet<long> _items = [];

    public static ActivityKind KindOf(ActivityInputKind kind) => kind switch
    {
        ActivityInputKind.ContentExposed => ActivityKind.ContentExposed,
        ActivityInputKind.ContentOpened => ActivityKind.ContentOpened,
        ActivityInputKind.ContentCompleted => ActivityKind.ContentCompleted,
        ActivityInputKind.ContentCommented => ActivityKind.ContentCommented,
        ActivityInputKind.ContentLiked => ActivityKind.ContentLiked,
        ActivityInputKind.ContentShared => ActivityKind.ContentShared,
        _ => ActivityKind.ContentFollowed,
    };

    public async Task LoadAsync(ActivityInput[] rows, CancellationToken cancellationToken)
    {
        var ids = rows.Where(row => row.Kind >= ActivityInputKind.ContentExposed).Select(row => row.ContentItemId!.Value).Distinct().ToArray();
        if (ids.Length > 0)
        {
            _items = await context.ContentItems.Where(item => EF.Parameter(ids).Contains(item.Id)).Select(item => item.Id).ToHashSetAsync(cancellationToken);
        }
    }

    public RejectedRow? Refuse(int index, ActivityInput row) => _items.Contains(row.ContentItemId!.Value)
        ? null
        : new RejectedRow(index, IngestionErrorCodes.UnknownContentItem, "There is no such content item.", "contentItemId");
}
