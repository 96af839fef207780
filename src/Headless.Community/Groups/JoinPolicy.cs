namespace Headless.Community;

/// <summary>How people get in. Stored as a number: a value is never changed or given again.</summary>
public enum JoinPolicy : byte
{
    /// <summary>Anyone may come.</summary>
    Open = 1,

    /// <summary>邀请式: an administrator or above invites.</summary>
    InviteByAdmin = 2,

    /// <summary>推荐式: a member recommends.</summary>
    MemberReferral = 3,

    /// <summary>活动式: by taking part in a campaign.</summary>
    Campaign = 4,

    /// <summary>付费式: against a fee.</summary>
    Paid = 5,
}
