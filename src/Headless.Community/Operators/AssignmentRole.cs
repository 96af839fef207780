namespace Headless.Community;

/// <summary>What an operator is in one group. Stored as a number: a value is never changed or given again.</summary>
public enum AssignmentRole : byte
{
    /// <summary>群主: answers for the group.</summary>
    Owner = 1,

    /// <summary>管理员: one of the one to three who help.</summary>
    Admin = 2,
}
