using System.Globalization;
using System.Text.RegularExpressions;
using Headless.Community.Ingestion;

namespace Headless.Community.Import;

/// <summary>
/// The logs of the #ubuntu channels, a file for a day:
/// <code>
/// [HH:MM] &lt;nick&gt; text                            a message
/// [HH:MM]  * nick text                           an action: a message
/// === nick text                                  an action of older logs
/// === nick [user@host]  has joined #channel      a join
/// === nick [user@host]  has left #channel [why]  a leave
/// === nick was kicked off #channel by nick (why) a leave, removed
/// === nick is now known as nick                  a rename
/// === mode/#channel [+o nick]  by nick           ignored, as topics, notices and server messages are
/// </code>
/// The date is in the name of the file. A line without a time happened when the line before it did, at the beginning of a file when
/// the first line with a time did. Times are taken as they stand; only a step from late evening to early morning begins another
/// day. The program that wrote the logs put a blank after every <c>]</c> in a nick (<c>bur[n] er</c>), which is taken out again.
/// A log has no lines for those who lost their connection: a join of somebody present is ignored, as is a leave of somebody
/// who was never seen.
/// </summary>
internal sealed partial class IrcLineParser : ILineParser
{
    /// <summary>A step from this hour or later to <see cref="EarlyMorning"/> or earlier is midnight.</summary>
    private const int LateEvening = 20;

    private const int EarlyMorning = 3;
    private const int MaxNameInId = 120;

    private readonly GroupReference _group;
    private readonly Platform _platform;
    private readonly TimeZoneInfo _timeZone;
    private readonly string _fileName;
    private DateOnly _date;
    private TimeOnly _time;

    private IrcLineParser(string path, DateOnly date, TimeOnly first, long groupId, Platform platform, TimeZoneInfo timeZone)
    {
        _group = new GroupReference(groupId);
        (_date, _time, _platform, _timeZone) = (date, first, platform, timeZone);
        var name = Path.GetFileName(path);
        _fileName = name.Length <= MaxNameInId ? name : $"{name[..MaxNameInId]}~{EffectiveMessageRule.Hash(name):x}";
    }

    /// <summary>How often the clock went back.</summary>
    public int ClockStepsBack { get; private set; }

    /// <exception cref="ImportException"><see cref="ImportErrorCodes.NoDateInFileName"/>.</exception>
    public static async Task<IrcLineParser> OpenAsync(
        string path, long groupId, Platform platform, TimeZoneInfo timeZone, CancellationToken cancellationToken)
    {
        var date = DateOf(path);
        await foreach (var line in TextLines.ReadAsync(path, cancellationToken))
        {
            if (TryReadTime(line.Text, out var time))
            {
                return new IrcLineParser(path, date, time, groupId, platform, timeZone);
            }
        }

        return new IrcLineParser(path, date, TimeOnly.MinValue, groupId, platform, timeZone);
    }

