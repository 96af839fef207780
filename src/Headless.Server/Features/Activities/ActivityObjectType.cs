using Headless.Server.Access;

namespace Headless.Server.Features.Activities;

/// <summary><c>type Activity</c>.</summary>
public sealed class ActivityObjectType : ObjectType<Activity>
{
    protected override void Configure(IObjectTypeDescriptor<Activity> descriptor)
    {
        descriptor.Description("One thing that happened: a row of the log that metrics read and subscriptions deliver. It never changes.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(a => a.Id).ResolveNodeWith<ActivityNode>(n => ActivityNode.GetActivityAsync(default, default!, default!, default));
        descriptor.Field(a => a.Id).Description("The global id, stable for ever.");
        descriptor.Field(a => a.Kind).Description("What happened.");
        descriptor.Field(a => a.Source).Description("The system that reported it; null for what was caused here.");
        descriptor.Field(a => a.ExternalId).Description("Its id in that system. Reporting the same source and id again changes nothing.");
        descriptor.Field(a => a.OccurredAt).Description("When it happened.");
        descriptor.Field(a => a.RecordedAt).Description("When it entered the log.");
        descriptor.Field(a => a.Text).Authorize(Policies.ReadPersonalData)
            .Description("The text of a message, the new name of a rename, the reason of a change.");
        descriptor.Field(a => a.IsEffective)
            .Description("For a message, whether it is effective: not a command, not only emoji or punctuation, not a repeat, and not from an account of staff.");
        descriptor.Field(a => a.EffectiveRuleVersion).Description("The version of the rule that decided isEffective; 0 for what is not a message.");
        descriptor.Field(a => a.IsExcluded)
            .Description("Whether the account was one of staff or a machine at that time, which counts in no member metric.");
    }
}

/// <summary><c>enum ActivityKind</c>.</summary>
public sealed class ActivityKindEnumType : EnumType<ActivityKind>
{
    protected override void Configure(IEnumTypeDescriptor<ActivityKind> descriptor)
    {
        descriptor.Description("What happened. The first five are reported from outside; the others are caused here.");
        descriptor.Value(ActivityKind.MemberJoined).Description("A member came into a group.");
        descriptor.Value(ActivityKind.MemberLeft).Description("A member left a group or was removed.");
        descriptor.Value(ActivityKind.MessageSent).Description("A member sent a message.");
        descriptor.Value(ActivityKind.MemberRenamed).Description("A member took another name.");
        descriptor.Value(ActivityKind.OrderRecorded).Description("An order was reported.");
        descriptor.Value(ActivityKind.MemberCreated).Description("A member was entered.");
        descriptor.Value(ActivityKind.MemberUpdated).Description("What is known of a member was changed.");
        descriptor.Value(ActivityKind.MemberBlacklisted).Description("A member, or an account, is kept out from now on.");
        descriptor.Value(ActivityKind.MemberUnblacklisted).Description("A ban was lifted.");
        descriptor.Value(ActivityKind.MembershipUpdated).Description("A membership was changed: role, nickname, kind of account.");
        descriptor.Value(ActivityKind.TagAdded).Description("A member was given a tag.");
        descriptor.Value(ActivityKind.TagRemoved).Description("A tag was taken from a member.");
        descriptor.Value(ActivityKind.GroupCreated).Description("A group was entered.");
        descriptor.Value(ActivityKind.GroupUpdated).Description("What is said of a group was changed.");
        descriptor.Value(ActivityKind.GroupOpened).Description("A group was opened.");
        descriptor.Value(ActivityKind.GroupClosed).Description("A group was closed.");
        descriptor.Value(ActivityKind.GroupArchived).Description("A group was put away.");
        descriptor.Value(ActivityKind.GroupPhaseChanged).Description("A group entered another phase.");
        descriptor.Value(ActivityKind.GroupStaffChanged).Description("An operator was assigned to a group, or an assignment ended.");
        descriptor.Value(ActivityKind.CampaignCreated).Description("A campaign was entered.");
        descriptor.Value(ActivityKind.CampaignUpdated).Description("What is said of a campaign was changed.");
        descriptor.Value(ActivityKind.CampaignScheduled).Description("A campaign was scheduled.");
        descriptor.Value(ActivityKind.CampaignUnscheduled).Description("A campaign went back to draft.");
        descriptor.Value(ActivityKind.CampaignPreheating).Description("A campaign began to preheat.");
        descriptor.Value(ActivityKind.CampaignStarted).Description("A campaign started.");
        descriptor.Value(ActivityKind.CampaignEnded).Description("A campaign ended.");
        descriptor.Value(ActivityKind.CampaignReviewed).Description("A campaign was reviewed.");
        descriptor.Value(ActivityKind.CampaignCancelled).Description("A campaign was cancelled.");
        descriptor.Value(ActivityKind.ContentCreated).Description("A content item was entered.");
        descriptor.Value(ActivityKind.ContentUpdated).Description("A content item was changed.");
        descriptor.Value(ActivityKind.ContentSubmitted).Description("A content item was submitted for review.");
        descriptor.Value(ActivityKind.ContentApproved).Description("A content item was approved.");
        descriptor.Value(ActivityKind.ContentRejected).Description("A content item was sent back.");
        descriptor.Value(ActivityKind.ContentPublished).Description("A content item was published.");
        descriptor.Value(ActivityKind.ContentArchived).Description("A content item was put away.");
        descriptor.Value(ActivityKind.OrderUpdated).Description("An order was changed.");
        descriptor.Value(ActivityKind.OrderRefunded).Description("An order was refunded.");
        descriptor.Value(ActivityKind.OrderCancelled).Description("An order was cancelled.");

        // Call lists, wishes, feedback, surveys, points.
        descriptor.Value(ActivityKind.CallListCreated).Description("A call list was made.");
        descriptor.Value(ActivityKind.CallListUpdated).Description("What is said of a call list was changed.");
        descriptor.Value(ActivityKind.CallListClosed).Description("A call list was closed.");
        descriptor.Value(ActivityKind.CallRoundOpened).Description("Another round of a call list began.");
        descriptor.Value(ActivityKind.CallEntriesAdded).Description("Members were put on a call list.");
        descriptor.Value(ActivityKind.CallEntriesReassigned).Description("Calls of a list were given to another caller.");
        descriptor.Value(ActivityKind.CallRecorded).Description("A member was called.");
        descriptor.Value(ActivityKind.WishCreated).Description("A wish was written down.");
        descriptor.Value(ActivityKind.WishUpdated).Description("What is said of a wish was changed.");
        descriptor.Value(ActivityKind.WishVoted).Description("A member voted for a wish.");
        descriptor.Value(ActivityKind.WishVoteWithdrawn).Description("A member took a vote for a wish back.");
        descriptor.Value(ActivityKind.WishPlanned).Description("A wish is going to be fulfilled.");
        descriptor.Value(ActivityKind.WishFulfilled).Description("A wish was fulfilled.");
        descriptor.Value(ActivityKind.WishDeclined).Description("A wish was declined.");
        descriptor.Value(ActivityKind.WishReopened).Description("A wish was opened again.");
        descriptor.Value(ActivityKind.FeedbackRecorded).Description("Feedback was written down.");
        descriptor.Value(ActivityKind.FeedbackUpdated).Description("What is said of feedback was changed.");
        descriptor.Value(ActivityKind.FeedbackTriaged).Description("Feedback was given to an operator.");
        descriptor.Value(ActivityKind.FeedbackResolved).Description("Something was done about feedback.");
        descriptor.Value(ActivityKind.FeedbackDeclined).Description("Feedback was declined.");
        descriptor.Value(ActivityKind.FeedbackReopened).Description("Feedback was opened again.");
        descriptor.Value(ActivityKind.SurveyCreated).Description("A survey was made.");
        descriptor.Value(ActivityKind.SurveyUpdated).Description("A survey was changed.");
        descriptor.Value(ActivityKind.SurveyOpened).Description("A survey was opened for answers.");
        descriptor.Value(ActivityKind.SurveyClosed).Description("A survey was closed, by hand or at its time.");
        descriptor.Value(ActivityKind.SurveyAnswered).Description("A member answered a survey.");
        descriptor.Value(ActivityKind.SurveyAnswersReplaced).Description("A member answered a survey again.");
        // Tags and segments
        descriptor.Value(ActivityKind.SegmentCreated).Description("A segment was made.");
        descriptor.Value(ActivityKind.SegmentUpdated).Description("A segment was changed.");
        descriptor.Value(ActivityKind.SegmentDeleted).Description("A segment was deleted.");
        // Groups and platforms
        descriptor.Value(ActivityKind.PlatformPolicySet).Description("The organisation said what a platform's limit is; data has it.");
        descriptor.Value(ActivityKind.PlatformPolicyRemoved).Description("The organisation took its word on a platform's limit back.");
        descriptor.Value(ActivityKind.PlatformCapabilitySet).Description("The organisation said whether a platform's groups can do something; data has it.");
        descriptor.Value(ActivityKind.PlatformCapabilityRemoved).Description("The organisation took its word on a platform's capability back.");

        // Alerts
        descriptor.Value(ActivityKind.AlertRaised).Description("An alert was opened; data has its kind, severity and evidence.");
        descriptor.Value(ActivityKind.AlertUpdated).Description("An alert became more or less severe; data has its kind, severity and evidence.");
        descriptor.Value(ActivityKind.AlertAcknowledged).Description("Somebody took an alert on.");
        descriptor.Value(ActivityKind.AlertResolved).Description("The condition of an alert ended.");

        // Members
        descriptor.Value(ActivityKind.MemberAttributesChanged).Description("Attributes of a member were set or cleared; data has their keys, never their values.");
        descriptor.Value(ActivityKind.AttributeDefinitionCreated).Description("An attribute was defined; data has its key.");
        descriptor.Value(ActivityKind.AttributeDefinitionUpdated).Description("The definition of an attribute was changed; data has its key.");

        descriptor.Value(ActivityKind.BanExpired).Description("The time of a ban is over.");
        descriptor.Value(ActivityKind.BanEvaded).Description("Somebody came into a group that a ban keeps them out of.");
    }
}
