namespace Headless.Server.Tests.Fixtures;

/// <summary>
/// A clock that runs like the system's, and which tests can put forward. It starts at the last noon in Shanghai: no test run
/// crosses midnight in the demo's time zone or in UTC, so tests may speak of today and yesterday at any hour. It is never ahead of
/// the system's, by which commands and other processes tell what lies in the future.
/// </summary>
public sealed class TestClock : TimeProvider
{
    private static readonly TimeSpan s_noon = TimeSpan.FromHours(4);
    private static readonly TimeSpan s_shift = (DateTimeOffset.UtcNow - s_noon).UtcDateTime.Date + s_noon - DateTimeOffset.UtcNow.UtcDateTime;
    private long _ticks;

    /// <summary>What a server's clock shows that nobody has put forward.</summary>
    public static DateTimeOffset UtcNow => DateTimeOffset.UtcNow + s_shift;

    /// <summary>What this clock shows.</summary>
    public DateTime Now => GetUtcNow().UtcDateTime;

    public override DateTimeOffset GetUtcNow() => UtcNow.AddTicks(Interlocked.Read(ref _ticks));

    public void Forward(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
