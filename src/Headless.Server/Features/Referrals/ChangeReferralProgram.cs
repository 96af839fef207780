using FluentValidation;
using Headless.Metrics;
using Headless.Server.Access;
using Headless.Server.Features.Orders;
using Headless.Server.Writing;

namespace Headless.Server.Features.Referrals;

[GraphQLDescription("How many have to qualify, and what for.")]
public sealed record ReferralTierInput(
    [property: GraphQLDescription("How many have to qualify, 1 to 10 000; no two tiers have the same.")] int Threshold,
    [property: GraphQLDescription("What is unlocked, in words.")] string Name,
    [property: GraphQLDescription("What is given.")] ReferralRewardKind Kind,
    [property: GraphQLDescription("Whether it is given again for each so many more; once unless given.")] bool? IsRepeating,
    [property: ID<PointProgram>] [property: GraphQLDescription("For POINTS: the programme.")] long? PointProgramId,
    [property: GraphQLDescription("For POINTS: how many, 1 to 1 000 000.")] int? Points,
    [property: ID<CouponTemplate>] [property: GraphQLDescription("For COUPON: what it is worth.")] long? CouponTemplateId,
    [property: ID<IncentiveBudget>] [property: GraphQLDescription("For GIFT: the budget that pays for it.")] long? BudgetId,
    [property: GraphQLDescription("What one costs us: needed for GIFT; without it the reward is left out of the costs.")] MoneyInput? Cost);

[GraphQLDescription("A referral programme to make. It is a DRAFT until activateReferralProgram.")]
public sealed record CreateReferralProgramInput(
    [property: GraphQLDescription("The name; unique.")] string Name,
    [property: GraphQLDescription("How friends are brought.")] ReferralMechanic Mechanic,
    [property: ID<Group>] [property: GraphQLDescription("The groups into which friends are brought, 1 to 100.")] IReadOnlyList<long> GroupIds,
    [property: Cost(0)] [property: GraphQLDescription("What is reached, at most 20; BARGAIN may have none.")] IReadOnlyList<ReferralTierInput>? Tiers,
    [property: ID<Campaign>] [property: GraphQLDescription("The campaign that it is part of; its costs are costs of the programme.")] long? CampaignId,
    [property: ID<Segment>] [property: GraphQLDescription("Who may invite; every customer in one of the groups unless given.")] long? SegmentId,
    [property: ID<ContentItem>] [property: GraphQLDescription("For POSTER: the content item with the poster.")] long? PosterId,
    [property: GraphQLDescription("The page that invitations lead to; the code is added as the parameter invite.")] string? LandingUrl,
    [property: GraphQLDescription("How many days a friend has to stay, 0 to 365; unless given as the metric QUALIFIED_INVITES has it (7).")] int? StayDays,
    [property: GraphQLDescription("Whether a friend has to buy; always so in GROUP_BUYING and DISTRIBUTION.")] bool? RequiresOrder,
    [property: GraphQLDescription("Within how many days after joining, 1 to 365; 30 unless given.")] int? OrderDays,
    [property: GraphQLDescription("For how many hours an invitation takes friends, 1 to 2 160: needed for GROUP_BUYING and BARGAIN.")] int? RoundHours,
    [property: GraphQLDescription("For BARGAIN: the price before anybody helped.")] MoneyInput? ListPrice,
    [property: GraphQLDescription("For BARGAIN: the least that it comes to.")] MoneyInput? FloorPrice,
    [property: GraphQLDescription("For BARGAIN: what each friend who qualifies takes off.")] MoneyInput? PriceStep,
    [property: GraphQLDescription("With more friends of one member within 24 hours the next ones are held, 1 to 10 000; 20 unless given.")] int? MaxDailyJoins,
    [property: GraphQLDescription("How often a member is asked to invite within promptDays, 1 to 100; 2 unless given.")] int? PromptLimit,
    [property: GraphQLDescription("The days that count for promptLimit, 1 to 365; 30 unless given.")] int? PromptDays,
    [property: GraphQLDescription("From when on friends count; from when it becomes ACTIVE unless given.")] DateTimeOffset? StartsAt,
    [property: GraphQLDescription("Until when, later than startsAt; until it is closed unless given.")] DateTimeOffset? EndsAt);

