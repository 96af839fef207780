namespace Headless.Community;

/// <summary>What members should call themselves in a group .</summary>
public sealed class NicknameRule
{
    public const int TemplateMaxLength = 200;
    public const int PatternMaxLength = 500;

    /// <summary>The form in words, for example 「所属地区 药店名称」.</summary>
    public string? Template { get; set; }

    /// <summary>A regular expression that a nickname of that form matches.</summary>
    public string? Pattern { get; set; }
}
