using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Headless.Community.Tests.Data;

namespace Headless.Metrics.Tests.Rollups;

/// <summary>
/// The #ubuntu logs counted line by line with plain expressions, without anything of the product, in days and hours of Shanghai (eight hours ahead of the logs, the whole year).
/// The program that wrote the logs put a blank after every <c>]</c> of a nick, also where a nick begins an action: <c>=== bur[n] er wonders</c> is bur[n]er,
/// who says other things as <c>&lt;bur[n] er&gt;</c>. A count that takes <c>bur[n]</c> for somebody else finds one more on 2005-02-08 (73), 2006-06-28 and 2007-07-03.
/// </summary>
internal sealed partial class RawUbuntuIrc
{
    private static readonly UTF8Encoding s_utf8 = new(false, throwOnInvalidBytes: true);

    private readonly Dictionary<string, int> _person = [];
    private readonly Dictionary<int, string> _previous = [];
    private readonly Dictionary<int, List<Presence>> _stays = [];
    private int _people;

    /// <summary>All messages by the beginning of their hour.</summary>
    public Dictionary<DateTime, (long All, long Effective)> Hours { get; } = [];

    /// <summary>What each said on each day.</summary>
    public Dictionary<DateOnly, Dictionary<int, (long All, long Effective)>> Days { get; } = [];

    public static RawUbuntuIrc Read()
    {
        var raw = new RawUbuntuIrc();
        foreach (var path in Directory.GetFiles(SharedData.Find("ubuntu-irc")).Order(StringComparer.Ordinal))
        {
            raw.Read(path);
        }

        return raw;
    }

    /// <summary>Who was there at any time of a day.</summary>
    public int PresentOn(DateOnly day) => _stays.Values.Count(stays =>
        stays.Exists(stay => DateOnly.FromDateTime(stay.From) <= day && (stay.To is null || DateOnly.FromDateTime(stay.To.Value) >= day)));

    /// <summary>Of those whose coming was seen, who said something effective on the day or the six after it.</summary>
    public (int Spoke, int Came) Newcomers()
    {
        var first = _stays.Where(stays => stays.Value.Exists(stay => stay.Seen))
            .ToDictionary(stays => stays.Key, stays => DateOnly.FromDateTime(stays.Value.Where(stay => stay.Seen).Min(stay => stay.From)));
        return (first.Count(came => Enumerable.Range(0, 7).Any(days => Days.GetValueOrDefault(came.Value.AddDays(days))?.GetValueOrDefault(came.Key).Effective > 0)), first.Count);
    }

