namespace Headless.Community.Ingestion;

/// <summary>A row of the log whose member, stay and order may not have keys yet.</summary>
internal sealed record PendingActivity(
    int Index,
    ActivityKind Kind,
    DateTime At,
    long? GroupId,
    Person? Person,
    Membership? Stay,
    string? Text,
    bool IsEffective,
    bool IsExcluded,
    Order? Order,
    Person? Inviter,
    bool? IsEffectiveByText,
    bool? IsEffectiveByNextRule)
{
    /// <param name="rule">The number of the version that the message was judged by.</param>
    public Activity ToActivity(string source, ActivityInput row, long? actorId, DateTime now, short rule) => new()
    {
        Kind = Kind,
        Source = source,
        ExternalId = row.ExternalId,
        ReplyToExternalId = Kind == ActivityKind.MessageSent ? row.ReplyTo : null,
        OccurredAt = At,
        RecordedAt = now,
        GroupId = GroupId,
        MemberId = Person?.Id,
        MembershipId = Stay?.Id,
        ActorId = actorId,
        ContentItemId = Kind >= ActivityKind.ContentExposed && Kind <= ActivityKind.ContentFollowed ? row.ContentItemId : null,
        OrderId = Order?.Id,
        Text = Text,
        IsEffective = IsEffective,
        EffectiveRuleVersion = Kind == ActivityKind.MessageSent ? rule : (short)0,
        IsExcluded = IsExcluded,
        Data = row.Data,
        IsEffectiveByText = IsEffectiveByText,
        ContentType = Kind != ActivityKind.MessageSent ? null : row.ContentType ?? (string.IsNullOrEmpty(Text) ? null : MessageContentType.Text),
    };
}
