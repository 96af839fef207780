namespace Headless.Community;

/// <summary>Makes of a plan what takes place and what is to be done before.</summary>
public static class CampaignPlanning
{
    /// <summary>The occurrences of a plan with their tasks; sets the plan's last day.</summary>
    /// <exception cref="DomainException">
    /// <see cref="DomainErrorCodes.InvalidRecurrence"/>; <see cref="DomainErrorCodes.CampaignStartsInPast"/>: the first one has passed.
    /// </exception>
    public static IReadOnlyList<CampaignOccurrence> Expand(Campaign campaign, CampaignPlan plan, DateTime now)
    {
        var rule = Recurrence.Parse(plan.Rule);
        var days = rule.DaysFrom(plan.FirstOn);
        var zone = TimeZoneInfo.FindSystemTimeZoneById(campaign.TimeZone);
        var first = LocalTimes.ToUtc(zone, days[0], plan.StartMinute);
        if (first < now)
        {
            throw new DomainException(DomainErrorCodes.CampaignStartsInPast, $"The campaign would first have taken place at {first:O}, which has passed: give a later firstOn.");
        }

        (plan.LastOn, plan.IsEndAssumed) = (days[^1], !rule.HasEnd);
        return [.. days.Select(day =>
        {
            var occurrence = CampaignOccurrence.Plan(campaign, day, LocalTimes.ToUtc(zone, day, plan.StartMinute), plan.DurationInMinutes);
            occurrence.Tasks.AddRange(TasksOf(plan, occurrence, zone, now));
            return occurrence;
        })];
    }

    /// <summary>What is to be said and done before an occurrence, as far as it is still to come.</summary>
    public static IEnumerable<CampaignTask> TasksOf(CampaignPlan plan, CampaignOccurrence occurrence, TimeZoneInfo zone, DateTime now)
    {
        // By the day on which it takes place: the notice of one that was moved moves with it.
        var day = DateOnly.FromDateTime(TimeZoneInfo.ConvertTimeFromUtc(occurrence.StartsAt, zone));
        var tasks = plan.Steps.Select(step => (step.Kind, At: LocalTimes.ToUtc(zone, day.AddDays(-step.DaysBefore), step.Minute), step.Text));
        if (plan is { CountdownFromMinutes: { } from, CountdownEveryMinutes: { } every, CountdownText: { } text })
        {
            tasks = tasks.Concat(Enumerable.Range(0, CampaignPlan.MaxCountdowns)
                .Select(index => from - (index * every))
                .TakeWhile(minutes => minutes > 0)
                .Select(minutes => (CampaignStepKind.Countdown, occurrence.StartsAt.AddMinutes(-minutes), text)));
        }

        return tasks.Where(task => task.At > now && task.At < occurrence.EndsAt)
            .OrderBy(task => task.At)
            .Select(task => new CampaignTask
            {
                CampaignId = occurrence.CampaignId, Campaign = occurrence.Campaign, Occurrence = occurrence, Kind = task.Kind, DueAt = task.At, Text = task.Text,
            });
    }
}
