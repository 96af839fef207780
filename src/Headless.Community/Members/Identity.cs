namespace Headless.Community;

/// <summary>An account that a member has on a platform. (platform, external id) belongs to one member only.</summary>
[PersonalData]
public sealed class Identity : Entity
{
    public const int ExternalIdMaxLength = 200;
    public const int DisplayNameMaxLength = 200;

    public long MemberId { get; set; }

    public Member Member { get; set; } = null!;

    public Platform Platform { get; init; }

    /// <summary>The account's id on the platform: a union id, a user id, an IRC nick.</summary>
    [PersonalData(IsShown = true)]
    public required string ExternalId { get; init; }

    /// <summary>What the account calls itself there.</summary>
    [PersonalData(IsShown = true)]
    public string? DisplayName { get; set; }

    /// <summary>Whether somebody has checked that the account is this person's.</summary>
    public bool IsVerified { get; set; }

    /// <summary>Since when it is the account to reach the member by, UTC; null: it is not. At most one of a member's is.</summary>
    public DateTime? PrimarySince { get; set; }

    /// <summary>Whether it is the account to reach the member by.</summary>
    public bool IsPrimary => PrimarySince is not null;
}
