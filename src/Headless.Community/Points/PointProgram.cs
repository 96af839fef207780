namespace Headless.Community;

/// <summary>A kind of points that members earn and redeem: its ledgers, one for each member, are apart from those of other programmes.</summary>
public sealed class PointProgram : Entity
{
    public const int NameMaxLength = 100;
    public const int UnitMaxLength = 20;
    public const int TimeZoneMaxLength = 64;

    /// <summary>Ten years.</summary>
    public const int MaxExpiryDays = 3_660;

    public required string Name { get; set; }

    /// <summary>What one is called: 积分, stars.</summary>
    public required string Unit { get; set; }

    /// <summary>Whether a balance may fall below zero: then members owe points.</summary>
    public bool AllowsNegative { get; set; }

    /// <summary>After how many days points that were earned are void; null: never. Holds for points that are earned from then on.</summary>
    public int? ExpiresAfterDays { get; set; }

    /// <summary>The IANA id of the zone whose days caps count by.</summary>
    public required string TimeZone { get; set; }

    /// <summary>Whether nothing is earned any more; what members have can be redeemed.</summary>
    public bool IsRetired { get; set; }

    /// <summary>The local day of a moment.</summary>
    public DateOnly DayOf(DateTime at) => LocalDays.DayOf(at, TimeZone);

    /// <summary>When points that are earned at a moment are void, UTC; null: never.</summary>
    public DateTime? ExpiryOf(DateTime at) => ExpiresAfterDays is { } days ? at.AddDays(days) : null;

    /// <summary>Refuses to give points of a programme that is over.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.PointProgramRetired"/>.</exception>
    public void RequireEarning()
    {
        if (IsRetired)
        {
            throw new DomainException(DomainErrorCodes.PointProgramRetired, $"Nothing is earned in '{Name}' any more: take another programme, or update this one.");
        }
    }
}
