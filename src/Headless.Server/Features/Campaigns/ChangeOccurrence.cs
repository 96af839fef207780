using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Campaigns;

[GraphQLDescription("An occurrence that takes place at another time.")]
public sealed record MoveCampaignOccurrenceInput(
    [property: ID<CampaignOccurrence>] [property: GraphQLDescription("The occurrence, which is PLANNED.")] long Id,
    [property: GraphQLDescription("When it begins; not in the past.")] DateTimeOffset StartsAt,
    [property: GraphQLDescription("When it ends; as long as before unless given.")] DateTimeOffset? EndsAt,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

[GraphQLDescription("An occurrence that does not take place.")]
public sealed record CancelCampaignOccurrenceInput(
    [property: ID<CampaignOccurrence>] [property: GraphQLDescription("The occurrence.")] long Id,
    [property: GraphQLDescription("Why, at most 1 000 characters.")] string? Reason,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

[GraphQLDescription("A task that was done.")]
public sealed record CompleteCampaignTaskInput(
    [property: ID<CampaignTask>] [property: GraphQLDescription("The task.")] long Id,
    [property: GraphQLDescription("What shows that it was done: a link, a message; at most 1 000 characters.")] string? Evidence,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

/// <summary>The rules of <see cref="MoveCampaignOccurrenceInput"/>.</summary>
public sealed class MoveCampaignOccurrenceValidator : AbstractValidator<MoveCampaignOccurrenceInput>
{
    public MoveCampaignOccurrenceValidator() => RuleFor(i => i.Version).GreaterThan(0);
}

/// <summary>The rules of <see cref="CancelCampaignOccurrenceInput"/>.</summary>
public sealed class CancelCampaignOccurrenceValidator : AbstractValidator<CancelCampaignOccurrenceInput>
{
    public CancelCampaignOccurrenceValidator() => RuleFor(i => i.Reason).MaximumLength(Campaign.ReasonMaxLength).PlainText();
}

/// <summary>The rules of <see cref="CompleteCampaignTaskInput"/>.</summary>
public sealed class CompleteCampaignTaskValidator : AbstractValidator<CompleteCampaignTaskInput>
{
    public CompleteCampaignTaskValidator() => RuleFor(i => i.Evidence).MaximumLength(CampaignTask.EvidenceMaxLength).PlainText();
}

/// <summary>Moves and cancels what is planned, and says what was done.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class ChangeOccurrenceMutations
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Moves one occurrence. Its notices, countdown and tasks that are still to come move with it.")]
    public static Task<CampaignOccurrence> MoveCampaignOccurrenceAsync(MoveCampaignOccurrenceInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var occurrence = await session.FindAsync<CampaignOccurrence>(input.Id, "id", q => q.Include(o => o.Tasks).Include(o => o.Campaign));
                session.Expect(occurrence, input.Version);
                var ends = input.EndsAt?.UtcDateTime ?? input.StartsAt.UtcDateTime + (occurrence.EndsAt - occurrence.StartsAt);
                occurrence.Move(input.StartsAt.UtcDateTime, ends, session.Now);
                session.Db.CampaignTasks.RemoveRange(occurrence.Tasks.Where(t => t.Status == CampaignTaskStatus.Planned).ToList());
                var plan = await session.Db.CampaignPlans.Include(p => p.Steps).FirstAsync(p => p.CampaignId == occurrence.CampaignId, session.CancellationToken);
                var zone = TimeZoneInfo.FindSystemTimeZoneById(occurrence.Campaign.TimeZone);
                session.Db.CampaignTasks.AddRange(CampaignPlanning.TasksOf(plan, occurrence, zone, session.Now).ToList());
                await StretchAsync(session, occurrence);
                session.RecordCampaign(
                    ActivityKind.CampaignOccurrenceMoved, occurrence.Campaign, await session.FindGroupIdsAsync(occurrence.CampaignId), occurrence.On.ToString("O", System.Globalization.CultureInfo.InvariantCulture));
                return occurrence;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Calls one occurrence off, with everything that is still to be said and done before it.")]
    public static Task<CampaignOccurrence> CancelCampaignOccurrenceAsync(CancelCampaignOccurrenceInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var occurrence = await session.FindAsync<CampaignOccurrence>(input.Id, "id", q => q.Include(o => o.Tasks).Include(o => o.Campaign));
                session.Expect(occurrence, input.Version);
                occurrence.Cancel(input.Reason);
                occurrence.Tasks.Where(t => t.Status is CampaignTaskStatus.Planned or CampaignTaskStatus.Due).ToList().ForEach(t => t.Cancel());
                session.RecordCampaign(ActivityKind.CampaignOccurrenceCancelled, occurrence.Campaign, await session.FindGroupIdsAsync(occurrence.CampaignId), input.Reason);
                return occurrence;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Says that a task was done, with what shows it.")]
    public static Task<CampaignTask> CompleteCampaignTaskAsync(CompleteCampaignTaskInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var task = await session.FindAsync<CampaignTask>(input.Id, "id", q => q.Include(t => t.Campaign));
                session.Expect(task, input.Version);
                task.Complete(input.Evidence, session.Caller.OperatorId, session.Now);
                session.RecordCampaign(ActivityKind.CampaignTaskDone, task.Campaign, await session.FindGroupIdsAsync(task.CampaignId), task.Text);
                return task;
            },
            cancellationToken);

    /// <summary>The window of a campaign holds all that takes place in it.</summary>
    private static async Task StretchAsync(WriteSession session, CampaignOccurrence moved)
    {
        await session.Db.SaveChangesAsync(session.CancellationToken);
        var rest = session.Db.CampaignOccurrences.Where(o => o.CampaignId == moved.CampaignId && o.Status != OccurrenceStatus.Cancelled);
        var (starts, ends) = (await rest.MinAsync(o => o.StartsAt, session.CancellationToken), await rest.MaxAsync(o => o.EndsAt, session.CancellationToken));
        moved.Campaign.Reschedule(starts, ends);
    }
}
