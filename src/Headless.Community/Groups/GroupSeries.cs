namespace Headless.Community;

/// <summary>
/// Groups that are the same thing many times over, numbered, named by one template and with one look. It belongs to
/// the organisation: everybody may read it.
/// </summary>
public sealed class GroupSeries : Entity
{
    public const int NameMaxLength = 100;
    public const int PlaceMaxLength = 100;

    /// <summary>What it is called here; unique.</summary>
    public required string Name { get; set; }

    /// <summary>How its groups are named; see <see cref="Community.NameTemplate"/>.</summary>
    public required string NameTemplate { get; set; }

    /// <summary>The city in its groups' names, unless a group has one of its own.</summary>
    public string? City { get; set; }

    /// <summary>The topic in its groups' names, unless a group has one of its own.</summary>
    public string? Topic { get; set; }

    /// <summary>The picture that its groups should have; null: any.</summary>
    public string? AvatarUrl { get; set; }

    /// <summary>The line that its groups should have under their name; null: any.</summary>
    public string? Tagline { get; set; }

    /// <summary>The number that the next group gets. Counted up by one statement, so that two groups at once get two numbers.</summary>
    public int NextNumber { get; init; } = 1;

    public List<Group> Groups { get; } = [];

    /// <summary>The name that a group of the series should have.</summary>
    public string NameOf(int number, string? city, string? topic) => Community.NameTemplate.Render(NameTemplate, city ?? City, topic ?? Topic, number);
}
