using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data;

/// <summary>The query filters of contexts that serve one operator.</summary>
/// <remarks>
/// EF applies the filter of an entity wherever a query reaches it: lists, navigations, counts, aggregates, conditions. Every
/// filter ends at <see cref="VisibleGroup"/>, which has none itself, so filters cannot become circular.
/// </remarks>
internal static class RowAccess
{
    public static void Configure(ModelBuilder builder, CommunityDbContext context)
    {
        // The assignments a second time, as a view without a filter: a filter on assignments could not read them otherwise.
        builder.Entity<VisibleGroup>().HasNoKey().ToView("GroupAssignments");

        builder.Entity<Group>().HasQueryFilter(group => context.Set<VisibleGroup>().Any(visible =>
            visible.GroupId == group.Id
            && visible.OperatorId == context.VisibleToOperatorId
            && visible.Since <= context.VisibleAt
            && (visible.Until == null || visible.Until > context.VisibleAt)));
        builder.Entity<GroupAssignment>().HasQueryFilter(assignment => context.Set<VisibleGroup>().Any(visible =>
            visible.GroupId == assignment.GroupId
            && visible.OperatorId == context.VisibleToOperatorId
            && visible.Since <= context.VisibleAt
            && (visible.Until == null || visible.Until > context.VisibleAt)));
        builder.Entity<GroupPhaseChange>().HasQueryFilter(change => context.Set<VisibleGroup>().Any(visible =>
            visible.GroupId == change.GroupId
            && visible.OperatorId == context.VisibleToOperatorId
            && visible.Since <= context.VisibleAt
            && (visible.Until == null || visible.Until > context.VisibleAt)));
        builder.Entity<Membership>().HasQueryFilter(membership => context.Set<VisibleGroup>().Any(visible =>
            visible.GroupId == membership.GroupId
            && visible.OperatorId == context.VisibleToOperatorId
            && visible.Since <= context.VisibleAt
            && (visible.Until == null || visible.Until > context.VisibleAt)));
        builder.Entity<CampaignGroup>().HasQueryFilter(campaignGroup => context.Set<VisibleGroup>().Any(visible =>
            visible.GroupId == campaignGroup.GroupId
            && visible.OperatorId == context.VisibleToOperatorId
            && visible.Since <= context.VisibleAt
            && (visible.Until == null || visible.Until > context.VisibleAt)));
        builder.Entity<Order>().HasQueryFilter(order => context.Set<VisibleGroup>().Any(visible =>
            visible.GroupId == order.GroupId
            && visible.OperatorId == context.VisibleToOperatorId
            && visible.Since <= context.VisibleAt
            && (visible.Until == null || visible.Until > context.VisibleAt)));
        builder.Entity<Activity>().HasQueryFilter(activity => context.Set<VisibleGroup>().Any(visible =>
            visible.GroupId == activity.GroupId
            && visible.OperatorId == context.VisibleToOperatorId
            && visible.Since <= context.VisibleAt
            && (visible.Until == null || visible.Until > context.VisibleAt)));

        // Through sets, whose filters above apply.
        builder.Entity<Member>().HasQueryFilter(member =>
            context.Memberships.Any(membership => membership.MemberId == member.Id));
        builder.Entity<Identity>().HasQueryFilter(identity =>
            context.Memberships.Any(membership => membership.MemberId == identity.MemberId));
        builder.Entity<MemberTag>().HasQueryFilter(memberTag =>
            context.Memberships.Any(membership => membership.MemberId == memberTag.MemberId));
        builder.Entity<Campaign>().HasQueryFilter(campaign =>
            context.CampaignGroups.Any(campaignGroup => campaignGroup.CampaignId == campaign.Id));

        builder.Entity<ApiKey>().HasQueryFilter(key => key.OperatorId == context.VisibleToOperatorId);
        builder.Entity<IdempotencyRecord>().HasQueryFilter(record => false);
    }
}
