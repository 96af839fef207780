namespace Headless.Community;

/// <summary>A person, in however many groups and on however many platforms .</summary>
public sealed class Member : Entity
{
    public const int DisplayNameMaxLength = 200;
    public const int PlaceMaxLength = 100;
    public const int PhoneMaxLength = 32;
    public const int EmailMaxLength = 254;
    public const int TierMaxLength = 50;
    public const int NoteMaxLength = 4000;

    /// <summary>The name that staff see; at first the one of the first identity.</summary>
    public required string DisplayName { get; set; }

    public Gender? Gender { get; set; }

    /// <summary>The year of birth. Personal data.</summary>
    public int? BirthYear { get; set; }

    /// <summary>The province or state.</summary>
    public string? Region { get; set; }

    public string? City { get; set; }

    /// <summary>The telephone number. Personal data.</summary>
    public string? Phone { get; set; }

    /// <summary>The e-mail address. Personal data.</summary>
    public string? Email { get; set; }

    public ContactChannel? PreferredContactChannel { get; set; }

    /// <summary>The customer level, by the brand's own name for it .</summary>
    public string? Tier { get; set; }

    /// <summary>What staff should know. Personal data.</summary>
    public string? Note { get; set; }

    /// <summary>The time of their first activity anywhere, UTC.</summary>
    public DateTime? FirstSeenAt { get; set; }

    /// <summary>The time of their last activity anywhere, UTC.</summary>
    public DateTime? LastActiveAt { get; set; }

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
}
