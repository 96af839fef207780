namespace Headless.Community;

/// <summary>
/// What kind of customer a member is, by the first rule that matches, in this order. Stored as a number: a value is never changed
/// or given again.
/// </summary>
public enum MemberClass : byte
{
    /// <summary>No rule matches, or nothing has been looked at.</summary>
    Unclassified = 0,

    /// <summary>忠实型: buys every month and has won a friend who buys.</summary>
    Loyal = 1,

    /// <summary>羊毛型: spends little at a time.</summary>
    Bargain = 2,

    /// <summary>需求型: needs it, and has not come back for months.</summary>
    Need = 3,

    /// <summary>低需求: bought once or never, after a time of watching.</summary>
    Low = 4,
}

/// <summary>Several classes. Stored as the sum of its numbers.</summary>
[Flags]
public enum ClassSet : byte
{
    None = 0,
    Loyal = 1,
    Bargain = 2,
    Need = 4,
    Low = 8,
}

/// <summary>What a class rests on: facts only, no count of days that have gone by, so that it changes when something happens.</summary>
public sealed record ClassEvidence
{
    /// <summary>Orders that stand.</summary>
    public int Orders { get; init; }

    /// <summary>Months with an order in a row, up to this month or the last one.</summary>
    public int MonthsInARow { get; init; }

    /// <summary>The newest of those months, as <c>2026-05</c>; at most five.</summary>
    public IReadOnlyList<string> Months { get; init; } = [];

    /// <summary>People whom they brought.</summary>
    public int Invites { get; init; }

    /// <summary>Those of them who have bought.</summary>
    public int FriendsWhoBought { get; init; }

    /// <summary>The newest orders of those friends; at most five.</summary>
    public IReadOnlyList<long> ReferralOrderIds { get; init; } = [];

    /// <summary>The mean of the orders in the ceiling's currency; null: no ceiling, or no such order.</summary>
    public decimal? AverageOrderValue { get; init; }

    /// <summary>The ISO 4217 code of <see cref="AverageOrderValue"/>.</summary>
    public string? Currency { get; init; }

    public bool HasNeedTag { get; init; }

    /// <summary>The local day from which on they are observed.</summary>
    public DateOnly FirstSeenOn { get; init; }

    /// <summary>The local day of the last order.</summary>
    public DateOnly? LastOrderOn { get; init; }
}
