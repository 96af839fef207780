using Headless.Server.Access;
using Headless.Server.Alerts;

namespace Headless.Server.Features.Alerts;

/// <summary>What a group's health is made of.</summary>
public enum HealthPartKind
{
    Interaction,
    Leaving,
    NewMembers,
    Silence,
    Staff,
    Violations,
    Capacity,
}

/// <summary>How a part of a group's health stands.</summary>
public enum HealthState
{
    Ok,
    OutOfLimit,
    Unknown,
}

[GraphQLDescription("One part of a group's health: a figure and its limit.")]
public sealed record HealthPart(
    [property: GraphQLDescription("What it is about.")] HealthPartKind Kind,
    [property: GraphQLDescription("How it stands.")] HealthState State,
    [property: GraphQLDescription("The figure; null: there is none.")] double? Value,
    [property: GraphQLDescription("Where it becomes a matter; null: nothing limits it.")] double? Limit,
    [property: GraphQLDescription("The upper number of a share, or the count.")] decimal? Numerator,
    [property: GraphQLDescription("The lower number of a share.")] decimal? Denominator,
    [property: GraphQLDescription("Over how many days; null: as it is now.")] int? WindowDays,
    [property: GraphQLDescription("UNKNOWN: why. TOO_NEW: it has not been open for the window; LOW_SAMPLE; NO_FIGURE; NO_STAFF_ACCOUNTS: nobody said which accounts are its staff's. Null otherwise.")] string? UnknownReason);

[GraphQLDescription("A group's health, part by part. There is no score: a number that nobody can take apart helps nobody.")]
public sealed record GroupHealth(
    [property: GraphQLDescription("The parts, always all of them in the same order.")] IReadOnlyList<HealthPart> Parts,
    [property: GraphQLDescription("How many are out of their limit.")] int OutOfLimit,
    [property: GraphQLDescription("How many cannot be told.")] int Unknown);

/// <summary><c>enum HealthPartKind</c>.</summary>
public sealed class HealthPartKindEnumType : EnumType<HealthPartKind>
{
    protected override void Configure(IEnumTypeDescriptor<HealthPartKind> descriptor)
    {
        descriptor.Description("What a group's health is made of. The limits are those of the alerts (Alerts:… of the configuration).");
        descriptor.Value(HealthPartKind.Interaction).Description("INTERACTION_RATE of the last days; too low is out of limit.");
        descriptor.Value(HealthPartKind.Leaving).Description("LEAVE_RATE of thirty days, of a new group since it opened, seven days at least; too high is out of limit.");
        descriptor.Value(HealthPartKind.NewMembers).Description("JOIN_COUNT of the last days; none is out of limit.");
        descriptor.Value(HealthPartKind.Silence).Description("Days since a member last said something; too many are out of limit.");
        descriptor.Value(HealthPartKind.Staff).Description("Days since an account of its staff last said something; too many are out of limit.");
        descriptor.Value(HealthPartKind.Violations).Description("Violations ÷ messages of seven days; too high is out of limit.");
        descriptor.Value(HealthPartKind.Capacity).Description("Accounts ÷ how many it can have; nearly full is out of limit.");
    }
}

/// <summary><c>enum HealthState</c>.</summary>
public sealed class HealthStateEnumType : EnumType<HealthState>
{
    protected override void Configure(IEnumTypeDescriptor<HealthState> descriptor)
    {
        descriptor.Description("How a part stands.");
        descriptor.Value(HealthState.Ok).Description("Within its limit.");
        descriptor.Value(HealthState.OutOfLimit).Description("Out of its limit.");
        descriptor.Value(HealthState.Unknown).Description("It cannot be told; unknownReason says why.");
    }
}

/// <summary>How a group does.</summary>
[ExtendObjectType<Group>]
public sealed class HealthOfGroup
{
    [Authorize(Policies.ReadMetrics)]
    [Cost(5)]
    [GraphQLDescription("How it does, part by part, each with its number and its limit. For many groups at once it is the same number of statements.")]
    public static async Task<GroupHealth> GetHealthAsync(
        [Parent(nameof(Group.Id))] Group group, GroupHealthDataLoader health, CancellationToken cancellationToken) =>
        (await health.LoadAsync(group.Id, cancellationToken))!;

    [Authorize(Policies.ReadMetrics)]
    [Cost(5)]
    [GraphQLDescription("Whether it is dead and why, by the article's four causes, each with its evidence. For many groups at once it is the same number of statements.")]
    public static async Task<GroupDiagnosis> GetDiagnosisAsync(
        [Parent(nameof(Group.Id))] Group group, GroupDiagnosisDataLoader diagnoses, CancellationToken cancellationToken) =>
        (await diagnoses.LoadAsync(group.Id, cancellationToken))!;
}

/// <summary>The health of groups: a constant number of statements, however many groups.</summary>
public sealed class GroupHealthDataLoader(
    CommunityDatabase database, Caller caller, IServiceProvider services, TimeProvider clock, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<long, GroupHealth>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<long, GroupHealth>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        return await services.GetRequiredService<GroupHealthReader>().ReadAsync(db, [.. keys], clock.GetUtcNow().UtcDateTime, cancellationToken);
    }
}

/// <summary>Reads the health of groups.</summary>
internal sealed class GroupHealthReader(GroupVitals vitals, AlertOptions options, StaffingOptions staffing)
{
    private const int ViolationDays = 7;
    private const int LeaveDays = 30;
    private const int NewGroupDays = 7;

