using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Features.Ingestion;
using Headless.Server.Writing;

namespace Headless.Server.Features.Surveys;

[GraphQLDescription("A member's answers to a survey.")]
public sealed record SubmitSurveyResponseInput(
    [property: ID<Survey>] [property: GraphQLDescription("The survey, which has to be OPEN.")] long SurveyId,
    [property: ID<Member>] [property: GraphQLDescription("Who answered.")] long MemberId,
    [property: ID<Group>] [property: GraphQLDescription("The group for which they answered, where the survey is not for one: its scores have the answers. They have to be or have been in it.")] long? GroupId,
    [property: Cost(0)] [property: GraphQLDescription("The answers, one for each question, at most 30.")] IReadOnlyList<SurveyAnswerInput> Answers,
    [property: GraphQLDescription("Any text of yours. Sent again with the same one, the mutation changes nothing and answers the response of the first time.")] string? IdempotencyKey);

[GraphQLDescription("The answer to one question: one of optionIds, number and text, as the question's kind says.")]
public sealed record SurveyAnswerInput(
    [property: ID<SurveyQuestion>] [property: GraphQLDescription("The question.")] long QuestionId,
    [property: ID<SurveyOption>] [property: GraphQLDescription("SINGLE_CHOICE: the option. MULTIPLE_CHOICE: one or more.")] IReadOnlyList<long>? OptionIds,
    [property: GraphQLDescription("SCALE: a whole number of the scale. NUMBER: any number up to 10^12.")] double? Number,
    [property: GraphQLDescription("TEXT: at most 2 000 characters.")] string? Text);

/// <summary>The rules of <see cref="SubmitSurveyResponseInput"/>; those that need the questions are checked with them.</summary>
public sealed class SubmitSurveyResponseValidator : AbstractValidator<SubmitSurveyResponseInput>
{
    public SubmitSurveyResponseValidator()
    {
        RuleFor(i => i.Answers).NotEmpty().Must(answers => answers.Count <= Survey.MaxQuestions)
            .WithErrorCode("TOO_MANY_ROWS").WithMessage($"A survey has at most {Survey.MaxQuestions} questions.");
        RuleForEach(i => i.Answers).ChildRules(answer =>
        {
            answer.RuleFor(a => a.OptionIds).Must(ids => ids is null || ids.Count <= SurveyQuestion.MaxOptions)
                .WithErrorCode("TOO_MANY_ROWS").WithMessage($"A question has at most {SurveyQuestion.MaxOptions} options.");
            answer.RuleFor(a => a.Text).MaximumLength(SurveyAnswer.TextMaxLength).PlainText();
        });
        RuleFor(i => i.IdempotencyKey).IdempotencyKey();
    }
}

/// <summary>Takes answers in.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class SubmitSurveyResponseMutation
{
    [Authorize(Policies.RecordActivities)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [Error<DomainException>]
    [GraphQLDescription("Takes a member's answers in. Who has answered already replaces all of their answers, until the survey is closed.")]
    public static Task<SurveyResponse> SubmitSurveyResponseAsync(SubmitSurveyResponseInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var survey = await session.FindAsync<Survey>(input.SurveyId, "surveyId", surveys => surveys.Include(s => s.Questions).ThenInclude(q => q.Options));
                var member = await session.FindAsync<Member>(input.MemberId, "memberId");
                var response = await session.Db.SurveyResponses.Include(r => r.Answers)
                    .FirstOrDefaultAsync(r => r.SurveyId == survey.Id && r.MemberId == member.Id, session.CancellationToken);
                if (response is null)
                {
                    await session.RequireNoneAsync<SurveyResponse>(
                        r => r.SurveyId == survey.Id && r.MemberId == member.Id, "They answered for a group that you may not see.", "memberId");
                }
                else if (input.IdempotencyKey is { } key && key == response.IdempotencyKey)
                {
                    return response;
                }

                survey.RequireOpen(session.Now);
                var groupId = await RequireGroupAsync(session, survey, member, input.GroupId);
                var answers = new SurveyAnswerReader(survey).Read(input.Answers);
                session.Record(
                    response is null ? ActivityKind.SurveyAnswered : ActivityKind.SurveyAnswersReplaced,
                    () => new ActivitySubject { GroupId = groupId, MemberId = member.Id, Text = survey.Title });
                if (response is null)
                {
                    response = new SurveyResponse { Survey = survey, MemberId = member.Id, GroupId = groupId, AnsweredAt = session.Now, IdempotencyKey = input.IdempotencyKey };
                    session.Db.SurveyResponses.Add(response);
                }
                else
                {
                    response.Answers.Clear();
                    (response.GroupId, response.AnsweredAt, response.IdempotencyKey) = (groupId, session.Now, input.IdempotencyKey);
                }

                response.Answers.AddRange(answers.Select(a => new SurveyAnswer
                {
                    Response = response, QuestionId = a.QuestionId, MemberId = member.Id, OptionId = a.OptionId, Number = a.Number, Text = a.Text,
                }));
                return response;
            },
            cancellationToken);

    private static async Task<long?> RequireGroupAsync(WriteSession session, Survey survey, Member member, long? asked)
    {
        if (survey.GroupId is { } only && asked is { } other && only != other)
        {
            throw InvalidInputException.Of("groupId", "OTHER_GROUP", "The survey is for another group: leave groupId out.");
        }

        if ((survey.GroupId ?? asked) is not { } groupId)
        {
            return null;
        }

        await session.FindAsync<Group>(groupId, "groupId");
        return await session.Db.Memberships.AnyAsync(m => m.GroupId == groupId && m.MemberId == member.Id, session.CancellationToken)
            ? groupId
            : throw InvalidInputException.Of("groupId", "NOT_A_MEMBER", "They have never been in the group: answers for it are its members'.");
    }
}
