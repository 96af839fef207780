namespace Headless.Community;

/// <summary>A member has a tag.</summary>
public sealed class MemberTag
{
    private TagSource _source = TagSource.Manual;
    private DateTime? _expiresAt;

    public long Id { get; init; }

    public long MemberId { get; init; }

    public Member Member { get; init; } = null!;

    public long TagId { get; init; }

    public Tag Tag { get; init; } = null!;

    /// <summary>What gave it.</summary>
    public TagSource Source
    {
        get => _source;
        init => _source = value;
    }

    /// <summary>Who gave it, when it was a person.</summary>
    public long? AddedById { get; init; }

    public Operator? AddedBy { get; init; }

    /// <summary>Since when, UTC.</summary>
    public DateTime AddedAt { get; init; }

    /// <summary>Until when, UTC; null: for good.</summary>
    public DateTime? ExpiresAt
    {
        get => _expiresAt;
        init => _expiresAt = value;
    }

    internal bool IsOf(Tag tag) => ReferenceEquals(Tag, tag) || (tag.Id != 0 && TagId == tag.Id);

    internal void Renew(TagSource source, DateTime? expiresAt) => (_source, _expiresAt) = (source, expiresAt);
}
