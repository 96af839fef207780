namespace Headless.Community;

/// <summary>How members bring friends. Stored as a number: a value is never changed or given again.</summary>
public enum ReferralMechanic : byte
{
    /// <summary>邀请: a link or code.</summary>
    Invite = 1,

    /// <summary>海报: a poster that carries the code.</summary>
    Poster = 2,

    /// <summary>拼团: friends have to buy before the round ends.</summary>
    GroupBuying = 3,

    /// <summary>砍价: each friend takes something off a price before the round ends.</summary>
    Bargain = 4,

    /// <summary>分销: friends have to buy. Only whom a member brought themselves counts for them.</summary>
    Distribution = 5,
}

/// <summary>DRAFT → ACTIVE ⇄ PAUSED → CLOSED. Stored as a number: a value is never changed or given again.</summary>
public enum ReferralProgramStatus : byte
{
    Draft = 1,
    Active = 2,
    Paused = 3,
    Closed = 4,
}

/// <summary>
/// Members bring friends into groups and get something for those who qualify: new, a customer, and long enough in the group
/// (A.12 #24). Only whom a member brought themselves counts for them, never whom those brought in turn.
/// </summary>
public sealed class ReferralProgram : Entity
{
    public const int NameMaxLength = 100;
    public const int UrlMaxLength = 1_000;
    public const int MaxGroups = 100;
    public const int MaxTiers = 20;
    public const int MaxDays = 365;
    public const int MaxRoundHours = 24 * 90;
    public const int MaxPrompts = 100;
    public const int MaxDailyJoinsLimit = 10_000;

    private static readonly StateMachine<ReferralProgramStatus> s_statuses = new(
        "referral programme",
        (ReferralProgramStatus.Draft, ReferralProgramStatus.Active),
        (ReferralProgramStatus.Active, ReferralProgramStatus.Paused),
        (ReferralProgramStatus.Paused, ReferralProgramStatus.Active),
        (ReferralProgramStatus.Draft, ReferralProgramStatus.Closed),
        (ReferralProgramStatus.Active, ReferralProgramStatus.Closed),
        (ReferralProgramStatus.Paused, ReferralProgramStatus.Closed));

    public required string Name { get; set; }

    public ReferralMechanic Mechanic { get; init; }

    public ReferralProgramStatus Status { get; private set; } = ReferralProgramStatus.Draft;

    /// <summary>The campaign that it is part of; its costs are costs of the programme.</summary>
    public long? CampaignId { get; init; }

    public Campaign? Campaign { get; init; }

    /// <summary>Who may invite; null: every customer in one of the groups.</summary>
    public long? SegmentId { get; set; }

    public Segment? Segment { get; init; }

    /// <summary>The poster, for <see cref="ReferralMechanic.Poster"/>.</summary>
    public long? PosterId { get; init; }

    public ContentItem? Poster { get; init; }

    /// <summary>The page that an invitation leads to; the code is added to it.</summary>
    public string? LandingUrl { get; set; }

    /// <summary>How many days a friend has to stay to qualify.</summary>
    public int StayDays { get; init; }

    /// <summary>Whether a friend has to buy something to qualify.</summary>
    public bool RequiresOrder { get; init; }

    /// <summary>Within how many days after joining.</summary>
    public int OrderDays { get; init; } = 30;

    /// <summary>How long an invitation takes friends; null: as long as the programme.</summary>
    public int? RoundHours { get; init; }

    /// <summary>The price before anybody helped, for <see cref="ReferralMechanic.Bargain"/>, in <see cref="Currency"/>.</summary>
    public decimal? ListPrice { get; init; }

    /// <summary>The least that it comes to.</summary>
    public decimal? FloorPrice { get; init; }

    /// <summary>What each friend who qualifies takes off.</summary>
    public decimal? PriceStep { get; init; }

    /// <summary>The ISO 4217 code of its prices.</summary>
    public string? Currency { get; init; }

    /// <summary>With more friends than this within 24 hours, the next ones are held for somebody to look at; null: never.</summary>
    public int? MaxDailyJoins { get; set; }

