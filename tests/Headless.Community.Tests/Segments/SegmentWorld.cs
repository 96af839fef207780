using Headless.Community.Data;
using Headless.Community.Ingestion;
using Headless.Community.Segments;
using Headless.Community.Tests.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Tests.Segments;

/// <summary>A small community made at random, every row of it also in memory.</summary>
internal sealed class SegmentWorld
{
    private static readonly string[] s_regions = ["上海", "四川", "广东", "Zürich"];
    private static readonly string[] s_cities = ["成都", "深圳", "a%_b"];
    private static readonly string[] s_tiers = ["GOLD", "SILVER"];

    private readonly Random _random;

    private SegmentWorld(int seed) => _random = new Random(seed);

    public required ConditionTime Time { get; init; }

    public List<Member> Members { get; private set; } = [];

    public List<Group> Groups { get; } = [];

    public List<TagGroup> TagGroups { get; } = [];

    public List<Tag> Tags { get; } = [];

    public List<MemberTag> MemberTags { get; } = [];

    public List<Membership> Memberships { get; } = [];

    public List<Identity> Identities { get; } = [];

    public List<Ban> Bans { get; } = [];

    public List<Order> Orders { get; } = [];

    public List<MemberDay> Days { get; } = [];

    public List<Activity> Activities { get; } = [];

    public List<Segment> Segments { get; } = [];

    public List<SegmentMember> SegmentMembers { get; } = [];

