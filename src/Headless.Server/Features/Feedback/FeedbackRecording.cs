using Headless.Server.Writing;

namespace Headless.Server.Features.Feedback;

/// <summary>What changes of feedback have in common.</summary>
internal static class FeedbackRecording
{
    /// <summary>The topic goes into the log; what was said stays where it can be erased.</summary>
    public static void RecordFeedback(this WriteSession session, ActivityKind kind, Community.Feedback feedback) => session.Record(
        kind,
        () => new ActivitySubject { GroupId = feedback.GroupId, MemberId = feedback.MemberId, CampaignId = feedback.CampaignId, Text = feedback.Topic });
}
