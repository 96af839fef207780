using System.Text.Json.Nodes;
using Headless.Server.Writing;

namespace Headless.Server.Features.Announcements;

/// <summary>Steps that several uses of announcements share.</summary>
internal static class AnnouncementWriting
{
    /// <summary>Adds what became of an announcement to the log of its group, with what a connector needs to bring it to the platform.</summary>
    public static void RecordAnnouncement(this WriteSession session, ActivityKind kind, Announcement announcement) => session.Record(
        kind,
        () => new ActivitySubject
        {
            GroupId = announcement.GroupId,
            Text = announcement.Text,
            Data = new JsonObject
            {
                ["announcementId"] = NodeIdOf(announcement),
                ["kind"] = announcement.Kind.ToString().ToUpperInvariant(),
                ["isPinned"] = announcement.IsPinned,
                ["publishAt"] = announcement.PublishAt,
                ["countsDownTo"] = announcement.CountsDownTo,
            }.ToJsonString(),
        });

    /// <summary>Refuses what the group's platform cannot do.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.CapabilityNotAvailable"/>.</exception>
    public static async Task RequireCapabilitiesAsync(this WriteSession session, Platform platform, bool isPinned)
    {
        var capabilities = await PlatformCapabilities.LoadAsync(session.Db, session.CancellationToken);
        capabilities.Require(platform, PlatformCapabilityKind.Announcement);
        if (isPinned)
        {
            capabilities.Require(platform, PlatformCapabilityKind.PinnedAnnouncement);
        }
    }

    /// <summary>Takes down what stands above the messages of a group, and saves that: the place is free for another one.</summary>
    public static async Task UnpinOthersAsync(this WriteSession session, Announcement announcement)
    {
        var pinned = await session.Db.Announcements
            .FirstOrDefaultAsync(a => a.PinnedInGroupId == announcement.GroupId && a.Id != announcement.Id, session.CancellationToken);
        if (pinned is null)
        {
            return;
        }

        pinned.Unpin();
        session.RecordAnnouncement(ActivityKind.AnnouncementUnpinned, pinned);
        await session.Db.SaveChangesAsync(session.CancellationToken);
    }

    /// <summary>The announcement's global id, as <c>node</c> takes it.</summary>
    private static string NodeIdOf(Announcement announcement) =>
        Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{nameof(Announcement)}:{announcement.Id}")));
}
