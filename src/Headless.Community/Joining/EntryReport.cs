using Headless.Community.Ingestion;

namespace Headless.Community;

/// <summary>What is reported of a channel or an entry point.</summary>
public enum EntryEventKind
{
    /// <summary>It was shown, so and so often.</summary>
    Exposed,

    /// <summary>It was scanned or followed.</summary>
    Scanned,

    /// <summary>Somebody made friends with the account of staff that it led to.</summary>
    Friended,

    /// <summary>The account of staff invited them into a group.</summary>
    Invited,
}

/// <summary>Something that happened on the way into a group, as a connector reports it.</summary>
public sealed record EntryReport
{
    /// <summary>The most that one row may count.</summary>
    public const int MaxCount = 1_000_000;

    public required EntryEventKind Kind { get; init; }

    /// <summary>Its id in the reporting system. (source, external id) makes a second report of it change nothing.</summary>
    public required string ExternalId { get; init; }

    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The entry point; needed for all but EXPOSED, which may be of a channel as a whole.</summary>
    public string? EntryPointCode { get; init; }

    /// <summary>EXPOSED without an entry point: the channel's name.</summary>
    public string? Channel { get; init; }

    /// <summary>EXPOSED, and SCANNED without an account: how often; 1 when not given.</summary>
    public int? Count { get; init; }

    /// <summary>Who it was; needed for FRIENDED and INVITED.</summary>
    public IdentityReference? Account { get; init; }
}
