namespace Headless.Community;

/// <summary>Whether somebody may come into a group, requirement by requirement.</summary>
/// <param name="Policy">How people get into the group.</param>
/// <param name="Requirements">Each requirement of the group and whether it is met.</param>
public sealed record JoinEligibility(JoinPolicy Policy, IReadOnlyList<JoinRequirement> Requirements)
{
    /// <summary>False where a requirement is not met, null where none is but one cannot be told, and true otherwise.</summary>
    public bool? IsEligible =>
        Requirements.Any(r => r.State == RequirementState.Unmet) ? false
        : Requirements.Any(r => r.State == RequirementState.Unknown) ? null
        : true;
}

/// <summary>One requirement.</summary>
/// <param name="Kind">What is required.</param>
/// <param name="State">Whether it is met.</param>
/// <param name="Reason">Why, for a person, and what would help.</param>
public sealed record JoinRequirement(JoinRequirementKind Kind, RequirementState State, string Reason);

/// <summary>What is required of whoever wants to come into a group.</summary>
public enum JoinRequirementKind
{
    /// <summary>The group runs.</summary>
    GroupActive,

    /// <summary>There is room.</summary>
    Capacity,

    /// <summary>They are not there already.</summary>
    NotAMember,

    /// <summary>No ban keeps them out.</summary>
    NotBanned,

    /// <summary>INVITE_BY_ADMIN: somebody of the group's staff invites them .</summary>
    InvitedByStaff,

    /// <summary>MEMBER_REFERRAL: a member of the group recommends them .</summary>
    RecommendedByMember,

    /// <summary>CAMPAIGN: they took part in it .</summary>
    CampaignTakenPart,

    /// <summary>PAID: an order paid the fee .</summary>
    EntryFeePaid,

    /// <summary>They belong to the segment that the group is for .</summary>
    Segment,
}

/// <summary>Whether a requirement is met.</summary>
public enum RequirementState
{
    Met,
    Unmet,

    /// <summary>Nobody can tell from what is known here.</summary>
    Unknown,
}
