namespace Headless.Community;

/// <summary>Where people are won. Stored as a number: a value is never changed or given again.</summary>
public enum JoinChannelKind : byte
{
    /// <summary>公众号.</summary>
    OfficialAccount = 1,

    /// <summary>微博.</summary>
    Weibo = 2,

    /// <summary>A poster with a code.</summary>
    QrPoster = 3,

    /// <summary>QQ群号: a number that people search for.</summary>
    GroupNumber = 4,

    /// <summary>自媒体: the brand's own media.</summary>
    OwnMedia = 5,

    /// <summary>朋友圈.</summary>
    Moments = 6,

    /// <summary>抖音 and other short video.</summary>
    ShortVideo = 7,

    /// <summary>Called by telephone.</summary>
    Telephone = 8,

    /// <summary>地推: won on the street or in a shop.</summary>
    GroundPromotion = 9,

    /// <summary>买量: paid advertisements .</summary>
    PaidAd = 10,

    Website = 11,

    /// <summary>Members who bring members.</summary>
    Referral = 12,

    Other = 13,
}
