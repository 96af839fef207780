namespace Headless.Community;

/// <summary>A purchase that a shop reported. (source, external id) is unique.</summary>
public sealed class Order : Entity
{
    public const int SourceMaxLength = 64;
    public const int ExternalIdMaxLength = 200;

    private static readonly StateMachine<OrderStatus> s_statuses = new(
        "order",
        (OrderStatus.Paid, OrderStatus.Refunded),
        (OrderStatus.Paid, OrderStatus.Cancelled));

    private OrderStatus _status = OrderStatus.Paid;
    private DateTime? _statusChangedAt;
    private decimal _refundedAmount;

    /// <summary>The system that reported it.</summary>
    public required string Source { get; init; }

    /// <summary>Its id in that system.</summary>
    public required string ExternalId { get; init; }

    /// <summary>The buyer; null when unknown.</summary>
    public long? MemberId { get; set; }

    public Member? Member { get; set; }

    /// <summary>The group that it is put down to.</summary>
    public long? GroupId { get; set; }

    public Group? Group { get; set; }

    /// <summary>The campaign that it is put down to.</summary>
    public long? CampaignId { get; set; }

    public Campaign? Campaign { get; set; }

    /// <summary>What was paid, in <see cref="Currency"/>, with at most four decimal places.</summary>
    public decimal Amount { get; init; }

    /// <summary>The ISO 4217 code of <see cref="Amount"/>.</summary>
    public required string Currency { get; init; }

    /// <summary>How much of it went back, in <see cref="Currency"/>: never more than <see cref="Amount"/>.</summary>
    public decimal RefundedAmount
    {
        get => _refundedAmount;
        init => _refundedAmount = value;
    }

    /// <summary>What was bought, where the shop said so.</summary>
    public List<OrderItem> Items { get; } = [];

    /// <summary>How many pieces.</summary>
    public int Quantity { get; init; } = 1;

    /// <summary>When it was paid, UTC.</summary>
    public DateTime PaidAt { get; init; }

    /// <summary>Where it stands; changed by <see cref="Refund"/> and <see cref="Cancel"/>.</summary>
    public OrderStatus Status
    {
        get => _status;
        init => _status = value;
    }

    /// <summary>When it was refunded or cancelled, UTC.</summary>
    public DateTime? StatusChangedAt
    {
        get => _statusChangedAt;
        init => _statusChangedAt = value;
    }

    /// <summary>Refuses a refund that cannot be.</summary>
    /// <exception cref="DomainException">
    /// <see cref="DomainErrorCodes.InvalidTransition"/>: it is not paid. <see cref="DomainErrorCodes.CurrencyMismatch"/>.
    /// <see cref="DomainErrorCodes.RefundBeforePayment"/>. <see cref="DomainErrorCodes.RefundTooLarge"/>: more than is left.
    /// </exception>
    public void RequireRefund(decimal amount, string currency, DateTime at)
    {
        s_statuses.Step(Status, OrderStatus.Refunded);
        if (currency != Currency)
        {
            throw new DomainException(DomainErrorCodes.CurrencyMismatch, $"The order is in {Currency}: {currency} cannot go back.");
        }

        if (at < PaidAt)
        {
            throw new DomainException(DomainErrorCodes.RefundBeforePayment, $"The order was paid at {PaidAt:O}: nothing went back before.");
        }

        if (amount > Amount - RefundedAmount)
        {
            throw new DomainException(DomainErrorCodes.RefundTooLarge, $"{Amount - RefundedAmount} {Currency} are left of the order: {amount} cannot go back.");
        }
    }

    /// <summary>The money went back.</summary>
    /// <exception cref="InvalidTransitionException">It is not paid.</exception>
    public void Refund(DateTime at)
    {
        Become(OrderStatus.Refunded, at);
        _refundedAmount = Amount;
    }

    /// <summary>It was called off.</summary>
    /// <exception cref="InvalidTransitionException">It is not paid.</exception>
    public void Cancel(DateTime at) => Become(OrderStatus.Cancelled, at);

    private void Become(OrderStatus status, DateTime at)
    {
        _status = s_statuses.Step(Status, status);
        _statusChangedAt = at;
    }
}
