namespace Headless.Community;

/// <summary>
/// Whether a platform's groups can do something, with where that is known from. The organisation's row goes before
/// the shipped one; where there is neither nothing is known, and nothing is refused. <see cref="PlatformCapabilities"/> answers.
/// </summary>
public sealed class PlatformCapability : Entity
{
    public const int SourceMaxLength = 500;

    public Platform Platform { get; init; }

    public PlatformCapabilityKind Capability { get; init; }

    public bool IsAvailable { get; set; }

    /// <summary>The day on which that was known to be so.</summary>
    public DateOnly AsOf { get; set; }

    /// <summary>Where it is known from.</summary>
    public required string Source { get; set; }

    public PlatformRowOrigin Origin { get; init; } = PlatformRowOrigin.Organisation;

    /// <summary>Refuses to change what came with the product.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.ShippedRowIsReadOnly"/>.</exception>
    public void RequireOwn() => ShippedRows.RequireOwn(Origin);
}
