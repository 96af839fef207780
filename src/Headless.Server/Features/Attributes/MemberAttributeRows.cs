using Headless.Server.Reading;

namespace Headless.Server.Features.Attributes;

/// <summary>What became of a value that was to be set.</summary>
public enum AttributeOutcome
{
    /// <summary>The member has it now.</summary>
    Set,

    /// <summary>The member has no value any more.</summary>
    Cleared,

    /// <summary>It was as asked for already.</summary>
    Unchanged,

    /// <summary>A rule refused; nothing has changed for this attribute.</summary>
    Rejected,
}

/// <summary><c>enum AttributeOutcome</c>.</summary>
public sealed class AttributeOutcomeEnumType : EnumType<AttributeOutcome>
{
    protected override void Configure(IEnumTypeDescriptor<AttributeOutcome> descriptor)
    {
        descriptor.Description("What became of a value that was to be set.");
        descriptor.Value(AttributeOutcome.Set).Description("The member has it now.");
        descriptor.Value(AttributeOutcome.Cleared).Description("The member has no value any more.");
        descriptor.Value(AttributeOutcome.Unchanged).Description("It was as asked for already. Never for an attribute whose values the caller may not read.");
        descriptor.Value(AttributeOutcome.Rejected).Description("A rule refused; nothing has changed for this attribute.");
    }
}

[GraphQLDescription("What a bulk change of attributes did, member by member.")]
public sealed record MemberAttributesChange(
    [property: GraphQLDescription("One row for each of the input's members, in its order.")] IReadOnlyList<MemberAttributesRow> Rows)
{
    [GraphQLDescription("How many values were set or cleared.")]
    public int Changed => Count(a => a.Outcome is AttributeOutcome.Set or AttributeOutcome.Cleared);

    [GraphQLDescription("How many were as asked for already.")]
    public int Unchanged => Count(a => a.Outcome == AttributeOutcome.Unchanged);

    [GraphQLDescription("How many were refused, those of members who were not found included.")]
    public int Rejected => Count(a => a.Outcome == AttributeOutcome.Rejected);

    private int Count(Func<AttributeResult, bool> predicate) => Rows.Sum(r => r.Attributes.Count(predicate));
}

[GraphQLDescription("What a bulk change of attributes did to one member.")]
public sealed record MemberAttributesRow(
    [property: GraphQLDescription("The place of the member in the input, from 0.")] int Index,
    [property: ID<Member>] [property: GraphQLDescription("The id as it was given.")] long MemberId,
    [property: GraphQLDescription("One result for each value, in the order of the input.")] IReadOnlyList<AttributeResult> Attributes)
{
    [GraphQLDescription("The member; null where there is none with the id or the caller may not see them.")]
    public Task<Member?> GetMemberAsync(ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(MemberId, cancellationToken);
}

[GraphQLDescription("What became of one value of one member.")]
public sealed record AttributeResult(
    [property: GraphQLDescription("The attribute's key as it was given.")] string Key,
    [property: GraphQLDescription("What became of it.")] AttributeOutcome Outcome,
    [property: GraphQLDescription("REJECTED: a stable name of the reason.")] string? Code = null,
    [property: GraphQLDescription("REJECTED: what is wrong and what to do about it, for a person.")] string? Message = null);
