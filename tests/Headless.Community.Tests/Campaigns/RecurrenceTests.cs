using static Headless.Community.Tests.RuleAssertions;

namespace Headless.Community.Tests.Campaigns;

public sealed class RecurrenceTests
{
    [Theory]
    [InlineData("FREQ=WEEKLY;BYDAY=TH;COUNT=3", "2026-11-22", "2026-11-26 2026-12-03 2026-12-10")]
    [InlineData("FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;UNTIL=20261218", "2026-12-01", "2026-12-01 2026-12-03 2026-12-15 2026-12-17")]
    [InlineData("FREQ=DAILY;INTERVAL=2;COUNT=3", "2026-12-30", "2026-12-30 2027-01-01 2027-01-03")]
    [InlineData("FREQ=DAILY;BYDAY=SA,SU;COUNT=2", "2026-11-23", "2026-11-28 2026-11-29")]
    [InlineData("FREQ=MONTHLY;BYDAY=2TH;COUNT=2", "2026-11-01", "2026-11-12 2026-12-10")]
    [InlineData("FREQ=MONTHLY;BYDAY=-1FR;COUNT=2", "2026-11-01", "2026-11-27 2026-12-25")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3", "2026-11-01", "2026-12-31 2027-01-31 2027-03-31")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=2", "2027-02-01", "2027-02-28 2027-03-31")]
    [InlineData("FREQ=MONTHLY;COUNT=2", "2027-01-30", "2027-01-30 2027-03-30")]
    [InlineData("rrule:freq=monthly;bymonth=2;bymonthday=29;until=20290101", "2026-11-01", "2028-02-29")]
    public void Days_are_those_of_rfc_5545(string rule, string first, string expected) =>
        string.Join(' ', Recurrence.Parse(rule).DaysFrom(DateOnly.Parse(first, System.Globalization.CultureInfo.InvariantCulture)).Select(d => d.ToString("O", System.Globalization.CultureInfo.InvariantCulture)))
            .ShouldBe(expected);

    [Theory]
    [InlineData("FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=31;COUNT=3")]
    [InlineData("FREQ=WEEKLY;BYDAY=TH;UNTIL=20260101")]
    [InlineData("FREQ=WEEKLY;UNTIL=20260231")]
    [InlineData("FREQ=DAILY;COUNT=100000")]
    [InlineData("FREQ=DAILY;UNTIL=20991231")]
    [InlineData("FREQ=YEARLY")]
    [InlineData("FREQ=WEEKLY;BYDAY=2TH")]
    [InlineData("FREQ=WEEKLY;BYDAY=XX")]
    [InlineData("FREQ=WEEKLY;COUNT=2;UNTIL=20270101")]
    [InlineData("FREQ=WEEKLY;COUNT=2;COUNT=3")]
    [InlineData("FREQ=WEEKLY;BYMONTHDAY=3")]
    [InlineData("FREQ=MONTHLY;BYMONTHDAY=0")]
    [InlineData("every Thursday")]
    [InlineData("")]
    public void What_never_takes_place_or_is_no_rule_is_refused(string rule) =>
        ShouldBeRefused(() => Recurrence.Parse(rule).DaysFrom(new DateOnly(2026, 11, 22)), "INVALID_RECURRENCE");

    [Fact]
    public void A_rule_without_an_end_is_given_one()
    {
        var rule = Recurrence.Parse("FREQ=WEEKLY;BYDAY=TH");
        rule.HasEnd.ShouldBeFalse();
        var days = rule.DaysFrom(new DateOnly(2026, 11, 22));
        (days.Count, days[^1]).ShouldBe((52, new DateOnly(2027, 11, 18)));
    }

    /// <summary>Fixture 9: a Thursday event with a Wednesday notice, across the change of clocks and the end of the year.</summary>
    [Fact]
    public void A_local_time_stays_the_same_when_the_clocks_change()
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        var campaign = new Campaign { Name = "Thursday", TimeZone = "Europe/Berlin" };
        var plan = new CampaignPlan { Rule = "FREQ=WEEKLY;BYDAY=TH;COUNT=12", FirstOn = new DateOnly(2026, 10, 22), StartMinute = 20 * 60, DurationInMinutes = 120 };
        plan.Steps.Add(new CampaignStep { Kind = CampaignStepKind.Notice, DaysBefore = 1, Minute = (12 * 60) + 30, Text = "tomorrow" });
        var occurrences = CampaignPlanning.Expand(campaign, plan, new DateTime(2026, 10, 1, 0, 0, 0, DateTimeKind.Utc));
        occurrences.Count.ShouldBe(12);
        occurrences[0].StartsAt.ShouldBe(new DateTime(2026, 10, 22, 18, 0, 0, DateTimeKind.Utc));
        occurrences[1].StartsAt.ShouldBe(new DateTime(2026, 10, 29, 19, 0, 0, DateTimeKind.Utc));
        occurrences.Single(o => o.On == new DateOnly(2026, 12, 31)).Tasks.Single().DueAt.ShouldBe(new DateTime(2026, 12, 30, 11, 30, 0, DateTimeKind.Utc));
        occurrences[^1].On.ShouldBe(new DateOnly(2027, 1, 7));
        occurrences.ShouldAllBe(o => TimeZoneInfo.ConvertTimeFromUtc(o.StartsAt, berlin).TimeOfDay == TimeSpan.FromHours(20));
        occurrences.SelectMany(o => o.Tasks).ShouldAllBe(t => TimeZoneInfo.ConvertTimeFromUtc(t.DueAt, berlin).DayOfWeek == DayOfWeek.Wednesday);
    }

    [Fact]
    public void A_time_that_does_not_exist_is_later_and_one_that_comes_twice_the_first()
    {
        var berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");
        LocalTimes.ToUtc(berlin, new DateOnly(2027, 3, 28), (2 * 60) + 30).ShouldBe(new DateTime(2027, 3, 28, 1, 30, 0, DateTimeKind.Utc));
        LocalTimes.ToUtc(berlin, new DateOnly(2026, 10, 25), (2 * 60) + 30).ShouldBe(new DateTime(2026, 10, 25, 0, 30, 0, DateTimeKind.Utc));
    }

    /// <summary>Its time is measured in the benchmarks (<c>content</c>).</summary>
    [Fact]
    public void A_year_of_three_hundred_campaigns_is_planned_in_little_memory()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var planned = PlanYear();
        planned.ShouldBe(((300 * 52) + 135) * 5, "every Thursday with a notice and three announcements; 135 of the years have 53 of them");
        ((GC.GetAllocatedBytesForCurrentThread() - before) / planned).ShouldBeLessThan(600);
    }

    private static int PlanYear()
    {
        var now = new DateTime(2026, 11, 1, 0, 0, 0, DateTimeKind.Utc);
        return Enumerable.Range(0, 300).Sum(i =>
        {
            var plan = new CampaignPlan
            {
                Rule = "FREQ=WEEKLY;BYDAY=TH", FirstOn = new DateOnly(2026, 11, 2 + (i % 20)), StartMinute = 20 * 60, DurationInMinutes = 120,
                CountdownFromMinutes = 60, CountdownEveryMinutes = 20, CountdownText = "soon",
            };
            plan.Steps.Add(new CampaignStep { Kind = CampaignStepKind.Notice, DaysBefore = 1, Minute = 750, Text = "tomorrow" });
            return CampaignPlanning.Expand(new Campaign { Name = "c", TimeZone = "Europe/Berlin" }, plan, now).Sum(o => 1 + o.Tasks.Count);
        });
    }
}
