namespace Headless.Community;

/// <summary>What a group asks of whoever wants to come in, beside its join policy: one row for a group that asks something.</summary>
public sealed class JoinTerms : Entity
{
    public long GroupId { get; init; }

    public Group Group { get; init; } = null!;

    /// <summary>The campaign that has to be taken part in, for the policy CAMPAIGN.</summary>
    public long? CampaignId { get; set; }

    public Campaign? Campaign { get; init; }

    /// <summary>The segment that the member has to belong to, whatever the policy.</summary>
    public long? SegmentId { get; set; }

    public Segment? Segment { get; init; }

    /// <summary>What coming in costs, for the policy PAID.</summary>
    public decimal? EntryFeeAmount { get; private set; }

    /// <summary>ISO 4217.</summary>
    public string? EntryFeeCurrency { get; private set; }

    /// <summary>Sets what coming in costs; null: nothing.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.InvalidAmount"/>, <see cref="DomainErrorCodes.InvalidCurrency"/>.</exception>
    public void SetEntryFee(decimal? amount, string? currency)
    {
        EntryFeeAmount = amount is null ? null : Currency.RequireAmount(amount.Value);
        EntryFeeCurrency = amount is null ? null : Currency.Require(currency ?? string.Empty);
    }
}
