namespace Headless.GraphQL.Data.Tests.Model;

/// <summary>Lists that are paged by <c>skip</c> and <c>take</c>.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public static class SegmentQueries
{
    [UseOffsetPaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering]
    [UseSorting]
    public static IQueryable<Group> GetGroupPages(CommunityDbContext db) => db.Groups;

    /// <summary>Entities, in the resolver's own order.</summary>
    [UseOffsetPaging(CollectionSegmentName = "Open", DefaultPageSize = 2, MaxPageSize = 5)]
    [UseFiltering]
    public static IQueryable<Group> GetOpenGroupPages(CommunityDbContext db, bool isOpen = true)
        => db.Groups.Where(g => g.IsOpen == isOpen).OrderByDescending(g => g.Name);

    [UseOffsetPaging(RequirePagingBoundaries = true, InferCollectionSegmentNameFromField = false)]
    public static IQueryable<Tag> GetTagPages(CommunityDbContext db) => db.Tags;

    /// <summary>In an order that no cursor can be in.</summary>
    [UseOffsetPaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering]
    [UseSorting]
    public static IQueryable<Member> GetMemberPages(CommunityDbContext db) => db.Members.OrderBy(m => m.Points % 20).ThenByDescending(m => m.Id);

    [UseOffsetPaging(IncludeTotalCount = true)]
    [UseFiltering]
    [UseSorting]
    public static IEnumerable<Coupon> GetCouponPages() => Coupon.All;
}

[ExtendObjectType<Group>]
public static class GroupSegmentFields
{
    [UseOffsetPaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering]
    [UseSorting]
    public static IQueryable<Membership> GetMembershipPages([Parent(nameof(Group.Id))] Group group, CommunityDbContext db)
        => db.Memberships.Where(m => m.GroupId == group.Id);

    /// <summary>In an order that no cursor can be in.</summary>
    [UseOffsetPaging]
    [UseProjection]
    public static IQueryable<Membership> GetShuffledMembershipPages([Parent(nameof(Group.Id))] Group group, CommunityDbContext db)
        => db.Memberships.Where(m => m.GroupId == group.Id).OrderBy(m => m.MemberId % 5).ThenBy(m => m.Id);
}
