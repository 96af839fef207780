using Headless.Community.Segments;
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

    /// <exception cref="AlreadyExistsException">There is a segment of that name.</exception>
    public static Task RequireFreeNameAsync(this WriteSession session, string name) =>
        session.RequireNoneAsync<Segment>(s => s.Name == name, $"There is a segment '{name}' already.", "name");

    /// <summary>Whether a condition, or that of a segment it names, asks for personal data.</summary>
    public static async Task<bool> UsesPersonalDataAsync(this WriteSession session, SegmentCondition condition)
    {
        long[] ids = [.. SegmentConditionCheck.KeysOf(condition, typeof(Segment)).Select(place => place.Key)];
        return condition.PersonalPath() is not null
            || (ids.Length > 0
                && await session.Db.Segments.AnyAsync(s => s.UsesPersonalData && EF.Parameter(ids).Contains(s.Id), session.CancellationToken));
    }
}
