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

    [UseFirstOrDefault]
    [UseProjection]
    public static IQueryable<Membership> GetLatestMembership([Parent(nameof(Group.Id))] Group group, CommunityDbContext db)
        => db.Memberships.Where(m => m.GroupId == group.Id).OrderByDescending(m => m.MemberId);

    /// <summary>Compares two columns with the parent: the parents must be joined.</summary>
    [UseProjection]
    public static IQueryable<Membership> GetLaterMemberships([Parent(nameof(Group.Id))] Group group, CommunityDbContext db)
        => db.Memberships.Where(m => m.GroupId == group.Id && m.MemberId > group.Id + 2).OrderByDescending(m => m.MemberId);

    /// <summary>Has no column that is equal to one of the parent's.</summary>
    [UseProjection]
    public static IQueryable<Member> GetRicherMembers([Parent(nameof(Group.Id))] Group group, CommunityDbContext db)
        => db.Members.Where(m => m.Points > group.Id * 5).OrderBy(m => m.Nickname);

    /// <summary>As above, with a limit for each parent: SQLite cannot read that for many parents.</summary>
    [UsePaging]
    [UseProjection]
    public static IQueryable<Member> GetPoorestRicherMembers([Parent(nameof(Group.Id))] Group group, CommunityDbContext db)
        => db.Members.Where(m => m.Points > group.Id * 5).OrderBy(m => m.Points);

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

[ExtendObjectType<Member>]
public static class MoreMemberFields
{
    /// <summary>Through a relation of the rows that are found.</summary>
    [UseProjection]
    public static IQueryable<MemberTag> GetTaggings([Parent(nameof(Member.Id))] Member member, CommunityDbContext db)
        => db.Members.Where(m => m.Id == member.Id).SelectMany(m => m.Tags).OrderBy(t => t.TagId);
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

/// <summary>Parents that come from no database: what is read for them can be seen without a server.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public static class FixedParentQueries
{
    public static IEnumerable<Group> GetFixedGroups() => [new Group { Id = 1 }, new Group { Id = 2 }];

    public static IEnumerable<Member> GetFixedMembers() => [new Member { Id = 1 }, new Member { Id = 2 }];
}

[Node]
public sealed class Coupon
{
    public long Id { get; set; }

    [ID<Group>]
    public long GroupId { get; set; }

    public string Code { get; set; } = "";

    public List<string> Regions { get; set; } = [];

    public static Coupon? Get(long id) => All.FirstOrDefault(c => c.Id == id);

    public static IReadOnlyList<Coupon> All { get; } =
    [
        new Coupon { Id = 1, GroupId = 10, Code = "b", Regions = ["north"] },
        new Coupon { Id = 2, GroupId = 20, Code = "a" },
        new Coupon { Id = 3, GroupId = 10, Code = "a" },
    ];
}

/// <summary>Lists that come from memory, and fields that answer a query as it is.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public static class OtherQueries
{
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering]
    [UseSorting]
    public static IEnumerable<Coupon> GetCoupons() => Coupon.All;

    public static IQueryable<Tag> GetPlainTags(CommunityDbContext db) => db.Tags.OrderBy(t => t.Name);
}

[ExtendObjectType<Tag>]
public static class TagFields
{
    public static IQueryable<Member> GetMembers([Parent] Tag tag, CommunityDbContext db)
        => db.MemberTags.Where(t => t.TagId == tag.Id).OrderBy(t => t.MemberId).Select(t => t.Member!);
}
