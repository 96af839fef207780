using Headless.Server.Writing;

namespace Headless.Server.Features.Tags;

/// <summary>What adding and removing members' tags have in common.</summary>
internal static class MemberTagWriting
{
    /// <summary>The tags with their groups, in the order of their ids in the input.</summary>
    /// <exception cref="NotFoundException">One does not exist.</exception>
    public static async Task<IReadOnlyList<Tag>> FindTagsAsync(this WriteSession session, IReadOnlyList<long> tagIds)
    {
        var ids = tagIds.ToArray();
        var tags = await session.Db.Tags.Include(t => t.TagGroup)
            .Where(t => EF.Parameter(ids).Contains(t.Id))
            .ToDictionaryAsync(t => t.Id, session.CancellationToken);
        return [.. ids.Select((id, index) => tags.TryGetValue(id, out var tag) ? tag : throw new NotFoundException(nameof(Tag), $"tagIds[{index}]"))];
    }

    public static void RecordTag(this WriteSession session, ActivityKind kind, long memberId, Tag tag, string data) =>
        session.Record(kind, () => new ActivitySubject { MemberId = memberId, TagId = tag.Id, Text = tag.Name, Data = data });
}
