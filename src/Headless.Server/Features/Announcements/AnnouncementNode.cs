using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Announcements;

/// <summary>Announcements as a list and by id.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class AnnouncementQueries
{
    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<AnnouncementFilterInput>]
    [UseSorting<AnnouncementSortInput>]
    [GraphQLDescription("The announcements of the groups that the caller may see.")]
    public static IQueryable<Announcement> GetAnnouncements(CommunityDbContext db) => db.Announcements;

    [Authorize(Policies.Read)]
    [GraphQLDescription("One announcement; null where there is none or the caller may not see it.")]
    public static Task<Announcement?> GetAnnouncementByIdAsync(
        [ID<Announcement>] [GraphQLDescription("The announcement's global id.")] long id,
        ByIdDataLoader<Announcement> announcements,
        CancellationToken cancellationToken) => announcements.LoadAsync(id, cancellationToken);
}

/// <summary>What an announcement leads to.</summary>
[ExtendObjectType<Announcement>]
public sealed class AnnouncementNode
{
    [GraphQLIgnore]
    public static Task<Announcement?> GetAnnouncementAsync(long id, ByIdDataLoader<Announcement> announcements, CancellationToken cancellationToken) =>
        announcements.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The group whose members it tells.")]
    public static Task<Group?> GetGroupAsync(
        [Parent(nameof(Announcement.GroupId))] Announcement announcement, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(announcement.GroupId, cancellationToken);

    [Cost(1)]
    [UsePaging(IncludeTotalCount = true, ConnectionName = "AnnouncementVersions")]
    [GraphQLDescription("Every text that it has had, the first one first and the present one last.")]
    public static IQueryable<AnnouncementVersion> GetVersions([Parent(nameof(Announcement.Id))] Announcement announcement, CommunityDbContext db) =>
        db.AnnouncementVersions.Where(v => v.AnnouncementId == announcement.Id);
}

/// <summary>What a version leads to.</summary>
[ExtendObjectType<AnnouncementVersion>]
public sealed class AnnouncementVersionNode
{
    [Cost(1)]
    [GraphQLDescription("Who wrote it; null: nobody in particular.")]
    public static Task<Operator?> GetWrittenByAsync(
        [Parent(nameof(AnnouncementVersion.WrittenById))] AnnouncementVersion version, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(version.WrittenById, cancellationToken);
}

/// <summary>The announcements of a group.</summary>
[ExtendObjectType<Group>]
public sealed class AnnouncementsOfGroup
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<AnnouncementFilterInput>]
    [UseSorting<AnnouncementSortInput>]
    [GraphQLDescription("What the group's members are told, were told and will be told.")]
    public static IQueryable<Announcement> GetAnnouncements([Parent(nameof(Group.Id))] Group group, CommunityDbContext db) =>
        db.Announcements.Where(a => a.GroupId == group.Id);
}
