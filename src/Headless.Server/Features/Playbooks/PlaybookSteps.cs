using FluentValidation;
using Headless.Server.Writing;

namespace Headless.Server.Features.Playbooks;

[GraphQLDescription("One step of a playbook.")]
public sealed record PlaybookStepInput(
    [property: GraphQLDescription("Who carries it out; STAFF unless given.")] PlaybookStepKind? Kind,
    [property: GraphQLDescription("What it is, in at most 200 characters.")] string Title,
    [property: GraphQLDescription("What is to be done, at most 4 000 characters; of a DELIVERY, what is said where it has no content item.")] string? Instructions,
    [property: GraphQLDescription("So many days after the start, by the local calendar: -366 to 366, negative only for CAMPAIGN and GROUP.")] int DayOffset,
    [property: GraphQLDescription("The local time of day, such as 18:30. Unless given: the time of day of the start, on day 0 the very moment.")] string? At,
    [property: GraphQLDescription("So many minutes after its time it is overdue: 1 to 44 640; 1 440, a day, unless given.")] int? GraceMinutes,
    [property: GraphQLDescription("For whom it is. Unless given: MEMBER for JOIN, SEGMENT where a segment is named, GROUP otherwise.")] PlaybookAudience? Audience,
    [property: ID<Segment>] [property: GraphQLDescription("The segment: with audience SEGMENT alone.")] long? SegmentId,
    [property: GraphQLDescription("Where. Unless given: PRIVATE_CHAT for a member or a segment, GROUP otherwise.")] TouchChannel? Channel,
    [property: GraphQLDescription("What for; SERVICE unless given. MARKETING has a cap on its frequency.")] ContactPurpose? Purpose,
    [property: ID<ContentItem>] [property: GraphQLDescription("The material: a content item.")] long? ContentItemId);

/// <summary>The rules of <see cref="PlaybookStepInput"/> that need no target.</summary>
public sealed class PlaybookStepValidator : AbstractValidator<PlaybookStepInput>
{
    public PlaybookStepValidator()
    {
        RuleFor(s => s.Title).NotEmpty().MaximumLength(PlaybookStep.TitleMaxLength).PlainText();
        RuleFor(s => s.Instructions).MaximumLength(PlaybookStep.InstructionsMaxLength).PlainText();
        RuleFor(s => s.DayOffset).InclusiveBetween(-PlaybookStep.MaxDays, PlaybookStep.MaxDays);
        RuleFor(s => s.At).LocalTime();
        RuleFor(s => s.GraceMinutes).InclusiveBetween(1, PlaybookStep.MaxGraceMinutes);
        RuleFor(s => s.SegmentId).NotNull().When(s => s.Audience == PlaybookAudience.Segment).WithErrorCode("SEGMENT_REQUIRED").WithMessage("Name the segment.");
        RuleFor(s => s.SegmentId).Null().When(s => s.Audience is PlaybookAudience.Group or PlaybookAudience.Member)
            .WithErrorCode("SEGMENT_NOT_EXPECTED").WithMessage("A segment goes with the audience SEGMENT.");
        RuleFor(s => s.Instructions).NotEmpty().When(s => s is { Kind: PlaybookStepKind.Delivery, ContentItemId: null })
            .WithErrorCode("NOTHING_TO_SAY").WithMessage("A delivery says something: give a content item, or the text as instructions.");
        RuleFor(s => s.Channel).Must(channel => channel is not (TouchChannel.Moments or TouchChannel.Phone)).When(s => s.Kind == PlaybookStepKind.Delivery)
            .WithErrorCode("CHANNEL_IS_FOR_STAFF").WithMessage("Calls and moments are for staff: make it a step of STAFF.");
    }
}

/// <summary>What inputs about playbooks share.</summary>
internal static class PlaybookRules
{
    /// <summary>At most so many steps.</summary>
    public static void PlaybookSteps<T>(this IRuleBuilderInitial<T, IReadOnlyList<PlaybookStepInput>?> rule) => rule
        .Must(steps => steps is null || steps.Count <= Playbook.MaxSteps).WithErrorCode("TOO_MANY_STEPS").WithMessage($"Give at most {Playbook.MaxSteps} steps.");

    /// <summary>The steps fit what the playbook is applied to.</summary>
    /// <exception cref="InvalidInputException">One does not.</exception>
    private static void RequireFit(PlaybookTarget target, IReadOnlyList<PlaybookStepInput> steps)
    {
        foreach (var (step, index) in steps.Select((step, index) => (step, index)))
        {
            if (target != PlaybookTarget.Join && step.Audience == PlaybookAudience.Member)
            {
                throw InvalidInputException.Of($"steps[{index}].audience", "NO_MEMBER", "Only a playbook for JOIN has a MEMBER whom a step is for.");
            }

            if (target == PlaybookTarget.Join && step.DayOffset < 0)
            {
                throw InvalidInputException.Of($"steps[{index}].dayOffset", "BEFORE_THE_JOIN", "Nothing can be done before somebody joins: dayOffset is not negative.");
            }
        }
    }

    /// <summary>Playbooks are the organisation's.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.PlaybookNeedsFullSight"/>.</exception>
    public static void RequirePlaybookSight(this WriteSession session)
    {
        if (!session.Caller.Scope.IsEverything)
        {
            throw new DomainException(DomainErrorCodes.PlaybookNeedsFullSight, "Playbooks are the whole organisation's: ask the lead to make the change. You can apply those that are ACTIVE to your groups.");
        }
    }

    /// <summary>Gives a playbook its steps.</summary>
    /// <exception cref="InvalidInputException">One does not fit the target.</exception>
    /// <exception cref="NotFoundException">A segment or content item does not exist.</exception>
    public static async Task SetStepsAsync(this WriteSession session, Playbook playbook, IReadOnlyList<PlaybookStepInput> steps)
    {
        RequireFit(playbook.Target, steps);
        foreach (var (step, index) in steps.Select((step, index) => (step, index)))
        {
            await session.FindAsync<Segment>(step.SegmentId, $"steps[{index}].segmentId");
            await session.FindAsync<ContentItem>(step.ContentItemId, $"steps[{index}].contentItemId");
            var audience = step.Audience
                ?? (step.SegmentId is not null ? PlaybookAudience.Segment : playbook.Target == PlaybookTarget.Join ? PlaybookAudience.Member : PlaybookAudience.Group);
            playbook.Steps.Add(new PlaybookStep
            {
                Playbook = playbook,
                Position = index,
                Kind = step.Kind ?? PlaybookStepKind.Staff,
                Title = step.Title,
                Instructions = step.Instructions,
                DayOffset = step.DayOffset,
                Minute = step.At is { } at ? LocalTimes.MinuteOf(at) : null,
                GraceMinutes = step.GraceMinutes ?? 24 * 60,
                Audience = audience,
                SegmentId = step.SegmentId,
                Channel = step.Channel ?? (audience == PlaybookAudience.Group ? TouchChannel.Group : TouchChannel.PrivateChat),
                Purpose = step.Purpose ?? ContactPurpose.Service,
                ContentItemId = step.ContentItemId,
            });
        }
    }
}
