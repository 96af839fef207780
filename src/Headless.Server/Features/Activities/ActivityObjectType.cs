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
        descriptor.Field(a => a.ContentType).Description("What a message is made of; null for what is not a message, and where nobody said.");
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
        descriptor.Value(ActivityKind.CampaignPlanned).Description("It was planned when a campaign takes place again and again.");
        descriptor.Value(ActivityKind.CampaignOccurrenceMoved).Description("An occurrence of a campaign was moved.");
        descriptor.Value(ActivityKind.CampaignOccurrenceCancelled).Description("An occurrence of a campaign was cancelled.");
        descriptor.Value(ActivityKind.CampaignOccurrenceStarted).Description("An occurrence of a campaign began.");
        descriptor.Value(ActivityKind.CampaignOccurrenceEnded).Description("An occurrence of a campaign ended.");
        descriptor.Value(ActivityKind.CampaignTaskDue).Description("Staff have to do something before a campaign now.");
        descriptor.Value(ActivityKind.CampaignTaskDone).Description("What was planned before a campaign was said or done.");
        descriptor.Value(ActivityKind.LaunchChecksAdded).Description("The checklist of a campaign was begun or added to.");
        descriptor.Value(ActivityKind.LaunchCheckAnswered).Description("A question of a campaign's checklist was answered.");
        descriptor.Value(ActivityKind.OfferCreated).Description("An offer was entered.");
        descriptor.Value(ActivityKind.OfferUpdated).Description("What is said of an offer was changed.");
        descriptor.Value(ActivityKind.OfferItemAdded).Description("A product was added to an offer.");
        descriptor.Value(ActivityKind.OfferItemUpdated).Description("The prices or expectations of an item were changed.");
        descriptor.Value(ActivityKind.StockReserved).Description("Units of an item are held for somebody.");
        descriptor.Value(ActivityKind.StockSold).Description("Units of an item were sold.");
        descriptor.Value(ActivityKind.StockReleased).Description("Units of an item were given back.");
        descriptor.Value(ActivityKind.StockExpired).Description("Units of an item were held too long and are in stock again.");
        descriptor.Value(ActivityKind.StockAdded).Description("Units of an item came into the stock.");
        descriptor.Value(ActivityKind.StockLow).Description("Few units of an item are left: the merchant has to replenish.");
        descriptor.Value(ActivityKind.ReferralProgramCreated).Description("A referral programme was made.");
        descriptor.Value(ActivityKind.ReferralProgramUpdated).Description("A referral programme was changed.");
        descriptor.Value(ActivityKind.ReferralProgramActivated).Description("Friends count for a referral programme from now on.");
        descriptor.Value(ActivityKind.ReferralProgramPaused).Description("A referral programme takes nobody for now.");
        descriptor.Value(ActivityKind.ReferralProgramClosed).Description("A referral programme is over.");
        descriptor.Value(ActivityKind.InvitationCreated).Description("A member got a link and code to invite friends with.");
        descriptor.Value(ActivityKind.InvitationRevoked).Description("A member's link and code were taken back.");
        descriptor.Value(ActivityKind.ReferralAccepted).Description("Somebody brought a member's code along.");
        descriptor.Value(ActivityKind.ReferralJoined).Description("Somebody whom a member brought is in the group.");
        descriptor.Value(ActivityKind.ReferralHeld).Description("Somebody has to look at whom a member brought.");
        descriptor.Value(ActivityKind.ReferralReleased).Description("Somebody has looked, and nothing speaks against it.");
        descriptor.Value(ActivityKind.ReferralQualified).Description("Somebody whom a member brought counts.");
        descriptor.Value(ActivityKind.ReferralRejected).Description("Somebody whom a member brought does not count.");
        descriptor.Value(ActivityKind.ReferralTierReached).Description("A member has brought enough friends for something: it can be claimed.");
        descriptor.Value(ActivityKind.ReferralRewarded).Description("A member got what they had reached by bringing friends.");
        descriptor.Value(ActivityKind.ReferralPrompted).Description("A member was asked to invite friends.");
        descriptor.Value(ActivityKind.ReferralOptedOut).Description("A member does not want to be asked to invite friends.");
        descriptor.Value(ActivityKind.CampaignAudienceSet).Description("Somebody said for whom a campaign is, or when it preheats.");
        descriptor.Value(ActivityKind.CampaignVariantsSet).Description("Somebody said what is tried in a campaign.");
        descriptor.Value(ActivityKind.VariantAssigned).Description("A member got a variant of a campaign.");
        descriptor.Value(ActivityKind.CampaignReviewActionDone).Description("What a review of a campaign asked for was done.");
        descriptor.Value(ActivityKind.ReferralOptedIn).Description("A member may be asked to invite friends again.");
        descriptor.Value(ActivityKind.ContentCreated).Description("A content item was entered.");
        descriptor.Value(ActivityKind.ContentUpdated).Description("A content item was changed.");
        descriptor.Value(ActivityKind.ContentSubmitted).Description("A content item was submitted for review.");
        descriptor.Value(ActivityKind.ContentApproved).Description("A content item was approved.");
        descriptor.Value(ActivityKind.ContentRejected).Description("A content item was sent back.");
        descriptor.Value(ActivityKind.ContentPublished).Description("A content item was published.");
        descriptor.Value(ActivityKind.ContentArchived).Description("A content item was put away.");
        descriptor.Value(ActivityKind.ContentAdvanced).Description("A content item went on to the next stage of writing.");
        descriptor.Value(ActivityKind.ContentSteppedBack).Description("A content item went back to the stage of writing before.");
        descriptor.Value(ActivityKind.ContentInvited).Description("Somebody was asked for a solicited content item.");
        descriptor.Value(ActivityKind.ContentInvitationDeclined).Description("Whoever was asked for a solicited content item does not deliver.");
        descriptor.Value(ActivityKind.ContentReceived).Description("A solicited content item came.");
        descriptor.Value(ActivityKind.ContentRestored).Description("An earlier text of a content item was taken again.");
        descriptor.Value(ActivityKind.ContentUsed).Description("A content item was used in a group.");
        descriptor.Value(ActivityKind.TitleCreated).Description("A title was entered in the title library.");
        descriptor.Value(ActivityKind.TitleUpdated).Description("A title of the library was changed.");
        descriptor.Value(ActivityKind.TitleDeleted).Description("A title was deleted from the library.");
        descriptor.Value(ActivityKind.CadenceChanged).Description("What a category's cadence means, in uses for each week, was set.");
        descriptor.Value(ActivityKind.AssetAnnounced).Description("The upload of a large file was announced.");
        descriptor.Value(ActivityKind.AssetUploaded).Description("A file was uploaded.");
        descriptor.Value(ActivityKind.AssetUploadExpired).Description("A file that was announced was not uploaded in time.");
        descriptor.Value(ActivityKind.AssetUpdated).Description("What is said of an asset was changed.");
        descriptor.Value(ActivityKind.AssetRemoved).Description("An asset was removed.");
        descriptor.Value(ActivityKind.ContentAssetsChanged).Description("A content item was given other pictures and files.");
        descriptor.Value(ActivityKind.PlaybookChanged).Description("A playbook was made, changed, activated or archived.");
        descriptor.Value(ActivityKind.PlaybookApplied).Description("A playbook was applied: its steps have dates now.");
        descriptor.Value(ActivityKind.PlaybookRunCompleted).Description("Nothing is left to do of a playbook that was applied.");
        descriptor.Value(ActivityKind.PlaybookRunStopped).Description("A playbook that was applied ended early.");
        descriptor.Value(ActivityKind.PlaybookRunMoved).Description("What is planned by a playbook moved with its campaign.");
        descriptor.Value(ActivityKind.PlaybookTaskDue).Description("A step of a playbook is to be done now.");
        descriptor.Value(ActivityKind.PlaybookTaskOverdue).Description("A step of a playbook should have been done by now.");
        descriptor.Value(ActivityKind.PlaybookTaskDone).Description("A step of a playbook was done.");
        descriptor.Value(ActivityKind.MailingRequested).Description("Something is to be sent to members or groups.");
        descriptor.Value(ActivityKind.MailingCancelled).Description("What was to be sent was called off.");
        descriptor.Value(ActivityKind.DeliveriesClaimed).Description("A connector took deliveries to send them.");
        descriptor.Value(ActivityKind.DeliverySent).Description("A connector sent something to a member or into a group.");
        descriptor.Value(ActivityKind.DeliveryFailed).Description("Something could not be sent, although it was tried.");
        descriptor.Value(ActivityKind.DeliveryUnreachable).Description("A delivery that was on its way turned out to be impossible: they refused it since, or the connector found out.");
        descriptor.Value(ActivityKind.DeliveryExpired).Description("Nobody sent a delivery in time.");
        descriptor.Value(ActivityKind.OrderUpdated).Description("An order was changed.");
        descriptor.Value(ActivityKind.OrderRefunded).Description("An order was refunded.");
        descriptor.Value(ActivityKind.OrderCancelled).Description("An order was cancelled.");

        // Staff, coming in and leaving.
        descriptor.Value(ActivityKind.GroupHandedOver).Description("An operator's work in a group passed to another one.");
        descriptor.Value(ActivityKind.EntryExposed).Description("A channel or a live code was shown; reported from outside.");
        descriptor.Value(ActivityKind.EntryScanned).Description("A live code was scanned; reported from outside.");
        descriptor.Value(ActivityKind.EntryFriended).Description("Somebody made friends with an account of staff on the way into a group; reported from outside.");
        descriptor.Value(ActivityKind.EntryInvited).Description("An account of staff invited somebody into a group; reported from outside.");
        descriptor.Value(ActivityKind.EntryPointChanged).Description("An entry point was made or changed.");
        descriptor.Value(ActivityKind.EntryPointMoved).Description("An entry point leads elsewhere than when somebody last came.");
        descriptor.Value(ActivityKind.JoinPolicyBroken).Description("Somebody came into a group although its join policy did not let them.");
        descriptor.Value(ActivityKind.MemberWelcomed).Description("A welcome was sent to a newcomer.");
        descriptor.Value(ActivityKind.NicknameReminded).Description("A member was reminded of the group's nickname rule.");
        descriptor.Value(ActivityKind.LeaveExplained).Description("Somebody said why a member had left.");
        descriptor.Value(ActivityKind.JoinRequested).Description("Somebody asked to come into a group.");
        descriptor.Value(ActivityKind.JoinRequestApproved).Description("A request to come into a group was approved.");
        descriptor.Value(ActivityKind.JoinRequestRejected).Description("A request to come into a group was rejected.");
        descriptor.Value(ActivityKind.JoinRequestExpired).Description("A request to come into a group expired without a decision.");
        descriptor.Value(ActivityKind.JoinRequestWithdrawn).Description("Somebody took back their request to come into a group.");
        descriptor.Value(ActivityKind.JoinTermsChanged).Description("What a group asks of whoever wants to come in was changed.");
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
        descriptor.Value(ActivityKind.PointProgramCreated).Description("A programme of points was made.");
        descriptor.Value(ActivityKind.PointProgramUpdated).Description("A programme of points was changed.");
        descriptor.Value(ActivityKind.EarningRuleCreated).Description("A rule was made by which points are earned.");
        descriptor.Value(ActivityKind.EarningRuleUpdated).Description("A rule by which points are earned was changed.");
        descriptor.Value(ActivityKind.PointsEarned).Description("A member earned points by a rule.");
        descriptor.Value(ActivityKind.PointsGranted).Description("A member was given points.");
        descriptor.Value(ActivityKind.PointsRedeemed).Description("A member redeemed points.");
        descriptor.Value(ActivityKind.PointsReversed).Description("An entry of a member's points was taken back.");
        descriptor.Value(ActivityKind.PointsExpired).Description("Points of a member were not redeemed in time.");
        descriptor.Value(ActivityKind.PointBalancesRebuilt).Description("The balances of a programme of points were computed again from the ledgers.");
        descriptor.Value(ActivityKind.CheckInProgramCreated).Description("A check-in programme was made.");
        descriptor.Value(ActivityKind.CheckInProgramUpdated).Description("A check-in programme was changed.");
        descriptor.Value(ActivityKind.CheckedIn).Description("A member checked in.");
        descriptor.Value(ActivityKind.CheckInMadeUp).Description("A day was added to a member's check-ins afterwards.");
        descriptor.Value(ActivityKind.CheckInMilestoneReached).Description("A member reached a milestone of a check-in programme.");
        descriptor.Value(ActivityKind.CouponTemplateCreated).Description("A kind of coupons was made.");
        descriptor.Value(ActivityKind.CouponTemplateUpdated).Description("A kind of coupons was changed.");
        descriptor.Value(ActivityKind.CouponIssued).Description("A member was given a coupon.");
        descriptor.Value(ActivityKind.CouponRedeemed).Description("A member used a coupon.");
        descriptor.Value(ActivityKind.CouponVoided).Description("A coupon of a member was taken back.");
        descriptor.Value(ActivityKind.CouponExpired).Description("A coupon of a member was not used in time.");
        descriptor.Value(ActivityKind.IncentiveBudgetCreated).Description("A budget for incentives was made.");
        descriptor.Value(ActivityKind.IncentiveBudgetUpdated).Description("A budget for incentives was changed.");
        descriptor.Value(ActivityKind.RedPacketDropped).Description("A red packet was dropped in a group.");
        descriptor.Value(ActivityKind.RedPacketClaimed).Description("A member claimed a part of a red packet.");
        descriptor.Value(ActivityKind.RedPacketFinished).Description("Every part of a red packet was claimed.");
        descriptor.Value(ActivityKind.RedPacketExpired).Description("The time of a red packet was over; what was not claimed went back to the budget.");
        descriptor.Value(ActivityKind.GiftSent).Description("A member was sent a gift.");
        descriptor.Value(ActivityKind.GiftReceived).Description("A member has a gift that was sent.");
        descriptor.Value(ActivityKind.GiftReturned).Description("A gift came back.");
        descriptor.Value(ActivityKind.ProductCreated).Description("A product was entered.");
        descriptor.Value(ActivityKind.ProductUpdated).Description("A product was changed.");
        descriptor.Value(ActivityKind.OrderPartlyRefunded).Description("A part of what was paid for an order went back.");
        descriptor.Value(ActivityKind.ConsultationRecorded).Description("A member asked before buying.");
        descriptor.Value(ActivityKind.ConsultationClosed).Description("It is known what came of a consultation.");
        descriptor.Value(ActivityKind.SalesTargetSet).Description("A sales target was set.");
        descriptor.Value(ActivityKind.SalesTargetUpdated).Description("A sales target was changed.");
        descriptor.Value(ActivityKind.CostRecorded).Description("A cost was entered.");
        descriptor.Value(ActivityKind.CostRemoved).Description("A cost that was entered by mistake was taken back.");
        descriptor.Value(ActivityKind.ImportRequested).Description("A file of rows was given in, to be entered or tried; text has its name, data the job.");
        descriptor.Value(ActivityKind.ImportCompleted).Description("A file of rows was entered or tried to its end; data says how many rows became what.");
        descriptor.Value(ActivityKind.ImportFailed).Description("A file of rows could not be entered to its end; data has the reason.");
        descriptor.Value(ActivityKind.ImportCancelled).Description("An import was called off; what it had entered stands.");
        descriptor.Value(ActivityKind.ExportRequested).Description("A list is to be written to a file; data has the job, its columns and the filter.");
        descriptor.Value(ActivityKind.ExportCompleted).Description("A list was written to a file; data says how many rows.");
        descriptor.Value(ActivityKind.ExportFailed).Description("A list could not be written to a file; data has the reason.");
        descriptor.Value(ActivityKind.ExportCancelled).Description("An export was called off.");
        descriptor.Value(ActivityKind.AttributionRuleCreated).Description("A version of the rule was made by which orders are put down.");
        descriptor.Value(ActivityKind.AttributionRun).Description("Orders were put down by a version of the rule.");
        // Tags and segments
        descriptor.Value(ActivityKind.TagCreated).Description("A tag was entered.");
        descriptor.Value(ActivityKind.TagUpdated).Description("A tag was changed.");
        descriptor.Value(ActivityKind.TagGroupCreated).Description("A tag group was entered.");
        descriptor.Value(ActivityKind.TagGroupUpdated).Description("A tag group was changed.");
        descriptor.Value(ActivityKind.TagRuleCreated).Description("A tag got a rule: members are given it by themselves.");
        descriptor.Value(ActivityKind.TagRuleUpdated).Description("The rule of a tag was changed.");
        descriptor.Value(ActivityKind.TagRuleDeleted).Description("A tag lost its rule.");
        descriptor.Value(ActivityKind.SegmentCreated).Description("A segment was made.");
        descriptor.Value(ActivityKind.SegmentUpdated).Description("A segment was changed.");
        descriptor.Value(ActivityKind.SegmentDeleted).Description("A segment was deleted.");
        descriptor.Value(ActivityKind.SegmentEntered).Description("A member entered a segment; text has its name, data the cause.");
        descriptor.Value(ActivityKind.SegmentLeft).Description("A member left a segment; text has its name, data the cause.");
        descriptor.Value(ActivityKind.SegmentFrozen).Description("A frozen copy of a segment was made.");
        descriptor.Value(ActivityKind.SegmentOverridden).Description("A member was put into a segment or kept out of it by hand, or that was taken back; text has the reason.");
        // Groups and platforms
        descriptor.Value(ActivityKind.PlatformPolicySet).Description("The organisation said what a platform's limit is; data has it.");
        descriptor.Value(ActivityKind.PlatformPolicyRemoved).Description("The organisation took its word on a platform's limit back.");
        descriptor.Value(ActivityKind.PlatformCapabilitySet).Description("The organisation said whether a platform's groups can do something; data has it.");
        descriptor.Value(ActivityKind.PlatformCapabilityRemoved).Description("The organisation took its word on a platform's capability back.");

        descriptor.Value(ActivityKind.GroupReplicated).Description("A group was entered after another one, whose name is the text.");
        descriptor.Value(ActivityKind.GroupSeriesCreated).Description("A series of groups was entered.");
        descriptor.Value(ActivityKind.GroupSeriesUpdated).Description("A series of groups was changed.");
        descriptor.Value(ActivityKind.GroupTypeTemplateUpdated).Description("What new groups of a type begin with was changed.");
        descriptor.Value(ActivityKind.AnnouncementCreated).Description("An announcement was written; the text is its text, data has its id, kind and times.");
        descriptor.Value(ActivityKind.AnnouncementUpdated).Description("An announcement was changed.");
        descriptor.Value(ActivityKind.AnnouncementScheduled).Description("An announcement will be published by itself.");
        descriptor.Value(ActivityKind.AnnouncementUnscheduled).Description("A scheduled announcement is a draft again: by somebody, or because its group did not run at its time.");
        descriptor.Value(ActivityKind.AnnouncementPublished).Description("An announcement was published: bring it to the platform.");
        descriptor.Value(ActivityKind.AnnouncementRetracted).Description("An announcement was taken back: take it down.");
        descriptor.Value(ActivityKind.AnnouncementPinned).Description("An announcement stands above the messages, or will once it is published.");
        descriptor.Value(ActivityKind.AnnouncementUnpinned).Description("An announcement does not stand above the messages any more.");
        descriptor.Value(ActivityKind.WelcomeMessagesChanged).Description("What newcomers of a group are told was changed.");

        // Alerts
        descriptor.Value(ActivityKind.AlertRaised).Description("An alert was opened; data has its kind, severity and evidence.");
        descriptor.Value(ActivityKind.AlertUpdated).Description("An alert became more or less severe; data has its kind, severity and evidence.");
        descriptor.Value(ActivityKind.AlertAcknowledged).Description("Somebody took an alert on.");
        descriptor.Value(ActivityKind.AlertResolved).Description("The condition of an alert ended.");

        descriptor.Value(ActivityKind.AlertRuleCreated).Description("A rule about a metric was made; text is its name, data has what it asks.");
        descriptor.Value(ActivityKind.AlertRuleUpdated).Description("A rule about a metric was changed; text is its name, data has what it asks.");

        // Classes
        descriptor.Value(ActivityKind.MemberClassChanged).Description("A member came into another class; data has from and to.");
        descriptor.Value(ActivityKind.MemberClassRulesSet).Description("The thresholds of the classes were set.");
        descriptor.Value(ActivityKind.MemberEngagementChanged).Description("A member takes part more, or less, than before; data has from and to.");
        descriptor.Value(ActivityKind.ClassStrategySet).Description("The organisation said what to do for a class; text has it.");

        // Members
        descriptor.Value(ActivityKind.MemberAttributesChanged).Description("Attributes of a member were set or cleared; data has their keys, never their values.");
        descriptor.Value(ActivityKind.AttributeDefinitionCreated).Description("An attribute was defined; data has its key.");
        descriptor.Value(ActivityKind.AttributeDefinitionUpdated).Description("The definition of an attribute was changed; data has its key.");
        descriptor.Value(ActivityKind.MemberTierChanged).Description("A member was given another tier, or lost theirs; text has the reason.");
        descriptor.Value(ActivityKind.ContactPreferencesChanged).Description("A member agreed to be contacted, or refused; data says on which channels and for what.");
        descriptor.Value(ActivityKind.MemberTouched).Description("Staff or a connector turned to a member; data says on which channel and for what.");
        descriptor.Value(ActivityKind.IdentityAdded).Description("A member was given an account; data has it.");
        descriptor.Value(ActivityKind.IdentityRemoved).Description("An account was taken from a member; data has it.");
        descriptor.Value(ActivityKind.IdentityVerified).Description("Somebody checked whose an account is, or took that back; data has it.");
        descriptor.Value(ActivityKind.PrimaryIdentityChanged).Description("A member is reached by another of their accounts; data has it.");
        descriptor.Value(ActivityKind.AttentionChanged).Description("A member muted a group, or reads it again; data has the state.");
        descriptor.Value(ActivityKind.MembersMerged).Description("Two records of one person became one; the activity is the winner's.");
        descriptor.Value(ActivityKind.MembersUnmerged).Description("A merge was undone; each of the two members has one.");
        descriptor.Value(ActivityKind.MemberErased).Description("A person was removed from a member's record; counts and metrics stay.");

        descriptor.Value(ActivityKind.BanExpired).Description("The time of a ban is over.");
        descriptor.Value(ActivityKind.ViolationDetected).Description("A rule found a violation.");
        descriptor.Value(ActivityKind.ViolationReported).Description("A violation was reported by hand.");
        descriptor.Value(ActivityKind.ViolationConfirmed).Description("A violation was confirmed, by somebody or by the rule itself.");
        descriptor.Value(ActivityKind.ViolationDismissed).Description("A violation was found to be none.");
        descriptor.Value(ActivityKind.ViolationAppealed).Description("A member appealed against a violation.");
        descriptor.Value(ActivityKind.AppealUpheld).Description("An appeal was decided: the violation stays one.");
        descriptor.Value(ActivityKind.AppealOverturned).Description("An appeal was decided: it was none.");
        descriptor.Value(ActivityKind.PenaltyDue).Description("A penalty fell due: a connector or a person carries it out.");
        descriptor.Value(ActivityKind.PenaltyApplied).Description("A penalty was carried out.");
        descriptor.Value(ActivityKind.PenaltyFailed).Description("A penalty could not be carried out.");
        descriptor.Value(ActivityKind.PenaltyTakenBack).Description("A penalty was taken back after an appeal.");
        descriptor.Value(ActivityKind.PenaltyReversed).Description("What a penalty had done was undone.");
        descriptor.Value(ActivityKind.RuleSetPublished).Description("A version of a rule set was published.");
        descriptor.Value(ActivityKind.RuleSetAttached).Description("The rules of a set hold in a group from now on.");
        descriptor.Value(ActivityKind.RuleSetDetached).Description("The rules of a set hold in a group no longer.");
        descriptor.Value(ActivityKind.MessageTextsEmptied).Description("The texts of messages that are not kept any longer were emptied.");
        descriptor.Value(ActivityKind.RuleSetDrafted).Description("A draft of a rule set was written.");
        descriptor.Value(ActivityKind.SensitiveWordsChanged).Description("A list of sensitive words was entered or changed.");
        descriptor.Value(ActivityKind.StrikePolicyChanged).Description("What strikes lead to was changed.");
        descriptor.Value(ActivityKind.ViolationAssigned).Description("It was said who decides about a violation.");
        descriptor.Value(ActivityKind.PenaltyRetried).Description("A penalty that had failed is due again.");
        descriptor.Value(ActivityKind.BanEvaded).Description("Somebody came into a group that a ban keeps them out of.");
        descriptor.Value(ActivityKind.WebhookCreated).Description("A webhook was registered.");
        descriptor.Value(ActivityKind.WebhookUpdated).Description("A webhook was changed.");
        descriptor.Value(ActivityKind.WebhookSecretRotated).Description("A webhook got a new secret.");
        descriptor.Value(ActivityKind.WebhookDisabled).Description("A webhook was disabled: by somebody, because its receiver is gone, or because nothing had succeeded for days. The text says which.");
        descriptor.Value(ActivityKind.WebhookEnabled).Description("A webhook was enabled again.");
        descriptor.Value(ActivityKind.WebhookDeleted).Description("A webhook was deleted.");
        descriptor.Value(ActivityKind.WebhookReplayed).Description("A webhook was set to another place of the log.");
        descriptor.Value(ActivityKind.WebhookRedelivered).Description("Deliveries of a webhook were sent again.");
        descriptor.Value(ActivityKind.WebhookDeliverySkipped).Description("A delivery that a webhook was waiting for was given up by hand.");
        descriptor.Value(ActivityKind.OperatorCreated).Description("An operator was entered.");
        descriptor.Value(ActivityKind.OperatorUpdated).Description("An operator was changed: name, role, address.");
        descriptor.Value(ActivityKind.OperatorActivated).Description("An operator may act again.");
        descriptor.Value(ActivityKind.OperatorDeactivated).Description("An operator may act no more.");
        descriptor.Value(ActivityKind.ApiKeyIssued).Description("An API key was issued.");
        descriptor.Value(ActivityKind.ApiKeyRotated).Description("An API key got a new secret.");
        descriptor.Value(ActivityKind.ApiKeyRevoked).Description("An API key was taken back.");
    }
}
