using Headless.Community.Data;
using Headless.Community.Data.Bulk;
using Headless.Community.EffectiveMessages;
using Headless.Community.Moderation;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Ingestion;

/// <summary>
/// One batch inside its transaction: a few statements read what it needs, the rows are applied in memory, and what came of it is
/// written in bulk.
/// </summary>
internal sealed partial class IngestionBatch(
    CommunityDbContext context,
    IActivityProjection projection,
    string source,
    IReadOnlyList<ActivityInput> rows,
    IReadOnlyList<RejectedRow?> malformed,
    AccessScope access,
    long? actorId,
    DateTime now,
    RecordingOptions options,
    RuleSetCache ruleSets)
{
    private readonly RejectedRow?[] _rejected = [.. malformed];
    private readonly bool[] _duplicate = new bool[rows.Count];
    private readonly List<PendingActivity> _pending = new(rows.Count);
    private readonly List<Order> _orders = [];
    private readonly People _people = new(context);
    private readonly Roster _roster = new(context, now);
    private readonly BanWatch _bans = new(context);
    private readonly Arrivals _arrivals = new(context, access, now);
    private readonly ContentReports _content = new(context);
    private GroupDirectory _groups = null!;
    private EffectiveMessageRules _rules = null!;

    public async Task<IngestionResult> RunAsync(CancellationToken cancellationToken)
    {
        await TransactionLock.ActivityLog.TakeAsync(context, cancellationToken);
        _rules = await EffectiveMessageRules.ReadAsync(context, cancellationToken);
        var recorded = await ReadRecordedAsync(cancellationToken);
        var open = Enumerable.Range(0, rows.Count)
            .Where(index => _rejected[index] is null && !_duplicate[index]).ToArray();
        await ReadAsync(open, cancellationToken);

        foreach (var index in options.Sequences is not null ? open : [.. open.OrderBy(index => rows[index].OccurredAt)])
        {
            if (recorded.Contains(rows[index].ExternalId))
            {
                _duplicate[index] = true;
            }
            else if (Apply(index, rows[index]) is { } rejected)
            {
                _rejected[index] = rejected;
            }
            else
            {
                recorded.Add(rows[index].ExternalId);
            }
        }

        if (options.Completions is { } completions)
        {
            await context.BulkInsertAsync([.. completions()], now, cancellationToken);
        }

        var accepted = await SaveAsync(cancellationToken);
        var result = new IngestionResult(
            accepted,
            [.. Enumerable.Range(0, rows.Count).Where(index => _duplicate[index])],
            [.. _rejected.OfType<RejectedRow>()]);
        if (options.Author is { } author && accepted.Count > 0)
        {
            await AuditAsync(author, result, cancellationToken);
        }

        return result;
    }

    /// <summary>One entry for the batch, not for each row: the rows are in the log themselves.</summary>
    private async Task AuditAsync(AuditAuthor author, IngestionResult result, CancellationToken cancellationToken)
    {
        context.AuditEntries.Add(AuditEntry.Of(
            author,
            now,
            rows.Count == 1 ? AuditAction.Created : AuditAction.Bulk,
            nameof(Activity),
            rows.Count == 1 ? result.Accepted[0].ActivityId : null,
            rows.Count == 1 ? _pending[0].Person?.Id : null,
            result.Accepted.Count,
            [
                AuditChange.Of("source", null, source),
                AuditChange.Of("accepted", null, result.Accepted.Count),
                AuditChange.Of("duplicates", null, result.Duplicates.Count),
                AuditChange.Of("rejected", null, result.Rejected.Count),
            ]));
        await context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Marks the rows that are known already and returns their external ids.</summary>
    private async Task<HashSet<string>> ReadRecordedAsync(CancellationToken cancellationToken)
    {
        var wellFormed = rows.Where((_, index) => _rejected[index] is null);
        var recorded = await RecordedIds.ReadAsync(context, source, [.. wellFormed], areSorted: options.Sequences is not null, cancellationToken);
        var isBeforeRecorded = false;
        for (var index = rows.Count - 1; index >= 0; index--)
        {
            if (_rejected[index] is null)
            {
                var isRecorded = recorded.Contains(rows[index].ExternalId);
                isBeforeRecorded |= options.Sequences is not null && isRecorded;
                _duplicate[index] = isRecorded || isBeforeRecorded;
            }

            isBeforeRecorded &= options.Sequences?.Contains(index) is not true;
        }

        return recorded;
    }

    private async Task ReadAsync(int[] open, CancellationToken cancellationToken)
    {
        var inputs = Array.ConvertAll(open, index => rows[index]);
        _groups = await GroupDirectory.LoadAsync(
            context, inputs.Select(row => row.Group).OfType<GroupReference>(), access, now, cancellationToken);
        await _people.LoadAsync(inputs.SelectMany(Identities), cancellationToken);
        await _arrivals.LoadAsync(inputs, cancellationToken);
        await _content.LoadAsync(inputs, cancellationToken);
        if (inputs.Length > 0)
        {
            await _roster.LoadAsync(Places(inputs), inputs.Min(row => row.OccurredAt).UtcDateTime, cancellationToken);
        }

        static IEnumerable<(Platform, string)> Identities(ActivityInput row)
        {
            if (row.Member is { } member)
            {
                yield return (member.Platform, member.ExternalId);
                if (row is { Kind: ActivityInputKind.Rename, NewExternalId: { } renamed })
                {
                    yield return (member.Platform, renamed);
                }
            }

            if (row.InvitedBy is { } inviter)
            {
                yield return (inviter.Platform, inviter.ExternalId);
            }

            if (row.Kol is { } kol)
            {
                yield return (kol.Platform, kol.ExternalId);
            }
        }
    }

    /// <summary>Whom the rows may meet in which group.</summary>
    private IEnumerable<(long GroupId, Person Person)> Places(ActivityInput[] inputs)
    {
        if (Array.Exists(inputs, row => row is { Kind: ActivityInputKind.Rename, NewExternalId: not null }))
        {
            // After it an account may stand for somebody else than before: anybody can be meant anywhere.
            return from groupId in _groups.Ids from person in _people.Known select (groupId, person);
        }

        return from row in inputs
               let @group = row.Group is null ? null : _groups.Find(row.Group)
               where @group is not null
               from identity in new[] { row.Member, row.InvitedBy }
               let account = identity is null ? null : _people.Find(identity)
               where account is not null
               select (@group.Id, account.Person);
    }

    /// <summary>Does what a row says, or says why not and does nothing.</summary>
    private RejectedRow? Apply(int index, ActivityInput row)
    {
        Group? group = null;
        if (row.Group is { } reference)
        {
            group = _groups.Find(reference);
            if (group is null)
            {
                return new RejectedRow(index, IngestionErrorCodes.UnknownGroup, "There is no such group.", "group");
            }
        }

        var at = UtcDateTimeConverter.ToStored(row.OccurredAt.UtcDateTime);
        return row.Kind switch
        {
            ActivityInputKind.Join => Join(index, row, group!, at),
            ActivityInputKind.Leave => Leave(index, row, group!, at),
            ActivityInputKind.Message => Message(index, row, group!, at),
            ActivityInputKind.Rename => Rename(index, row, group, at),
            >= ActivityInputKind.ContentExposed => Content(index, row, group, at),
            _ => Order(index, row, group, at),
        };
    }

    private RejectedRow? Join(int index, ActivityInput row, Group group, DateTime at)
    {
        var account = _people.Find(row.Member!);
        if ((RefuseGroup(index, group, at) ?? _arrivals.Refuse(index, row, group)) is { } refused)
        {
            return refused;
        }

        if (account is not null && !Roster.CanJoin(_roster.Of(group.Id, account.Person), at))
        {
            return new RejectedRow(
                index, IngestionErrorCodes.AlreadyMember, $"{account.Person.DisplayName} was in the group at that time already.", "member");
        }

        account = _people.FindOrAdd(row.Member!);
        account.Person.See(at);
        var stay = _roster.Join(_roster.Of(group.Id, account.Person), at);
        stay.Nickname ??= row.Member!.DisplayName;
        (stay.JoinSource, stay.JoinReason, stay.JoinChannel, stay.JoinNote) = (row.JoinSource, row.JoinReason, row.JoinChannel, row.JoinNote);
        _bans.Enter(group, account.Person, stay, at);
        var inviter = row.InvitedBy is null ? null : _people.FindOrAdd(row.InvitedBy).Person;
        var inviterStay = inviter is null ? null : Roster.FindPresent(_roster.Of(group.Id, inviter), at);
        _arrivals.Arrive(row, group, stay, account.Person, inviterStay, row.Kol is null ? null : _people.FindOrAdd(row.Kol).Person, at);
        Append(index, ActivityKind.MemberJoined, at, group, account.Person, stay, inviter: inviter == account.Person ? null : inviter);
        return null;
    }

    private RejectedRow? Leave(int index, ActivityInput row, Group group, DateTime at)
    {
        var person = _people.Find(row.Member!)?.Person;
        var entry = person is null ? null : _roster.Of(group.Id, person);
        if (entry is null || Roster.FindToLeave(entry, at) is not { } stay)
        {
            return new RejectedRow(
                index, IngestionErrorCodes.LeaveWithoutJoin,
                $"{person?.DisplayName ?? row.Member!.ExternalId} was not in the group at that time: report the join first.", "member");
        }

        person!.See(at);
        _roster.Leave(entry, stay, at, row.LeaveKind ?? LeaveKind.Unknown, row.LeaveReason, row.LeaveReasonSource);
        Append(index, ActivityKind.MemberLeft, at, group, person, stay);
        return null;
    }

    private RejectedRow? Message(int index, ActivityInput row, Group group, DateTime at)
    {
        if (RefuseGroup(index, group, at) is { } refused)
        {
            return refused;
        }

        var person = _people.FindOrAdd(row.Member!).Person;
        person.See(at);
        var entry = _roster.Of(group.Id, person);
        var stay = BePresent(group, entry, at);
        stay.Nickname ??= row.Member!.DisplayName;
        var contentType = row.ContentType ?? (string.IsNullOrEmpty(row.Text) ? null : MessageContentType.Text);
        var byText = _rules.Active.Conditions.Judge(row.Text, contentType, stay.LastMessageHash) == MessageVerdict.Effective;
        bool? byNext = _rules.Counting is { } next ? next.Conditions.Judge(row.Text, contentType, stay.LastMessageHash) == MessageVerdict.Effective : null;
        _roster.Speak(entry, stay, at, EffectiveMessageRule.Hash(row.Text));
        Append(index, ActivityKind.MessageSent, at, group, person, stay, row.Text, byText && stay.IsCounted, isEffectiveByText: stay.IsCounted ? null : byText,
            isEffectiveByNextRule: byNext == byText ? null : byNext);
        return null;
    }

    private RejectedRow? Rename(int index, ActivityInput row, Group? group, DateTime at)
    {
        var identity = row.Member!;
        var account = _people.Find(identity);
        if (account is null && group is null)
        {
            return new RejectedRow(index, IngestionErrorCodes.UnknownMember, $"Nobody is known as {identity.ExternalId}.", "member");
        }

        if (group is not null && RefuseGroup(index, group, at) is { } refused)
        {
            return refused;
        }

        var taken = row.NewExternalId is null ? null : _people.Find(identity.Platform, row.NewExternalId);
        if (taken is not null && taken.Person != account?.Person && !NamesChangeHands(identity.Platform))
        {
            return new RejectedRow(
                index, IngestionErrorCodes.IdentityTaken,
                $"{row.NewExternalId} is the identity of {taken.Person.DisplayName}: merge the two members if they are one person.", "newExternalId");
        }

        account ??= _people.FindOrAdd(identity);
        var person = account.Person;
        person.See(at);
        var name = row.NewName ?? row.NewExternalId!;
        if (row.NewExternalId is null)
        {
            person.Rename(account.DisplayName, name);
            account.GoBy(name);
        }
        else if (taken is null)
        {
            _people.Add(identity.Platform, row.NewExternalId, person, name);
        }
        else
        {
            taken.MoveTo(person);
            taken.GoBy(name);
        }

        Membership? stay = null;
        if (group is not null)
        {
            stay = BePresent(group, _roster.Of(group.Id, person), at);
            _roster.Nickname(stay, name);
        }

        Append(index, ActivityKind.MemberRenamed, at, group, person, stay, name);
        return null;
    }

    /// <summary>On IRC a nick belongs to whoever uses it; elsewhere an id is one account's for good.</summary>
    private static bool NamesChangeHands(Platform platform) => platform == Platform.Irc;

    private Membership BePresent(Group group, MemberStays entry, DateTime at)
    {
        if (Roster.FindPresent(entry, at) is { } present)
        {
            return present;
        }

        var stay = _roster.BePresent(entry, at);
        _bans.Enter(group, entry.Person, stay, at);
        return stay;
    }

    /// <summary>A group that has ended takes late reports of what happened before.</summary>
    private static RejectedRow? RefuseGroup(int index, Group group, DateTime at) => group.Status switch
    {
        GroupStatus.Draft => new RejectedRow(index, IngestionErrorCodes.GroupNotOpen, "The group is a draft: open it first.", "group"),
        GroupStatus.Archived => new RejectedRow(index, IngestionErrorCodes.GroupArchived, "The group is archived.", "group"),
        GroupStatus.Closed when at > group.ClosesAt =>
            new RejectedRow(index, IngestionErrorCodes.GroupClosed, $"The group was closed at {group.ClosesAt:O}.", "group"),
        _ => null,
    };

    private void Append(
        int index,
        ActivityKind kind,
        DateTime at,
        Group? group,
        Person? person,
        Membership? stay,
        string? text = null,
        bool isEffective = false,
        Order? order = null,
        Person? inviter = null,
        bool? isEffectiveByText = null,
        bool? isEffectiveByNextRule = null) =>
        _pending.Add(new PendingActivity(index, kind, at, group?.Id, person, stay, text, isEffective, stay is { IsCounted: false }, order, inviter, isEffectiveByText, isEffectiveByNextRule));

    /// <summary>What the version of the rule that is being counted says otherwise than the active one.</summary>
    private async Task KeepChangesAsync(List<Activity> activities, CancellationToken cancellationToken)
    {
        if (_rules.Counting is null)
        {
            return;
        }

        for (var place = 0; place < activities.Count; place++)
        {
            if (_pending[place].IsEffectiveByNextRule is { } isEffective)
            {
                context.EffectiveMessageChanges.Add(new EffectiveMessageChange { ActivityId = activities[place].Id, IsEffective = isEffective });
            }
        }

        await context.SaveChangesAsync(cancellationToken);
        context.ChangeTracker.Entries<EffectiveMessageChange>().ToList().ForEach(entry => entry.State = EntityState.Detached);
    }

    private async Task<List<AcceptedRow>> SaveAsync(CancellationToken cancellationToken)
    {
        await _people.SaveAsync(now, cancellationToken);
        foreach (var pending in _pending)
        {
            if (pending is { Inviter: { } inviter, Stay: { } stay })
            {
                stay.InvitedById = inviter.Id;
            }

            if (pending is { Order: { } order, Person: { } buyer })
            {
                order.MemberId = buyer.Id;
            }
        }

        _arrivals.SetKols();
        _roster.CheckNicknames(id => _groups.Find(new GroupReference(id))?.NicknameRule.Pattern);
        await _roster.SaveAsync(cancellationToken);
        await _arrivals.SaveAsync(actorId, cancellationToken);
        await context.BulkInsertAsync(_orders, cancellationToken);

        var activities = _pending.ConvertAll(pending => pending.ToActivity(source, rows[pending.Index], actorId, now, _rules.Active.Number));
        await context.BulkInsertAsync(activities, cancellationToken);
        await KeepChangesAsync(activities, cancellationToken);
        await projection.ApplyAsync(context, new ActivityBatch(activities, _roster.Changes(), _roster.ExcludedSenders()), cancellationToken);
        var evasions = await _bans.SaveAsync(_people, actorId, now, cancellationToken);
        await new MessageWatch(context, ruleSets, now).RunAsync(activities, evasions, cancellationToken);

        var accepted = new List<AcceptedRow>(_pending.Count);
        for (var place = 0; place < _pending.Count; place++)
        {
            accepted.Add(new AcceptedRow(_pending[place].Index, activities[place].Id));
        }

        accepted.Sort((left, right) => left.Index.CompareTo(right.Index));
        return accepted;
    }
}
