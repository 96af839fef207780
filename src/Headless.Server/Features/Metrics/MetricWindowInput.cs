using Headless.Community.Segments;

namespace Headless.Server.Features.Metrics;

/// <summary>Days that follow from today's date.</summary>
public enum MetricPeriod
{
    Today,
    Yesterday,
    ThisWeek,
    LastWeek,
    ThisMonth,
    LastMonth,
    ThisQuarter,
    LastQuarter,
    ThisYear,
    LastYear,
}

/// <summary><c>enum MetricPeriod</c>.</summary>
public sealed class MetricPeriodEnumType : EnumType<MetricPeriod>
{
    protected override void Configure(IEnumTypeDescriptor<MetricPeriod> descriptor)
    {
        descriptor.Description("Days that follow from today's date, in the reporting time zone or the one that is asked for.");
        descriptor.Value(MetricPeriod.Today).Description("Today, which is not over yet.");
        descriptor.Value(MetricPeriod.Yesterday).Description("Yesterday.");
        descriptor.Value(MetricPeriod.ThisWeek).Description("From the first day of this week to today.");
        descriptor.Value(MetricPeriod.LastWeek).Description("The whole week before this one.");
        descriptor.Value(MetricPeriod.ThisMonth).Description("From the first of this month to today.");
        descriptor.Value(MetricPeriod.LastMonth).Description("The whole month before this one.");
        descriptor.Value(MetricPeriod.ThisQuarter).Description("From the first day of this quarter to today.");
        descriptor.Value(MetricPeriod.LastQuarter).Description("The whole quarter before this one.");
        descriptor.Value(MetricPeriod.ThisYear).Description("From 1 January to today.");
        descriptor.Value(MetricPeriod.LastYear).Description("The whole year before this one.");
    }
}

[GraphQLDescription("Whole days: from and to, or one of lastDays, last and period.")]
public sealed record MetricWindowInput(
    [property: GraphQLDescription("The first day.")] DateOnly? From,
    [property: GraphQLDescription("The day after the last one: from 2026-11-01 to 2026-12-01 is November.")] DateOnly? To,
    [property: GraphQLDescription("That many days, today included. Today is not over yet: its figures grow.")] int? LastDays,
    [property: GraphQLDescription("A length of whole days that ends today, as ISO 8601 writes it: P30D, P2W, P3M, P1Y.")] string? Last = null,
    [property: GraphQLDescription("Days that follow from today's date.")] MetricPeriod? Period = null)
{
    /// <exception cref="GraphQLException">Neither or several were given, or the window is empty or too long.</exception>
    internal MetricWindow ToWindow(ReportingCalendar calendar, TimeProvider clock)
    {
        var today = calendar.DayOf(clock.GetUtcNow().UtcDateTime);
        var window = (From, To, LastDays, Last, Period) switch
        {
            ({ } from, { } to, null, null, null) => new MetricWindow(from, to),
            (null, null, > 0 and <= MetricWindow.MaxDays and { } days, null, null) => new MetricWindow(today.AddDays(1 - days), today.AddDays(1)),
            (null, null, null, { } length, null) => new MetricWindow(Before(today.AddDays(1), length), today.AddDays(1)),
            (null, null, null, null, { } period) => Of(period, today, calendar),
            _ => throw Invalid($"Give either 'from' and 'to', or one of 'lastDays' between 1 and {MetricWindow.MaxDays}, 'last' and 'period'."),
        };
        return window.Days switch
        {
            <= 0 => throw Invalid("The window is empty: 'to' is the day after the last one and has to be later than 'from'."),
            > MetricWindow.MaxDays => throw Invalid($"The window has {window.Days} days: ask for at most {MetricWindow.MaxDays}."),
            _ => window,
        };
    }

    private static DateOnly Before(DateOnly day, string length) =>
        RelativeTime.TryParse(length) is { } time && !length.Contains('T', StringComparison.Ordinal)
            ? DateOnly.FromDateTime(time.Before(day.ToDateTime(TimeOnly.MinValue)))
            : throw Invalid("'last' is a length of whole days as ISO 8601 writes it, such as P30D, P2W, P3M or P1Y.");

    private static MetricWindow Of(MetricPeriod period, DateOnly today, ReportingCalendar calendar)
    {
        var (tomorrow, week, month) = (today.AddDays(1), calendar.WeekOf(today), ReportingCalendar.MonthOf(today));
        var (quarter, year) = (month.AddMonths(-((today.Month - 1) % 3)), new DateOnly(today.Year, 1, 1));
        return period switch
        {
            MetricPeriod.Today => new(today, tomorrow),
            MetricPeriod.Yesterday => new(today.AddDays(-1), today),
            MetricPeriod.ThisWeek => new(week, tomorrow),
            MetricPeriod.LastWeek => new(week.AddDays(-7), week),
            MetricPeriod.ThisMonth => new(month, tomorrow),
            MetricPeriod.LastMonth => new(month.AddMonths(-1), month),
            MetricPeriod.ThisQuarter => new(quarter, tomorrow),
            MetricPeriod.LastQuarter => new(quarter.AddMonths(-3), quarter),
            MetricPeriod.ThisYear => new(year, tomorrow),
            _ => new(year.AddYears(-1), year),
        };
    }

    private static GraphQLException Invalid(string message) =>
        new(ErrorBuilder.New().SetMessage(message).SetCode(MetricWindowException.ErrorCode).Build());
}
