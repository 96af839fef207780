using System.Globalization;
using Microsoft.Extensions.Configuration;

namespace Headless.Metrics;

/// <summary>The section <c>Metrics</c> of the configuration, besides the time zone.</summary>
public sealed record MetricSettings
{
    public const string SectionName = "Metrics";

    /// <summary>The day on which weeks begin: Monday (ISO 8601) or Sunday.</summary>
    public DayOfWeek FirstDayOfWeek { get; init; } = DayOfWeek.Monday;

    /// <summary>After how many days in the group somebody who was invited counts as won (A.12 #24).</summary>
    public int QualifiedStayDays { get; init; } = 7;

    /// <summary>Reads the section and refuses what makes no sense.</summary>
    /// <exception cref="InvalidOperationException">A value cannot be.</exception>
    public static MetricSettings From(IConfiguration configuration)
    {
        var (section, settings) = (configuration.GetSection(SectionName), new MetricSettings());
        if (section[nameof(FirstDayOfWeek)] is { Length: > 0 } day)
        {
            settings = settings with
            {
                FirstDayOfWeek = Enum.TryParse<DayOfWeek>(day, ignoreCase: true, out var first) && first is DayOfWeek.Monday or DayOfWeek.Sunday
                    ? first
                    : throw new InvalidOperationException($"{SectionName}:{nameof(FirstDayOfWeek)} is '{day}': give Monday or Sunday."),
            };
        }

        if (section[nameof(QualifiedStayDays)] is { Length: > 0 } days)
        {
            settings = settings with
            {
                QualifiedStayDays = int.TryParse(days, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is >= 0 and <= 365
                    ? number
                    : throw new InvalidOperationException($"{SectionName}:{nameof(QualifiedStayDays)} is '{days}': give a number of days from 0 to 365."),
            };
        }

        return settings;
    }
}
