namespace Headless.Metrics;

/// <summary>What the formulas need of a scope over an interval. Counts of people are of customers' accounts, once in each group.</summary>
internal sealed class MetricInputs
{
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

    /// <summary>Adds the inputs of another group over the same interval.</summary>
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

/// <summary>The rollup statements that a metric needs; each flag is one statement, however many groups are asked for.</summary>
[Flags]
internal enum MetricSources
{
    None = 0,

    /// <summary>Messages, joins and leaves of the interval, from <c>GroupHour</c>.</summary>
    Hours = 1 << 0,

    /// <summary>Members at a point in time: running sums over <c>GroupHour</c>.</summary>
    Members = 1 << 1,

    /// <summary>Members active and present by day, from <c>GroupDay</c>.</summary>
    Days = 1 << 2,

    /// <summary>Distinct active members, from <c>MemberDay</c>.</summary>
    ActiveMembers = 1 << 3,

    /// <summary>Distinct people who came, from <c>Membership</c>.</summary>
    Comers = 1 << 4,

    /// <summary>Distinct people who left, from <c>Membership</c>.</summary>
    Leavers = 1 << 5,

    /// <summary>Exposures by day and channel, from <c>EntryDay</c>, and joins through those channels, from <c>Membership</c>.</summary>
    Exposures = 1 << 6,
}
