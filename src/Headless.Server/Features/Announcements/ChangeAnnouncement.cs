using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Announcements;

/// <summary>DRAFT ⇄ SCHEDULED → PUBLISHED → RETRACTED, and what stands above the messages.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class ChangeAnnouncementMutations
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<AlreadyExistsException>]
    [Error<DomainException>]
    [GraphQLDescription("Has an announcement published by itself at a time, exactly once. If the group does not run then it is a draft again.")]
    public static Task<Announcement> ScheduleAnnouncementAsync(ScheduleAnnouncementInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        StepAsync(
            input, writer, ActivityKind.AnnouncementScheduled,
            async (session, announcement, group) =>
            {
                await session.RequireCapabilitiesAsync(group.Platform, announcement.IsPinned);
                announcement.Schedule(input.PublishAt.UtcDateTime, session.Now);
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<AlreadyExistsException>]
    [Error<DomainException>]
    [GraphQLDescription("Makes a scheduled announcement a draft again.")]
    public static Task<Announcement> UnscheduleAnnouncementAsync(UnscheduleAnnouncementInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        StepAsync(
            input, writer, ActivityKind.AnnouncementUnscheduled,
            (_, announcement, _) =>
            {
                announcement.Unschedule();
                return Task.CompletedTask;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<AlreadyExistsException>]
    [Error<DomainException>]
    [GraphQLDescription("Publishes an announcement now. One that is pinned takes the place of the one before.")]
    public static Task<Announcement> PublishAnnouncementAsync(PublishAnnouncementInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        StepAsync(
            input, writer, ActivityKind.AnnouncementPublished,
            async (session, announcement, group) =>
            {
                await session.RequireCapabilitiesAsync(group.Platform, announcement.IsPinned);
                if (announcement.IsPinned)
                {
                    await session.UnpinOthersAsync(announcement);
                }

                announcement.Publish(group, session.Now);
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<AlreadyExistsException>]
    [Error<DomainException>]
    [GraphQLDescription("Takes an announcement back for good, or a draft that came to nothing.")]
    public static Task<Announcement> RetractAnnouncementAsync(RetractAnnouncementInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        StepAsync(
            input, writer, ActivityKind.AnnouncementRetracted,
            (session, announcement, _) =>
            {
                announcement.Retract(session.Now);
                return Task.CompletedTask;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<AlreadyExistsException>]
    [Error<DomainException>]
    [GraphQLDescription("Has an announcement stand above the messages: at once where it is published, in the place of the one before; otherwise once it is.")]
    public static Task<Announcement> PinAnnouncementAsync(PinAnnouncementInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        StepAsync(
            input, writer, ActivityKind.AnnouncementPinned,
            async (session, announcement, group) =>
            {
                await session.RequireCapabilitiesAsync(group.Platform, isPinned: true);
                if (announcement.Status == AnnouncementStatus.Published)
                {
                    await session.UnpinOthersAsync(announcement);
                }

                announcement.Pin();
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<AlreadyExistsException>]
    [Error<DomainException>]
    [GraphQLDescription("Has an announcement not stand above the messages any more.")]
    public static Task<Announcement> UnpinAnnouncementAsync(UnpinAnnouncementInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        StepAsync(
            input, writer, ActivityKind.AnnouncementUnpinned,
            (_, announcement, _) =>
            {
                announcement.Unpin();
                return Task.CompletedTask;
            },
            cancellationToken);

    private static Task<Announcement> StepAsync<T>(
        T input, CommunityWriter writer, ActivityKind kind, Func<WriteSession, Announcement, Group, Task> step, CancellationToken ct)
        where T : IAnnouncementStepInput => writer.WriteAsync(
        input,
        async session =>
        {
            var announcement = await session.FindAsync<Announcement>(input.Id, "id", with: all => all.Include(a => a.Group));
            session.Expect(announcement, input.Version);
            await step(session, announcement, announcement.Group);
            session.RecordAnnouncement(kind, announcement);
            return announcement;
        },
        ct);
}
