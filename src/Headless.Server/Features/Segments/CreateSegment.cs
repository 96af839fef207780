using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Features.Segments.Conditions;
using Headless.Server.Writing;

namespace Headless.Server.Features.Segments;

[GraphQLDescription("A segment to make.")]
public sealed record CreateSegmentInput(
    [property: GraphQLDescription("The name; unique.")] string Name,
    [property: GraphQLDescription("What it is for, at most 2 000 characters.")] string? Description,
    [property: Cost(0)] [property: GraphQLDescription("Who belongs to it.")] SegmentConditionInput Condition);

/// <summary>The rules of <see cref="CreateSegmentInput"/>.</summary>
public sealed class CreateSegmentValidator : AbstractValidator<CreateSegmentInput>
{
    public CreateSegmentValidator()
    {
        RuleFor(i => i.Name).NotEmpty().MaximumLength(Segment.NameMaxLength).PlainText();
        RuleFor(i => i.Description).MaximumLength(Segment.DescriptionMaxLength).PlainText();
        RuleFor(i => i.Condition).SetValidator(new SegmentConditionValidator());
    }
}

/// <summary>Makes a segment.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class CreateSegmentMutation
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [Error<DomainException>]
    [GraphQLDescription("Makes a live segment. Its members are there within a minute. For callers who see the whole organisation.")]
    public static Task<Segment> CreateSegmentAsync(CreateSegmentInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                session.RequireFullSight();
                await session.RequireFreeNameAsync(input.Name);
                if (await session.Db.Segments.CountAsync(session.CancellationToken) >= Segment.Max)
                {
                    throw new DomainException(DomainErrorCodes.TooManySegments, $"There are {Segment.Max} segments, which is the most: delete one first.");
                }

                var condition = await input.Condition.ReadAsync(session.Db, session.Caller, "condition", session.CancellationToken);
                var segment = new Segment
                {
                    Name = input.Name,
                    Description = input.Description,
                    Condition = condition,
                    UsesPersonalData = await session.UsesPersonalDataAsync(condition),
                };
                session.Db.Segments.Add(segment);
                session.Record(ActivityKind.SegmentCreated, () => new ActivitySubject { Text = segment.Name });
                return segment;
            },
            cancellationToken);
}
