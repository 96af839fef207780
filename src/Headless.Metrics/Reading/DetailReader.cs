using Headless.Community;
using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Metrics.Reading;

/// <summary>
/// Fills in what the rollups do not add up: figures of some members only, from their days, and figures by the days of another time
/// zone, from the log. Right for any zone; its cost follows the stays and, for another zone, the messages of the window.
/// </summary>
internal sealed class DetailReader(CommunityDbContext db, ReportingCalendar calendar, bool isOtherZone)
{
    public async Task FillAsync(InputTable table, MetricSources sources, CancellationToken ct)
    {
        var days = NewDays(table);
        await foreach (var stay in Stays.Overlapping(db, table)
            .OrderBy(m => m.GroupId).ThenBy(m => m.MemberId).ThenBy(m => m.JoinedAt).ThenBy(m => m.Id)
            .Select(m => new { m.GroupId, m.MemberId, m.JoinedAt, m.LeftAt, m.JoinKnown })
            .GroupByPersonAsync(stay => (stay.GroupId, stay.MemberId), ct))
        {
            var group = stay[0].GroupId;
            AddStays(table, days[group], [.. stay.Select(s => new Spell(s.JoinedAt, s.LeftAt, s.JoinKnown))], table[group]);
        }

        if ((sources & (MetricSources.Totals | MetricSources.ActiveMembers | MetricSources.Days)) != 0)
        {
            await FillMessagesAsync(table, days, ct);
        }

        foreach (var group in table.Groups)
        {
            Finish(table, days[group], table[group]);
        }
    }

    private static Dictionary<long, (long Active, long PresenceDelta)[]> NewDays(InputTable table) =>
        table.Groups.ToDictionary(id => id, _ => new (long Active, long PresenceDelta)[table.Intervals.Window.Days + 1]);

    /// <summary>Adds the stays of a member in a group, in the order of their beginnings.</summary>
    private void AddStays(InputTable table, (long Active, long PresenceDelta)[] days, Spell[] stays, MetricInputs[] inputs)
    {
        var intervals = table.Intervals;
        var (came, left) = (new HashSet<int>(), new HashSet<int>());
        var lastDay = -1;
        foreach (var (joinedAt, leftAt, joinKnown) in stays)
        {
            if (joinedAt < intervals.Start)
            {
                inputs[0].MembersAtStart++;
            }
            else
            {
                var i = intervals.IndexOf(joinedAt);
                inputs[i].MembersAtEnd++;
                inputs[i].Joins += joinKnown ? 1 : 0;
                inputs[i].Comers += came.Add(i) ? 1 : 0;
            }

            if (leftAt < intervals.End)
            {
                var i = intervals.IndexOf(leftAt.Value);
                inputs[i].MembersAtEnd--;
                inputs[i].Leaves++;
                inputs[i].Leavers += left.Add(i) ? 1 : 0;
            }

            var first = Math.Max(lastDay + 1, Math.Max(0, calendar.DayOf(joinedAt).DayNumber - intervals.Window.From.DayNumber));
            var last = leftAt < intervals.End ? calendar.DayOf(leftAt.Value).DayNumber - intervals.Window.From.DayNumber : intervals.Window.Days - 1;
            if (first <= last)
            {
                days[first].PresenceDelta++;
                days[last + 1].PresenceDelta--;
                lastDay = last;
            }
        }
    }

    private async Task FillMessagesAsync(InputTable table, Dictionary<long, (long Active, long PresenceDelta)[]> days, CancellationToken ct)
    {
        var intervals = table.Intervals;
        var (activeIn, activeOn) = (new HashSet<(int, long, long)>(), new HashSet<(DateOnly, long, long)>());
        await foreach (var said in (isOtherZone ? FromLog(table) : FromDays(table)).WithCancellation(ct))
        {
            var day = said.Day ?? calendar.DayOf(said.At);
            var i = said.Day is { } whole ? intervals.IndexOf(whole) : intervals.IndexOf(said.At);
            var inputs = table[said.GroupId][i];
            inputs.Messages += said.Messages;
            inputs.EffectiveMessages += said.Effective;
            if (said.Effective > 0)
            {
                inputs.ActiveMembers += activeIn.Add((i, said.GroupId, said.MemberId)) ? 1 : 0;
                days[said.GroupId][day.DayNumber - intervals.Window.From.DayNumber].Active += activeOn.Add((day, said.GroupId, said.MemberId)) ? 1 : 0;
            }
        }
    }

