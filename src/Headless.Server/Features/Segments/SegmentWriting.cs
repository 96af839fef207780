using Headless.Server.Writing;

namespace Headless.Server.Features.Segments;

/// <summary>What making and changing segments have in common.</summary>
internal static class SegmentWriting
{
    /// <summary>
    /// A segment is computed over everything: defined by somebody who sees a part, it would tell them of the rest who of their members
    /// bought or joined what elsewhere.
    /// </summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.SegmentNeedsFullSight"/>.</exception>
    public static void RequireFullSight(this WriteSession session)
    {
        if (!session.Caller.Scope.IsEverything)
        {
            throw new DomainException(
                DomainErrorCodes.SegmentNeedsFullSight,
                "Segments are computed over the whole organisation: ask the lead to make the change. segmentPreview shows what a condition finds in your groups.");
        }
    }

    /// <exception cref="DomainException"><see cref="DomainErrorCodes.TooManySegments"/>.</exception>
    public static async Task RequireRoomAsync(this WriteSession session)
    {
        if (await session.Db.Segments.CountAsync(session.CancellationToken) >= Segment.Max)
        {
            throw new DomainException(DomainErrorCodes.TooManySegments, $"There are {Segment.Max} segments, which is the most: delete one first.");
        }
    }

    /// <exception cref="AlreadyExistsException">There is a segment of that name.</exception>
    public static Task RequireFreeNameAsync(this WriteSession session, string name) =>
        session.RequireNoneAsync<Segment>(s => s.Name == name, $"There is a segment '{name}' already.", "name");
}
