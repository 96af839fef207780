namespace Headless.Community;

/// <summary>Tags that belong together.</summary>
public sealed class TagGroup : Entity
{
    public const int NameMaxLength = 100;

    /// <summary>Unique.</summary>
    public required string Name { get; set; }

    /// <summary>Whether a member has at most one tag of the group. Decided when the group is made: members may hold several otherwise.</summary>
    public bool Exclusive { get; init; }

    /// <summary>A CSS colour.</summary>
    public string? Colour { get; set; }

    public List<Tag> Tags { get; } = [];
}
