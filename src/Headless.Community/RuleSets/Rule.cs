namespace Headless.Community;

/// <summary>
/// One rule of a version of a rule set. A FLOOD, REPEAT, LINK or FORBIDDEN_CONTENT rule is watched over by its figures; any other kind
/// by its word lists and its pattern where it has them. A rule without either is for people, who report what breaks it.
/// </summary>
public sealed class Rule : Entity
{
    public const int TextMaxLength = 1000;
    public const int PatternMaxLength = 500;
    public const int AllowedHostsMaxLength = 2000;

    /// <summary>The most word lists of a rule.</summary>
    public const int MaxWordLists = 20;

    /// <summary>What is remembered of a member's messages in a group: no figure of a rule may need more.</summary>
    public const int MaxRemembered = 200;

    /// <summary>How far back a figure of a rule may look, in seconds: a day.</summary>
    public const int MaxSeconds = 86_400;

    public long RuleSetVersionId { get; set; }

    public RuleSetVersion RuleSetVersion { get; set; } = null!;

    /// <summary>Its place among the rules, from 0.</summary>
    public int Position { get; set; }

    public RuleKind Kind { get; init; }

    public RuleSeverity Severity { get; init; }

    /// <summary>What members read.</summary>
    public required string Text { get; init; }

    /// <summary>Whether what is found is a violation without anybody's decision; otherwise it waits for one.</summary>
    public bool IsAutomatic { get; init; }

    /// <summary>Whether accounts that staff or a machine control are watched, too.</summary>
    public bool WatchesStaff { get; init; }

    /// <summary>A regular expression that a text of a violation matches, in linear time; null: none.</summary>
    public string? Pattern { get; init; }

    /// <summary>LINK: hosts that are allowed with their subdomains, one on each line.</summary>
    public string? AllowedHosts { get; init; }

    /// <summary>FLOOD: so many messages are bearable in <see cref="WithinSeconds"/>. REPEAT: the so manieth time of one text is one too many.</summary>
    public int? MaxMessages { get; init; }

    /// <summary>FLOOD, REPEAT: how many seconds back is counted.</summary>
    public int? WithinSeconds { get; init; }

    /// <summary>FORBIDDEN_CONTENT: <see cref="ContentTypes"/> as it is stored.</summary>
    public MessageContentType? ContentTypeFlags { get; init; }

    /// <summary>FORBIDDEN_CONTENT: what does not belong there.</summary>
    public IReadOnlyList<MessageContentType> ContentTypes
    {
        get => Flags.ToList(ContentTypeFlags ?? 0);
        init => ContentTypeFlags = value.Count == 0 ? null : Flags.FromList(value);
    }

    public List<RuleWordList> RuleWordLists { get; } = [];

    public List<SensitiveWordList> WordLists { get; } = [];
}

/// <summary>A list of words that a rule looks for.</summary>
public sealed class RuleWordList
{
    public long RuleId { get; set; }

    public Rule Rule { get; set; } = null!;

    public long SensitiveWordListId { get; set; }

    public SensitiveWordList SensitiveWordList { get; set; } = null!;
}
