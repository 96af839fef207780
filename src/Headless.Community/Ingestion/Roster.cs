using Headless.Community.Data;
using Headless.Community.Data.Bulk;

namespace Headless.Community.Ingestion;

/// <summary>
/// The stays of the members of a batch in its groups, and what activities do to them. Stays of one member in one group never
/// overlap, whatever the order in which things are reported:
/// <list type="bullet">
/// <item>A join begins a stay. When a later stay is known that began unseen, the join is its missing beginning; when the later one
/// began with a join, there was an end in between that nobody saw (<see cref="LeaveKind.Unknown"/> at the later join).</item>
/// <item>A leave ends the stay that holds its time, also one whose end was only inferred.</item>
/// <item>Who says something is there: where no stay holds the time, one begins, or reaches back, unseen.</item>
/// </list>
/// </summary>
internal sealed class Roster(CommunityDbContext context, DateTime now)
{
    /// <summary>What is counted by day has to see all stays of a day and of the one before, in whatever time zone that is.</summary>
    private static readonly TimeSpan s_daysBefore = TimeSpan.FromDays(3);

    private static readonly string[] s_beginning = [nameof(Membership.JoinedAt), nameof(Membership.JoinKnown)];

    private static readonly string[] s_join =
    [
        nameof(Membership.JoinSource), nameof(Membership.JoinReason), nameof(Membership.JoinChannel), nameof(Membership.JoinNote),
        nameof(Membership.InvitedById), nameof(Membership.Nickname), nameof(Membership.NicknameCompliance),
        nameof(Membership.JoinChannelId), nameof(Membership.EntryPointId), nameof(Membership.JoinCampaignId),
        nameof(Membership.JoinContentItemId), nameof(Membership.KolMemberId), nameof(Membership.JoinPolicyBroken),
    ];

    private static readonly string[] s_end = [nameof(Membership.LeftAt), nameof(Membership.LeaveKind), nameof(Membership.LeaveReason), nameof(Membership.LeaveReasonSource)];
    private static readonly string[] s_nickname = [nameof(Membership.Nickname), nameof(Membership.NicknameCompliance)];

    private readonly Dictionary<(long GroupId, int Person), MemberStays> _entries = [];
    private readonly List<MemberStays> _changed = [];
    private readonly Dictionary<Membership, StayEdit> _edits = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Membership> _spokenIn = new(ReferenceEqualityComparer.Instance);

    /// <summary>
    /// Reads the stays of people in groups that a batch can change or depends on: those that had not
    /// ended some days before its first row, and the one before them. Who comes and goes every day has hundreds.
    /// </summary>
    /// <param name="places">Whom the batch may meet where; who is not stored has no stays.</param>
    /// <param name="first">The time of the first row.</param>
    public async Task LoadAsync(IEnumerable<(long GroupId, Person Person)> places, DateTime first, CancellationToken cancellationToken)
    {
        var people = new Dictionary<(long GroupId, long MemberId), Person>();
        foreach (var (groupId, person) in places)
        {
            if (person.Id != 0)
            {
                people.TryAdd((groupId, person.Id), person);
            }
        }

        if (people.Count == 0)
        {
            return;
        }

        foreach (var stay in await StoredStays.ReadAsync(context, people.Keys, first - s_daysBefore, cancellationToken))
        {
            if (people.TryGetValue((stay.GroupId, stay.MemberId), out var person))
            {
                Of(stay.GroupId, person).Stays.Add(stay);
            }
        }
    }

    public MemberStays Of(long groupId, Person person)
    {
        if (!_entries.TryGetValue((groupId, person.Number), out var entry))
        {
            _entries.Add((groupId, person.Number), entry = new MemberStays(groupId, person));
        }

        return entry;
    }

    /// <summary>Whether a join at a time would begin a stay or complete one: not when they were there already.</summary>
    public static bool CanJoin(MemberStays entry, DateTime at) =>
        entry.At(at) is not { } stay || stay.LeftAt <= at || (stay.JoinedAt == at && !stay.JoinKnown);

    public Membership Join(MemberStays entry, DateTime at)
    {
        var stay = entry.At(at) is { } begun && begun.JoinedAt == at && !begun.JoinKnown
            ? MoveBeginning(entry, begun, at, joinKnown: true)
            : entry.After(at) switch
            {
                null => Begin(entry, at, joinKnown: true, end: null),
                { JoinKnown: false } unseen => MoveBeginning(entry, unseen, at, joinKnown: true),
                var next => Begin(entry, at, joinKnown: true, end: next.JoinedAt),
            };
        Edit(stay, StayEdit.Join);
        return stay;
    }

