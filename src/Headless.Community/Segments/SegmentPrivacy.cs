using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Segments;

/// <summary>Who may ask a condition, and so know who fulfils it.</summary>
public static class SegmentPrivacy
{
    /// <summary>The most protected of what the condition asks for, itself, of attributes and by way of segments, with the path of the leaf.</summary>
    public static async Task<(PrivacyClass Privacy, string? Path)> OfAsync(CommunityDbContext db, SegmentCondition condition, CancellationToken cancellationToken)
    {
        var places = condition.Leaves().Select(step => (step.Leaf.Privacy, step.Path)).ToList();
        var attributes = SegmentConditionCheck.KeysOf(condition, typeof(AttributeDefinition)).ToList();
        if (attributes.Count > 0)
        {
            var ids = attributes.ConvertAll(place => place.Key).ToArray();
            var known = await db.AttributeDefinitions.Where(row => EF.Parameter(ids).Contains(row.Id))
                .Select(row => new { row.Id, row.Privacy }).ToDictionaryAsync(row => row.Id, row => row.Privacy, cancellationToken);
            places.AddRange(attributes.Where(place => known.ContainsKey(place.Key)).Select(place => (known[place.Key], place.Path)));
        }

        var segments = SegmentConditionCheck.KeysOf(condition, typeof(Segment)).ToList();
        if (segments.Count > 0)
        {
            var ids = segments.ConvertAll(place => place.Key).ToArray();
            var known = await db.Segments.Where(row => EF.Parameter(ids).Contains(row.Id))
                .Select(row => new { row.Id, row.Privacy }).ToDictionaryAsync(row => row.Id, row => row.Privacy, cancellationToken);
            places.AddRange(segments.Where(place => known.ContainsKey(place.Key)).Select(place => (known[place.Key], place.Path)));
        }

        return places.Count == 0 ? (PrivacyClass.Public, null) : places.MaxBy(place => place.Item1);
    }
}
