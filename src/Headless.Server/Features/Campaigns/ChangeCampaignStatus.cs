using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Campaigns;

[GraphQLDescription("A draft to fix.")]
public sealed record ScheduleCampaignInput(
    [property: ID<Campaign>] [property: GraphQLDescription("The campaign.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version)
    : ICampaignStepInput;

[GraphQLDescription("A scheduled campaign to take back.")]
public sealed record UnscheduleCampaignInput(
    [property: ID<Campaign>] [property: GraphQLDescription("The campaign.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version)
    : ICampaignStepInput;

[GraphQLDescription("A scheduled campaign to warm people up for.")]
public sealed record PreheatCampaignInput(
    [property: ID<Campaign>] [property: GraphQLDescription("The campaign.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version)
    : ICampaignStepInput;

[GraphQLDescription("A campaign to start.")]
public sealed record StartCampaignInput(
    [property: ID<Campaign>] [property: GraphQLDescription("The campaign.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version)
    : ICampaignStepInput;

[GraphQLDescription("A running campaign to end.")]
public sealed record EndCampaignInput(
    [property: ID<Campaign>] [property: GraphQLDescription("The campaign.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version)
    : ICampaignStepInput;

[GraphQLDescription("What was learnt from a campaign.")]
public sealed record CompleteCampaignReviewInput(
    [property: ID<Campaign>] [property: GraphQLDescription("The campaign.")] long Id,
    [property: GraphQLDescription("What went well, what did not, what to do next time; at most 10 000 characters.")] string Review,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version)
    : ICampaignStepInput;

[GraphQLDescription("A campaign to call off.")]
public sealed record CancelCampaignInput(
    [property: ID<Campaign>] [property: GraphQLDescription("The campaign.")] long Id,
    [property: GraphQLDescription("Why, for whoever reads it later; at most 1 000 characters.")] string? Reason,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version)
    : ICampaignStepInput;

/// <summary>What the steps of a campaign have in common.</summary>
public interface ICampaignStepInput
{
    long Id { get; }

    long? Version { get; }
}

/// <summary>The rule that every step has.</summary>
public abstract class CampaignStepValidator<T> : AbstractValidator<T>
    where T : ICampaignStepInput
{
    protected CampaignStepValidator() => RuleFor(i => i.Version).GreaterThan(0);
}

/// <summary>The rules of <see cref="ScheduleCampaignInput"/>.</summary>
public sealed class ScheduleCampaignValidator : CampaignStepValidator<ScheduleCampaignInput>;

/// <summary>The rules of <see cref="UnscheduleCampaignInput"/>.</summary>
public sealed class UnscheduleCampaignValidator : CampaignStepValidator<UnscheduleCampaignInput>;

/// <summary>The rules of <see cref="PreheatCampaignInput"/>.</summary>
public sealed class PreheatCampaignValidator : CampaignStepValidator<PreheatCampaignInput>;

/// <summary>The rules of <see cref="StartCampaignInput"/>.</summary>
public sealed class StartCampaignValidator : CampaignStepValidator<StartCampaignInput>;

/// <summary>The rules of <see cref="EndCampaignInput"/>.</summary>
public sealed class EndCampaignValidator : CampaignStepValidator<EndCampaignInput>;

/// <summary>The rules of <see cref="CompleteCampaignReviewInput"/>.</summary>
public sealed class CompleteCampaignReviewValidator : CampaignStepValidator<CompleteCampaignReviewInput>
{
    public CompleteCampaignReviewValidator() => RuleFor(i => i.Review).NotEmpty().MaximumLength(Campaign.ReviewMaxLength).PlainText();
}

/// <summary>The rules of <see cref="CancelCampaignInput"/>.</summary>
public sealed class CancelCampaignValidator : CampaignStepValidator<CancelCampaignInput>
{
    public CancelCampaignValidator() => RuleFor(i => i.Reason).MaximumLength(Campaign.ReasonMaxLength).PlainText();
}

/// <summary>DRAFT → SCHEDULED → (PREHEATING →) RUNNING → ENDED → REVIEWED, or CANCELLED.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class ChangeCampaignStatusMutations
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Fixes a draft: it needs a window that has not begun.")]
    public static Task<Campaign> ScheduleCampaignAsync(ScheduleCampaignInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        StepAsync(input, writer, ActivityKind.CampaignScheduled, (campaign, now) => campaign.Schedule(now), cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Makes a scheduled campaign a draft again.")]
    public static Task<Campaign> UnscheduleCampaignAsync(UnscheduleCampaignInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        StepAsync(input, writer, ActivityKind.CampaignUnscheduled, (campaign, _) => campaign.Unschedule(), cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("预热: starts to warm people up for a scheduled campaign.")]
    public static Task<Campaign> PreheatCampaignAsync(PreheatCampaignInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        StepAsync(input, writer, ActivityKind.CampaignPreheating, (campaign, _) => campaign.Preheat(), cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Starts a scheduled or preheating campaign; one that starts early starts now. With a checklist it has to be answered. At startsAt it starts by itself.")]
    public static Task<Campaign> StartCampaignAsync(StartCampaignInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        StepAsync(input, writer, ActivityKind.CampaignStarted, (campaign, now) => campaign.Start(now), cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Ends a running campaign; one that ends early ends now. At endsAt it ends by itself.")]
    public static Task<Campaign> EndCampaignAsync(EndCampaignInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        StepAsync(input, writer, ActivityKind.CampaignEnded, (campaign, now) => campaign.End(now), cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("复盘: writes down what was learnt from a campaign that has ended, and closes the books.")]
    public static Task<Campaign> CompleteCampaignReviewAsync(CompleteCampaignReviewInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        StepAsync(input, writer, ActivityKind.CampaignReviewed, (campaign, _) => campaign.CompleteReview(input.Review), cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Calls a campaign off that has not ended, with everything that is planned for it.")]
    public static Task<Campaign> CancelCampaignAsync(CancelCampaignInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        StepAsync(input, writer, ActivityKind.CampaignCancelled, (campaign, _) => campaign.Cancel(input.Reason), cancellationToken, input.Reason);

    private static Task<Campaign> StepAsync<T>(
        T input, CommunityWriter writer, ActivityKind kind, Action<Campaign, DateTime> step, CancellationToken ct, string? text = null)
        where T : ICampaignStepInput => writer.WriteAsync(
        input,
        async session =>
        {
            var campaign = await session.FindAsync<Campaign>(input.Id, "id");
            session.Expect(campaign, input.Version);
            if (kind == ActivityKind.CampaignStarted)
            {
                await session.RequireLaunchableAsync(campaign);
            }

            step(campaign, session.Now);
            await session.CancelPlannedAsync(campaign);
            session.RecordCampaign(kind, campaign, await session.FindGroupIdsAsync(campaign.Id), text);
            return campaign;
        },
        ct);
}