    /// <summary>The stay that a leave at a time would end; null: they were not there.</summary>
    public static Membership? FindToLeave(MemberStays entry, DateTime at) =>
        entry.At(at) is { } stay && (stay.IsOpen || (stay.LeaveKind == LeaveKind.Unknown && stay.LeftAt >= at)) ? stay : null;

    /// <summary>Ends a stay that <see cref="FindToLeave"/> found.</summary>
    public void Leave(MemberStays entry, Membership stay, DateTime at, LeaveKind kind, string? reason, LeaveReasonSource? source)
    {
        Change(entry, stay, StayEdit.End);
        if (stay.IsOpen)
        {
            stay.Leave(at, kind, reason, source);
        }
        else
        {
            stay.MoveEnd(at, kind, reason, source);
        }
    }

    /// <summary>The stay in which somebody was there at a time, if there is one.</summary>
    public static Membership? FindPresent(MemberStays entry, DateTime at) =>
        entry.At(at) is { } stay && (stay.IsOpen || stay.LeftAt >= at) ? stay : null;

    /// <summary>The stay in which somebody was there at a time; where none is known, one begins or reaches back.</summary>
    public Membership BePresent(MemberStays entry, DateTime at) =>
        FindPresent(entry, at) ?? entry.After(at) switch
        {
            null => Begin(entry, at, joinKnown: false, end: null),
            { JoinKnown: false } unseen => MoveBeginning(entry, unseen, at, joinKnown: false),
            var next => Begin(entry, at, joinKnown: false, end: next.JoinedAt),
        };

    /// <summary>Notes the last thing that somebody said during a stay; the first of a batch, after which the rule judges the next.</summary>
    public void Speak(MemberStays entry, Membership stay, DateTime at, long hash)
    {
        if (!entry.HasSpoken)
        {
            (entry.HasSpoken, entry.LastMessageBefore) = (true, entry.Stays.Where(known => !known.IsCounted).Max(known => known.LastMessageAt));
        }

        stay.LastMessageHash = hash;
        stay.LastMessageAt = stay.LastMessageAt > at ? stay.LastMessageAt : at;
        _spokenIn.Add(stay);
    }

    /// <summary>Calls somebody by another name in a group.</summary>
    public void Nickname(Membership stay, string name)
    {
        if (stay.Nickname != name)
        {
            Edit(stay, StayEdit.Nickname);
            stay.Nickname = name;
        }
    }

    /// <summary>Compares the nicknames that came with the batch with the rules of their groups.</summary>
    /// <param name="patternOf">The pattern of a group; null: it has none.</param>
    public void CheckNicknames(Func<long, string?> patternOf)
    {
        foreach (var stay in _changed.SelectMany(entry => entry.Stays).Where(stay => stay.Id == 0)
            .Concat(_edits.Where(edit => (edit.Value & (StayEdit.Join | StayEdit.Nickname)) != 0).Select(edit => edit.Key)))
        {
            stay.NicknameCompliance = NicknameChecks.Check(patternOf(stay.GroupId), stay.Nickname);
        }
    }

    /// <summary>Writes the stays, once their members have keys.</summary>
    public async Task SaveAsync(CancellationToken cancellationToken)
    {
        var added = new List<Membership>();
        foreach (var entry in _changed)
        {
            foreach (var stay in entry.Stays.Where(stay => stay.Id == 0))
            {
                stay.MemberId = entry.Person.Id;
                added.Add(stay);
            }
        }

        foreach (var edits in _edits.GroupBy(edit => edit.Value, edit => edit.Key))
        {
            await context.BulkUpdateAsync(edits.ToList(), Properties(edits.Key), now, cancellationToken);
        }

        await context.BulkInsertAsync(added, cancellationToken);
        await KeepControlsAsync(added, cancellationToken);
        _spokenIn.ExceptWith(added);
        await context.BulkUpdateAsync(
            [.. _spokenIn.Select(stay => new LastMessage(stay.Id, stay.LastMessageAt!.Value, stay.LastMessageHash!.Value))], cancellationToken);
    }

    /// <summary>An account of staff that comes back is answered for by whoever did before.</summary>
    private async Task KeepControlsAsync(List<Membership> added, CancellationToken cancellationToken)
    {
        var controls = added.FindAll(stay => !stay.IsCounted).ConvertAll(stay => new AccountControl
        {
            MembershipId = stay.Id,
            GroupId = stay.GroupId,
            OperatorId = stay.ControlledById,
            AccountKind = stay.AccountKind,
            Duty = stay.StaffDuty,
            Since = stay.JoinedAt,
            CreatedAt = now,
            UpdatedAt = now,
            Version = 1,
        });
        await context.BulkInsertAsync(controls, cancellationToken);
    }

