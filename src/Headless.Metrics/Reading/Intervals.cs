namespace Headless.Metrics.Reading;

/// <summary>A window cut into intervals; a value is a series of one.</summary>
internal sealed class Intervals
{
    private readonly List<DateTime> _starts = [];
    private readonly ReportingCalendar _calendar;

    /// <summary>Cuts a window; without an interval it stays whole.</summary>
    /// <exception cref="MetricWindowException">There would be more than <see cref="MetricService.MaxPoints"/>.</exception>
    public Intervals(MetricWindow window, MetricInterval? interval, ReportingCalendar calendar)
    {
        (Window, Interval, _calendar) = (window, interval, calendar);
        (Start, End) = (calendar.StartOf(window.From), calendar.StartOf(window.To));
        if (interval == MetricInterval.Hour)
        {
            for (var at = Start; at < End; at = calendar.HourStartOf(at.AddHours(1)))
            {
                Add(at);
            }

            return;
        }

        for (var day = window.From; day < window.To;)
        {
            Add(calendar.StartOf(day));
            day = interval switch
            {
                null => window.To,
                MetricInterval.Week => calendar.WeekOf(day).AddDays(7),
                MetricInterval.Month => ReportingCalendar.MonthOf(day).AddMonths(1),
                _ => day.AddDays(1),
            };
        }
    }

    public MetricWindow Window { get; }

    public MetricInterval? Interval { get; }

    /// <summary>Whether an interval is the whole window.</summary>
    public bool IsWhole => Interval is null;

    public DateTime Start { get; }

    public DateTime End { get; }

    public int Count => _starts.Count;

    public DateTime StartOf(int index) => _starts[index];

    public DateTime EndOf(int index) => index + 1 < _starts.Count ? _starts[index + 1] : End;

    /// <summary>The days that an interval touches.</summary>
    public MetricWindow DaysOf(int index) => IsWhole ? Window : new(_calendar.DayOf(StartOf(index)), _calendar.DayOf(EndOf(index).AddTicks(-1)).AddDays(1));

    /// <summary>The interval that holds an instant of the window: the last one that begins at or before it.</summary>
    public int IndexOf(DateTime at)
    {
        var i = _starts.BinarySearch(at);
        return i >= 0 ? i : ~i - 1;
    }

    public int IndexOf(DateOnly day) => IsWhole ? 0 : IndexOf(_calendar.StartOf(day));

    /// <summary>The first and the last interval that a stay overlaps; null: it does not overlap the window.</summary>
    public (int First, int Last)? Overlap(DateTime from, DateTime? to) =>
        from >= End || to < Start ? null : (from <= Start ? 0 : IndexOf(from), to is null || to >= End ? Count - 1 : IndexOf(to.Value));

    private void Add(DateTime at)
    {
        _starts.Add(at);
        if (_starts.Count > MetricService.MaxPoints)
        {
            throw new MetricWindowException($"The series would have more than {MetricService.MaxPoints} points: ask for a shorter window or a longer interval.");
        }
    }
}
