using Headless.Community.Data;
using Headless.Community.Ingestion;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Headless.Community.Merging;

/// <summary>
/// Makes one record of two, inside a transaction that the caller has begun. Everything that leads to the loser leads to the winner
/// afterwards; what cannot be there twice is set aside. Each step is written down, for <see cref="MemberUnmerger"/>.
/// </summary>
public sealed class MemberMerger
{
    private static readonly string[] s_stayColumns =
    [
        nameof(Membership.JoinedAt), nameof(Membership.JoinKnown), nameof(Membership.LeftAt), nameof(Membership.LeaveKind), nameof(Membership.LeaveReason),
        nameof(Membership.LastMessageAt), nameof(Membership.LastMessageHash),
    ];

    private readonly CommunityDbContext _context;
    private readonly MemberMerge _merge;
    private readonly MergeSides _sides;
    private readonly IReadOnlyDictionary<string, MergeChoice> _choices;
    private readonly CancellationToken _cancellationToken;

    private MemberMerger(
        CommunityDbContext context, MemberMerge merge, MergeSides sides, IReadOnlyDictionary<string, MergeChoice> choices, CancellationToken cancellationToken) =>
        (_context, _merge, _sides, _choices, _cancellationToken) = (context, merge, sides, choices, cancellationToken);

    private Member Winner => _sides.Winner;

    private Member Loser => _sides.Loser;

    /// <summary>What the records disagree about, with a proposal for each.</summary>
    /// <exception cref="DomainException">As <see cref="MergeAsync"/>.</exception>
    public static async Task<IReadOnlyList<MergeConflict>> PreviewAsync(CommunityDbContext context, Member winner, Member loser, CancellationToken cancellationToken)
    {
        RequireTwo(winner, loser);
        await RequireAccessAsync(context, winner.Id, loser.Id, cancellationToken);
        return (await MergeSides.ReadAsync(context, winner, loser, cancellationToken)).Conflicts;
    }

    /// <summary>Merges.</summary>
    /// <param name="resolutions">A choice for each conflict, by its key.</param>
    /// <exception cref="MergeUnresolvedException">The resolutions do not fit the conflicts.</exception>
    /// <exception cref="DomainException">
    /// <see cref="DomainErrorCodes.SameMember"/>, <see cref="DomainErrorCodes.MemberMerged"/>: one of them has been merged already, so there
    /// is never a cycle. <see cref="DomainErrorCodes.MemberErased"/>. <see cref="DomainErrorCodes.MergeBeyondAccess"/>: the caller does not
    /// see all of their stays.
    /// </exception>
    public static async Task<MemberMerge> MergeAsync(
        CommunityDbContext context,
        IMemberProjection projection,
        Member winner,
        Member loser,
        IReadOnlyDictionary<string, MergeChoice> resolutions,
        string? reason,
        DateTime at,
        long? byId,
        CancellationToken cancellationToken)
    {
        RequireTwo(winner, loser);
        await context.LockActivityLogAsync(cancellationToken);
        await RequireAccessAsync(context, winner.Id, loser.Id, cancellationToken);
        var sides = await MergeSides.ReadAsync(context, winner, loser, cancellationToken);
        var choices = sides.Resolve(resolutions);
        var merge = new MemberMerge { WinnerId = winner.Id, LoserId = loser.Id, MergedAt = at, MergedById = byId, Reason = reason };
        context.MemberMerges.Add(merge);
        await context.SaveChangesAsync(cancellationToken);

        await projection.WithdrawAsync(context, [winner.Id, loser.Id], cancellationToken);
        var votes = await VoteTally.ReadAsync(context, [winner.Id, loser.Id], cancellationToken);
        var referrals = await ReferralTally.ReadAsync(context, [winner.Id, loser.Id], cancellationToken);
        await new MemberMerger(context, merge, sides, choices, cancellationToken).RunAsync();
        await votes.ApplyAsync(cancellationToken);
        await referrals.ApplyAsync(cancellationToken);
        await RebuildTotalsAsync(context, [winner.Id, loser.Id], cancellationToken);
        await projection.RestoreAsync(context, [winner.Id], cancellationToken);
        return merge;
    }

    /// <summary>What is kept of a member as a sum follows the rows that were moved.</summary>
    internal static async Task RebuildTotalsAsync(CommunityDbContext context, IReadOnlyCollection<long> memberIds, CancellationToken cancellationToken)
    {
        await PointLedger.RebuildAsync(context, memberIds, cancellationToken);
        await CheckInBook.RebuildAsync(context, memberIds, cancellationToken);
    }

