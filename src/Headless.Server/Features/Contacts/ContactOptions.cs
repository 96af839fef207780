namespace Headless.Server.Features.Contacts;

/// <summary>The section <c>Contact</c> of the configuration: how often a member may be turned to .</summary>
public sealed record ContactOptions
{
    public const string SectionName = "Contact";

    /// <summary>The most touches for MARKETING, on all channels together, within <see cref="Days"/>. Default 3.</summary>
    public int MaxMarketingTouches { get; init; } = 3;

    /// <summary>The days that count, up to now. Default 7.</summary>
    public int Days { get; init; } = 7;

    /// <summary>The limits in force at a time, UTC.</summary>
    public ContactLimits LimitsAt(ReportingCalendar calendar, DateTime now) =>
        new(MaxMarketingTouches, Days, calendar.StartOf(ReportingCalendar.MonthOf(calendar.DayOf(now))));

    /// <summary>Reads the section.</summary>
    /// <exception cref="InvalidOperationException">A number is not positive.</exception>
    internal static ContactOptions From(IConfiguration configuration)
    {
        var options = configuration.GetSection(SectionName).Get<ContactOptions>() ?? new ContactOptions();
        return options is { MaxMarketingTouches: > 0, Days: > 0 and <= 366 }
            ? options
            : throw new InvalidOperationException("Contact:MaxMarketingTouches must be positive and Contact:Days between 1 and 366.");
    }
}
