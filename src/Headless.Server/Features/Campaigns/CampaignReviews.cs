using System.Text.Json;
using FluentValidation;
using Headless.Community.Search;
using Headless.Server.Access;
using Headless.Server.Features.Orders;
using Headless.Server.Reading;
using Headless.Server.Timers;
using Headless.Server.Writing;

namespace Headless.Server.Features.Campaigns;

[GraphQLDescription("Something to do after a campaign.")]
public sealed record CampaignReviewActionInput(
    [property: GraphQLDescription("What, at most 500 characters.")] string Text,
    [property: GraphQLDescription("Until which day.")] DateOnly? DueOn);

[GraphQLDescription("复盘: what was learnt from a campaign, in parts. Written again it takes the place of what was there, but for the figures and for actions of the same words, which stay done.")]
public sealed record WriteCampaignReviewInput(
    [property: ID<Campaign>] [property: GraphQLDescription("The campaign: ENDED, which makes it REVIEWED, or REVIEWED.")] long CampaignId,
    [property: GraphQLDescription("The conclusion in short, at most 10 000 characters: Campaign.review.")] string Conclusion,
    [property: GraphQLDescription("What went well, at most 10 000 characters.")] string WentWell,
    [property: GraphQLDescription("What did not, at most 10 000 characters.")] string Defects,
    [property: Cost(0)] [property: GraphQLDescription("What is to be done, at most 30.")] IReadOnlyList<CampaignReviewActionInput>? Actions,
    [property: GraphQLDescription("The version of the campaign that you read; given, the change is refused when somebody else was faster.")] long? Version);

[GraphQLDescription("Something that was done after a campaign.")]
public sealed record CompleteCampaignReviewActionInput(
    [property: ID<CampaignReviewAction>] [property: GraphQLDescription("The action.")] long Id);

/// <summary>The rules of <see cref="WriteCampaignReviewInput"/>.</summary>
public sealed class WriteCampaignReviewValidator : AbstractValidator<WriteCampaignReviewInput>
{
    public WriteCampaignReviewValidator()
    {
        RuleFor(i => i.Conclusion).NotEmpty().MaximumLength(Campaign.ReviewMaxLength).PlainText();
        RuleFor(i => i.WentWell).MaximumLength(CampaignReview.TextMaxLength).PlainText();
        RuleFor(i => i.Defects).MaximumLength(CampaignReview.TextMaxLength).PlainText();
        RuleFor(i => i.Actions).Must(a => a is null || a.Count <= CampaignReview.MaxActions).WithErrorCode("TOO_MANY_ACTIONS").WithMessage($"Give at most {CampaignReview.MaxActions} actions.");
        RuleForEach(i => i.Actions).ChildRules(action => action.RuleFor(a => a.Text).NotEmpty().MaximumLength(CampaignReviewAction.TextMaxLength).PlainText());
    }
}

/// <summary>The rules of <see cref="CompleteCampaignReviewActionInput"/>: none.</summary>
public sealed class CompleteCampaignReviewActionValidator : AbstractValidator<CompleteCampaignReviewActionInput>;

