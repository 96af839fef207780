using static Headless.Community.Tests.RuleAssertions;

namespace Headless.Community.Tests.Orders;

public sealed class OrderTests
{
    [Fact]
    public void An_order_is_refunded_or_cancelled_once() => AllowedSteps(new Dictionary<OrderStatus, Action<OrderStatus>>
    {
        [OrderStatus.Refunded] = from => New(from).Refund(Noon),
        [OrderStatus.Cancelled] = from => New(from).Cancel(Noon),
    }).ShouldBe(["Paid → Refunded", "Paid → Cancelled"]);

    [Fact]
    public void A_refund_keeps_the_amount_and_its_time()
    {
        var order = New(OrderStatus.Paid);
        order.Refund(Noon);
        (order.Status, order.StatusChangedAt, order.Amount).ShouldBe((OrderStatus.Refunded, Noon, 12.5m));
    }

    private static Order New(OrderStatus status) =>
        new() { Source = "shop", ExternalId = "1", Amount = 12.5m, Currency = "CNY", Status = status };
}
