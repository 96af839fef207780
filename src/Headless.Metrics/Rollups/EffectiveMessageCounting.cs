using Headless.Community;
using Headless.Community.Data;
using Headless.Community.EffectiveMessages;
using Headless.Community.Ingestion;
using Microsoft.EntityFrameworkCore;

namespace Headless.Metrics.Rollups;

/// <summary>
/// Judges the messages of the log by a new version of the rule for effective messages, group by group and a batch at a time, and keeps apart which of them it judges
/// otherwise. What came after the version was published has been judged by both as it came. When all are judged, one transaction changes the
/// messages, the rollups and the version that is active: until then every figure is the old one.
/// </summary>
/// <remarks>
/// A batch and the place where it ends commit together, on the condition that nobody has gone on from the place where it began: two processes that do the same
/// batch judge it once, and one that is killed is followed from there. Batches are read outside of their transaction and hold up no writer.
/// </remarks>
public sealed class EffectiveMessageCounting(CommunityDatabase database, ReportingCalendar calendar, ActivitySignal signal, TimeProvider clock)
{
    private const int MessagesAtOnce = 2_000;

    /// <summary>So many messages are judged in one transaction.</summary>
    public int BatchSize { get; init; } = MessagesAtOnce;

    /// <summary>Where this process stands in a group, and what its senders said last; a process that takes over reads that again.</summary>
    private Walk? _walk;

    /// <summary>Judges a batch, or changes the figures where all is judged.</summary>
    /// <returns>Whether there was anything to do: call it again.</returns>
    public async Task<bool> StepAsync(CancellationToken cancellationToken)
    {
        EffectiveMessageRules rules;
        Batch? batch;
        await using (var context = database.Create(AccessScope.Everything))
        {
            rules = await EffectiveMessageRules.ReadAsync(context, cancellationToken);
            if (rules.Counting is null)
            {
                _walk = null;
                return false;
            }

            batch = await ReadAsync(context, rules, rules.Counting, cancellationToken);
        }

        if (batch is null)
        {
            await ActivateAsync(rules.Counting, cancellationToken);
            _walk = null;
            return true;
        }

        if (!await SaveAsync(rules.Counting, batch, cancellationToken))
        {
            _walk = null;
        }

        return true;
    }

    private async Task<Batch?> ReadAsync(CommunityDbContext context, EffectiveMessageRules rules, EffectiveMessageRuleVersion version, CancellationToken cancellationToken)
    {
        var (group, after) = (version.GroupCursor, version.ActivityCursor);
        while (true)
        {
            var rows = group == 0 ? [] : await Messages(context, group, version)
                .Where(row => row.Id > after)
                .OrderBy(row => row.Id)
                .Take(BatchSize)
                .Select(row => new Message(row.Id, row.MemberId!.Value, row.Text, row.ContentType, row.IsExcluded, row.IsEffective, row.IsEffectiveByText))
                .ToListAsync(cancellationToken);
            if (rows.Count > 0)
            {
                return await JudgeAsync(context, rules, version, group, after, rows, cancellationToken);
            }

            var next = await context.Groups.IgnoreQueryFilters().Where(row => row.Id > group).OrderBy(row => row.Id).Select(row => (long?)row.Id).FirstOrDefaultAsync(cancellationToken);
            if (next is null)
            {
                return null;
            }

            (group, after) = (next.Value, 0);
        }
    }

