namespace Headless.Community;

/// <summary>A customer level of the brand: what its members get, and how soon they are answered .</summary>
public sealed class MemberTier : Entity
{
    public const int NameMaxLength = 50;
    public const int BenefitsMaxLength = 2000;

    /// <summary>The brand's name for it. Unique.</summary>
    public required string Name { get; set; }

    /// <summary>Its place among the tiers: the greater, the higher. Unique.</summary>
    public int Rank { get; set; }

    /// <summary>What its members get, for a person.</summary>
    public string? Benefits { get; set; }

    public SupportPriority SupportPriority { get; set; } = SupportPriority.Standard;

    /// <summary>Whether nobody is given it any more; members who have it keep it.</summary>
    public bool IsRetired { get; set; }

    /// <summary>The members who have it.</summary>
    public List<Member> Members { get; } = [];
}

/// <summary>A member was given another tier, or lost theirs. Never changes.</summary>
public sealed class MemberTierChange
{
    public const int ReasonMaxLength = 500;

    public long Id { get; init; }

    public long MemberId { get; set; }

    public Member Member { get; set; } = null!;

    public long? FromTierId { get; init; }

    /// <summary>The tier before; null: none.</summary>
    public MemberTier? FromTier { get; init; }

    public long? ToTierId { get; init; }

    /// <summary>The tier after; null: none.</summary>
    public MemberTier? ToTier { get; init; }

    /// <summary>When, UTC.</summary>
    public DateTime ChangedAt { get; init; }

    public long? ChangedById { get; init; }

    /// <summary>Who decided it; null where it was no person.</summary>
    public Operator? ChangedBy { get; init; }

    /// <summary>Why.</summary>
    [PersonalData]
    public string? Reason { get; init; }
}
