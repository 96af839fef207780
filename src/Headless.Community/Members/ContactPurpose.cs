namespace Headless.Community;

/// <summary>What somebody is contacted for. Stored as a number: a value is never changed or given again.</summary>
public enum ContactPurpose : byte
{
    /// <summary>Offers, campaigns, invitations to buy.</summary>
    Marketing = 1,

    /// <summary>Their orders, questions and complaints.</summary>
    Service = 2,

    /// <summary>Surveys, interviews, visits.</summary>
    Research = 3,

    /// <summary>The digest of a group's day, its morning issue.</summary>
    Digest = 4,
}