/// <summary>Writes down what was learnt from campaigns.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class CampaignReviewMutations
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("复盘 in parts. The first time it freezes the campaign's figures: they stay as they were, whatever is reported later.")]
    public static Task<Campaign> WriteCampaignReviewAsync(WriteCampaignReviewInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var (db, ct) = (session.Db, session.CancellationToken);
                var campaign = await session.FindAsync<Campaign>(input.CampaignId, "campaignId");
                session.Expect(campaign, input.Version);
                campaign.WriteReview(input.Conclusion);
                if (await db.CampaignReviews.Include(r => r.Actions).FirstOrDefaultAsync(r => r.CampaignId == campaign.Id, ct) is not { } review)
                {
                    var figures = await CampaignFigureReading.ReadAsync(db, campaign, session.Now, ct);
                    review = new CampaignReview { CampaignId = campaign.Id, WentWell = input.WentWell, Defects = input.Defects, Figures = JsonSerializer.Serialize(figures), FiguresAt = session.Now };
                    db.CampaignReviews.Add(review);
                }

                (review.WentWell, review.Defects, review.AuthorId) = (input.WentWell, input.Defects, session.Caller.OperatorId);
                SetActions(review, input.Actions ?? []);
                session.RecordCampaign(ActivityKind.CampaignReviewed, campaign, await session.FindGroupIdsAsync(campaign.Id));
                await db.SaveChangesAsync(ct);
                await CampaignReviewIndexing.PutAsync(db, campaign, review, ct);
                return campaign;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Notes that an action of a review was done, once.")]
    public static Task<CampaignReviewAction> CompleteCampaignReviewActionAsync(CompleteCampaignReviewActionInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var action = await session.FindAsync<CampaignReviewAction>(input.Id, "id", q => q.Include(a => a.Review).ThenInclude(r => r.Campaign));
                action.Complete(session.Caller.OperatorId, session.Now);
                session.RecordCampaign(ActivityKind.CampaignReviewActionDone, action.Review.Campaign, await session.FindGroupIdsAsync(action.Review.CampaignId), action.Text);
                return action;
            },
            cancellationToken);

    private static void SetActions(CampaignReview review, IReadOnlyList<CampaignReviewActionInput> actions)
    {
        var before = review.Actions.ToList();
        review.Actions.Clear();
        foreach (var (action, index) in actions.Select((action, index) => (action, index)))
        {
            var known = before.Find(a => a.Text == action.Text);
            before.Remove(known!);
            known ??= new CampaignReviewAction { Review = review, ReviewId = review.Id, Text = action.Text };
            (known.Position, known.DueOn) = (index, action.DueOn);
            review.Actions.Add(known);
        }
    }
}

/// <summary>What a campaign came to.</summary>
internal static class CampaignFigureReading
{
    /// <summary>Over everything, whoever asks: the numbers of a review are those of the campaign.</summary>
    public static async Task<CampaignFigures> ReadAsync(CommunityDbContext db, Campaign campaign, DateTime now, CancellationToken ct)
    {
        var (from, to) = (campaign.StartsAt ?? campaign.CreatedAt, campaign.EndsAt ?? now);
        var groups = db.CampaignGroups.IgnoreQueryFilters().Where(g => g.CampaignId == campaign.Id);
        var stays = db.Memberships.IgnoreQueryFilters().Where(m => m.AccountKind == AccountKind.Customer && groups.Any(g => g.GroupId == m.GroupId));
        var orders = db.Orders.IgnoreQueryFilters().Where(o => o.CampaignId == campaign.Id && o.Status == OrderStatus.Paid);
        var revenue = await orders.GroupBy(o => o.Currency).Select(g => new { g.Key, Amount = g.Sum(o => o.Amount), Back = g.Sum(o => o.RefundedAmount) }).OrderBy(g => g.Key).ToListAsync(ct);
        var costs = await db.CostEntries.IgnoreQueryFilters().Where(c => c.CampaignId == campaign.Id).GroupBy(c => c.Currency)
            .Select(g => new { g.Key, Amount = g.Sum(c => c.Amount) }).OrderBy(g => g.Key).ToListAsync(ct);
        return new CampaignFigures(
            await groups.CountAsync(ct),
            await stays.Where(m => m.JoinedAt < to && (m.LeftAt == null || m.LeftAt >= to)).Select(m => m.MemberId).Distinct().LongCountAsync(ct),
            await stays.LongCountAsync(m => m.JoinKnown && m.JoinedAt >= from && m.JoinedAt < to, ct),
            await stays.LongCountAsync(m => m.LeftAt >= from && m.LeftAt < to, ct),
            await orders.LongCountAsync(ct),
            await orders.Where(o => o.MemberId != null).Select(o => o.MemberId).Distinct().LongCountAsync(ct),
            revenue.ConvertAll(r => new CampaignAmount(r.Amount - r.Back, r.Key)),
            costs.ConvertAll(c => new CampaignAmount(c.Amount, c.Key)),
            await db.Feedback.IgnoreQueryFilters().LongCountAsync(f => f.CampaignId == campaign.Id, ct));
    }
}

