namespace Headless.Community;

/// <summary>What kind of thing an alert is about. Stored as a number: a value is never changed or given again.</summary>
public enum AlertSubjectKind : short
{
    Group = 1,
    Operator = 2,
    Campaign = 3,
    Organisation = 4,
}
