using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Tags;

[GraphQLDescription("Tags for groups, memberships and content items: every tag for each of them. Members have addMemberTags.")]
public sealed record AddTagsInput(
    [property: ID<Group>] [property: GraphQLDescription("Groups, at most 200.")] IReadOnlyList<long>? GroupIds,
    [property: ID<Membership>] [property: GraphQLDescription("Memberships, at most 200.")] IReadOnlyList<long>? MembershipIds,
    [property: ID<ContentItem>] [property: GraphQLDescription("Content items, at most 200.")] IReadOnlyList<long>? ContentItemIds,
    [property: ID<Tag>] [property: GraphQLDescription("The tags, at most 20.")] IReadOnlyList<long> TagIds,
    [property: GraphQLDescription("Until when they hold; for good unless given.")] DateTimeOffset? ExpiresAt);

/// <summary>The rules of <see cref="AddTagsInput"/>.</summary>
public sealed class AddTagsValidator : AbstractValidator<AddTagsInput>
{
    public AddTagsValidator(TimeProvider clock)
    {
        RuleFor(i => i).Must(i => ItemTagWriting.HasItems(i.GroupIds, i.MembershipIds, i.ContentItemIds)).OverridePropertyName("groupIds").WithErrorCode("NOT_EMPTY")
            .WithMessage("Name groups, memberships or content items.");
        RuleFor(i => i.GroupIds!).HasItemIds();
        RuleFor(i => i.MembershipIds!).HasItemIds();
        RuleFor(i => i.ContentItemIds!).HasItemIds();
        RuleFor(i => i.TagIds).HasIds(TagRules.MaxTags);
        RuleFor(i => i.ExpiresAt).Must(at => at is null || at > clock.GetUtcNow()).WithErrorCode("EXPIRES_IN_PAST").WithMessage("'{PropertyName}' must lie ahead.");
    }
}

[GraphQLDescription("Tags to take from groups, memberships and content items.")]
public sealed record RemoveTagsInput(
    [property: ID<Group>] [property: GraphQLDescription("Groups, at most 200.")] IReadOnlyList<long>? GroupIds,
    [property: ID<Membership>] [property: GraphQLDescription("Memberships, at most 200.")] IReadOnlyList<long>? MembershipIds,
    [property: ID<ContentItem>] [property: GraphQLDescription("Content items, at most 200.")] IReadOnlyList<long>? ContentItemIds,
    [property: ID<Tag>] [property: GraphQLDescription("The tags, at most 20.")] IReadOnlyList<long> TagIds);

/// <summary>The rules of <see cref="RemoveTagsInput"/>.</summary>
public sealed class RemoveTagsValidator : AbstractValidator<RemoveTagsInput>
{
    public RemoveTagsValidator()
    {
        RuleFor(i => i).Must(i => ItemTagWriting.HasItems(i.GroupIds, i.MembershipIds, i.ContentItemIds)).OverridePropertyName("groupIds").WithErrorCode("NOT_EMPTY")
            .WithMessage("Name groups, memberships or content items.");
        RuleFor(i => i.GroupIds!).HasItemIds();
        RuleFor(i => i.MembershipIds!).HasItemIds();
        RuleFor(i => i.ContentItemIds!).HasItemIds();
        RuleFor(i => i.TagIds).HasIds(TagRules.MaxTags);
    }
}

[GraphQLDescription("What a change of tags did, thing by thing.")]
public sealed record TagsChange(
    [property: GraphQLDescription("One row for each thing: groups first, then memberships, then content items, each in the order of the input.")] IReadOnlyList<TagsRow> Rows)
{
    [GraphQLDescription("How many tags were added or removed.")]
    public int Changed => Rows.Sum(r => r.Tags.Count(t => t.Outcome is TagOutcome.Added or TagOutcome.Removed));
}

