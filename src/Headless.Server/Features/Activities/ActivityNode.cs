using System.Text.Json;
using Headless.Server.Access;
using Headless.Server.Delivery;
using Headless.Server.Reading;

namespace Headless.Server.Features.Activities;

/// <summary>What an activity is about.</summary>
[ExtendObjectType<Activity>]
public sealed class ActivityNode
{
    [GraphQLIgnore]
    public static async Task<Activity?> GetActivityAsync(long id, Caller caller, CommunityDbContext db, CancellationToken cancellationToken) =>
        caller.May(Policies.Read) ? await db.Activities.AsNoTracking().FirstOrDefaultAsync(a => a.Id == id, cancellationToken) : null;

    [GraphQLDescription("Its place in the log: with it as after, activities and onActivity go on behind it, and miss nothing.")]
    public static string GetCursor([Parent(nameof(Activity.Id))] Activity activity, IActivityCursors cursors) => cursors.Encode(activity.Id);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [GraphQLDescription("The message that it answers; null for what answers none, and where that message is not known here or not the caller's to see.")]
    public static async Task<Activity?> GetReplyToAsync(
        [Parent($"{nameof(Activity.Source)} {nameof(Activity.ReplyToExternalId)}")] Activity activity, AnsweredMessageDataLoader messages, CancellationToken cancellationToken) =>
        activity is { Source: { } source, ReplyToExternalId: { } externalId } ? await messages.LoadAsync(new ReportedId(source, externalId), cancellationToken) : null;

    [Cost(1)]
    [GraphQLDescription("The group that it happened in.")]
    public static Task<Group?> GetGroupAsync(
        [Parent(nameof(Activity.GroupId))] Activity activity, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(activity.GroupId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The member whom it concerns.")]
    public static Task<Member?> GetMemberAsync(
        [Parent(nameof(Activity.MemberId))] Activity activity, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(activity.MemberId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The stay in the group that it belongs to.")]
    public static Task<Membership?> GetMembershipAsync(
        [Parent(nameof(Activity.MembershipId))] Activity activity, ByIdDataLoader<Membership> memberships, CancellationToken cancellationToken) =>
        memberships.LoadAsync(activity.MembershipId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The operator who caused it; null for what members and machines did.")]
    public static Task<Operator?> GetActorAsync(
        [Parent(nameof(Activity.ActorId))] Activity activity, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(activity.ActorId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The tag that was added or removed.")]
    public static Task<Tag?> GetTagAsync(
        [Parent(nameof(Activity.TagId))] Activity activity, ByIdDataLoader<Tag> tags, CancellationToken cancellationToken) =>
        tags.LoadAsync(activity.TagId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The campaign that it concerns.")]
    public static Task<Campaign?> GetCampaignAsync(
        [Parent(nameof(Activity.CampaignId))] Activity activity, ByIdDataLoader<Campaign> campaigns, CancellationToken cancellationToken) =>
        campaigns.LoadAsync(activity.CampaignId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The content item that it concerns.")]
    public static Task<ContentItem?> GetContentItemAsync(
        [Parent(nameof(Activity.ContentItemId))] Activity activity, ByIdDataLoader<ContentItem> items, CancellationToken cancellationToken) =>
        items.LoadAsync(activity.ContentItemId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The order that it concerns.")]
    public static Task<Order?> GetOrderAsync(
        [Parent(nameof(Activity.OrderId))] Activity activity, ByIdDataLoader<Order> orders, CancellationToken cancellationToken) =>
        orders.LoadAsync(activity.OrderId, cancellationToken);

    [Authorize(Policies.ReadPersonalData)]
    [GraphQLDescription("Further details by kind: what the reporter sent along.")]
    public static JsonElement? GetData([Parent(nameof(Activity.Data))] Activity activity)
    {
        if (activity.Data is null)
        {
            return null;
        }

        using var document = JsonDocument.Parse(activity.Data);
        return document.RootElement.Clone();
    }
}

/// <summary>The log of a group.</summary>
[ExtendObjectType<Group>]
public sealed class GroupActivities
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging]
    [GraphQLDescription("What happened in the group, the latest first.")]
    public static IQueryable<Activity> GetTimeline(
        [Parent(nameof(Group.Id))] Group group,
        [GraphQLDescription("Only activities of these kinds; of all unless given.")] IReadOnlyList<ActivityKind>? kinds,
        CommunityDbContext db) =>
        kinds is null
            ? db.Activities.Where(a => a.GroupId == group.Id).OrderByDescending(a => a.Id)
            : db.Activities.Where(a => a.GroupId == group.Id && kinds.Contains(a.Kind)).OrderByDescending(a => a.Id);

    [Cost(1)]
    [UsePaging]
    [UseFiltering<ActivityFilterInput>]
    [UseSorting<ActivitySortInput>]
    [GraphQLDescription("What happened in the group, in the order of the log.")]
    public static IQueryable<Activity> GetActivities([Parent(nameof(Group.Id))] Group group, CommunityDbContext db) =>
        db.Activities.Where(a => a.GroupId == group.Id);
}

/// <summary>The log of a member: their timeline.</summary>
[ExtendObjectType<Member>]
public sealed class MemberActivities
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging]
    [GraphQLDescription("What the member did and what was done about them, everywhere that the caller may see, the latest first: the timeline of their page.")]
    public static IQueryable<Activity> GetTimeline(
        [Parent(nameof(Member.Id))] Member member,
        [GraphQLDescription("Only activities of these kinds; of all unless given.")] IReadOnlyList<ActivityKind>? kinds,
        CommunityDbContext db) =>
        kinds is null
            ? db.Activities.Where(a => a.MemberId == member.Id).OrderByDescending(a => a.Id)
            : db.Activities.Where(a => a.MemberId == member.Id && kinds.Contains(a.Kind)).OrderByDescending(a => a.Id);

    [Cost(1)]
    [UsePaging]
    [UseFiltering<ActivityFilterInput>]
    [UseSorting<ActivitySortInput>]
    [GraphQLDescription("What the member did and what was done about them, in the order of the log.")]
    public static IQueryable<Activity> GetActivities([Parent(nameof(Member.Id))] Member member, CommunityDbContext db) =>
        db.Activities.Where(a => a.MemberId == member.Id);
}
