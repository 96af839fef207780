using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Playbooks;

[GraphQLDescription("What a playbook is applied to: groups for one that is for GROUP, stays for JOIN, a campaign for CAMPAIGN.")]
public sealed record ApplyPlaybookInput(
    [property: ID<Playbook>] [property: GraphQLDescription("The playbook, which is ACTIVE.")] long PlaybookId,
    [property: ID<Group>] [property: GraphQLDescription("GROUP: the groups, at most 100.")] IReadOnlyList<long>? GroupIds,
    [property: ID<Membership>] [property: GraphQLDescription("JOIN: the stays, at most 100. Their days are counted from the joining, or from startsAt.")] IReadOnlyList<long>? MembershipIds,
    [property: ID<Campaign>] [property: GraphQLDescription("CAMPAIGN: the campaign, which has a start. Each of its groups that the caller may see gets a run.")] long? CampaignId,
    [property: GraphQLDescription("GROUP and JOIN: the moment that days are counted from; for GROUP now unless given.")] DateTimeOffset? StartsAt);

[GraphQLDescription("A run that is to end early.")]
public sealed record StopPlaybookRunInput(
    [property: ID<PlaybookRun>] [property: GraphQLDescription("The run.")] long Id,
    [property: GraphQLDescription("Why, at most 500 characters.")] string? Reason,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

[GraphQLDescription("A task that was done.")]
public sealed record CompletePlaybookTaskInput(
    [property: ID<PlaybookTask>] [property: GraphQLDescription("The task: one of STAFF.")] long Id,
    [property: GraphQLDescription("What shows that it was done: a link, a message; at most 2 000 characters.")] string? Evidence,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

[GraphQLDescription("Who is to do a task.")]
public sealed record AssignPlaybookTaskInput(
    [property: ID<PlaybookTask>] [property: GraphQLDescription("The task, which is still to be done.")] long Id,
    [property: ID<Operator>] [property: GraphQLDescription("Who is to do it; null: whoever of the group's staff comes first.")] long? OperatorId,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

/// <summary>The rules of <see cref="ApplyPlaybookInput"/>.</summary>
public sealed class ApplyPlaybookValidator : AbstractValidator<ApplyPlaybookInput>
{
    public const int MaxRuns = 100;

    public ApplyPlaybookValidator()
    {
        RuleFor(i => i.GroupIds).Must(IsShort).WithErrorCode("TOO_MANY_IDS").WithMessage($"Name at most {MaxRuns} groups.");
        RuleFor(i => i.MembershipIds).Must(IsShort).WithErrorCode("TOO_MANY_IDS").WithMessage($"Name at most {MaxRuns} stays.");
    }

    private static bool IsShort(IReadOnlyList<long>? ids) => ids is null || ids.Count <= MaxRuns;
}

/// <summary>The rules of <see cref="StopPlaybookRunInput"/>.</summary>
public sealed class StopPlaybookRunValidator : AbstractValidator<StopPlaybookRunInput>
{
    public StopPlaybookRunValidator() => RuleFor(i => i.Reason).MaximumLength(PlaybookRun.ReasonMaxLength).PlainText();
}

/// <summary>The rules of <see cref="CompletePlaybookTaskInput"/>.</summary>
public sealed class CompletePlaybookTaskValidator : AbstractValidator<CompletePlaybookTaskInput>
{
    public CompletePlaybookTaskValidator() => RuleFor(i => i.Evidence).MaximumLength(PlaybookTask.EvidenceMaxLength).PlainText();
}

/// <summary>The rules of <see cref="AssignPlaybookTaskInput"/>.</summary>
public sealed class AssignPlaybookTaskValidator : AbstractValidator<AssignPlaybookTaskInput>;

/// <summary>Applies playbooks, stops runs, and says what was done.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class ApplyPlaybookMutations
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [Error<DomainException>]
    [UseMutationConvention(PayloadFieldName = "runs")]
    [GraphQLDescription("Applies a playbook: its steps become tasks with dates in the time zone of the group, those whose time has passed left out. previewPlaybook shows them before. Applied again to the same, it changes nothing and answers the runs of the first time.")]
    public static Task<IReadOnlyList<PlaybookRun>> ApplyPlaybookAsync(ApplyPlaybookInput input, CommunityWriter writer, ReportingCalendar calendar, CancellationToken cancellationToken) =>
        writer.WriteAsync<ApplyPlaybookInput, IReadOnlyList<PlaybookRun>>(
            input,
            async session =>
            {
                var playbook = await session.FindAsync<Playbook>(input.PlaybookId, "playbookId", q => q.Include(p => p.Steps));
                playbook.RequireActive();
                var last = await session.LastActivityIdAsync();
                var wanted = await session.FindTargetsAsync(playbook, input, calendar, last);
                var keys = wanted.Select(run => run.Key!).ToArray();
                var known = await session.Db.PlaybookRuns.WhereIn(session.Db, r => r.Key, keys).ToDictionaryAsync(r => r.Key!, session.CancellationToken);
                var runs = wanted.ConvertAll(run => known.GetValueOrDefault(run.Key!) ?? session.Begin(run, playbook.Steps));
                return runs.OfType<PlaybookRun>().ToList() is { Count: > 0 } made ? made : throw new DomainException(
                    DomainErrorCodes.PlaybookNothingToDo, "The time of every step has passed: previewPlaybook shows the dates. Give a later startsAt.");
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Ends a run early: what is still to be done is cancelled. The playbook can be applied to the same again.")]
    public static Task<PlaybookRun> StopPlaybookRunAsync(StopPlaybookRunInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var run = await session.FindAsync<PlaybookRun>(input.Id, "id", q => q.Include(r => r.Tasks).Include(r => r.Playbook));
                session.Expect(run, input.Version);
                session.Stop(run, PlaybookStop.ByHand, input.Reason);
                return run;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Says that a task of STAFF was done, with what shows it; also before it is due, and late. With the last one the run is COMPLETED.")]
    public static Task<PlaybookTask> CompletePlaybookTaskAsync(CompletePlaybookTaskInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var task = await session.FindAsync<PlaybookTask>(input.Id, "id", q => q.Include(t => t.Run.Tasks).Include(t => t.Run.Playbook));
                session.Expect(task, input.Version);
                task.RequireStaff();
                task.Complete(input.Evidence, session.Caller.OperatorId, session.Now);
                session.RecordTask(ActivityKind.PlaybookTaskDone, task);
                session.CompleteWhereDone(task.Run);
                return task;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Says who is to do a task.")]
    public static Task<PlaybookTask> AssignPlaybookTaskAsync(AssignPlaybookTaskInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var task = await session.FindAsync<PlaybookTask>(input.Id, "id");
                session.Expect(task, input.Version);
                await session.FindAsync<Operator>(input.OperatorId, "operatorId");
                task.Assign(input.OperatorId);
                return task;
            },
            cancellationToken);
}