[GraphQLDescription("What a change of tags did to one thing; exactly one of the ids is there.")]
public sealed record TagsRow(
    [property: ID<Group>] [property: GraphQLDescription("The group.")] long? GroupId,
    [property: ID<Membership>] [property: GraphQLDescription("The membership.")] long? MembershipId,
    [property: ID<ContentItem>] [property: GraphQLDescription("The content item.")] long? ContentItemId,
    [property: GraphQLDescription("One result for each tag id, in the order of the input.")] IReadOnlyList<MemberTagResult> Tags);

/// <summary>Tags groups, memberships and content items.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class ItemTagMutations
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [UseMutationConvention(PayloadFieldName = "result")]
    [GraphQLDescription("Gives groups, memberships and content items tags. A second tag of an exclusive group is rejected; one that is there already gets the new expiry.")]
    public static Task<TagsChange> AddTagsAsync(AddTagsInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var tags = await session.FindTagsAsync(input.TagIds);
                return new TagsChange(
                    [.. (await session.ReadItemsAsync(input.GroupIds, input.MembershipIds, input.ContentItemIds)).Select(item => item.ToRow(
                        [.. tags.Select(tag => item.IsThere ? Add(session, item, tag, input.ExpiresAt?.UtcDateTime) : ItemTagWriting.NotFound(tag))]))]);
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [UseMutationConvention(PayloadFieldName = "result")]
    [GraphQLDescription("Takes tags from groups, memberships and content items. A tag that is not there is no error.")]
    public static Task<TagsChange> RemoveTagsAsync(RemoveTagsInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var tags = await session.FindTagsAsync(input.TagIds);
                return new TagsChange(
                    [.. (await session.ReadItemsAsync(input.GroupIds, input.MembershipIds, input.ContentItemIds)).Select(item => item.ToRow(
                        [.. tags.Select(tag => item.IsThere ? Remove(session, item, tag) : ItemTagWriting.NotFound(tag))]))]);
            },
            cancellationToken);

    private static MemberTagResult Add(WriteSession session, TaggedItem item, Tag tag, DateTime? expiresAt)
    {
        if (item.Held.Find(t => t.TagId == tag.Id) is { } held)
        {
            held.ExpiresAt = expiresAt;
            return new MemberTagResult(tag.Id, TagOutcome.AlreadyThere);
        }

        if (item.Held.Count >= TagRules.MaxTagsOfItem)
        {
            return new MemberTagResult(tag.Id, TagOutcome.Rejected, "TOO_MANY_TAGS", $"It has {TagRules.MaxTagsOfItem} tags, which is the most: remove one first.");
        }

        if (tag.TagGroup is { Exclusive: true } group && item.Held.Find(t => t.Tag.TagGroupId == group.Id) is { } rival)
        {
            return new MemberTagResult(
                tag.Id, TagOutcome.Rejected, DomainErrorCodes.ExclusiveTagConflict,
                $"It has the tag '{rival.Tag.Name}' and '{group.Name}' allows one tag at a time: remove it first.");
        }

        var added = new ItemTag
        {
            TagId = tag.Id, Tag = tag, GroupId = item.GroupId, MembershipId = item.MembershipId, ContentItemId = item.ContentItemId,
            AddedById = session.Caller.OperatorId, AddedAt = session.Now, ExpiresAt = expiresAt,
        };
        session.Db.ItemTags.Add(added);
        item.Held.Add(added);
        session.RecordTag(ActivityKind.TagAdded, added, tag, null);
        return new MemberTagResult(tag.Id, TagOutcome.Added);
    }

    private static MemberTagResult Remove(WriteSession session, TaggedItem item, Tag tag)
    {
        if (item.Held.Find(t => t.TagId == tag.Id) is not { } held)
        {
            return new MemberTagResult(tag.Id, TagOutcome.NotThere);
        }

        session.Db.ItemTags.Remove(held);
        item.Held.Remove(held);
        session.RecordTag(ActivityKind.TagRemoved, held, tag, MemberTagBulk.DataOf(TagRemoval.Manual));
        return new MemberTagResult(tag.Id, TagOutcome.Removed);
    }
}

