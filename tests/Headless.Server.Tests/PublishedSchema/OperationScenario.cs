using System.Text.Json;
using Headless.Server.Tests.Fixtures;

namespace Headless.Server.Tests.PublishedSchema;

/// <summary>The published operations in an order in which each finds what it needs, with variables.</summary>
internal sealed partial class OperationScenario(JsonElement start)
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
          alerts(first: 1, where: { status: { eq: OPEN } }) { nodes { id } }
          reached: referralInvitations(first: 2, order: [{ qualifiedCount: DESC }]) { nodes { id code program { id tiers { id } } referrals(first: 1, where: { status: { eq: QUALIFIED } }) { nodes { id } } } }
          held: referrals(first: 1, where: { status: { eq: HELD } }) { nodes { id } }
          invites: memberships(first: 1, where: { accountKind: { eq: CUSTOMER }, leftAt: { eq: null }, group: { type: { eq: VIP } } }) { nodes { member { id } group { id } } }

          activities(last: 1) { nodes { cursor } }
          webhooks(first: 1) { nodes { id deliveries(first: 1, where: { status: { eq: FAILED } }) { nodes { id } } } }
          wechat: groups(first: 1, where: { platform: { eq: WECHAT } }) { nodes { id } }
          orders(first: 1) { nodes { id source externalId member { id identities(first: 1) { nodes { platform externalId } } } } }
        }
        """;

    private static readonly DateTimeOffset s_now = TestClock.UtcNow;

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

    /// <summary>Operations that need bytes beside them; AssetTests and ImportTests send the like.</summary>
    public static IReadOnlyList<string> WithBytes { get; } = ["UploadAsset", "CompleteAssetUpload", "RemoveAsset", "ApplyImport"];

    public IEnumerable<(string Name, Func<object> Variables)> Steps => [.. CommunitySteps, .. CampaignSteps];

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
