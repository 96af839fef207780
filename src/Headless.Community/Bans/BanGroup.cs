namespace Headless.Community;

/// <summary>A group that a ban keeps somebody out of.</summary>
public sealed class BanGroup
{
    public long BanId { get; set; }

    public Ban Ban { get; set; } = null!;

    public long GroupId { get; set; }

    public Group Group { get; set; } = null!;
}
