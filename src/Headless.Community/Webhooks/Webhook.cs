namespace Headless.Community;

/// <summary>
/// An address outside that is told of what happens: it follows the log by a position of its own, in order, with the rights of the operator
/// whose it is, cut down to its scopes. What cannot be delivered waits for it; nothing behind it overtakes.
/// </summary>
public sealed class Webhook : Entity
{
    public const int NameMaxLength = 100;
    public const int UrlMaxLength = 2000;
    public const int QueryMaxLength = 8000;
    public const int SecretMaxLength = 128;
    public const int MaxKinds = 100;
    public const int MaxGroups = 200;
    public const int ReasonMaxLength = 500;

    /// <summary>How long a former secret may go on signing beside the new one.</summary>
    public static readonly TimeSpan MaxOverlap = TimeSpan.FromDays(7);

    private static readonly StateMachine<WebhookStatus> s_statuses = new(
        "webhook",
        (WebhookStatus.Active, WebhookStatus.Disabled),
        (WebhookStatus.Disabled, WebhookStatus.Active));

    private WebhookStatus _status = WebhookStatus.Active;
    private WebhookDisabledReason? _disabledReason;
    private DateTime? _disabledAt;
    private byte[] _secret = [];
    private byte[]? _formerSecret;
    private DateTime? _formerSecretUntil;
    private long _position;
    private DateTime? _failingSince;
    private int _failureCount;

    /// <summary>What it is for.</summary>
    public required string Name { get; set; }

    /// <summary>Where to, an absolute address.</summary>
    public required string Url { get; set; }

    /// <summary>Whose it is: it sees what they may see at the time of each delivery, and stops with them.</summary>
    public long OperatorId { get; init; }

    public Operator Operator { get; init; } = null!;

    /// <summary>The role in which it was registered; where the operator's own is less by now, that one counts.</summary>
    public OperatorRole Role { get; init; }

    /// <summary><see cref="Scopes"/> as it is stored.</summary>
    public ApiKeyScope ScopeFlags { get; set; }

    /// <summary>What it may see of what its operator may.</summary>
    public IReadOnlyList<ApiKeyScope> Scopes
    {
        get => Flags.ToList(ScopeFlags);
        set => ScopeFlags = Flags.FromList(value);
    }

    /// <summary>The GraphQL document that shapes the payload, a subscription; null: the standard one.</summary>
    public string? Query { get; set; }

    /// <summary>Only activities of these kinds; none: of all.</summary>
    public List<WebhookKind> Kinds { get; } = [];

    /// <summary>Only activities of these groups; none: of all.</summary>
    public List<WebhookGroup> Groups { get; } = [];

    public List<WebhookDelivery> Deliveries { get; } = [];

    public WebhookStatus Status
    {
        get => _status;
        init => _status = value;
    }

    /// <summary>Why it is disabled; null while it is active.</summary>
    public WebhookDisabledReason? DisabledReason
    {
        get => _disabledReason;
        init => _disabledReason = value;
    }

    /// <summary>Since when it is disabled, UTC.</summary>
    public DateTime? DisabledAt
    {
        get => _disabledAt;
        init => _disabledAt = value;
    }

    /// <summary>What deliveries are signed with, protected where the server has a key for that.</summary>
    [Secret]
    public required byte[] Secret
    {
        get => _secret;
        init => _secret = value;
    }

    /// <summary>The secret before the last rotation, which signs too for a while.</summary>
    [Secret]
    public byte[]? FormerSecret
    {
        get => _formerSecret;
        init => _formerSecret = value;
    }

    /// <summary>Until when the former secret signs too, UTC.</summary>
    public DateTime? FormerSecretUntil
    {
        get => _formerSecretUntil;
        init => _formerSecretUntil = value;
    }

    /// <summary>The activity up to which everything has been delivered, given up or is not for it. Kept by the relay, without a new version.</summary>
    public long Position
    {
        get => _position;
        init => _position = value;
    }

    /// <summary>Since when no attempt has succeeded, UTC; null while the last one did. Kept by the relay.</summary>
    public DateTime? FailingSince
    {
        get => _failingSince;
        init => _failingSince = value;
    }

    /// <summary>How many attempts have failed since one succeeded. Kept by the relay.</summary>
    public int FailureCount
    {
        get => _failureCount;
        init => _failureCount = value;
    }

    /// <summary>Whether a former secret signs at a moment.</summary>
    public bool SignsWithFormer(DateTime at) => FormerSecret is not null && at < FormerSecretUntil;

    /// <summary>Gives it a new secret; the present one goes on signing for a while.</summary>
    public void Rotate(byte[] secret, DateTime at, TimeSpan overlap)
    {
        (_formerSecret, _formerSecretUntil) = overlap > TimeSpan.Zero ? (_secret, (DateTime?)(at + overlap)) : (null, null);
        _secret = secret;
    }

    /// <summary>Nothing is sent to it any more, until it is enabled.</summary>
    /// <exception cref="InvalidTransitionException">It is disabled already.</exception>
    public void Disable(DateTime at, WebhookDisabledReason reason) =>
        (_status, _disabledAt, _disabledReason) = (s_statuses.Step(Status, WebhookStatus.Disabled), at, reason);

    /// <summary>It goes on where it stopped.</summary>
    /// <exception cref="InvalidTransitionException">It is active.</exception>
    public void Enable() => (_status, _disabledAt, _disabledReason, _failingSince, _failureCount) =
        (s_statuses.Step(Status, WebhookStatus.Active), null, null, null, 0);

    /// <summary>It goes on behind another activity, before or behind where it is.</summary>
    public void MoveTo(long position) => _position = position;
}

/// <summary>Whether anything is sent to a webhook.</summary>
public enum WebhookStatus : byte
{
    Active = 1,
    Disabled = 2,
}

/// <summary>Why a webhook is disabled.</summary>
public enum WebhookDisabledReason : byte
{
    /// <summary>Somebody did it.</summary>
    ByHand = 1,

    /// <summary>The address answered 410: it does not want any more.</summary>
    Gone = 2,

    /// <summary>No attempt had succeeded for days.</summary>
    Failing = 3,

    /// <summary>Its operator may not act any more, or not follow the log.</summary>
    OperatorInactive = 4,
}

/// <summary>A kind of activity that a webhook is told of.</summary>
[Unaudited]
public sealed class WebhookKind
{
    public long Id { get; init; }

    public long WebhookId { get; init; }

    public Webhook Webhook { get; init; } = null!;

    public ActivityKind Kind { get; init; }
}

/// <summary>A group whose activities a webhook is told of.</summary>
[Unaudited]
public sealed class WebhookGroup
{
    public long Id { get; init; }

    public long WebhookId { get; init; }

    public Webhook Webhook { get; init; } = null!;

    public long GroupId { get; init; }

    public Group Group { get; init; } = null!;
}
