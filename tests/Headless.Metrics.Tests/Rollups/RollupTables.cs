using Headless.Community;
using Headless.Community.Data;
using Headless.Community.Ingestion;
using Microsoft.EntityFrameworkCore;

namespace Headless.Metrics.Tests.Rollups;

/// <summary>The rollups as values that compare, without rows that say nothing.</summary>
internal sealed record RollupTables(
    SortedDictionary<string, (int Messages, int Effective, int Excluded, int Joins, int Leaves, int MemberDelta)> Hours,
    SortedDictionary<string, (int PresenceDelta, int Active, int Speakers, int Joiners, int Leavers, int Excluded)> Days,
    SortedDictionary<string, (int Messages, int Effective)> MemberDays)
{
    /// <summary>What the days have of their hours.</summary>
    public SortedDictionary<string, (int Messages, int Effective, int Excluded, int Joins, int Leaves, int MemberDelta)> Totals { get; } = new(StringComparer.Ordinal);

    /// <summary>What was answered, by member and day.</summary>
    public SortedDictionary<string, (int Given, int Received)> Replies { get; } = new(StringComparer.Ordinal);

    /// <summary>What all days of a group come to.</summary>
    public SortedDictionary<string, (int Members, int Present)> Groups { get; } = new(StringComparer.Ordinal);

    public static RollupTables Empty => new(new(StringComparer.Ordinal), new(StringComparer.Ordinal), new(StringComparer.Ordinal));

    public static string HourKey(long group, DateTime start) => $"{group} {start:yyyy-MM-dd HH:mm}";

    public static string DayKey(long group, DateOnly day) => $"{group} {day:yyyy-MM-dd}";

    public static string MemberDayKey(long group, DateOnly day, long member) => $"{group} {day:yyyy-MM-dd} {member}";

    public static async Task<RollupTables> ReadAsync(CommunityDatabase database, CancellationToken cancellationToken)
    {
        await using var context = database.Create(AccessScope.Everything);
        var tables = Empty;
        foreach (var row in await context.GroupHours.ToListAsync(cancellationToken))
        {
            var value = (row.Messages, row.EffectiveMessages, row.ExcludedMessages, row.Joins, row.Leaves, row.MemberDelta);
            if (value != default)
            {
                tables.Hours.Add(HourKey(row.GroupId, row.HourStart), value);
            }
        }

        foreach (var row in await context.GroupDays.ToListAsync(cancellationToken))
        {
            var value = (row.PresenceDelta, row.ActiveMembers, row.Speakers, row.DistinctJoiners, row.DistinctLeavers, row.ExcludedAccounts);
            if (value != default)
            {
                tables.Days.Add(DayKey(row.GroupId, row.Day), value);
            }

            var totals = (row.Messages, row.EffectiveMessages, row.ExcludedMessages, row.Joins, row.Leaves, row.MemberDelta);
            if (totals != default)
            {
                tables.Totals.Add(DayKey(row.GroupId, row.Day), totals);
            }
        }

        foreach (var row in await context.GroupTotals.Where(row => row.MemberDelta != 0 || row.PresenceDelta != 0).ToListAsync(cancellationToken))
        {
            tables.Groups.Add($"{row.GroupId}", (row.MemberDelta, row.PresenceDelta));
        }

        foreach (var row in await context.MemberDays.ToListAsync(cancellationToken))
        {
            if (row.Messages != 0 || row.EffectiveMessages != 0)
            {
                tables.MemberDays.Add(MemberDayKey(row.GroupId, row.Day, row.MemberId), (row.Messages, row.EffectiveMessages));
            }
        }

        foreach (var row in await context.ReplyDays.ToListAsync(cancellationToken))
        {
            if (row.Given != 0 || row.Received != 0)
            {
                tables.Replies.Add(MemberDayKey(row.GroupId, row.Day, row.MemberId), (row.Given, row.Received));
            }
        }

        return tables;
    }

    /// <summary>Counts everything over the raw rows, day by day and member by member, with no sums that move.</summary>
    /// <param name="judge">Whether a message is effective if its account counts; as the log says, unless given.</param>
    public static async Task<RollupTables> CountAsync(
        CommunityDatabase database, TimeZoneInfo zone, CancellationToken cancellationToken, Func<IReadOnlyList<Activity>, Activity, bool>? judge = null)
    {
        await using var context = database.Create(AccessScope.Everything);
        var stays = await context.Memberships.ToListAsync(cancellationToken);
        var messages = await context.Activities.Where(row => row.Kind == ActivityKind.MessageSent).OrderBy(row => row.Id).ToListAsync(cancellationToken);
        var counted = stays.Where(stay => stay.AccountKind == AccountKind.Customer).Select(stay => stay.Id).ToHashSet();
        var tables = Empty;
        foreach (var group in stays.Select(stay => stay.GroupId).Distinct())
        {
            var ofGroup = stays.Where(stay => stay.GroupId == group && counted.Contains(stay.Id)).ToList();
            foreach (var stay in ofGroup)
            {
                AddHour(group, stay.JoinedAt, (0, 0, 0, stay.JoinKnown ? 1 : 0, 0, 1));
                if (stay.LeftAt is { } left)
                {
                    AddHour(group, left, (0, 0, 0, 0, 1, -1));
                }
            }

            var said = messages.Where(message => message.GroupId == group).Select(message => (Message: message, IsEffective: judge is null ? Judge(message) : judge(messages, message))).ToList();
            foreach (var (message, isEffective) in said)
            {
                AddHour(group, message.OccurredAt, IsCounted(message) ? (1, isEffective ? 1 : 0, 0, 0, 0, 0) : (0, 0, 1, 0, 0, 0));
            }

            foreach (var rows in said.Where(row => IsCounted(row.Message)).GroupBy(row => (Day: Day(row.Message.OccurredAt), row.Message.MemberId)))
            {
                tables.MemberDays.Add(MemberDayKey(group, rows.Key.Day, rows.Key.MemberId!.Value), (rows.Count(), rows.Count(row => row.IsEffective)));
            }

            foreach (var (answer, _) in said.Where(row => row.Message.ReplyToExternalId is not null && IsCounted(row.Message)))
            {
                var message = said.Find(row => row.Message.Source == answer.Source && row.Message.ExternalId == answer.ReplyToExternalId).Message;
                if (message?.MemberId == answer.MemberId)
                {
                    continue;
                }

                AddReply(group, answer, answer.MemberId!.Value, (1, 0));
                if (message is not null && IsCounted(message))
                {
                    AddReply(group, answer, message.MemberId!.Value, (0, 1));
                }
            }

            var days = ofGroup.SelectMany(stay => new[] { stay.JoinedAt, stay.LeftAt ?? stay.JoinedAt }).Concat(said.Select(row => row.Message.OccurredAt)).Select(Day).ToList();
            if (days.Count == 0)
            {
                continue;
            }

            var present = 0;
            for (var day = days.Min().AddDays(-1); day <= days.Max().AddDays(2); day = day.AddDays(1))
            {
                var now = ofGroup.Where(stay => Day(stay.JoinedAt) <= day && (stay.LeftAt is null || Day(stay.LeftAt.Value) >= day)).Select(stay => stay.MemberId).Distinct().Count();
                var speakers = said.Where(row => Day(row.Message.OccurredAt) == day).ToList();
                var value = (
                    now - present,
                    speakers.Where(row => IsCounted(row.Message) && row.IsEffective).Select(row => row.Message.MemberId).Distinct().Count(),
                    speakers.Where(row => IsCounted(row.Message)).Select(row => row.Message.MemberId).Distinct().Count(),
                    ofGroup.Where(stay => stay.JoinKnown && Day(stay.JoinedAt) == day).Select(stay => stay.MemberId).Distinct().Count(),
                    ofGroup.Where(stay => stay.LeftAt is { } left && Day(left) == day).Select(stay => stay.MemberId).Distinct().Count(),
                    speakers.Where(row => !IsCounted(row.Message)).Select(row => row.Message.MemberId).Distinct().Count());
                value.Item2.ShouldBeLessThanOrEqualTo(now, "who is active is present");
                present = now;
                if (value != default)
                {
                    tables.Days.Add(DayKey(group, day), value);
                }
            }

            var members = ofGroup.Count(stay => stay.LeftAt is null);
            if (members != 0 || present != 0)
            {
                tables.Groups.Add($"{group}", (members, present));
            }
        }

        return tables;

        bool IsCounted(Activity message) => counted.Contains(message.MembershipId!.Value);

        bool Judge(Activity message)
        {
            if (!message.IsExcluded)
            {
                return message.IsEffective;
            }

            var previous = messages.LastOrDefault(other => other.Id < message.Id && other.GroupId == message.GroupId && other.MemberId == message.MemberId);
            return EffectiveMessageRule.Judge(message.Text, AccountKind.Customer, previous is null ? null : EffectiveMessageRule.Hash(previous.Text)) == MessageVerdict.Effective;
        }

        DateOnly Day(DateTime utc) => DateOnly.FromDateTime(utc + zone.GetUtcOffset(utc));

        void AddReply(long group, Activity answer, long member, (int Given, int Received) add)
        {
            var key = MemberDayKey(group, Day(answer.OccurredAt), member);
            var (given, received) = tables.Replies.GetValueOrDefault(key);
            tables.Replies[key] = (given + add.Given, received + add.Received);
        }

        void AddHour(long group, DateTime utc, (int, int, int, int, int, int) add)
        {
            var local = utc + zone.GetUtcOffset(utc);
            var key = HourKey(group, utc.AddTicks(-(local.Ticks % TimeSpan.TicksPerHour)));
            var (a, b, c, d, e, f) = tables.Hours.GetValueOrDefault(key);
            tables.Hours[key] = (a + add.Item1, b + add.Item2, c + add.Item3, d + add.Item4, e + add.Item5, f + add.Item6);
            if (tables.Hours[key] == default)
            {
                tables.Hours.Remove(key);
            }

            var day = DayKey(group, Day(utc));
            var (g, h, i, j, k, l) = tables.Totals.GetValueOrDefault(day);
            tables.Totals[day] = (g + add.Item1, h + add.Item2, i + add.Item3, j + add.Item4, k + add.Item5, l + add.Item6);
            if (tables.Totals[day] == default)
            {
                tables.Totals.Remove(day);
            }
        }
    }

    public void ShouldEqual(RollupTables other)
    {
        Hours.ShouldBe(other.Hours);
        Days.ShouldBe(other.Days);
        Totals.ShouldBe(other.Totals);
        MemberDays.ShouldBe(other.MemberDays);
        Replies.ShouldBe(other.Replies);
        Groups.ShouldBe(other.Groups);
    }
}
