using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Data;

/// <summary>Its tables.</summary>
public abstract partial class CommunityDbContext
{
    public DbSet<Operator> Operators => Set<Operator>();

    public DbSet<GroupAssignment> GroupAssignments => Set<GroupAssignment>();

    public DbSet<ApiKey> ApiKeys => Set<ApiKey>();

    public DbSet<Group> Groups => Set<Group>();

    public DbSet<GroupPhaseChange> GroupPhaseChanges => Set<GroupPhaseChange>();

    public DbSet<Member> Members => Set<Member>();

    public DbSet<Identity> Identities => Set<Identity>();

    public DbSet<Membership> Memberships => Set<Membership>();

    public DbSet<TagGroup> TagGroups => Set<TagGroup>();

    public DbSet<Tag> Tags => Set<Tag>();

    public DbSet<MemberTag> MemberTags => Set<MemberTag>();

    public DbSet<ItemTag> ItemTags => Set<ItemTag>();

    public DbSet<TagRule> TagRules => Set<TagRule>();

    public DbSet<Segment> Segments => Set<Segment>();

    public DbSet<SegmentMember> SegmentMembers => Set<SegmentMember>();

    public DbSet<SegmentOverride> SegmentOverrides => Set<SegmentOverride>();

    public DbSet<SegmentRefreshState> SegmentRefreshStates => Set<SegmentRefreshState>();
    public DbSet<AttributeDefinition> AttributeDefinitions => Set<AttributeDefinition>();

    public DbSet<MemberAttribute> MemberAttributes => Set<MemberAttribute>();

    public DbSet<MemberTier> MemberTiers => Set<MemberTier>();

    public DbSet<MemberTierChange> MemberTierChanges => Set<MemberTierChange>();

    public DbSet<MemberClassRules> MemberClassRules => Set<MemberClassRules>();

    public DbSet<ClassStrategy> ClassStrategies => Set<ClassStrategy>();

    public DbSet<MemberClassChange> MemberClassChanges => Set<MemberClassChange>();

    public DbSet<ClassificationState> ClassificationStates => Set<ClassificationState>();

    public DbSet<EngagementState> EngagementStates => Set<EngagementState>();

    public DbSet<ContactPreference> ContactPreferences => Set<ContactPreference>();

    public DbSet<MemberTouch> MemberTouches => Set<MemberTouch>();

    public DbSet<MemberMerge> MemberMerges => Set<MemberMerge>();

    public DbSet<MemberMergeRow> MemberMergeRows => Set<MemberMergeRow>();

    public DbSet<MemberMergeActivity> MemberMergeActivities => Set<MemberMergeActivity>();

    public DbSet<ContentItem> ContentItems => Set<ContentItem>();

    public DbSet<ContentItemVersion> ContentItemVersions => Set<ContentItemVersion>();

    public DbSet<ContentUse> ContentUses => Set<ContentUse>();

    public DbSet<CadenceRule> CadenceRules => Set<CadenceRule>();

    public DbSet<TitleTemplate> TitleTemplates => Set<TitleTemplate>();

    public DbSet<TrackedPage> TrackedPages => Set<TrackedPage>();

    public DbSet<TrackedLink> TrackedLinks => Set<TrackedLink>();

    public DbSet<PageDay> PageDays => Set<PageDay>();

    public DbSet<PageVisitor> PageVisitors => Set<PageVisitor>();

    public DbSet<VisitorSalt> VisitorSalts => Set<VisitorSalt>();

    public DbSet<Playbook> Playbooks => Set<Playbook>();

    public DbSet<PlaybookStep> PlaybookSteps => Set<PlaybookStep>();

    public DbSet<PlaybookGroup> PlaybookGroups => Set<PlaybookGroup>();

    public DbSet<PlaybookRun> PlaybookRuns => Set<PlaybookRun>();

    public DbSet<PlaybookTask> PlaybookTasks => Set<PlaybookTask>();

    public DbSet<PlaybookState> PlaybookStates => Set<PlaybookState>();

    public DbSet<Question> Questions => Set<Question>();

    public DbSet<Answer> Answers => Set<Answer>();

    public DbSet<Digest> Digests => Set<Digest>();

    public DbSet<DigestItem> DigestItems => Set<DigestItem>();

    public DbSet<DigestSchedule> DigestSchedules => Set<DigestSchedule>();

    public DbSet<Mailing> Mailings => Set<Mailing>();

    public DbSet<Delivery> Deliveries => Set<Delivery>();

    public DbSet<Asset> Assets => Set<Asset>();

    public DbSet<ContentItemAsset> ContentItemAssets => Set<ContentItemAsset>();

    public DbSet<Search.SearchTerm> SearchTerms => Set<Search.SearchTerm>();

    public DbSet<Campaign> Campaigns => Set<Campaign>();

    public DbSet<CampaignGroup> CampaignGroups => Set<CampaignGroup>();

