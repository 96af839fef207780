namespace Headless.Community;

/// <summary>
/// Which of several servers on one database does what only one may: deliver webhooks, carry out what is due. The holder shows that it is alive
/// by counting; another takes over once the count has stood still for a while by its own watch, so that no clocks are compared.
/// </summary>
[Unaudited]
public sealed class RelayLease
{
    public const int NameMaxLength = 50;
    public const int OwnerMaxLength = 200;

    public long Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The process that holds it, for people; null: nobody.</summary>
    public string? Owner { get; init; }

    /// <summary>One more with every change of hands: who writes under an old one has lost it.</summary>
    public long Token { get; init; }

    /// <summary>One more with every sign of life.</summary>
    public long Beat { get; init; }

    /// <summary>When the holder last showed that it is alive, UTC, by its clock: for people.</summary>
    public DateTime RenewedAt { get; init; }
}
