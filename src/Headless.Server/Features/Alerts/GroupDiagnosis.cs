using Headless.Server.Access;
using Headless.Server.Alerts;

namespace Headless.Server.Features.Alerts;

/// <summary>Why groups die, as S2 has it .</summary>
public enum DeathCause
{
    UnclearAudience,
    StaffIgnores,
    NoActivities,
    NoContinuousOperation,
}

[GraphQLDescription("One of the four causes, and whether it applies.")]
public sealed record DiagnosedCause(
    [property: GraphQLDescription("The cause.")] DeathCause Cause,
    [property: GraphQLDescription("Whether it applies; null: it cannot be told.")] bool? Applies,
    [property: GraphQLDescription("What that rests on.")] IReadOnlyList<AlertFigure> Evidence,
    [property: GraphQLDescription("Why it cannot be told: NO_STAFF_ACCOUNTS, nobody said which accounts are its staff's; TOO_NEW. Null where it can.")] string? UnknownReason);

[GraphQLDescription("Whether a group is dead, and the four causes. They go together with its silence; they need not be why.")]
public sealed record GroupDiagnosis(
    [property: GraphQLDescription("Whether no member has said anything for deadAfterDays; null while it is younger than that.")] bool? IsDead,
    [property: GraphQLDescription("For how many days no member has said anything; null: never, or for more than a year.")] int? SilentDays,
    [property: GraphQLDescription("After how many days of silence a group is dead (Alerts:DeadDays). The article gives no number; this one is ours.")] int DeadAfterDays,
    [property: GraphQLDescription("The four causes, always all of them.")] IReadOnlyList<DiagnosedCause> Causes);

/// <summary><c>enum DeathCause</c>.</summary>
public sealed class DeathCauseEnumType : EnumType<DeathCause>
{
    protected override void Configure(IEnumTypeDescriptor<DeathCause> descriptor)
    {
        descriptor.Description("Why groups die.");
        descriptor.Value(DeathCause.UnclearAudience).Description("Nobody said for whom it is, or why. Evidence: missingAnswers of the positioning, hasAudience, hasPurpose.");
        descriptor.Value(DeathCause.StaffIgnores).Description("Its owner and administrators ignore it. Evidence: staffAccounts, daysSinceStaffSpoke (-1: never), limitDays.");
        descriptor.Value(DeathCause.NoActivities).Description("Nothing happens in it. Evidence: campaigns of the last windowDays, windowDays.");
        descriptor.Value(DeathCause.NoContinuousOperation)
            .Description("It is not kept up: a week without a campaign, an announcement, a content item or a word of an account that staff or machines control. Evidence: weeks, weeksWithOperation.");
    }
}

/// <summary>Diagnoses of groups: a constant number of statements, however many groups.</summary>
public sealed class GroupDiagnosisDataLoader(
    CommunityDatabase database, Caller caller, IServiceProvider services, TimeProvider clock, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<long, GroupDiagnosis>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<long, GroupDiagnosis>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        return await services.GetRequiredService<GroupDiagnosisReader>().ReadAsync(db, [.. keys], clock.GetUtcNow().UtcDateTime, cancellationToken);
    }
}

/// <summary>Reads what speaks for each cause.</summary>
internal sealed class GroupDiagnosisReader(GroupVitals vitals, AlertOptions options, StaffingOptions staffing)
{
    private const int Weeks = 4;
    private const int DaysOfWeek = 7;
    private const int WindowDays = Weeks * DaysOfWeek;

