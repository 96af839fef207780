using System.Text.Json;

namespace Headless.Server.Tests.PublishedSchema;

/// <summary>The published operations in an order in which each finds what it needs, with variables.</summary>
internal sealed class OperationScenario(JsonElement start)
{
    /// <summary>Asks for the ids of the demo community that the operations begin with.</summary>
    public const string Start =
        """
        {
          groups(first: 1, order: [{ name: ASC }]) { nodes { id memberships(first: 2, where: { leftAt: { eq: null } }) { nodes { id member { id } } } } }
          tags(first: 1) { nodes { id } }
          tagGroups(first: 1) { nodes { id } }
          operators(first: 1, where: { role: { eq: ADMIN } }) { nodes { id } }
          contentItems(first: 1) { nodes { id } }
          campaigns(first: 1) { nodes { id } }
          alerts(first: 1) { nodes { id } }
          reached: referralInvitations(first: 2, order: [{ qualifiedCount: DESC }]) { nodes { id code program { id tiers { id } } referrals(first: 1, where: { status: { eq: QUALIFIED } }) { nodes { id } } } }
          held: referrals(first: 1, where: { status: { eq: HELD } }) { nodes { id } }
          invites: memberships(first: 1, where: { accountKind: { eq: CUSTOMER }, leftAt: { eq: null }, group: { type: { eq: VIP } } }) { nodes { member { id } group { id } } }

          activities(last: 1) { nodes { cursor } }
          webhooks(first: 1) { nodes { id deliveries(first: 1, where: { status: { eq: FAILED } }) { nodes { id } } } }
          wechat: groups(first: 1, where: { platform: { eq: WECHAT } }) { nodes { id } }
          orders(first: 1) { nodes { id source externalId member { id identities(first: 1) { nodes { platform externalId } } } } }
        }
        """;

    private static readonly DateTimeOffset s_now = DateTimeOffset.UtcNow;

    private string _questionId = string.Empty;

    private string _couponCode = string.Empty;

    private string _invitationCode = string.Empty;

    private string _actionId = string.Empty;

    private string _claimId = string.Empty;

    private readonly Dictionary<string, string> _ids = new()
    {
        ["group"] = First(start, "groups").GetProperty("id").GetString()!,
        ["membership"] = First(start, "groups").GetProperty("memberships").GetProperty("nodes")[0].GetProperty("id").GetString()!,
        ["member"] = First(start, "groups").GetProperty("memberships").GetProperty("nodes")[1].GetProperty("member").GetProperty("id").GetString()!,
        ["tag"] = First(start, "tags").GetProperty("id").GetString()!,
        ["tagGroup"] = First(start, "tagGroups").GetProperty("id").GetString()!,
        ["operator"] = First(start, "operators").GetProperty("id").GetString()!,
        ["contentItem"] = First(start, "contentItems").GetProperty("id").GetString()!,
        ["campaign"] = First(start, "campaigns").GetProperty("id").GetString()!,
        ["wechatGroup"] = First(start, "wechat").GetProperty("id").GetString()!,
        ["cursor"] = First(start, "activities").GetProperty("cursor").GetString()!,
        ["webhook"] = First(start, "webhooks").GetProperty("id").GetString()!,
        ["webhookDelivery"] = First(start, "webhooks").GetProperty("deliveries").GetProperty("nodes")[0].GetProperty("id").GetString()!,
        ["alert"] = First(start, "alerts").GetProperty("id").GetString()!,
        ["reached"] = First(start, "reached").GetProperty("id").GetString()!,
        ["tier"] = First(start, "reached").GetProperty("program").GetProperty("tiers")[0].GetProperty("id").GetString()!,
        ["qualified"] = First(start, "reached").GetProperty("referrals").GetProperty("nodes")[0].GetProperty("id").GetString()!,
        ["held"] = First(start, "held").GetProperty("id").GetString()!,
        ["inviter"] = First(start, "invites").GetProperty("member").GetProperty("id").GetString()!,
        ["inviterGroup"] = First(start, "invites").GetProperty("group").GetProperty("id").GetString()!,
        ["order"] = First(start, "orders").GetProperty("id").GetString()!,
    };

    /// <summary>Operations that the author of what they are about may not carry out.</summary>
    public static IReadOnlyList<string> OfAColleague { get; } = ["ApproveContentItem", "RejectContentItem"];

    /// <summary>Operations that need bytes beside them; AssetTests send the like.</summary>
    public static IReadOnlyList<string> WithBytes { get; } = ["UploadAsset", "CompleteAssetUpload", "RemoveAsset"];

