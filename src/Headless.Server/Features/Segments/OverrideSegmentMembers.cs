using FluentValidation;
using Headless.Community.Segments;
using Headless.Server.Access;
using Headless.Server.Reading;
using Headless.Server.Writing;

namespace Headless.Server.Features.Segments;

[GraphQLDescription("Members to put into a segment, or to keep out of it, whatever its condition says.")]
public sealed record OverrideSegmentMembersInput(
    [property: ID<Segment>] [property: GraphQLDescription("The segment.")] long SegmentId,
    [property: ID<Member>] [property: GraphQLDescription("The members, at most 1 000.")] IReadOnlyList<long> MemberIds,
    [property: GraphQLDescription("In or out.")] SegmentOverrideKind Kind,
    [property: GraphQLDescription("Why, in words, at most 1 000 characters.")] string Reason);

/// <summary>The rules of <see cref="OverrideSegmentMembersInput"/>.</summary>
public sealed class OverrideSegmentMembersValidator : AbstractValidator<OverrideSegmentMembersInput>
{
    public OverrideSegmentMembersValidator()
    {
        RuleFor(i => i.MemberIds).NotEmpty().Must(ids => ids.Count <= SegmentOverrides.MaxMembers).WithErrorCode("TOO_MANY_ROWS")
            .WithMessage($"'{{PropertyName}}' takes at most {SegmentOverrides.MaxMembers} ids: send the others in another request.");
        RuleFor(i => i.Reason).NotEmpty().MaximumLength(SegmentOverride.ReasonMaxLength).PlainText();
    }
}

[GraphQLDescription("Decisions about members of a segment to take back.")]
public sealed record ClearSegmentOverridesInput(
    [property: ID<Segment>] [property: GraphQLDescription("The segment.")] long SegmentId,
    [property: ID<Member>] [property: GraphQLDescription("The members, at most 1 000.")] IReadOnlyList<long> MemberIds);

/// <summary>The rules of <see cref="ClearSegmentOverridesInput"/>.</summary>
public sealed class ClearSegmentOverridesValidator : AbstractValidator<ClearSegmentOverridesInput>
{
    public ClearSegmentOverridesValidator() => RuleFor(i => i.MemberIds).NotEmpty().Must(ids => ids.Count <= SegmentOverrides.MaxMembers).WithErrorCode("TOO_MANY_ROWS")
        .WithMessage($"'{{PropertyName}}' takes at most {SegmentOverrides.MaxMembers} ids: send the others in another request.");
}

[GraphQLDescription("What became of decisions about members of a segment.")]
public sealed record SegmentOverridesChange(
    [property: GraphQLIgnore] long SegmentId,
    [property: GraphQLDescription("One row for each member id, in the order of the input.")] IReadOnlyList<SegmentOverrideRow> Rows)
{
    [GraphQLDescription("The segment.")]
    public Task<Segment?> GetSegmentAsync(ByIdDataLoader<Segment> segments, CancellationToken cancellationToken) => segments.LoadAsync(SegmentId, cancellationToken);
}

[GraphQLDescription("What became of a decision about one member.")]
public sealed record SegmentOverrideRow(
    [property: GraphQLDescription("The place of the member in the input, from 0.")] int Index,
    [property: ID<Member>] [property: GraphQLDescription("The id as it was given.")] long MemberId,
    [property: GraphQLDescription("What became of it.")] SegmentOverrideOutcome Outcome);

/// <summary>What became of a decision about a member of a segment.</summary>
public enum SegmentOverrideOutcome
{
    /// <summary>It holds from now on, or holds no more.</summary>
    Changed,

    /// <summary>It was so already; a reason that was given is the new one.</summary>
    Unchanged,

    /// <summary>There is no such member, or the caller may not see them.</summary>
    NotFound,
}

/// <summary><c>enum SegmentOverrideOutcome</c>.</summary>
public sealed class SegmentOverrideOutcomeEnumType : EnumType<SegmentOverrideOutcome>
{
    protected override void Configure(IEnumTypeDescriptor<SegmentOverrideOutcome> descriptor)
    {
        descriptor.Description("What became of a decision about a member of a segment.");
        descriptor.Value(SegmentOverrideOutcome.Changed).Description("It holds from now on, or holds no more.");
        descriptor.Value(SegmentOverrideOutcome.Unchanged).Description("It was so already; a reason that was given is the new one.");
        descriptor.Value(SegmentOverrideOutcome.NotFound).Description("There is no such member, or the caller may not see them.");
    }
}

