using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Tags;

[GraphQLDescription("Tags for members: every tag for every member.")]
public sealed record AddMemberTagsInput(
    [property: ID<Member>] [property: GraphQLDescription("The members, at most 1 000.")] IReadOnlyList<long> MemberIds,
    [property: ID<Tag>] [property: GraphQLDescription("The tags, at most 20.")] IReadOnlyList<long> TagIds,
    [property: GraphQLDescription("Until when they are meant to hold; for good unless given.")] DateTimeOffset? ExpiresAt,
    [property: GraphQLDescription("Whether a tag of an exclusive group takes the place of the one that is there; false: it is refused.")] bool? ReplaceExclusive);

/// <summary>The rules of <see cref="AddMemberTagsInput"/>.</summary>
public sealed class AddMemberTagsValidator : AbstractValidator<AddMemberTagsInput>
{
    public AddMemberTagsValidator(TimeProvider clock)
    {
        RuleFor(i => i.MemberIds).HasIds(TagRules.MaxMembers);
        RuleFor(i => i.TagIds).HasIds(TagRules.MaxTags);
        RuleFor(i => i.ExpiresAt).Must(at => at is null || at > clock.GetUtcNow())
            .WithErrorCode("EXPIRES_IN_PAST").WithMessage("'{PropertyName}' must lie ahead.");
    }
}

/// <summary>Gives members tags, in bulk.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class AddMemberTagsMutation
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [UseMutationConvention(PayloadFieldName = "result")]
    [GraphQLDescription("Gives each of the members each of the tags. Every pair is judged by itself: one that is refused does not keep the others out.")]
    public static Task<MemberTagsChange> AddMemberTagsAsync(AddMemberTagsInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(input, session => AddAsync(session, input), cancellationToken);

    /// <summary>Gives them, also for an import.</summary>
    internal static async Task<MemberTagsChange> AddAsync(WriteSession session, AddMemberTagsInput input, TagSource source = TagSource.Manual)
    {
        var tags = await session.FindTagsAsync(input.TagIds);
        var memberIds = input.MemberIds.ToArray();
        var members = await session.Db.Members.AsNoTrackingWithIdentityResolution().AsSplitQuery()
            .Include(m => m.MemberTags).ThenInclude(t => t.Tag)
            .Where(m => EF.Parameter(memberIds).Contains(m.Id))
            .ToDictionaryAsync(m => m.Id, session.CancellationToken);
        var before = members.Values.SelectMany(m => m.MemberTags).ToHashSet();
        var renewed = new HashSet<long>();
        var result = new MemberTagsChange(
            [.. memberIds.Select((id, index) => members.TryGetValue(id, out var member)
                ? new MemberTagsRow(index, id, [.. tags.Select(tag => Add(session, member, tag, input, source, renewed))])
                : MemberTagsRow.NotFound(index, id, tags))]);
        await SaveAsync(session, before, [.. members.Values.SelectMany(m => m.MemberTags)], renewed, source, input.ExpiresAt?.UtcDateTime);
        return result;
    }

    /// <summary>Past the change tracker: 1 000 members and 20 tags are 20 000 rows.</summary>
    private static async Task SaveAsync(WriteSession session, HashSet<MemberTag> before, HashSet<MemberTag> after, HashSet<long> renewed, TagSource source, DateTime? expiresAt)
    {
        var (db, ct) = (session.Db, session.CancellationToken);
        var added = after.Where(t => !before.Contains(t)).ToList();
        await MemberTagBulk.InsertAsync(db, added, ct);
        long[] removed = [.. before.Where(t => !after.Contains(t)).Select(t => t.Id)];
        if (removed.Length > 0)
        {
            await db.MemberTags.Where(t => EF.Parameter(removed).Contains(t.Id)).ExecuteDeleteAsync(ct);
        }

        long[] again = [.. renewed];
        if (again.Length > 0)
        {
            await db.MemberTags.Where(t => EF.Parameter(again).Contains(t.Id))
                .ExecuteUpdateAsync(set => set.SetProperty(t => t.Source, source).SetProperty(t => t.ExpiresAt, expiresAt), ct);
        }

        session.Audit(nameof(MemberTag), added.Count + removed.Length + again.Length);
    }

    private static MemberTagResult Add(WriteSession session, Member member, Tag tag, AddMemberTagsInput input, TagSource source, HashSet<long> renewed)
    {
        var before = member.MemberTags.ToList();
        if (before.Count >= TagRules.MaxTagsOfMember && before.TrueForAll(t => t.TagId != tag.Id))
        {
            return new MemberTagResult(
                tag.Id, TagOutcome.Rejected, "TOO_MANY_TAGS", $"The member has {TagRules.MaxTagsOfMember} tags, which is the most: remove one first.");
        }

        try
        {
            var held = member.AddTag(tag, source, session.Now, session.Caller.OperatorId, input.ExpiresAt?.UtcDateTime, input.ReplaceExclusive ?? false);
            if (before.Contains(held))
            {
                if (held.Id != 0)
                {
                    renewed.Add(held.Id);
                }

                return new MemberTagResult(tag.Id, TagOutcome.AlreadyThere);
            }

            foreach (var replaced in before.Except(member.MemberTags))
            {
                session.RecordTag(ActivityKind.TagRemoved, member.Id, replaced.Tag, MemberTagBulk.DataOf(TagRemoval.Replaced));
            }

            session.RecordTag(ActivityKind.TagAdded, member.Id, tag, MemberTagBulk.DataOf(source));
            return new MemberTagResult(tag.Id, TagOutcome.Added);
        }
        catch (DomainException refusal)
        {
            return new MemberTagResult(tag.Id, TagOutcome.Rejected, refusal.Code, refusal.Message);
        }
    }
}
