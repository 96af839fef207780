using System.Globalization;

namespace Headless.Community;

/// <summary>What is to be sold in a time, by a group, for a campaign, or by all .</summary>
public sealed class SalesTarget : Entity
{
    public const int NameMaxLength = 100;
    public const int Weekdays = 7;
    public const int MaxWeight = 1_000;
    public const int WeightsMaxLength = 40;
    public const int MaxDays = 366;

    public required string Name { get; set; }

    public long? GroupId { get; init; }

    public Group? Group { get; init; }

    public long? CampaignId { get; init; }

    public Campaign? Campaign { get; init; }

    /// <summary>The first day, in the reporting time zone.</summary>
    public DateOnly From { get; init; }

    /// <summary>The day after the last one.</summary>
    public DateOnly To { get; init; }

    /// <summary>When <see cref="From"/> begins, UTC.</summary>
    public DateTime StartsAt { get; init; }

    /// <summary>When <see cref="To"/> begins, UTC.</summary>
    public DateTime EndsAt { get; init; }

    public decimal Amount { get; set; }

    public required string Currency { get; init; }

    /// <summary><see cref="WeekdayWeights"/> as they are stored.</summary>
    public required string Weights { get; set; }

    /// <summary>How much of the sales a Monday, a Tuesday … has compared with the other days: the schedule of events.</summary>
    public IReadOnlyList<int> WeekdayWeights
    {
        get => [.. Weights.Split(',').Select(weight => int.Parse(weight, CultureInfo.InvariantCulture))];
        set => Weights = string.Join(',', value.Select(weight => weight.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>What should be sold by the end of a day, were it to come as the schedule says.</summary>
    /// <param name="day">The day; it counts whole.</param>
    public decimal ExpectedBy(DateOnly day)
    {
        var (weights, all, past) = (WeekdayWeights, 0L, 0L);
        for (var each = From; each < To; each = each.AddDays(1))
        {
            var weight = weights[((int)each.DayOfWeek + 6) % Weekdays];
            all += weight;
            past += each <= day ? weight : 0;
        }

        return Community.Currency.RoundDown(Amount * past / all, Currency);
    }
}
