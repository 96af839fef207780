using Headless.Community;
using Headless.Community.Data;
using Headless.Community.Data.Bulk;
using Headless.Community.Ingestion;

namespace Headless.Metrics.Rollups;

/// <summary>
/// What a change adds to the rollups, summed up by row. All definitions of what the rollups count are here:
/// <list type="bullet">
/// <item><see cref="GroupHour"/>: each message and each beginning and end of a stay, at the hour of the reporting time zone in which
/// it happened. A stay that began unseen is no join, but makes one member more (<see cref="GroupHour.MemberDelta"/>).</item>
/// <item><see cref="GroupDay"/> has the sums of its hours, so that no figure of days reads hours, and <see cref="GroupTotal"/> those of all days.</item>
/// <item><see cref="GroupDay.PresenceDelta"/>: the days on which a member was present are those from the day of the beginning to the
/// day of the end of each stay, both included, put together; every unbroken run of such days adds 1 on its first day and takes 1
/// away on the day after its last.</item>
/// <item><see cref="GroupDay.DistinctJoiners"/>, <see cref="GroupDay.DistinctLeavers"/>: members with a join that was seen, or an end
/// of a stay, on the day; each once.</item>
/// <item><see cref="MemberDay"/>: messages of a counted account on the day; <see cref="GroupDay.Speakers"/> and
/// <see cref="GroupDay.ActiveMembers"/> are the numbers of those with a message and with an effective one.</item>
/// <item><see cref="ReplyDay"/>: answers given and received on the day of the answer, as <see cref="Replies"/> says.</item>
/// <item>Accounts that staff or machines control (A.12 #13) only appear in <see cref="GroupHour.ExcludedMessages"/> and
/// <see cref="GroupDay.ExcludedAccounts"/>. Their stays are no joins, leaves or members.</item>
/// </list>
/// </summary>
internal sealed class RollupDeltas(ReportingCalendar calendar)
{
    private readonly Dictionary<(long GroupId, DateTime HourStart), GroupHour> _hours = [];
    private readonly Dictionary<(long GroupId, DateOnly Day), GroupDay> _days = [];
    private readonly Dictionary<(long GroupId, DateOnly Day, long MemberId), MemberDay> _memberDays = [];
    private readonly Dictionary<(long GroupId, DateOnly Day, long MemberId), ReplyDay> _replyDays = [];

    public IReadOnlyCollection<MemberDay> MemberDays => _memberDays.Values;

    public GroupHour Hour(long groupId, DateTime at)
    {
        var key = (groupId, calendar.HourStartOf(at));
        if (!_hours.TryGetValue(key, out var hour))
        {
            _hours.Add(key, hour = new GroupHour { GroupId = groupId, HourStart = key.Item2 });
        }

        return hour;
    }

    public GroupDay Day(long groupId, DateOnly day)
    {
        if (!_days.TryGetValue((groupId, day), out var row))
        {
            _days.Add((groupId, day), row = new GroupDay { GroupId = groupId, Day = day });
        }

        return row;
    }

    /// <summary>Adds a message of a counted account, or with <paramref name="sign"/> -1 takes one away.</summary>
    public void AddCounted(long groupId, long memberId, DateTime at, bool isEffective, int sign = 1)
    {
        var effective = isEffective ? sign : 0;
        var hour = Hour(groupId, at);
        hour.Messages += sign;
        hour.EffectiveMessages += effective;
        var key = (groupId, calendar.DayOf(at), memberId);
        if (!_memberDays.TryGetValue(key, out var row))
        {
            _memberDays.Add(key, row = new MemberDay { GroupId = groupId, Day = key.Item2, MemberId = memberId });
        }

        row.Messages += sign;
        row.EffectiveMessages += effective;
    }

    /// <summary>A message of a counted account is effective now, or is not any more.</summary>
    public void ChangeEffective(long groupId, long memberId, DateTime at, bool isEffective)
    {
        AddCounted(groupId, memberId, at, isEffective: true, isEffective ? 1 : -1);
        Hour(groupId, at).Messages -= isEffective ? 1 : -1;
        _memberDays[(groupId, calendar.DayOf(at), memberId)].Messages -= isEffective ? 1 : -1;
    }

    /// <summary>Adds answers, or with <paramref name="sign"/> -1 takes them away; what they count is said at <see cref="Replies"/>.</summary>
    public void AddReplies(IEnumerable<Reply> replies, int sign = 1)
    {
        foreach (var reply in replies)
        {
            if (!reply.IsCounted || reply.ToMemberId == reply.MemberId)
            {
                continue;
            }

            Replied(reply, reply.MemberId).Given += sign;
            if (reply is { ToMemberId: { } to, IsToCounted: true })
            {
                Replied(reply, to).Received += sign;
            }
        }
    }

    private ReplyDay Replied(Reply reply, long memberId)
    {
        var key = (reply.GroupId, calendar.DayOf(reply.At), memberId);
        if (!_replyDays.TryGetValue(key, out var row))
        {
            _replyDays.Add(key, row = new ReplyDay { GroupId = reply.GroupId, Day = key.Item2, MemberId = memberId });
        }

        return row;
    }