    public DbSet<CampaignPlan> CampaignPlans => Set<CampaignPlan>();

    public DbSet<CampaignStep> CampaignSteps => Set<CampaignStep>();

    public DbSet<CampaignOccurrence> CampaignOccurrences => Set<CampaignOccurrence>();

    public DbSet<CampaignTask> CampaignTasks => Set<CampaignTask>();

    public DbSet<LaunchCheck> LaunchChecks => Set<LaunchCheck>();

    public DbSet<CampaignVariant> CampaignVariants => Set<CampaignVariant>();

    public DbSet<VariantAssignment> VariantAssignments => Set<VariantAssignment>();

    public DbSet<CampaignReview> CampaignReviews => Set<CampaignReview>();

    public DbSet<CampaignReviewAction> CampaignReviewActions => Set<CampaignReviewAction>();

    public DbSet<Offer> Offers => Set<Offer>();

    public DbSet<OfferItem> OfferItems => Set<OfferItem>();

    public DbSet<StockReservation> StockReservations => Set<StockReservation>();

    public DbSet<ReferralProgram> ReferralPrograms => Set<ReferralProgram>();

    public DbSet<ReferralProgramGroup> ReferralProgramGroups => Set<ReferralProgramGroup>();

    public DbSet<ReferralTier> ReferralTiers => Set<ReferralTier>();

    public DbSet<ReferralInvitation> ReferralInvitations => Set<ReferralInvitation>();

    public DbSet<Referral> Referrals => Set<Referral>();

    public DbSet<ReferralReward> ReferralRewards => Set<ReferralReward>();

    public DbSet<ReferralPrompt> ReferralPrompts => Set<ReferralPrompt>();

    public DbSet<ReferralConsent> ReferralConsents => Set<ReferralConsent>();

    public DbSet<ReferralState> ReferralStates => Set<ReferralState>();

    public DbSet<Order> Orders => Set<Order>();

    public DbSet<Activity> Activities => Set<Activity>();

    public DbSet<Ban> Bans => Set<Ban>();

    public DbSet<BanGroup> BanGroups => Set<BanGroup>();

    public DbSet<RuleSet> RuleSets => Set<RuleSet>();

    public DbSet<RuleSetVersion> RuleSetVersions => Set<RuleSetVersion>();

    public DbSet<Rule> Rules => Set<Rule>();

    public DbSet<RuleWordList> RuleWordLists => Set<RuleWordList>();

    public DbSet<RuleSetAttachment> RuleSetAttachments => Set<RuleSetAttachment>();

    public DbSet<SensitiveWordList> SensitiveWordLists => Set<SensitiveWordList>();

    public DbSet<SensitiveWord> SensitiveWords => Set<SensitiveWord>();

    public DbSet<Violation> Violations => Set<Violation>();

    public DbSet<Penalty> Penalties => Set<Penalty>();

    public DbSet<StrikePolicy> StrikePolicies => Set<StrikePolicy>();

    public DbSet<PenaltyStep> PenaltySteps => Set<PenaltyStep>();

    public DbSet<MessageTrail> MessageTrails => Set<MessageTrail>();

    public DbSet<RetentionState> RetentionStates => Set<RetentionState>();

    public DbSet<GroupHour> GroupHours => Set<GroupHour>();

    public DbSet<GroupDay> GroupDays => Set<GroupDay>();

    public DbSet<GroupTotal> GroupTotals => Set<GroupTotal>();

    public DbSet<MemberDay> MemberDays => Set<MemberDay>();

    public DbSet<ReplyDay> ReplyDays => Set<ReplyDay>();

    public DbSet<ContentReach> ContentReaches => Set<ContentReach>();

    public DbSet<EffectiveMessageRuleVersion> EffectiveMessageRuleVersions => Set<EffectiveMessageRuleVersion>();

    public DbSet<EffectiveMessageChange> EffectiveMessageChanges => Set<EffectiveMessageChange>();

    public DbSet<MetricState> MetricStates => Set<MetricState>();

    public DbSet<IdempotencyRecord> IdempotencyRecords => Set<IdempotencyRecord>();

    public DbSet<GroupSeries> GroupSeries => Set<GroupSeries>();

    public DbSet<GroupTypeTemplate> GroupTypeTemplates => Set<GroupTypeTemplate>();

    public DbSet<WelcomeMessage> WelcomeMessages => Set<WelcomeMessage>();

    public DbSet<Announcement> Announcements => Set<Announcement>();

    public DbSet<AnnouncementVersion> AnnouncementVersions => Set<AnnouncementVersion>();

    // Staff, coming in and leaving.
    public DbSet<GroupHandover> GroupHandovers => Set<GroupHandover>();

    public DbSet<AccountControl> AccountControls => Set<AccountControl>();

    public DbSet<JoinChannel> JoinChannels => Set<JoinChannel>();

    public DbSet<ChannelCost> ChannelCosts => Set<ChannelCost>();

