namespace Headless.Community;

/// <summary>An account that a member has on a platform. (platform, external id) belongs to one member only.</summary>
public sealed class Identity : Entity
{
    public const int ExternalIdMaxLength = 200;
    public const int DisplayNameMaxLength = 200;

    public long MemberId { get; set; }

    public Member Member { get; set; } = null!;

    public Platform Platform { get; init; }

    /// <summary>The account's id on the platform: a union id, a user id, an IRC nick.</summary>
    public required string ExternalId { get; init; }

    /// <summary>What the account calls itself there.</summary>
    public string? DisplayName { get; set; }

    /// <summary>Whether somebody has checked that the account is this person's.</summary>
    public bool IsVerified { get; set; }
}
