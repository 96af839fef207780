namespace Headless.Community;

/// <summary>
/// The thresholds of the classes, one row for the organisation; without it nobody is classified. The rules are asked in the order LOYAL, BARGAIN,
/// NEED, LOW, and the first that matches decides (A.12 #9).
/// </summary>
public sealed class MemberClassRules : Entity
{
    public const int MaxMonths = 24;
    public const int MaxObservationDays = 365;

    /// <summary>LOYAL: in how many months in a row an order was paid, the last of them this month or the last one.</summary>
    public int LoyalMonths { get; private set; } = 3;

    /// <summary>NEED: after how many months without an order.</summary>
    public int NeedGapMonths { get; private set; } = 3;

    /// <summary>NEED: the tag that says that somebody needs it; null: nobody says so, and the rule cannot apply.</summary>
    public long? NeedTagId { get; private set; }

    public Tag? NeedTag { get; init; }

    /// <summary>BARGAIN: below this average order value; null: nobody said, and the rule cannot apply. There is no default.</summary>
    public decimal? BargainCeiling { get; private set; }

    /// <summary>The ISO 4217 code of <see cref="BargainCeiling"/>.</summary>
    public string? BargainCurrency { get; private set; }

    /// <summary>LOW: for how many days somebody has been there before little is said to be little.</summary>
    public int ObservationDays { get; private set; } = 30;

    /// <summary>Sets all thresholds at once.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.InvalidClassRules"/>: a number is out of range, or a ceiling has no currency.</exception>
    public void Set(int loyalMonths, int needGapMonths, long? needTagId, decimal? bargainCeiling, string? bargainCurrency, int observationDays)
    {
        if (loyalMonths is < 1 or > MaxMonths || needGapMonths is < 1 or > MaxMonths || observationDays is < 0 or > MaxObservationDays
            || bargainCeiling is <= 0 || (bargainCeiling is null) != (bargainCurrency is null))
        {
            throw new DomainException(
                DomainErrorCodes.InvalidClassRules,
                $"Months are 1 to {MaxMonths}, days of observation 0 to {MaxObservationDays}, and a ceiling is more than 0 in a currency.");
        }

        (LoyalMonths, NeedGapMonths, NeedTagId, BargainCeiling, BargainCurrency, ObservationDays) =
            (loyalMonths, needGapMonths, needTagId, bargainCeiling, bargainCurrency, observationDays);
    }

    /// <summary>Why a rule cannot apply to anybody; null where it can.</summary>
    public string? ReasonNotToApply(MemberClass rule) => rule switch
    {
        MemberClass.Bargain when BargainCeiling is null => "No ceiling is set: say below which average order value somebody is after bargains.",
        MemberClass.Need when NeedTagId is null => "No tag is named that says that somebody needs it.",
        _ => null,
    };
}
