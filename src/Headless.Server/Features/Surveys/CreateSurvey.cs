using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Features.Ingestion;
using Headless.Server.Writing;

namespace Headless.Server.Features.Surveys;

[GraphQLDescription("A survey to make.")]
public sealed record CreateSurveyInput(
    [property: GraphQLDescription("The title.")] string Title,
    [property: GraphQLDescription("What members are told before the first question.")] string? Description,
    [property: ID<Group>] [property: GraphQLDescription("The group that it is for; the whole community unless given, which OWNER and ADMIN cannot ask.")] long? GroupId,
    [property: GraphQLDescription("When it closes by itself.")] DateTimeOffset? ClosesAt,
    [property: GraphQLDescription("Questions that come ready-made, before the others.")] SurveyTemplate? Template,
    [property: Cost(0)] [property: GraphQLDescription("The questions, in their order; at most 30 with those of the template. setSurveyQuestions changes them until the survey is opened.")] IReadOnlyList<SurveyQuestionInput>? Questions,
    [property: GraphQLDescription("Any text of yours. Sent again with the same one, the mutation changes nothing and answers the survey of the first time.")] string? IdempotencyKey);

[GraphQLDescription("Other questions for a survey that has not been opened.")]
public sealed record SetSurveyQuestionsInput(
    [property: ID<Survey>] [property: GraphQLDescription("The survey.")] long Id,
    [property: Cost(0)] [property: GraphQLDescription("All of its questions, in their order, 1 to 30: they take the place of those that are there.")] IReadOnlyList<SurveyQuestionInput> Questions,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

/// <summary>The rules of <see cref="CreateSurveyInput"/>.</summary>
public sealed class CreateSurveyValidator : AbstractValidator<CreateSurveyInput>
{
    public CreateSurveyValidator(TimeProvider clock)
    {
        RuleFor(i => i.Title).NotEmpty().MaximumLength(Survey.TitleMaxLength).PlainText();
        RuleFor(i => i.Description).MaximumLength(Survey.DescriptionMaxLength).PlainText();
        RuleFor(i => i.ClosesAt).Must(at => at is null || at > clock.GetUtcNow()).WithErrorCode("IN_PAST").WithMessage("'{PropertyName}' must lie ahead.");
        this.Questions(i => i.Questions);
        RuleForEach(i => i.Questions).SetValidator(new SurveyQuestionValidator());
        RuleFor(i => i.Questions)
            .Must((i, questions) => i.Template is not { } template || questions is null || !SurveyTemplates.QuestionsOf(template).Any(t => questions.Any(q => q.Key == t.Key)))
            .WithErrorCode("DUPLICATE_KEY").WithMessage("A question has the key of one of the template's: choose another key.");
        RuleFor(i => i.IdempotencyKey).IdempotencyKey();
    }
}

/// <summary>The rules of <see cref="SetSurveyQuestionsInput"/>.</summary>
public sealed class SetSurveyQuestionsValidator : AbstractValidator<SetSurveyQuestionsInput>
{
    public SetSurveyQuestionsValidator()
    {
        RuleFor(i => i.Questions).NotEmpty();
        this.Questions(i => i.Questions);
        RuleForEach(i => i.Questions).SetValidator(new SurveyQuestionValidator());
    }
}

/// <summary>Makes surveys.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class CreateSurveyMutations
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [GraphQLDescription("Makes a survey, as a draft: openSurvey lets members answer.")]
    public static Task<Survey> CreateSurveyAsync(CreateSurveyInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                if (await session.FindByKeyAsync<Survey>(input.IdempotencyKey, s => s.IdempotencyKey == input.IdempotencyKey) is { } known)
                {
                    return known;
                }

                if (input.GroupId is null && !session.Caller.Scope.IsEverything)
                {
                    throw InvalidInputException.Of("groupId", "GROUP_REQUIRED", "A survey of the whole community is for a LEAD to make: give one of your groups.");
                }

                var group = await session.FindAsync<Group>(input.GroupId, "groupId");
                var survey = new Survey
                {
                    Title = input.Title, Description = input.Description, GroupId = group?.Id, CreatedById = session.Caller.OperatorId,
                    ClosesAt = input.ClosesAt?.UtcDateTime, IdempotencyKey = input.IdempotencyKey,
                };
                survey.SetQuestions(
                    [
                        .. input.Template is { } template ? SurveyTemplates.QuestionsOf(template) : [],
                        .. (input.Questions ?? []).Select(q => q.ToQuestion(survey)),
                    ]);
                session.Db.Surveys.Add(survey);
                session.RecordSurvey(ActivityKind.SurveyCreated, survey);
                return survey;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Replaces the questions of a survey that is a draft.")]
    public static Task<Survey> SetSurveyQuestionsAsync(SetSurveyQuestionsInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var survey = await session.FindOwnSurveyAsync(input.Id, input.Version, surveys => surveys.Include(s => s.Questions).ThenInclude(q => q.Options));
                survey.RequireDraft();

                // The old ones go first: a key may be used again.
                survey.Questions.Clear();
                await session.Db.SaveChangesAsync(session.CancellationToken);
                survey.SetQuestions(input.Questions.Select(q => q.ToQuestion(survey)));
                session.Db.Entry(survey).State = EntityState.Modified;
                session.RecordSurvey(ActivityKind.SurveyUpdated, survey);
                return survey;
            },
            cancellationToken);
}
