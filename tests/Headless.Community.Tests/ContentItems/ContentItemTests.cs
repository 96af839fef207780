using static Headless.Community.Tests.RuleAssertions;

namespace Headless.Community.Tests.ContentItems;

public sealed class ContentItemTests
{
    [Fact]
    public void A_content_item_takes_these_steps_and_no_other() => AllowedSteps(new Dictionary<ContentStatus, Action<ContentStatus>>
    {
        [ContentStatus.Draft] = from => New(from).Revise(),
        [ContentStatus.InReview] = from => New(from).Submit(),
        [ContentStatus.Approved] = from => New(from).Approve(2),
        [ContentStatus.Published] = from => New(from).Publish(Noon),
        [ContentStatus.Archived] = from => New(from).Archive(),
    }).ShouldBe(
    [
        "Draft → InReview", "Draft → Archived",
        "InReview → Draft", "InReview → Approved", "InReview → Archived",
        "Approved → Draft", "Approved → Published", "Approved → Archived",
        "Published → Archived",
    ]);

    [Fact]
    public void Authors_do_not_review_their_own_content()
    {
        var item = New(ContentStatus.InReview);
        ShouldBeRefused(() => item.Approve(1), "REVIEWER_IS_AUTHOR");
        ShouldBeRefused(() => item.Reject(1, "hm"), "REVIEWER_IS_AUTHOR");
        item.Status.ShouldBe(ContentStatus.InReview);
    }

    [Fact]
    public void A_review_that_sends_back_leaves_a_note_until_the_item_is_approved()
    {
        var item = New(ContentStatus.InReview);
        item.Reject(2, "too long");
        (item.Status, item.ReviewerId, item.ReviewNote).ShouldBe((ContentStatus.Draft, 2, "too long"));
        item.Submit();
        item.Approve(3);
        (item.Status, item.ReviewerId, item.ReviewNote).ShouldBe((ContentStatus.Approved, 3, null));
        item.Publish(Noon);
        item.PublishedAt.ShouldBe(Noon);
    }

    [Fact]
    public void A_repost_says_where_it_comes_from_and_who_allowed_it()
    {
        var item = new ContentItem { Title = "t", Body = "b", Source = ContentSource.Repost, OriginUrl = "https://example.org/1" };
        ShouldBeRefused(item.Submit, "REPOST_NEEDS_ORIGIN_AND_PERMISSION");
        item.Permission = "CC BY 4.0";
        item.Submit();
        item.Status.ShouldBe(ContentStatus.InReview);
    }

    private static ContentItem New(ContentStatus status) => new() { Title = "t", Body = "b", Status = status, AuthorId = 1 };
}
