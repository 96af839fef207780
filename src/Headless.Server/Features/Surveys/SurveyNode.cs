using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Surveys;

/// <summary>What a survey leads to.</summary>
[ExtendObjectType<Survey>]
public sealed class SurveyNode
{
    [GraphQLIgnore]
    public static Task<Survey?> GetSurveyAsync(long id, ByIdDataLoader<Survey> surveys, CancellationToken cancellationToken) => surveys.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The group that it is for; null: the whole community.")]
    public static Task<Group?> GetGroupAsync([Parent(nameof(Survey.GroupId))] Survey survey, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(survey.GroupId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Who made it.")]
    public static Task<Operator?> GetCreatedByAsync(
        [Parent(nameof(Survey.CreatedById))] Survey survey, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(survey.CreatedById, cancellationToken);

    [Cost(1)]
    [ListSize(AssumedSize = 10)]
    [GraphQLDescription("Its questions in their order, at most 30.")]
    public static async Task<IReadOnlyList<SurveyQuestion>> GetQuestionsAsync(
        [Parent(nameof(Survey.Id))] Survey survey, QuestionsBySurveyIdDataLoader questions, CancellationToken cancellationToken) =>
        await questions.LoadAsync(survey.Id, cancellationToken) ?? [];

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<SurveyResponseFilterInput>]
    [UseSorting<SurveyResponseSortInput>]
    [GraphQLDescription("The responses that the caller may see.")]
    public static IQueryable<SurveyResponse> GetResponses([Parent(nameof(Survey.Id))] Survey survey, CommunityDbContext db) =>
        db.SurveyResponses.Where(r => r.SurveyId == survey.Id);
}

/// <summary>What a question leads to.</summary>
[ExtendObjectType<SurveyQuestion>]
public sealed class SurveyQuestionNode
{
    [GraphQLIgnore]
    public static Task<SurveyQuestion?> GetSurveyQuestionAsync(long id, ByIdDataLoader<SurveyQuestion> questions, CancellationToken cancellationToken) =>
        questions.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The survey.")]
    public static Task<Survey?> GetSurveyAsync(
        [Parent(nameof(SurveyQuestion.SurveyId))] SurveyQuestion question, ByIdDataLoader<Survey> surveys, CancellationToken cancellationToken) =>
        surveys.LoadAsync(question.SurveyId, cancellationToken);

    [Cost(1)]
    [ListSize(AssumedSize = 5)]
    [GraphQLDescription("SINGLE_CHOICE and MULTIPLE_CHOICE: its options in their order, at most 50; empty otherwise.")]
    public static async Task<IReadOnlyList<SurveyOption>> GetOptionsAsync(
        [Parent(nameof(SurveyQuestion.Id))] SurveyQuestion question, OptionsByQuestionIdDataLoader options, CancellationToken cancellationToken) =>
        await options.LoadAsync(question.Id, cancellationToken) ?? [];
}

/// <summary>What an option leads to.</summary>
[ExtendObjectType<SurveyOption>]
public sealed class SurveyOptionNode
{
    [GraphQLIgnore]
    public static Task<SurveyOption?> GetSurveyOptionAsync(long id, ByIdDataLoader<SurveyOption> options, CancellationToken cancellationToken) =>
        options.LoadAsync(id, cancellationToken);
}

/// <summary>What a response leads to.</summary>
[ExtendObjectType<SurveyResponse>]
public sealed class SurveyResponseNode
{
    [GraphQLIgnore]
    public static Task<SurveyResponse?> GetSurveyResponseAsync(long id, ByIdDataLoader<SurveyResponse> responses, CancellationToken cancellationToken) =>
        responses.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The survey.")]
    public static Task<Survey?> GetSurveyAsync(
        [Parent(nameof(SurveyResponse.SurveyId))] SurveyResponse response, ByIdDataLoader<Survey> surveys, CancellationToken cancellationToken) =>
        surveys.LoadAsync(response.SurveyId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Who answered; null where the caller may not see them.")]
    public static Task<Member?> GetMemberAsync(
        [Parent(nameof(SurveyResponse.MemberId))] SurveyResponse response, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(response.MemberId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The group for which they answered; null: none in particular.")]
    public static Task<Group?> GetGroupAsync(
        [Parent(nameof(SurveyResponse.GroupId))] SurveyResponse response, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(response.GroupId, cancellationToken);

    [Cost(1)]
    [ListSize(AssumedSize = 10)]
    [GraphQLDescription("The answers in the order of the questions.")]
    public static async Task<IReadOnlyList<SurveyAnswer>> GetAnswersAsync(
        [Parent(nameof(SurveyResponse.Id))] SurveyResponse response, AnswersByResponseIdDataLoader answers, CancellationToken cancellationToken) =>
        await answers.LoadAsync(response.Id, cancellationToken) ?? [];
}

/// <summary>What an answer leads to.</summary>
[ExtendObjectType<SurveyAnswer>]
public sealed class SurveyAnswerNode
{
    [Cost(1)]
    [GraphQLDescription("The question.")]
    public static Task<SurveyQuestion?> GetQuestionAsync(
        [Parent(nameof(SurveyAnswer.QuestionId))] SurveyAnswer answer, ByIdDataLoader<SurveyQuestion> questions, CancellationToken cancellationToken) =>
        questions.LoadAsync(answer.QuestionId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("SINGLE_CHOICE and MULTIPLE_CHOICE: the option that was chosen.")]
    public static Task<SurveyOption?> GetOptionAsync(
        [Parent(nameof(SurveyAnswer.OptionId))] SurveyAnswer answer, ByIdDataLoader<SurveyOption> options, CancellationToken cancellationToken) =>
        options.LoadAsync(answer.OptionId, cancellationToken);
}

/// <summary>What a member answered.</summary>
[ExtendObjectType<Member>]
public sealed class MemberSurveyResponses
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<SurveyResponseFilterInput>]
    [UseSorting<SurveyResponseSortInput>]
    [GraphQLDescription("Their responses to surveys.")]
    public static IQueryable<SurveyResponse> GetSurveyResponses([Parent(nameof(Member.Id))] Member member, CommunityDbContext db) =>
        db.SurveyResponses.Where(r => r.MemberId == member.Id);
}
