using Headless.Community.Ingestion;

namespace Headless.Community.Demo;

/// <summary>Sixty days of joins, leaves, messages and orders, as an integration would report them. The same day and seed give the same script.</summary>
internal sealed class DemoScript(Random random, DateOnly today, TimeZoneInfo zone)
{
    private readonly List<ActivityInput> _activities = [];
    private int _sequence;

    /// <summary>People of the community: their account on each platform has the same name.</summary>
    public IReadOnlyList<string> Names { get; } = CreateNames(random);

    /// <summary>Everything that happens until now, in the order of time.</summary>
    public IReadOnlyList<ActivityInput> Write(DateTimeOffset now)
    {
        for (var g = 0; g < DemoPlan.Groups.Length; g++)
        {
            WriteGroup(DemoPlan.Groups[g], g);
        }

        return WithReplies(_activities.Where(a => a.OccurredAt <= now).OrderBy(a => a.OccurredAt).ThenBy(a => a.ExternalId, StringComparer.Ordinal));
    }

    /// <summary>Every fifth message or so answers the one before it in the group, when that was another person's and not long ago.</summary>
    private static List<ActivityInput> WithReplies(IEnumerable<ActivityInput> activities)
    {
        var (written, last) = (new List<ActivityInput>(), new Dictionary<string, ActivityInput>());
        foreach (var activity in activities)
        {
            if (activity is not { Kind: ActivityInputKind.Message, Group.ExternalId: { } group, Member: { } sender })
            {
                written.Add(activity);
                continue;
            }

            var isAnswer = EffectiveMessageRule.Hash(activity.ExternalId) % 5 == 0 && last.GetValueOrDefault(group) is { } before
                && before.Member!.ExternalId != sender.ExternalId && activity.OccurredAt - before.OccurredAt < TimeSpan.FromHours(3);
            written.Add(isAnswer ? activity with { ReplyTo = last[group].ExternalId } : activity);
            last[group] = activity;
        }

        return written;
    }

    /// <summary>The account of a person on a group's platform.</summary>
    public static string AccountOf(DemoGroup group, int person) => $"{group.Platform.ToString().ToLowerInvariant()}-{person:D4}";

    private static string[] CreateNames(Random random) =>
    [
        .. Enumerable.Range(0, DemoPlan.Members).Select(i => i % 3 == 2
            ? $"{Pick(random, DemoNames.EnglishFirstNames)} {Pick(random, DemoNames.EnglishLastNames)}"
            : Pick(random, DemoNames.Surnames) + Pick(random, DemoNames.GivenNames)),
    ];

    private static T Pick<T>(Random random, T[] values) => values[random.Next(values.Length)];

    private void WriteGroup(DemoGroup group, int index)
    {
        // Groups overlap: the people of a group begin where half of the previous group's end.
        var first = index * DemoPlan.Members / DemoPlan.Groups.Length;
        var stays = Enumerable.Range(0, group.Members).Select(i => JoinAndPerhapsLeave(group, (first + i) % DemoPlan.Members, i)).ToList();
        for (var day = 0; day < DemoPlan.Days; day++)
        {
            var date = today.AddDays(day - DemoPlan.Days + 1);
            var present = stays.Where(s => s.From < day && day < s.To).ToList();
            if (present.Count == 0)
            {
                continue;
            }

            var weekday = DemoPlan.WeekdayWeights[((int)date.DayOfWeek + 6) % 7];
            var fading = group.Phase == GroupPhase.Fatigued ? 1.0 - (0.8 * day / DemoPlan.Days) : 1.0;
            var messages = (int)(group.MessagesPerDay * weekday * fading * present.Count / group.Members * (0.75 + (random.NextDouble() * 0.5)));
            for (var m = 0; m < messages; m++)
            {
                // The loudest few say most: the square root of a uniform number, turned round.
                var speaker = present[(int)(present.Count * Math.Pow(random.NextDouble(), 2.2))];
                Say(group, speaker.Person, At(date), random.NextDouble() < 0.12 ? Pick(random, DemoNames.Noise) : Pick(random, DemoNames.Messages));
            }

            if (date.DayOfWeek is DayOfWeek.Wednesday or DayOfWeek.Thursday || random.Next(3) == 0)
            {
                Add(ActivityInputKind.Message, group, StaffAccount(group), At(date), a => a with { Text = Pick(random, DemoNames.StaffMessages) });
            }

            if (group.Purposes.Contains(GroupPurpose.Convert))
            {
                WriteOrders(group, present, date, weekday);
            }
        }
    }

