namespace Headless.Community;

/// <summary>
/// Who is behind an account in a group. All but CUSTOMER are run by staff or machines and are left out of every member metric
/// (A.12 #13). Stored as a number: a value is never changed or given again.
/// </summary>
public enum AccountKind : byte
{
    Customer = 1,

    /// <summary>An operator under their own name.</summary>
    Staff = 2,

    /// <summary>客服小号: a customer-service account .</summary>
    Service = 3,

    /// <summary>马甲: a second account of staff .</summary>
    Vest = 4,

    /// <summary>气氛组: an account that sets the mood .</summary>
    Atmosphere = 5,

    Bot = 6,
}
