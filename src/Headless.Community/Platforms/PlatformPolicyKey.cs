namespace Headless.Community;

/// <summary>A limit that a platform sets. Stored as a number: a value is never changed or given again.</summary>
public enum PlatformPolicyKey : short
{
    /// <summary>Accounts in a group above which its QR code lets nobody in any more.</summary>
    GroupQrMaxMembers = 1,

    /// <summary>Accounts that a group can have.</summary>
    GroupMaxMembers = 2,

    /// <summary>Mass messages that one account may send to a customer in a calendar month.</summary>
    MassSendPerMonth = 3,

    /// <summary>Days for which a group's QR code is valid.</summary>
    GroupQrValidDays = 4,
}
