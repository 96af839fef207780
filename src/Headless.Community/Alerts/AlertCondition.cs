namespace Headless.Community;

/// <summary>A condition that holds now and that somebody should know of: what an alert is opened, updated and resolved by.</summary>
/// <param name="Subject">What it is about.</param>
/// <param name="Severity">How pressing it is.</param>
/// <param name="Message">What is the matter, for a person: one sentence with the numbers, without personal data.</param>
/// <param name="SuggestedAction">What to do about it.</param>
/// <param name="Evidence">The numbers that it rests on; the same names in the same order for every alert of the kind.</param>
public sealed record AlertCondition(
    AlertSubject Subject, AlertSeverity Severity, string Message, string SuggestedAction, IReadOnlyList<AlertFigure> Evidence)
{
    /// <summary>The rule that found it; null: the product's own condition.</summary>
    public long? RuleId { get; init; }

    /// <summary>Whether it cannot be judged at present, too few or nothing tracked: nothing opens, nothing ends.</summary>
    public bool IsUnknown { get; init; }

    /// <summary>For so long after an alert of it ended none opens again.</summary>
    public TimeSpan Quiet { get; init; }

    /// <summary>Nothing can be said of a subject.</summary>
    public static AlertCondition Unknown(AlertSubject subject, long? ruleId = null) =>
        new(subject, AlertSeverity.Info, string.Empty, string.Empty, []) { RuleId = ruleId, IsUnknown = true };
}

/// <summary>What an alert is about, and whose rows it hangs on. A kind and a subject have one unresolved alert at a time.</summary>
/// <param name="Kind">The kind of thing.</param>
/// <param name="Id">Its key; 0 for the organisation.</param>
/// <param name="GroupId">The group that it hangs on, whose staff see it; null: none.</param>
/// <param name="OperatorId">The operator whom it concerns, who sees it; null: nobody in particular.</param>
/// <param name="CampaignId">The campaign that it concerns, seen by the staff of its groups.</param>
public readonly record struct AlertSubject(AlertSubjectKind Kind, long Id, long? GroupId = null, long? OperatorId = null, long? CampaignId = null)
{
    /// <summary>The organisation as a whole: seen by those who see everything.</summary>
    public static AlertSubject Organisation { get; } = new(AlertSubjectKind.Organisation, 0);

    public static AlertSubject OfGroup(long id) => new(AlertSubjectKind.Group, id, GroupId: id);

    public static AlertSubject OfOperator(long id) => new(AlertSubjectKind.Operator, id, OperatorId: id);

    public static AlertSubject OfCampaign(long id) => new(AlertSubjectKind.Campaign, id, CampaignId: id);
}
