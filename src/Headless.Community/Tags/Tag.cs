namespace Headless.Community;

/// <summary>A word that says something about members .</summary>
public sealed class Tag : Entity
{
    public const int NameMaxLength = 100;
    public const int ColourMaxLength = 32;

    /// <summary>Unique within its group; unique among the tags without group too.</summary>
    public required string Name { get; set; }

    /// <summary>A CSS colour; the group's when null.</summary>
    public string? Colour { get; set; }

    public long? TagGroupId { get; init; }

    public TagGroup? TagGroup { get; init; }

    public List<MemberTag> MemberTags { get; } = [];

    /// <summary>The members that have it.</summary>
    public List<Member> Members { get; } = [];

    internal bool IsIn(TagGroup group) => ReferenceEquals(TagGroup, group) || (group.Id != 0 && TagGroupId == group.Id);
}
