using Headless.Community;

namespace Headless.Metrics;

/// <summary>What the formulas need of a scope over an interval. Counts of people are of customers' accounts.</summary>
internal sealed class MetricInputs
{
    // Added up over groups: a person counts once in each.
    public long MembersAtStart { get; set; }

    public long MembersAtEnd { get; set; }

    public long Joins { get; set; }

    public long Leaves { get; set; }

    /// <summary>Distinct people whose stay began in the interval, a known join or a first sign.</summary>
    public long Comers { get; set; }

    public long Leavers { get; set; }

    public long Messages { get; set; }

    public long EffectiveMessages { get; set; }

    public long ActiveMembers { get; set; }

    public long ExcludedAccounts { get; set; }

    /// <summary>How often the channels of the scope were shown, as far as it was reported.</summary>
    public long Exposures { get; set; }

    /// <summary>Joins through those channels.</summary>
    public long ExposedJoins { get; set; }

    /// <summary>Members active and present on each day of the interval.</summary>
    public List<(long Active, long Present)> Days { get; } = [];

    // Of the scope as a whole: a person counts once.

    /// <summary>Distinct people who were members at any time of the interval.</summary>
    public long Persons { get; set; }

    public long Orders { get; set; }

    /// <summary>Orders whose buyer is known.</summary>
    public long OrdersOfBuyers { get; set; }

    public long Buyers { get; set; }

    /// <summary>Buyers with two orders or more.</summary>
    public long RepeatBuyers { get; set; }

    /// <summary>Buyers who were members of the scope.</summary>
    public long MembersWhoBought { get; set; }

    /// <summary>What was paid and not given back.</summary>
    public decimal Revenue { get; set; }

    public decimal RevenueOfBuyers { get; set; }

    /// <summary>What was paid, what was given back later included.</summary>
    public decimal GrossRevenue { get; set; }

    /// <summary>The currencies of the orders.</summary>
    public SortedSet<string> Currencies { get; } = new(StringComparer.Ordinal);

    public SortedSet<string> CostCurrencies { get; } = new(StringComparer.Ordinal);

    /// <summary>What was spent; null: nothing is recorded.</summary>
    public decimal? Cost { get; set; }

    /// <summary>What of it was spent on what.</summary>
    public SortedDictionary<CostKind, decimal> CostsByKind { get; } = [];

    /// <summary>Adds what was spent on something.</summary>
    public void AddCost(CostKind kind, decimal amount, string currency)
    {
        Cost = (Cost ?? 0) + amount;
        CostsByKind[kind] = CostsByKind.GetValueOrDefault(kind) + amount;
        CostCurrencies.Add(currency);
    }

    /// <summary>What was to be sold; null: nobody set a target.</summary>
    public decimal? Target { get; set; }

    /// <summary>What became of what was sent; null: nobody reports it.</summary>
    public Reactions? Reactions { get; set; }

    public long QualifiedInvites { get; set; }

    /// <summary>Members of the scope with a qualified invite.</summary>
    public long Inviters { get; set; }

    /// <summary>Distinct people who joined in the interval and of whom the horizon has passed.</summary>
    public long Cohort { get; set; }

    /// <summary>Those of whom it has not passed.</summary>
    public long ImmatureCohort { get; set; }

    /// <summary>Those of <see cref="Cohort"/> who were members when it passed.</summary>
    public long Retained { get; set; }

    /// <summary>Distinct people who joined in the interval and of whom the first week has passed.</summary>
    public long Newcomers { get; set; }

    /// <summary>Those of whom it has not passed.</summary>
    public long ImmatureNewcomers { get; set; }

    /// <summary>Those of <see cref="Newcomers"/> who spoke in it.</summary>
    public long NewcomersWhoSpoke { get; set; }

    /// <summary>Adds what another group has over the same interval, of what adds up over groups.</summary>
    public void Add(MetricInputs other)
    {
        MembersAtStart += other.MembersAtStart;
        MembersAtEnd += other.MembersAtEnd;
        Joins += other.Joins;
        Leaves += other.Leaves;
        Comers += other.Comers;
        Leavers += other.Leavers;
        Messages += other.Messages;
        EffectiveMessages += other.EffectiveMessages;
        ActiveMembers += other.ActiveMembers;
        ExcludedAccounts += other.ExcludedAccounts;
        Exposures += other.Exposures;
        ExposedJoins += other.ExposedJoins;
        for (var i = 0; i < other.Days.Count; i++)
        {
            if (i == Days.Count)
            {
                Days.Add(default);
            }

            Days[i] = (Days[i].Active + other.Days[i].Active, Days[i].Present + other.Days[i].Present);
        }
    }
}

/// <summary>What became of what was sent (A.12 #8): each person once for each thing that was sent.</summary>
/// <param name="Delivered">Those whom it reached in the interval.</param>
/// <param name="OpenersOfDelivered">Those of them who opened it, whenever.</param>
/// <param name="Openers">Those who first opened it in the interval.</param>
/// <param name="Completers">Those of these who read it to the end, whenever.</param>
/// <param name="Commenters">Those of these who commented.</param>
/// <param name="Likers">Those of these who liked it.</param>
internal sealed record Reactions(long Delivered, long OpenersOfDelivered, long Openers, long Completers, long Commenters, long Likers)
{
    public Reactions Plus(Reactions? other) => other is null ? this : new Reactions(
        Delivered + other.Delivered, OpenersOfDelivered + other.OpenersOfDelivered, Openers + other.Openers, Completers + other.Completers, Commenters + other.Commenters,
        Likers + other.Likers);
}

/// <summary>What a metric is computed from; each flag is one or two statements, however many groups are asked for.</summary>
[Flags]
internal enum MetricSources
{
    None = 0,

    /// <summary>Messages, joins and leaves.</summary>
    Totals = 1 << 0,

    /// <summary>Members at a point in time: running sums.</summary>
    Members = 1 << 1,

    /// <summary>Members active and present by day.</summary>
    Days = 1 << 2,

    /// <summary>Distinct active members.</summary>
    ActiveMembers = 1 << 3,

    /// <summary>Distinct people who came.</summary>
    Comers = 1 << 4,

    /// <summary>Distinct people who left.</summary>
    Leavers = 1 << 5,

    /// <summary>Exposures, and joins through the channels that were shown.</summary>
    Exposures = 1 << 6,

    /// <summary>Distinct people who were members at any time.</summary>
    Persons = 1 << 7,

    Purchases = 1 << 8,

    /// <summary>Which buyers were members.</summary>
    BuyersAmongMembers = 1 << 9,

    Costs = 1 << 10,

    Invites = 1 << 11,

    Retention = 1 << 12,

    /// <summary>What became of content.</summary>
    Reactions = 1 << 13,

    Target = 1 << 14,

    Newcomers = 1 << 15,
}
