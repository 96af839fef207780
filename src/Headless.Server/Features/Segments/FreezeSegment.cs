using FluentValidation;
using Headless.Community.Segments;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Segments;

[GraphQLDescription("A segment to keep as it is.")]
public sealed record FreezeSegmentInput(
    [property: ID<Segment>] [property: GraphQLDescription("The segment to copy.")] long Id,
    [property: GraphQLDescription("The name of the copy; unique.")] string Name);

/// <summary>The rules of <see cref="FreezeSegmentInput"/>.</summary>
public sealed class FreezeSegmentValidator : AbstractValidator<FreezeSegmentInput>
{
    public FreezeSegmentValidator() => RuleFor(i => i.Name).NotEmpty().MaximumLength(Segment.NameMaxLength).PlainText();
}

/// <summary>Makes a frozen copy of a segment.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class FreezeSegmentMutation
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [Error<DomainException>]
    [GraphQLDescription("Makes a copy that keeps the members of this moment, for a mailing or a comparison; the segment itself stays live. For callers who see the whole organisation.")]
    public static Task<Segment> FreezeSegmentAsync(FreezeSegmentInput input, CommunityWriter writer, SegmentClock clock, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                session.RequireFullSight();
                var original = await session.FindAsync<Segment>(input.Id, "id");
                await session.RequireFreeNameAsync(input.Name);
                await session.RequireRoomAsync();
                var refresh = new SegmentRefresh(session.Db, clock.At(session.Now), session.Caller.OperatorId);
                if (original.IsStale)
                {
                    await refresh.RefreshAllAsync(original, session.CancellationToken);
                }

                var copy = original.Freeze(input.Name, session.Now);
                session.Db.Segments.Add(copy);
                await session.Db.SaveChangesAsync(session.CancellationToken);
                await refresh.CopyAsync(original, copy, session.CancellationToken);
                await session.Db.Entry(copy).ReloadAsync(session.CancellationToken);
                session.Record(ActivityKind.SegmentFrozen, () => new ActivitySubject { Text = copy.Name });
                return copy;
            },
            cancellationToken);
}