    public async Task<IReadOnlyDictionary<long, GroupHealth>> ReadAsync(CommunityDbContext db, long[] ids, DateTime now, CancellationToken ct)
    {
        var (today, policies) = (vitals.Today(now), await PlatformPolicies.LoadAsync(db, ct));
        var groups = await db.Groups.AsNoTracking().Where(g => ids.Contains(g.Id))
            .Select(g => new { g.Id, g.Platform, g.Capacity, Since = g.OpensAt ?? g.CreatedAt, Accounts = g.Memberships.Count(m => m.LeftAt == null) }).ToListAsync(ct);
        var last = await vitals.LastSpeechAsync(db, ids, now, ct);
        var staff = await GroupVitals.StaffAsync(db, ids, ct);
        var kept = await vitals.RuleKeepingAsync(db, ids, new MetricWindow(today.AddDays(-ViolationDays), today.AddDays(1)), ct);
        var interaction = await vitals.MetricAsync(db, ids, MetricKey.InteractionRate, vitals.DaysBefore(now, options.InteractionDays), ct);
        var joins = await vitals.MetricAsync(db, ids, MetricKey.JoinCount, new MetricWindow(today.AddDays(1 - options.NoNewMembersDays), today.AddDays(1)), ct);
        var leaving = await vitals.MetricAsync(db, ids, MetricKey.LeaveRate, vitals.DaysBefore(now, LeaveDays), ct);
        return groups.ToDictionary(g => g.Id, g =>
        {
            var (age, staffOf, rules) = (today.DayNumber - vitals.Today(g.Since).DayNumber, staff.GetValueOrDefault(g.Id), kept[g.Id]);
            var silent = vitals.SilentDays(last, g.Id, now);
            var capacity = GroupCapacity.Of(g.Platform, g.Capacity, g.Accounts, policies, now);
            List<HealthPart> parts =
            [
                OfMetric(HealthPartKind.Interaction, interaction[g.Id], options.InteractionBelow, options.InteractionDays, age, value => value < options.InteractionBelow),
                Leaving(leaving[g.Id], age),
                Of(HealthPartKind.NewMembers, (double)joins[g.Id].Numerator, 1, joins[g.Id].Numerator, null, options.NoNewMembersDays, age < options.NoNewMembersDays && joins[g.Id].Numerator == 0 ? "TOO_NEW" : null, v => v < 1),
                Of(HealthPartKind.Silence, silent, options.SilentDays, silent, null, null, silent is null && age < options.SilentDays ? "TOO_NEW" : null, v => v is null || v >= options.SilentDays),
                Staff(staffOf, age, now),
                Of(HealthPartKind.Violations, rules.Messages == 0 ? null : (double)rules.Violations / rules.Messages, options.ViolationShareAbove, rules.Violations, rules.Messages, ViolationDays,
                    rules.Messages == 0 ? "NO_FIGURE" : rules.Messages < options.MinSample ? "LOW_SAMPLE" : null, v => v > options.ViolationShareAbove),
                Of(HealthPartKind.Capacity, capacity.Limit is { } limit ? (double)capacity.Accounts / limit : null, capacity.Limit is null ? null : options.CapacityNearShare, capacity.Accounts, capacity.Limit, null,
                    null, v => v >= options.CapacityNearShare),
            ];
            return new GroupHealth(parts, parts.Count(p => p.State == HealthState.OutOfLimit), parts.Count(p => p.State == HealthState.Unknown));
        });
    }

    private HealthPart Leaving(MetricValue rate, int age)
    {
        var (isNew, limit) = (age < LeaveDays, age < LeaveDays ? options.NewGroupLeaveRateAbove : options.LeaveRateAbove);
        return OfMetric(HealthPartKind.Leaving, rate, limit, isNew ? NewGroupDays : LeaveDays, age, value => value > limit) with { WindowDays = isNew ? Math.Min(age, LeaveDays) : LeaveDays };
    }

    private HealthPart Staff(StaffPresence? staff, int age, DateTime now)
    {
        var days = staff?.LastMessageAt is { } at ? Math.Max(0, vitals.Today(now).DayNumber - vitals.Today(at).DayNumber) : (int?)null;
        var unknown = staff is null or { Accounts: 0 } && days is null ? "NO_STAFF_ACCOUNTS" : days is null && age < staffing.NoActiveStaffDays ? "TOO_NEW" : null;
        return Of(HealthPartKind.Staff, days, staffing.NoActiveStaffDays, days, null, null, unknown, v => v is null || v >= staffing.NoActiveStaffDays);
    }

    private HealthPart OfMetric(HealthPartKind kind, MetricValue value, double limit, int windowDays, int age, Func<double?, bool> isOut) => Of(
        kind, value.Value, limit, value.Numerator, value.Denominator, windowDays,
        age < windowDays ? "TOO_NEW" : value.Value is null ? "NO_FIGURE" : value.SampleSize < options.MinSample ? "LOW_SAMPLE" : null, isOut);

    private static HealthPart Of(
        HealthPartKind kind, double? value, double? limit, decimal? numerator, decimal? denominator, int? windowDays, string? unknown, Func<double?, bool> isOut) => new(
        kind, unknown is not null ? HealthState.Unknown : isOut(value) ? HealthState.OutOfLimit : HealthState.Ok, value, limit, numerator, denominator, windowDays, unknown);
}
