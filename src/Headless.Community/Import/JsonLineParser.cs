using System.Text.Json;
using System.Text.Json.Serialization;
using Headless.Community.Ingestion;

namespace Headless.Community.Import;

/// <summary>
/// Lines that are JSON objects, each a row of <c>recordActivities</c> with the same names and values:
/// <code>
/// {"kind":"JOIN","externalId":"e1","occurredAt":"2026-11-20T09:00:00+08:00","group":{"platform":"WECHAT","externalId":"g1"},
///  "member":{"platform":"WECHAT","externalId":"u1","displayName":"小王"},"joinSource":"QR_CODE","joinReason":"REFERRAL",
///  "joinChannel":"抖音","joinNote":"…","invitedBy":{"platform":"WECHAT","externalId":"u0"}}
/// {"kind":"MESSAGE","externalId":"e2","occurredAt":"…","group":{…},"member":{…},"text":"大家好","contentType":"TEXT","replyTo":"e0","data":{"from":"app"}}
/// {"kind":"RENAME","externalId":"e3","occurredAt":"…","member":{…},"newName":"王小明","newExternalId":"u9"}
/// {"kind":"LEAVE","externalId":"e4","occurredAt":"…","group":{…},"member":{…},"leaveKind":"REMOVED","leaveReason":"广告"}
/// {"kind":"ORDER","externalId":"e5","occurredAt":"…","member":{…},"amount":99.00,"currency":"CNY","quantity":1,"status":"PAID"}
/// </code>
/// <c>group</c> may be left out where the import names one; it may also be given as <c>{"id":12}</c>, the number of a group here, as
/// <c>campaignId</c> and <c>contentItemId</c> are numbers here.
/// Names that are not listed are refused, so that a slip of the pen is not silently lost.
/// </summary>
internal sealed class JsonLineParser(long? groupId) : ILineParser
{
    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web)
    {
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper, allowIntegerValues: false) },
    };

    private readonly GroupReference? _group = groupId is { } id ? new GroupReference(id) : null;

    public ParsedLine Parse(TextLine line)
    {
        try
        {
            var row = JsonSerializer.Deserialize<JsonRow>(line.Text, s_json);
            return row is null
                ? ParsedLine.Rejected(ImportErrorCodes.InvalidJson, "The line is null.")
                : ParsedLine.Activity(row.Kind.ToString().ToLowerInvariant(), row.ToInput(_group));
        }
        catch (JsonException exception)
        {
            return ParsedLine.Rejected(ImportErrorCodes.InvalidJson, exception.Message);
        }
    }

    /// <summary><see cref="ActivityInput"/> as it is written in JSON: the details are an object, not a text that holds one.</summary>
    private sealed record JsonRow
    {
        public required ActivityInputKind Kind { get; init; }

        public required string ExternalId { get; init; }

        public required DateTimeOffset OccurredAt { get; init; }

        public GroupReference? Group { get; init; }

        public IdentityReference? Member { get; init; }

        public string? Text { get; init; }

        public MessageContentType? ContentType { get; init; }

        public string? ReplyTo { get; init; }

        public JoinSource? JoinSource { get; init; }

        public JoinReason? JoinReason { get; init; }

        public string? JoinChannel { get; init; }

        public string? JoinNote { get; init; }

        public IdentityReference? InvitedBy { get; init; }

        public string? EntryPointCode { get; init; }

        public long? CampaignId { get; init; }

        public long? ContentItemId { get; init; }

        public IdentityReference? Kol { get; init; }

        public LeaveKind? LeaveKind { get; init; }

        public string? LeaveReason { get; init; }

        public LeaveReasonSource? LeaveReasonSource { get; init; }

        public string? NewName { get; init; }

        public string? NewExternalId { get; init; }

        public decimal? Amount { get; init; }

        public string? Currency { get; init; }

        public int? Quantity { get; init; }

        public OrderStatus? Status { get; init; }

        public JsonElement? Data { get; init; }

        public ActivityInput ToInput(GroupReference? group) => new()
        {
            Kind = Kind,
            ExternalId = ExternalId,
            OccurredAt = OccurredAt,
            Group = Group ?? group,
            Member = Member,
            Text = Text,
            ContentType = ContentType,
            ReplyTo = ReplyTo,
            JoinSource = JoinSource,
            JoinReason = JoinReason,
            JoinChannel = JoinChannel,
            JoinNote = JoinNote,
            InvitedBy = InvitedBy,
            EntryPointCode = EntryPointCode,
            CampaignId = CampaignId,
            ContentItemId = ContentItemId,
            Kol = Kol,
            LeaveKind = LeaveKind,
            LeaveReason = LeaveReason,
            LeaveReasonSource = LeaveReasonSource,
            NewName = NewName,
            NewExternalId = NewExternalId,
            Amount = Amount,
            Currency = Currency,
            Quantity = Quantity,
            Status = Status,
            Data = Data?.GetRawText(),
        };
    }
}
