using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Headless.Metrics.Tests.Rollups;

/// <summary>A line that somebody said, at Shanghai's time.</summary>
internal sealed record SaidLine(string Who, DateTime At, bool IsEffective)
{
    public DateOnly Day => DateOnly.FromDateTime(At);
}

/// <summary>What the #ubuntu files say, read with plain expressions and by no rule of the product but the definition of an effective message.</summary>
internal sealed partial class UbuntuIrcLines
{
    public List<SaidLine> Messages { get; } = [];

    public static UbuntuIrcLines Read(string folder)
    {
        var all = new UbuntuIrcLines();
        var (person, previous) = (new Dictionary<string, string>(), new Dictionary<string, string>());
        foreach (var file in Directory.GetFiles(folder).Order(StringComparer.Ordinal))
        {
            var date = DateTime.ParseExact(Path.GetFileName(file)[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture);
            var lines = File.ReadAllLines(file, Encoding.Latin1);
            var time = lines.Select(line => Timed().Match(line)).First(match => match.Success).Groups[1].Value;
            foreach (var line in lines)
            {
                time = Timed().Match(line) is { Success: true } clock ? clock.Groups[1].Value : time;
                if (Rename().Match(line) is { Success: true } rename)
                {
                    person[Plain(rename.Groups[2].Value)] = Person(Plain(rename.Groups[1].Value));
                }
                else if (Said().Match(line) is { Success: true } said)
                {
                    var (who, text) = (Person(Plain(said.Groups["nick"].Value)), said.Groups["text"].Value.Trim());
                    var isEffective = Regex.Count(text, @"\p{L}") >= 2 && !Regex.IsMatch(text, "^[/!][A-Za-z0-9]") && previous.GetValueOrDefault(who) != text;
                    all.Messages.Add(new SaidLine(who, date.Add(TimeSpan.ParseExact(time, @"hh\:mm", CultureInfo.InvariantCulture)).AddHours(8), isEffective));
                    previous[who] = text;
                }
            }
        }

        return all;

        string Person(string nick) => person.GetValueOrDefault(nick, nick);

        static string Plain(string nick) => nick.Replace("] ", "]");
    }

    [GeneratedRegex(@"^\[(\d\d:\d\d)\] ")]
    private static partial Regex Timed();

    [GeneratedRegex(@"^=== (\S+(?<=\]) ?\S*|\S+) +is now known as (.+?)\s*$")]
    private static partial Regex Rename();

    [GeneratedRegex(@"^(?:\[\d\d:\d\d\] <(?<nick>[^>]+)> ?(?<text>.*)|\[\d\d:\d\d\]  \* (?<nick>\S+) (?<text>.*)|=== (?<nick>[A-Za-z_`|{}\\^\[\]][-\w`|{}\\^\[\]]*) (?!.*(?:has joined #|has left #|was kicked off #|is now known as ))(?!for #|\(#)(?<text>.+))$")]
    private static partial Regex Said();
}
