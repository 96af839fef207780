namespace Headless.Community;

/// <summary>How often a category is meant to be used in a group, in words .</summary>
public enum ContentCadence : byte
{
    /// <summary>促活.</summary>
    High = 1,

    /// <summary>转化.</summary>
    Medium = 2,

    /// <summary>品宣.</summary>
    Low = 3,
}

/// <summary>
/// What HIGH, MEDIUM or LOW means here, in uses for each group and week. The articles give words only, so nothing is assumed:
/// a category without a rule is not judged.
/// </summary>
public sealed class CadenceRule : Entity
{
    /// <summary>So many a week are more than a group can read.</summary>
    public const int MaxWeekly = 1_000;

    /// <summary>One rule for each.</summary>
    public ContentCategory Category { get; init; }

    public int MinPerWeek { get; private set; }

    /// <summary>Null: as many as you like.</summary>
    public int? MaxPerWeek { get; private set; }

    /// <summary>The word that stands for a category's frequency.</summary>
    public static ContentCadence CadenceOf(ContentCategory category) => category switch
    {
        ContentCategory.Activate => ContentCadence.High,
        ContentCategory.Convert => ContentCadence.Medium,
        _ => ContentCadence.Low,
    };

    /// <exception cref="DomainException"><see cref="DomainErrorCodes.InvalidInterval"/>: less at most than at least.</exception>
    public void Set(int minPerWeek, int? maxPerWeek)
    {
        if (maxPerWeek < minPerWeek)
        {
            throw new DomainException(DomainErrorCodes.InvalidInterval, "maxPerWeek is less than minPerWeek: no week could keep both.");
        }

        (MinPerWeek, MaxPerWeek) = (minPerWeek, maxPerWeek);
    }

    /// <summary>How a number of uses stands to the rule.</summary>
    /// <param name="isOver">Whether the week is over: before that there is time to reach the minimum.</param>
    public CadenceState Judge(int uses, bool isOver) =>
        uses > MaxPerWeek ? CadenceState.Above
        : uses >= MinPerWeek ? CadenceState.Within
        : isOver ? CadenceState.Below
        : CadenceState.Open;
}

/// <summary>How a week of a group stands to a cadence rule.</summary>
public enum CadenceState : byte
{
    /// <summary>Fewer than the minimum, and the week is over.</summary>
    Below = 1,
    Within = 2,
    Above = 3,

    /// <summary>Fewer than the minimum so far; the week is not over.</summary>
    Open = 4,
}
