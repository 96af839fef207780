namespace Headless.Community;

/// <summary>
/// A limit of a platform from a day on, with where that is known from (A-049, A.12 #10). Limits change, and nobody publishes all of
/// them: so they are dated rows, the organisation's own before the shipped ones. <see cref="PlatformPolicies"/> says which is in force.
/// </summary>
public sealed class PlatformPolicy : Entity
{
    public const int SourceMaxLength = 500;

    /// <summary>The greatest value: no platform has that many of anything.</summary>
    public const int MaxValue = 1_000_000_000;

    public Platform Platform { get; init; }

    public PlatformPolicyKey Key { get; init; }

    /// <summary>The limit, in the unit of its key.</summary>
    public int Value { get; set; }

    /// <summary>Since when it holds, UTC; in the future for what has been announced.</summary>
    public DateTime EffectiveFrom { get; init; }

    /// <summary>The day on which that was known to be so.</summary>
    public DateOnly AsOf { get; set; }

    /// <summary>Where it is known from.</summary>
    public required string Source { get; set; }

    public PlatformRowOrigin Origin { get; init; } = PlatformRowOrigin.Organisation;

    /// <summary>Refuses to change what came with the product.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.ShippedRowIsReadOnly"/>.</exception>
    public void RequireOwn() => ShippedRows.RequireOwn(Origin);
}
