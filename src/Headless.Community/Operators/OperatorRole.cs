namespace Headless.Community;

/// <summary>What an operator may do. Stored as a number: a value is never changed or given again.</summary>
public enum OperatorRole : byte
{
    /// <summary>总负责人: everything .</summary>
    Lead = 1,

    /// <summary>群主: runs the groups that are assigned to them .</summary>
    Owner = 2,

    /// <summary>管理员: helps in the groups that are assigned to them .</summary>
    Admin = 3,

    /// <summary>Reads everything but personal data.</summary>
    Analyst = 4,

    /// <summary>A machine with an API key and scopes.</summary>
    Integration = 5,
}