    /// <summary>How often a member is asked to invite within <see cref="PromptDays"/>, by whatever programme .</summary>
    public int PromptLimit { get; set; } = 2;

    public int PromptDays { get; set; } = 30;

    /// <summary>From when on friends count, UTC; null: from when it became active.</summary>
    public DateTime? StartsAt { get; init; }

    /// <summary>Until when, UTC; null: until it is closed.</summary>
    public DateTime? EndsAt { get; private set; }

    /// <summary>When it first became active, UTC: who joined before does not count.</summary>
    public DateTime? ActivatedAt { get; private set; }

    /// <summary>What was in the log before it became active does not count.</summary>
    public long AfterActivityId { get; private set; }

    /// <summary>The groups into which friends are brought.</summary>
    public List<ReferralProgramGroup> Groups { get; } = [];

    public List<ReferralTier> Tiers { get; } = [];

    /// <summary>Whether invitations end before the programme does, and a member can have one after another.</summary>
    public bool HasRounds => RoundHours is not null;

    /// <summary>Refuses what a mechanic does not go with.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.InvalidReferralProgram"/>, <see cref="DomainErrorCodes.InvalidInterval"/>.</exception>
    public void RequireSense()
    {
        var isBargain = Mechanic == ReferralMechanic.Bargain;
        var fault = Mechanic switch
        {
            ReferralMechanic.Poster when PosterId is null => "POSTER needs posterId: the content item with the poster.",
            ReferralMechanic.GroupBuying or ReferralMechanic.Distribution when !RequiresOrder => "In GROUP_BUYING and DISTRIBUTION friends have to buy: requiresOrder cannot be false.",
            ReferralMechanic.GroupBuying or ReferralMechanic.Bargain when RoundHours is null => "GROUP_BUYING and BARGAIN end at a time: give roundHours.",
            ReferralMechanic.Bargain when ListPrice is null || FloorPrice is null || PriceStep is null => "BARGAIN needs listPrice, floorPrice and priceStep.",
            ReferralMechanic.Bargain when FloorPrice >= ListPrice || PriceStep <= 0 || PriceStep > ListPrice => "floorPrice is below listPrice, and priceStep is above 0 and at most listPrice.",
            _ when !isBargain && (ListPrice ?? FloorPrice ?? PriceStep) is not null => "Only BARGAIN has prices.",
            _ when Tiers.Count == 0 && !isBargain => "Without a tier there is nothing to reach: give at least one.",
            _ when Tiers.Select(t => t.Threshold).Distinct().Count() < Tiers.Count => "Two tiers have the same threshold: make one of them.",
            _ => null,
        };
        if (fault is not null)
        {
            throw new DomainException(DomainErrorCodes.InvalidReferralProgram, fault);
        }

        Interval.Require(StartsAt, EndsAt, "startsAt", "endsAt");
    }

    /// <summary>Says when it ends.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.InvalidInterval"/>.</exception>
    public void EndAt(DateTime? at)
    {
        Interval.Require(StartsAt, at, "startsAt", "endsAt");
        EndsAt = at;
    }

    /// <summary>Friends count from now on.</summary>
    /// <exception cref="InvalidTransitionException">It is active or closed.</exception>
    public void Activate(DateTime at, long lastActivityId)
    {
        Status = s_statuses.Step(Status, ReferralProgramStatus.Active);
        if (ActivatedAt is null)
        {
            (ActivatedAt, AfterActivityId) = (at, lastActivityId);
        }
    }

    /// <summary>Nobody new counts; who is on the way still qualifies.</summary>
    /// <exception cref="InvalidTransitionException">It is not active.</exception>
    public void Pause() => Status = s_statuses.Step(Status, ReferralProgramStatus.Paused);

    /// <summary>It is over; who is on the way still qualifies, and what was reached can be claimed.</summary>
    /// <exception cref="InvalidTransitionException">It is closed.</exception>
    public void Close() => Status = s_statuses.Step(Status, ReferralProgramStatus.Closed);

    /// <summary>Whether who joins at a moment counts.</summary>
    public bool Takes(DateTime at) => ActivatedAt <= at && (StartsAt is null || StartsAt <= at) && (EndsAt is null || at < EndsAt);

