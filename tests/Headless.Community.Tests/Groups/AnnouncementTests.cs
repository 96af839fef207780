using static Headless.Community.Tests.RuleAssertions;

namespace Headless.Community.Tests.Groups;

public sealed class AnnouncementTests
{
    [Fact]
    public void An_announcement_takes_these_steps_and_no_other() => AllowedSteps(new Dictionary<AnnouncementStatus, Action<AnnouncementStatus>>
    {
        [AnnouncementStatus.Draft] = from => New(from).Unschedule(),
        [AnnouncementStatus.Scheduled] = from => New(from).Schedule(Noon.AddHours(1), Noon),
        [AnnouncementStatus.Published] = from => New(from).Publish(Running, Noon),
        [AnnouncementStatus.Retracted] = from => New(from).Retract(Noon),
    }).ShouldBe(
        ["Draft → Scheduled", "Draft → Published", "Draft → Retracted", "Scheduled → Draft", "Scheduled → Published", "Published → Retracted"]);

    [Fact]
    public void It_is_scheduled_for_the_future_and_published_where_the_group_runs()
    {
        ShouldBeRefused(() => New().Schedule(Noon, Noon), "ANNOUNCEMENT_IN_PAST");
        ShouldBeRefused(() => New().Publish(new Group { ExternalId = "g", Name = "g" }, Noon), "GROUP_NOT_ACTIVE");
        ShouldBeRefused(() => Announcement.Write(1, AnnouncementKind.Countdown, "soon", null, false, null, Noon), "COUNTDOWN_NEEDS_TARGET");
    }

    [Fact]
    public void Every_text_is_kept_until_it_is_taken_back()
    {
        var announcement = Announcement.Write(1, AnnouncementKind.Rules, "be kind", null, true, 7, Noon);
        announcement.Rewrite("be kind", 2, 7, Noon);
        announcement.Rewrite("be kinder", 2, 8, Noon.AddHours(1));
        announcement.Versions.Select(v => (v.Number, v.Text, v.WrittenById)).ShouldBe([(1, "be kind", 7L), (2, "be kinder", 8L)]);
        announcement.Publish(Running, Noon);
        (announcement.PinnedInGroupId, announcement.PublishedAt).ShouldBe((1L, Noon));
        announcement.Retract(Noon.AddHours(2));
        announcement.PinnedInGroupId.ShouldBeNull();
        ShouldBeRefused(() => announcement.Rewrite("again", 3, 7, Noon), "ANNOUNCEMENT_RETRACTED");
        ShouldBeRefused(announcement.Pin, "ANNOUNCEMENT_RETRACTED");
        ShouldBeRefused(() => announcement.CountDownTo(Noon), "ANNOUNCEMENT_RETRACTED");
    }

    private static Group Running => new() { ExternalId = "g", Name = "g", Status = GroupStatus.Active };

    private static Announcement New(AnnouncementStatus status = AnnouncementStatus.Draft) => new() { GroupId = 1, Text = "text", Status = status };
}
