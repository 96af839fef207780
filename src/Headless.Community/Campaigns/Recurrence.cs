using System.Globalization;

namespace Headless.Community;

/// <summary>
/// On which days something takes place, by a rule of RFC 5545 (RRULE): FREQ DAILY, WEEKLY or MONTHLY, INTERVAL, BYDAY (with a number
/// in a MONTHLY one: the second Thursday is 2TH, the last Friday -1FR), BYMONTHDAY (-1 is the last), BYMONTH, COUNT, UNTIL.
/// </summary>
/// <remarks>The days are local: what the clock does on them is not the rule's. A day that a month does not have is left out, not moved.</remarks>
public sealed class Recurrence
{
    public const int MaxLength = 300;

    /// <summary>The most days of a rule.</summary>
    public const int MaxDays = 500;

    /// <summary>A rule that says no end has this one, counted from its first day.</summary>
    public const int DefaultSpanInDays = 366;

    /// <summary>No rule goes further than this.</summary>
    public const int MaxSpanInDays = 5 * 366;

    private static readonly string[] s_days = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    private readonly Frequency _frequency;
    private readonly int _interval = 1;
    private readonly int? _count;
    private readonly DateOnly? _until;
    private readonly List<(int Number, DayOfWeek Day)> _byDay = [];
    private readonly List<int> _byMonthDay = [];
    private readonly HashSet<int> _byMonth = [];

