using System.Text.Json;

namespace Headless.Community;

/// <summary>
/// Something that somebody should know of, with the numbers that it rests on. Opened once for a kind and a subject, brought up to
/// date while the condition holds, taken on by an operator, and resolved by itself when the condition ends. It never changes
/// anything else.
/// </summary>
public sealed class Alert : Entity
{
    public const int MessageMaxLength = 500;
    public const int SuggestedActionMaxLength = 500;
    public const int EvidenceMaxLength = 2000;
    public const int NoteMaxLength = 1000;

    private static readonly JsonSerializerOptions s_json = new(JsonSerializerDefaults.Web);

    private static readonly StateMachine<AlertStatus> s_statuses = new(
        "alert",
        (AlertStatus.Open, AlertStatus.Acknowledged),
        (AlertStatus.Open, AlertStatus.Resolved),
        (AlertStatus.Acknowledged, AlertStatus.Open),
        (AlertStatus.Acknowledged, AlertStatus.Resolved));

    public AlertKind Kind { get; init; }

    public AlertSubjectKind SubjectKind { get; init; }

    /// <summary>The subject's key among its kind; 0 for the organisation.</summary>
    public long SubjectId { get; init; }

    /// <summary>The group that it hangs on.</summary>
    public long? GroupId { get; init; }

    public Group? Group { get; init; }

    /// <summary>The operator whom it concerns.</summary>
    public long? OperatorId { get; init; }

    public Operator? Operator { get; init; }

    public long? CampaignId { get; init; }

    public Campaign? Campaign { get; init; }

    /// <summary>METRIC_RULE: the rule that found it.</summary>
    public long? RuleId { get; init; }

    public AlertRule? Rule { get; init; }

    public AlertSeverity Severity { get; private set; }

    public AlertStatus Status { get; private set; } = AlertStatus.Open;

    /// <summary>What is the matter, for a person.</summary>
    public string Message { get; private set; } = null!;

    /// <summary>What to do about it.</summary>
    public string SuggestedAction { get; private set; } = null!;

    /// <summary>The numbers that it rests on as JSON; read them by <see cref="ReadEvidence"/>.</summary>
    public string Evidence { get; private set; } = null!;

    /// <summary>Since when the condition is known to hold, UTC.</summary>
    public DateTime OpenedAt { get; init; }

    /// <summary>When somebody took it on, UTC; null: nobody has.</summary>
    public DateTime? AcknowledgedAt { get; private set; }

    public long? AcknowledgedById { get; private set; }

    public Operator? AcknowledgedBy { get; private set; }

    /// <summary>What whoever took it on said about it.</summary>
    [PersonalData]
    public string? AcknowledgeNote { get; private set; }

    /// <summary>When the condition was found to have ended, UTC; null: it holds.</summary>
    public DateTime? ResolvedAt { get; private set; }

    public AlertSubject Subject => new(SubjectKind, SubjectId, GroupId, OperatorId, CampaignId);

    /// <summary>Opens an alert about a condition.</summary>
    public static Alert Open(AlertKind kind, AlertCondition condition, DateTime at)
    {
        var alert = new Alert
        {
            Kind = kind,
            SubjectKind = condition.Subject.Kind,
            SubjectId = condition.Subject.Id,
            GroupId = condition.Subject.GroupId,
            OperatorId = condition.Subject.OperatorId,
            CampaignId = condition.Subject.CampaignId,
            RuleId = condition.RuleId,
            OpenedAt = at,
        };
        alert.Take(condition);
        return alert;
    }

    /// <summary>The numbers of <see cref="Evidence"/>.</summary>
    public static IReadOnlyList<AlertFigure> ReadEvidence(string evidence) => JsonSerializer.Deserialize<AlertFigure[]>(evidence, s_json)!;

    /// <summary>
    /// Brings it up to date with its condition. One that has become more severe is open again: it was taken on as something smaller.
    /// </summary>
    /// <returns>Whether its severity has changed.</returns>
    /// <exception cref="InvalidOperationException">It is resolved: a condition that begins again opens another alert.</exception>
    public bool Update(AlertCondition condition)
    {
        if (Status == AlertStatus.Resolved)
        {
            throw new InvalidOperationException("A resolved alert stays as it was: open another one.");
        }

        var before = Severity;
        if (condition.Severity > before && Status == AlertStatus.Acknowledged)
        {
            Status = s_statuses.Step(Status, AlertStatus.Open);
            (AcknowledgedAt, AcknowledgedById, AcknowledgeNote) = (null, null, null);
        }

        Take(condition);
        return before != Severity;
    }

    /// <summary>An operator takes it on.</summary>
    /// <exception cref="InvalidTransitionException">Somebody has, or it is resolved.</exception>
    public void Acknowledge(long? operatorId, string? note, DateTime at)
    {
        Status = s_statuses.Step(Status, AlertStatus.Acknowledged);
        (AcknowledgedAt, AcknowledgedById, AcknowledgeNote) = (at, operatorId, note);
    }

    /// <summary>Its condition has ended.</summary>
    /// <exception cref="InvalidTransitionException">It was resolved already.</exception>
    public void Resolve(DateTime at)
    {
        Status = s_statuses.Step(Status, AlertStatus.Resolved);
        ResolvedAt = at;
    }

    private void Take(AlertCondition condition)
    {
        Severity = condition.Severity;
        Message = condition.Message;
        SuggestedAction = condition.SuggestedAction;
        Evidence = JsonSerializer.Serialize(condition.Evidence, s_json);
    }
}
