namespace Headless.Community;

/// <summary>
/// How a group looks on its platform. How the groups of a series should look is said by the series; where the two differ
/// is in <see cref="Group.Deviations"/>.
/// </summary>
public sealed class GroupBranding
{
    public const int AvatarUrlMaxLength = 2000;
    public const int TaglineMaxLength = 200;

    /// <summary>The group's picture.</summary>
    public string? AvatarUrl { get; set; }

    /// <summary>One line under the name.</summary>
    public string? Tagline { get; set; }
}