/// <summary>Makes reviews findable by their words.</summary>
internal static class CampaignReviewIndexing
{
    private const int NameWeight = 8;
    private const int ConclusionWeight = 4;
    private const int PartWeight = 2;

    public static async Task PutAsync(CommunityDbContext db, Campaign campaign, CampaignReview? review, CancellationToken ct)
    {
        var actions = review is null ? null : string.Join('\n', review.Actions.Select(a => a.Text));
        await SearchIndex.PutAsync(
            db, SearchScope.CampaignReview, campaign.Id,
            SearchTokens.Weigh((campaign.Name, NameWeight), (campaign.Review, ConclusionWeight), (review?.WentWell, PartWeight), (review?.Defects, PartWeight), (actions, PartWeight)), ct);

        // Nobody edited anything: the campaign keeps its version.
        await db.Campaigns.IgnoreQueryFilters().Where(c => c.Id == campaign.Id).ExecuteUpdateAsync(set => set.SetProperty(c => c.ReviewIndexVersion, SearchTokens.Version), ct);
    }
}

/// <summary>Makes findable what was written in one piece, or by an earlier version of the rules of what is a word.</summary>
internal sealed class CampaignReviewIndexingWork : ITimedWork
{
    private const int AtOnce = 100;

    public Task<bool> IsDueAsync(CommunityDbContext db, DateTime now, CancellationToken ct) => Due(db).AnyAsync(ct);

    public async Task RunAsync(WriteSession session)
    {
        var (db, ct) = (session.Db, session.CancellationToken);
        foreach (var campaign in await Due(db).AsNoTracking().OrderBy(c => c.Id).Take(AtOnce).ToListAsync(ct))
        {
            await CampaignReviewIndexing.PutAsync(db, campaign, await db.CampaignReviews.AsNoTracking().Include(r => r.Actions).FirstOrDefaultAsync(r => r.CampaignId == campaign.Id, ct), ct);
        }
    }

    private static IQueryable<Campaign> Due(CommunityDbContext db) => db.Campaigns.Where(c => c.Status == CampaignStatus.Reviewed && c.ReviewIndexVersion < SearchTokens.Version);
}

/// <summary><c>type CampaignReview</c>.</summary>
public sealed class CampaignReviewObjectType : ObjectType<CampaignReview>
{
    protected override void Configure(IObjectTypeDescriptor<CampaignReview> descriptor)
    {
        descriptor.Description("复盘 in parts, and the campaign's numbers as they were when it was first written.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(r => r.WentWell).Description("What went well.");
        descriptor.Field(r => r.Defects).Description("What did not.");
        descriptor.Field(r => r.FiguresAt).Description("When the figures were taken.");
        descriptor.Field(r => r.CreatedAt).Description("When it was first written.");
        descriptor.Field(r => r.UpdatedAt).Description("When it was last written.");
    }
}

/// <summary><c>type CampaignReviewAction</c>.</summary>
public sealed class CampaignReviewActionObjectType : ObjectType<CampaignReviewAction>
{
    protected override void Configure(IObjectTypeDescriptor<CampaignReviewAction> descriptor)
    {
        descriptor.Description("Something to do after a campaign.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(a => a.Id).ResolveNodeWith<CampaignReviewActionNode>(n => CampaignReviewActionNode.GetCampaignReviewActionAsync(default, default!, default));
        descriptor.Field(a => a.Id).Description("The global id.");
        descriptor.Field(a => a.Text).Description("What.");
        descriptor.Field(a => a.DueOn).Description("Until which day; null: none was said.");
        descriptor.Field(a => a.DoneAt).Description("When it was done; null: it is to be done.");
    }
}

[GraphQLDescription("What a campaign came to, over everything, whoever asks. A figure says what happened, not what the campaign brought about.")]
public sealed record CampaignFigureSet(
    [property: GraphQLDescription("In how many groups it ran.")] int Groups,
    [property: GraphQLDescription("How many customers were in them when it ended, each once.")] long Members,
    [property: GraphQLDescription("How many joined them from its start to its end.")] long Joins,
    [property: GraphQLDescription("How many left them.")] long Leaves,
    [property: GraphQLDescription("Orders put down to it that stood as PAID.")] long Orders,
    [property: GraphQLDescription("How many known members bought.")] long Buyers,
    [property: ListSize(AssumedSize = 2)] [property: GraphQLDescription("What was paid less what went back, by currency.")] IReadOnlyList<Money> Revenue,
    [property: ListSize(AssumedSize = 2)] [property: GraphQLDescription("What was entered as its costs, by currency.")] IReadOnlyList<Money> Costs,
    [property: GraphQLDescription("How often members said something about it.")] long Feedback);

/// <summary>What a review leads to.</summary>
[ExtendObjectType<CampaignReview>]
public sealed class CampaignReviewNode
{
    [GraphQLDescription("The frozen figures.")]
    public static CampaignFigureSet GetFigures([Parent(nameof(CampaignReview.Figures))] CampaignReview review)
    {
        var figures = JsonSerializer.Deserialize<CampaignFigures>(review.Figures)!;
        return new CampaignFigureSet(
            figures.Groups, figures.Members, figures.Joins, figures.Leaves, figures.Orders, figures.Buyers,
            [.. figures.Revenue.Select(m => new Money(m.Amount, m.Currency))], [.. figures.Costs.Select(m => new Money(m.Amount, m.Currency))], figures.Feedback);
    }