    private void Read(string path)
    {
        var date = DateTime.ParseExact(Path.GetFileName(path)[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var lines = File.ReadAllText(path, Encoding.Latin1).Split('\n').Select(Decode).ToList();
        var time = TimeOf(lines.First(line => Clock().IsMatch(line)));
        foreach (var line in lines)
        {
            if (Clock().IsMatch(line))
            {
                var before = time;
                time = TimeOf(line);
                if (time < before && before.Hours >= 20 && time.Hours <= 3)
                {
                    date = date.AddDays(1);
                }
            }

            var at = date + time + TimeSpan.FromHours(8);
            if (Server().IsMatch(line))
            {
                continue;
            }

            if (Came().Match(line) is { Success: true } came && Nick(WithoutHost(came.Groups[1].Value)) is { } comer)
            {
                Come(Stays(Person(comer)), at);
            }
            else if (Went().Match(line) is { Success: true } went && Nick(WithoutHost(went.Groups[1].Value)) is { } leaver)
            {
                Go(leaver, at);
            }
            else if (Kicked().Match(line) is { Success: true } kicked && Nick(kicked.Groups[1].Value) is { } removed)
            {
                Go(removed, at);
            }
            else if (Renamed().Match(line) is { Success: true } renamed && Nick(renamed.Groups[1].Value) is { } old && Nick(renamed.Groups[2].Value) is { } name)
            {
                Be(Stays(Person(old)), at);
                _person[name] = Person(old);
            }
            else if (Said().Match(line) is { Success: true } said && Nick(said.Groups["nick"].Value) is { } speaker)
            {
                Say(Person(speaker), at, said.Groups["text"].Value.Trim());
            }
        }
    }

    private void Say(int person, DateTime at, string text)
    {
        Be(Stays(person), at);
        var isEffective = (Regex.Count(text, @"\p{L}") >= 2 || Regex.IsMatch(text, @"[\p{IsCJKUnifiedIdeographs}\p{IsHiragana}\p{IsKatakana}\p{IsHangulSyllables}]")) && !Regex.IsMatch(text, "^[/!][A-Za-z0-9]") && _previous.GetValueOrDefault(person) != text;
        _previous[person] = text;
        var (hour, day) = (at.Date.AddHours(at.Hour), DateOnly.FromDateTime(at));
        Hours[hour] = Add(Hours.GetValueOrDefault(hour));
        var speakers = Days.TryGetValue(day, out var known) ? known : Days[day] = [];
        speakers[person] = Add(speakers.GetValueOrDefault(person));

        (long, long) Add((long All, long Effective) before) => (before.All + 1, before.Effective + (isEffective ? 1 : 0));
    }

    private void Come(List<Presence> stays, DateTime at)
    {
        var (now, next) = (At(stays, at), stays.Where(stay => stay.From > at).MinBy(stay => stay.From));
        if (now is { Seen: false } && now.From == at)
        {
            now.Seen = true;
        }
        else if (now is not null && !(now.To <= at))
        {
            // A lost connection has no line: who comes is there already.
        }
        else if (next is { Seen: false })
        {
            (next.From, next.Seen) = (at, true);
        }
        else
        {
            stays.Add(new Presence { From = at, To = next?.From, IsEndKnown = next is null, Seen = true });
        }
    }

    private static void Be(List<Presence> stays, DateTime at)
    {
        if (At(stays, at) is { } now && (now.To is null || now.To >= at))
        {
            return;
        }

        var next = stays.Where(stay => stay.From > at).MinBy(stay => stay.From);
        if (next is { Seen: false })
        {
            next.From = at;
        }
        else
        {
            stays.Add(new Presence { From = at, To = next?.From, IsEndKnown = next is null });
        }
    }

    private void Go(string nick, DateTime at)
    {
        if (_person.TryGetValue(nick, out var person) && At(Stays(person), at) is { } now && (now.To is null || (!now.IsEndKnown && now.To >= at)))
        {
            (now.To, now.IsEndKnown) = (at, true);
        }
    }

    /// <summary>The latest stay that had begun at a time; among those that began together, the one that was added last.</summary>
    private static Presence? At(List<Presence> stays, DateTime at) => stays.Where(stay => stay.From <= at).OrderBy(stay => stay.From).LastOrDefault();

    private int Person(string nick) => _person.TryGetValue(nick, out var person) ? person : _person[nick] = ++_people;

    private List<Presence> Stays(int person) => _stays.TryGetValue(person, out var stays) ? stays : _stays[person] = [];

    /// <summary>A line in UTF-8, where it is not, every byte a character.</summary>
    private static string Decode(string bytes)
    {
        var line = bytes.TrimEnd('\r');
        try
        {
            return s_utf8.GetString(Encoding.Latin1.GetBytes(line));
        }
        catch (DecoderFallbackException)
        {
            return line;
        }
    }

    private static TimeSpan TimeOf(string line) => TimeSpan.ParseExact(line[1..6], @"hh\:mm", CultureInfo.InvariantCulture);

    /// <summary>A nick without the blanks that were put in; null: it is none.</summary>
    private static string? Nick(string text) => text.Replace("] ", "]") is var nick && NickOnly().IsMatch(nick) ? nick : null;

    /// <summary>Cuts the host, which begins with the last bracket after a blank that has an @ behind it.</summary>
    private static string WithoutHost(string text) => Host().Match(text) is { Success: true } host ? text[..host.Index] : text;

    /// <summary>A time in which somebody was there.</summary>
    private sealed class Presence
    {
        public DateTime From { get; set; }

        public DateTime? To { get; set; }

        public bool Seen { get; set; }

        public bool IsEndKnown { get; set; } = true;
    }

    [GeneratedRegex(@"^\[\d\d:\d\d\] ")]
    private static partial Regex Clock();

    [GeneratedRegex(@"^=== (?:mode/|\.\.\[topic/|Topic for #|Topic \(#|netjoined: |netsplit: )")]
    private static partial Regex Server();

    [GeneratedRegex(@"^=== (.+?) +has joined #\S+ *$")]
    private static partial Regex Came();

    [GeneratedRegex(@"^=== (.+?) +has left #\S+(?: +\[.*\])? *$")]
    private static partial Regex Went();

    [GeneratedRegex(@"^=== (.+?) +was kicked off #\S+ by .+? \(.*\) *$")]
    private static partial Regex Kicked();

    [GeneratedRegex(@"^=== (.+?) +is now known as (.+?) *$")]
    private static partial Regex Renamed();

    [GeneratedRegex(@"^(?:\[\d\d:\d\d\] <(?<nick>[^>]+)> ?(?<text>.*)|(?:\[\d\d:\d\d\]  \*|===) (?<nick>(?:[^ \]]|\] ?)+) (?<text>.+))$")]
    private static partial Regex Said();

    [GeneratedRegex(@" \[(?!.* \[.*@).*@.*\]$")]
    private static partial Regex Host();

    [GeneratedRegex(@"^[A-Za-z_\[\]\\`^{}|][-0-9A-Za-z_\[\]\\`^{}|]*$")]
    private static partial Regex NickOnly();
}