    private static void RequireTwo(Member winner, Member loser)
    {
        if (winner.Id == loser.Id)
        {
            throw new DomainException(DomainErrorCodes.SameMember, "A member cannot be merged with itself: name two records.");
        }

        if ((winner.MergedIntoId ?? loser.MergedIntoId) is not null)
        {
            throw new DomainException(
                DomainErrorCodes.MemberMerged,
                $"The {(winner.MergedIntoId is null ? "loser" : "winner")} has been merged into another record: name the one that mergedInto leads to, or undo that merge first.");
        }

        if ((winner.ErasedAt ?? loser.ErasedAt) is not null)
        {
            throw new DomainException(DomainErrorCodes.MemberErased, "One of the records has been erased: there is no person in it any more.");
        }
    }

    /// <summary>The caller must see every stay of both.</summary>
    internal static async Task RequireAccessAsync(CommunityDbContext context, long winnerId, long loserId, CancellationToken cancellationToken)
    {
        var stays = context.Memberships.Where(stay => stay.MemberId == winnerId || stay.MemberId == loserId);
        if (await stays.CountAsync(cancellationToken) != await stays.IgnoreQueryFilters().CountAsync(cancellationToken))
        {
            throw new DomainException(
                DomainErrorCodes.MergeBeyondAccess, "One of them is or was in groups that you do not see: somebody who sees all of them has to do this.");
        }
    }

    private async Task RunAsync()
    {
        await _context.Database.ExecuteSqlAsync(
            $"""
            INSERT INTO "MemberMergeActivities" ("MergeId", "ActivityId", "MemberId", "MembershipId")
            SELECT {_merge.Id}, "Id", {Loser.Id}, "MembershipId" FROM "Activities" WHERE "MemberId" = {Loser.Id}
            """,
            _cancellationToken);
        foreach (var overlap in _sides.Overlaps)
        {
            await MergeStaysAsync(overlap);
        }

        await _context.Activities.IgnoreQueryFilters().Where(activity => activity.MemberId == Loser.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(activity => activity.MemberId, Winner.Id), _cancellationToken);
        await SetAsideRivalsAsync();
        foreach (var reference in EntityRows.ReferencesTo<Member>(_context))
        {
            if (reference.DeclaringEntityType.ClrType != typeof(Activity) && reference.DeclaringEntityType.ClrType != typeof(MemberMerge))
            {
                await MoveAsync(reference.Properties[0], Loser.Id, Winner.Id);
            }
        }

        await ForgetOwnInvitationsAsync();
        MergeFields();
        Change(_context.Entry(Loser), nameof(Member.MergedIntoId), Winner.Id);
        await SaveAsync();
    }

    private async Task MergeStaysAsync(IReadOnlyList<Membership> overlap)
    {
        var choice = _choices[MergeSides.KeyOf(overlap)];
        var kept = overlap.First(stay => stay.MemberId == (choice == MergeChoice.Loser ? Loser.Id : Winner.Id));
        var others = overlap.Where(stay => stay != kept && (choice == MergeChoice.Unite || stay.MemberId != kept.MemberId)).ToList();
        foreach (var other in others)
        {
            await AttributeAsync(other, kept);
            foreach (var reference in EntityRows.ReferencesTo<Membership>(_context))
            {
                await MoveAsync(reference.Properties[0], other.Id, kept.Id);
            }

            await SetAsideAsync(_context.Entry(other));
        }

        await SaveAsync();
        if (choice != MergeChoice.Unite)
        {
            return;
        }

        var (first, last) = (overlap[0], overlap.MaxBy(stay => stay.LeftAt ?? DateTime.MaxValue)!);
        var spoke = overlap.MaxBy(stay => stay.LastMessageAt ?? DateTime.MinValue)!;
        object?[] values = [first.JoinedAt, first.JoinKnown, last.LeftAt, last.LeaveKind, last.LeaveReason, spoke.LastMessageAt, spoke.LastMessageHash];
        foreach (var (column, value) in s_stayColumns.Zip(values))
        {
            Change(_context.Entry(kept), column, value);
        }

        await SaveAsync();
    }

