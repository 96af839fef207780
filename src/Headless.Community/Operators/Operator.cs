namespace Headless.Community;

/// <summary>A staff person, or a machine that acts as one.</summary>
public sealed class Operator : Entity
{
    public const int NameMaxLength = 100;
    public const int EmailMaxLength = 254;
    public const int DepartmentMaxLength = 100;
    public const int SubjectMaxLength = 255;

    private bool _isActive = true;

    /// <summary>The name that colleagues know them by.</summary>
    public required string Name { get; set; }

    /// <summary>Where they can be written to.</summary>
    public string? Email { get; set; }

    /// <summary>Who they are to the organisation's identity provider: the subject of the tokens that they come with. Unique.</summary>
    public string? Subject { get; set; }

    /// <summary>What they may do; in their groups only for OWNER and ADMIN.</summary>
    public OperatorRole Role { get; set; } = OperatorRole.Admin;

    /// <summary><see cref="Duties"/> as it is stored.</summary>
    public OperatorDuty DutyFlags { get; set; }

    /// <summary>What they do; it says, and opens nothing: rights come from the role.</summary>
    public IReadOnlyList<OperatorDuty> Duties
    {
        get => Flags.ToList(DutyFlags);
        set => DutyFlags = Flags.FromList(value);
    }

    /// <summary>The department that they belong to, in the organisation's own words: informational.</summary>
    public string? Department { get; set; }

    /// <summary>Whether they may act at all. The keys of an inactive operator open nothing.</summary>
    public bool IsActive
    {
        get => _isActive;
        init => _isActive = value;
    }

    /// <summary>The groups they are or were assigned to.</summary>
    public List<GroupAssignment> Assignments { get; } = [];

    /// <summary>Their API keys.</summary>
    public List<ApiKey> ApiKeys { get; } = [];

    /// <summary>Lets them act again.</summary>
    public void Activate() => _isActive = true;

    /// <summary>Takes every right away, without losing who did what.</summary>
    public void Deactivate() => _isActive = false;
}
