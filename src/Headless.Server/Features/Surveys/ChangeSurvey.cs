using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Surveys;

[GraphQLDescription("A change of a survey. A field that is not given stays as it is; null clears it where it may be empty.")]
public sealed record UpdateSurveyInput(
    [property: ID<Survey>] [property: GraphQLDescription("The survey.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("The title.")] Optional<string?> Title,
    [property: GraphQLDescription("What members are told before the first question.")] Optional<string?> Description,
    [property: GraphQLDescription("When it closes by itself; null: by hand. Not for a survey that is CLOSED.")] Optional<DateTimeOffset?> ClosesAt);

[GraphQLDescription("A survey to open.")]
public sealed record OpenSurveyInput(
    [property: ID<Survey>] [property: GraphQLDescription("The survey.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

[GraphQLDescription("A survey to close.")]
public sealed record CloseSurveyInput(
    [property: ID<Survey>] [property: GraphQLDescription("The survey.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

/// <summary>The rules of <see cref="UpdateSurveyInput"/>.</summary>
public sealed class UpdateSurveyValidator : AbstractValidator<UpdateSurveyInput>
{
    public UpdateSurveyValidator()
    {
        RuleFor(i => i.Title.Value).NotEmpty().MaximumLength(Survey.TitleMaxLength).PlainText().When(i => i.Title.HasValue).OverridePropertyName("title");
        RuleFor(i => i.Description.Value).MaximumLength(Survey.DescriptionMaxLength).PlainText().OverridePropertyName("description");
    }
}

/// <summary>The rules of <see cref="OpenSurveyInput"/>.</summary>
public sealed class OpenSurveyValidator : AbstractValidator<OpenSurveyInput>
{
    public OpenSurveyValidator() => RuleFor(i => i.Version).GreaterThan(0);
}

/// <summary>The rules of <see cref="CloseSurveyInput"/>.</summary>
public sealed class CloseSurveyValidator : AbstractValidator<CloseSurveyInput>
{
    public CloseSurveyValidator() => RuleFor(i => i.Version).GreaterThan(0);
}

/// <summary>DRAFT → OPEN → CLOSED.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class ChangeSurveyMutations
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Changes what a survey is called, what members are told and when it closes.")]
    public static Task<Survey> UpdateSurveyAsync(UpdateSurveyInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var survey = await session.FindOwnSurveyAsync(input.Id, input.Version);
                survey.Title = input.Title.Or(survey.Title)!;
                survey.Description = input.Description.Or(survey.Description);
                if (input.ClosesAt.HasValue)
                {
                    survey.Reschedule(session.Now, input.ClosesAt.Value?.UtcDateTime);
                }

                session.RecordSurvey(ActivityKind.SurveyUpdated, survey);
                return survey;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Lets members answer. From now on the questions are fixed.")]
    public static Task<Survey> OpenSurveyAsync(OpenSurveyInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var survey = await session.FindOwnSurveyAsync(input.Id, input.Version, surveys => surveys.Include(s => s.Questions));
                survey.Open(session.Now);
                session.RecordSurvey(ActivityKind.SurveyOpened, survey);
                return survey;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Ends a survey: its answers are final.")]
    public static Task<Survey> CloseSurveyAsync(CloseSurveyInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var survey = await session.FindOwnSurveyAsync(input.Id, input.Version);
                survey.Close(session.Now);
                session.RecordSurvey(ActivityKind.SurveyClosed, survey);
                return survey;
            },
            cancellationToken);
}