[GraphQLDescription("A change of a referral programme. A field that is not given stays as it is; null clears it where it may be empty. What members were promised stays: make another programme for other tiers.")]
public sealed record UpdateReferralProgramInput(
    [property: ID<ReferralProgram>] [property: GraphQLDescription("The programme.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("The name; unique.")] Optional<string?> Name,
    [property: ID<Segment>] [property: GraphQLDescription("Who may invite; null: every customer in one of the groups. Invitations that were made stay.")] Optional<long?> SegmentId,
    [property: GraphQLDescription("The page that invitations lead to.")] Optional<string?> LandingUrl,
    [property: GraphQLDescription("With more friends of one member within 24 hours the next ones are held; null: never.")] Optional<int?> MaxDailyJoins,
    [property: GraphQLDescription("How often a member is asked to invite within promptDays.")] Optional<int?> PromptLimit,
    [property: GraphQLDescription("The days that count for promptLimit.")] Optional<int?> PromptDays,
    [property: GraphQLDescription("Until when friends count.")] Optional<DateTimeOffset?> EndsAt);

[GraphQLDescription("A referral programme to begin, or to go on with.")]
public sealed record ActivateReferralProgramInput(
    [property: ID<ReferralProgram>] [property: GraphQLDescription("The programme.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

[GraphQLDescription("A referral programme to stop for now.")]
public sealed record PauseReferralProgramInput(
    [property: ID<ReferralProgram>] [property: GraphQLDescription("The programme.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

[GraphQLDescription("A referral programme to end.")]
public sealed record CloseReferralProgramInput(
    [property: ID<ReferralProgram>] [property: GraphQLDescription("The programme.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

/// <summary>The rules of <see cref="CreateReferralProgramInput"/>.</summary>
public sealed class CreateReferralProgramValidator : AbstractValidator<CreateReferralProgramInput>
{
    private const int MaxPoints = 1_000_000;

    public CreateReferralProgramValidator()
    {
        RuleFor(i => i.Name).NotEmpty().MaximumLength(ReferralProgram.NameMaxLength).PlainText();
        RuleFor(i => i.GroupIds).Must(ids => ids.Count is > 0 and <= ReferralProgram.MaxGroups && ids.Distinct().Count() == ids.Count)
            .WithErrorCode("INVALID_GROUPS").WithMessage($"Give 1 to {ReferralProgram.MaxGroups} groups, each once.");
        RuleFor(i => i.Tiers).Must(tiers => tiers is null || tiers.Count <= ReferralProgram.MaxTiers)
            .WithErrorCode("TOO_MANY_TIERS").WithMessage($"Give at most {ReferralProgram.MaxTiers} tiers.");
        RuleForEach(i => i.Tiers).ChildRules(tier =>
        {
            tier.RuleFor(t => t.Threshold).InclusiveBetween(1, ReferralTier.MaxThreshold);
            tier.RuleFor(t => t.Name).NotEmpty().MaximumLength(ReferralTier.NameMaxLength).PlainText();
            tier.RuleFor(t => t.Points).InclusiveBetween(1, MaxPoints);
            tier.RuleFor(t => t.Cost!).SetValidator(new ExactMoneyValidator()).When(t => t.Cost is not null);
        });
        RuleFor(i => i.LandingUrl).MaximumLength(ReferralProgram.UrlMaxLength).WebAddress();
        RuleFor(i => i.StayDays).InclusiveBetween(0, ReferralProgram.MaxDays);
        RuleFor(i => i.OrderDays).InclusiveBetween(1, ReferralProgram.MaxDays);
        RuleFor(i => i.RoundHours).InclusiveBetween(1, ReferralProgram.MaxRoundHours);
        RuleFor(i => i.ListPrice!).SetValidator(new ExactMoneyValidator()).When(i => i.ListPrice is not null);
        RuleFor(i => i.FloorPrice!).SetValidator(new MoneyValidator()).When(i => i.FloorPrice is not null);
        RuleFor(i => i.PriceStep!).SetValidator(new ExactMoneyValidator()).When(i => i.PriceStep is not null);
        RuleFor(i => i).Must(i => new[] { i.ListPrice, i.FloorPrice, i.PriceStep }.OfType<MoneyInput>().Select(m => m.Currency).Distinct().Count() <= 1)
            .WithErrorCode(DomainErrorCodes.CurrencyMismatch).WithMessage("The prices must be in one currency.").OverridePropertyName("listPrice.currency");
        RuleFor(i => i.MaxDailyJoins).InclusiveBetween(1, ReferralProgram.MaxDailyJoinsLimit);
        RuleFor(i => i.PromptLimit).InclusiveBetween(1, ReferralProgram.MaxPrompts);
        RuleFor(i => i.PromptDays).InclusiveBetween(1, ReferralProgram.MaxDays);
    }
}

/// <summary>The rules of <see cref="UpdateReferralProgramInput"/>.</summary>
public sealed class UpdateReferralProgramValidator : AbstractValidator<UpdateReferralProgramInput>
{
    public UpdateReferralProgramValidator()
    {
        RuleFor(i => i.Name.Value).NotEmpty().MaximumLength(ReferralProgram.NameMaxLength).PlainText().When(i => i.Name.HasValue).OverridePropertyName("name");
        RuleFor(i => i.LandingUrl.Value).MaximumLength(ReferralProgram.UrlMaxLength).WebAddress().OverridePropertyName("landingUrl");
        RuleFor(i => i.MaxDailyJoins.Value).InclusiveBetween(1, ReferralProgram.MaxDailyJoinsLimit).OverridePropertyName("maxDailyJoins");
        RuleFor(i => i.PromptLimit.Value).NotNull().InclusiveBetween(1, ReferralProgram.MaxPrompts).When(i => i.PromptLimit.HasValue).OverridePropertyName("promptLimit");
        RuleFor(i => i.PromptDays.Value).NotNull().InclusiveBetween(1, ReferralProgram.MaxDays).When(i => i.PromptDays.HasValue).OverridePropertyName("promptDays");
    }
}

/// <summary>The rules of <see cref="ActivateReferralProgramInput"/>: none.</summary>
public sealed class ActivateReferralProgramValidator : AbstractValidator<ActivateReferralProgramInput>;

/// <summary>The rules of <see cref="PauseReferralProgramInput"/>: none.</summary>
public sealed class PauseReferralProgramValidator : AbstractValidator<PauseReferralProgramInput>;

/// <summary>The rules of <see cref="CloseReferralProgramInput"/>: none.</summary>
public sealed class CloseReferralProgramValidator : AbstractValidator<CloseReferralProgramInput>;

/// <summary>Makes and changes referral programmes.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class ReferralProgramMutations
{
    private const int DefaultDailyJoins = 20;

    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [Error<DomainException>]
    [GraphQLDescription("Makes a referral programme, as a DRAFT. What members are promised, its tiers, cannot be changed afterwards: make another one.")]
    public static Task<ReferralProgram> CreateReferralProgramAsync(
        CreateReferralProgramInput input, CommunityWriter writer, MetricSettings metrics, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                await RequireFreeAsync(session, input.Name, 0);
                var groups = await FindGroupsAsync(session, input.GroupIds);
                var program = new ReferralProgram
                {
                    Name = input.Name, Mechanic = input.Mechanic, CampaignId = (await session.FindAsync<Campaign>(input.CampaignId, "campaignId"))?.Id,
                    SegmentId = (await session.FindAsync<Segment>(input.SegmentId, "segmentId"))?.Id, PosterId = (await session.FindAsync<ContentItem>(input.PosterId, "posterId"))?.Id,
                    LandingUrl = input.LandingUrl, StayDays = input.StayDays ?? metrics.QualifiedStayDays, OrderDays = input.OrderDays ?? 30, RoundHours = input.RoundHours,
                    RequiresOrder = input.RequiresOrder ?? input.Mechanic is ReferralMechanic.GroupBuying or ReferralMechanic.Distribution,
                    ListPrice = input.ListPrice?.Amount, FloorPrice = input.FloorPrice?.Amount, PriceStep = input.PriceStep?.Amount, Currency = input.ListPrice?.Currency,
                    MaxDailyJoins = input.MaxDailyJoins ?? DefaultDailyJoins, PromptLimit = input.PromptLimit ?? 2, PromptDays = input.PromptDays ?? 30,
                    StartsAt = input.StartsAt?.UtcDateTime,
                };
                program.EndAt(input.EndsAt?.UtcDateTime);
                program.Groups.AddRange(groups.Select(g => new ReferralProgramGroup { Program = program, GroupId = g.Id }));
                foreach (var (tier, index) in (input.Tiers ?? []).Select((tier, index) => (tier, index)))
                {
                    program.Tiers.Add(await ToTierAsync(session, program, tier, $"tiers[{index}]"));
                }

                program.RequireSense();
                session.Db.ReferralPrograms.Add(program);
                await session.RecordProgramAsync(ActivityKind.ReferralProgramCreated, program);
                return program;
            },
            cancellationToken);

    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Changes a referral programme: not what members were promised.")]
    public static Task<ReferralProgram> UpdateReferralProgramAsync(UpdateReferralProgramInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var program = await session.FindAsync<ReferralProgram>(input.Id, "id");
                session.Expect(program, input.Version);
                await RequireFreeAsync(session, input.Name.Or(program.Name)!, program.Id);
                program.Name = input.Name.Or(program.Name)!;
                program.SegmentId = (await session.FindAsync<Segment>(input.SegmentId.Or(program.SegmentId), "segmentId"))?.Id;
                program.LandingUrl = input.LandingUrl.Or(program.LandingUrl);
                program.MaxDailyJoins = input.MaxDailyJoins.Or(program.MaxDailyJoins);
                program.PromptLimit = input.PromptLimit.Or(program.PromptLimit)!.Value;
                program.PromptDays = input.PromptDays.Or(program.PromptDays)!.Value;
                if (input.EndsAt.HasValue)
                {
                    program.EndAt(input.EndsAt.Value?.UtcDateTime);
                }

                await session.RecordProgramAsync(ActivityKind.ReferralProgramUpdated, program);
                return program;
            },
            cancellationToken);

    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Begins a referral programme, or goes on with one that is PAUSED. Who joined before it began does not count.")]
    public static Task<ReferralProgram> ActivateReferralProgramAsync(ActivateReferralProgramInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var last = await session.Db.Activities.IgnoreQueryFilters().MaxAsync(a => (long?)a.Id, session.CancellationToken) ?? 0;
                return await StepAsync(session, input.Id, input.Version, ActivityKind.ReferralProgramActivated, program => program.Activate(session.Now, last));
            },
            cancellationToken);

    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Stops a referral programme for now: who joins meanwhile does not count; who is on the way still qualifies.")]
    public static Task<ReferralProgram> PauseReferralProgramAsync(PauseReferralProgramInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(input, session => StepAsync(session, input.Id, input.Version, ActivityKind.ReferralProgramPaused, program => program.Pause()), cancellationToken);

    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Ends a referral programme: who is on the way still qualifies, and what was reached can be claimed.")]
    public static Task<ReferralProgram> CloseReferralProgramAsync(CloseReferralProgramInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(input, session => StepAsync(session, input.Id, input.Version, ActivityKind.ReferralProgramClosed, program => program.Close()), cancellationToken);

    private static async Task<ReferralProgram> StepAsync(WriteSession session, long id, long? version, ActivityKind kind, Action<ReferralProgram> step)
    {
        var program = await session.FindAsync<ReferralProgram>(id, "id");
        session.Expect(program, version);
        step(program);
        await session.RecordProgramAsync(kind, program);
        return program;
    }

    private static async Task<List<Group>> FindGroupsAsync(WriteSession session, IReadOnlyList<long> ids)
    {
        var wanted = ids.ToArray();
        var found = await session.Db.Groups.Where(g => EF.Parameter(wanted).Contains(g.Id)).ToDictionaryAsync(g => g.Id, session.CancellationToken);
        return [.. wanted.Select((id, index) => found.TryGetValue(id, out var group) ? group : throw new NotFoundException(nameof(Group), $"groupIds[{index}]"))];
    }

    private static async Task<ReferralTier> ToTierAsync(WriteSession session, ReferralProgram program, ReferralTierInput input, string path)
    {
        var points = await session.FindAsync<PointProgram>(input.PointProgramId, $"{path}.pointProgramId");
        var coupon = await session.FindAsync<CouponTemplate>(input.CouponTemplateId, $"{path}.couponTemplateId");
        var budget = await session.FindAsync<IncentiveBudget>(input.BudgetId, $"{path}.budgetId");
        var tier = new ReferralTier
        {
            Program = program, Threshold = input.Threshold, Name = input.Name, Kind = input.Kind, IsRepeating = input.IsRepeating ?? false, PointProgramId = points?.Id,
            Points = input.Points, CouponTemplateId = coupon?.Id, BudgetId = budget?.Id, Cost = input.Cost?.Amount, Currency = input.Cost?.Currency,
        };
        tier.RequireSense();
        return tier;
    }

    private static Task RequireFreeAsync(WriteSession session, string name, long id) =>
        session.RequireNoneAsync<ReferralProgram>(p => p.Name == name && p.Id != id, $"There is a referral programme '{name}' already.", "name");
}
