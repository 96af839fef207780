namespace Headless.Community;

/// <summary>The rules of groups, in versions, so that a violation points to the words that were in force .</summary>
public sealed class RuleSet : Entity
{
    public const int NameMaxLength = 200;
    public const int DescriptionMaxLength = 1000;

    /// <summary>The name; unique.</summary>
    public required string Name { get; set; }

    /// <summary>What it is for, for staff.</summary>
    public string? Description { get; set; }

    /// <summary>Its versions; at most one is a draft.</summary>
    public List<RuleSetVersion> Versions { get; } = [];

    public List<RuleSetAttachment> Attachments { get; } = [];

    /// <summary>The draft with new content, made where there is none. <see cref="Versions"/> must be loaded, the draft with its rules.</summary>
    public RuleSetVersion Draft(string? introduction, IEnumerable<Rule> rules)
    {
        var draft = Versions.Find(version => version.Status == RuleSetVersionStatus.Draft);
        if (draft is null)
        {
            draft = new RuleSetVersion { RuleSet = this, Number = Versions.Count == 0 ? 1 : Versions.Max(version => version.Number) + 1 };
            Versions.Add(draft);
        }

        draft.Rewrite(introduction, rules);
        return draft;
    }
}

/// <summary>One wording of a rule set. It changes while it is a draft and never afterwards.</summary>
public sealed class RuleSetVersion : Entity
{
    public const int IntroductionMaxLength = 2000;

    /// <summary>The most rules of a version.</summary>
    public const int MaxRules = 50;

    private static readonly StateMachine<RuleSetVersionStatus> s_states =
        new("rule set version", (RuleSetVersionStatus.Draft, RuleSetVersionStatus.Published));

    private RuleSetVersionStatus _status;
    private DateTime? _publishedAt;
    private long? _publishedById;

    public long RuleSetId { get; set; }

    public RuleSet RuleSet { get; set; } = null!;

    /// <summary>1 for the first.</summary>
    public int Number { get; init; }

    public RuleSetVersionStatus Status
    {
        get => _status;
        init => _status = value;
    }

    /// <summary>What members read before the rules.</summary>
    public string? Introduction { get; private set; }

    /// <summary>Since when it is in force, UTC; null for a draft.</summary>
    public DateTime? PublishedAt
    {
        get => _publishedAt;
        init => _publishedAt = value;
    }

    public long? PublishedById
    {
        get => _publishedById;
        init => _publishedById = value;
    }

    public Operator? PublishedBy { get; init; }

    public List<Rule> Rules { get; } = [];

    /// <summary>Puts it in force.</summary>
    /// <exception cref="InvalidTransitionException">It is published already.</exception>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.RuleSetIsEmpty"/>.</exception>
    public void Publish(DateTime at, long? byId)
    {
        var next = s_states.Step(_status, RuleSetVersionStatus.Published);
        if (Rules.Count == 0)
        {
            throw new DomainException(DomainErrorCodes.RuleSetIsEmpty, "The draft has no rule: write one before you publish it.");
        }

        (_status, _publishedAt, _publishedById) = (next, at, byId);
    }

    internal void Rewrite(string? introduction, IEnumerable<Rule> rules)
    {
        if (Status != RuleSetVersionStatus.Draft)
        {
            throw new DomainException(DomainErrorCodes.RuleSetVersionPublished, "A published version does not change: write a draft of the next one.");
        }

        Introduction = introduction;
        Rules.Clear();
        foreach (var rule in rules)
        {
            rule.Position = Rules.Count;
            Rules.Add(rule);
        }
    }
}

/// <summary>That the rules of a set hold in a group, in whichever version is in force.</summary>
public sealed class RuleSetAttachment : Entity
{
    private DateTime? _until;

    public long RuleSetId { get; init; }

    public RuleSet RuleSet { get; init; } = null!;

    public long GroupId { get; init; }

    public Group Group { get; init; } = null!;

    /// <summary>Since when, UTC.</summary>
    public DateTime Since { get; init; }

    /// <summary>Until when, UTC; null while they hold.</summary>
    public DateTime? Until
    {
        get => _until;
        init => _until = value;
    }

    /// <summary>Ends it.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.RuleSetNotAttached"/>: it has ended.</exception>
    public void End(DateTime at)
    {
        if (_until is not null)
        {
            throw new DomainException(DomainErrorCodes.RuleSetNotAttached, $"The rules do not hold in the group since {_until:O}.");
        }

        _until = at > Since ? at : Since.AddTicks(1);
    }
}
