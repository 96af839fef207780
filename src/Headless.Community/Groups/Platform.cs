namespace Headless.Community;

/// <summary>Where a group or an identity lives. Stored as a number: a value is never changed or given again.</summary>
public enum Platform : byte
{
    /// <summary>微信.</summary>
    Wechat = 1,

    /// <summary>企业微信.</summary>
    Wecom = 2,

    /// <summary>QQ.</summary>
    Qq = 3,

    /// <summary>钉钉.</summary>
    Dingtalk = 4,

    Telegram = 5,

    Discord = 6,

    /// <summary>Internet Relay Chat.</summary>
    Irc = 7,

    /// <summary>A platform that has no name here.</summary>
    Other = 8,

    /// <summary>YY 语音 .</summary>
    Yy = 9,
}
