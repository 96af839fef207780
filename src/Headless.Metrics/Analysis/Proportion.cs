namespace Headless.Metrics.Analysis;

/// <summary>A share of a number of people, with how sure one can be of it.</summary>
/// <param name="Count">How many did it.</param>
/// <param name="Total">Of how many.</param>
public readonly record struct Proportion(long Count, long Total)
{
    /// <summary>The quantile of the normal distribution for 95 %.</summary>
    private const double Z = 1.959963984540054;

    /// <summary>Count ÷ total; null without anybody.</summary>
    public double? Rate => Total == 0 ? null : (double)Count / Total;

    /// <summary>The 95 % interval of Wilson (1927): right also for few people and for rates near 0 and 1. Null without anybody.</summary>
    public (double Low, double High)? Interval()
    {
        if (Total == 0)
        {
            return null;
        }

        var (p, n) = ((double)Count / Total, (double)Total);
        var middle = p + (Z * Z / (2 * n));
        var half = Z * Math.Sqrt((p * (1 - p) / n) + (Z * Z / (4 * n * n)));
        var whole = 1 + (Z * Z / n);
        return (Math.Max(0, (middle - half) / whole), Math.Min(1, (middle + half) / whole));
    }

    /// <summary>This rate less another one, with the 95 % interval of Newcombe (1998, his method 10). Null where one of the two is of nobody.</summary>
    public (double Difference, double Low, double High)? Less(Proportion other)
    {
        if (Interval() is not { } own || other.Interval() is not { } its)
        {
            return null;
        }

        var (p, q) = (Rate!.Value, other.Rate!.Value);
        return (
            p - q,
            p - q - Math.Sqrt(Math.Pow(p - own.Low, 2) + Math.Pow(its.High - q, 2)),
            p - q + Math.Sqrt(Math.Pow(own.High - p, 2) + Math.Pow(q - its.Low, 2)));
    }
}
