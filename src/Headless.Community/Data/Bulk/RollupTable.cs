namespace Headless.Community.Data.Bulk;

/// <summary>A rollup table as the bulk writers see it: columns that identify a row, and whole numbers that add up.</summary>
internal sealed record RollupTable<T>(
    string Name,
    IReadOnlyList<(string Name, RollupKeyType Type, Func<T, object> Read)> Keys,
    IReadOnlyList<(string Name, Func<T, int> Read)> Sums)
{
    public IEnumerable<string> Columns => Keys.Select(key => key.Name).Concat(Sums.Select(sum => sum.Name));
}

internal enum RollupKeyType
{
    Id,
    Instant,
    Day,
}

internal static class RollupTable
{
    public static readonly RollupTable<GroupHour> GroupHours = new(
        nameof(CommunityDbContext.GroupHours),
        [
            (nameof(GroupHour.GroupId), RollupKeyType.Id, row => row.GroupId),
            (nameof(GroupHour.HourStart), RollupKeyType.Instant, row => UtcDateTimeConverter.ToStored(row.HourStart)),
        ],
        [
            (nameof(GroupHour.Messages), row => row.Messages),
            (nameof(GroupHour.EffectiveMessages), row => row.EffectiveMessages),
            (nameof(GroupHour.ExcludedMessages), row => row.ExcludedMessages),
            (nameof(GroupHour.Joins), row => row.Joins),
            (nameof(GroupHour.Leaves), row => row.Leaves),
            (nameof(GroupHour.MemberDelta), row => row.MemberDelta),
        ]);

    public static readonly RollupTable<GroupDay> GroupDays = new(
        nameof(CommunityDbContext.GroupDays),
        [
            (nameof(GroupDay.GroupId), RollupKeyType.Id, row => row.GroupId),
            (nameof(GroupDay.Day), RollupKeyType.Day, row => row.Day),
        ],
        [
            (nameof(GroupDay.PresenceDelta), row => row.PresenceDelta),
            (nameof(GroupDay.ActiveMembers), row => row.ActiveMembers),
            (nameof(GroupDay.Speakers), row => row.Speakers),
            (nameof(GroupDay.DistinctJoiners), row => row.DistinctJoiners),
            (nameof(GroupDay.DistinctLeavers), row => row.DistinctLeavers),
            (nameof(GroupDay.ExcludedAccounts), row => row.ExcludedAccounts),
            (nameof(GroupDay.Messages), row => row.Messages),
            (nameof(GroupDay.EffectiveMessages), row => row.EffectiveMessages),
            (nameof(GroupDay.ExcludedMessages), row => row.ExcludedMessages),
            (nameof(GroupDay.Joins), row => row.Joins),
            (nameof(GroupDay.Leaves), row => row.Leaves),
            (nameof(GroupDay.MemberDelta), row => row.MemberDelta),
        ]);

    public static readonly RollupTable<GroupTotal> GroupTotals = new(
        nameof(CommunityDbContext.GroupTotals),
        [(nameof(GroupTotal.GroupId), RollupKeyType.Id, row => row.GroupId)],
        [(nameof(GroupTotal.MemberDelta), row => row.MemberDelta), (nameof(GroupTotal.PresenceDelta), row => row.PresenceDelta)]);

    public static readonly RollupTable<MemberDay> MemberDays = new(
        nameof(CommunityDbContext.MemberDays),
        [
            (nameof(MemberDay.GroupId), RollupKeyType.Id, row => row.GroupId),
            (nameof(MemberDay.Day), RollupKeyType.Day, row => row.Day),
            (nameof(MemberDay.MemberId), RollupKeyType.Id, row => row.MemberId),
        ],
        [
            (nameof(MemberDay.Messages), row => row.Messages),
            (nameof(MemberDay.EffectiveMessages), row => row.EffectiveMessages),
        ]);

    public static readonly RollupTable<ReplyDay> ReplyDays = new(
        nameof(CommunityDbContext.ReplyDays),
        [
            (nameof(ReplyDay.GroupId), RollupKeyType.Id, row => row.GroupId),
            (nameof(ReplyDay.Day), RollupKeyType.Day, row => row.Day),
            (nameof(ReplyDay.MemberId), RollupKeyType.Id, row => row.MemberId),
        ],
        [
            (nameof(ReplyDay.Given), row => row.Given),
            (nameof(ReplyDay.Received), row => row.Received),
        ]);

    public static readonly RollupTable<EntryDay> EntryDays = new(
        nameof(CommunityDbContext.EntryDays),
        [
            (nameof(EntryDay.JoinChannelId), RollupKeyType.Id, row => row.JoinChannelId),
            (nameof(EntryDay.EntryPointId), RollupKeyType.Id, row => row.EntryPointId),
            (nameof(EntryDay.GroupId), RollupKeyType.Id, row => row.GroupId),
            (nameof(EntryDay.Day), RollupKeyType.Day, row => row.Day),
        ],
        [
            (nameof(EntryDay.Exposures), row => row.Exposures),
            (nameof(EntryDay.Scans), row => row.Scans),
            (nameof(EntryDay.AnonymousScans), row => row.AnonymousScans),
            (nameof(EntryDay.Friends), row => row.Friends),
            (nameof(EntryDay.Invites), row => row.Invites),
        ]);
}