    public static async Task<SegmentWorld> CreateAsync(TestDatabase database, int seed, DateTime now)
    {
        var world = new SegmentWorld(seed) { Time = new ConditionTime(now, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")) };
        await database.WriteAsync(async db =>
        {
            await world.FillAsync(db);
            return true;
        });
        return world;
    }

    /// <summary>A tree of leaves that are worth asking.</summary>
    public SegmentCondition NextCondition(int depth = 3)
    {
        if (depth == 0 || _random.Next(3) == 0)
        {
            return NextLeaf();
        }

        var of = Enumerable.Range(0, _random.Next(1, 4)).Select(_ => NextCondition(depth - 1)).ToList();
        return _random.Next(3) switch { 0 => new AllOf(of), 1 => new AnyOf(of), _ => new NoneOf(of) };
    }

    private LeafCondition NextLeaf() => _random.Next(15) switch
    {
        0 or 1 => _random.Next(5) switch
        {
            0 => new TagsCondition { AnyOf = Some(Tags), Source = Maybe(TagSource.Rule) },
            1 => new TagsCondition { AllOf = Some(Tags), Added = Maybe(NextTime) },
            2 => new TagsCondition { NoneOf = Some(Tags), AnyOf = Some(Tags) },
            3 => new TagsCondition { AnyOfGroups = Some(TagGroups) },
            _ => new TagsCondition { NoneOfGroups = Some(TagGroups), Source = Maybe(TagSource.Manual) },
        },
        2 or 3 => new MembershipCondition
        {
            Groups = Maybe(() => Some(Groups)),
            GroupTypes = Maybe(() => new List<GroupType> { GroupType.Vip, GroupType.Flash }),
            Platforms = Maybe(() => new List<Platform> { Platform.Wechat, Platform.Qq }),
            State = Pick<StayState?>([null, StayState.Current, StayState.Any, StayState.Ended]),
            Roles = Maybe(() => new List<MembershipRole> { MembershipRole.Kol, MembershipRole.Seed }),
            AccountKinds = Maybe(() => new List<AccountKind> { AccountKind.Customer }),
            JoinReasons = Maybe(() => new List<JoinReason> { Enum.GetValues<JoinReason>()[0] }),
            Joined = Maybe(NextTime),
            LastMessage = Maybe(NextTime),
            Count = NextCount(),
        },
        4 or 5 => new MessagesCondition
        {
            Groups = Maybe(() => Some(Groups)), LastDays = Pick<int?>([null, 1, 7, 40]), EffectiveOnly = Pick<bool?>([null, true, false]),
            Count = NextCount(8), ActiveDays = Maybe(() => NextCount(4)),
        },
        6 => new ActivityCondition
        {
            Kinds = Pick<IReadOnlyList<ActivityKind>>([[ActivityKind.TagAdded], [ActivityKind.MemberUpdated, ActivityKind.TagRemoved]]),
            Groups = Maybe(() => Some(Groups)), Occurred = Maybe(NextTime), Count = NextCount(),
        },
        7 or 8 => new PurchaseCondition
        {
            Currency = "CNY", Groups = Maybe(() => Some(Groups)), Paid = Maybe(NextTime), Count = NextCount(),
            Amount = Pick<AmountRange?>([null, new AmountRange(100.5m, null), new AmountRange(null, 150), new AmountRange(50, 200), new AmountRange(0, 10)]),
        },
        9 => new RegionCondition { In = Maybe(() => new List<string> { Pick(s_regions), Pick(s_regions) }), NotIn = [Pick(s_regions)] },
        10 => _random.Next(2) == 0 ? new CityCondition { In = [Pick(s_cities)] } : new TierCondition { NotIn = [Pick(s_tiers)] },
        11 => _random.Next(3) switch
        {
            0 => new CreatedCondition { Within = Duration() },
            1 => new FirstSeenCondition { NotWithin = Duration() },
            _ => new LastActiveCondition { Within = Maybe(Duration), Before = Time.Now.AddDays(-3) },
        },
        12 => _random.Next(2) == 0 ? new GenderCondition { In = [Gender.Female] } : new BirthYearCondition { Gte = 1980, Lte = Pick<int?>([null, 1995]) },
        13 => _random.Next(2) == 0
            ? new BlacklistedCondition { Eq = _random.Next(2) == 0 }
            : new IdentityCondition { Platforms = Maybe(() => new List<Platform> { Platform.Qq }), IsVerified = Pick<bool?>([null, true, false]), Count = NextCount() },
        _ => new InSegmentCondition { In = Some(Segments), NotIn = Maybe(() => Some(Segments)) },
    };

    private TimeCondition NextTime() => _random.Next(4) switch
    {
        0 => new TimeCondition(Within: Duration()),
        1 => new TimeCondition(NotWithin: Duration()),
        2 => new TimeCondition(Since: Time.Now.AddDays(-20), Before: Time.Now.AddDays(-2)),
        _ => new TimeCondition(Before: Time.Now.AddDays(-10)),
    };

    private RelativeTime Duration() => RelativeTime.TryParse(Pick(["P30D", "P1M", "P7D", "PT36H", "P2W", "P1Y"]))!;

    private CountRange? NextCount(int scale = 2) => _random.Next(5) switch
    {
        0 => new CountRange(1, null),
        1 => new CountRange(scale, null),
        2 => new CountRange(null, scale),
        3 => new CountRange(1, scale),
        _ => null,
    };

    private async Task FillAsync(CommunityDbContext db)
    {
        Groups.AddRange(Enumerable.Range(0, 7).Select(number => new Group
        {
            Platform = Pick([Platform.Wechat, Platform.Qq, Platform.Telegram]), ExternalId = $"g{number}", Name = $"group {number}", Type = Pick(Enum.GetValues<GroupType>()),
        }));
        TagGroups.AddRange(Enumerable.Range(0, 3).Select(number => new TagGroup { Name = $"tags {number}" }));
        Tags.AddRange(Enumerable.Range(0, 9).Select(number => new Tag { Name = $"tag {number}", TagGroup = number < 6 ? TagGroups[number % 3] : null }));
        Segments.AddRange(Enumerable.Range(0, 3).Select(number => new Segment { Name = $"segment {number}", Condition = new BlacklistedCondition { Eq = true } }));
        Members.AddRange(Enumerable.Range(0, 80).Select(number => new Member
        {
            DisplayName = $"member {number}",
            Region = Maybe(() => Pick(s_regions)),
            City = Maybe(() => Pick(s_cities)),
            Tier = Maybe(() => Pick(s_tiers)),
            Gender = Maybe<Gender?>(() => Pick(Enum.GetValues<Gender>())),
            BirthYear = Maybe<int?>(() => _random.Next(1970, 2005)),
            FirstSeenAt = Maybe<DateTime?>(() => Ago()),
            LastActiveAt = Maybe<DateTime?>(() => Ago()),
            CreatedAt = Ago(),
        }));
        db.AddRange(Groups);
        db.AddRange(Tags);
        db.AddRange(Segments);
        db.AddRange(Members);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        foreach (var member in Members)
        {
            Fill(db, member);
        }

        db.AddRange(MemberTags);
        db.AddRange(Memberships);
        db.AddRange(Identities);
        db.AddRange(Bans);
        db.AddRange(Orders);
        db.AddRange(Days);
        db.AddRange(SegmentMembers);
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    }

    private void Fill(CommunityDbContext db, Member member)
    {
        MemberTags.AddRange(Tags.Where(_ => _random.Next(4) == 0).Select(tag => new MemberTag
        {
            MemberId = member.Id, TagId = tag.Id, Source = Pick([TagSource.Manual, TagSource.Rule]), AddedAt = Ago(),
            ExpiresAt = Pick<DateTime?>([null, null, Time.Now.AddDays(3), Time.Now.AddDays(-3)]),
        }));
        foreach (var group in Groups.Where(_ => _random.Next(3) == 0))
        {
            var joined = Ago();
            Memberships.Add(new Membership
            {
                GroupId = group.Id, MemberId = member.Id, JoinedAt = joined, LeftAt = _random.Next(2) == 0 ? null : joined.AddHours(5),
                Role = Pick(Enum.GetValues<MembershipRole>()), AccountKind = Pick([AccountKind.Customer, AccountKind.Bot]),
                JoinReason = Maybe<JoinReason?>(() => Pick(Enum.GetValues<JoinReason>())), LastMessageAt = Maybe<DateTime?>(() => Ago()),
            });
            Days.AddRange(Enumerable.Range(0, 3).Select(number => Time.Today.AddDays(-(number * 15) - _random.Next(12))).Distinct().Select(day => new MemberDay
            {
                GroupId = group.Id, MemberId = member.Id, Day = day, Messages = _random.Next(3, 6), EffectiveMessages = _random.Next(3),
            }));
        }

        Identities.AddRange(Enumerable.Range(0, _random.Next(3)).Select(number => new Identity
        {
            MemberId = member.Id, Platform = Pick([Platform.Qq, Platform.Wechat]), ExternalId = $"{member.Id}-{number}", IsVerified = _random.Next(2) == 0,
        }));
        if (_random.Next(3) == 0)
        {
            var ban = Ban.Issue(member, null, _random.Next(3) == 0 ? [Pick(Groups).Id] : null, "spam", Ago(), Pick<DateTime?>([null, Time.Now.AddDays(3), Time.Now.AddSeconds(-1)]));
            if (_random.Next(4) == 0)
            {
                ban.Lift(Time.Now.AddSeconds(-1), null, null);
            }

            Bans.Add(ban);
        }

        Orders.AddRange(Enumerable.Range(0, _random.Next(4)).Select(number => new Order
        {
            Source = "shop", ExternalId = $"{member.Id}-{number}", MemberId = member.Id, Amount = _random.Next(1, 200) + 0.25m, Currency = Pick(["CNY", "CNY", "EUR"]),
            PaidAt = Ago(), Status = Pick([OrderStatus.Paid, OrderStatus.Paid, OrderStatus.Refunded]), GroupId = Maybe<long?>(() => Pick([.. Groups.Select(group => group.Id)])),
        }));
        for (var number = _random.Next(4); number > 0; number--)
        {
            Activities.Add(db.Append(
                Pick([ActivityKind.TagAdded, ActivityKind.TagRemoved, ActivityKind.MemberUpdated]), Ago(), null, Maybe<long?>(() => Pick([.. Groups.Select(group => group.Id)])), member.Id));
        }

        SegmentMembers.AddRange(Segments.Where(_ => _random.Next(3) == 0).Select(segment => new SegmentMember
        {
            SegmentId = segment.Id, MemberId = member.Id, EnteredAt = Ago(), EnteredBy = SegmentCause.Condition, LeftAt = Maybe<DateTime?>(() => Time.Now),
        }));
    }

    /// <summary>Within the last two months, never on a bound.</summary>
    private DateTime Ago() => UtcDateTimeConverter.ToStored(Time.Now.AddMinutes(-_random.Next(1, 60 * 24 * 60)).AddSeconds(-7));

    private T Pick<T>(IReadOnlyList<T> from) => from[_random.Next(from.Count)];

    private T? Maybe<T>(Func<T> value) => _random.Next(2) == 0 ? value() : default;

    private T? Maybe<T>(T value)
        where T : struct => _random.Next(2) == 0 ? value : null;

    private List<long> Some<T>(IReadOnlyList<T> rows)
        where T : Entity => [.. Enumerable.Range(0, _random.Next(1, 4)).Select(_ => Pick(rows).Id)];
}