    public DbSet<EntryPoint> EntryPoints => Set<EntryPoint>();

    public DbSet<EntryPointTarget> EntryPointTargets => Set<EntryPointTarget>();

    public DbSet<JoinPath> JoinPaths => Set<JoinPath>();

    public DbSet<EntryDay> EntryDays => Set<EntryDay>();

    public DbSet<JoinTerms> JoinTerms => Set<JoinTerms>();

    public DbSet<JoinRequest> JoinRequests => Set<JoinRequest>();

    public DbSet<RoutingRule> RoutingRules => Set<RoutingRule>();
    // Call lists, wishes, feedback, surveys, points.
    public DbSet<CallList> CallLists => Set<CallList>();

    public DbSet<CallRule> CallRules => Set<CallRule>();

    public DbSet<CallEntry> CallEntries => Set<CallEntry>();

    public DbSet<CallAttempt> CallAttempts => Set<CallAttempt>();

    public DbSet<Wish> Wishes => Set<Wish>();

    public DbSet<WishVote> WishVotes => Set<WishVote>();

    public DbSet<Feedback> Feedback => Set<Feedback>();

    public DbSet<Survey> Surveys => Set<Survey>();

    public DbSet<SurveyQuestion> SurveyQuestions => Set<SurveyQuestion>();

    public DbSet<SurveyOption> SurveyOptions => Set<SurveyOption>();

    public DbSet<SurveyResponse> SurveyResponses => Set<SurveyResponse>();

    public DbSet<SurveyAnswer> SurveyAnswers => Set<SurveyAnswer>();

    public DbSet<PointProgram> PointPrograms => Set<PointProgram>();

    public DbSet<EarningRule> EarningRules => Set<EarningRule>();

    public DbSet<EarningRuleGroup> EarningRuleGroups => Set<EarningRuleGroup>();

    public DbSet<EarningState> EarningStates => Set<EarningState>();

    public DbSet<PointBalance> PointBalances => Set<PointBalance>();

    public DbSet<PointEntry> PointEntries => Set<PointEntry>();

    public DbSet<CheckInProgram> CheckInPrograms => Set<CheckInProgram>();

    public DbSet<CheckInMilestone> CheckInMilestones => Set<CheckInMilestone>();

    public DbSet<CheckIn> CheckIns => Set<CheckIn>();

    public DbSet<CheckInStanding> CheckInStandings => Set<CheckInStanding>();

    public DbSet<CheckInReward> CheckInRewards => Set<CheckInReward>();

    public DbSet<CouponTemplate> CouponTemplates => Set<CouponTemplate>();

    public DbSet<Coupon> Coupons => Set<Coupon>();

    public DbSet<IncentiveBudget> IncentiveBudgets => Set<IncentiveBudget>();

    public DbSet<RedPacketDrop> RedPacketDrops => Set<RedPacketDrop>();

    public DbSet<RedPacketPart> RedPacketParts => Set<RedPacketPart>();

    public DbSet<Gift> Gifts => Set<Gift>();

    public DbSet<Product> Products => Set<Product>();

    public DbSet<OrderItem> OrderItems => Set<OrderItem>();

    public DbSet<Refund> Refunds => Set<Refund>();

    public DbSet<Consultation> Consultations => Set<Consultation>();

    public DbSet<SalesTarget> SalesTargets => Set<SalesTarget>();

    public DbSet<CostEntry> CostEntries => Set<CostEntry>();

    public DbSet<ImportJob> ImportJobs => Set<ImportJob>();

    public DbSet<ImportRejection> ImportRejections => Set<ImportRejection>();

    public DbSet<ExportJob> ExportJobs => Set<ExportJob>();

    public DbSet<AttributionRule> AttributionRules => Set<AttributionRule>();

    public DbSet<OrderAttribution> OrderAttributions => Set<OrderAttribution>();

    public DbSet<PlatformPolicy> PlatformPolicies => Set<PlatformPolicy>();

    public DbSet<PlatformCapability> PlatformCapabilities => Set<PlatformCapability>();

    public DbSet<Alert> Alerts => Set<Alert>();

    public DbSet<AlertRule> AlertRules => Set<AlertRule>();

    public DbSet<AlertEvaluation> AlertEvaluations => Set<AlertEvaluation>();

    public DbSet<MutationReceipt> MutationReceipts => Set<MutationReceipt>();

    public DbSet<Webhook> Webhooks => Set<Webhook>();

    public DbSet<WebhookDelivery> WebhookDeliveries => Set<WebhookDelivery>();

    public DbSet<WebhookAttempt> WebhookAttempts => Set<WebhookAttempt>();

    public DbSet<WebhookGroup> WebhookGroups => Set<WebhookGroup>();

    public DbSet<RelayLease> RelayLeases => Set<RelayLease>();

    public DbSet<AuditEntry> AuditEntries => Set<AuditEntry>();
}