    /// <summary>What was done in a stay was done in the one that is kept.</summary>
    private async Task AttributeAsync(Membership other, Membership kept)
    {
        if (other.MemberId == Winner.Id)
        {
            await _context.Database.ExecuteSqlAsync(
                $"""
                INSERT INTO "MemberMergeActivities" ("MergeId", "ActivityId", "MemberId", "MembershipId")
                SELECT {_merge.Id}, "Id", {Winner.Id}, "MembershipId" FROM "Activities" WHERE "MemberId" = {Winner.Id} AND "MembershipId" = {other.Id}
                """,
                _cancellationToken);
        }

        await _context.Activities.IgnoreQueryFilters()
            .Where(activity => (activity.MemberId == Loser.Id || activity.MemberId == Winner.Id) && activity.MembershipId == other.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(activity => activity.MembershipId, kept.Id), _cancellationToken);
    }

    /// <summary>Where the loser's was chosen, the winner's makes room; a tag that its group does not allow beside another goes.</summary>
    private async Task SetAsideRivalsAsync()
    {
        foreach (var value in await _context.MemberAttributes.IgnoreQueryFilters().Include(value => value.Definition).Where(value => value.MemberId == Winner.Id).ToListAsync(_cancellationToken))
        {
            await SetAsideIfAsync(value, MergeSides.KeyOf(value.Definition), MergeChoice.Loser);
        }

        foreach (var said in await _context.ContactPreferences.IgnoreQueryFilters().Where(said => said.MemberId == Winner.Id).ToListAsync(_cancellationToken))
        {
            await SetAsideIfAsync(said, MergeSides.KeyOf(said), MergeChoice.Loser);
        }

        var tags = await _context.MemberTags.IgnoreQueryFilters().Include(held => held.Tag)
            .Where(held => (held.MemberId == Winner.Id || held.MemberId == Loser.Id) && held.Tag.TagGroup!.Exclusive)
            .ToListAsync(_cancellationToken);
        foreach (var held in tags)
        {
            await SetAsideIfAsync(held, MergeSides.KeyOfTagGroup(held.Tag.TagGroupId!.Value), held.MemberId == Winner.Id ? MergeChoice.Loser : MergeChoice.Winner);
        }

        if (_choices.TryGetValue(MergeSides.PrimaryKey, out var choice))
        {
            var yielding = choice == MergeChoice.Winner ? Loser.Id : Winner.Id;
            var identity = await _context.Identities.IgnoreQueryFilters().SingleAsync(i => i.MemberId == yielding && i.PrimarySince != null, _cancellationToken);
            Change(_context.Entry(identity), nameof(Identity.PrimarySince), null);
        }

        await SaveAsync();
    }

    private Task SetAsideIfAsync(object row, string key, MergeChoice choice) =>
        _choices.TryGetValue(key, out var chosen) && chosen == choice ? SetAsideAsync(_context.Entry(row)) : Task.CompletedTask;

    /// <summary>Has every row that leads to one lead to another; one that would be there twice is set aside.</summary>
    private async Task MoveAsync(IProperty column, long from, long to)
    {
        var rows = await EntityRows.LoadAsync(_context, column, from, _cancellationToken);
        if (rows.Count == 0)
        {
            return;
        }

        var there = (await EntityRows.LoadAsync(_context, column, to, _cancellationToken)).ConvertAll(row => _context.Entry(row));
        foreach (var entry in rows.ConvertAll(row => _context.Entry(row)).Where(entry => entry.State != EntityState.Deleted))
        {
            if (there.Exists(other => other.State != EntityState.Deleted && EntityRows.Collide(entry, other, column)))
            {
                await SetAsideAsync(entry);
            }
            else if (column.IsPrimaryKey())
            {
                // A key cannot be changed: the row is made again under the other one.
                var snapshot = EntityRows.Snapshot(entry);
                await SetAsideAsync(entry);
                await SaveAsync();
                var moved = EntityRows.Revive(_context, (IEntityType)column.DeclaringType, snapshot);
                moved.Property(column).CurrentValue = to;
                moved.State = EntityState.Added;
                Note(MergeStep.Moved, moved, column.Name, from, to);
            }
            else
            {
                Note(MergeStep.Moved, entry, column.Name, from, to);
                entry.Property(column).CurrentValue = to;
            }
        }

        await SaveAsync();
    }

