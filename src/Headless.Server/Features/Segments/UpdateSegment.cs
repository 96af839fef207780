using FluentValidation;
using Headless.Community.Segments;
using Headless.Server.Access;
using Headless.Server.Features.Segments.Conditions;
using Headless.Server.Writing;

namespace Headless.Server.Features.Segments;

[GraphQLDescription("A change of a segment. A field that is not given stays as it is; null clears it where it may be empty.")]
public sealed record UpdateSegmentInput(
    [property: ID<Segment>] [property: GraphQLDescription("The segment.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("The name.")] Optional<string?> Name,
    [property: GraphQLDescription("What it is for.")] Optional<string?> Description,
    [property: Cost(0)] [property: GraphQLDescription("Who belongs to it; not for a frozen segment.")] SegmentConditionInput? Condition);

/// <summary>The rules of <see cref="UpdateSegmentInput"/>.</summary>
public sealed class UpdateSegmentValidator : AbstractValidator<UpdateSegmentInput>
{
    public UpdateSegmentValidator()
    {
        RuleFor(i => i.Name.Value).NotEmpty().MaximumLength(Segment.NameMaxLength).PlainText().When(i => i.Name.HasValue).OverridePropertyName("name");
        RuleFor(i => i.Description.Value).MaximumLength(Segment.DescriptionMaxLength).PlainText().OverridePropertyName("description");
        RuleFor(i => i.Condition!).SetValidator(new SegmentConditionValidator()).When(i => i.Condition is not null);
    }
}

/// <summary>Changes a segment.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class UpdateSegmentMutation
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Changes a segment. With another condition members enter and leave within a minute. For callers who see the whole organisation.")]
    public static Task<Segment> UpdateSegmentAsync(UpdateSegmentInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                session.RequireFullSight();
                var segment = await session.FindAsync<Segment>(input.Id, "id");
                session.Expect(segment, input.Version);
                var name = input.Name.Or(segment.Name)!;
                if (name != segment.Name)
                {
                    await session.RequireFreeNameAsync(name);
                }

                segment.Name = name;
                segment.Description = input.Description.Or(segment.Description);
                if (input.Condition is not null)
                {
                    var condition = await input.Condition.ReadAsync(session.Db, session.Caller, "condition", session.CancellationToken);
                    segment.ChangeCondition(condition, await session.UsesPersonalDataAsync(condition));
                    await RequireNoCycleAsync(session, segment);
                }

                session.Record(ActivityKind.SegmentUpdated, () => new ActivitySubject { Text = segment.Name });
                return segment;
            },
            cancellationToken);

    /// <exception cref="DomainException"><see cref="DomainErrorCodes.SegmentCycle"/>.</exception>
    private static async Task RequireNoCycleAsync(WriteSession session, Segment changed)
    {
        var graph = await session.ReadDependenciesAsync(changed);
        if (graph.IsInCycle(new DependencyGraph.Node(typeof(Segment), changed.Id)))
        {
            throw new DomainException(
                DomainErrorCodes.SegmentCycle,
                $"'{changed.Name}' would depend on itself, by way of the segments or the automatic tags that its condition names: leave one of them out.");
        }
    }
}