    public IEnumerable<(string Name, Func<object> Variables)> Steps =>
    [
        ("RecordActivities", () => new
        {
            input = new
            {
                source = "scenario",
                activities = new object[]
                {
                    new { kind = "JOIN", externalId = "1", occurredAt = s_now.AddMinutes(-3), group = new { id = Id("group") }, member = Account("reporter") },
                    new { kind = "MESSAGE", externalId = "2", occurredAt = s_now.AddMinutes(-2), group = new { id = Id("group") }, member = Account("reporter"), text = "大家好" },
                },
            },
        }),
        ("Activities", () => new { first = 5 }),
        ("MemberTimeline", () => new { id = Id("member") }),
        ("Groups", () => new { first = 5, where = new { status = new { eq = "ACTIVE" } }, order = new[] { new { name = "ASC" } } }),
        ("GroupById", () => new { id = Id("group") }),
        ("CreateGroup", () => new { input = new { platform = "QQ", externalId = "qq-new", name = "新群" } }),
        ("GroupByExternalId", () => new { platform = "QQ", externalId = "qq-new" }),
        ("UpdateGroup", () => new { input = new { id = Id("CreateGroup.group"), positioning = new { why = "老客户", what = "早报", who = "买过两次", where = "门店海报", when = "每周四", how = "群主带节奏" } } }),
        ("OpenGroup", () => Change("CreateGroup.group")),
        ("ChangeGroupPhase", () => new { input = new { id = Id("CreateGroup.group"), phase = "SEED" } }),
        ("CloseGroup", () => Change("CreateGroup.group")),
        ("ArchiveGroup", () => Change("CreateGroup.group")),
        ("CreateGroupSeries", () => new { input = new { name = "宠物", nameTemplate = "{city}{topic}群{seq}", topic = "宠物", tagline = "毛孩子之家" } }),
        ("ReplicateGroup", () => new { input = new { sourceId = Id("group"), externalId = "replica-1", seriesId = Id("CreateGroupSeries.groupSeries"), city = "杭州" } }),
        ("UpdateGroupSeries", () => new { input = new { id = Id("CreateGroupSeries.groupSeries"), tagline = "和毛孩子一起" } }),
        ("GroupSeries", () => new { first = 5 }),
        ("GroupsOffBrand", () => new { seriesId = Id("CreateGroupSeries.groupSeries") }),
        ("GroupLineage", () => new { id = Id("group") }),
        ("GroupTypeTemplates", () => new { }),
        ("UpdateGroupTypeTemplate", () => new { input = new { type = "VIP", keyMetrics = new[] { "ACTIVE_MEMBER_RATE", "LEAVE_RATE" } } }),
        ("GroupReadiness", () => new { id = Id("group") }),
        ("SetWelcomeMessages", () => new { input = new { groupId = Id("group"), messages = new object[] { new { text = "欢迎！请看公告。" }, new { text = "朋友介绍的最亲。", joinReason = "REFERRAL" } } } }),
        ("WelcomeMessageForNewcomer", () => new { groupId = Id("group"), joinReason = "REFERRAL" }),
        ("CreateAnnouncement", () => new { input = new { groupId = Id("wechatGroup"), kind = "EVENT", text = "周四晚八点专场" } }),
        ("UpdateAnnouncement", () => new { input = new { id = Id("CreateAnnouncement.announcement"), text = "周四晚八点专场，七点五十红包" } }),
        ("ScheduleAnnouncement", () => new { input = new { id = Id("CreateAnnouncement.announcement"), publishAt = s_now.AddDays(2) } }),
        ("UnscheduleAnnouncement", () => Change("CreateAnnouncement.announcement")),
        ("PublishAnnouncement", () => Change("CreateAnnouncement.announcement")),
        ("PinAnnouncement", () => Change("CreateAnnouncement.announcement")),
        ("UnpinAnnouncement", () => Change("CreateAnnouncement.announcement")),
        ("Announcements", () => new { where = new { status = new { eq = "PUBLISHED" } }, order = new[] { new { publishedAt = "DESC" } } }),
        ("AnnouncementById", () => new { id = Id("CreateAnnouncement.announcement") }),
        ("RetractAnnouncement", () => Change("CreateAnnouncement.announcement")),
        ("EffectivePlatformPolicies", () => new { platform = "WECHAT" }),
        ("PlatformPolicies", () => new { where = new { key = new { eq = "GROUP_QR_MAX_MEMBERS" } }, order = new[] { new { effectiveFrom = "DESC" } } }),
        ("SetPlatformPolicy", () => new { input = new { platform = "QQ", key = "GROUP_MAX_MEMBERS", value = 3000, source = "https://example.org/limits", asOf = "2026-11-01" } }),
        ("RemovePlatformPolicy", () => Change("SetPlatformPolicy.platformPolicy")),
        ("EffectivePlatformCapabilities", () => new { platform = "QQ" }),
        ("PlatformCapabilities", () => new { where = new { capability = new { eq = "READ_RECEIPT" } } }),
        ("SetPlatformCapability", () => new { input = new { platform = "WECHAT", capability = "POLL", isAvailable = true, source = "https://example.org/news" } }),
        ("RemovePlatformCapability", () => Change("SetPlatformCapability.platformCapability")),
        ("Alerts", () => new { first = 5, where = new { status = new { eq = "OPEN" } }, order = new[] { new { severity = "DESC" } } }),
        ("AlertById", () => new { id = Id("alert") }),
        ("AcknowledgeAlert", () => new { input = new { id = Id("alert"), note = "下一个群本周建好" } }),
        ("CreateAlertRule", () => new
        {
            input = new
            {
                name = "互动下滑", metric = "INTERACTION_RATE", comparison = "FALLS_BY", threshold = 0.3, baseline = "MEAN_OF_FOUR_WINDOWS", windowDays = 7, minSample = 100, quietHours = 24,
                suggestedAction = "请KOL来聊一聊",
            },
        }),
        ("UpdateAlertRule", () => new { input = new { id = Id("CreateAlertRule.alertRule"), version = 1, threshold = 0.4 } }),
        ("AlertRules", () => new { first = 5 }),
        ("AlertRuleById", () => new { id = Id("CreateAlertRule.alertRule") }),
        ("GroupHealths", () => new { first = 5 }),
        ("MetricDefinitions", () => new { stage = "REVENUE" }),
        ("Dashboard", () => new { window = LastWeek }),
        ("MetricSeries", () => new { key = "MESSAGE_COUNT", window = LastWeek, interval = "DAY" }),
        ("ScopedMetrics", () => new
        {
            keys = new[] { "REVENUE", "AVERAGE_ORDER_VALUE", "REPURCHASE_RATE", "BUYER_CONVERSION_RATE", "ROI" },
            window = new { period = "LAST_MONTH" }, scope = new { platforms = new[] { "WECHAT" } }, options = new { currency = "CNY" },
        }),
        ("GroupFigures", () => new { keys = new[] { "INTERACTION_RATE", "LEAVE_RATE", "QUALIFIED_INVITES" }, window = new { last = "P1M" }, first = 5 }),
        ("RetentionCohorts", () => new { window = new { last = "P2M" }, interval = "WEEK", periods = 4, scope = new { types = new[] { "VIP", "GENERAL" } } }),
        ("PurchaseCohorts", () => new { window = new { last = "P2M" }, periods = 2, currency = "CNY" }),
        ("Funnel", () => new { window = new { last = "P2M" }, steps = new object[] { new { kind = "MEMBER_JOINED" }, new { kind = "MESSAGE_SENT", minCount = 2 }, new { kind = "ORDER_RECORDED" } } }),
        ("Leaderboard", () => new { kind = "INVITES", window = new { last = "P60D" } }),
        ("Candidates", () => new { id = Id("group"), window = new { last = "P30D" } }),
        ("Growth", () => new { window = new { last = "P30D" }, currency = "CNY" }),
        ("GroupOverlaps", () => new { first = 5 }),
        ("MetricBreakdown", () => new { key = "INTERACTION_RATE", window = new { last = "P30D" }, by = "GROUP_TYPE" }),
        ("CampaignMembershipDeltas", () => new { id = Id("campaign") }),
        ("GroupActivity", () => new { id = Id("group"), window = LastWeek }),
        ("MostActiveMembers", () => new { window = LastWeek }),
        ("ActivityHeatmap", () => new { window = LastWeek }),
        ("Members", () => new { first = 5, where = new { city = new { neq = "nowhere" } }, order = new[] { new { displayName = "ASC" } } }),
        ("MemberById", () => new { id = Id("member") }),
        ("MemberByIdentity", () => new { platform = "WECHAT", externalId = "reporter" }),
        ("CreateMember", () => new { input = new { displayName = "新会员", identities = new[] { new { platform = "QQ", externalId = "10001" } } } }),
        ("UpdateMember", () => new { input = new { id = Id("CreateMember.member"), version = 1, city = "成都" } }),
        ("BlacklistMember", () => new { input = new { id = Id("CreateMember.member"), reason = "spam" } }),
        ("Bans", () => new { first = 5, where = new { status = new { eq = "ACTIVE" } }, order = new[] { new { since = "DESC" } } }),
        ("BanById", () => new { id = Id("BlacklistMember.ban") }),
        ("BlacklistIdentity", () => new { input = new { platform = "QQ", externalId = "spam-account", reason = "广告" } }),
        ("LiftBan", () => new { input = new { id = Id("BlacklistIdentity.ban") } }),
        ("CreateSensitiveWordList", () => new { input = new { name = "博彩", ignoresSeparators = true } }),
        ("AddSensitiveWords", () => new { input = new { listId = Id("CreateSensitiveWordList.sensitiveWordList"), words = new[] { "赌博", "casino" } } }),
        ("ImportSensitiveWords", () => new { input = new { listId = Id("CreateSensitiveWordList.sensitiveWordList"), text = "# 更多\n老虎机\n百家乐" } }),
        ("RemoveSensitiveWords", () => new { input = new { listId = Id("CreateSensitiveWordList.sensitiveWordList"), words = new[] { "casino" } } }),
        ("SensitiveWordLists", () => new { first = 5 }),
        ("CreateRuleSet", () => new { input = new { name = "群规", rules = new object[] { new { kind = "SENSITIVE_WORD", text = "禁止博彩", wordListIds = new[] { Id("CreateSensitiveWordList.sensitiveWordList") } } } } }),
        ("DraftRuleSet", () => new { input = new { ruleSetId = Id("CreateRuleSet.ruleSet"), introduction = "请遵守群规", rules = new object[] { new { kind = "AD", text = "禁止广告", pattern = "加我微信" }, new { kind = "ABUSE", text = "禁止辱骂", severity = "IMMEDIATE_REMOVAL" } } } }),
        ("PublishRuleSet", () => new { input = new { id = Id("DraftRuleSet.ruleSetVersion") } }),
        ("AttachRuleSet", () => new { input = new { ruleSetId = Id("CreateRuleSet.ruleSet"), groupIds = new[] { Id("group") } } }),
        ("RuleSets", () => new { first = 5 }),
        ("RulesInForce", () => new { groupId = Id("group") }),
        ("SetStrikePolicy", () => new { input = new { groupId = Id("group"), limit = 1, action = "WARN" } }),
        ("StrikePolicies", () => new { first = 5 }),
        ("DryRunRule", () => new { rule = new { kind = "AD", text = "禁止广告", pattern = "加我" }, groupId = Id("group"), from = DateTimeOffset.UtcNow.AddDays(-7) }),
        ("ReportViolation", () => new { input = new { groupId = Id("group"), memberId = Id("member"), kind = "PRIVATE_CHAT", evidence = "群里私聊" } }),
        ("ModerationQueue", () => new { first = 5, where = new { status = new { eq = "OPEN" } }, order = new object[] { new { severity = "DESC" } } }),
        ("AssignViolation", () => new { input = new { id = Id("ReportViolation.violation"), assigneeId = Id("operator") } }),
        ("DecideViolation", () => new { input = new { id = Id("ReportViolation.violation"), decision = "CONFIRM", note = "属实" } }),
        ("DuePenalties", () => new { first = 5, where = new { status = new { @in = new[] { "DUE", "REVERSAL_DUE" } } } }),
        ("ReportPenaltyFailed", () => new { input = new { id = Id("DuePenalties.nodes"), reason = "机器人不在群里" } }),
        ("RetryPenalty", () => new { input = new { id = Id("DuePenalties.nodes") } }),
        ("ReportPenaltyDone", () => new { input = new { id = Id("DuePenalties.nodes") } }),
        ("AppealViolation", () => new { input = new { id = Id("ReportViolation.violation"), text = "误会" } }),
        ("DecideAppeal", () => new { input = new { id = Id("ReportViolation.violation"), decision = "OVERTURN", note = "确是误会" } }),
        ("ViolationById", () => new { id = Id("ReportViolation.violation") }),
        ("ModerationStatistics", () => new { from = DateTimeOffset.UtcNow.AddDays(-7), to = DateTimeOffset.UtcNow.AddHours(1) }),
        ("DetachRuleSet", () => new { input = new { ruleSetId = Id("CreateRuleSet.ruleSet"), groupIds = new[] { Id("group") } } }),
        ("UnblacklistMember", () => new { input = new { id = Id("CreateMember.member") } }),
        ("AddIdentity", () => new { input = new { memberId = Id("CreateMember.member"), identity = new { platform = "WECHAT", externalId = "new-member" } } }),
        ("RemoveIdentity", () => new { input = new { id = Id("AddIdentity.identity") } }),
        ("AttributeDefinitions", () => new { first = 5 }),
        ("CreateAttributeDefinition", () => new { input = new { key = "pet", name = "宠物", type = "OPTION", privacy = "PUBLIC", options = new[] { new { value = "cat", label = "猫" } } } }),
        ("AttributeDefinitionByKey", () => new { key = "pet" }),
        ("AttributeDefinitionById", () => new { id = Id("CreateAttributeDefinition.attributeDefinition") }),
        ("UpdateAttributeDefinition", () => new { input = new { id = Id("CreateAttributeDefinition.attributeDefinition"), name = "养什么宠物" } }),
        ("SetMemberAttributes", () => new { input = new { members = new[] { new { memberId = Id("member"), values = new[] { new { key = "pet", text = "cat" } } } } } }),
        ("MemberTiers", () => new { }),
        ("CreateMemberTier", () => new { input = new { name = "DIAMOND", rank = 9, supportPriority = "GREEN_CHANNEL" } }),
        ("UpdateMemberTier", () => new { input = new { id = Id("CreateMemberTier.memberTier"), benefits = "专属客服" } }),
        ("SetMemberTier", () => new { input = new { memberId = Id("member"), tierId = Id("CreateMemberTier.memberTier"), reason = "年消费过万" } }),
        ("SetMemberClassRules", () => new { input = new { loyalMonths = 2, bargainCeiling = new { amount = 80, currency = "CNY" }, observationDays = 14 } }),
        ("SetClassStrategy", () => new { input = new { @class = "LOW", text = "问一问他们需要什么" } }),
        ("MemberClassRules", () => new { }),
        ("ClassMixes", () => new { first = 5 }),
        ("MembersOfClass", () => new { @class = "LOW" }),
        ("ClassOfMember", () => new { id = Id("member") }),
        ("MemberTierById", () => new { id = Id("CreateMemberTier.memberTier") }),
        ("SetContactPreferences", () => new { input = new { memberId = Id("member"), source = "STAFF", decisions = new[] { new { channel = "SMS", purpose = "MARKETING", isAllowed = false } } } }),
        ("RecordTouches", () => new { input = new { touches = new[] { new { memberId = Id("member"), channel = "PRIVATE_CHAT", purpose = "SERVICE", key = "touch-1" } } } }),
        ("SetAttentionStates", () => new { input = new { states = new[] { new { membershipId = Id("membership"), state = "MUTED" } } } }),
        ("MemberPage", () => new { id = Id("member") }),
        ("CreateMember", () => new { input = new { displayName = "重复的记录" } }),
        ("AddIdentity", () => new { input = new { memberId = Id("CreateMember.member"), identity = new { platform = "WECHAT", externalId = "second-account" } } }),
        ("VerifyIdentity", () => new { input = new { id = Id("AddIdentity.identity") } }),
        ("SetPrimaryIdentity", () => new { input = new { id = Id("AddIdentity.identity") } }),
        ("PreviewMemberMerge", () => new { winnerId = Id("member"), loserId = Id("CreateMember.member") }),
        ("MergeMembers", () => new { input = new { winnerId = Id("member"), loserId = Id("CreateMember.member"), resolutions = new[] { new { key = "field.displayName", choice = "WINNER" } } } }),
        ("MemberMerges", () => new { first = 5 }),
        ("UnmergeMembers", () => new { input = new { id = Id("MergeMembers.memberMerge") } }),
        ("MemberDataExport", () => new { memberId = Id("CreateMember.member") }),
        ("EraseMember", () => new { input = new { id = Id("CreateMember.member") } }),
        ("MembersOfGroup", () => new { id = Id("group") }),
        ("Memberships", () => new { first = 5, order = new[] { new { joinedAt = "DESC" } } }),
        ("MembershipById", () => new { id = Id("membership") }),
        ("RecordJoin", () => new { input = new { groupId = Id("group"), member = Account("walk-in"), joinSource = "QR_CODE" } }),
        ("UpdateMembership", () => new { input = new { id = Id("RecordJoin.membership"), nickname = "成都-小王", role = "SEED" } }),
        ("SetAccountKind", () => new { input = new { id = Id("RecordJoin.membership"), accountKind = "SERVICE", controlledById = Id("operator") } }),
        ("RecordLeave", () => new { input = new { membershipId = Id("RecordJoin.membership"), leaveKind = "SELF" } }),
        ("Tags", () => new { first = 5 }),
        ("TagGroups", () => new { first = 5 }),
        ("TagById", () => new { id = Id("tag") }),
        ("TagGroupById", () => new { id = Id("tagGroup") }),
        ("CreateTagGroup", () => new { input = new { name = "场景", exclusive = false } }),
        ("UpdateTagGroup", () => new { input = new { id = Id("CreateTagGroup.tagGroup"), colour = "#336699" } }),
        ("CreateTag", () => new { input = new { name = "送礼", tagGroupId = Id("CreateTagGroup.tagGroup") } }),
        ("UpdateTag", () => new { input = new { id = Id("CreateTag.tag"), name = "节日送礼" } }),
        ("AddMemberTags", () => new { input = new { memberIds = new[] { Id("member") }, tagIds = new[] { Id("CreateTag.tag") } } }),
        ("RemoveMemberTags", () => new { input = new { memberIds = new[] { Id("member") }, tagIds = new[] { Id("CreateTag.tag") } } }),
        ("Segments", () => new { first = 5 }),
        ("SegmentPreview", () => new { condition = new { all = new object[] { new { membership = new { groups = new[] { Id("group") } } }, new { lastActive = new { within = "P30D" } } } } }),
        ("CreateSegment", () => new { input = new { name = "四川老客", condition = new { region = new { @in = new[] { "四川" } } } } }),
        ("UpdateSegment", () => new { input = new { id = Id("CreateSegment.segment"), description = "会员日邀请", condition = new { region = new { @in = new[] { "四川", "重庆" } } } } }),
        ("OverrideSegmentMembers", () => new { input = new { segmentId = Id("CreateSegment.segment"), memberIds = new[] { Id("member") }, kind = "INCLUDE", reason = "老板的朋友" } }),
        ("SegmentById", () => new { id = Id("CreateSegment.segment") }),
        ("SegmentHistory", () => new { id = Id("CreateSegment.segment") }),
        ("ExplainSegment", () => new { id = Id("CreateSegment.segment"), memberId = Id("member") }),
        ("SegmentsOfMember", () => new { id = Id("member") }),
        ("FreezeSegment", () => new { input = new { id = Id("CreateSegment.segment"), name = "四川老客 11月" } }),
        ("AddTagsToSegment", () => new { input = new { segmentId = Id("CreateSegment.segment"), tagIds = new[] { Id("CreateTag.tag") } } }),
        ("RemoveTagsFromSegment", () => new { input = new { segmentId = Id("CreateSegment.segment"), tagIds = new[] { Id("CreateTag.tag") } } }),
        ("TagRulePreview", () => new { tagId = Id("CreateTag.tag"), segmentId = Id("CreateSegment.segment") }),
        ("CreateTagRule", () => new { input = new { tagId = Id("CreateTag.tag"), segmentId = Id("CreateSegment.segment") } }),
        ("TagRules", () => new { }),
        ("UpdateTagRule", () => new { input = new { id = Id("CreateTagRule.tagRule"), isActive = false } }),
        ("DeleteTagRule", () => new { input = new { id = Id("CreateTagRule.tagRule"), removeTags = true } }),
        ("ClearSegmentOverrides", () => new { input = new { segmentId = Id("CreateSegment.segment"), memberIds = new[] { Id("member") } } }),
        ("DeleteSegment", () => new { input = new { id = Id("CreateSegment.segment") } }),
        ("AddTags", () => new { input = new { groupIds = new[] { Id("group") }, contentItemIds = new[] { Id("contentItem") }, tagIds = new[] { Id("CreateTag.tag") } } }),
        ("RemoveTags", () => new { input = new { groupIds = new[] { Id("group") }, tagIds = new[] { Id("CreateTag.tag") } } }),
        ("TagCoverage", () => new { first = 5 }),
        ("Viewer", () => new { }),
        ("Operators", () => new { first = 5 }),
        ("OperatorById", () => new { id = Id("operator") }),
        ("StaffOfGroup", () => new { groupId = Id("group") }),
        ("CreateOperator", () => new { input = new { name = "新同事", role = "ADMIN" } }),
        ("UpdateOperator", () => new { input = new { id = Id("CreateOperator.operator"), name = "小同事" } }),
        ("AssignOperator", () => new { input = new { groupId = Id("group"), operatorId = Id("CreateOperator.operator"), role = "ADMIN" } }),
        ("EndAssignment", () => new { input = new { id = Id("AssignOperator.groupAssignment") } }),
        ("IssueApiKey", () => new { input = new { operatorId = Id("CreateOperator.operator"), name = "phone", scopes = new[] { "READ" } } }),
        ("ApiKeys", () => new { first = 5 }),
        ("RotateApiKey", () => new { input = new { id = Id("IssueApiKey.issuedApiKey"), overlapMinutes = 60 } }),
        ("ViewerKeys", () => new { }),
        ("RevokeApiKey", () => new { input = new { id = Id("IssueApiKey.issuedApiKey") } }),
        ("Webhooks", () => new { first = 5 }),
        ("WebhookLog", () => new { id = Id("webhook") }),
        ("FailedWebhookDeliveries", () => new { }),
        ("WebhookDryRun", () => new { webhookId = Id("webhook") }),
        ("RedeliverWebhookDelivery", () => new { input = new { id = Id("webhookDelivery") } }),
        ("SkipWebhookDelivery", () => new { input = new { id = Id("webhookDelivery") } }),
        ("RedeliverFailedWebhookDeliveries", () => new { input = new { webhookId = Id("webhook") } }),
        ("CreateWebhook", () => new { input = new { name = "ERP", url = "https://erp.scenario.invalid/hooks", kinds = new[] { "ORDER_RECORDED" }, query = "subscription { onActivity { id order { externalId } } }" } }),
        ("UpdateWebhook", () => new { input = new { id = Id("CreateWebhook.issuedWebhook"), groupIds = new[] { Id("group") } } }),
        ("RotateWebhookSecret", () => new { input = new { id = Id("CreateWebhook.issuedWebhook"), overlapMinutes = 60 } }),
        ("DisableWebhook", () => new { input = new { id = Id("CreateWebhook.issuedWebhook") } }),
        ("PingWebhook", () => new { input = new { id = Id("CreateWebhook.issuedWebhook") } }),
        ("EnableWebhook", () => new { input = new { id = Id("CreateWebhook.issuedWebhook"), skipMissed = true } }),
        ("ReplayWebhook", () => new { input = new { id = Id("CreateWebhook.issuedWebhook"), after = Id("cursor") } }),
        ("DeleteWebhook", () => new { input = new { id = Id("CreateWebhook.issuedWebhook") } }),
        ("AuditLog", () => new { first = 5, where = new { mutation = new { eq = "revokeApiKey" } } }),
        ("AuditLogOfSubject", () => new { id = Id("CreateOperator.operator") }),
        ("AuditLogOfMember", () => new { id = Id("member") }),
        ("DeactivateOperator", () => new { input = new { id = Id("CreateOperator.operator") } }),
        ("ActivateOperator", () => new { input = new { id = Id("CreateOperator.operator") } }),
        ("ContentItems", () => new { first = 5 }),
        ("ContentItemById", () => new { id = Id("contentItem") }),
        ("CreateContentItem", () => new { input = new { title = "换季护肤", body = "三步走" } }),
        ("UpdateContentItem", () => new { input = new { id = Id("CreateContentItem.contentItem"), topic = "护肤" } }),
        ("SubmitContentItem", () => Change("CreateContentItem.contentItem")),
        ("ContentItemsInReview", () => new { first = 5 }),
        ("RejectContentItem", () => new { input = new { id = Id("CreateContentItem.contentItem"), note = "再写详细些" } }),
        ("SubmitContentItem", () => Change("CreateContentItem.contentItem")),
        ("ApproveContentItem", () => Change("CreateContentItem.contentItem")),
        ("PublishContentItem", () => Change("CreateContentItem.contentItem")),
        ("RecordContentUse", () => new { input = new { contentItemId = Id("CreateContentItem.contentItem"), groupId = Id("group"), note = "晚八点发" } }),
        ("ContentUses", () => new { id = Id("CreateContentItem.contentItem") }),
        ("SearchContent", () => new { text = "护肤" }),
        ("ContentItemVersions", () => new { id = Id("CreateContentItem.contentItem") }),
        ("ContentDifference", () => new { id = Id("contentItem"), from = 1 }),
        ("SetCadenceRule", () => new { input = new { category = "BRAND", minPerWeek = 1, maxPerWeek = 1 } }),
        ("CadenceCompliance", () => new { groupIds = new[] { Id("group") }, weeks = 2 }),
        ("CreateTitleTemplate", () => new { input = new { text = "换季护肤先做哪一步", kind = "LONG_TAIL", keywords = new[] { "换季", "护肤" } } }),
        ("UpdateTitleTemplate", () => new { input = new { id = Id("CreateTitleTemplate.titleTemplate"), note = "适合早报" } }),
        ("TitleTemplates", () => new { first = 5 }),
        ("TitleTemplateById", () => new { id = Id("CreateTitleTemplate.titleTemplate") }),
        ("SearchTitles", () => new { text = "换季" }),
        ("DeleteTitleTemplate", () => Change("CreateTitleTemplate.titleTemplate")),
        ("ArchiveContentItem", () => Change("CreateContentItem.contentItem")),
        ("CreateAssetUpload", () => new { input = new { name = "直播回放.mp4", size = 700_000_000 } }),
        ("Assets", () => new { first = 5 }),
        ("AssetById", () => new { id = Id("CreateAssetUpload.upload.asset") }),
        ("UpdateAsset", () => new { input = new { id = Id("CreateAssetUpload.upload.asset"), altText = "周四专场的回放" } }),
        ("SetContentItemAssets", () => new { input = new { contentItemId = Id("contentItem"), assetIds = Array.Empty<string>() } }),
        ("CreateContentItem", () => new { input = new { title = "敏感肌一周", topic = "护肤" } }),
        ("AdvanceContentItem", () => Change("CreateContentItem.contentItem")),
        ("ReturnContentItem", () => Change("CreateContentItem.contentItem")),
        ("UpdateContentItem", () => new { input = new { id = Id("CreateContentItem.contentItem"), body = "先做减法" } }),
        ("UpdateContentItem", () => new { input = new { id = Id("CreateContentItem.contentItem"), body = "先做减法，再补水" } }),
        ("RestoreContentItemVersion", () => new { input = new { id = Id("CreateContentItem.contentItem"), number = 1 } }),
        ("CreateContentItem", () => new { input = new { title = "店主的故事", source = "SOLICITED", brief = "八百字，一件真事" } }),
        ("InviteContentContributor", () => new { input = new { id = Id("CreateContentItem.contentItem"), inviteeId = Id("member"), dueAt = s_now.AddDays(3) } }),
        ("DeclineContentInvitation", () => Change("CreateContentItem.contentItem")),
        ("InviteContentContributor", () => new { input = new { id = Id("CreateContentItem.contentItem"), inviteeName = "王店主", dueAt = s_now.AddDays(3) } }),
        ("ReceiveContentItem", () => new { input = new { id = Id("CreateContentItem.contentItem"), body = "那天我第一次进群……" } }),
        ("CreatePlaybook", () => new { input = new { name = "新人三日", target = "JOIN", steps = new object[] { new { title = "私聊欢迎", dayOffset = 0 }, new { title = "第三天发清单", dayOffset = 3, at = "20:00", contentItemId = Id("contentItem") } } } }),
        ("UpdatePlaybook", () => new { input = new { id = Id("CreatePlaybook.playbook"), description = "让新人七天里开口一次", stopsOn = new[] { "MEMBER_LEFT", "MEMBER_BOUGHT" } } }),
        ("SetPlaybookSteps", () => new { input = new { id = Id("CreatePlaybook.playbook"), steps = new object[] { new { title = "私聊欢迎", dayOffset = 0 }, new { title = "第七天回访", dayOffset = 7, at = "20:00" } } } }),
        ("SetPlaybookGroups", () => new { input = new { id = Id("CreatePlaybook.playbook"), groupIds = new[] { Id("group") } } }),
        ("ActivatePlaybook", () => Change("CreatePlaybook.playbook")),
        ("PreviewPlaybook", () => new { playbookId = Id("CreatePlaybook.playbook"), groupId = Id("group"), startsAt = s_now }),
        ("ApplyPlaybook", () => new { input = new { playbookId = Id("CreatePlaybook.playbook"), membershipIds = new[] { Id("membership") }, startsAt = s_now } }),
        ("PlaybookRuns", () => new { first = 5, where = new { playbook = new { id = new { eq = Id("CreatePlaybook.playbook") } } } }),
        ("PlaybookTasks", () => new { first = 5, where = new { run = new { id = new { eq = Id("PlaybookRuns.nodes") } } } }),
        ("PlannedByPlaybooks", () => new { groupId = Id("group"), memberId = Id("member") }),
        ("AssignPlaybookTask", () => new { input = new { id = Id("PlaybookTasks.nodes"), operatorId = Id("operator") } }),
        ("CompletePlaybookTask", () => new { input = new { id = Id("PlaybookTasks.nodes"), evidence = "已欢迎，见聊天记录" } }),
        ("StopPlaybookRun", () => new { input = new { id = Id("PlaybookRuns.nodes"), reason = "改用新版" } }),
        ("DeactivatePlaybook", () => Change("CreatePlaybook.playbook")),
        ("ArchivePlaybook", () => Change("CreatePlaybook.playbook")),
        ("Playbooks", () => new { first = 5 }),
        ("PlaybookById", () => new { id = Id("CreatePlaybook.playbook") }),
        ("PreviewDelivery", () => new { audience = new { groupId = Id("group") }, purpose = "MARKETING" }),
        ("RequestDeliveries", () => new { input = new { audience = new { groupIds = new[] { Id("group") } }, purpose = "SERVICE", text = "明早停机维护十分钟", idempotencyKey = "scenario-mailing" } }),
        ("Mailings", () => new { first = 5 }),
        ("MailingById", () => new { id = Id("RequestDeliveries.mailing") }),
        ("ClaimDeliveries", () => new { input = new { channels = new[] { "GROUP" }, limit = 5 } }),
        ("Deliveries", () => new { first = 5, where = new { status = new { eq = "CLAIMED" } } }),
        ("RecordDeliveryResults", () => new { input = new { claimId = _claimId, results = new[] { new { deliveryId = Id("Deliveries.nodes"), outcome = "SENT", externalId = "msg-1" } } } }),
        ("DeliveriesOf", () => new { memberId = Id("member"), contentItemId = Id("contentItem") }),
        ("RequestDeliveries", () => new { input = new { audience = new { groupIds = new[] { Id("group") } }, purpose = "SERVICE", text = "改到后天", sendAt = s_now.AddDays(1) } }),
        ("CancelMailing", () => new { input = new { id = Id("RequestDeliveries.mailing"), reason = "已另行通知" } }),
        ("Campaigns", () => new { first = 5 }),
        ("CampaignById", () => new { id = Id("campaign") }),
        ("CreateCampaign", NewCampaign),
        ("UpdateCampaign", () => new { input = new { id = Id("CreateCampaign.campaign"), hook = "第二件半价" } }),
        ("SetCampaignPlan", () => new
        {
            input = new
            {
                campaignId = Id("CreateCampaign.campaign"), rule = "FREQ=WEEKLY;COUNT=3", firstOn = s_now.AddDays(3).ToString("yyyy-MM-dd"), startsAt = "20:00", durationMinutes = 60,
                steps = new object[] { new { kind = "RED_PACKET", daysBefore = 0, at = "19:50", text = "八点见" } },
            },
        }),
        ("CampaignCalendar", () => new { first = 50, where = new { campaign = new { id = new { eq = Id("CreateCampaign.campaign") } } } }),
        ("CampaignTasks", () => new { first = 50, where = new { campaign = new { id = new { eq = Id("CreateCampaign.campaign") } } } }),
        ("CompleteCampaignTask", () => new { input = new { id = Id("CampaignTasks.nodes"), evidence = "已发" } }),
        ("MoveCampaignOccurrence", () => new { input = new { id = Id("CampaignCalendar.nodes"), startsAt = s_now.AddDays(4) } }),
        ("CancelCampaignOccurrence", () => new { input = new { id = Id("CampaignCalendar.nodes"), reason = "缺货" } }),
        ("CampaignPlan", () => new { id = Id("CreateCampaign.campaign") }),
        ("CreateOffer", () => new { input = new { campaignId = Id("CreateCampaign.campaign"), name = "专享", currency = "CNY", promises = new[] { "GENUINE" } } }),
        ("UpdateOffer", () => new { input = new { id = Id("CreateOffer.offer"), lossCap = 100 } }),
        ("AddOfferItem", () => new { input = new { offerId = Id("CreateOffer.offer"), product = "面霜", listPrice = 100, price = 80, siteMinimumPrice = 90, unitCost = 50, expectedUnits = 10, stock = 5, lowStockAt = 3 } }),
        ("UpdateOfferItem", () => new { input = new { id = Id("AddOfferItem.offerItem"), expectedUnits = 20 } }),
        ("ReserveStock", () => new { input = new { offerItemId = Id("AddOfferItem.offerItem"), quantity = 2, reference = "scenario-1" } }),
        ("SellReservation", () => Change("ReserveStock.stockReservation")),
        ("ReserveStock", () => new { input = new { offerItemId = Id("AddOfferItem.offerItem"), quantity = 1, reference = "scenario-2" } }),
        ("ReleaseReservation", () => Change("ReserveStock.stockReservation")),
        ("AddStock", () => new { input = new { offerItemId = Id("AddOfferItem.offerItem"), quantity = 10 } }),
        ("OfferById", () => new { id = Id("CreateOffer.offer") }),
        ("OfferItems", () => new { first = 5 }),
        ("CampaignsOfGroup", () => new { groupId = Id("group") }),
        ("SetCampaignAudience", () => new { input = new { campaignId = Id("CreateCampaign.campaign"), preheatsAt = s_now.AddHours(1) } }),
        ("CampaignAudience", () => new { campaignId = Id("CreateCampaign.campaign") }),
        ("SetCampaignVariants", () => new { input = new { campaignId = Id("CreateCampaign.campaign"), variants = new[] { new { name = "短句" }, new { name = "长文" } } } }),
        ("AssignCampaignVariants", () => new { input = new { campaignId = Id("CreateCampaign.campaign"), memberIds = new[] { Id("member") } } }),
        ("CampaignVariantResults", () => new { id = Id("CreateCampaign.campaign") }),
        ("ScheduleCampaign", () => Change("CreateCampaign.campaign")),
        ("UnscheduleCampaign", () => Change("CreateCampaign.campaign")),
        ("ScheduleCampaign", () => Change("CreateCampaign.campaign")),
        ("PreheatCampaign", () => Change("CreateCampaign.campaign")),
        ("StartCampaign", () => Change("CreateCampaign.campaign")),
        ("EndCampaign", () => Change("CreateCampaign.campaign")),
        ("CompleteCampaignReview", () => new { input = new { id = Id("CreateCampaign.campaign"), review = "下次早一天预热" } }),
        ("WriteCampaignReview", () => new { input = new { campaignId = Id("CreateCampaign.campaign"), conclusion = "下次早一天预热", wentWell = "清单提前发", defects = "手机页面错位", actions = new[] { new { text = "页面适配手机" } } } }),
        ("CampaignReview", () => new { id = Id("CreateCampaign.campaign") }),
        ("CompleteCampaignReviewAction", () => new { input = new { id = _actionId } }),
        ("CampaignReviewSearch", () => new { text = "预热" }),
        ("CreateCampaign", NewCampaign),
        ("AddLaunchChecks", () => new { input = new { campaignId = Id("CreateCampaign.campaign"), questions = new[] { "客服排班了吗" } } }),
        ("CampaignPlan", () => new { id = Id("CreateCampaign.campaign") }),
        ("AnswerLaunchCheck", () => new { input = new { id = Id("CampaignPlan.launchChecks"), answer = "YES" } }),
        ("CancelCampaign", () => new { input = new { id = Id("CreateCampaign.campaign"), reason = "缺货" } }),
        ("Orders", () => new { first = 5 }),
        ("OrderById", () => new { id = Id("order") }),
        ("OrderByExternalId", () => new { source = First(start, "orders").GetProperty("source").GetString(), externalId = First(start, "orders").GetProperty("externalId").GetString() }),
        ("OrdersOfMember", () => new { memberId = First(start, "orders").GetProperty("member").GetProperty("id").GetString() }),
        ("OrdersOfGroup", () => new { groupId = Id("group") }),
        ("RecordOrder", () => NewOrder("o-1")),
        ("RefundOrder", () => Change("RecordOrder.order")),
        ("RecordOrder", () => NewOrder("o-2")),
        ("CancelOrder", () => Change("RecordOrder.order")),
        ("OperatorLoads", () => new { states = new[] { "OK", "UNDER", "OVER" } }),
        ("CreateGroup", () => new { input = new { platform = "QQ", externalId = "qq-unstaffed", name = "还没有群主" } }),
        ("GroupsOutOfStaffing", () => new { problem = "NO_OWNER" }),
        ("CreateOperator", () => new { input = new { name = "接班人", role = "OWNER", duties = new[] { "SALES" } } }),
        ("HandOverGroups", () => new { input = new { fromOperatorId = Id("operator"), toOperatorId = Id("CreateOperator.operator"), reason = "调岗" } }),
        ("GroupHandovers", () => new { first = 5 }),
        ("ControlledAccounts", () => new { first = 5 }),
        ("AccountControls", () => new { first = 5 }),
        ("AccountMessages", () => new { operatorId = Id("CreateOperator.operator") }),
        ("JoinChannels", () => new { window = LastWeek }),
        ("CreateJoinChannel", () => new { input = new { name = "地铁海报", kind = "QR_POSTER" } }),
        ("UpdateJoinChannel", () => new { input = new { id = Id("CreateJoinChannel.joinChannel"), note = "二号线" } }),
        ("RecordChannelCost", () => new { input = new { channelId = Id("CreateJoinChannel.joinChannel"), from = "2026-11-01", to = "2026-12-01", amount = new { amount = 300, currency = "CNY" } } }),
        ("RemoveChannelCost", () => new { input = new { id = Id("RecordChannelCost.channelCost") } }),
        ("EntryPoints", () => new { first = 5 }),
        ("CreateEntryPoint", () => new { input = new { name = "地铁海报", code = "metro", channelId = Id("CreateJoinChannel.joinChannel"), targets = new[] { new { groupId = Id("group"), limit = 100_000 } } } }),
        ("UpdateEntryPoint", () => new { input = new { id = Id("CreateEntryPoint.entryPoint"), name = "地铁二号线海报" } }),
        ("PauseEntryPoint", () => Change("CreateEntryPoint.entryPoint")),
        ("ResumeEntryPoint", () => Change("CreateEntryPoint.entryPoint")),
        ("EntryPointByCode", () => new { code = "metro" }),
        ("RecordEntryEvents", () => new
        {
            input = new
            {
                source = "scenario",
                events = new object[]
                {
                    new { kind = "EXPOSED", externalId = "e-1", occurredAt = s_now.AddMinutes(-3), entryPointCode = "metro", count = 100 },
                    new { kind = "SCANNED", externalId = "e-2", occurredAt = s_now.AddMinutes(-2), entryPointCode = "metro", account = Account("passer-by") },
                },
            },
        }),
        ("JoinPaths", () => new { where = new { step = new { eq = "SCANNED" } } }),
        ("JoinFunnel", () => new { window = LastWeek, entryPointId = Id("CreateEntryPoint.entryPoint") }),
        ("RetireEntryPoint", () => Change("CreateEntryPoint.entryPoint")),
        ("SetJoinTerms", () => new { input = new { groupId = Id("group"), entryFee = new { amount = 9.9, currency = "CNY" } } }),
        ("JoinEligibility", () => new { groupId = Id("group"), account = new { platform = "WECHAT", externalId = "passer-by" } }),
        ("RequestJoin", () => new { input = new { groupId = Id("group"), account = Account("asker-1") } }),
        ("JoinRequestsOfGroup", () => new { id = Id("group") }),
        ("ApproveJoinRequest", () => new { input = new { id = Id("RequestJoin.joinRequest"), force = true, reason = "老客户" } }),
        ("RequestJoin", () => new { input = new { groupId = Id("group"), account = Account("asker-2") } }),
        ("RejectJoinRequest", () => new { input = new { id = Id("RequestJoin.joinRequest"), reason = "请先关注公众号" } }),
        ("RequestJoin", () => new { input = new { groupId = Id("group"), account = Account("asker-3") } }),
        ("WithdrawJoinRequest", () => Change("RequestJoin.joinRequest")),
        ("JoinRequests", () => new { first = 5 }),
        ("RoutingRules", () => new { first = 5 }),
        ("CreateRoutingRule", () => new { input = new { name = "北京的客户", groupId = Id("group"), region = "北京" } }),
        ("UpdateRoutingRule", () => new { input = new { id = Id("CreateRoutingRule.routingRule"), position = 1 } }),
        ("RouteMember", () => new { memberId = Id("member") }),
        ("RoutingPreview", () => new { memberIds = new[] { Id("member") } }),
        ("DeleteRoutingRule", () => Change("CreateRoutingRule.routingRule")),
        ("RecordJoin", () => new { input = new { groupId = Id("group"), member = Account("walk-in-2"), joinSource = "QR_CODE" } }),
        ("NewcomersNotWelcomed", () => new { days = 7 }),
        ("RecordWelcomes", () => new { input = new { membershipIds = new[] { Id("RecordJoin.membership") } } }),
        ("MembersWithoutFirstMessage", () => new { days = 7 }),
        ("NonCompliantMembers", () => new { id = Id("group") }),
        ("RecordNicknameReminders", () => new { input = new { membershipIds = new[] { Id("RecordJoin.membership") } } }),
        ("RecordLeave", () => new { input = new { membershipId = Id("RecordJoin.membership"), leaveKind = "SELF" } }),
        ("ExplainLeave", () => new { input = new { id = Id("RecordJoin.membership"), leaveReason = "价格", leaveReasonSource = "INFERRED" } }),
        ("InvitationTree", () => new { memberId = Id("member") }),

        // Call lists, wishes, feedback, surveys, points.
        ("UpdateMember", () => new { input = new { id = Id("CreateMember.member"), phone = "+86 139 0000 0000" } }),
        ("CreateCallList", () => new { input = new { name = "周四专场邀请", callerIds = new[] { Id("Viewer.operator") }, memberIds = new[] { Id("CreateMember.member") }, excludedRegions = new[] { "海南" } } }),
        ("AddCallListMembers", () => new { input = new { callListId = Id("CreateCallList.result.callList"), memberIds = new[] { Id("CreateMember.member"), Id("member") } } }),
        ("CallLists", () => new { first = 5 }),
        ("CallListById", () => new { id = Id("CreateCallList.result.callList"), where = new { status = new { eq = "PENDING" } } }),
        ("CallsDue", () => new { first = 5 }),
        ("CallEntryById", () => new { id = Id("CallListById.entries") }),
        ("RecordCall", () => new { input = new { callEntryId = Id("CallListById.entries"), outcome = "NO_ANSWER", note = "占线" } }),
        ("OpenCallRound", () => new { input = new { id = Id("CreateCallList.result.callList") } }),
        ("ReassignCalls", () => new { input = new { callListId = Id("CreateCallList.result.callList"), fromOperatorId = Id("Viewer.operator"), toOperatorId = Id("CreateOperator.operator") } }),
        ("UpdateCallList", () => new { input = new { id = Id("CreateCallList.result.callList"), script = "您好，周四有专场。" } }),
        ("CloseCallList", () => Change("CreateCallList.result.callList")),
        ("CreateWish", () => new { input = new { category = "保健品", product = "维生素C", memberId = Id("member"), groupId = Id("group") } }),
        ("UpdateWish", () => new { input = new { id = Id("CreateWish.wish"), note = "大瓶装" } }),
        ("VoteForWish", () => new { input = new { wishId = Id("CreateWish.wish"), memberId = Id("CreateMember.member") } }),
        ("WithdrawWishVote", () => new { input = new { wishId = Id("CreateWish.wish"), memberId = Id("CreateMember.member") } }),
        ("TopWishes", () => new { first = 5 }),
        ("WishById", () => new { id = Id("CreateWish.wish") }),
        ("DeclineWish", () => new { input = new { id = Id("CreateWish.wish"), reason = "暂无货源" } }),
        ("ReopenWish", () => Change("CreateWish.wish")),
        ("PlanWish", () => new { input = new { id = Id("CreateWish.wish"), campaignId = Id("campaign") } }),
        ("FulfilWish", () => Change("CreateWish.wish")),
        ("RecordFeedback", () => new { input = new { topic = "配送", text = "晚了两天", sentiment = "NEGATIVE", memberId = Id("member"), groupId = Id("group") } }),
        ("UpdateFeedback", () => new { input = new { id = Id("RecordFeedback.feedback"), channel = "CALL" } }),
        ("Feedback", () => new { first = 5, where = new { status = new { eq = "OPEN" } } }),
        ("TriageFeedback", () => new { input = new { id = Id("RecordFeedback.feedback"), assigneeId = Id("operator") } }),
        ("DeclineFeedback", () => new { input = new { id = Id("RecordFeedback.feedback"), reason = "物流受天气影响" } }),
        ("ReopenFeedback", () => Change("RecordFeedback.feedback")),
        ("ResolveFeedback", () => new { input = new { id = Id("RecordFeedback.feedback"), resolution = "补发优惠券" } }),
        ("CreateSurvey", () => new { input = new { title = "会员需求", template = "SATISFACTION", questions = new[] { new { key = "want", kind = "SINGLE_CHOICE", text = "想要什么？", options = new[] { "优惠", "答疑" } } } } }),
        ("SetSurveyQuestions", () => new { input = new { id = Id("CreateSurvey.survey"), questions = new object[] { new { key = "score", kind = "SCALE", text = "满意吗？", measure = "SATISFACTION" } } } }),
        ("UpdateSurvey", () => new { input = new { id = Id("CreateSurvey.survey"), closesAt = s_now.AddDays(3) } }),
        ("OpenSurvey", () => Change("CreateSurvey.survey")),
        ("Surveys", () => new { first = 5, where = new { status = new { eq = "OPEN" } } }),
        ("SurveyById", () => new { id = Id("CreateSurvey.survey") }),
        ("SubmitSurveyResponse", () => new { input = new { surveyId = Id("CreateSurvey.survey"), memberId = Id("member"), groupId = Id("group"), answers = new[] { new { questionId = _questionId, number = 4 } } } }),
        ("SurveyResults", () => new { id = Id("CreateSurvey.survey") }),
        ("SurveyResponses", () => new { id = Id("CreateSurvey.survey") }),
        ("SurveyScoresOfGroup", () => new { groupId = Id("group") }),
        ("CloseSurvey", () => Change("CreateSurvey.survey")),
        ("CreatePointProgram", () => new { input = new { name = "星星", unit = "颗", timeZone = "Asia/Shanghai" } }),
        ("UpdatePointProgram", () => new { input = new { id = Id("CreatePointProgram.pointProgram"), expiresAfterDays = 365 } }),
        ("CreateEarningRule", () => new { input = new { programId = Id("CreatePointProgram.pointProgram"), name = "下单", activityKind = "ORDER_RECORDED", points = 1, perAmount = new { amount = 1, currency = "CNY" } } }),
        ("UpdateEarningRule", () => new { input = new { id = Id("CreateEarningRule.earningRule"), dailyCap = 500 } }),
        ("PointPrograms", () => new { first = 5 }),
        ("GrantPoints", () => new { input = new { programId = Id("CreatePointProgram.pointProgram"), memberId = Id("member"), points = 100, note = "入群礼", groupId = Id("group"), idempotencyKey = "scenario-grant" } }),
        ("RedeemPoints", () => new { input = new { programId = Id("CreatePointProgram.pointProgram"), memberId = Id("member"), points = 30, note = "换小样" } }),
        ("ReversePointEntry", () => new { input = new { id = Id("RedeemPoints.pointEntry"), note = "缺货" } }),
        ("PointLeaderboard", () => new { programId = Id("CreatePointProgram.pointProgram"), groupId = Id("group") }),
        ("MemberPoints", () => new { id = Id("member") }),
        ("RebuildPointBalances", () => Change("CreatePointProgram.pointProgram")),
        ("CreateCheckInProgram", () => new { input = new { name = "七天打卡", mode = "CONTINUOUS", timeZone = "Asia/Shanghai", pointProgramId = Id("CreatePointProgram.pointProgram"), pointsPerDay = 5, makeUpLimit = 2, milestones = new[] { new { days = 7, name = "满七天", points = 50 } } } }),
        ("UpdateCheckInProgram", () => new { input = new { id = Id("CreateCheckInProgram.checkInProgram"), makeUpLimit = 3 } }),
        ("CheckInPrograms", () => new { first = 5 }),
        ("CheckIn", () => new { input = new { programId = Id("CreateCheckInProgram.checkInProgram"), memberId = Id("member") } }),
        ("MakeUpCheckIn", () => new { input = new { programId = Id("CreateCheckInProgram.checkInProgram"), memberId = Id("member"), day = s_now.ToOffset(TimeSpan.FromHours(8)).AddDays(-2).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) } }),
        ("CreateCouponTemplate", () => new { input = new { name = "满百减十", kind = "THRESHOLD", amount = new { amount = 10, currency = "CNY" }, minimum = new { amount = 100, currency = "CNY" }, totalLimit = 100, perMemberLimit = 3 } }),
        ("UpdateCouponTemplate", () => new { input = new { id = Id("CreateCouponTemplate.couponTemplate"), totalLimit = 200 } }),
        ("CouponTemplates", () => new { first = 5 }),
        ("IssueCoupon", () => new { input = new { templateId = Id("CreateCouponTemplate.couponTemplate"), memberId = Id("member"), idempotencyKey = "scenario-coupon" } }),
        ("RedeemCoupon", () => new { input = new { code = _couponCode, price = new { amount = 120, currency = "CNY" } } }),
        ("IssueCoupon", () => new { input = new { templateId = Id("CreateCouponTemplate.couponTemplate"), memberId = Id("member"), idempotencyKey = "scenario-coupon-2" } }),
        ("VoidCoupon", () => new { input = new { id = Id("IssueCoupon.coupon"), reason = "发错了" } }),
        ("MemberCoupons", () => new { id = Id("member") }),
        ("CreateIncentiveBudget", () => new { input = new { name = "本月红包", amount = new { amount = 500, currency = "CNY" }, allowedReasons = new[] { "RESULT", "PREHEAT" } } }),
        ("UpdateIncentiveBudget", () => new { input = new { id = Id("CreateIncentiveBudget.incentiveBudget"), allowedReasons = new[] { "RESULT", "PREHEAT", "COMPENSATION" } } }),
        ("IncentiveBudgets", () => new { first = 5 }),
        ("DropRedPacket", () => new { input = new { budgetId = Id("CreateIncentiveBudget.incentiveBudget"), groupId = Id("group"), title = "周四晚八点见", reason = "PREHEAT", amount = new { amount = 8.88, currency = "CNY" }, partCount = 5, split = "RANDOM" } }),
        ("ClaimRedPacket", () => new { input = new { dropId = Id("DropRedPacket.redPacketDrop"), memberId = Id("member") } }),
        ("RedPacketsOfGroup", () => new { groupId = Id("group") }),
        ("SendGift", () => new { input = new { memberId = Id("member"), name = "小样", cost = new { amount = 12.5, currency = "CNY" }, reason = "COMPENSATION", budgetId = Id("CreateIncentiveBudget.incentiveBudget") } }),
        ("ReceiveGift", () => Change("SendGift.gift")),
        ("SendGift", () => new { input = new { memberId = Id("member"), name = "贺卡", cost = new { amount = 3, currency = "CNY" }, reason = "FESTIVAL" } }),
        ("ReturnGift", () => Change("SendGift.gift")),
        ("Gifts", () => new { first = 5 }),
        ("CreateReferralProgram", () => new { input = new { name = "拼着买", mechanic = "GROUP_BUYING", roundHours = 24, groupIds = new[] { Id("inviterGroup") }, tiers = new[] { new { threshold = 2, name = "拼团价", kind = "PRIVILEGE" } } } }),
        ("UpdateReferralProgram", () => new { input = new { id = Id("CreateReferralProgram.referralProgram"), promptLimit = 1, promptDays = 14 } }),
        ("ActivateReferralProgram", () => Change("CreateReferralProgram.referralProgram")),
        ("ReferralPromptCheck", () => new { programId = Id("CreateReferralProgram.referralProgram"), memberId = Id("inviter") }),
        ("RecordReferralPrompt", () => new { input = new { programId = Id("CreateReferralProgram.referralProgram"), memberId = Id("inviter") } }),
        ("SetReferralOptOut", () => new { input = new { memberId = Id("inviter"), isOptedOut = true } }),
        ("CreateReferralInvitation", () => new { input = new { programId = Id("CreateReferralProgram.referralProgram"), memberId = Id("inviter") } }),
        ("ReferralInvitationByCode", () => new { code = _invitationCode }),
        ("AcceptReferralInvitation", () => new { input = new { code = _invitationCode, memberId = Id("CreateMember.member") } }),
        ("MemberReferralInvitations", () => new { id = Id("inviter") }),
        ("HeldReferrals", () => new { first = 5 }),
        ("ReleaseReferral", () => new { input = new { id = Id("held"), note = "姐妹两人，同一个座机" } }),
        ("HoldReferral", () => new { input = new { id = Id("held"), note = "再看一眼" } }),
        ("ReferralTree", () => new { invitationId = Id("reached"), maxDepth = 5 }),
        ("ClaimReferralReward", () => new { input = new { invitationId = Id("reached"), tierId = Id("tier") } }),
        ("RejectReferral", () => new { input = new { id = Id("qualified"), note = "刷单" } }),
        ("RevokeReferralInvitation", () => new { input = new { id = Id("CreateReferralInvitation.referralInvitation"), reason = "改用新海报" } }),
        ("PauseReferralProgram", () => Change("CreateReferralProgram.referralProgram")),
        ("CloseReferralProgram", () => Change("CreateReferralProgram.referralProgram")),
        ("ReferralPrograms", () => new { first = 5 }),
        ("ReferralLeaderboard", () => new { id = Id("CreateReferralProgram.referralProgram") }),
        ("CreateProduct", () => new { input = new { sku = "SKU-9", name = "精华 30 ml", category = "护肤", price = new { amount = 129, currency = "CNY" }, floorPrice = new { amount = 99, currency = "CNY" } } }),
        ("UpdateProduct", () => new { input = new { id = Id("CreateProduct.product"), name = "精华 50 ml" } }),
        ("Products", () => new { first = 5, where = new { category = new { eq = "护肤" } } }),
        ("RecordOrder", () => new { input = new { source = "shop", externalId = "with-items", amount = new { amount = 129, currency = "CNY" }, paidAt = s_now.AddMinutes(-5), memberId = Id("member"), groupId = Id("group"), items = new[] { new { sku = "SKU-9", quantity = 1, unitPrice = 129 } } } }),
        ("RecordRefund", () => new { input = new { orderId = Id("RecordOrder.order"), amount = new { amount = 29, currency = "CNY" }, reason = "差价" } }),
        ("CreateAttributionRule", () => new { input = new { models = new[] { "EXPLICIT", "LAST_TOUCH" }, windowDays = 7 } }),
        ("RunAttribution", () => new { input = new { ruleId = Id("CreateAttributionRule.attributionRule"), from = s_now.AddDays(-7), to = s_now } }),
        ("AttributionRules", () => new { first = 5 }),
        ("OrderDetails", () => new { id = Id("RecordOrder.order") }),
        ("RecordConsultation", () => new { input = new { memberId = Id("member"), groupId = Id("group"), productId = Id("CreateProduct.product"), topic = "用法", channel = "CHAT" } }),
        ("CloseConsultation", () => new { input = new { id = Id("RecordConsultation.consultation"), outcome = "ORDERED", orderId = Id("RecordOrder.order") } }),
        ("Consultations", () => new { first = 5, where = new { outcome = new { eq = "ORDERED" } } }),
        ("SetSalesTarget", () => new { input = new { name = "本月", from = "2026-11-01", to = "2026-12-01", amount = new { amount = 300000, currency = "CNY" }, groupId = Id("group") } }),
        ("UpdateSalesTarget", () => new { input = new { id = Id("SetSalesTarget.salesTarget"), weekdayWeights = new[] { 1, 1, 1, 7, 1, 1, 1 } } }),
        ("SalesTargets", () => new { first = 5 }),
        ("RecordCost", () => new { input = new { kind = "AD", amount = new { amount = 50, currency = "CNY" }, groupId = Id("group") } }),
        ("CostEntries", () => new { first = 5, where = new { kind = new { eq = "AD" } } }),
        ("SalesReturn", () => new { from = s_now.AddDays(-30), to = s_now, currency = "CNY", groupId = Id("group"), kinds = new[] { "AD", "RED_PACKET" } }),
        ("RemoveCost", () => Change("RecordCost.costEntry")),
        ("CheckInStandings", () => new { id = Id("CreateCheckInProgram.checkInProgram"), day = s_now.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) }),
        ("FeedbackById", () => new { id = Id("RecordFeedback.feedback") }),
    ];

    /// <summary>
    /// Keeps the id of what an operation made or read, as <c>Operation.field</c>; within a result as <c>Operation.result.field</c>, and
    /// of the first row of a list as <c>Operation.list</c>.
    /// </summary>
    public void Remember(string operation, JsonElement data)
    {
        if (operation == "SetSurveyQuestions")
        {
            _questionId = data.GetProperty("setSurveyQuestions").GetProperty("survey").GetProperty("questions")[0].GetProperty("id").GetString()!;
        }

        if (operation == "ClaimDeliveries")
        {
            _claimId = data.GetProperty("claimDeliveries").GetProperty("claim").GetProperty("claimId").GetString()!;
        }

        if (operation == "IssueCoupon")
        {
            _couponCode = data.GetProperty("issueCoupon").GetProperty("coupon").GetProperty("code").GetString()!;
        }

        if (operation == "CampaignReview")
        {
            _actionId = data.GetProperty("campaignById").GetProperty("reviewParts").GetProperty("actions")[0].GetProperty("id").GetString()!;
        }

        if (operation == "CreateReferralInvitation")
        {
            _invitationCode = data.GetProperty("createReferralInvitation").GetProperty("referralInvitation").GetProperty("code").GetString()!;
        }

        foreach (var made in data.EnumerateObject().SelectMany(f => f.Value.ValueKind == JsonValueKind.Object ? f.Value.EnumerateObject() : []))
        {
            if (made.Value.ValueKind == JsonValueKind.Array && made.Value.GetArrayLength() > 0
                && made.Value[0] is { ValueKind: JsonValueKind.Object } first && first.TryGetProperty("id", out var listed))
            {
                _ids[$"{operation}.{made.Name}"] = listed.GetString()!;
            }

            if (made.Value.ValueKind == JsonValueKind.Object
                && (made.Value.TryGetProperty("id", out var id) || (made.Value.TryGetProperty("apiKey", out var key) && key.TryGetProperty("id", out id))))
            {
                _ids[$"{operation}.{made.Name}"] = id.GetString()!;
            }
            RememberField($"{operation}.{made.Name}", made.Value);
        }
    }

    private void RememberField(string name, JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            return;
        }

        if (value.TryGetProperty("id", out var id)
            || (value.TryGetProperty("apiKey", out var key) && key.TryGetProperty("id", out id))
            || (value.TryGetProperty("nodes", out var nodes) && nodes.GetArrayLength() > 0 && nodes[0].TryGetProperty("id", out id)))
        {
            _ids[name] = id.GetString()!;
            return;
        }

        foreach (var field in value.EnumerateObject())
        {
            RememberField($"{name}.{field.Name}", field.Value);
        }
    }

    private static JsonElement First(JsonElement data, string connection) => data.GetProperty(connection).GetProperty("nodes")[0];

    private static object LastWeek { get; } = new { lastDays = 7 };

    private static object Account(string name) => new { platform = "WECHAT", externalId = name, displayName = name };

    private string Id(string name) => _ids.TryGetValue(name, out var id) ? id : throw new InvalidOperationException($"No operation before this one has made {name}.");

    private object Change(string name) => new { input = new { id = Id(name) } };

    private object NewCampaign() => new
    {
        input = new { name = "周四专场", groupIds = new[] { Id("group") }, startsAt = s_now.AddDays(1), endsAt = s_now.AddDays(2), budget = new { amount = 500, currency = "CNY" } },
    };

    private object NewOrder(string externalId) => new
    {
        input = new { source = "shop", externalId, amount = new { amount = 99.5, currency = "CNY" }, paidAt = s_now.AddMinutes(-5), memberId = Id("member"), groupId = Id("group") },
    };
}
