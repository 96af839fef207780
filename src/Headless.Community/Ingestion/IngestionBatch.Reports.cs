namespace Headless.Community.Ingestion;

/// <summary>Reports that change no stay: orders, and what becomes of content.</summary>
internal sealed partial class IngestionBatch
{
    private RejectedRow? Order(int index, ActivityInput row, Group? group, DateTime at)
    {
        var person = row.Member is null ? null : _people.FindOrAdd(row.Member).Person;
        person?.See(at);
        var order = new Order
        {
            Source = source,
            ExternalId = row.ExternalId,
            GroupId = group?.Id,
            Amount = row.Amount!.Value,
            Currency = row.Currency!,
            Quantity = row.Quantity ?? 1,
            PaidAt = at,
            Status = row.Status ?? OrderStatus.Paid,
            StatusChangedAt = row.Status is null or OrderStatus.Paid ? null : at,
            CreatedAt = now,
            UpdatedAt = now,
            Version = 1,
        };
        _orders.Add(order);
        Append(index, ActivityKind.OrderRecorded, at, group, person, null, order: order);
        return null;
    }

    /// <summary>Reading makes nobody a member of a group, nor active in it.</summary>
    private RejectedRow? Content(int index, ActivityInput row, Group? group, DateTime at)
    {
        if (_content.Refuse(index, row) is { } refused)
        {
            return refused;
        }

        var person = _people.FindOrAdd(row.Member!).Person;
        person.See(at);
        var stay = group is null ? null : Roster.FindPresent(_roster.Of(group.Id, person), at);
        Append(index, ContentReports.KindOf(row.Kind), at, group, person, stay, row.Kind == ActivityInputKind.ContentCommented ? row.Text : null);
        return null;
    }
}
