using System.Diagnostics;
using Headless.Community;

namespace Headless.Benchmarks.Content;

/// <summary>How long it takes to plan a year of 300 weekly campaigns, each with a notice and a countdown, in a time zone whose clocks change.</summary>
internal static class CampaignYearBenchmark
{
    private const int Campaigns = 300;
    private const int Rounds = 5;

    public static void Run()
    {
        for (var round = 0; round < Rounds; round++)
        {
            var begin = Stopwatch.GetTimestamp();
            var planned = Enumerable.Range(0, Campaigns).Sum(Plan);
            Console.WriteLine($"a year of {Campaigns} campaigns: {planned} occurrences and tasks in {Stopwatch.GetElapsedTime(begin).TotalMilliseconds:F0} ms");
        }
    }

    private static int Plan(int campaign)
    {
        var plan = new CampaignPlan
        {
            Rule = "FREQ=WEEKLY;BYDAY=TH", FirstOn = new DateOnly(2026, 11, 2 + (campaign % 20)), StartMinute = 20 * 60, DurationInMinutes = 120,
            CountdownFromMinutes = 60, CountdownEveryMinutes = 20, CountdownText = "soon",
        };
        plan.Steps.Add(new CampaignStep { Kind = CampaignStepKind.Notice, DaysBefore = 1, Minute = 750, Text = "tomorrow" });
        var now = new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc);
        return CampaignPlanning.Expand(new Campaign { Name = "Thursday", TimeZone = "Europe/Berlin" }, plan, now).Sum(o => 1 + o.Tasks.Count);
    }
}
