namespace Headless.Server.Tests.Fixtures;

/// <summary>
/// A clock that runs like the system's, and which tests can put forward. It starts at noon in Shanghai of today: no test run
/// crosses midnight in the demo's time zone or in UTC, so tests may speak of today and yesterday at any hour.
/// </summary>
public sealed class TestClock : TimeProvider
{
    private static readonly TimeSpan s_shift = DateTimeOffset.UtcNow.UtcDateTime.Date.AddHours(4) - DateTimeOffset.UtcNow.UtcDateTime;
    private long _ticks;

    /// <summary>What a server's clock shows that nobody has put forward.</summary>
    public static DateTimeOffset UtcNow => DateTimeOffset.UtcNow + s_shift;

    /// <summary>What this clock shows.</summary>
    public DateTime Now => GetUtcNow().UtcDateTime;

    public override DateTimeOffset GetUtcNow() => UtcNow.AddTicks(Interlocked.Read(ref _ticks));

    public void Forward(TimeSpan by) => Interlocked.Add(ref _ticks, by.Ticks);
}
