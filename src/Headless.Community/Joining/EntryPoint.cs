namespace Headless.Community;

/// <summary>
/// 活码, a live code: one code or link in the world that leads to the first of its targets that can still take somebody.
/// Its counts are of what was reported, and are not edits: <see cref="Entity.Version"/> stays.
/// </summary>
public sealed class EntryPoint : Entity
{
    public const int NameMaxLength = 200;
    public const int CodeMaxLength = 64;

    /// <summary>The most targets that one may have.</summary>
    public const int MaxTargets = 50;

    private static readonly StateMachine<EntryPointStatus> s_statuses = new(
        "entry point",
        (EntryPointStatus.Active, EntryPointStatus.Paused),
        (EntryPointStatus.Paused, EntryPointStatus.Active),
        (EntryPointStatus.Active, EntryPointStatus.Retired),
        (EntryPointStatus.Paused, EntryPointStatus.Retired));

    private EntryPointStatus _status = EntryPointStatus.Active;

    /// <summary>What stands in the code or link; unique, never given again.</summary>
    public required string Code { get; init; }

    public required string Name { get; set; }

    /// <summary>The channel that it stands for: who comes through it came through that.</summary>
    public long JoinChannelId { get; init; }

    public JoinChannel JoinChannel { get; init; } = null!;

    /// <summary>The campaign that it is part of.</summary>
    public long? CampaignId { get; set; }

    public Campaign? Campaign { get; init; }

    /// <summary>Whether it leads anywhere; changed by <see cref="Pause"/>, <see cref="Resume"/>, <see cref="Retire"/>.</summary>
    public EntryPointStatus Status
    {
        get => _status;
        init => _status = value;
    }

    /// <summary>The account of staff that it leads to when no target can take anybody. It may be gone: then nothing stands in.</summary>
    public long? FallbackIdentityId { get; set; }

    /// <summary>Where it leads, by <see cref="EntryPointTarget.Position"/>.</summary>
    public List<EntryPointTarget> Targets { get; } = [];

    /// <summary>The target that it led to when somebody last came; null: none yet, or the fallback.</summary>
    public long? LastTargetId { get; init; }

    /// <summary>How often it was shown.</summary>
    public long ExposureCount { get; init; }

    public long ScanCount { get; init; }

    /// <summary>How many added the account of staff that it led to.</summary>
    public long FriendCount { get; init; }

    public long InviteCount { get; init; }

    public long JoinCount { get; init; }

    /// <exception cref="InvalidTransitionException">It is paused or retired.</exception>
    public void Pause() => _status = s_statuses.Step(Status, EntryPointStatus.Paused);

    /// <exception cref="InvalidTransitionException">It is active or retired.</exception>
    public void Resume() => _status = s_statuses.Step(Status, EntryPointStatus.Active);

    /// <exception cref="InvalidTransitionException">It is retired.</exception>
    public void Retire() => _status = s_statuses.Step(Status, EntryPointStatus.Retired);
}

/// <summary>Whether an entry point leads anywhere. Stored as a number: a value is never changed or given again.</summary>
public enum EntryPointStatus : byte
{
    Active = 1,

    /// <summary>Leads nowhere for now.</summary>
    Paused = 2,

    /// <summary>Leads nowhere any more.</summary>
    Retired = 3,
}

/// <summary>A group or an account of staff that an entry point leads to: one of the two.</summary>
public sealed class EntryPointTarget : Entity
{
    public long EntryPointId { get; init; }

    public EntryPoint EntryPoint { get; init; } = null!;

    /// <summary>Its place, from 0: the first that can take somebody is the one.</summary>
    public int Position { get; set; }

    public long? GroupId { get; init; }

    public Group? Group { get; init; }

    /// <summary>The account that people add as a friend, and that invites them .</summary>
    public long? IdentityId { get; init; }

    public Identity? Identity { get; init; }

    /// <summary>How many it takes: members of the group, or friends made through this target; null: what the platform's policy says.</summary>
    public int? Limit { get; set; }

    /// <summary>How many scans it was the answer to.</summary>
    public long ScanCount { get; init; }

    /// <summary>How many became friends with the account through it.</summary>
    public long FriendCount { get; init; }
}
