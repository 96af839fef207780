using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Tags;

[GraphQLDescription("Tags to take from members: every tag from every member.")]
public sealed record RemoveMemberTagsInput(
    [property: ID<Member>] [property: GraphQLDescription("The members, at most 1 000.")] IReadOnlyList<long> MemberIds,
    [property: ID<Tag>] [property: GraphQLDescription("The tags, at most 20.")] IReadOnlyList<long> TagIds);

/// <summary>The rules of <see cref="RemoveMemberTagsInput"/>.</summary>
public sealed class RemoveMemberTagsValidator : AbstractValidator<RemoveMemberTagsInput>
{
    public RemoveMemberTagsValidator()
    {
        RuleFor(i => i.MemberIds).HasIds(TagRules.MaxMembers);
        RuleFor(i => i.TagIds).HasIds(TagRules.MaxTags);
    }
}

/// <summary>Takes tags from members, in bulk.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class RemoveMemberTagsMutation
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [UseMutationConvention(PayloadFieldName = "result")]
    [GraphQLDescription("Takes each of the tags from each of the members. A tag that a member does not have is no error.")]
    public static Task<MemberTagsChange> RemoveMemberTagsAsync(RemoveMemberTagsInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var tags = await session.FindTagsAsync(input.TagIds);
                var memberIds = input.MemberIds.ToArray();
                var tagIds = input.TagIds.ToArray();
                var visible = await session.Db.Members
                    .Where(m => EF.Parameter(memberIds).Contains(m.Id))
                    .Select(m => m.Id)
                    .ToHashSetAsync(session.CancellationToken);
                var held = await session.Db.MemberTags.AsNoTracking()
                    .Where(t => EF.Parameter(memberIds).Contains(t.MemberId) && EF.Parameter(tagIds).Contains(t.TagId))
                    .ToDictionaryAsync(t => (t.MemberId, t.TagId), session.CancellationToken);
                var removed = new List<long>();
                var result = new MemberTagsChange(
                    [.. memberIds.Select((id, index) => visible.Contains(id)
                        ? new MemberTagsRow(index, id, [.. tags.Select(tag => Remove(session, id, tag, held, removed))])
                        : MemberTagsRow.NotFound(index, id, tags))]);
                if (removed.Count > 0)
                {
                    long[] ids = [.. removed];
                    await session.Db.MemberTags.Where(t => EF.Parameter(ids).Contains(t.Id)).ExecuteDeleteAsync(session.CancellationToken);
                    session.Audit(nameof(MemberTag), removed.Count);
                }

                return result;
            },
            cancellationToken);

    private static MemberTagResult Remove(WriteSession session, long memberId, Tag tag, Dictionary<(long MemberId, long TagId), MemberTag> held, List<long> removed)
    {
        if (!held.Remove((memberId, tag.Id), out var memberTag))
        {
            return new MemberTagResult(tag.Id, TagOutcome.NotThere);
        }

        removed.Add(memberTag.Id);
        session.RecordTag(ActivityKind.TagRemoved, memberId, tag, MemberTagBulk.DataOf(TagRemoval.Manual));
        return new MemberTagResult(tag.Id, TagOutcome.Removed);
    }
}