/// <summary>Puts members into a segment or keeps them out of it by hand.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class OverrideSegmentMembersMutation
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<DomainException>]
    [UseMutationConvention(PayloadFieldName = "result")]
    [GraphQLDescription("Puts members into a segment or keeps them out, at once and for good: it outlives every refresh, until it is taken back. For callers who see the whole organisation.")]
    public static Task<SegmentOverridesChange> OverrideSegmentMembersAsync(
        OverrideSegmentMembersInput input, CommunityWriter writer, SegmentClock clock, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            session => SegmentOverrides.ChangeAsync(session, clock, input.SegmentId, input.MemberIds, (memberId, present) =>
            {
                if (present is null)
                {
                    session.Db.SegmentOverrides.Add(new SegmentOverride
                    {
                        SegmentId = input.SegmentId, MemberId = memberId, Kind = input.Kind, Reason = input.Reason, DecidedById = session.Caller.OperatorId,
                    });
                }
                else
                {
                    (present.Reason, present.DecidedById) = (input.Reason, session.Caller.OperatorId);
                    if (present.Kind == input.Kind)
                    {
                        return false;
                    }

                    present.Kind = input.Kind;
                }

                session.Record(ActivityKind.SegmentOverridden, () => new ActivitySubject { MemberId = memberId, Text = input.Reason });
                return true;
            }),
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<DomainException>]
    [UseMutationConvention(PayloadFieldName = "result")]
    [GraphQLDescription("Takes such decisions back: the condition of a live segment decides again, at once. In a frozen one members stay where they are. For callers who see the whole organisation.")]
    public static Task<SegmentOverridesChange> ClearSegmentOverridesAsync(
        ClearSegmentOverridesInput input, CommunityWriter writer, SegmentClock clock, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            session => SegmentOverrides.ChangeAsync(session, clock, input.SegmentId, input.MemberIds, (memberId, present) =>
            {
                if (present is null)
                {
                    return false;
                }

                session.Db.SegmentOverrides.Remove(present);
                session.Record(ActivityKind.SegmentOverridden, () => new ActivitySubject { MemberId = memberId });
                return true;
            }),
            cancellationToken);
}

/// <summary>What deciding and taking back have in common.</summary>
internal static class SegmentOverrides
{
    public const int MaxMembers = 1_000;

    /// <param name="session">The write.</param>
    /// <param name="clock">The moment.</param>
    /// <param name="segmentId">The segment.</param>
    /// <param name="memberIds">The members.</param>
    /// <param name="change">Changes the decision about a member that there is, or is not; says whether it is another now.</param>
    public static async Task<SegmentOverridesChange> ChangeAsync(
        WriteSession session, SegmentClock clock, long segmentId, IReadOnlyList<long> memberIds, Func<long, SegmentOverride?, bool> change)
    {
        session.RequireFullSight();
        var segment = await session.FindAsync<Segment>(segmentId, "segmentId");
        long[] ids = [.. memberIds.Distinct()];
        var visible = await session.Db.Members.Where(m => EF.Parameter(ids).Contains(m.Id)).Select(m => m.Id).ToHashSetAsync(session.CancellationToken);
        var present = await session.Db.SegmentOverrides.Where(o => o.SegmentId == segmentId && EF.Parameter(ids).Contains(o.MemberId))
            .ToDictionaryAsync(o => o.MemberId, session.CancellationToken);
        var changed = ids.Where(visible.Contains).Where(id => change(id, present.GetValueOrDefault(id))).ToHashSet();
        await session.Db.SaveChangesAsync(session.CancellationToken);
        await new SegmentRefresh(session.Db, clock.At(session.Now), session.Caller.OperatorId).RefreshAsync(segment, [.. visible], session.CancellationToken);
        return new SegmentOverridesChange(
            segmentId,
            [.. memberIds.Select((id, index) => new SegmentOverrideRow(
                index,
                id,
                !visible.Contains(id) ? SegmentOverrideOutcome.NotFound : changed.Contains(id) ? SegmentOverrideOutcome.Changed : SegmentOverrideOutcome.Unchanged))]);
    }
}
