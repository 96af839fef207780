namespace Headless.Server.Timers;

/// <summary>The section <c>Timers</c> of the configuration.</summary>
public sealed record TimerOptions
{
    public const string SectionName = "Timers";

    /// <summary>
    /// Whether this process carries out what falls due (groups that close, bans that end, alerts) and delivers webhooks, when the lease of the
    /// relay is its. Off where other replicas are to do it.
    /// </summary>
    public bool Enabled { get; init; } = true;
}
