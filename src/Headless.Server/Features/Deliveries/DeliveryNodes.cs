using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Deliveries;

using Delivery = Headless.Community.Delivery;

[GraphQLDescription("How many deliveries of a mailing stand where, as far as the caller may see them.")]
public sealed record MailingProgress(
    [property: GraphQLDescription("Those that a connector may claim, now or later.")] int Requested,
    [property: GraphQLDescription("Those that a connector is at.")] int Claimed,
    [property: GraphQLDescription("Those that were sent.")] int Sent,
    [property: GraphQLDescription("Those that were tried and did not work.")] int Failed,
    [property: GraphQLDescription("Those whose recipients cannot or may not be reached.")] int Unreachable,
    [property: GraphQLDescription("Those that were called off.")] int Cancelled,
    [property: GraphQLDescription("Those that nobody sent in time.")] int Expired,
    [property: ListSize(AssumedSize = 4)] [property: GraphQLDescription("Why those that are UNREACHABLE are, the most frequent reason first.")] IReadOnlyList<UnreachableCount> Reasons);

[GraphQLDescription("How many cannot be reached for a reason.")]
public sealed record UnreachableCount(
    [property: GraphQLDescription("The reason.")] UnreachableReason Reason,
    [property: GraphQLDescription("How many.")] int Count);