    private async Task<Batch> JudgeAsync(
        CommunityDbContext context, EffectiveMessageRules rules, EffectiveMessageRuleVersion version, long group, long after, List<Message> rows, CancellationToken cancellationToken)
    {
        if (_walk is null || _walk.VersionId != version.Id || _walk.GroupId != group || _walk.ActivityId != after)
        {
            _walk = new Walk(version.Id, group);
            await foreach (var row in Messages(context, group, version).Where(row => row.Id <= after).OrderBy(row => row.Id)
                .Select(row => new Message(row.Id, row.MemberId!.Value, row.Text, row.ContentType, row.IsExcluded, row.IsEffective, row.IsEffectiveByText))
                .AsAsyncEnumerable().WithCancellation(cancellationToken))
            {
                _walk.Pass(row);
            }
        }

        var (changes, withoutText) = (new List<EffectiveMessageChange>(), 0);
        foreach (var row in rows)
        {
            if (row.HasLostText)
            {
                withoutText++;
            }
            else if (Judge(row) is var isEffective && (isEffective != row.Verdict || row is { IsExcluded: true, IsEffectiveByText: null }))
            {
                changes.Add(new EffectiveMessageChange { ActivityId = row.Id, IsEffective = isEffective });
            }

            _walk.Pass(row);
        }

        return new Batch(group, rows[^1].Id, rows.Count, withoutText, changes);

        bool Judge(Message row)
        {
            if (_walk.IsLastKnown(row.MemberId, out var last))
            {
                return version.Conditions.Judge(row.Text, row.ContentType, last) == MessageVerdict.Effective;
            }

            // The text before it is not kept. That it said the same shows in that its words would have made it effective, and it was not.
            var wasRepeat = rules.Active.ExcludesRepeats && row.Verdict == false && rules.Active.Conditions.Judge(row.Text, row.ContentType, null) == MessageVerdict.Effective;
            return !(wasRepeat && version.ExcludesRepeats) && version.Conditions.Judge(row.Text, row.ContentType, null) == MessageVerdict.Effective;
        }
    }

    private static IQueryable<Activity> Messages(CommunityDbContext context, long group, EffectiveMessageRuleVersion version) =>
        context.Activities.IgnoreQueryFilters().AsNoTracking()
            .Where(row => row.GroupId == group && row.Id <= version.UpToActivityId && row.Kind == ActivityKind.MessageSent && row.MemberId != null);

    /// <returns>Whether nobody had done it before.</returns>
    private async Task<bool> SaveAsync(EffectiveMessageRuleVersion version, Batch batch, CancellationToken cancellationToken) => await database.WriteAsync(
        AccessScope.Everything,
        async (context, token) =>
        {
            var moved = await Standing(context, version).ExecuteUpdateAsync(
                set => set
                    .SetProperty(row => row.GroupCursor, batch.GroupId)
                    .SetProperty(row => row.ActivityCursor, batch.LastId)
                    .SetProperty(row => row.JudgedCount, row => row.JudgedCount + batch.Judged)
                    .SetProperty(row => row.ChangedCount, row => row.ChangedCount + batch.Changes.Count)
                    .SetProperty(row => row.WithoutTextCount, row => row.WithoutTextCount + batch.WithoutText),
                token);
            if (moved == 0)
            {
                return false;
            }

            context.EffectiveMessageChanges.AddRange(batch.Changes);
            await context.SaveChangesAsync(token);
            return true;
        },
        cancellationToken);

    private static IQueryable<EffectiveMessageRuleVersion> Standing(CommunityDbContext context, EffectiveMessageRuleVersion version) => context.EffectiveMessageRuleVersions.Where(row =>
        row.Id == version.Id && row.Status == EffectiveMessageRuleStatus.Counting && row.GroupCursor == version.GroupCursor && row.ActivityCursor == version.ActivityCursor);

    /// <summary>Changes every figure at once.</summary>
    private async Task ActivateAsync(EffectiveMessageRuleVersion judged, CancellationToken cancellationToken)
    {
        await database.WriteAsync(
            AccessScope.Everything,
            async (context, token) =>
            {
                await context.LockActivityLogAsync(token);
                if (await Standing(context, judged).SingleOrDefaultAsync(token) is not { } version)
                {
                    return;
                }

                var now = clock.GetUtcNow().UtcDateTime;
                await RollupState.AdvanceAsync(context, calendar, null, token);
                await ChangeRollupsAsync(context, token);
                await ChangeMessagesAsync(context, version.Number, token);
                var before = await context.EffectiveMessageRuleVersions.SingleAsync(row => row.Status == EffectiveMessageRuleStatus.Active, token);
                before.Supersede(now);
                version.Activate(now);
                await context.MetricStates.ExecuteUpdateAsync(set => set.SetProperty(state => state.EffectiveRuleVersion, version.Number), token);
                var changed = await context.EffectiveMessageChanges.ExecuteDeleteAsync(token);
                context.Append(ActivityKind.EffectiveMessageRuleActivated, now, null, text: $"{version.Number}", data: $$"""{"version":{{version.Number}},"changedMessages":{{changed}}}""");
                await context.SaveChangesAsync(token);
            },
            cancellationToken);
        signal.Notify();
    }