    /// <summary>Replaces what the stays of a member in a group add to the rollups by what others do.</summary>
    public void ReplaceStays(long groupId, IReadOnlyList<Stay> before, IReadOnlyList<Stay> after)
    {
        AddStays(groupId, before, -1);
        AddStays(groupId, after, 1);
    }

    /// <summary>Counts a member of a day in or out as its messages start or cease.</summary>
    /// <param name="row">What is added to the member's day.</param>
    /// <param name="storedMessages">The messages of the day before that.</param>
    /// <param name="storedEffective">The effective messages of the day before that.</param>
    public void CountSpeaker(MemberDay row, int storedMessages, int storedEffective)
    {
        var day = Day(row.GroupId, row.Day);
        day.Speakers += Step(storedMessages, row.Messages);
        day.ActiveMembers += Step(storedEffective, row.EffectiveMessages);

        static int Step(int before, int added) => (before + added > 0 ? 1 : 0) - (before > 0 ? 1 : 0);
    }

    /// <summary>Adds everything to the database.</summary>
    public async Task SaveAsync(CommunityDbContext context, CancellationToken cancellationToken)
    {
        AddHoursToDays();
        await context.BulkAddAsync([.. _hours.Values.Where(Changes)], cancellationToken);
        await context.BulkAddAsync([.. _days.Values.Where(Changes)], cancellationToken);
        await context.BulkAddAsync(
            [.. _days.Values.GroupBy(day => day.GroupId)
                .Select(days => new GroupTotal { GroupId = days.Key, MemberDelta = days.Sum(day => day.MemberDelta), PresenceDelta = days.Sum(day => day.PresenceDelta) })
                .Where(total => total.MemberDelta != 0 || total.PresenceDelta != 0)],
            cancellationToken);
        await context.BulkAddAsync([.. _memberDays.Values.Where(row => row.Messages != 0 || row.EffectiveMessages != 0)], cancellationToken);
        await context.BulkAddAsync([.. _replyDays.Values.Where(row => row.Given != 0 || row.Received != 0)], cancellationToken);
    }

    private static bool Changes(GroupHour row) =>
        row.Messages != 0 || row.EffectiveMessages != 0 || row.ExcludedMessages != 0 || row.Joins != 0 || row.Leaves != 0 || row.MemberDelta != 0;

    private static bool Changes(GroupDay row) =>
        row.PresenceDelta != 0 || row.ActiveMembers != 0 || row.Speakers != 0 || row.DistinctJoiners != 0 || row.DistinctLeavers != 0
        || row.ExcludedAccounts != 0 || row.Messages != 0 || row.EffectiveMessages != 0 || row.ExcludedMessages != 0 || row.Joins != 0 || row.Leaves != 0
        || row.MemberDelta != 0;

    /// <summary>A day has what its hours have: one pass over the hours of a batch, whatever the number of its messages.</summary>
    private void AddHoursToDays()
    {
        foreach (var hour in _hours.Values)
        {
            var day = Day(hour.GroupId, calendar.DayOf(hour.HourStart));
            day.Messages += hour.Messages;
            day.EffectiveMessages += hour.EffectiveMessages;
            day.ExcludedMessages += hour.ExcludedMessages;
            day.Joins += hour.Joins;
            day.Leaves += hour.Leaves;
            day.MemberDelta += hour.MemberDelta;
        }
    }

    private void AddStays(long groupId, IReadOnlyList<Stay> stays, int sign)
    {
        var joinDays = new HashSet<DateOnly>();
        var leaveDays = new HashSet<DateOnly>();
        (DateOnly First, DateOnly? Last)? run = null;
        foreach (var stay in stays)
        {
            if (!stay.IsCounted)
            {
                continue;
            }

            var (first, last) = (calendar.DayOf(stay.JoinedAt), stay.LeftAt is { } end ? calendar.DayOf(end) : (DateOnly?)null);
            var begin = Hour(groupId, stay.JoinedAt);
            begin.MemberDelta += sign;
            if (stay.JoinKnown)
            {
                begin.Joins += sign;
                if (joinDays.Add(first))
                {
                    Day(groupId, first).DistinctJoiners += sign;
                }
            }

            if (stay.LeftAt is { } leftAt)
            {
                var hour = Hour(groupId, leftAt);
                hour.MemberDelta -= sign;
                hour.Leaves += sign;
                if (leaveDays.Add(last!.Value))
                {
                    Day(groupId, last.Value).DistinctLeavers += sign;
                }
            }

            // Stays come in the order of their beginnings and do not overlap.
            if (run is { } current && (current.Last is null || first <= current.Last.Value.AddDays(1)))
            {
                run = (current.First, current.Last is null || last is null ? null : last > current.Last ? last : current.Last);
            }
            else
            {
                AddRun(groupId, run, sign);
                run = (first, last);
            }
        }

        AddRun(groupId, run, sign);
    }

    private void AddRun(long groupId, (DateOnly First, DateOnly? Last)? run, int sign)
    {
        if (run is not { } days)
        {
            return;
        }

        Day(groupId, days.First).PresenceDelta += sign;
        if (days.Last is { } last)
        {
            Day(groupId, last.AddDays(1)).PresenceDelta -= sign;
        }
    }
}
