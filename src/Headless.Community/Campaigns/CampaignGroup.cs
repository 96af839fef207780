namespace Headless.Community;

/// <summary>A campaign runs in a group.</summary>
public sealed class CampaignGroup
{
    public long CampaignId { get; init; }

    public Campaign Campaign { get; init; } = null!;

    public long GroupId { get; init; }

    public Group Group { get; init; } = null!;
}
