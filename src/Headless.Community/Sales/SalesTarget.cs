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

    /// <summary>
    /// What it comes to if the rest of its time sells at the pace of its finished days: the sum of what was sold ÷ the sum of what the
    /// schedule asked of those days. Of today only what is still missing of its part is to come. The spread is 1.96 times the standard
    /// deviation of the finished days from that pace, times the square root of the days to come: right where days do not depend on each other.
    /// </summary>
    /// <param name="sold">What was sold on each day, in the reporting time zone.</param>
    /// <param name="today">The day that is not over.</param>
    public TargetForecast Forecast(IReadOnlyDictionary<DateOnly, decimal> sold, DateOnly today)
    {
        var weights = WeekdayWeights;
        var days = Enumerable.Range(0, To.DayNumber - From.DayNumber).Select(From.AddDays)
            .Select(day => (Day: day, Weight: (decimal)weights[((int)day.DayOfWeek + 6) % Weekdays], Sold: sold.GetValueOrDefault(day))).ToList();
        var finished = days.Where(d => d.Day < today && d.Weight > 0).ToList();
        var coming = days.Where(d => d.Day >= today && d.Weight > 0).ToList();
        var actual = days.Sum(d => d.Sold);
        if (coming.Count == 0)
        {
            return new TargetForecast(actual, actual, 0, finished.Count, 0);
        }

        if (finished.Count == 0)
        {
            return new TargetForecast(actual, null, null, 0, coming.Count);
        }

        // What is sold on a day without a weight is sold, and says nothing about the pace.
        var pace = finished.Sum(d => d.Sold) / finished.Sum(d => d.Weight);
        var rest = coming.Sum(d => Math.Max((pace * d.Weight) - d.Sold, 0));
        decimal? spread = null;
        if (finished.Count >= TargetForecast.FewestDays)
        {
            var variance = finished.Sum(d => Math.Pow((double)(d.Sold - (pace * d.Weight)), 2)) / (finished.Count - 1);
            spread = (decimal)(1.96 * Math.Sqrt(variance * coming.Count));
        }

        return new TargetForecast(actual, actual + rest, spread, finished.Count, coming.Count);
    }
}

/// <summary>What a target may come to, in its currency.</summary>
/// <param name="Actual">What was sold.</param>
/// <param name="Amount">What it comes to; null: no day is over.</param>
/// <param name="Spread">What it may be more or less; null: too few days are over.</param>
/// <param name="DaysSeen">The finished days with a weight.</param>
/// <param name="DaysLeft">The days with a weight that are not over.</param>
public sealed record TargetForecast(decimal Actual, decimal? Amount, decimal? Spread, int DaysSeen, int DaysLeft)
{
    /// <summary>The spread of fewer finished days says little.</summary>
    public const int FewestDays = 5;
}
