namespace Headless.Community;

/// <summary>The steps of content, by where it comes from .</summary>
internal static class ContentWorkflow
{
    /// <summary>What all have in common: a review, publication, the archive.</summary>
    private static readonly (ContentStatus From, ContentStatus To)[] s_review =
    [
        (ContentStatus.Draft, ContentStatus.InReview),
        (ContentStatus.Draft, ContentStatus.Archived),
        (ContentStatus.InReview, ContentStatus.Approved),
        (ContentStatus.InReview, ContentStatus.Draft),
        (ContentStatus.InReview, ContentStatus.Archived),
        (ContentStatus.Approved, ContentStatus.Published),
        (ContentStatus.Approved, ContentStatus.Draft),
        (ContentStatus.Approved, ContentStatus.Archived),
        (ContentStatus.Published, ContentStatus.Archived),
    ];

    private static readonly StateMachine<ContentStatus> s_original = new(
        "content item",
        [
            (ContentStatus.Topic, ContentStatus.Outline),
            (ContentStatus.Topic, ContentStatus.Archived),
            (ContentStatus.Outline, ContentStatus.KeyPoints),
            (ContentStatus.Outline, ContentStatus.Topic),
            (ContentStatus.Outline, ContentStatus.Archived),
            (ContentStatus.KeyPoints, ContentStatus.Draft),
            (ContentStatus.KeyPoints, ContentStatus.Outline),
            (ContentStatus.KeyPoints, ContentStatus.Archived),
            (ContentStatus.Draft, ContentStatus.KeyPoints),
            .. s_review,
        ]);

    private static readonly StateMachine<ContentStatus> s_repost = new("content item", s_review);

    private static readonly StateMachine<ContentStatus> s_solicited = new(
        "content item",
        [
            (ContentStatus.Brief, ContentStatus.Invited),
            (ContentStatus.Brief, ContentStatus.Archived),
            (ContentStatus.Invited, ContentStatus.Received),
            (ContentStatus.Invited, ContentStatus.Brief),
            (ContentStatus.Invited, ContentStatus.Archived),
            (ContentStatus.Received, ContentStatus.InReview),
            (ContentStatus.Received, ContentStatus.Archived),
            .. s_review,
        ]);

    public static StateMachine<ContentStatus> Of(ContentSource source) => source switch
    {
        ContentSource.Original => s_original,
        ContentSource.Repost => s_repost,
        _ => s_solicited,
    };
}
