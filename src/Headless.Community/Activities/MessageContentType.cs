namespace Headless.Community;

/// <summary>What a message is made of. Stored as a number, several together as their sum: a value is never changed or given again.</summary>
[Flags]
public enum MessageContentType : short
{
    /// <summary>Text.</summary>
    Text = 1,

    /// <summary>A picture.</summary>
    Image = 2,

    /// <summary>A video.</summary>
    Video = 4,

    /// <summary>A voice message.</summary>
    Voice = 8,

    /// <summary>A file.</summary>
    File = 16,

    /// <summary>A sticker, an animated emoji.</summary>
    Sticker = 32,

    /// <summary>A shared page.</summary>
    Link = 64,

    /// <summary>A mini program.</summary>
    MiniProgram = 128,

    /// <summary>A vote or poll.</summary>
    Vote = 256,

    /// <summary>A coupon of somebody else: takeaway, taxi.</summary>
    Coupon = 512,

    /// <summary>A red packet or transfer.</summary>
    RedPacket = 1024,

    /// <summary>Somebody's contact card.</summary>
    ContactCard = 2048,

    /// <summary>A place.</summary>
    Location = 4096,

    /// <summary>Anything else.</summary>
    Other = 8192,
}