    /// <summary>Refuses invitations and acceptances outside of its time.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.ReferralProgramNotOpen"/>.</exception>
    public void RequireOpen(DateTime at)
    {
        if (Status != ReferralProgramStatus.Active || !Takes(at))
        {
            throw new DomainException(DomainErrorCodes.ReferralProgramNotOpen, $"'{Name}' takes nobody now: it has to be ACTIVE and within its time.");
        }
    }

    /// <summary>What somebody pays for whom so many friends have qualified; null: it is not about a price.</summary>
    public decimal? PriceWith(int qualified) =>
        ListPrice is { } list ? Math.Max(FloorPrice!.Value, list - (PriceStep!.Value * Math.Min(qualified, 100_000))) : null;

    /// <summary>Where an invitation leads; null: there is no page.</summary>
    public string? LinkTo(string code) => LandingUrl is { } url
        ? new UriBuilder(url) { Query = new Uri(url).Query is { Length: > 1 } query ? $"{query[1..]}&invite={code}" : $"invite={code}" }.Uri.AbsoluteUri
        : null;
}

/// <summary>A programme brings friends into a group.</summary>
public sealed class ReferralProgramGroup
{
    public long ProgramId { get; init; }

    public ReferralProgram Program { get; init; } = null!;

    public long GroupId { get; init; }

    public Group Group { get; init; } = null!;
}

/// <summary>What is given for having brought so many. Stored as a number: a value is never changed or given again.</summary>
public enum ReferralRewardKind : byte
{
    /// <summary>Something that is unlocked elsewhere.</summary>
    Privilege = 1,
    Points = 2,
    Coupon = 3,

    /// <summary>A gift that an incentive budget pays for.</summary>
    Gift = 4,
}

/// <summary>邀请 3 人解锁: so many who qualify, and what for .</summary>
public sealed class ReferralTier : Entity
{
    public const int NameMaxLength = 100;
    public const int MaxThreshold = 10_000;

    public long ProgramId { get; init; }

    public ReferralProgram Program { get; init; } = null!;

    /// <summary>How many have to qualify.</summary>
    public int Threshold { get; init; }

    /// <summary>What is unlocked, in words.</summary>
    public required string Name { get; init; }

    /// <summary>Whether it is given again for each so many more.</summary>
    public bool IsRepeating { get; init; }

    public ReferralRewardKind Kind { get; init; }

    public long? PointProgramId { get; init; }

    public PointProgram? PointProgram { get; init; }

    public int? Points { get; init; }

    public long? CouponTemplateId { get; init; }

    public CouponTemplate? CouponTemplate { get; init; }

    public long? BudgetId { get; init; }

    public IncentiveBudget? Budget { get; init; }

    /// <summary>What one costs us, in <see cref="Currency"/>; null: not known.</summary>
    public decimal? Cost { get; init; }

    public string? Currency { get; init; }

    /// <summary>Refuses a reward without what it is made of.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.InvalidReferralTier"/>.</exception>
    public void RequireSense()
    {
        var fault = Kind switch
        {
            ReferralRewardKind.Points when PointProgramId is null || Points is null => "POINTS needs pointProgramId and points.",
            ReferralRewardKind.Coupon when CouponTemplateId is null => "COUPON needs couponTemplateId.",
            ReferralRewardKind.Gift when BudgetId is null || Cost is null => "GIFT needs budgetId, and cost, which the budget pays.",
            not ReferralRewardKind.Points when PointProgramId is not null || Points is not null => "pointProgramId and points are for POINTS.",
            not ReferralRewardKind.Coupon when CouponTemplateId is not null => "couponTemplateId is for COUPON.",
            not ReferralRewardKind.Gift when BudgetId is not null => "budgetId is for GIFT.",
            _ => null,
        };
        if (fault is not null)
        {
            throw new DomainException(DomainErrorCodes.InvalidReferralTier, fault);
        }
    }

    /// <summary>How often it is earned by so many.</summary>
    public int TimesFor(int qualified) => IsRepeating ? qualified / Threshold : qualified >= Threshold ? 1 : 0;
}
