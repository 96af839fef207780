using System.Globalization;
using System.Text;

namespace Headless.Benchmarks.Ingest;

/// <summary>
/// Logs as an IRC channel writes them, made up from a fixed seed: mostly messages, with people who come, go, rename themselves and act,
/// a few of whom say most of it.
/// </summary>
internal static class GeneratedLog
{
    private const int LinesOfDay = 2_000;
    private const int People = 4_000;

    private static readonly string[] Words =
        "kernel driver sound panel apt mirror upgrade reboot screen wireless printer mount disk user login session package how why the a is not it works"
            .Split(' ');

    /// <summary>Writes one file for each day.</summary>
    /// <returns>The number of lines.</returns>
    public static int Write(string folder, int days)
    {
        Directory.CreateDirectory(folder);
        var random = new Random(42);
        var text = new StringBuilder();
        var lines = 0;
        for (var day = 0; day < days; day++)
        {
            text.Clear();
            var present = new HashSet<int>();
            for (var line = 0; line < LinesOfDay; line++)
            {
                var minute = line * 1440 / LinesOfDay;
                var person = (int)(People * Math.Pow(random.NextDouble(), 3));
                text.AppendLine(Line(random, present, person, string.Create(CultureInfo.InvariantCulture, $"{minute / 60:D2}:{minute % 60:D2}")));
                lines++;
            }

            var date = new DateOnly(2012, 1, 1).AddDays(day);
            File.WriteAllText(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{date:yyyy-MM-dd}.a.txt")), text.ToString());
        }

        return lines;
    }

    private static string Line(Random random, HashSet<int> present, int person, string time) => random.Next(100) switch
    {
        < 8 when present.Add(person) => $"=== nick{person} [n=nick{person}@example.org] has joined #ubuntu",
        < 14 when present.Remove(person) => $"=== nick{person} [n=nick{person}@example.org] has left #ubuntu []",
        < 17 => $"[{time}]  * nick{person} {Sentence(random)}",
        _ => $"[{time}] <nick{person}> {Sentence(random)}",
    };

    private static string Sentence(Random random)
        => string.Join(' ', Enumerable.Range(0, random.Next(2, 18)).Select(_ => Words[random.Next(Words.Length)]));
}
