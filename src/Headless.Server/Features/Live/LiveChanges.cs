using Headless.Server.Delivery;
using Headless.Server.Reading;

namespace Headless.Server.Features.Live;

[GraphQLDescription("A change of a member: of what is known of them, of their tags, of their stays in groups.")]
public sealed record MemberChange(
    [property: GraphQLIgnore] Activity Activity,
    [property: GraphQLDescription("What happened.")] ActivityKind Kind,
    [property: GraphQLDescription("When it happened.")] DateTime OccurredAt);

[GraphQLDescription("A change of a tag: of itself, or of who has it.")]
public sealed record TagChange(
    [property: GraphQLIgnore] Activity Activity,
    [property: GraphQLDescription("What happened.")] ActivityKind Kind,
    [property: GraphQLDescription("When it happened.")] DateTime OccurredAt);

[GraphQLDescription("A change of a campaign: of its state, its plan, its checklist.")]
public sealed record CampaignChange(
    [property: GraphQLIgnore] Activity Activity,
    [property: GraphQLDescription("What happened.")] ActivityKind Kind,
    [property: GraphQLDescription("When it happened.")] DateTime OccurredAt);

[GraphQLDescription("An alert that was raised, updated, acknowledged or resolved.")]
public sealed record AlertChange(
    [property: GraphQLIgnore] Activity Activity,
    [property: GraphQLDescription("What happened.")] ActivityKind Kind,
    [property: GraphQLDescription("When it happened.")] DateTime OccurredAt);

[GraphQLDescription("A group whose figures have moved: ask group for the metrics that you show.")]
public sealed record MetricChange(
    [property: GraphQLIgnore] Activity Activity,
    [property: GraphQLDescription("How many activities moved them since the last one of these.")] int ActivityCount,
    [property: GraphQLDescription("When the last of them entered the log.")] DateTime RecordedAt);

/// <summary>What a change of a member leads to.</summary>
[ExtendObjectType<MemberChange>]
internal sealed class MemberChangeNode
{
    [GraphQLDescription("Its place in the log.")]
    public static string GetCursor([Parent] MemberChange change, IActivityCursors cursors) => cursors.Encode(change.Activity.Id);

    [GraphQLDescription("The row of the log.")]
    public static Activity GetActivity([Parent] MemberChange change) => change.Activity;

    [Cost(1)]
    [GraphQLDescription("The member as they are now; null where the caller may not see them any more.")]
    public static Task<Member?> GetMemberAsync([Parent] MemberChange change, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(change.Activity.MemberId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The stay that it is about; null: none.")]
    public static Task<Membership?> GetMembershipAsync([Parent] MemberChange change, ByIdDataLoader<Membership> memberships, CancellationToken cancellationToken) =>
        memberships.LoadAsync(change.Activity.MembershipId, cancellationToken);
}

/// <summary>What a change of a tag leads to.</summary>
[ExtendObjectType<TagChange>]
internal sealed class TagChangeNode
{
    [GraphQLDescription("Its place in the log.")]
    public static string GetCursor([Parent] TagChange change, IActivityCursors cursors) => cursors.Encode(change.Activity.Id);

    [GraphQLDescription("The row of the log.")]
    public static Activity GetActivity([Parent] TagChange change) => change.Activity;

    [Cost(1)]
    [GraphQLDescription("The tag as it is now.")]
    public static Task<Tag?> GetTagAsync([Parent] TagChange change, ByIdDataLoader<Tag> tags, CancellationToken cancellationToken) =>
        tags.LoadAsync(change.Activity.TagId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The member who was given it or lost it; null where the tag itself changed.")]
    public static Task<Member?> GetMemberAsync([Parent] TagChange change, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(change.Activity.MemberId, cancellationToken);
}

/// <summary>What a change of a campaign leads to.</summary>
[ExtendObjectType<CampaignChange>]
internal sealed class CampaignChangeNode
{
    [GraphQLDescription("Its place in the log.")]
    public static string GetCursor([Parent] CampaignChange change, IActivityCursors cursors) => cursors.Encode(change.Activity.Id);

    [GraphQLDescription("The row of the log.")]
    public static Activity GetActivity([Parent] CampaignChange change) => change.Activity;

    [Cost(1)]
    [GraphQLDescription("The campaign as it is now.")]
    public static Task<Campaign?> GetCampaignAsync([Parent] CampaignChange change, ByIdDataLoader<Campaign> campaigns, CancellationToken cancellationToken) =>
        campaigns.LoadAsync(change.Activity.CampaignId, cancellationToken);
}

/// <summary>What a change of an alert leads to.</summary>
[ExtendObjectType<AlertChange>]
internal sealed class AlertChangeNode
{
    [GraphQLDescription("Its place in the log.")]
    public static string GetCursor([Parent] AlertChange change, IActivityCursors cursors) => cursors.Encode(change.Activity.Id);

    [GraphQLDescription("The row of the log.")]
    public static Activity GetActivity([Parent] AlertChange change) => change.Activity;

    [Cost(1)]
    [GraphQLDescription("The alert as it is now; null where the caller may not see it any more.")]
    public static Task<Alert?> GetAlertAsync([Parent] AlertChange change, ByIdDataLoader<Alert> alerts, CancellationToken cancellationToken) =>
        alerts.LoadAsync(Headless.Server.Alerts.AlertActivities.AlertIdOf(change.Activity), cancellationToken);
}

/// <summary>What moved figures lead to.</summary>
[ExtendObjectType<MetricChange>]
internal sealed class MetricChangeNode
{
    [GraphQLDescription("The place in the log of the last activity that moved them.")]
    public static string GetCursor([Parent] MetricChange change, IActivityCursors cursors) => cursors.Encode(change.Activity.Id);

    [Cost(1)]
    [GraphQLDescription("The group, with its metrics as they are now.")]
    public static Task<Group?> GetGroupAsync([Parent] MetricChange change, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(change.Activity.GroupId, cancellationToken);
}