    /// <summary>The service account of a group's staff.</summary>
    public static IdentityReference StaffAccount(DemoGroup group) =>
        new(group.Platform, $"service-{group.ExternalId}", "小助手 Service");

    private (int Person, int From, int To) JoinAndPerhapsLeave(DemoGroup group, int person, int order)
    {
        // Four in ten are there from the first days; the others come over time, more of them in the first month.
        var from = order < group.Members * 0.4 ? random.Next(0, 4) : (int)(DemoPlan.Days * Math.Pow(random.NextDouble(), 1.4));
        var joined = At(today.AddDays(from - DemoPlan.Days + 1));
        var reason = Pick(random, Enum.GetValues<JoinReason>());
        Add(ActivityInputKind.Join, group, Account(group, person), joined, a => a with
        {
            JoinSource = group.Type == GroupType.Vip ? JoinSource.Staff
                : reason == JoinReason.Referral ? JoinSource.Invitation
                : Pick(random, [JoinSource.QrCode, JoinSource.Link, JoinSource.Search]),
            JoinReason = reason,
            JoinChannel = reason == JoinReason.FeedAd ? "抖音" : reason == JoinReason.ContentPoster ? "公众号" : null,
            InvitedBy = reason == JoinReason.Referral && order > 20 ? Account(group, (person + DemoPlan.Members - 1 - random.Next(15)) % DemoPlan.Members) : null,
        });
        if (random.NextDouble() > (group.Type == GroupType.Traffic ? 0.22 : 0.09))
        {
            return (person, from, DemoPlan.Days);
        }

        var to = Math.Min(DemoPlan.Days, from + 1 + random.Next(1, 25));
        if (to < DemoPlan.Days)
        {
            Add(ActivityInputKind.Leave, group, Account(group, person), At(today.AddDays(to - DemoPlan.Days + 1)), a => a with
            {
                LeaveKind = random.Next(8) == 0 ? Community.LeaveKind.Removed : Community.LeaveKind.Self,
                LeaveReason = random.Next(3) == 0 ? Pick(random, ["消息太多", "没有需要的", "advertising"]) : null,
            });
        }

        return (person, from, to);
    }

    private void WriteOrders(DemoGroup group, List<(int Person, int From, int To)> present, DateOnly date, double weekday)
    {
        var orders = (int)(present.Count * 0.02 * weekday * (0.5 + random.NextDouble()));
        for (var o = 0; o < orders; o++)
        {
            var buyer = present[(int)(present.Count * Math.Pow(random.NextDouble(), 1.5))];
            var quantity = 1 + random.Next(3);
            Add(ActivityInputKind.Order, group, Account(group, buyer.Person), At(date), a => a with
            {
                Amount = Math.Round((decimal)(19 + (random.NextDouble() * 280)) * quantity, 2),
                Currency = group.Platform is Platform.Telegram or Platform.Discord ? "USD" : "CNY",
                Quantity = quantity,
            });
        }
    }

    private IdentityReference Account(DemoGroup group, int person) => new(group.Platform, AccountOf(group, person), Names[person]);

    private void Say(DemoGroup group, int person, DateTimeOffset at, string text) =>
        Add(ActivityInputKind.Message, group, Account(group, person), at, a => a with { Text = text });

    private void Add(ActivityInputKind kind, DemoGroup group, IdentityReference member, DateTimeOffset at, Func<ActivityInput, ActivityInput> details) =>
        _activities.Add(details(new ActivityInput
        {
            Kind = kind,
            ExternalId = $"{kind}-{++_sequence:D6}",
            OccurredAt = at,
            Group = new GroupReference(Platform: group.Platform, ExternalId: group.ExternalId),
            Member = member,
        }));

    /// <summary>A moment of a day, as likely as its hour is lively.</summary>
    private DateTimeOffset At(DateOnly date)
    {
        var pick = random.Next(DemoPlan.HourWeights.Sum());
        var hour = 0;
        while (pick >= DemoPlan.HourWeights[hour])
        {
            pick -= DemoPlan.HourWeights[hour++];
        }

        var local = date.ToDateTime(new TimeOnly(hour, random.Next(60), random.Next(60)));
        while (zone.IsInvalidTime(local))
        {
            local = local.AddHours(1);
        }

        return new DateTimeOffset(local, zone.GetUtcOffset(local));
    }
}
