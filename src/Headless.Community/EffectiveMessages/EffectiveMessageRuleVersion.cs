namespace Headless.Community;

/// <summary>What becomes of a version of the rule. Stored as a number: a value is never changed or given again.</summary>
public enum EffectiveMessageRuleStatus : short
{
    /// <summary>The log is being judged by it; figures are still those of the active one.</summary>
    Counting = 1,

    /// <summary>Figures are counted by it.</summary>
    Active = 2,

    /// <summary>Figures were counted by it, and are by a later one now.</summary>
    Superseded = 3,

    /// <summary>It was taken back before any figure was counted by it.</summary>
    Withdrawn = 4,
}

/// <summary>
/// A version of the rule for effective messages 有效发言 (A-221, A.12 #6): which messages count. One is active. A new one is counted beside it, message by
/// message, until everything is judged; then figures are changed to it at once.
/// </summary>
public sealed class EffectiveMessageRuleVersion : Entity
{
    public const int NoteMaxLength = 500;
    public const int MaxExcludedTexts = 200;
    public const int ExcludedTextMaxLength = 50;
    public const int MaxCharacters = 100;

    private static readonly StateMachine<EffectiveMessageRuleStatus> s_statuses = new(
        "version of the rule",
        (EffectiveMessageRuleStatus.Counting, EffectiveMessageRuleStatus.Active),
        (EffectiveMessageRuleStatus.Counting, EffectiveMessageRuleStatus.Withdrawn),
        (EffectiveMessageRuleStatus.Active, EffectiveMessageRuleStatus.Superseded));

    private EffectiveMessageRuleStatus _status = EffectiveMessageRuleStatus.Counting;
    private DateTime? _activatedAt;
    private DateTime? _endedAt;
    private EffectiveMessageConditions? _conditions;

    /// <summary>1, 2, 3 …</summary>
    public short Number { get; init; }

    public EffectiveMessageRuleStatus Status
    {
        get => _status;
        init => _status = value;
    }

    /// <summary>So many letters make a message.</summary>
    public int MinLetters { get; init; } = 2;

    /// <summary>So do so many CJK characters.</summary>
    public int MinCjkCharacters { get; init; } = 1;

    /// <summary>It has at least so many characters besides, white space around it left out; 0: any number.</summary>
    public int MinLength { get; init; }

    public bool ExcludesCommands { get; init; } = true;

    public bool ExcludesRepeats { get; init; } = true;

    /// <summary>Whole texts that never count, one in each line.</summary>
    public string ExcludedTextLines { get; init; } = string.Empty;

    /// <summary>Kinds of messages that never count, together; 0: none.</summary>
    public MessageContentType ExcludedTypes { get; init; }

    /// <summary>Why there is another version.</summary>
    public string? Note { get; init; }

    public long? PublishedById { get; init; }

    public Operator? PublishedBy { get; init; }

    /// <summary>When figures were changed to it, UTC; null: they were not.</summary>
    public DateTime? ActivatedAt
    {
        get => _activatedAt;
        init => _activatedAt = value;
    }

    /// <summary>When they were changed to a later one, or it was taken back, UTC.</summary>
    public DateTime? EndedAt
    {
        get => _endedAt;
        init => _endedAt = value;
    }

    /// <summary>The last activity that is judged anew; those after it are judged by both versions as they come.</summary>
    public long UpToActivityId { get; init; }

    /// <summary>How many messages there are to judge anew, by the rollups when it was published.</summary>
    public long MessageCount { get; init; }

    /// <summary>How many of them are judged.</summary>
    public long JudgedCount { get; init; }

    /// <summary>How many of them it judges otherwise than the active version.</summary>
    public long ChangedCount { get; init; }

    /// <summary>How many of them stay as they are, because their texts are not kept any longer.</summary>
    public long WithoutTextCount { get; init; }

    /// <summary>The group in which the judging stands; those of smaller ids are done.</summary>
    public long GroupCursor { get; init; }

    /// <summary>The last activity that was judged in that group.</summary>
    public long ActivityCursor { get; init; }

    /// <summary>Whole texts that never count.</summary>
    public IReadOnlyList<string> ExcludedTexts => ExcludedTextLines.Length == 0 ? [] : ExcludedTextLines.Split('\n');

    /// <summary>Kinds of messages that never count.</summary>
    public IReadOnlyList<MessageContentType> ExcludedContentTypes => [.. Enum.GetValues<MessageContentType>().Where(type => (ExcludedTypes & type) != 0)];

    /// <summary>How much of the log is judged, 0 to 1.</summary>
    public double Progress => Status switch
    {
        EffectiveMessageRuleStatus.Active or EffectiveMessageRuleStatus.Superseded => 1,
        _ => MessageCount == 0 ? 0 : Math.Min(1, (double)JudgedCount / MessageCount),
    };

    /// <summary>Judges messages as it says.</summary>
    public EffectiveMessageConditions Conditions => _conditions ??= new EffectiveMessageConditions(
        MinLetters, MinCjkCharacters, MinLength, ExcludesCommands, ExcludesRepeats, ExcludedTexts, ExcludedTypes);

    /// <summary>Whether another version judges every message alike.</summary>
    public bool SaysTheSame(EffectiveMessageRuleVersion other) =>
        (MinLetters, MinCjkCharacters, MinLength, ExcludesCommands, ExcludesRepeats, ExcludedTypes)
            == (other.MinLetters, other.MinCjkCharacters, other.MinLength, other.ExcludesCommands, other.ExcludesRepeats, other.ExcludedTypes)
        && ExcludedTexts.ToHashSet(StringComparer.OrdinalIgnoreCase).SetEquals(other.ExcludedTexts);

    /// <summary>Figures are counted by it from now on.</summary>
    /// <exception cref="InvalidTransitionException">It is not being counted.</exception>
    public void Activate(DateTime at) => (_status, _activatedAt) = (s_statuses.Step(Status, EffectiveMessageRuleStatus.Active), at);

    /// <summary>Figures are counted by a later one from now on.</summary>
    /// <exception cref="InvalidTransitionException">It is not the active one.</exception>
    public void Supersede(DateTime at) => (_status, _endedAt) = (s_statuses.Step(Status, EffectiveMessageRuleStatus.Superseded), at);

    /// <summary>No figure is to be counted by it.</summary>
    /// <exception cref="InvalidTransitionException">It is not being counted.</exception>
    public void Withdraw(DateTime at) => (_status, _endedAt) = (s_statuses.Step(Status, EffectiveMessageRuleStatus.Withdrawn), at);
}

/// <summary>
/// A message that the version which is being counted judges otherwise than the active one. When figures are changed to that version these are
/// what changes, and are forgotten.
/// </summary>
[Unaudited]
public sealed class EffectiveMessageChange
{
    public long ActivityId { get; init; }

    /// <summary>Whether it is effective if its account counts.</summary>
    public bool IsEffective { get; init; }
}
