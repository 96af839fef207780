namespace Headless.Community;

/// <summary>What a member is to a group. Stored as a number: a value is never changed or given again.</summary>
public enum MembershipRole : byte
{
    Member = 1,

    /// <summary>种子用户: a self-motivated fan who carries others .</summary>
    Seed = 2,

    /// <summary>Influence and professional sharing .</summary>
    Kol = 3,
}
