namespace Headless.Community;

/// <summary>Members earn points for what they do: an activity of a kind, in some groups or all, up to so many a day.</summary>
public sealed class EarningRule : Entity
{
    public const int NameMaxLength = 100;
    public const int MaxGroups = 100;

    public long ProgramId { get; init; }

    public PointProgram Program { get; init; } = null!;

    public required string Name { get; set; }

    /// <summary>What they have to do. Of messages only those count that are effective; accounts that staff control earn nothing.</summary>
    public ActivityKind ActivityKind { get; init; }

    /// <summary>How many points for each.</summary>
    public int Points { get; set; }

    /// <summary>For orders: so many points for each of this amount, in <see cref="Currency"/>, instead of for each order.</summary>
    public decimal? PerAmount { get; set; }

    /// <summary>The ISO 4217 code of <see cref="PerAmount"/>: orders in other currencies earn nothing.</summary>
    public string? Currency { get; set; }

    /// <summary>The most that a member earns by it on a day of the programme's time zone; null: no limit.</summary>
    public int? DailyCap { get; set; }

    /// <summary>Whether it does not matter in which group, or whether in any.</summary>
    public bool IsEverywhere { get; init; } = true;

    /// <summary>Otherwise only what is done in these.</summary>
    public List<EarningRuleGroup> Groups { get; } = [];

    public bool IsActive { get; set; } = true;

    /// <summary>What was in the log before does not count.</summary>
    public long AfterActivityId { get; set; }

    /// <summary>What an activity earns before the cap.</summary>
    /// <param name="amount">What was paid, for an order.</param>
    /// <param name="currency">Its currency.</param>
    public long PointsFor(decimal? amount, string? currency)
    {
        if (PerAmount is not { } per)
        {
            return Points;
        }

        return amount is { } paid && currency == Currency ? Math.Min((long)decimal.Floor(paid / per) * Points, PointEntry.MaxPoints) : 0;
    }

    /// <summary>What remains of it under the cap.</summary>
    /// <param name="points">What the activity earns.</param>
    /// <param name="earnedThatDay">What the member has earned by the rule on that day.</param>
    public long Capped(long points, long earnedThatDay) => DailyCap is { } cap ? Math.Clamp(cap - earnedThatDay, 0, points) : points;
}

/// <summary>A rule holds in a group.</summary>
public sealed class EarningRuleGroup
{
    public long RuleId { get; init; }

    public EarningRule Rule { get; init; } = null!;

    public long GroupId { get; init; }

    public Group Group { get; init; } = null!;
}

/// <summary>How far the log has been read for earning rules. One row.</summary>
[Unaudited]
public sealed class EarningState
{
    public const int SingleId = 1;

    public int Id { get; init; } = SingleId;

    public long LastActivityId { get; set; }
}
