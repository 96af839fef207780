using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Feedback;

/// <summary>What feedback leads to.</summary>
[ExtendObjectType<Community.Feedback>]
public sealed class FeedbackNode
{
    [GraphQLIgnore]
    public static Task<Community.Feedback?> GetFeedbackAsync(long id, ByIdDataLoader<Community.Feedback> feedback, CancellationToken cancellationToken) =>
        feedback.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Who said it; null: nobody in particular, or the caller may not see them.")]
    public static Task<Member?> GetMemberAsync(
        [Parent(nameof(Community.Feedback.MemberId))] Community.Feedback feedback, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(feedback.MemberId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The group in which it came up.")]
    public static Task<Group?> GetGroupAsync(
        [Parent(nameof(Community.Feedback.GroupId))] Community.Feedback feedback, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(feedback.GroupId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The campaign that it is about.")]
    public static Task<Campaign?> GetCampaignAsync(
        [Parent(nameof(Community.Feedback.CampaignId))] Community.Feedback feedback, ByIdDataLoader<Campaign> campaigns, CancellationToken cancellationToken) =>
        campaigns.LoadAsync(feedback.CampaignId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Who deals with it; null while nobody does.")]
    public static Task<Operator?> GetAssigneeAsync(
        [Parent(nameof(Community.Feedback.AssigneeId))] Community.Feedback feedback, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(feedback.AssigneeId, cancellationToken);
}

/// <summary>The feedback of a member.</summary>
[ExtendObjectType<Member>]
public sealed class MemberFeedback
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<FeedbackFilterInput>]
    [UseSorting<FeedbackSortInput>]
    [GraphQLDescription("What they said about company, product and service.")]
    public static IQueryable<Community.Feedback> GetFeedback([Parent(nameof(Member.Id))] Member member, CommunityDbContext db) =>
        db.Feedback.Where(f => f.MemberId == member.Id);
}

/// <summary>The feedback of a group.</summary>
[ExtendObjectType<Group>]
public sealed class GroupFeedback
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<FeedbackFilterInput>]
    [UseSorting<FeedbackSortInput>]
    [GraphQLDescription("The feedback that came up in the group.")]
    public static IQueryable<Community.Feedback> GetFeedback([Parent(nameof(Group.Id))] Group group, CommunityDbContext db) =>
        db.Feedback.Where(f => f.GroupId == group.Id);
}
