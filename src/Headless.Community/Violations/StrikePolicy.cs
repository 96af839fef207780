namespace Headless.Community;

/// <summary>
/// What strikes lead to (A-147, A-148, A.12 #17). One of the organisation, which a rule set or a group may override; without any:
/// the second strike removes, strikes do not expire, severe rules remove at once.
/// </summary>
public sealed class StrikePolicy : Entity
{
    public const int MaxLimit = 20;
    public const int MaxWindowDays = 3650;
    public const int MaxMuteMinutes = 43_200;
    public const int DefaultMuteMinutes = 60;
    public const int NoticeTemplateMaxLength = 500;

    /// <summary>What a notice may name.</summary>
    public static readonly IReadOnlyList<string> NoticeFields = ["member", "group", "rule", "penalty", "strikes", "limit"];

    /// <summary>The rule set that it is for; null: any.</summary>
    public long? RuleSetId { get; init; }

    public RuleSet? RuleSet { get; init; }

    /// <summary>The group that it is for; null: any.</summary>
    public long? GroupId { get; init; }

    public Group? Group { get; init; }

    /// <summary>The so manieth strike leads to <see cref="Action"/>, and each one after it.</summary>
    public int Limit { get; set; } = 2;

    /// <summary>Strikes older than so many days do not count; null: they do not expire.</summary>
    public int? WindowDays { get; set; }

    /// <summary>What the limit leads to.</summary>
    public PenaltyKind Action { get; set; } = PenaltyKind.Remove;

    /// <summary>What breaking a severe rule leads to at once.</summary>
    public PenaltyKind SevereAction { get; set; } = PenaltyKind.Remove;

    /// <summary>Whether BLACKLIST keeps them out of all groups; otherwise of the group alone.</summary>
    public bool BlacklistsEverywhere { get; set; }

    /// <summary>For how many days BLACKLIST keeps them out; null: for good.</summary>
    public int? BlacklistDays { get; set; }

    /// <summary>What the group is told, with {member}, {group}, {rule}, {penalty}, {strikes} and {limit}; null: nothing.</summary>
    public string? NoticeTemplate { get; set; }

    /// <summary>What strikes before the limit lead to.</summary>
    public List<PenaltyStep> Steps { get; } = [];

    /// <summary>What so many strikes lead to; null: nothing yet. <see cref="Steps"/> must be loaded.</summary>
    public (PenaltyKind Kind, int? MuteMinutes)? PenaltyFor(RuleSeverity severity, int strikes)
    {
        var step = Steps.Find(known => known.Strike == strikes);
        PenaltyKind? kind = severity == RuleSeverity.ImmediateRemoval && (strikes < Limit || SevereAction > Action) ? SevereAction
            : strikes >= Limit ? Action
            : step?.Kind;
        return kind is null ? null : (kind.Value, kind == PenaltyKind.Mute ? step?.MuteMinutes ?? DefaultMuteMinutes : null);
    }

    /// <summary>The notice about a penalty; null: there is none.</summary>
    public string? NoticeOf(string member, string group, string rule, PenaltyKind penalty, int strikes)
    {
        // What people wrote comes last, so that nothing is looked for in it.
        var notice = NoticeTemplate?
            .Replace("{limit}", $"{Limit}", StringComparison.Ordinal).Replace("{strikes}", $"{strikes}", StringComparison.Ordinal)
            .Replace("{penalty}", penalty.ToString().ToUpperInvariant(), StringComparison.Ordinal)
            .Replace("{rule}", rule, StringComparison.Ordinal).Replace("{group}", group, StringComparison.Ordinal).Replace("{member}", member, StringComparison.Ordinal);
        return notice is { Length: > Penalty.NoticeMaxLength } ? notice[..Penalty.NoticeMaxLength] : notice;
    }
}

/// <summary>What a strike before the limit leads to.</summary>
public sealed class PenaltyStep
{
    public long Id { get; init; }

    public long StrikePolicyId { get; set; }

    public StrikePolicy StrikePolicy { get; set; } = null!;

    /// <summary>Which strike, from 1.</summary>
    public int Strike { get; init; }

    public PenaltyKind Kind { get; init; }

    /// <summary>MUTE: for how many minutes.</summary>
    public int? MuteMinutes { get; init; }
}
