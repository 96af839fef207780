namespace Headless.Community.Tests.Data;

/// <summary>A clock that the test sets. It starts with a time that not every provider can store to the last digit.</summary>
public sealed class TestClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new DateTimeOffset(2026, 11, 22, 8, 30, 15, 123, TimeSpan.Zero).AddTicks(4567);

    public override DateTimeOffset GetUtcNow() => Now;
}
