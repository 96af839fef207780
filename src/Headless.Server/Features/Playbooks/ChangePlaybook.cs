using FluentValidation;
using Headless.Community.Ingestion;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Playbooks;

[GraphQLDescription("A playbook to make; a DRAFT until it is activated.")]
public sealed record CreatePlaybookInput(
    [property: GraphQLDescription("The name, at most 200 characters; unique.")] string Name,
    [property: GraphQLDescription("What it is for, at most 2 000 characters.")] string? Description,
    [property: GraphQLDescription("What it is applied to; stays.")] PlaybookTarget Target,
    [property: GraphQLDescription("What ends its runs early. Unless given: MEMBER_LEFT, MEMBER_BLACKLISTED and GROUP_CLOSED for JOIN, CAMPAIGN_CANCELLED and GROUP_CLOSED for CAMPAIGN, GROUP_CLOSED for GROUP.")] IReadOnlyList<PlaybookStop>? StopsOn,
    [property: Cost(0)] [property: GraphQLDescription("Its steps, at most 100; setPlaybookSteps sets them later.")] IReadOnlyList<PlaybookStepInput>? Steps);

[GraphQLDescription("A change of a playbook. A field that is not given stays as it is; null clears it where it may be empty.")]
public sealed record UpdatePlaybookInput(
    [property: ID<Playbook>] [property: GraphQLDescription("The playbook.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("The name; unique.")] Optional<string?> Name,
    [property: GraphQLDescription("What it is for.")] Optional<string?> Description,
    [property: GraphQLDescription("What ends its runs early; runs under way keep what they had.")] Optional<IReadOnlyList<PlaybookStop>?> StopsOn);

[GraphQLDescription("All steps of a playbook, in the place of those that it has.")]
public sealed record SetPlaybookStepsInput(
    [property: ID<Playbook>] [property: GraphQLDescription("The playbook, a DRAFT.")] long Id,
    [property: Cost(0)] [property: GraphQLDescription("Its steps in their order, at most 100.")] IReadOnlyList<PlaybookStepInput> Steps,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

[GraphQLDescription("The groups in which a playbook applies itself to whoever joins, in the place of those that it has.")]
public sealed record SetPlaybookGroupsInput(
    [property: ID<Playbook>] [property: GraphQLDescription("The playbook, for JOIN.")] long Id,
    [property: ID<Group>] [property: GraphQLDescription("The groups, at most 500.")] IReadOnlyList<long> GroupIds,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

[GraphQLDescription("A playbook that is ready to be applied.")]
public sealed record ActivatePlaybookInput(
    [property: ID<Playbook>] [property: GraphQLDescription("The playbook.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version) : IPlaybookStatusInput;

[GraphQLDescription("A playbook that is to be worked on.")]
public sealed record DeactivatePlaybookInput(
    [property: ID<Playbook>] [property: GraphQLDescription("The playbook.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version) : IPlaybookStatusInput;

[GraphQLDescription("A playbook that is not to be applied any more.")]
public sealed record ArchivePlaybookInput(
    [property: ID<Playbook>] [property: GraphQLDescription("The playbook.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version) : IPlaybookStatusInput;

/// <summary>What the steps of a playbook's status have in common.</summary>
public interface IPlaybookStatusInput
{
    long Id { get; }

    long? Version { get; }
}

/// <summary>The rules of <see cref="CreatePlaybookInput"/>.</summary>
public sealed class CreatePlaybookValidator : AbstractValidator<CreatePlaybookInput>
{
    public CreatePlaybookValidator()
    {
        RuleFor(i => i.Name).NotEmpty().MaximumLength(Playbook.NameMaxLength).PlainText();
        RuleFor(i => i.Description).MaximumLength(Playbook.DescriptionMaxLength).PlainText();
        RuleFor(i => i.StopsOn).Must(list => list is null || list.Count <= 20).WithErrorCode("TOO_MANY_ROWS");
        RuleFor(i => i.Steps).PlaybookSteps();
        RuleForEach(i => i.Steps).SetValidator(new PlaybookStepValidator());
    }
}

/// <summary>The rules of <see cref="UpdatePlaybookInput"/>.</summary>
public sealed class UpdatePlaybookValidator : AbstractValidator<UpdatePlaybookInput>
{
    public UpdatePlaybookValidator()
    {
        RuleFor(i => i.Name.Value).NotEmpty().MaximumLength(Playbook.NameMaxLength).PlainText().When(i => i.Name.HasValue).OverridePropertyName("name");
        RuleFor(i => i.Description.Value).MaximumLength(Playbook.DescriptionMaxLength).PlainText().OverridePropertyName("description");
        RuleFor(i => i.StopsOn.Value).Must(list => list is null || list.Count <= 20).WithErrorCode("TOO_MANY_ROWS").OverridePropertyName("stopsOn");
    }
}

/// <summary>The rules of <see cref="SetPlaybookStepsInput"/> that do not depend on the playbook.</summary>
public sealed class SetPlaybookStepsValidator : AbstractValidator<SetPlaybookStepsInput>
{
    public SetPlaybookStepsValidator()
    {
        RuleFor(i => i.Steps).PlaybookSteps();
        RuleForEach(i => i.Steps).SetValidator(new PlaybookStepValidator());
    }
}

/// <summary>The rules of <see cref="SetPlaybookGroupsInput"/>.</summary>
public sealed class SetPlaybookGroupsValidator : AbstractValidator<SetPlaybookGroupsInput>
{
    public SetPlaybookGroupsValidator() => RuleFor(i => i.GroupIds)
        .Must(ids => ids.Count <= Playbook.MaxGroups).WithErrorCode("TOO_MANY_IDS").WithMessage($"Name at most {Playbook.MaxGroups} groups.")
        .Must(ids => ids.Distinct().Count() == ids.Count).WithErrorCode("DUPLICATE_ID").WithMessage("Name each group once.");
}

/// <summary>The rules of <see cref="ActivatePlaybookInput"/>.</summary>
public sealed class ActivatePlaybookValidator : AbstractValidator<ActivatePlaybookInput>;

/// <summary>The rules of <see cref="DeactivatePlaybookInput"/>.</summary>
public sealed class DeactivatePlaybookValidator : AbstractValidator<DeactivatePlaybookInput>;

/// <summary>The rules of <see cref="ArchivePlaybookInput"/>.</summary>
public sealed class ArchivePlaybookValidator : AbstractValidator<ArchivePlaybookInput>;

/// <summary>Makes and changes playbooks.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class ChangePlaybookMutations
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [Error<DomainException>]
    [GraphQLDescription("Makes a playbook. For callers who see the whole organisation.")]
    public static Task<Playbook> CreatePlaybookAsync(CreatePlaybookInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                session.RequirePlaybookSight();
                await RequireFreeNameAsync(session, input.Name);
                var playbook = new Playbook { Name = input.Name, Description = input.Description, Target = input.Target };
                if (input.StopsOn is { } stops)
                {
                    playbook.StopsOn = stops;
                }
                else
                {
                    playbook.StopFlags = Playbook.DefaultStops(input.Target);
                }

                await session.SetStepsAsync(playbook, input.Steps ?? []);
                session.Db.Playbooks.Add(playbook);
                RecordChange(session, playbook);
                return playbook;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Changes what a playbook is called and what ends its runs. For callers who see the whole organisation.")]
    public static Task<Playbook> UpdatePlaybookAsync(UpdatePlaybookInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var playbook = await FindAsync(session, input.Id, input.Version);
                if (input.Name is { HasValue: true, Value: { } name } && name != playbook.Name)
                {
                    await RequireFreeNameAsync(session, name);
                    playbook.Name = name;
                }

                playbook.Description = input.Description.Or(playbook.Description);
                playbook.StopsOn = input.StopsOn.Or(playbook.StopsOn) ?? [];
                RecordChange(session, playbook);
                return playbook;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Sets the steps of a playbook that is a DRAFT. What it has planned already stays as it is. For callers who see the whole organisation.")]
    public static Task<Playbook> SetPlaybookStepsAsync(SetPlaybookStepsInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var playbook = await FindAsync(session, input.Id, input.Version);
                playbook.RequireDraft();
                await session.Db.PlaybookSteps.Where(s => s.PlaybookId == playbook.Id).ExecuteDeleteAsync(session.CancellationToken);
                await session.SetStepsAsync(playbook, input.Steps);
                session.Db.Entry(playbook).Property(p => p.UpdatedAt).IsModified = true;
                RecordChange(session, playbook);
                return playbook;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Says in which groups a playbook for JOIN applies itself, once it is ACTIVE, to everybody who joins from then on. For callers who see the whole organisation.")]
    public static Task<Playbook> SetPlaybookGroupsAsync(SetPlaybookGroupsInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var playbook = await FindAsync(session, input.Id, input.Version);
                if (playbook.Target != PlaybookTarget.Join)
                {
                    throw new DomainException(DomainErrorCodes.PlaybookTargetMismatch, "Only a playbook for JOIN applies itself: apply this one with applyPlaybook.");
                }

                foreach (var (id, index) in input.GroupIds.Select((id, index) => (id, index)))
                {
                    await session.FindAsync<Group>(id, $"groupIds[{index}]");
                }

                var wanted = input.GroupIds.ToHashSet();
                var rows = await session.Db.PlaybookGroups.Where(g => g.PlaybookId == playbook.Id).ToListAsync(session.CancellationToken);
                session.Db.PlaybookGroups.RemoveRange(rows.Where(row => !wanted.Contains(row.GroupId)));
                session.Db.PlaybookGroups.AddRange(wanted.Except(rows.Select(row => row.GroupId)).Select(id => new PlaybookGroup { PlaybookId = playbook.Id, GroupId = id }));
                session.Db.Entry(playbook).Property(p => p.UpdatedAt).IsModified = true;
                RecordChange(session, playbook);
                return playbook;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Makes a DRAFT applicable. Who joined before is left alone. For callers who see the whole organisation.")]
    public static Task<Playbook> ActivatePlaybookAsync(ActivatePlaybookInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        StepAsync(input, writer, async (session, playbook) => playbook.Activate(
            await session.Db.PlaybookSteps.CountAsync(s => s.PlaybookId == playbook.Id, session.CancellationToken),
            await session.Db.LastActivityIdAsync(session.CancellationToken)), cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Takes an ACTIVE playbook back to be worked on; what it has planned goes on. For callers who see the whole organisation.")]
    public static Task<Playbook> DeactivatePlaybookAsync(DeactivatePlaybookInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        StepAsync(input, writer, (_, playbook) => { playbook.Deactivate(); return Task.CompletedTask; }, cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Puts a playbook away for good; what it has planned goes on. For callers who see the whole organisation.")]
    public static Task<Playbook> ArchivePlaybookAsync(ArchivePlaybookInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        StepAsync(input, writer, (_, playbook) => { playbook.Archive(); return Task.CompletedTask; }, cancellationToken);

    private static Task<Playbook> StepAsync<T>(T input, CommunityWriter writer, Func<WriteSession, Playbook, Task> step, CancellationToken ct)
        where T : IPlaybookStatusInput => writer.WriteAsync(
        input,
        async session =>
        {
            var playbook = await FindAsync(session, input.Id, input.Version);
            await step(session, playbook);
            RecordChange(session, playbook);
            return playbook;
        },
        ct);

    private static async Task<Playbook> FindAsync(WriteSession session, long id, long? version)
    {
        session.RequirePlaybookSight();
        var playbook = await session.FindAsync<Playbook>(id, "id");
        session.Expect(playbook, version);
        return playbook;
    }

    private static Task RequireFreeNameAsync(WriteSession session, string name) =>
        session.RequireNoneAsync<Playbook>(p => p.Name == name, $"There is a playbook '{name}' already.", "name");

    private static void RecordChange(WriteSession session, Playbook playbook) =>
        session.Record(ActivityKind.PlaybookChanged, () => new ActivitySubject { Text = playbook.Name });
}
