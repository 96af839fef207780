using static Headless.Community.Tests.RuleAssertions;

namespace Headless.Community.Tests.ContentItems;

public sealed class ContentItemTests
{
    [Fact]
    public void An_original_takes_these_steps_and_no_other() => Steps(ContentSource.Original).ShouldBe(
    [
        .. Reviewed(),
        "Topic → Outline", "Topic → Archived",
        "Outline → KeyPoints", "Outline → Topic", "Outline → Archived",
        "KeyPoints → Draft", "KeyPoints → Outline", "KeyPoints → Archived",
        "Draft → KeyPoints",
    ], ignoreOrder: true);

    [Fact]
    public void A_repost_takes_these_steps_and_no_other() => Steps(ContentSource.Repost).ShouldBe([.. Reviewed()], ignoreOrder: true);

    [Fact]
    public void A_solicited_item_takes_these_steps_and_no_other() => Steps(ContentSource.Solicited).ShouldBe(
    [
        .. Reviewed(),
        "Brief → Invited", "Brief → Archived",
        "Invited → Received", "Invited → Brief", "Invited → Archived",
        "Received → InReview", "Received → Archived",
    ], ignoreOrder: true);

    private static IEnumerable<string> Reviewed() =>
    [
        "Draft → InReview", "Draft → Archived",
        "InReview → Draft", "InReview → Approved", "InReview → Archived",
        "Approved → Draft", "Approved → Published", "Approved → Archived",
        "Published → Archived",
    ];

    /// <summary>Where each method leads to from each state.</summary>
    private static IEnumerable<string> Steps(ContentSource source)
    {
        Action<ContentItem>[] methods =
        [
            item => item.Advance(), item => item.StepBack(), item => item.Invite(1, null, Noon.AddDays(1), Noon), item => item.Decline(),
            item => item.Receive("t", "b", null, 1, Noon), item => item.Submit(), item => item.Approve(2), item => item.Reject(2, "n"), item => item.Revise(),
            item => item.Publish(Noon), item => item.Archive(),
        ];
        return Enum.GetValues<ContentStatus>().SelectMany(from => methods.SelectMany(method =>
        {
            var item = New(from, source);
            try
            {
                method(item);
                return [$"{from} → {item.Status}"];
            }
            catch (InvalidTransitionException refusal)
            {
                item.Status.ShouldBe(from);
                refusal.Allowed.ShouldNotContain(refusal.To);
                return Array.Empty<string>();
            }
        })).Distinct();
    }

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

    private static ContentItem New(ContentStatus status, ContentSource source = ContentSource.Original) => new()
    {
        Title = "t", Body = "b", Status = status, Source = source, AuthorId = 1, Topic = "t", Outline = "o", KeyPoints = "k", Brief = "b",
        OriginUrl = "https://example.org/1", Permission = "CC BY 4.0",
    };
}
