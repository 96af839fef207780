namespace Headless.Community;

/// <summary>The kind of group. Stored as a number: a value is never changed or given again.</summary>
public enum GroupType : byte
{
    /// <summary>引流群: grows fans.</summary>
    Traffic = 1,

    /// <summary>福利群: deals and repurchase.</summary>
    Benefit = 2,

    /// <summary>快闪群: fast conversion in a short time; it has a closing time.</summary>
    Flash = 3,

    /// <summary>VIP customers: exclusive price and service.</summary>
    Vip = 4,

    /// <summary>None of the others.</summary>
    General = 5,
}