    /// <summary>Days of the members asked for. Who came by a channel and also otherwise counts in the group where they came by it.</summary>
    private IAsyncEnumerable<Said> FromDays(InputTable table)
    {
        var (groups, window) = (table.Groups, table.Intervals.Window);
        var stays = Stays.Counted(db, groups, table.People);
        return db.MemberDays.AsNoTracking()
            .Where(d => groups.Contains(d.GroupId) && d.Day >= window.From && d.Day < window.To && d.Messages > 0
                && stays.Any(m => m.GroupId == d.GroupId && m.MemberId == d.MemberId))
            .Select(d => new Said(d.GroupId, d.MemberId, d.Day, default, d.Messages, d.EffectiveMessages))
            .AsAsyncEnumerable();
    }

    private IAsyncEnumerable<Said> FromLog(InputTable table)
    {
        var (groups, from, to) = (table.Groups, table.Intervals.Start, table.Intervals.End);
        var messages = db.Activities.AsNoTracking().Where(a =>
            a.Kind == ActivityKind.MessageSent && a.OccurredAt >= from && a.OccurredAt < to && a.MemberId != null && a.GroupId != null && groups.Contains(a.GroupId.Value)
            && (a.MembershipId == null || db.Memberships.Any(m => m.Id == a.MembershipId && m.AccountKind == AccountKind.Customer)));
        if (!table.People.IsEverybody)
        {
            var stays = Stays.Counted(db, groups, table.People);
            messages = messages.Where(a => stays.Any(m => m.GroupId == a.GroupId && m.MemberId == a.MemberId));
        }

        return messages
            .Select(a => new Said(a.GroupId!.Value, a.MemberId!.Value, null, a.OccurredAt, 1, (a.IsExcluded ? a.IsEffectiveByText ?? a.IsEffective : a.IsEffective) ? 1 : 0))
            .AsAsyncEnumerable();
    }

    /// <summary>Turns changes into numbers.</summary>
    private static void Finish(InputTable table, (long Active, long PresenceDelta)[] days, MetricInputs[] inputs)
    {
        var members = inputs[0].MembersAtStart;
        foreach (var input in inputs)
        {
            input.MembersAtStart = members;
            input.MembersAtEnd = members += input.MembersAtEnd;
        }

        var present = 0L;
        for (var d = 0; d < table.Intervals.Window.Days; d++)
        {
            present += days[d].PresenceDelta;
            inputs[table.Intervals.IndexOf(table.Intervals.Window.From.AddDays(d))].Days.Add((days[d].Active, present));
        }
    }

    private readonly record struct Spell(DateTime JoinedAt, DateTime? LeftAt, bool JoinKnown);

    private readonly record struct Said(long GroupId, long MemberId, DateOnly? Day, DateTime At, int Messages, int Effective);
}

/// <summary>Reads rows that come in the order of whom they are about, person by person.</summary>
internal static class PersonRows
{
    public static async IAsyncEnumerable<List<T>> GroupByPersonAsync<T, TKey>(
        this IQueryable<T> rows, Func<T, TKey> keyOf, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken ct)
        where TKey : IEquatable<TKey>
    {
        var current = new List<T>();
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
        {
            if (current.Count > 0 && !keyOf(current[0]).Equals(keyOf(row)))
            {
                yield return current;
                current = [];
            }

            current.Add(row);
        }

        if (current.Count > 0)
        {
            yield return current;
        }
    }
}