    private async Task ChangeRollupsAsync(CommunityDbContext context, CancellationToken cancellationToken)
    {
        var deltas = new RollupDeltas(calendar);
        var changes =
            from change in context.EffectiveMessageChanges
            join row in context.Activities.IgnoreQueryFilters() on change.ActivityId equals row.Id
            where row.GroupId != null && row.MemberId != null
                && !context.Memberships.IgnoreQueryFilters().Any(stay => stay.Id == row.MembershipId && stay.AccountKind != AccountKind.Customer)
                && change.IsEffective != (row.IsExcluded ? row.IsEffectiveByText ?? !change.IsEffective : row.IsEffective)
            select new { GroupId = row.GroupId!.Value, MemberId = row.MemberId!.Value, row.OccurredAt, change.IsEffective };
        await foreach (var change in changes.AsAsyncEnumerable().WithCancellation(cancellationToken))
        {
            deltas.ChangeEffective(change.GroupId, change.MemberId, change.OccurredAt, change.IsEffective);
        }

        await RollupProjection.CountSpeakersAsync(context, deltas, cancellationToken);
        await deltas.SaveAsync(context, cancellationToken);
    }

    private static async Task ChangeMessagesAsync(CommunityDbContext context, short number, CancellationToken cancellationToken)
    {
        foreach (var isEffective in new[] { true, false })
        {
            var changed = context.EffectiveMessageChanges.Where(change => change.IsEffective == isEffective).Select(change => change.ActivityId);
            var messages = context.Activities.IgnoreQueryFilters().Where(row => changed.Contains(row.Id));
            await messages.Where(row => !row.IsExcluded).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.IsEffective, isEffective).SetProperty(row => row.EffectiveRuleVersion, number), cancellationToken);
            await messages.Where(row => row.IsExcluded).ExecuteUpdateAsync(
                set => set.SetProperty(row => row.IsEffectiveByText, (bool?)isEffective).SetProperty(row => row.EffectiveRuleVersion, number), cancellationToken);
        }
    }

    private sealed record Batch(long GroupId, long LastId, int Judged, int WithoutText, List<EffectiveMessageChange> Changes);

    private readonly record struct Message(long Id, long MemberId, string? Text, MessageContentType? ContentType, bool IsExcluded, bool IsEffective, bool? IsEffectiveByText)
    {
        /// <summary>What was said of its text so far; null: nothing.</summary>
        public bool? Verdict => IsExcluded ? IsEffectiveByText ?? (Text is null ? IsEffective : null) : IsEffective;

        /// <summary>Whether it had a text that is not kept any longer: it stays as it was judged.</summary>
        public bool HasLostText => Text is null && (ContentType == MessageContentType.Text || Verdict == true);
    }

    private sealed class Walk(long versionId, long groupId)
    {
        private readonly Dictionary<long, long?> _last = [];

        public long VersionId => versionId;

        public long GroupId => groupId;

        public long ActivityId { get; private set; }

        public void Pass(Message row)
        {
            ActivityId = row.Id;
            _last[row.MemberId] = row.HasLostText ? null : EffectiveMessageRule.Hash(row.Text);
        }

        /// <summary>Whether it is known what a sender said before: nothing, or a text that is kept.</summary>
        public bool IsLastKnown(long memberId, out long? hash) => !_last.TryGetValue(memberId, out hash) || hash is not null;
    }
}
