namespace Headless.Community;

/// <summary>What makes a brand's groups recognisable .</summary>
public sealed class GroupBranding
{
    public const int NameTemplateMaxLength = 200;
    public const int AvatarUrlMaxLength = 2000;
    public const int TaglineMaxLength = 200;

    /// <summary>How the group's name is built, for example <c>{city}{topic}群{seq}</c>.</summary>
    public string? NameTemplate { get; set; }

    /// <summary>The group's picture.</summary>
    public string? AvatarUrl { get; set; }

    /// <summary>One line under the name.</summary>
    public string? Tagline { get; set; }
}
