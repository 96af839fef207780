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

    private string _conditionJson = null!;
    private SegmentCondition? _condition;

    /// <summary>Unique.</summary>
    public required string Name { get; set; }

    public string? Description { get; set; }

    /// <summary>Whether it follows its condition; a frozen one is made by <see cref="Freeze"/>.</summary>
    public SegmentMode Mode { get; init; } = SegmentMode.Live;

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
    /// Who may know who is in it: the most protected of what its condition asks for, itself or by way of another segment. Being in it
    /// says as much about a member as what was asked.
    /// </summary>
    public PrivacyClass Privacy { get; set; } = PrivacyClass.Public;

    /// <summary>When it was frozen, UTC; null while it is live.</summary>
    public DateTime? FrozenAt { get; init; }

    /// <summary>How many members it had when they were last counted.</summary>
    public int MemberCount { get; private set; }

    /// <summary>Whether every member has to be looked at anew: the condition is new, or what it rests on has changed.</summary>
    public bool IsStale { get; set; } = true;

    /// <summary>Changes who belongs to it.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.SegmentFrozen"/>; <see cref="DomainErrorCodes.InvalidCondition"/>.</exception>
    public void ChangeCondition(SegmentCondition condition, PrivacyClass privacy)
    {
        if (Mode == SegmentMode.Frozen)
        {
            throw new DomainException(
                DomainErrorCodes.SegmentFrozen,
                $"'{Name}' is frozen: its condition is what it was at that time. Make a new segment with the other condition.");
        }

        Set(condition);
        (Privacy, IsStale) = (privacy, true);
    }

    /// <summary>A copy that keeps the members of this moment for good; they are put into it once it is saved.</summary>
    public Segment Freeze(string name, DateTime at) => new()
    {
        Name = name, Description = Description, ConditionJson = ConditionJson, Privacy = Privacy, Mode = SegmentMode.Frozen, FrozenAt = at, IsStale = false,
    };

    private void Set(SegmentCondition condition)
    {
        if (SegmentConditionCheck.Faults(condition) is [var fault, ..])
        {
            throw new DomainException(DomainErrorCodes.InvalidCondition, $"{fault.Field}: {fault.Message}");
        }

        (_condition, _conditionJson) = (condition, Segments.ConditionJson.Write(condition));
    }
}
