namespace Headless.Server.Transfers;

/// <summary>When a job says again how far it has come: at its beginning, and then not more often than somebody who looks can read.</summary>
internal sealed class ProgressPace(TimeProvider clock)
{
    private static readonly TimeSpan s_every = TimeSpan.FromSeconds(2);

    private long? _toldAt;

    /// <summary>Whether it says so now.</summary>
    public bool IsDue => _toldAt is not { } told || clock.GetElapsedTime(told) >= s_every;

    /// <summary>It has been said, where it was due.</summary>
    public void Tell() => _toldAt = IsDue ? clock.GetTimestamp() : _toldAt;
}