    [Cost(1)]
    [GraphQLDescription("Who wrote it last; null where it was no person.")]
    public static Task<Operator?> GetAuthorAsync([Parent(nameof(CampaignReview.AuthorId))] CampaignReview review, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(review.AuthorId, cancellationToken);

    [Cost(1)]
    [ListSize(AssumedSize = 10)]
    [GraphQLDescription("What is to be done, in order.")]
    public static async Task<IReadOnlyList<CampaignReviewAction>> GetActionsAsync(
        [Parent(nameof(CampaignReview.Id))] CampaignReview review, CampaignReviewActionLoader actions, CancellationToken cancellationToken) =>
        await actions.LoadAsync(review.Id, cancellationToken) ?? [];
}

/// <summary>What an action leads to.</summary>
[ExtendObjectType<CampaignReviewAction>]
public sealed class CampaignReviewActionNode
{
    [GraphQLIgnore]
    public static Task<CampaignReviewAction?> GetCampaignReviewActionAsync(long id, ByIdDataLoader<CampaignReviewAction> actions, CancellationToken cancellationToken) =>
        actions.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Who did it; null: nobody has, or it was no person.")]
    public static Task<Operator?> GetDoneByAsync([Parent(nameof(CampaignReviewAction.DoneById))] CampaignReviewAction action, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(action.DoneById, cancellationToken);
}

/// <summary>The review of a campaign.</summary>
[ExtendObjectType<Campaign>]
public sealed class CampaignReviewEdge
{
    [Cost(1)]
    [GraphQLDescription("复盘 in parts; null: it was not written, or in one piece, which is review.")]
    public static async Task<CampaignReview?> GetReviewPartsAsync([Parent(nameof(Campaign.Id))] Campaign campaign, CampaignReviewLoader reviews, CancellationToken cancellationToken) =>
        await reviews.LoadAsync(campaign.Id, cancellationToken);
}

/// <summary>The reviews of campaigns: one statement for all.</summary>
public sealed class CampaignReviewLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<long, CampaignReview>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<long, CampaignReview>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        return await db.CampaignReviews.AsNoTracking().Where(r => keys.Contains(r.CampaignId)).ToDictionaryAsync(r => r.CampaignId, cancellationToken);
    }
}

/// <summary>The actions of reviews: one statement for all.</summary>
public sealed class CampaignReviewActionLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<long, IReadOnlyList<CampaignReviewAction>>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<long, IReadOnlyList<CampaignReviewAction>>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        var actions = (await db.CampaignReviewActions.AsNoTracking().Where(a => keys.Contains(a.ReviewId)).OrderBy(a => a.Position).ToListAsync(cancellationToken)).ToLookup(a => a.ReviewId);
        return keys.ToDictionary(key => key, key => (IReadOnlyList<CampaignReviewAction>)[.. actions[key]]);
    }
}