    /// <summary>The date in the name of a file.</summary>
    /// <exception cref="ImportException"><see cref="ImportErrorCodes.NoDateInFileName"/>.</exception>
    public static DateOnly DateOf(string path) =>
        DateInName().Match(Path.GetFileName(path)) is { Success: true } match
        && DateOnly.TryParseExact(match.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date
            : throw new ImportException(
                ImportErrorCodes.NoDateInFileName, $"{path} has no date (yyyy-MM-dd) in its name, so its times have no day: rename it.");

    public ParsedLine Parse(TextLine line)
    {
        var text = line.Text;
        if (TryReadTime(text, out var time))
        {
            MoveTo(time);
            return ParseTimed(line, text.AsSpan("[00:00] ".Length));
        }

        return text.StartsWith("=== ", StringComparison.Ordinal) ? ParseUntimed(line, text[4..]) : Unrecognised();
    }

    private ParsedLine ParseTimed(TextLine line, ReadOnlySpan<char> rest)
    {
        if (rest.StartsWith("<") && rest.IndexOf('>') is > 1 and var close)
        {
            var said = rest[(close + 1)..];
            return Said(line, "message", WithoutBlanks(rest[1..close].ToString()), (said.StartsWith(" ") ? said[1..] : said).ToString());
        }

        if (rest.StartsWith(" * "))
        {
            var (nick, action) = SplitNick(rest[3..].ToString());
            return nick is null ? Unrecognised() : Said(line, "action", nick, action);
        }

        return rest.StartsWith("-") && Notice().IsMatch(rest) ? ParsedLine.Ignored("notice") : Unrecognised();
    }

    private ParsedLine ParseUntimed(TextLine line, string rest)
    {
        if (rest.StartsWith("mode/", StringComparison.Ordinal))
        {
            return ParsedLine.Ignored("mode");
        }

        if (rest.StartsWith("..[topic/", StringComparison.Ordinal) || rest.StartsWith("Topic for #", StringComparison.Ordinal)
            || rest.StartsWith("Topic (#", StringComparison.Ordinal))
        {
            return ParsedLine.Ignored("topic");
        }

        if (rest.StartsWith("netjoined: ", StringComparison.Ordinal) || rest.StartsWith("netsplit: ", StringComparison.Ordinal))
        {
            return ParsedLine.Ignored("server");
        }

        if (Joined().Match(rest) is { Success: true } joined && NickBeforeHost(joined.Groups["who"].Value) is { } joiner)
        {
            return ParsedLine.Activity("join", Row(line, ActivityInputKind.Join, joiner));
        }

        if (Left().Match(rest) is { Success: true } left && NickBeforeHost(left.Groups["who"].Value) is { } leaver)
        {
            return ParsedLine.Activity("leave", Row(line, ActivityInputKind.Leave, leaver) with
            {
                LeaveKind = LeaveKind.Self, LeaveReason = Reason(left.Groups["why"].Value.Trim('"')),
            });
        }

        if (Kicked().Match(rest) is { Success: true } kicked && IsNick(WithoutBlanks(kicked.Groups["who"].Value)))
        {
            return ParsedLine.Activity("kick", Row(line, ActivityInputKind.Leave, WithoutBlanks(kicked.Groups["who"].Value)) with
            {
                LeaveKind = LeaveKind.Removed, LeaveReason = Reason($"{kicked.Groups["by"].Value}: {kicked.Groups["why"].Value}"),
            });
        }

        if (Renamed().Match(rest) is { Success: true } renamed
            && WithoutBlanks(renamed.Groups["old"].Value) is var old && IsNick(old)
            && WithoutBlanks(renamed.Groups["new"].Value) is var name && IsNick(name))
        {
            return ParsedLine.Activity("rename", Row(line, ActivityInputKind.Rename, old) with { NewExternalId = name, NewName = name });
        }

        var (nick, action) = SplitNick(rest);
        return nick is null || action.Length == 0 ? Unrecognised() : Said(line, "action", nick, action);
    }

    private ParsedLine Said(TextLine line, string kind, string nick, string text) => ParsedLine.Activity(
        kind, Row(line, ActivityInputKind.Message, nick) with { Text = text, Data = kind == "action" ? """{"action":true}""" : null });

    private ActivityInput Row(TextLine line, ActivityInputKind kind, string nick) => new()
    {
        Kind = kind,
        // The number in ten digits, so that the ids of a log sort as its lines do and each goes to the end of its index.
        ExternalId = $"{_fileName}:{line.Number:D10}:{EffectiveMessageRule.Hash(line.Text):x16}",
        OccurredAt = Instant(),
        Group = _group,
        Member = new IdentityReference(_platform, nick, nick),
    };

    private DateTimeOffset Instant()
    {
        var local = _date.ToDateTime(_time);
        while (_timeZone.IsInvalidTime(local))
        {
            local = local.AddHours(1);
        }

        return new DateTimeOffset(local, _timeZone.GetUtcOffset(local));
    }

    private void MoveTo(TimeOnly time)
    {
        if (time < _time)
        {
            ClockStepsBack++;
            if (_time.Hour >= LateEvening && time.Hour <= EarlyMorning)
            {
                _date = _date.AddDays(1);
            }
        }

        _time = time;
    }

    private static bool TryReadTime(string text, out TimeOnly time)
    {
        time = default;
        if (text.Length >= 8 && text[0] == '[' && text[3] == ':' && text[6] == ']' && text[7] == ' '
            && int.TryParse(text.AsSpan(1, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var hour) && hour < 24
            && int.TryParse(text.AsSpan(4, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var minute) && minute < 60)
        {
            time = new TimeOnly(hour, minute);
            return true;
        }

        return false;
    }

    /// <summary>The nick in <c>nick [user@host]</c>; null when it is none. The host has no blank that was not put in.</summary>
    private static string? NickBeforeHost(string who)
    {
        for (var bracket = who.LastIndexOf(" [", StringComparison.Ordinal); bracket > 0; bracket = who.LastIndexOf(" [", bracket - 1, StringComparison.Ordinal))
        {
            if (who.IndexOf('@', bracket) > 0 && who.EndsWith(']'))
            {
                who = who[..bracket];
                break;
            }
        }

        var nick = WithoutBlanks(who);
        return IsNick(nick) ? nick : null;
    }

    /// <summary>Splits a nick from what follows: one blank after a <c>]</c> belongs to the nick, as one was put in there.</summary>
    private static (string? Nick, string Said) SplitNick(string text)
    {
        var end = 0;
        while (end < text.Length && (text[end] != ' ' || (end > 0 && text[end - 1] == ']')))
        {
            end++;
        }

        var nick = WithoutBlanks(text[..end]);
        return IsNick(nick) ? (nick, end < text.Length ? text[(end + 1)..] : "") : (null, text);
    }

    private static string WithoutBlanks(string nick) => nick.Replace("] ", "]", StringComparison.Ordinal);

    /// <summary>RFC 2812, 2.3.1, and as servers have it since, of any length.</summary>
    private static bool IsNick(string text) => NickOnly().IsMatch(text);

    private static string? Reason(string text) => text.Length switch
    {
        0 => null,
        > Membership.LeaveReasonMaxLength => text[..Membership.LeaveReasonMaxLength],
        _ => text,
    };

    private static ParsedLine Unrecognised() =>
        ParsedLine.Rejected(ImportErrorCodes.UnrecognisedLine, "No line of an IRC log looks like this.");

    [GeneratedRegex(@"(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)")]
    private static partial Regex DateInName();

    [GeneratedRegex(@"^-[^ ]+:#\S+- ")]
    private static partial Regex Notice();

    [GeneratedRegex(@"^(?<who>.+?) +has joined #\S+ *$")]
    private static partial Regex Joined();

    [GeneratedRegex(@"^(?<who>.+?) +has left #\S+(?: +\[(?<why>.*)\])? *$")]
    private static partial Regex Left();

    [GeneratedRegex(@"^(?<who>.+?) +was kicked off #\S+ by (?<by>.+?) \((?<why>.*)\) *$")]
    private static partial Regex Kicked();

    [GeneratedRegex(@"^(?<old>.+?) +is now known as (?<new>.+?) *$")]
    private static partial Regex Renamed();

    [GeneratedRegex(@"^[A-Za-z_\[\]\\`^{}|][-0-9A-Za-z_\[\]\\`^{}|]*$")]
    private static partial Regex NickOnly();
}
