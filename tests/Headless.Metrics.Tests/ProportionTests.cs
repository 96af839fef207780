using Headless.Metrics.Analysis;

namespace Headless.Metrics.Tests;

/// <summary>Intervals against the figures that the literature prints.</summary>
public sealed class ProportionTests
{
    /// <summary>Newcombe, Statistics in Medicine 17 (1998), 857–872 and 873–890: methods 3 and 10.</summary>
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void A_rate_has_the_interval_of_Wilson(long count, long total, double low, double high)
    {
        var interval = new Proportion(count, total).Interval()!.Value;
        interval.Low.ShouldBe(low, 0.00005);
        interval.High.ShouldBe(high, 0.00005);
    }

    [Theory]
    [InlineData(56, 70, 48, 80, 0.2, 0.0524, 0.3339)]
    [InlineData(9, 10, 3, 10, 0.6, 0.1705, 0.8090)]
    [InlineData(10, 10, 0, 10, 1, 0.6075, 1)]
    [InlineData(0, 10, 0, 10, 0, -0.2775, 0.2775)]
    public void A_difference_has_the_interval_of_Newcombe(long count, long total, long otherCount, long otherTotal, double difference, double low, double high)
    {
        var less = new Proportion(count, total).Less(new Proportion(otherCount, otherTotal))!.Value;
        less.Difference.ShouldBe(difference, 0.00005);
        less.Low.ShouldBe(low, 0.00005);
        less.High.ShouldBe(high, 0.00005);
    }

    [Fact]
    public void Of_nobody_there_is_no_rate()
    {
        new Proportion(0, 0).Rate.ShouldBeNull();
        new Proportion(0, 0).Interval().ShouldBeNull();
        new Proportion(1, 2).Less(new Proportion(0, 0)).ShouldBeNull();
    }
}