    private Recurrence(string rule)
    {
        var known = new HashSet<string>();
        Frequency? frequency = null;
        foreach (var part in (rule.StartsWith("RRULE:", StringComparison.Ordinal) ? rule[6..] : rule).Split(';'))
        {
            if (part.Split('=') is not [var name, { Length: > 0 } value] || !known.Add(name))
            {
                throw Fault($"'{part}' is no part of a rule, or stands there twice: write FREQ=WEEKLY;BYDAY=TH.");
            }

            switch (name)
            {
                case "FREQ":
                    frequency = value switch
                    {
                        "DAILY" => Frequency.Daily,
                        "WEEKLY" => Frequency.Weekly,
                        "MONTHLY" => Frequency.Monthly,
                        _ => throw Fault("FREQ is DAILY, WEEKLY or MONTHLY."),
                    };
                    break;
                case "INTERVAL":
                    _interval = Number(name, value, 1, 366);
                    break;
                case "COUNT":
                    _count = Number(name, value, 1, MaxDays);
                    break;
                case "UNTIL":
                    _until = DateOnly.TryParseExact(value.Split('T')[0], "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var until)
                        ? until
                        : throw Fault("UNTIL is a day that the calendar has, such as 20261231.");
                    break;
                case "BYDAY":
                    _byDay.AddRange(value.Split(',').Select(Weekday));
                    break;
                case "BYMONTHDAY":
                    _byMonthDay.AddRange(value.Split(',').Select(day => Number(name, day, -31, 31) is var number and not 0 ? number : throw Fault("BYMONTHDAY is 1 to 31, or -1 to -31 from the end.")));
                    break;
                case "BYMONTH":
                    _byMonth.UnionWith(value.Split(',').Select(month => Number(name, month, 1, 12)));
                    break;
                case "WKST" when value == "MO":
                    break;
                default:
                    throw Fault($"{name} is not supported: FREQ, INTERVAL, BYDAY, BYMONTHDAY, BYMONTH, COUNT and UNTIL are; a week begins on MO.");
            }
        }

        _frequency = frequency ?? throw Fault("The rule does not say FREQ.");
        if (_count is not null && _until is not null)
        {
            throw Fault("A rule ends by COUNT or by UNTIL, not by both.");
        }

        if (_byMonthDay.Count > 0 && _frequency != Frequency.Monthly)
        {
            throw Fault("BYMONTHDAY is for a MONTHLY rule.");
        }

        if (_byDay.Exists(day => day.Number != 0) && _frequency != Frequency.Monthly)
        {
            throw Fault("Only a MONTHLY rule numbers its weekdays: 2TH is the second Thursday of a month.");
        }
    }

    private enum Frequency
    {
        Daily,
        Weekly,
        Monthly,
    }

    /// <summary>Whether it says where it ends; otherwise it ends after <see cref="DefaultSpanInDays"/>.</summary>
    public bool HasEnd => _count is not null || _until is not null;

    /// <exception cref="DomainException"><see cref="DomainErrorCodes.InvalidRecurrence"/>.</exception>
    public static Recurrence Parse(string rule) => new(rule.Trim().ToUpperInvariant());

    /// <summary>The days, in their order.</summary>
    /// <param name="first">The day from which the rule counts; it takes place on it only if the rule says so.</param>
    /// <exception cref="DomainException">
    /// <see cref="DomainErrorCodes.InvalidRecurrence"/>: there is none, such as the 31st of February, or there are too many.
    /// </exception>
    public IReadOnlyList<DateOnly> DaysFrom(DateOnly first)
    {
        var last = first.AddDays(HasEnd ? MaxSpanInDays : DefaultSpanInDays);
        last = _until < last ? _until.Value : last;
        var days = new List<DateOnly>();
        foreach (var day in Periods(first, last).TakeWhile(day => day <= last))
        {
            if (day < first || (_byMonth.Count > 0 && !_byMonth.Contains(day.Month)))
            {
                continue;
            }

            days.Add(day);
            if (days.Count == _count)
            {
                break;
            }

            if (days.Count > MaxDays)
            {
                throw Fault($"The rule has more than {MaxDays} days: give it an earlier end with COUNT or UNTIL.");
            }
        }

        return days.Count > 0 ? days : throw Fault("The rule never takes place: the calendar has no such day, or it ends before it begins.");
    }

    private IEnumerable<DateOnly> Periods(DateOnly first, DateOnly last) => _frequency switch
    {
        Frequency.Daily => Daily(first, last),
        Frequency.Weekly => Weekly(first, last),
        _ => Monthly(first, last),
    };

    private IEnumerable<DateOnly> Daily(DateOnly first, DateOnly last)
    {
        for (var day = first; day <= last; day = day.AddDays(_interval))
        {
            if (_byDay.Count == 0 || _byDay.Exists(by => by.Day == day.DayOfWeek))
            {
                yield return day;
            }
        }
    }

    private IEnumerable<DateOnly> Weekly(DateOnly first, DateOnly last)
    {
        var offsets = (_byDay.Count == 0 ? [first.DayOfWeek] : _byDay.Select(by => by.Day)).Select(day => ((int)day + 6) % 7).Distinct().Order().ToList();
        for (var monday = first.AddDays(-(((int)first.DayOfWeek + 6) % 7)); monday <= last; monday = monday.AddDays(7 * _interval))
        {
            foreach (var offset in offsets)
            {
                yield return monday.AddDays(offset);
            }
        }
    }

    private IEnumerable<DateOnly> Monthly(DateOnly first, DateOnly last)
    {
        for (var month = new DateOnly(first.Year, first.Month, 1); month <= last; month = month.AddMonths(_interval))
        {
            var length = DateTime.DaysInMonth(month.Year, month.Month);
            var days = Enumerable.Range(1, length).Select(day => new DateOnly(month.Year, month.Month, day));
            if (_byMonthDay.Count > 0)
            {
                days = days.Where(day => _byMonthDay.Contains(day.Day) || _byMonthDay.Contains(day.Day - length - 1));
            }

            if (_byDay.Count > 0)
            {
                days = days.Where(day => _byDay.Exists(by =>
                    by.Day == day.DayOfWeek && (by.Number == 0 || by.Number == ((day.Day - 1) / 7) + 1 || by.Number == -(((length - day.Day) / 7) + 1))));
            }
            else if (_byMonthDay.Count == 0)
            {
                days = days.Where(day => day.Day == first.Day);
            }

            foreach (var day in days)
            {
                yield return day;
            }
        }
    }

    private static (int, DayOfWeek) Weekday(string text)
    {
        var day = text.Length >= 2 ? Array.IndexOf(s_days, text[^2..]) : -1;
        if (day < 0)
        {
            throw Fault($"'{text}' is no weekday: MO, TU, WE, TH, FR, SA, SU, or 2TH and -1FR in a MONTHLY rule.");
        }

        return (text.Length == 2 ? 0 : Number("BYDAY", text[..^2], -5, 5), (DayOfWeek)day);
    }

    private static int Number(string name, string text, int least, int most) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most
            ? number
            : throw Fault($"{name} is a number from {least} to {most}.");

    private static DomainException Fault(string message) => new(DomainErrorCodes.InvalidRecurrence, message);
}
