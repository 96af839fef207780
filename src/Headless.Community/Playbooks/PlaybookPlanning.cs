namespace Headless.Community;

/// <summary>Makes dates of steps.</summary>
public static class PlaybookPlanning
{
    /// <summary>A step whose time has just passed is still to be done: a join is seen some seconds after it happened.</summary>
    public static readonly TimeSpan Lateness = TimeSpan.FromMinutes(10);

    /// <summary>
    /// The instant of a step, UTC. Days are those of the local calendar, so the time of day stays what it is when the clocks change; a time
    /// that they jump over is as much later, one that comes twice is the earlier.
    /// </summary>
    /// <param name="start">The moment that days are counted from, UTC.</param>
    /// <param name="zone">The zone of the calendar.</param>
    /// <param name="dayOffset">Days after it.</param>
    /// <param name="minute">The local time of day; null: that of the start.</param>
    public static DateTime TimeOf(DateTime start, TimeZoneInfo zone, int dayOffset, int? minute)
    {
        if (dayOffset == 0 && minute is null)
        {
            return start;
        }

        var local = TimeZoneInfo.ConvertTimeFromUtc(start, zone);
        var day = DateOnly.FromDateTime(local).AddDays(dayOffset);
        return minute is { } of
            ? LocalTimes.ToUtc(zone, day, of)
            : LocalTimes.ToUtc(zone, day, (local.Hour * 60) + local.Minute).AddSeconds(local.Second);
    }

    /// <summary>The steps with their times, in the order of these; and of each whether its time has passed, so that it is left out.</summary>
    public static IReadOnlyList<PlannedStep> Dates(IEnumerable<PlaybookStep> steps, DateTime start, TimeZoneInfo zone, DateTime now) =>
    [
        .. steps
            .Select(step => (Step: step, At: TimeOf(start, zone, step.DayOffset, step.Minute)))
            .OrderBy(planned => planned.At).ThenBy(planned => planned.Step.Position)
            .Select(planned => new PlannedStep(planned.Step, planned.At, planned.At < now - Lateness)),
    ];

    /// <summary>Gives a run its tasks: all steps whose time has not passed. Their number.</summary>
    public static int Plan(PlaybookRun run, IEnumerable<PlaybookStep> steps, DateTime now)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(run.TimeZone);
        run.Tasks.AddRange(Dates(steps, run.StartsAt, zone, now).Where(step => !step.IsPast).Select(step => PlaybookTask.Plan(run, step.Step, step.DueAt)));
        return run.Tasks.Count;
    }
}

/// <summary>A step with a date.</summary>
/// <param name="Step">The step.</param>
/// <param name="DueAt">Its time, UTC.</param>
/// <param name="IsPast">Whether that has passed, so that there would be no task for it.</param>
public sealed record PlannedStep(PlaybookStep Step, DateTime DueAt, bool IsPast);
