namespace Headless.Community;

/// <summary>What money was spent on. Stored as a number: a value is never changed or given again.</summary>
public enum CostKind : byte
{
    RedPacket = 1,
    Gift = 2,
    Ad = 3,
    Discount = 4,
    Staff = 5,
    Other = 6,
}

/// <summary>A cost of running communities, of a group, a campaign or all.</summary>
public sealed class CostEntry : Entity
{
    public const int NoteMaxLength = 500;
    public const int IdempotencyKeyMaxLength = 200;

    public CostKind Kind { get; init; }

    public long? GroupId { get; init; }

    public Group? Group { get; init; }

    public long? CampaignId { get; init; }

    public Campaign? Campaign { get; init; }

    public decimal Amount { get; init; }

    public required string Currency { get; init; }

    /// <summary>When it was spent, UTC.</summary>
    public DateTime SpentAt { get; init; }

    public string? Note { get; init; }

    public string? IdempotencyKey { get; init; }
}

/// <summary>What came back for what was spent. Each number by its own name: the article that calls cost ÷ sales ROI has it upside down (A.12, 1).</summary>
public sealed record SalesReturn(decimal Revenue, decimal Cost)
{
    /// <summary>(revenue − cost) ÷ cost; null without cost.</summary>
    public decimal? Roi => Cost == 0 ? null : decimal.Round((Revenue - Cost) / Cost, 6);

    /// <summary>Revenue ÷ cost; null without cost.</summary>
    public decimal? Roas => Cost == 0 ? null : decimal.Round(Revenue / Cost, 6);

    /// <summary>Cost ÷ revenue; null without revenue.</summary>
    public decimal? CostToSales => Revenue == 0 ? null : decimal.Round(Cost / Revenue, 6);
}
