namespace Headless.Community;

/// <summary>A person, in however many groups and on however many platforms .</summary>
public sealed class Member : Entity
{
    public const int DisplayNameMaxLength = 200;
    public const int PlaceMaxLength = 100;
    public const int PhoneMaxLength = 32;
    public const int EmailMaxLength = 254;
    public const int NoteMaxLength = 4000;

    private long? _tierId;

    /// <summary>The name that staff see; at first the one of the first identity.</summary>
    [PersonalData(IsShown = true)]
    public required string DisplayName { get; set; }

    [PersonalData(IsShown = true)]
    public Gender? Gender { get; set; }

    /// <summary>The year of birth. Personal data.</summary>
    [PersonalData]
    public int? BirthYear { get; set; }

    /// <summary>The province or state.</summary>
    [PersonalData(IsShown = true)]
    public string? Region { get; set; }

    [PersonalData(IsShown = true)]
    public string? City { get; set; }

    /// <summary>The telephone number. Personal data.</summary>
    [PersonalData]
    public string? Phone { get; set; }

    /// <summary>The e-mail address. Personal data.</summary>
    [PersonalData]
    public string? Email { get; set; }

    [PersonalData(IsShown = true)]
    public ContactChannel? PreferredContactChannel { get; set; }

    /// <summary>The customer level; changed by <see cref="SetTier"/>.</summary>
    public long? TierId
    {
        get => _tierId;
        init => _tierId = value;
    }

    public MemberTier? Tier { get; init; }

    /// <summary>What staff should know. Personal data.</summary>
    [PersonalData]
    public string? Note { get; set; }

    /// <summary>The time of their first activity anywhere, UTC.</summary>
    public DateTime? FirstSeenAt { get; set; }

    /// <summary>The time of their last activity anywhere, UTC.</summary>
    public DateTime? LastActiveAt { get; set; }

    /// <summary>The record that this one was merged into; null: none.</summary>
    public long? MergedIntoId { get; init; }

    public Member? MergedInto { get; init; }

    /// <summary>When the person was removed from the record, UTC; null: they are in it.</summary>
    public DateTime? ErasedAt { get; init; }

    /// <summary>The accounts they have on platforms.</summary>
    public List<Identity> Identities { get; } = [];

    /// <summary>Every stay in every group, ended or not.</summary>
    public List<Membership> Memberships { get; } = [];

    /// <summary>Their tags with source and time.</summary>
    public List<MemberTag> MemberTags { get; } = [];

    /// <summary>Their tags. To change them use <see cref="AddTag"/> and <see cref="RemoveTag"/>.</summary>
    public List<Tag> Tags { get; } = [];

    public List<Order> Orders { get; } = [];

    /// <summary>What they answered in surveys.</summary>
    public List<SurveyAnswer> SurveyAnswers { get; } = [];

    /// <summary>What is known of them in the brand's own terms.</summary>
    public List<MemberAttribute> Attributes { get; } = [];

    /// <summary>Every change of their tier.</summary>
    public List<MemberTierChange> TierChanges { get; } = [];

    /// <summary>What kind of customer they are; kept by <see cref="Headless.Community.MemberClasses.MemberClassification"/>, past the version.</summary>
    public MemberClass Class { get; private set; }

    /// <summary>Since when, UTC; null: they have never been in another class than the first.</summary>
    public DateTime? ClassSince { get; private set; }

    /// <summary>The other rules that match.</summary>
    public ClassSet ClassConflicts { get; private set; }

    /// <summary>The numbers that the class rests on, as JSON.</summary>
    public string? ClassEvidence { get; private set; }

    /// <summary>How much they take part; kept once a day, past the version.</summary>
    public EngagementLevel Engagement { get; private set; }

    /// <summary>Since when, UTC; null: it has not changed since it was first known.</summary>
    public DateTime? EngagementSince { get; private set; }

    /// <summary>Every change of their class.</summary>
    public List<MemberClassChange> ClassChanges { get; } = [];

    /// <summary>Where and for what they want to be contacted, as they have said.</summary>
    public List<ContactPreference> ContactPreferences { get; } = [];

    /// <summary>When and where somebody turned to them.</summary>
    public List<MemberTouch> Touches { get; } = [];
    /// <summary>What keeps or kept them out .</summary>
    public List<Ban> Bans { get; } = [];

    /// <summary>
    /// Gives the member a tag. One that is there already gets the new source and expiry. <see cref="MemberTags"/> must be
    /// loaded with their <see cref="MemberTag.Tag"/>, and <see cref="Tag.TagGroup"/> of <paramref name="tag"/> too. With
    /// <paramref name="replaceExclusive"/> the other tag of an exclusive group is taken away instead of the new one refused.
    /// </summary>
    /// <exception cref="DomainException">
    /// <see cref="DomainErrorCodes.ExclusiveTagConflict"/>: the member has another tag of an exclusive group.
    /// </exception>
    public MemberTag AddTag(
        Tag tag, TagSource source, DateTime at, long? addedById = null, DateTime? expiresAt = null, bool replaceExclusive = false)
    {
        Interval.Require(at, expiresAt, "addedAt", "expiresAt");
        if (MemberTags.Find(held => held.IsOf(tag)) is { } existing)
        {
            existing.Renew(source, expiresAt);
            return existing;
        }

        if (tag.TagGroup is { Exclusive: true } group)
        {
            var rivals = MemberTags.Where(held => held.Tag.IsIn(group)).ToList();
            if (rivals.Count > 0 && !replaceExclusive)
            {
                throw new DomainException(
                    DomainErrorCodes.ExclusiveTagConflict,
                    $"The member has the tag '{rivals[0].Tag.Name}' and '{group.Name}' allows one tag at a time: remove it first, or replace it.");
            }

            rivals.ForEach(rival => MemberTags.Remove(rival));
        }

        var added = new MemberTag
        {
            Member = this, MemberId = Id, Tag = tag, TagId = tag.Id, Source = source, AddedAt = at, AddedById = addedById, ExpiresAt = expiresAt,
        };
        MemberTags.Add(added);
        return added;
    }

    /// <summary>Takes a tag away; false when the member does not have it. <see cref="MemberTags"/> must be loaded.</summary>
    public bool RemoveTag(Tag tag) => MemberTags.RemoveAll(held => held.IsOf(tag)) > 0;

    /// <summary>Gives the member another tier, or with null takes theirs away, and returns the change for the history.</summary>
    /// <exception cref="DomainException">
    /// <see cref="DomainErrorCodes.TierUnchanged"/>: they have it. <see cref="DomainErrorCodes.TierRetired"/>: nobody is given it any more.
    /// </exception>
    public MemberTierChange SetTier(MemberTier? tier, DateTime at, long? byId, string? reason)
    {
        if (tier?.Id == _tierId)
        {
            throw new DomainException(
                DomainErrorCodes.TierUnchanged, tier is null ? "The member has no tier." : $"The member has the tier '{tier.Name}' already.");
        }

        if (tier is { IsRetired: true })
        {
            throw new DomainException(DomainErrorCodes.TierRetired, $"The tier '{tier.Name}' is retired: nobody is given it any more.");
        }

        var change = new MemberTierChange { MemberId = Id, FromTierId = _tierId, ToTierId = tier?.Id, ChangedAt = at, ChangedById = byId, Reason = reason };
        _tierId = tier?.Id;
        return change;
    }
}
