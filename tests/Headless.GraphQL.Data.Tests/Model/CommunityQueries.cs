namespace Headless.GraphQL.Data.Tests.Model;

[ExtendObjectType(OperationTypeNames.Query)]
public static class CommunityQueries
{
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering]
    [UseSorting]
    public static IQueryable<Group> GetGroups(CommunityDbContext db) => db.Groups;

    [UsePaging(ConnectionName = "OpenGroups", MaxPageSize = 5)]
    [UseFiltering(typeof(GroupFilterInput))]
    [UseSorting(typeof(GroupSortInput))]
    public static IQueryable<Group> GetOpenGroups(CommunityDbContext db, bool isOpen = true)
        => db.Groups.Where(g => g.IsOpen == isOpen).OrderByDescending(g => g.Name);

    [UseProjection]
    [UseFiltering]
    [UseSorting]
    public static IQueryable<Member> GetMembers(CommunityDbContext db) => db.Members;

    [UseFirstOrDefault]
    [UseProjection]
    public static IQueryable<Group> GetGroupById(long id, CommunityDbContext db) => db.Groups.Where(g => g.Id == id);

    [UseSingleOrDefault]
    [UseFiltering]
    public static IQueryable<Group> GetGroup(CommunityDbContext db) => db.Groups;
}

[ExtendObjectType<Group>(IgnoreProperties = [nameof(Group.Memberships)])]
public static class GroupFields
{
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering]
    [UseSorting]
    public static IQueryable<Membership> GetMemberships([Parent(nameof(Group.Id))] Group group, CommunityDbContext db)
        => db.Memberships.Where(m => m.GroupId == group.Id);

    [UseProjection]
    public static IQueryable<Membership> GetKols([Parent(nameof(Group.Id))] Group group, CommunityDbContext db)
        => db.Memberships.Where(m => m.Role == "KOL" && m.GroupId == group.Id).OrderByDescending(m => m.MemberId);

    /// <summary>Not a comparison of one column with the parent's: the parents must be joined.</summary>
    [UseProjection]
    public static IQueryable<Member> GetRicherMembers([Parent(nameof(Group.Id))] Group group, CommunityDbContext db)
        => db.Members.Where(m => m.Points > group.Id * 5).OrderBy(m => m.Nickname);

    /// <summary>Different queries for different parents.</summary>
    [UseProjection]
    public static IQueryable<Member> GetStaff([Parent(nameof(Group.Id))] Group group, CommunityDbContext db)
        => group.Id % 2 == 0 ? db.Members.Where(m => m.Id == group.Id) : db.Members.Where(m => m.Id == group.Id || m.Id == 12);

    [UseProjection]
    public static IQueryable<Tag> GetAllTags([Parent] Group group, CommunityDbContext db) => db.Tags;
}

[ExtendObjectType<Member>(IgnoreProperties = [nameof(Member.Memberships), nameof(Member.Tags)])]
public static class MemberFields
{
    [UseProjection]
    [UseSorting]
    public static IQueryable<Tag> GetTags([Parent(nameof(Member.Id))] Member member, CommunityDbContext db)
        => db.MemberTags.Where(t => t.MemberId == member.Id).Select(t => t.Tag!);
}

public sealed class GroupFilterInput : FilterInputType<Group>
{
    protected override void Configure(IFilterInputTypeDescriptor<Group> descriptor)
    {
        descriptor.Name("OpenGroupFilterInput").BindFieldsExplicitly().AllowOr(false);
        descriptor.Field(g => g.Name);
        descriptor.Field(g => g.Owner!.Nickname).Name("ownerNickname");
    }
}

public sealed class GroupSortInput : SortInputType<Group>
{
    protected override void Configure(ISortInputTypeDescriptor<Group> descriptor)
    {
        descriptor.Name("OpenGroupSortInput").BindFieldsExplicitly();
        descriptor.Field(g => g.Name);
    }
}