    /// <summary>What happened to the stays; after <see cref="SaveAsync"/>.</summary>
    public IReadOnlyList<RosterChange> Changes() =>
        _changed.ConvertAll(entry => new RosterChange(entry.GroupId, entry.Person.Id, entry.Before!, [.. entry.Stays.Select(Stay.Of)]));

    /// <summary>Who spoke and does not count; after <see cref="SaveAsync"/>.</summary>
    public IReadOnlyDictionary<(long GroupId, long MemberId), DateTime?> ExcludedSenders() =>
        _entries.Values.Where(entry => entry.HasSpoken && entry.Stays.Exists(stay => !stay.IsCounted))
            .ToDictionary(entry => (entry.GroupId, entry.Person.Id), entry => entry.LastMessageBefore);

    private Membership MoveBeginning(MemberStays entry, Membership stay, DateTime at, bool joinKnown)
    {
        Change(entry, stay, StayEdit.Beginning);
        stay.MoveBeginning(at, joinKnown);
        return stay;
    }

    /// <remarks>Who comes back is who they were: role, account kind and the last thing said stay with them.</remarks>
    private Membership Begin(MemberStays entry, DateTime at, bool joinKnown, DateTime? end)
    {
        var previous = entry.At(at) ?? entry.After(at);
        var stay = new Membership
        {
            GroupId = entry.GroupId,
            JoinedAt = at,
            JoinKnown = joinKnown,
            LeftAt = end,
            LeaveKind = end is null ? null : LeaveKind.Unknown,
            LeaveReasonSource = end is null ? null : LeaveReasonSource.None,
            Role = previous?.Role ?? MembershipRole.Member,
            AccountKind = previous?.AccountKind ?? AccountKind.Customer,
            ControlledById = previous?.ControlledById,
            StaffDuty = previous?.StaffDuty,
            LastMessageHash = previous?.LastMessageHash,
            CreatedAt = now,
            UpdatedAt = now,
            Version = 1,
        };
        RememberChange(entry);
        entry.Insert(stay);
        return stay;
    }

    private void Change(MemberStays entry, Membership stay, StayEdit edit)
    {
        RememberChange(entry);
        Edit(stay, edit);
    }

    /// <summary>Has what follows written; a new stay is written whole.</summary>
    private void Edit(Membership stay, StayEdit edit)
    {
        if (stay.Id != 0)
        {
            _edits[stay] = _edits.GetValueOrDefault(stay) | edit;
        }
    }

    private static string[] Properties(StayEdit edit) =>
    [
        .. edit.HasFlag(StayEdit.Beginning) ? s_beginning : [],
        .. edit.HasFlag(StayEdit.End) ? s_end : [],
        .. edit.HasFlag(StayEdit.Join) ? s_join : [],
        .. edit.HasFlag(StayEdit.Nickname) && !edit.HasFlag(StayEdit.Join) ? s_nickname : [],
    ];

    private void RememberChange(MemberStays entry)
    {
        if (entry.Before is null)
        {
            entry.Before = [.. entry.Stays.Select(Stay.Of)];
            _changed.Add(entry);
        }
    }
}

/// <summary>What of a stay is written: an index is kept for most columns, so those that have not changed are left alone.</summary>
[Flags]
internal enum StayEdit
{
    None = 0,
    Beginning = 1,
    End = 2,
    Nickname = 4,
    Join = 8,
}

/// <summary>The stays of one member in one group, in the order of their beginnings.</summary>
internal sealed class MemberStays(long groupId, Person person)
{
    public long GroupId { get; } = groupId;

    public Person Person { get; } = person;

    public List<Membership> Stays { get; } = [];

    /// <summary>What they were before the batch; null as long as they have not changed.</summary>
    public Stay[]? Before { get; set; }

    public bool HasSpoken { get; set; }

    /// <summary>The time of the last message before the batch.</summary>
    public DateTime? LastMessageBefore { get; set; }

    /// <summary>The last stay that had begun at a time.</summary>
    public Membership? At(DateTime time) => Begun(time) is var begun and > 0 ? Stays[begun - 1] : null;

    /// <summary>The first stay that begins after a time.</summary>
    public Membership? After(DateTime time) => Begun(time) is var begun && begun < Stays.Count ? Stays[begun] : null;

    public void Insert(Membership stay) => Stays.Insert(Begun(stay.JoinedAt), stay);

    /// <summary>How many stays had begun at a time. Asked several times for every activity: it takes no delegate.</summary>
    private int Begun(DateTime time)
    {
        var count = Stays.Count;
        while (count > 0 && Stays[count - 1].JoinedAt > time)
        {
            count--;
        }

        return count;
    }
}
