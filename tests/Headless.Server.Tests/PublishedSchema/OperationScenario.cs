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
          orders(first: 1) { nodes { id source externalId member { id identities(first: 1) { nodes { platform externalId } } } } }
        }
        """;

    private static readonly DateTimeOffset s_now = DateTimeOffset.UtcNow;

    private string _questionId = string.Empty;

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
        ["alert"] = First(start, "alerts").GetProperty("id").GetString()!,
        ["order"] = First(start, "orders").GetProperty("id").GetString()!,
    };

    /// <summary>Operations that the author of what they are about may not carry out.</summary>
    public static IReadOnlyList<string> OfAColleague { get; } = ["ApproveContentItem", "RejectContentItem"];

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
        ("UpdateGroup", () => new { input = new { id = Id("CreateGroup.group"), welcomeMessage = "欢迎" } }),
        ("OpenGroup", () => Change("CreateGroup.group")),
        ("ChangeGroupPhase", () => new { input = new { id = Id("CreateGroup.group"), phase = "SEED" } }),
        ("CloseGroup", () => Change("CreateGroup.group")),
        ("ArchiveGroup", () => Change("CreateGroup.group")),
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
        ("MetricDefinitions", () => new { }),
        ("Dashboard", () => new { window = LastWeek }),
        ("MetricSeries", () => new { key = "MESSAGE_COUNT", window = LastWeek, interval = "DAY" }),
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
        ("UnblacklistMember", () => new { input = new { id = Id("CreateMember.member") } }),
        ("AddIdentity", () => new { input = new { memberId = Id("CreateMember.member"), identity = new { platform = "WECHAT", externalId = "new-member" } } }),
        ("RemoveIdentity", () => new { input = new { id = Id("AddIdentity.identity") } }),
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
        ("RevokeApiKey", () => new { input = new { id = Id("IssueApiKey.issuedApiKey") } }),
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
        ("ArchiveContentItem", () => Change("CreateContentItem.contentItem")),
        ("Campaigns", () => new { first = 5 }),
        ("CampaignById", () => new { id = Id("campaign") }),
        ("CreateCampaign", NewCampaign),
        ("UpdateCampaign", () => new { input = new { id = Id("CreateCampaign.campaign"), hook = "第二件半价" } }),
        ("CampaignsOfGroup", () => new { groupId = Id("group") }),
        ("ScheduleCampaign", () => Change("CreateCampaign.campaign")),
        ("UnscheduleCampaign", () => Change("CreateCampaign.campaign")),
        ("ScheduleCampaign", () => Change("CreateCampaign.campaign")),
        ("PreheatCampaign", () => Change("CreateCampaign.campaign")),
        ("StartCampaign", () => Change("CreateCampaign.campaign")),
        ("EndCampaign", () => Change("CreateCampaign.campaign")),
        ("CompleteCampaignReview", () => new { input = new { id = Id("CreateCampaign.campaign"), review = "下次早一天预热" } }),
        ("CreateCampaign", NewCampaign),
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

        foreach (var made in data.EnumerateObject().SelectMany(f => f.Value.ValueKind == JsonValueKind.Object ? f.Value.EnumerateObject() : []))
        {
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
