using Headless.Server.Features.Members;
using Headless.Server.Reading;

namespace Headless.Server.Features.Tags;

/// <summary>What became of a tag that was to be added to a member or taken away.</summary>
[GraphQLDescription("What became of a tag that was to be added to a member or taken away.")]
public enum TagOutcome
{
    /// <summary>The member has it now.</summary>
    Added,

    /// <summary>The member had it; its expiry is the given one now.</summary>
    AlreadyThere,

    /// <summary>The member does not have it any more.</summary>
    Removed,

    /// <summary>The member did not have it.</summary>
    NotThere,

    /// <summary>A rule refused; nothing has changed for this tag.</summary>
    Rejected,
}

/// <summary><c>enum TagOutcome</c>.</summary>
public sealed class TagOutcomeEnumType : EnumType<TagOutcome>
{
    protected override void Configure(IEnumTypeDescriptor<TagOutcome> descriptor)
    {
        descriptor.Description("What became of a tag that was to be added to a member or taken away.");
        descriptor.Value(TagOutcome.Added).Description("The member has it now.");
        descriptor.Value(TagOutcome.AlreadyThere).Description("The member had it; its expiry is the given one now.");
        descriptor.Value(TagOutcome.Removed).Description("The member does not have it any more.");
        descriptor.Value(TagOutcome.NotThere).Description("The member did not have it.");
        descriptor.Value(TagOutcome.Rejected).Description("A rule refused; nothing has changed for this tag.");
    }
}

[GraphQLDescription("What a bulk change of tags did, member by member.")]
public sealed record MemberTagsChange(
    [property: GraphQLDescription("One row for each member id, in the order of the input.")] IReadOnlyList<MemberTagsRow> Rows)
{
    [GraphQLDescription("How many tags were added or removed.")]
    public int Changed => Count(t => t.Outcome is TagOutcome.Added or TagOutcome.Removed);

    [GraphQLDescription("How many were as asked for already.")]
    public int Unchanged => Count(t => t.Outcome is TagOutcome.AlreadyThere or TagOutcome.NotThere);

    [GraphQLDescription("How many were refused, those of members who were not found included.")]
    public int Rejected => Count(t => t.Outcome == TagOutcome.Rejected);

    private int Count(Func<MemberTagResult, bool> predicate) => Rows.Sum(r => r.Tags.Count(predicate));
}

[GraphQLDescription("What a bulk change of tags did to one member.")]
public sealed record MemberTagsRow(
    [property: GraphQLDescription("The place of the member in the input, from 0.")] int Index,
    [property: ID<Member>] [property: GraphQLDescription("The id as it was given.")] long MemberId,
    [property: GraphQLDescription("One result for each tag id, in the order of the input.")] IReadOnlyList<MemberTagResult> Tags)
{
    [GraphQLDescription("The member; null where there is none with the id or the caller may not see them.")]
    public Task<Member?> GetMemberAsync(ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(MemberId, cancellationToken);

    /// <summary>The row of a member who is not there, or whom the caller may not see.</summary>
    internal static MemberTagsRow NotFound(int index, long memberId, IEnumerable<Tag> tags) => new(
        index,
        memberId,
        [.. tags.Select(t => new MemberTagResult(t.Id, TagOutcome.Rejected, "NOT_FOUND", "There is no Member with the id, or you may not see it."))]);
}

[GraphQLDescription("What became of one tag of one member.")]
public sealed record MemberTagResult(
    [property: ID<Tag>] [property: GraphQLDescription("The tag.")] long TagId,
    [property: GraphQLDescription("What became of it.")] TagOutcome Outcome,
    [property: GraphQLDescription("REJECTED: a stable name of the reason.")] string? Code = null,
    [property: GraphQLDescription("REJECTED: what is wrong and what to do about it, for a person.")] string? Message = null);
