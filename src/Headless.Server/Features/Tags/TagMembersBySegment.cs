using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Reading;
using Headless.Server.Writing;

namespace Headless.Server.Features.Tags;

[GraphQLDescription("Tags for the members of a segment: every tag for each of them.")]
public sealed record AddTagsToSegmentInput(
    [property: ID<Segment>] [property: GraphQLDescription("The segment; its members that the caller may see.")] long SegmentId,
    [property: ID<Tag>] [property: GraphQLDescription("The tags, at most 5.")] IReadOnlyList<long> TagIds,
    [property: GraphQLDescription("Until when they hold; for good unless given.")] DateTimeOffset? ExpiresAt);

/// <summary>The rules of <see cref="AddTagsToSegmentInput"/>.</summary>
public sealed class AddTagsToSegmentValidator : AbstractValidator<AddTagsToSegmentInput>
{
    public AddTagsToSegmentValidator(TimeProvider clock)
    {
        RuleFor(i => i.TagIds).HasIds(TagRules.MaxTagsOfSegment);
        RuleFor(i => i.ExpiresAt).Must(at => at is null || at > clock.GetUtcNow()).WithErrorCode("EXPIRES_IN_PAST").WithMessage("'{PropertyName}' must lie ahead.");
    }
}

[GraphQLDescription("Tags to take from the members of a segment.")]
public sealed record RemoveTagsFromSegmentInput(
    [property: ID<Segment>] [property: GraphQLDescription("The segment; its members that the caller may see.")] long SegmentId,
    [property: ID<Tag>] [property: GraphQLDescription("The tags, at most 5.")] IReadOnlyList<long> TagIds);

/// <summary>The rules of <see cref="RemoveTagsFromSegmentInput"/>.</summary>
public sealed class RemoveTagsFromSegmentValidator : AbstractValidator<RemoveTagsFromSegmentInput>
{
    public RemoveTagsFromSegmentValidator() => RuleFor(i => i.TagIds).HasIds(TagRules.MaxTagsOfSegment);
}

[GraphQLDescription("What a change of the tags of a segment's members did.")]
public sealed record SegmentTagsChange(
    [property: GraphQLDescription("How many members were looked at.")] int Members,
    [property: GraphQLDescription("How many tags were added or removed.")] int Changed,
    [property: GraphQLDescription("How many were as asked for already.")] int Unchanged,
    [property: GraphQLDescription("How many were refused.")] int Rejected,
    [property: GraphQLDescription("The first 100 that were refused.")] IReadOnlyList<SegmentTagRejection> Rejections);

[GraphQLDescription("A member who was not given a tag.")]
public sealed record SegmentTagRejection(
    [property: ID<Member>] [property: GraphQLDescription("The member's id.")] long MemberId,
    [property: ID<Tag>] [property: GraphQLDescription("The tag.")] long TagId,
    [property: GraphQLDescription("A stable name of the reason: EXCLUSIVE_TAG_CONFLICT, TOO_MANY_TAGS.")] string Code)
{
    [GraphQLDescription("The member.")]
    public Task<Member?> GetMemberAsync(ByIdDataLoader<Member> members, CancellationToken cancellationToken) => members.LoadAsync(MemberId, cancellationToken);
}

/// <summary>Tags the members of a segment.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class TagMembersBySegmentMutations
{
    private const int MaxRejections = 100;

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [UseMutationConvention(PayloadFieldName = "result")]
    [GraphQLDescription("Gives the members that a segment has at this moment tags, all in one transaction: 100 000 members take some seconds. Who enters later is a matter of a rule: createTagRule.")]
    public static Task<SegmentTagsChange> AddTagsToSegmentAsync(AddTagsToSegmentInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            session => ChangeAsync(session, input.SegmentId, input.TagIds, (tag, members) => MemberTagBulk.AddAsync(
                session.Db, tag, members, TagSource.Manual, session.Now, session.Caller.OperatorId, input.ExpiresAt?.UtcDateTime, session.CancellationToken)),
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [UseMutationConvention(PayloadFieldName = "result")]
    [GraphQLDescription("Takes tags from the members that a segment has at this moment, all in one transaction.")]
    public static Task<SegmentTagsChange> RemoveTagsFromSegmentAsync(RemoveTagsFromSegmentInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            session => ChangeAsync(session, input.SegmentId, input.TagIds, (tag, members) => MemberTagBulk.RemoveAsync(
                session.Db, tag, members, null, TagRemoval.Manual, session.Now, session.Caller.OperatorId, session.CancellationToken)),
            cancellationToken);

    private static async Task<SegmentTagsChange> ChangeAsync(
        WriteSession session, long segmentId, IReadOnlyList<long> tagIds, Func<Tag, IReadOnlyList<long>, Task<MemberTagBulkResult>> change)
    {
        var segment = await session.FindAsync<Segment>(segmentId, "segmentId");
        if (segment.Privacy > session.Caller.VisiblePrivacy)
        {
            throw new NotFoundException(nameof(Segment), "segmentId");
        }

        var tags = await session.FindTagsAsync([.. tagIds.Distinct()]);
        var members = await session.Db.SegmentMembers.Where(s => s.SegmentId == segmentId && s.LeftAt == null)
            .OrderBy(s => s.MemberId).Select(s => s.MemberId).ToListAsync(session.CancellationToken);
        var (changed, unchanged, rejections) = (0, 0, new List<SegmentTagRejection>());
        foreach (var tag in tags)
        {
            var result = await change(tag, members);
            session.Audit(nameof(MemberTag), result.Changed);
            changed += result.Changed;
            unchanged += result.Unchanged;
            rejections.AddRange(result.Conflicting.Select(id => new SegmentTagRejection(id, tag.Id, DomainErrorCodes.ExclusiveTagConflict)));
            rejections.AddRange(result.Full.Select(id => new SegmentTagRejection(id, tag.Id, "TOO_MANY_TAGS")));
        }

        return new SegmentTagsChange(members.Count, changed, unchanged, rejections.Count, [.. rejections.Take(MaxRejections)]);
    }
}
