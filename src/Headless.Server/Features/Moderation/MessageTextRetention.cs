using System.Text.Json;
using Headless.Server.Timers;
using Headless.Server.Writing;

namespace Headless.Server.Features.Moderation;

/// <summary>The section <c>Retention</c> of the configuration.</summary>
public sealed record RetentionOptions
{
    public const string SectionName = "Retention";

    /// <summary>Texts are kept at least so long: rules look back a day.</summary>
    public static readonly TimeSpan Shortest = TimeSpan.FromDays(1);

    /// <summary>How long the texts of messages are kept after they entered the log, such as <c>90.00:00:00</c>; null: as long as the log.</summary>
    public TimeSpan? MessageText { get; init; }

    /// <summary>Reads the section.</summary>
    /// <exception cref="InvalidOperationException">It says less than a day.</exception>
    internal static RetentionOptions From(IConfiguration configuration)
    {
        var options = configuration.GetSection(SectionName).Get<RetentionOptions>() ?? new RetentionOptions();
        return options.MessageText < Shortest
            ? throw new InvalidOperationException($"Retention:MessageText is {options.MessageText}: texts are kept for a day (1.00:00:00) at least, or for good without the setting.")
            : options;
    }
}

/// <summary>
/// Empties the texts of messages and comments that have been in the log as long as the setting says, and the evidence of violations of that age.
/// What was counted of them stays: whether a message is effective was decided when it came.
/// </summary>
public sealed class MessageTextRetention(IConfiguration configuration) : ITimedWork
{
    private const int MaxRows = 500;

    /// <summary>What FLOOD and REPEAT rules remember is of no use after a day, which is counted from the last message.</summary>
    private static readonly TimeSpan s_trails = TimeSpan.FromDays(2);

    private readonly RetentionOptions _options = RetentionOptions.From(configuration);

    public async Task<bool> IsDueAsync(CommunityDbContext db, DateTime now, CancellationToken ct)
    {
        var oldTrail = now - s_trails;
        if (await db.MessageTrails.AnyAsync(trail => trail.UpdatedAt < oldTrail, ct))
        {
            return true;
        }

        if (_options.MessageText is not { } kept)
        {
            return false;
        }

        var (before, state) = (now - kept, await FindStateAsync(db, ct));
        return await db.Activities.Where(a => a.Id > state.LastActivityId).OrderBy(a => a.Id).Take(1).AnyAsync(a => a.RecordedAt < before, ct)
            || await db.Violations.Where(v => v.Id > state.LastViolationId).OrderBy(v => v.Id).Take(1).AnyAsync(v => v.CreatedAt < before, ct);
    }

    public async Task RunAsync(WriteSession session)
    {
        var (db, ct) = (session.Db, session.CancellationToken);
        var oldTrail = session.Now - s_trails;
        await db.MessageTrails.Where(trail => trail.UpdatedAt < oldTrail).ExecuteDeleteAsync(ct);
        if (_options.MessageText is not { } kept)
        {
            return;
        }

        var before = session.Now - kept;
        var state = await FindStateAsync(db, ct);
        if (state.LastActivityId == 0 && state.LastViolationId == 0 && db.Entry(state).State == EntityState.Detached)
        {
            db.RetentionStates.Add(state);
        }

        var (texts, evidence) = (await EmptyTextsAsync(db, state, before, ct), await EmptyEvidenceAsync(db, state, before, ct));
        if (texts + evidence > 0)
        {
            session.Record(ActivityKind.MessageTextsEmptied, () => new ActivitySubject { Data = JsonSerializer.Serialize(new { messages = texts, violations = evidence }) });
        }
    }

    private static async Task<int> EmptyTextsAsync(CommunityDbContext db, RetentionState state, DateTime before, CancellationToken ct)
    {
        var from = state.LastActivityId;
        var rows = await db.Activities.Where(a => a.Id > from).OrderBy(a => a.Id).Take(MaxRows).Select(a => new { a.Id, a.RecordedAt }).ToListAsync(ct);
        var done = rows.TakeWhile(row => row.RecordedAt < before).Select(row => row.Id).DefaultIfEmpty(from).Last();
        state.LastActivityId = done;
        return done == from ? 0 : await db.Activities
            .Where(a => a.Id > from && a.Id <= done && (a.Kind == ActivityKind.MessageSent || a.Kind == ActivityKind.ContentCommented) && a.Text != null)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.Text, (string?)null), ct);
    }

    private static async Task<int> EmptyEvidenceAsync(CommunityDbContext db, RetentionState state, DateTime before, CancellationToken ct)
    {
        var from = state.LastViolationId;
        var rows = await db.Violations.Where(v => v.Id > from).OrderBy(v => v.Id).Take(MaxRows).Select(v => new { v.Id, v.CreatedAt }).ToListAsync(ct);
        var done = rows.TakeWhile(row => row.CreatedAt < before).Select(row => row.Id).DefaultIfEmpty(from).Last();
        state.LastViolationId = done;
        return done == from ? 0 : await db.Violations
            .Where(v => v.Id > from && v.Id <= done && v.Evidence != null)
            .ExecuteUpdateAsync(set => set.SetProperty(v => v.Evidence, (string?)null), ct);
    }

    private static async Task<RetentionState> FindStateAsync(CommunityDbContext db, CancellationToken ct) =>
        await db.RetentionStates.FirstOrDefaultAsync(ct) ?? new RetentionState();
}
