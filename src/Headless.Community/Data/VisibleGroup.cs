namespace Headless.Community.Data;

/// <summary>An assignment as the row filters read it.</summary>
internal sealed class VisibleGroup
{
    public long OperatorId { get; init; }

    public long GroupId { get; init; }

    public DateTime Since { get; init; }

    public DateTime? Until { get; init; }
}
