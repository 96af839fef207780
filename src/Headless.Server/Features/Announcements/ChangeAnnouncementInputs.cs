using FluentValidation;

namespace Headless.Server.Features.Announcements;

/// <summary>What the steps of an announcement have in common.</summary>
public interface IAnnouncementStepInput
{
    long Id { get; }

    long? Version { get; }
}

[GraphQLDescription("An announcement to be published by itself.")]
public sealed record ScheduleAnnouncementInput(
    [property: ID<Announcement>] [property: GraphQLDescription("The announcement.")] long Id,
    [property: GraphQLDescription("When it is published: an instant in the future, with any offset.")] DateTimeOffset PublishAt,
    [property: GraphQLDescription("The version that you read; given, the step is refused when somebody else was faster.")] long? Version)
    : IAnnouncementStepInput;

/// <summary>The rules of <see cref="ScheduleAnnouncementInput"/>.</summary>
public sealed class ScheduleAnnouncementValidator : AbstractValidator<ScheduleAnnouncementInput>
{
    public ScheduleAnnouncementValidator() => RuleFor(i => i.Version).GreaterThan(0);
}

[GraphQLDescription("A scheduled announcement that is to be a draft again.")]
public sealed record UnscheduleAnnouncementInput(
    [property: ID<Announcement>] [property: GraphQLDescription("The announcement.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the step is refused when somebody else was faster.")] long? Version)
    : IAnnouncementStepInput;

/// <summary>The rules of <see cref="UnscheduleAnnouncementInput"/>.</summary>
public sealed class UnscheduleAnnouncementValidator : AbstractValidator<UnscheduleAnnouncementInput>
{
    public UnscheduleAnnouncementValidator() => RuleFor(i => i.Version).GreaterThan(0);
}

[GraphQLDescription("An announcement to publish now.")]
public sealed record PublishAnnouncementInput(
    [property: ID<Announcement>] [property: GraphQLDescription("The announcement.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the step is refused when somebody else was faster.")] long? Version)
    : IAnnouncementStepInput;

/// <summary>The rules of <see cref="PublishAnnouncementInput"/>.</summary>
public sealed class PublishAnnouncementValidator : AbstractValidator<PublishAnnouncementInput>
{
    public PublishAnnouncementValidator() => RuleFor(i => i.Version).GreaterThan(0);
}

[GraphQLDescription("An announcement to take back.")]
public sealed record RetractAnnouncementInput(
    [property: ID<Announcement>] [property: GraphQLDescription("The announcement.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the step is refused when somebody else was faster.")] long? Version)
    : IAnnouncementStepInput;

/// <summary>The rules of <see cref="RetractAnnouncementInput"/>.</summary>
public sealed class RetractAnnouncementValidator : AbstractValidator<RetractAnnouncementInput>
{
    public RetractAnnouncementValidator() => RuleFor(i => i.Version).GreaterThan(0);
}

[GraphQLDescription("An announcement that is to stand above the messages.")]
public sealed record PinAnnouncementInput(
    [property: ID<Announcement>] [property: GraphQLDescription("The announcement.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the step is refused when somebody else was faster.")] long? Version)
    : IAnnouncementStepInput;

/// <summary>The rules of <see cref="PinAnnouncementInput"/>.</summary>
public sealed class PinAnnouncementValidator : AbstractValidator<PinAnnouncementInput>
{
    public PinAnnouncementValidator() => RuleFor(i => i.Version).GreaterThan(0);
}

[GraphQLDescription("An announcement that is not to stand above the messages any more.")]
public sealed record UnpinAnnouncementInput(
    [property: ID<Announcement>] [property: GraphQLDescription("The announcement.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the step is refused when somebody else was faster.")] long? Version)
    : IAnnouncementStepInput;

/// <summary>The rules of <see cref="UnpinAnnouncementInput"/>.</summary>
public sealed class UnpinAnnouncementValidator : AbstractValidator<UnpinAnnouncementInput>
{
    public UnpinAnnouncementValidator() => RuleFor(i => i.Version).GreaterThan(0);
}
