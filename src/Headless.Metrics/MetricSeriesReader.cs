namespace Headless.Metrics;

/// <summary>Cuts a window into intervals and computes a value for each from a constant number of statements.</summary>
internal sealed class MetricSeriesReader(RollupReader rollups, ReportingCalendar calendar)
{
    public async Task<IReadOnlyList<MetricPoint>> ReadAsync(MetricSeriesQuery query, CancellationToken ct)
    {
        var starts = Starts(query.Window, query.Interval);
        var end = calendar.StartOf(query.Window.To);
        var groups = await rollups.VisibleGroupsAsync(query.GroupId is null ? null : [query.GroupId.Value], ct);
        if (query.Interval == MetricInterval.Hour && MetricFormula.NeedsWholeDays(query.Key))
        {
            return Points(starts, end, (_, window) => MetricFormula.NotDefined(query.Key, window, MetricNullReason.NotDefinedForHours));
        }

        var inputs = await ReadInputsAsync(query, groups, starts, ct);
        return Points(starts, end, (i, window) => MetricFormula.Compute(query.Key, window, query.LeaveRateBasis, inputs[i]));
    }

    /// <summary>When each interval begins; the first is cut to the window.</summary>
    private List<DateTime> Starts(MetricWindow window, MetricInterval interval)
    {
        var (start, end) = (calendar.StartOf(window.From), calendar.StartOf(window.To));
        var starts = new List<DateTime>();
        if (interval == MetricInterval.Hour)
        {
            for (var at = start; at < end; at = calendar.HourStartOf(at.AddHours(1)))
            {
                Add(at);
            }

            return starts;
        }

        for (var day = window.From; day < window.To;)
        {
            Add(calendar.StartOf(day));
            day = interval switch
            {
                MetricInterval.Week => ReportingCalendar.WeekOf(day).AddDays(7),
                MetricInterval.Month => ReportingCalendar.MonthOf(day).AddMonths(1),
                _ => day.AddDays(1),
            };
        }

        return starts;

        void Add(DateTime at)
        {
            starts.Add(at);
            if (starts.Count > MetricService.MaxPoints)
            {
                throw new MetricWindowException($"The series would have more than {MetricService.MaxPoints} points: ask for a shorter window or a longer interval.");
            }
        }
    }

    private async Task<MetricInputs[]> ReadInputsAsync(MetricSeriesQuery query, long[] groups, List<DateTime> starts, CancellationToken ct)
    {
        var inputs = new MetricInputs[starts.Count];
        for (var i = 0; i < inputs.Length; i++)
        {
            inputs[i] = new MetricInputs();
        }

        var sources = MetricFormula.SourcesOf(query.Key);
        if ((sources & (MetricSources.Hours | MetricSources.Members)) != 0)
        {
            foreach (var hour in await rollups.HoursAsync(groups, query.Window, ct))
            {
                var input = inputs[IndexOf(starts, hour.Start)];
                input.Messages += hour.Messages;
                input.EffectiveMessages += hour.EffectiveMessages;
                input.Joins += hour.Joins;
                input.Leaves += hour.Leaves;
                input.MembersAtEnd += hour.MemberDelta;
            }
        }

        if (sources.HasFlag(MetricSources.Members))
        {
            var members = (await rollups.MembersAtAsync(groups, starts[0], starts[0], ct)).Sum(m => m.Second);
            foreach (var input in inputs)
            {
                input.MembersAtStart = members;
                input.MembersAtEnd = members += input.MembersAtEnd;
            }
        }

        if (sources.HasFlag(MetricSources.ActiveMembers))
        {
            var seen = new HashSet<(int, long, long)>();
            await foreach (var row in rollups.ActiveDaysAsync(groups, query.Window).WithCancellation(ct))
            {
                var i = IndexOf(starts, calendar.StartOf(row.Day));
                inputs[i].ActiveMembers += seen.Add((i, row.GroupId, row.MemberId)) ? 1 : 0;
            }
        }

        if (sources.HasFlag(MetricSources.Comers))
        {
            await CountDistinctAsync(rollups.ComersAsync(groups, query.Window), starts, i => inputs[i].Comers++, ct);
        }

        if (sources.HasFlag(MetricSources.Leavers))
        {
            await CountDistinctAsync(rollups.LeaversAsync(groups, query.Window), starts, i => inputs[i].Leavers++, ct);
        }

        if (sources.HasFlag(MetricSources.Days))
        {
            var byGroup = await rollups.ActiveAndPresentByDayAsync(groups, query.Window, ct);
            for (var d = 0; d < query.Window.Days; d++)
            {
                var (active, present) = (byGroup.Values.Sum(days => days[d].Active), byGroup.Values.Sum(days => days[d].Present));
                inputs[IndexOf(starts, calendar.StartOf(query.Window.From.AddDays(d)))].Days.Add((active, present));
            }
        }

        if (sources.HasFlag(MetricSources.Exposures))
        {
            foreach (var day in await rollups.ExposuresAsync(groups, query.Window, ct))
            {
                inputs[IndexOf(starts, calendar.StartOf(day.Day))].Exposures += day.Count;
            }

            await foreach (var join in rollups.ExposedJoinsAsync(groups, query.Window).WithCancellation(ct))
            {
                inputs[IndexOf(starts, join.At)].ExposedJoins++;
            }
        }

        var excluded = await rollups.ExcludedStaysAsync(groups, query.Window, ct);
        for (var i = 0; i < inputs.Length && excluded.Count > 0; i++)
        {
            var (from, to) = (starts[i], i + 1 < starts.Count ? starts[i + 1] : calendar.StartOf(query.Window.To));
            inputs[i].ExcludedAccounts = excluded
                .Where(s => s.JoinedAt < to && (s.LeftAt is null || s.LeftAt >= from))
                .DistinctBy(s => (s.GroupId, s.MemberId)).Count();
        }

        return inputs;
    }

    private List<MetricPoint> Points(List<DateTime> starts, DateTime end, Func<int, MetricWindow, MetricValue> value)
    {
        var points = new List<MetricPoint>(starts.Count);
        for (var i = 0; i < starts.Count; i++)
        {
            var until = i + 1 < starts.Count ? starts[i + 1] : end;
            var window = new MetricWindow(calendar.DayOf(starts[i]), calendar.DayOf(until.AddTicks(-1)).AddDays(1));
            points.Add(new MetricPoint(starts[i], until, value(i, window)));
        }

        return points;
    }

    private static async Task CountDistinctAsync(IAsyncEnumerable<MemberAt> rows, List<DateTime> starts, Action<int> count, CancellationToken ct)
    {
        var seen = new HashSet<(int, long, long)>();
        await foreach (var row in rows.WithCancellation(ct))
        {
            var i = IndexOf(starts, row.At);
            if (seen.Add((i, row.GroupId, row.MemberId)))
            {
                count(i);
            }
        }
    }

    /// <summary>The interval that holds an instant: the last one that begins at or before it.</summary>
    private static int IndexOf(List<DateTime> starts, DateTime at)
    {
        var i = starts.BinarySearch(at);
        return i >= 0 ? i : ~i - 1;
    }
}