    /// <summary>Keeps a row here instead of in its table, and what hangs on it too.</summary>
    private async Task SetAsideAsync(EntityEntry entry)
    {
        if (entry.State == EntityState.Deleted)
        {
            return;
        }

        if (entry.Metadata.FindPrimaryKey() is { Properties: [var key] } && entry.Property(key).CurrentValue is long id)
        {
            foreach (var reference in entry.Metadata.GetReferencingForeignKeys().Where(r => r.Properties.Count == 1 && r.DeclaringEntityType.FindPrimaryKey() is not null))
            {
                foreach (var dependent in await EntityRows.LoadAsync(_context, reference.Properties[0], id, _cancellationToken))
                {
                    await SetAsideAsync(_context.Entry(dependent));
                }
            }
        }

        _context.MemberMergeRows.Add(new MemberMergeRow
        {
            MergeId = _merge.Id, Step = MergeStep.SetAside, Table = entry.Metadata.ClrType.Name, Row = EntityRows.Snapshot(entry),
        });
        entry.State = EntityState.Deleted;
    }

    /// <summary>
    /// Nobody brought themselves, and who was in a group before somebody brought them was not brought: what made sense of two people
    /// makes none of one. So there is no circle either: whoever invited was in a group before those whom they brought.
    /// </summary>
    private async Task ForgetOwnInvitationsAsync()
    {
        foreach (var stay in await _context.Memberships.IgnoreQueryFilters().Where(stay => stay.MemberId == Winner.Id && stay.InvitedById == Winner.Id).ToListAsync(_cancellationToken))
        {
            Change(_context.Entry(stay), nameof(Membership.InvitedById), null);
        }

        // As exact as every database keeps it: undone, it is compared with what is stored.
        var decidedAt = _merge.MergedAt.AddTicks(-(_merge.MergedAt.Ticks % TimeSpan.TicksPerMillisecond));
        foreach (var referral in await _context.Referrals.IgnoreQueryFilters()
            .Where(referral => referral.MemberId == Winner.Id && referral.Status != ReferralStatus.Rejected).ToListAsync(_cancellationToken))
        {
            ReferralReason? fault = referral.InviterId == Winner.Id ? ReferralReason.SelfInvited
                : referral.JoinedAt is { } joinedAt && await _context.Memberships.IgnoreQueryFilters()
                    .AnyAsync(stay => stay.MemberId == Winner.Id && stay.JoinedAt < joinedAt, _cancellationToken) ? ReferralReason.NotFirstTime
                : null;
            if (fault is { } reason)
            {
                var entry = _context.Entry(referral);
                Change(entry, nameof(Referral.Status), ReferralStatus.Rejected);
                Change(entry, nameof(Referral.Reason), reason);
                Change(entry, nameof(Referral.DueAt), null);
                Change(entry, nameof(Referral.DecidedAt), decidedAt);
            }
        }

        await SaveAsync();
    }

    private void MergeFields()
    {
        var (winner, loser) = (_context.Entry(Winner), _context.Entry(Loser));
        foreach (var field in MergeSides.Fields)
        {
            var theirs = loser.Property(field).CurrentValue;
            if (theirs is not null
                && (winner.Property(field).CurrentValue is null || (_choices.TryGetValue(MergeSides.KeyOfField(field), out var choice) && choice == MergeChoice.Loser)))
            {
                Change(winner, field, theirs);
            }
        }

        if (Loser.TierId is { } tier && (Winner.TierId is null || (_choices.TryGetValue(MergeSides.TierKey, out var tierChoice) && tierChoice == MergeChoice.Loser)))
        {
            Change(winner, nameof(Member.TierId), tier);
        }

        if (Loser.FirstSeenAt < (Winner.FirstSeenAt ?? DateTime.MaxValue))
        {
            Change(winner, nameof(Member.FirstSeenAt), Loser.FirstSeenAt);
        }

        if (Loser.LastActiveAt > (Winner.LastActiveAt ?? DateTime.MinValue))
        {
            Change(winner, nameof(Member.LastActiveAt), Loser.LastActiveAt);
        }
    }

    private void Change(EntityEntry entry, string column, object? value)
    {
        var property = entry.Property(column);
        if (!Equals(property.CurrentValue, value))
        {
            Note(MergeStep.Changed, entry, column, property.CurrentValue, value);
            property.CurrentValue = value;
        }
    }

    private void Note(MergeStep step, EntityEntry entry, string column, object? before, object? after) => _context.MemberMergeRows.Add(new MemberMergeRow
    {
        MergeId = _merge.Id,
        Step = step,
        Table = entry.Metadata.ClrType.Name,
        Column = column,
        Row = EntityRows.KeyOf(entry),
        Before = EntityRows.ValueOf(before),
        After = EntityRows.ValueOf(after),
    });

    private Task SaveAsync() => _context.SaveChangesAsync(_cancellationToken);
}
