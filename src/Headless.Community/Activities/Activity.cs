namespace Headless.Community;

/// <summary>
/// One thing that happened: a row of the append-only log that metrics read, subscriptions deliver and <c>activities</c> queries.
/// Rows are added inside a transaction (<c>CommunityDatabase.WriteAsync</c>) and never changed.
/// </summary>
[Unaudited]
public sealed class Activity
{
    public const int SourceMaxLength = 64;
    public const int ExternalIdMaxLength = 200;
    public const int TextMaxLength = 4000;
    public const int DataMaxLength = 8000;

    /// <summary>The place in the log. Greater means committed later, on every database, so it serves as cursor.</summary>
    public long Id { get; set; }

    public ActivityKind Kind { get; init; }

    /// <summary>The system that reported it; null for what was caused here.</summary>
    public string? Source { get; init; }

    /// <summary>Its id in that system. (source, external id) is unique, which makes ingestion idempotent.</summary>
    public string? ExternalId { get; init; }

    /// <summary>Of a message that answers another: the <see cref="ExternalId"/> of that message at the same source, which the log may know, may learn later or never.</summary>
    public string? ReplyToExternalId { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public DateTime OccurredAt { get; init; }

    /// <summary>When it entered the log, UTC.</summary>
    public DateTime RecordedAt { get; init; }

    public long? GroupId { get; init; }

    public Group? Group { get; init; }

    public long? MemberId { get; init; }

    public Member? Member { get; init; }

    /// <summary>The stay that it belongs to.</summary>
    public long? MembershipId { get; init; }

    /// <summary>The operator who caused it; null for what members and machines did.</summary>
    public long? ActorId { get; init; }

    public Operator? Actor { get; init; }

    public long? TagId { get; init; }

    public long? CampaignId { get; init; }

    public long? ContentItemId { get; init; }

    public long? OrderId { get; init; }

    /// <summary>The text of a message, the new nickname of a rename; cut to <see cref="TextMaxLength"/> characters.</summary>
    [PersonalData]
    public string? Text { get; init; }

    /// <summary>
    /// Whether a message is effective under <see cref="EffectiveRuleVersion"/>. Of a message that <see cref="IsExcluded"/> and whose text has
    /// been emptied: whether it would be, were its account counted.
    /// </summary>
    public bool IsEffective { get; init; }

    /// <summary>
    /// The version of the rule that decided <see cref="IsEffective"/>: the one that was active when the message came, or the last one since that judged it otherwise; 0 for what is
    /// not a message.
    /// </summary>
    public short EffectiveRuleVersion { get; init; }

    /// <summary>Whether the account was one that staff or a machine controls at that time, and so counts in no member metric.</summary>
    public bool IsExcluded { get; init; }

    /// <summary>
    /// Whether a message of an account that is excluded would be effective if the account counted; null for other accounts. Kept, so
    /// that it is known when the text is not any more.
    /// </summary>
    public bool? IsEffectiveByText { get; init; }

    /// <summary>What a message is made of; null where nobody said and there is no text, and for what is not a message.</summary>
    public MessageContentType? ContentType { get; init; }

    /// <summary>Further details by kind, a JSON object.</summary>
    [PersonalData]
    public string? Data { get; init; }
}