/// <summary>The progress of mailings: one statement for a list.</summary>
public sealed class MailingProgressDataLoader(CommunityDatabase database, Caller caller, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<long, MailingProgress>(batchScheduler, options)
{
    protected override async Task<IReadOnlyDictionary<long, MailingProgress>> LoadBatchAsync(IReadOnlyList<long> keys, CancellationToken cancellationToken)
    {
        await using var db = database.Create(caller.Scope);
        var rows = await db.Deliveries.AsNoTracking().Where(d => keys.Contains(d.MailingId))
            .GroupBy(d => new { d.MailingId, d.Status, d.Reason })
            .Select(g => new { g.Key.MailingId, g.Key.Status, g.Key.Reason, Count = g.Count() })
            .ToListAsync(cancellationToken);
        return rows.GroupBy(r => r.MailingId).ToDictionary(of => of.Key, of =>
        {
            int Of(DeliveryStatus status) => of.Where(r => r.Status == status).Sum(r => r.Count);
            return new MailingProgress(
                Of(DeliveryStatus.Requested), Of(DeliveryStatus.Claimed), Of(DeliveryStatus.Sent), Of(DeliveryStatus.Failed), Of(DeliveryStatus.Unreachable),
                Of(DeliveryStatus.Cancelled), Of(DeliveryStatus.Expired),
                [.. of.Where(r => r is { Status: DeliveryStatus.Unreachable, Reason: not null }).OrderByDescending(r => r.Count).ThenBy(r => r.Reason).Select(r => new UnreachableCount(r.Reason!.Value, r.Count))]);
        });
    }
}

/// <summary>What a mailing leads to.</summary>
[ExtendObjectType<Mailing>]
public sealed class MailingNode
{
    private static readonly MailingProgress s_nothing = new(0, 0, 0, 0, 0, 0, 0, []);

    [GraphQLIgnore]
    public static Task<Mailing?> GetMailingAsync(long id, ByIdDataLoader<Mailing> mailings, CancellationToken cancellationToken) => mailings.LoadAsync(id, cancellationToken);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [GraphQLDescription("How many of its deliveries stand where.")]
    public static async Task<MailingProgress> GetProgressAsync([Parent(nameof(Mailing.Id))] Mailing mailing, MailingProgressDataLoader progress, CancellationToken cancellationToken) =>
        await progress.LoadAsync(mailing.Id, cancellationToken) ?? s_nothing;

    [Cost(1)]
    [GraphQLDescription("What is sent; null: the text alone.")]
    public static Task<ContentItem?> GetContentItemAsync([Parent(nameof(Mailing.ContentItemId))] Mailing mailing, ByIdDataLoader<ContentItem> items, CancellationToken cancellationToken) =>
        items.LoadAsync(mailing.ContentItemId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The campaign that it is for.")]
    public static Task<Campaign?> GetCampaignAsync([Parent(nameof(Mailing.CampaignId))] Mailing mailing, ByIdDataLoader<Campaign> campaigns, CancellationToken cancellationToken) =>
        campaigns.LoadAsync(mailing.CampaignId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The segment that it is for.")]
    public static Task<Segment?> GetSegmentAsync([Parent(nameof(Mailing.SegmentId))] Mailing mailing, ByIdDataLoader<Segment> segments, CancellationToken cancellationToken) =>
        segments.LoadAsync(mailing.SegmentId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The group whose members it is for, or within which its recipients are.")]
    public static Task<Group?> GetGroupAsync([Parent(nameof(Mailing.GroupId))] Mailing mailing, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(mailing.GroupId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The task of a playbook that asked for it.")]
    public static Task<PlaybookTask?> GetPlaybookTaskAsync([Parent(nameof(Mailing.PlaybookTaskId))] Mailing mailing, ByIdDataLoader<PlaybookTask> tasks, CancellationToken cancellationToken) =>
        tasks.LoadAsync(mailing.PlaybookTaskId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Who asked for it; null: a playbook did.")]
    public static Task<Operator?> GetRequestedByAsync([Parent(nameof(Mailing.RequestedById))] Mailing mailing, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(mailing.RequestedById, cancellationToken);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<DeliveryFilterInput>]
    [UseSorting<DeliverySortInput>]
    [GraphQLDescription("Its deliveries: where: { status: { eq: UNREACHABLE } } are those who do not get it, each with the reason.")]
    public static IQueryable<Delivery> GetDeliveries([Parent(nameof(Mailing.Id))] Mailing mailing, CommunityDbContext db) =>
        db.Deliveries.Where(d => d.MailingId == mailing.Id);
}

/// <summary>What a delivery leads to.</summary>
[ExtendObjectType<Delivery>]
public sealed class DeliveryNode
{
    [GraphQLIgnore]
    public static Task<Delivery?> GetDeliveryAsync(long id, ByIdDataLoader<Delivery> deliveries, CancellationToken cancellationToken) => deliveries.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The mailing that it belongs to.")]
    public static Task<Mailing?> GetMailingAsync([Parent(nameof(Delivery.MailingId))] Delivery delivery, ByIdDataLoader<Mailing> mailings, CancellationToken cancellationToken) =>
        mailings.LoadAsync(delivery.MailingId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("To whom; null: into the group.")]
    public static Task<Member?> GetMemberAsync([Parent(nameof(Delivery.MemberId))] Delivery delivery, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(delivery.MemberId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The account that it goes to; null for what needs none.")]
    public static Task<Identity?> GetIdentityAsync([Parent(nameof(Delivery.IdentityId))] Delivery delivery, ByIdDataLoader<Identity> identities, CancellationToken cancellationToken) =>
        identities.LoadAsync(delivery.IdentityId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The group that it goes into, or in which the member is reached.")]
    public static Task<Group?> GetGroupAsync([Parent(nameof(Delivery.GroupId))] Delivery delivery, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(delivery.GroupId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("What is sent; null: the text of the mailing alone.")]
    public static Task<ContentItem?> GetContentItemAsync([Parent(nameof(Delivery.ContentItemId))] Delivery delivery, ByIdDataLoader<ContentItem> items, CancellationToken cancellationToken) =>
        items.LoadAsync(delivery.ContentItemId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Whose key the connector came with that claimed it last.")]
    public static Task<Operator?> GetClaimedByAsync([Parent(nameof(Delivery.ClaimedById))] Delivery delivery, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(delivery.ClaimedById, cancellationToken);
}

/// <summary>What was sent to a member.</summary>
[ExtendObjectType<Member>]
public sealed class MemberDeliveries
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<DeliveryFilterInput>]
    [UseSorting<DeliverySortInput>]
    [GraphQLDescription("What was or is to be sent to them.")]
    public static IQueryable<Delivery> GetDeliveries([Parent(nameof(Member.Id))] Member member, CommunityDbContext db) =>
        db.Deliveries.Where(d => d.MemberId == member.Id);
}

/// <summary>What of a content item was sent.</summary>
[ExtendObjectType<ContentItem>]
public sealed class ContentItemDeliveries
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<DeliveryFilterInput>]
    [UseSorting<DeliverySortInput>]
    [GraphQLDescription("To whom it was or is to be sent.")]
    public static IQueryable<Delivery> GetDeliveries([Parent(nameof(ContentItem.Id))] ContentItem item, CommunityDbContext db) =>
        db.Deliveries.Where(d => d.ContentItemId == item.Id);
}
