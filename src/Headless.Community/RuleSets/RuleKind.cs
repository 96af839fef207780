namespace Headless.Community;

/// <summary>What a rule is about. Stored as a number: a value is never changed or given again.</summary>
public enum RuleKind : short
{
    /// <summary>Advertising .</summary>
    Ad = 0,

    /// <summary>Abuse of others .</summary>
    Abuse = 1,

    /// <summary>恶意刷屏: more messages in some seconds than are bearable .</summary>
    Flood = 2,

    /// <summary>Off topic again and again .</summary>
    OffTopic = 3,

    /// <summary>Kinds of content that do not belong there: videos, coupons, votes .</summary>
    ForbiddenContent = 4,

    /// <summary>Political speech .</summary>
    Political = 5,

    /// <summary>Using the group as a private chat .</summary>
    PrivateChat = 6,

    /// <summary>The same text again and again.</summary>
    Repeat = 7,

    /// <summary>A word of a list of sensitive words.</summary>
    SensitiveWord = 8,

    /// <summary>A link that leads elsewhere.</summary>
    Link = 9,

    /// <summary>Selling without saying so: staff who add members and pitch .</summary>
    HiddenSales = 10,

    /// <summary>Coming in past a ban .</summary>
    BanEvasion = 11,
}
