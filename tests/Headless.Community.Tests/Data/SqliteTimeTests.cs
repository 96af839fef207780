using System.Globalization;
using System.Text;
using Headless.Community.Data.Bulk;

namespace Headless.Community.Tests.Data;

public sealed class SqliteTimeTests
{
    private static readonly DateTime[] s_corners =
    [
        DateTime.MinValue, DateTime.MaxValue, new(2024, 2, 29, 23, 59, 59), new(2024, 12, 31), new(1, 1, 1, 0, 0, 0, 1),
        new DateTime(2026, 11, 22).AddTicks(1), new DateTime(2026, 11, 22).AddTicks(9_999_999), new DateTime(2026, 11, 22).AddTicks(1_000_000),
    ];

    [Fact]
    public void Times_and_days_are_written_as_the_provider_writes_them()
    {
        var random = new Random(20261122);
        foreach (var time in s_corners.Concat(Enumerable.Range(0, 2_000).Select(_ => new DateTime(random.NextInt64(DateTime.MaxValue.Ticks)))))
        {
            var to = new byte[27];
            Encoding.UTF8.GetString(to, 0, SqliteTime.Write(time, to))
                .ShouldBe(time.ToString(@"yyyy\-MM\-dd HH\:mm\:ss.FFFFFFF", CultureInfo.InvariantCulture));
            SqliteTime.Read(to.AsSpan(0, SqliteTime.Write(time, to))).ShouldBe(time);
            var day = DateOnly.FromDateTime(time);
            Encoding.UTF8.GetString(to, 0, SqliteTime.Write(day, to)).ShouldBe(day.ToString(@"yyyy\-MM\-dd", CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("2026-11-22")]
    [InlineData("2026-11-22T06:30:00")]
    [InlineData("2026-11-22 06:30:0x")]
    [InlineData("2026-11-22 06:30:00.")]
    [InlineData("2026-11-22 06:30:00.12345678")]
    public void What_the_product_does_not_write_is_not_read_as_a_time(string text) =>
        Should.Throw<FormatException>(() => SqliteTime.Read(Encoding.UTF8.GetBytes(text)));
}
