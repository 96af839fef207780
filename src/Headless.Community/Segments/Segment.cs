using Headless.Community.Segments;

namespace Headless.Community;

/// <summary>
/// Members who fulfil a condition: an organisation-wide definition, so it looks at every member and at what happened in every
/// group, whoever reads it.
/// </summary>
public sealed class Segment : Entity
{
    public const int NameMaxLength = 100;
    public const int DescriptionMaxLength = 2000;

    /// <summary>The most segments there are: each is brought up to date with every change of a member.</summary>
    public const int Max = 500;

    private SegmentMode _mode = SegmentMode.Live;
    private string _conditionJson = null!;
    private SegmentCondition? _condition;
    private bool _usesPersonalData;

    /// <summary>Unique.</summary>
    public required string Name { get; set; }

    public string? Description { get; set; }

    /// <summary>Whether it follows its condition; changed by <see cref="Freeze"/>.</summary>
    public SegmentMode Mode
    {
        get => _mode;
        init => _mode = value;
    }

    /// <summary>The condition as it is stored.</summary>
    public string ConditionJson
    {
        get => _conditionJson;
        init => _conditionJson = value;
    }

    /// <summary>Who belongs to it.</summary>
    public SegmentCondition Condition
    {
        get => _condition ??= Segments.ConditionJson.Read(_conditionJson);
        init => Set(value);
    }

    /// <summary>
    /// Whether the condition, or that of a segment which it refers to, asks for personal data: then being in it says something about
    /// a person that not everybody may know.
    /// </summary>
    public bool UsesPersonalData
    {
        get => _usesPersonalData;
        init => _usesPersonalData = value;
    }

    /// <summary>When it was frozen, UTC; null while it is live.</summary>
    public DateTime? FrozenAt { get; private set; }

    /// <summary>How many members it had when they were last counted.</summary>
    public int MemberCount { get; private set; }

    /// <summary>When its members were last brought up to date, UTC; null: not yet.</summary>
    public DateTime? RefreshedAt { get; private set; }

    /// <summary>Whether every member has to be looked at anew: the condition is new, or what it rests on has changed.</summary>
    public bool IsStale { get; private set; } = true;

    /// <summary>Changes who belongs to it.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.SegmentFrozen"/>; <see cref="DomainErrorCodes.InvalidCondition"/>.</exception>
    public void ChangeCondition(SegmentCondition condition, bool usesPersonalData)
    {
        if (Mode == SegmentMode.Frozen)
        {
            throw new DomainException(
                DomainErrorCodes.SegmentFrozen,
                $"'{Name}' is frozen: its condition is what it was at that time. Make a new segment with the other condition.");
        }

        Set(condition);
        (_usesPersonalData, IsStale) = (usesPersonalData, true);
    }

    /// <summary>Keeps the members of this moment for good.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.SegmentFrozen"/>: it is frozen already.</exception>
    public void Freeze(DateTime at)
    {
        if (Mode == SegmentMode.Frozen)
        {
            throw new DomainException(DomainErrorCodes.SegmentFrozen, $"'{Name}' has been frozen at {FrozenAt:O}.");
        }

        (_mode, FrozenAt, IsStale) = (SegmentMode.Frozen, at, false);
    }

    private void Set(SegmentCondition condition)
    {
        if (SegmentConditionCheck.Faults(condition) is [var fault, ..])
        {
            throw new DomainException(DomainErrorCodes.InvalidCondition, $"{fault.Field}: {fault.Message}");
        }

        (_condition, _conditionJson) = (condition, Segments.ConditionJson.Write(condition));
    }
}
