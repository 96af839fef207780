using FluentValidation;
using Headless.Community.Segments;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Segments;

[GraphQLDescription("A segment to delete.")]
public sealed record DeleteSegmentInput(
    [property: ID<Segment>] [property: GraphQLDescription("The segment.")] long Id,
    [property: GraphQLDescription("The version that you read; given, it is refused when somebody else has changed it since.")] long? Version);

/// <summary>The rules of <see cref="DeleteSegmentInput"/>: none beyond its types.</summary>
public sealed class DeleteSegmentValidator : AbstractValidator<DeleteSegmentInput>;

/// <summary>Deletes a segment.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class DeleteSegmentMutation
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Deletes a segment that no other depends on, with the history of its members; what the log says of it stays. For callers who see the whole organisation.")]
    public static Task<Segment> DeleteSegmentAsync(DeleteSegmentInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                session.RequireFullSight();
                var segment = await session.FindAsync<Segment>(input.Id, "id");
                session.Expect(segment, input.Version);
                if (await session.FindDependentAsync(segment.Id) is { } dependent)
                {
                    throw new DomainException(DomainErrorCodes.SegmentInUse, $"{dependent} depends on '{segment.Name}': change it first.");
                }

                session.Db.Segments.Remove(segment);
                session.Record(ActivityKind.SegmentDeleted, () => new ActivitySubject { Text = segment.Name });
                return segment;
            },
            cancellationToken);
}
