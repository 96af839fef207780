namespace Headless.Community;

/// <summary>
/// Something that breaks, or seems to break, a rule: what, where, by whom, and the wording that was in force. From found to
/// decided, and to the decision about an appeal.
/// </summary>
public sealed class Violation : Entity
{
    public const int MatchedMaxLength = 200;
    public const int NoteMaxLength = 2000;

    private static readonly StateMachine<ViolationStatus> s_states = new(
        "violation",
        (ViolationStatus.Open, ViolationStatus.Confirmed),
        (ViolationStatus.Open, ViolationStatus.Dismissed),
        (ViolationStatus.Confirmed, ViolationStatus.Appealed),
        (ViolationStatus.Appealed, ViolationStatus.Upheld),
        (ViolationStatus.Appealed, ViolationStatus.Overturned));

    public long GroupId { get; init; }

    public Group Group { get; init; } = null!;

    public long MemberId { get; set; }

    public Member Member { get; set; } = null!;

    /// <summary>The stay in which it happened; null where none is known.</summary>
    public long? MembershipId { get; init; }

    public Membership? Membership { get; init; }

    public RuleKind Kind { get; init; }

    public RuleSeverity Severity { get; init; }

    /// <summary>The rule; null where it was reported without one.</summary>
    public long? RuleId { get; init; }

    public Rule? Rule { get; init; }

    /// <summary>The wording that was in force; null where the group had no rules.</summary>
    public long? RuleSetVersionId { get; init; }

    public RuleSetVersion? RuleSetVersion { get; init; }

    /// <summary>The message in the log; null where it was something else.</summary>
    public long? ActivityId { get; init; }

    /// <summary>When it happened, UTC.</summary>
    public DateTime OccurredAt { get; init; }

    public ViolationSource Source { get; init; }

    public long? ReportedById { get; init; }

    public Operator? ReportedBy { get; init; }

    /// <summary>Where in the text what was found begins, in UTF-16 units; null where it is not in the text.</summary>
    public int? SpanStart { get; init; }

    /// <summary>How long it is.</summary>
    public int? SpanLength { get; init; }

    /// <summary>What was found: the word, the link, the figure. Personal data.</summary>
    [PersonalData]
    public string? Matched { get; set; }

    /// <summary>The text, or what the reporter saw. Emptied with the texts of messages. Personal data.</summary>
    [PersonalData]
    public string? Evidence { get; set; }

    public ViolationStatus Status { get; private set; }

    /// <summary>Who is to decide.</summary>
    public long? AssigneeId { get; set; }

    public Operator? Assignee { get; set; }

    /// <summary>Whether it counts against the member.</summary>
    public bool IsStrike { get; private set; }

    /// <summary>Who decided; null where the rule did by itself.</summary>
    public long? DecidedById { get; private set; }

    public Operator? DecidedBy { get; private set; }

    /// <summary>When it was decided, UTC.</summary>
    public DateTime? DecidedAt { get; private set; }

    /// <summary>Why. Personal data.</summary>
    [PersonalData]
    public string? DecisionNote { get; set; }

    /// <summary>When the member appealed, UTC.</summary>
    public DateTime? AppealedAt { get; private set; }

    /// <summary>What the member says. Personal data.</summary>
    [PersonalData]
    public string? AppealText { get; set; }

    public long? AppealDecidedById { get; private set; }

    public Operator? AppealDecidedBy { get; private set; }

    /// <summary>When the appeal was decided, UTC.</summary>
    public DateTime? AppealDecidedAt { get; private set; }

    /// <summary>Why. Personal data.</summary>
    [PersonalData]
    public string? AppealNote { get; set; }

    public List<Penalty> Penalties { get; } = [];

    /// <summary>It is one.</summary>
    /// <param name="byId">Who says so; null: the rule.</param>
    /// <exception cref="InvalidTransitionException">It is not open.</exception>
    public void Confirm(DateTime at, long? byId, string? note = null)
    {
        Status = s_states.Step(Status, ViolationStatus.Confirmed);
        (IsStrike, DecidedAt, DecidedById, DecisionNote) = (true, at, byId, note);
    }

    /// <summary>It is none.</summary>
    /// <exception cref="InvalidTransitionException">It is not open.</exception>
    public void Dismiss(DateTime at, long? byId, string? note)
    {
        Status = s_states.Step(Status, ViolationStatus.Dismissed);
        (DecidedAt, DecidedById, DecisionNote) = (at, byId, note);
    }

    /// <summary>The member says that it is none.</summary>
    /// <exception cref="InvalidTransitionException">It is not confirmed.</exception>
    public void Appeal(DateTime at, string text)
    {
        Status = s_states.Step(Status, ViolationStatus.Appealed);
        (AppealedAt, AppealText) = (at, text);
    }

    /// <summary>Decides the appeal.</summary>
    /// <param name="isLead">Whether a LEAD decides, who may also where they confirmed: somebody has to be able to.</param>
    /// <exception cref="InvalidTransitionException">There is no appeal to decide.</exception>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.DeciderOfAppeal"/>: who confirmed it does not decide about it.</exception>
    public void DecideAppeal(bool isUpheld, DateTime at, long? byId, bool isLead, string? note)
    {
        var next = s_states.Step(Status, isUpheld ? ViolationStatus.Upheld : ViolationStatus.Overturned);
        if (byId is not null && byId == DecidedById && !isLead)
        {
            throw new DomainException(DomainErrorCodes.DeciderOfAppeal, "You confirmed the violation: somebody else, or a LEAD, decides about the appeal.");
        }

        Status = next;
        IsStrike = isUpheld;
        (AppealDecidedAt, AppealDecidedById, AppealNote) = (at, byId, note);
    }
}
