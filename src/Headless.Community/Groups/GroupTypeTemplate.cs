namespace Headless.Community;

/// <summary>
/// What groups of a type are for, what tells whether they do well, and who runs them: what a new group begins with
/// where nothing else is said. One row for each type. The product ships them; a LEAD changes them, and no upgrade changes a row that
/// is there.
/// </summary>
public sealed class GroupTypeTemplate : Entity
{
    public const int KeyMetricsMaxLength = 500;
    public const int GuidanceMaxLength = 1000;

    public GroupType Type { get; init; }

    /// <summary><see cref="Purposes"/> as it is stored.</summary>
    public GroupPurpose PurposeFlags { get; set; }

    /// <summary>What a new group of the type is for.</summary>
    public IReadOnlyList<GroupPurpose> Purposes
    {
        get => Flags.ToList(PurposeFlags);
        set => PurposeFlags = Flags.FromList(value);
    }

    /// <summary>The metrics that tell whether such a group does well: names of metrics, the first counting most, separated by blanks.</summary>
    public required string KeyMetrics { get; set; }

    /// <summary>How many administrators such a group should have at least.</summary>
    public int MinAdmins { get; set; }

    /// <summary>How many administrators such a group needs at most.</summary>
    public int MaxAdmins { get; set; }

    /// <summary>What such a group lives on, in words.</summary>
    public string? Guidance { get; set; }

    /// <summary>The shipped rows, with negative keys as all rows that come with migrations.</summary>
    internal static IEnumerable<GroupTypeTemplate> Shipped
    {
        get
        {
            var at = new DateTime(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc);
            GroupTypeTemplate Row(GroupType type, GroupPurpose purposes, string metrics, int minAdmins, int maxAdmins, string guidance) => new()
            {
                Id = -(long)type, Type = type, PurposeFlags = purposes, KeyMetrics = metrics, MinAdmins = minAdmins, MaxAdmins = maxAdmins,
                Guidance = guidance, CreatedAt = at, UpdatedAt = at, Version = 1,
            };

            yield return Row(
                GroupType.Traffic, GroupPurpose.Acquire | GroupPurpose.Activate, "JOIN_COUNT MEMBER_COUNT LEAVE_RATE INTERACTION_RATE", 1, 3,
                "Takes traffic in, from a low price to a higher one: perks, daily topics, play.");
            yield return Row(
                GroupType.Benefit, GroupPurpose.Retain | GroupPurpose.Convert, "INTERACTION_RATE ACTIVE_MEMBER_RATE LEAVE_RATE", 1, 1,
                "Deals and repurchase for many at a low price with little staff: perks, tasks, sharing.");
            yield return Row(
                GroupType.Flash, GroupPurpose.Convert, "JOIN_COUNT MESSAGES_PER_ACTIVE_MEMBER ACTIVE_MEMBER_RATE", 1, 3,
                "Sells fast and closes by its date: orders shown, saving guides, red packets.");
            yield return Row(
                GroupType.Vip, GroupPurpose.Retain | GroupPurpose.Convert, "ACTIVE_MEMBER_RATE INTERACTION_RATE LEAVE_RATE", 1, 3,
                "Core customers: an exclusive price and a short way to service.");
            yield return Row(
                GroupType.General, GroupPurpose.Activate, "INTERACTION_RATE MEMBER_COUNT LEAVE_RATE", 1, 3,
                "None of the others: say what it is for.");
        }
    }
}
