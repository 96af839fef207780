using System.Linq.Expressions;
using System.Text.Json.Nodes;
using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Segments;

/// <summary>
/// What the member bought: orders that stand as PAID, refunded and cancelled ones do not count. Who bought nothing has
/// bought 0 times for 0.
/// </summary>
[ConditionName("purchase")]
public sealed record PurchaseCondition : LeafCondition
{
    /// <summary>Only orders in this currency: an ISO 4217 code. Amounts of several are never added up, so <see cref="Amount"/> needs it.</summary>
    public string? Currency { get; init; }

    /// <summary>Only orders that are put down to one of these groups.</summary>
    [KeyOf(typeof(Group))]
    public IReadOnlyList<long>? Groups { get; init; }

    /// <summary>Only orders with a line of one of these categories.</summary>
    public IReadOnlyList<string>? Categories { get; init; }

    /// <summary>Only orders that were paid in this time.</summary>
    public TimeCondition? Paid { get; init; }

    /// <summary>How many orders; one or more where neither this nor <see cref="Amount"/> is given.</summary>
    public CountRange? Count { get; init; }

    /// <summary>How much they come to, in <see cref="Currency"/>.</summary>
    public AmountRange? Amount { get; init; }

    internal override Expression<Func<Member, bool>> Compile(ConditionScope scope)
    {
        var orders = Orders(scope);
        var parts = new List<Expression<Func<Member, bool>>>();

        // More than nothing is not spent without an order.
        var isImplied = Count is { Gte: <= 1, Lte: null } && Amount is { Gte: > 0 };
        if (!isImplied && (Count is not null || Amount is null))
        {
            parts.Add(scope.Has(orders, order => order.MemberId!.Value, Count));
        }

        if (Amount is { } amount)
        {
            parts.Add(scope.Sums(orders, order => order.MemberId!.Value, order => order.Amount, amount));
        }

        return Predicates.All(parts);
    }

    internal override IEnumerable<ConditionFault> Check() =>
    [
        .. Currency is { } code && !(code.Length == Headless.Community.Currency.CodeLength && code.All(char.IsAsciiLetterUpper))
            ? [new ConditionFault("currency", DomainErrorCodes.InvalidCurrency, "Give an ISO 4217 code of three capital letters, such as CNY.")]
            : Enumerable.Empty<ConditionFault>(),
        .. Amount is not null && Currency is null
            ? [new ConditionFault("amount", "CURRENCY_REQUIRED", "An amount is in a currency: name it in 'currency'.")]
            : Enumerable.Empty<ConditionFault>(),
        .. ConditionChecks.List("groups", Groups),
        .. ConditionChecks.Words("categories", Categories, Product.CategoryMaxLength),
        .. Paid?.Check("paid") ?? [],
        .. ConditionChecks.Range("count", Count),
        .. Amount?.Check("amount") ?? [],
    ];

    internal override async Task<JsonObject> ReadAsync(ConditionScope scope, long memberId, CancellationToken cancellationToken)
    {
        var own = Orders(scope).Where(order => order.MemberId == memberId);
        var facts = new JsonObject
        {
            ["orders"] = await own.CountAsync(cancellationToken),
            ["lastPaidAt"] = ConditionChecks.Time(await own.MaxAsync(order => (DateTime?)order.PaidAt, cancellationToken)),
        };
        if (Currency is not null)
        {
            facts["amount"] = await own.SumAsync(order => order.Amount, cancellationToken);
            facts["currency"] = Currency;
        }

        return facts;
    }

    internal override IEnumerable<IQueryable<long>> MovedSince(ConditionScope scope, DateTime from) =>
        Paid?.Moved<Order>(order => order.PaidAt, from, scope.Now)
            .Select(moved => scope.Db.Orders.Where(order => order.MemberId != null).Where(moved).Select(order => order.MemberId!.Value)) ?? [];

    private IQueryable<Order> Orders(ConditionScope scope)
    {
        var orders = scope.Db.Orders.Where(order => order.MemberId != null && order.Status == OrderStatus.Paid);
        if (Currency is { } currency)
        {
            orders = orders.Where(order => order.Currency == currency);
        }

        if (Groups is { } groups)
        {
            long[] ids = [.. groups.Distinct()];
            orders = orders.Where(order => order.GroupId != null && EF.Parameter(ids).Contains(order.GroupId.Value));
        }

        if (Categories is { } categories)
        {
            var items = scope.Db.OrderItems.WhereIn(scope.Db, item => item.Category, [.. categories.Distinct()]);
            orders = orders.Where(order => items.Any(item => item.OrderId == order.Id));
        }

        return Paid is null ? orders : orders.Where(Paid.On<Order>(order => order.PaidAt, scope.Now));
    }
}
