namespace Headless.Community;

/// <summary>Where an entry point leads now, and why.</summary>
/// <param name="EntryPointId">The entry point.</param>
/// <param name="Outcome">Whether it leads to a target, to the fallback or nowhere.</param>
/// <param name="Target">The target; null for the fallback and nowhere.</param>
/// <param name="IdentityId">The account of staff, of the target or the fallback.</param>
/// <param name="Targets">What each target answered, in their order.</param>
public sealed record EntryResolution(
    long EntryPointId, EntryOutcome Outcome, EntryPointTarget? Target, long? IdentityId, IReadOnlyList<EntryTargetState> Targets)
{
    /// <summary>
    /// The group that a person who comes now would end up in: the target, or the first group that can take somebody, or else the
    /// last one, so that what is reported always belongs to one. Null where no group is among the targets.
    /// </summary>
    public long? GroupId =>
        Target?.GroupId
        ?? Targets.FirstOrDefault(t => t.Target.GroupId is not null && t.Availability == EntryAvailability.Open)?.Target.GroupId
        ?? Targets.LastOrDefault(t => t.Target.GroupId is not null)?.Target.GroupId;
}

/// <summary>Whether a target can take somebody.</summary>
/// <param name="Target">The target.</param>
/// <param name="Availability">Whether it can.</param>
/// <param name="Count">Members of the group, or friends made through the target.</param>
/// <param name="Limit">How many it takes; null: no limit is known.</param>
/// <param name="LimitSource">Where the limit comes from.</param>
public sealed record EntryTargetState(
    EntryPointTarget Target, EntryAvailability Availability, long Count, int? Limit, EntryLimitSource LimitSource);

/// <summary>Where an entry point leads.</summary>
public enum EntryOutcome
{
    Target,

    /// <summary>No target can take anybody: the account of staff that stands in.</summary>
    Fallback,

    /// <summary>No target can take anybody, and nothing stands in.</summary>
    Full,

    /// <summary>The entry point is paused or retired.</summary>
    Off,
}

/// <summary>Whether a target can take somebody.</summary>
public enum EntryAvailability
{
    Open,

    /// <summary>It has reached its limit.</summary>
    Full,

    /// <summary>The group does not run.</summary>
    Closed,
}

/// <summary>Where a target's limit comes from.</summary>
public enum EntryLimitSource
{
    /// <summary>No limit is known.</summary>
    None,

    /// <summary>The target's own.</summary>
    Own,

    /// <summary>The platform's policy .</summary>
    PlatformPolicy,

    /// <summary>What the group takes at all.</summary>
    GroupCapacity,
}
