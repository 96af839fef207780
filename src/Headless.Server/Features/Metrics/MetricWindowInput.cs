namespace Headless.Server.Features.Metrics;

[GraphQLDescription("Whole days of the reporting time zone: either from and to, or lastDays.")]
public sealed record MetricWindowInput(
    [property: GraphQLDescription("The first day.")] DateOnly? From,
    [property: GraphQLDescription("The day after the last one: from 2026-11-01 to 2026-12-01 is November.")] DateOnly? To,
    [property: GraphQLDescription("That many days, today included. Today is not over yet: its figures grow.")] int? LastDays)
{
    /// <exception cref="GraphQLException">Neither or both were given, or the window is empty or too long.</exception>
    internal MetricWindow ToWindow(ReportingCalendar calendar, TimeProvider clock)
    {
        var window = (From, To, LastDays) switch
        {
            ({ } from, { } to, null) => new MetricWindow(from, to),
            (null, null, > 0 and <= MetricWindow.MaxDays and { } days) => Last(days),
            _ => throw Invalid($"Give either 'from' and 'to', or 'lastDays' between 1 and {MetricWindow.MaxDays}."),
        };
        return window.Days switch
        {
            <= 0 => throw Invalid("The window is empty: 'to' is the day after the last one and has to be later than 'from'."),
            > MetricWindow.MaxDays => throw Invalid($"The window has {window.Days} days: ask for at most {MetricWindow.MaxDays}."),
            _ => window,
        };

        MetricWindow Last(int days)
        {
            var tomorrow = calendar.DayOf(clock.GetUtcNow().UtcDateTime).AddDays(1);
            return new MetricWindow(tomorrow.AddDays(-days), tomorrow);
        }
    }

    private static GraphQLException Invalid(string message) =>
        new(ErrorBuilder.New().SetMessage(message).SetCode(MetricWindowException.ErrorCode).Build());
}