/// <summary>A thing whose tags are changed.</summary>
internal sealed record TaggedItem(long? GroupId, long? MembershipId, long? ContentItemId, bool IsThere, List<ItemTag> Held)
{
    public TagsRow ToRow(IReadOnlyList<MemberTagResult> tags) => new(GroupId, MembershipId, ContentItemId, tags);
}

/// <summary>What adding and removing have in common.</summary>
internal static class ItemTagWriting
{
    private const int MaxItems = 200;

    public static bool HasItems(params IReadOnlyList<long>?[] ids) => ids.Sum(list => list?.Count ?? 0) > 0;

    public static void HasItemIds<T>(this IRuleBuilderInitial<T, IReadOnlyList<long>> rule) => rule
        .Must(ids => ids is null || ids.Count <= MaxItems)
        .WithErrorCode("TOO_MANY_ROWS")
        .WithMessage($"'{{PropertyName}}' takes at most {MaxItems} ids: send the others in another request.");

    public static MemberTagResult NotFound(Tag tag) => new(tag.Id, TagOutcome.Rejected, "NOT_FOUND", "There is nothing with the id, or you may not see it.");

    public static void RecordTag(this WriteSession session, ActivityKind kind, ItemTag item, Tag tag, string? data) => session.Record(
        kind,
        () => new ActivitySubject
        {
            GroupId = item.GroupId, MembershipId = item.MembershipId, ContentItemId = item.ContentItemId, TagId = tag.Id, Text = tag.Name, Data = data,
        });

    /// <summary>The things with their tags; a statement for the things and one for the tags of each of the three kinds.</summary>
    public static async Task<IReadOnlyList<TaggedItem>> ReadItemsAsync(
        this WriteSession session, IReadOnlyList<long>? groupIds, IReadOnlyList<long>? membershipIds, IReadOnlyList<long>? contentItemIds)
    {
        var (db, ct) = (session.Db, session.CancellationToken);
        long[] groups = [.. (groupIds ?? []).Distinct()], memberships = [.. (membershipIds ?? []).Distinct()], contents = [.. (contentItemIds ?? []).Distinct()];
        var visibleGroups = await db.Groups.Where(g => EF.Parameter(groups).Contains(g.Id)).Select(g => g.Id).ToHashSetAsync(ct);
        var visibleMemberships = await db.Memberships.Where(m => EF.Parameter(memberships).Contains(m.Id)).Select(m => m.Id).ToHashSetAsync(ct);
        var visibleContents = await db.ContentItems.Where(c => EF.Parameter(contents).Contains(c.Id)).Select(c => c.Id).ToHashSetAsync(ct);
        var ofGroups = (await db.ItemTags.Include(t => t.Tag).Where(t => EF.Parameter(groups).Contains(t.GroupId!.Value)).ToListAsync(ct)).ToLookup(t => t.GroupId!.Value);
        var ofMemberships = (await db.ItemTags.Include(t => t.Tag).Where(t => EF.Parameter(memberships).Contains(t.MembershipId!.Value)).ToListAsync(ct))
            .ToLookup(t => t.MembershipId!.Value);
        var ofContents = (await db.ItemTags.Include(t => t.Tag).Where(t => EF.Parameter(contents).Contains(t.ContentItemId!.Value)).ToListAsync(ct))
            .ToLookup(t => t.ContentItemId!.Value);
        return
        [
            .. groups.Select(id => new TaggedItem(id, null, null, visibleGroups.Contains(id), [.. ofGroups[id]])),
            .. memberships.Select(id => new TaggedItem(null, id, null, visibleMemberships.Contains(id), [.. ofMemberships[id]])),
            .. contents.Select(id => new TaggedItem(null, null, id, visibleContents.Contains(id), [.. ofContents[id]])),
        ];
    }
}