    public async Task<IReadOnlyDictionary<long, GroupDiagnosis>> ReadAsync(CommunityDbContext db, long[] ids, DateTime now, CancellationToken ct)
    {
        var today = vitals.Today(now);
        var firstDay = today.AddDays(1 - WindowDays);
        var from = vitals.StartOf(firstDay);
        var groups = await db.Groups.AsNoTracking().Where(g => ids.Contains(g.Id)).ToDictionaryAsync(g => g.Id, ct);
        var last = await vitals.LastSpeechAsync(db, ids, now, ct);
        var staff = await GroupVitals.StaffAsync(db, ids, ct);
        var campaigns = (await db.CampaignGroups.AsNoTracking()
            .Where(g => ids.Contains(g.GroupId) && g.Campaign.StartsAt <= now && (g.Campaign.StartsAt >= from || g.Campaign.EndsAt >= from)
                && g.Campaign.Status != CampaignStatus.Cancelled && g.Campaign.Status != CampaignStatus.Draft)
            .Select(g => new { g.GroupId, From = g.Campaign.StartsAt!.Value, To = g.Campaign.EndsAt }).ToListAsync(ct)).ToLookup(g => g.GroupId);
        var told = (await db.Announcements.AsNoTracking().Where(a => ids.Contains(a.GroupId) && a.PublishedAt >= from && a.PublishedAt <= now)
            .Select(a => new { a.GroupId, At = a.PublishedAt!.Value }).ToListAsync(ct)).ToLookup(a => a.GroupId, a => vitals.Today(a.At));
        var contents = (await db.ContentUses.AsNoTracking().Where(u => ids.Contains(u.GroupId) && u.UsedAt >= from && u.UsedAt <= now)
            .Select(u => new { u.GroupId, At = u.UsedAt }).ToListAsync(ct)).ToLookup(u => u.GroupId, u => vitals.Today(u.At));
        var words = (await db.GroupDays.AsNoTracking().Where(d => ids.Contains(d.GroupId) && d.Day >= firstDay && d.ExcludedMessages > 0)
            .Select(d => new { d.GroupId, d.Day }).ToListAsync(ct)).ToLookup(d => d.GroupId, d => d.Day);
        return groups.Values.ToDictionary(g => g.Id, g =>
        {
            var age = today.DayNumber - vitals.Today(g.OpensAt ?? g.CreatedAt).DayNumber;
            var silent = vitals.SilentDays(last, g.Id, now);
            var weeks = Enumerable.Range(0, Weeks).Count(week =>
            {
                var (start, end) = (firstDay.AddDays(week * DaysOfWeek), firstDay.AddDays((week + 1) * DaysOfWeek));
                return told[g.Id].Concat(contents[g.Id]).Concat(words[g.Id]).Any(day => day >= start && day < end)
                    || campaigns[g.Id].Any(c => vitals.Today(c.From) < end && (c.To is null || vitals.Today(c.To.Value) >= start));
            });
            return new GroupDiagnosis(
                age < options.DeadDays ? null : silent is null || silent >= options.DeadDays, silent, options.DeadDays,
                [Audience(g), StaffIgnores(staff.GetValueOrDefault(g.Id), age, now), NoActivities(campaigns[g.Id].Count(), age), NoOperation(weeks, age)]);
        });
    }

    private static DiagnosedCause Audience(Group group)
    {
        var missing = group.Positioning.Missing;
        var (hasWho, hasWhy) = (!missing.Contains(PositioningQuestion.Who), !missing.Contains(PositioningQuestion.Why));
        return new DiagnosedCause(
            DeathCause.UnclearAudience, !hasWho || !hasWhy,
            [new AlertFigure("missingAnswers", missing.Count), new AlertFigure("hasAudience", hasWho ? 1 : 0), new AlertFigure("hasPurpose", hasWhy ? 1 : 0)], null);
    }

    private DiagnosedCause StaffIgnores(StaffPresence? staff, int age, DateTime now)
    {
        var days = staff?.LastMessageAt is { } at ? Math.Max(0, vitals.Today(now).DayNumber - vitals.Today(at).DayNumber) : -1;
        var unknown = staff is null or { Accounts: 0 } && days < 0 ? "NO_STAFF_ACCOUNTS" : days < 0 && age < staffing.NoActiveStaffDays ? "TOO_NEW" : null;
        return new DiagnosedCause(
            DeathCause.StaffIgnores, unknown is null ? days < 0 || days >= staffing.NoActiveStaffDays : null,
            [new AlertFigure("staffAccounts", staff?.Accounts ?? 0), new AlertFigure("daysSinceStaffSpoke", days), new AlertFigure("limitDays", staffing.NoActiveStaffDays)], unknown);
    }

    private static DiagnosedCause NoActivities(int campaigns, int age) => new(
        DeathCause.NoActivities, campaigns > 0 ? false : age < WindowDays ? null : true,
        [new AlertFigure("campaigns", campaigns), new AlertFigure("windowDays", WindowDays)], campaigns == 0 && age < WindowDays ? "TOO_NEW" : null);

    private static DiagnosedCause NoOperation(int weeks, int age) => new(
        DeathCause.NoContinuousOperation, weeks == Weeks ? false : age < WindowDays ? null : true,
        [new AlertFigure("weeks", Weeks), new AlertFigure("weeksWithOperation", weeks)], weeks < Weeks && age < WindowDays ? "TOO_NEW" : null);
}
