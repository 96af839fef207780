namespace Headless.Community;

/// <summary>Whether a nickname keeps its group's rule. Stored as a number: a value is never changed or given again.</summary>
public enum NicknameCompliance : byte
{
    Compliant = 1,

    NotCompliant = 2,
}
