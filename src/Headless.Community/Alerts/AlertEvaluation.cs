namespace Headless.Community;

/// <summary>When the conditions of a kind of alert were last looked at: one row for each kind, so that replicas share the work.</summary>
public sealed class AlertEvaluation
{
    public AlertKind Kind { get; init; }

    /// <summary>UTC.</summary>
    public DateTime EvaluatedAt { get; set; }
}
