namespace Headless.Community;

/// <summary>Where people are won, as the brand names it: reports of joins name it, costs and exposures are kept for it.</summary>
public sealed class JoinChannel : Entity
{
    public const int NameMaxLength = Membership.JoinChannelMaxLength;
    public const int NoteMaxLength = 1000;

    public JoinChannelKind Kind { get; set; } = JoinChannelKind.Other;

    /// <summary>Unique. A join that is reported with this name belongs to the channel.</summary>
    public required string Name { get; set; }

    public string? Note { get; set; }

    /// <summary>Whether it is in use; what came through it stays.</summary>
    public bool IsActive { get; set; } = true;

    /// <summary>What it cost, by period.</summary>
    public List<ChannelCost> Costs { get; } = [];
}

/// <summary>What a channel cost over some days. Sums of two currencies are never added.</summary>
public sealed class ChannelCost : Entity
{
    public const int NoteMaxLength = 500;

    public long JoinChannelId { get; init; }

    public JoinChannel JoinChannel { get; init; } = null!;

    /// <summary>The first day, in the reporting time zone.</summary>
    public DateOnly From { get; init; }

    /// <summary>The day after the last one.</summary>
    public DateOnly To { get; init; }

    public decimal Amount { get; init; }

    /// <summary>ISO 4217.</summary>
    public required string Currency { get; init; }

    public string? Note { get; init; }

    /// <summary>The campaign that it was spent for.</summary>
    public long? CampaignId { get; init; }

    public Campaign? Campaign { get; init; }

    /// <summary>The part that falls on some days, each day costing the same.</summary>
    public decimal PartOf(DateOnly from, DateOnly to)
    {
        var days = Math.Min(To.DayNumber, to.DayNumber) - Math.Max(From.DayNumber, from.DayNumber);
        return days <= 0 ? 0 : decimal.Round(Amount * days / (To.DayNumber - From.DayNumber), 4);
    }
}
