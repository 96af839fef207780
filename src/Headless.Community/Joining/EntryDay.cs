namespace Headless.Community;

/// <summary>
/// What was reported of a channel on a day of the reporting time zone, by entry point and by the group that it led to: exposures,
/// scans and steps. A rollup: the log has the reports.
/// </summary>
public sealed class EntryDay
{
    public long JoinChannelId { get; init; }

    /// <summary>0: none, the channel itself was reported.</summary>
    public long EntryPointId { get; init; }

    /// <summary>0: none is known.</summary>
    public long GroupId { get; init; }

    public DateOnly Day { get; init; }

    public int Exposures { get; set; }

    /// <summary>All scans, those without an account included.</summary>
    public int Scans { get; set; }

    /// <summary>Scans without an account: nobody can tell what became of those people.</summary>
    public int AnonymousScans { get; set; }

    public int Friends { get; set; }

    public int Invites { get; set; }
}
