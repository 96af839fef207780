using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Features.Ingestion;
using Headless.Server.Writing;

namespace Headless.Server.Features.Questions;

[GraphQLDescription("A question to write down.")]
public sealed record AskQuestionInput(
    [property: GraphQLDescription("What it is about, in a word that many share; at most 100 characters.")] string Topic,
    [property: GraphQLDescription("What was asked, at most 2 000 characters.")] string Text,
    [property: ID<Member>] [property: GraphQLDescription("Who asked.")] long? MemberId,
    [property: ID<Group>] [property: GraphQLDescription("The group in which it was asked. OWNER and ADMIN have to give one of theirs, or a member.")] long? GroupId,
    [property: GraphQLDescription("When; now unless given, at most five minutes ahead.")] DateTimeOffset? AskedAt,
    [property: GraphQLDescription("Any text of yours. Sent again with the same one, the mutation changes nothing and answers the question of the first time.")] string? IdempotencyKey);

[GraphQLDescription("An answer to a question.")]
public sealed record AnswerQuestionInput(
    [property: ID<Question>] [property: GraphQLDescription("The question, which is not CLOSED.")] long QuestionId,
    [property: GraphQLDescription("What was said, at most 4 000 characters; a content item may say it.")] string? Text,
    [property: ID<ContentItem>] [property: GraphQLDescription("A content item that is PUBLISHED and answers.")] long? ContentItemId,
    [property: ID<Member>] [property: GraphQLDescription("The member who answered; you did unless given.")] long? MemberId,
    [property: GraphQLDescription("When; now unless given, at most five minutes ahead and not before the question.")] DateTimeOffset? AnsweredAt,
    [property: GraphQLDescription("Any text of yours. Sent again with the same one, the mutation changes nothing and answers the answer of the first time.")] string? IdempotencyKey);

[GraphQLDescription("The answer that is the one.")]
public sealed record AcceptAnswerInput(
    [property: ID<Answer>] [property: GraphQLDescription("The answer.")] long Id,
    [property: GraphQLDescription("The version of the question that you read; given, it is refused when somebody else was faster.")] long? Version);

[GraphQLDescription("A question that needs no answer, or no further one.")]
public sealed record CloseQuestionInput(
    [property: ID<Question>] [property: GraphQLDescription("The question.")] long Id,
    [property: GraphQLDescription("Why, at most 500 characters.")] string? Reason,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

[GraphQLDescription("A question that waits for an answer after all.")]
public sealed record ReopenQuestionInput(
    [property: ID<Question>] [property: GraphQLDescription("The question.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

[GraphQLDescription("What answers a question for all who will ask.")]
public sealed record LinkQuestionInput(
    [property: ID<Question>] [property: GraphQLDescription("The question.")] long Id,
    [property: ID<ContentItem>] [property: GraphQLDescription("The content item; null: none.")] long? ContentItemId,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

/// <summary>The rules of <see cref="AskQuestionInput"/>.</summary>
public sealed class AskQuestionValidator : AbstractValidator<AskQuestionInput>
{
    public AskQuestionValidator(TimeProvider clock)
    {
        RuleFor(i => i.Topic).NotEmpty().MaximumLength(Question.TopicMaxLength).PlainText();
        RuleFor(i => i.Text).NotEmpty().MaximumLength(Question.TextMaxLength).PlainText();
        RuleFor(i => i.AskedAt).Must(at => at is null || at <= clock.GetUtcNow().AddMinutes(5)).WithErrorCode("IN_FUTURE").WithMessage("'{PropertyName}' must not lie ahead.");
        RuleFor(i => i.IdempotencyKey).IdempotencyKey();
    }
}

/// <summary>The rules of <see cref="AnswerQuestionInput"/>.</summary>
public sealed class AnswerQuestionValidator : AbstractValidator<AnswerQuestionInput>
{
    public AnswerQuestionValidator(TimeProvider clock)
    {
        RuleFor(i => i.Text).MaximumLength(Answer.TextMaxLength).PlainText();
        RuleFor(i => i.Text).NotEmpty().When(i => i.ContentItemId is null).WithErrorCode("NOTHING_TO_SAY").WithMessage("Give a text, a content item, or both.");
        RuleFor(i => i.AnsweredAt).Must(at => at is null || at <= clock.GetUtcNow().AddMinutes(5)).WithErrorCode("IN_FUTURE").WithMessage("'{PropertyName}' must not lie ahead.");
        RuleFor(i => i.IdempotencyKey).IdempotencyKey();
    }
}

/// <summary>The rules of <see cref="AcceptAnswerInput"/>; the others are those of the question.</summary>
public sealed class AcceptAnswerValidator : AbstractValidator<AcceptAnswerInput>
{
    public AcceptAnswerValidator() => RuleFor(i => i.Version).GreaterThan(0);
}

/// <summary>The rules of <see cref="CloseQuestionInput"/>.</summary>
public sealed class CloseQuestionValidator : AbstractValidator<CloseQuestionInput>
{
    public CloseQuestionValidator() => RuleFor(i => i.Reason).MaximumLength(Question.ReasonMaxLength).PlainText();
}

/// <summary>The rules of <see cref="ReopenQuestionInput"/>: those of the question.</summary>
public sealed class ReopenQuestionValidator : AbstractValidator<ReopenQuestionInput>;

/// <summary>The rules of <see cref="LinkQuestionInput"/>: those of the content item.</summary>
public sealed class LinkQuestionValidator : AbstractValidator<LinkQuestionInput>;

/// <summary>Questions are asked, answered, accepted, closed and opened again.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class WriteQuestionMutations
{
    [Authorize(Policies.RecordActivities)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [GraphQLDescription("Writes down a question of a member. It is OPEN until somebody answers; QUESTION_UNANSWERED tells when nobody does for too long. What is asked before buying: recordConsultation.")]
    public static Task<Question> AskQuestionAsync(AskQuestionInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteRepeatedlyAsync(
            input,
            async session =>
            {
                if (await session.FindByKeyAsync<Question>(input.IdempotencyKey, q => q.IdempotencyKey == input.IdempotencyKey) is { } known)
                {
                    return known;
                }

                if (input.GroupId is null && input.MemberId is null && !session.Caller.Scope.IsEverything)
                {
                    throw InvalidInputException.Of("groupId", "GROUP_REQUIRED", "Give one of your groups, or a member: you could not see it otherwise.");
                }

                var group = await session.FindAsync<Group>(input.GroupId, "groupId");
                var member = await session.FindAsync<Member>(input.MemberId, "memberId");
                var question = new Question
                {
                    Topic = input.Topic, Text = input.Text, MemberId = member?.Id, GroupId = group?.Id, AskedAt = input.AskedAt?.UtcDateTime ?? session.Now, IdempotencyKey = input.IdempotencyKey,
                };
                session.Db.Questions.Add(question);
                session.RecordQuestion(ActivityKind.QuestionAsked, question, question.MemberId);
                return question;
            },
            cancellationToken);

    [Authorize(Policies.RecordActivities)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [Error<DomainException>]
    [GraphQLDescription("Adds an answer, of a member or of the caller. The first one makes the question ANSWERED.")]
    public static Task<Answer> AnswerQuestionAsync(AnswerQuestionInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteRepeatedlyAsync(
            input,
            async session =>
            {
                if (await session.FindByKeyAsync<Answer>(input.IdempotencyKey, a => a.IdempotencyKey == input.IdempotencyKey) is { } known)
                {
                    return known;
                }

                await session.QueueForAsync(input.QuestionId);
                var question = await session.FindAsync<Question>(input.QuestionId, "questionId");
                var member = await session.FindAsync<Member>(input.MemberId, "memberId");
                (await session.FindAsync<ContentItem>(input.ContentItemId, "contentItemId"))?.RequireUsable();
                var answer = new Answer
                {
                    Question = question, QuestionId = question.Id, Text = input.Text, ContentItemId = input.ContentItemId, MemberId = member?.Id,
                    OperatorId = member is null ? session.Caller.OperatorId : null, AnsweredAt = input.AnsweredAt?.UtcDateTime ?? (question.AskedAt > session.Now ? question.AskedAt : session.Now),
                    IdempotencyKey = input.IdempotencyKey,
                };
                question.Answer(answer);
                session.RecordQuestion(ActivityKind.QuestionAnswered, question, answer.MemberId);
                return answer;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Says which answer is the one: the question is ACCEPTED. Another one can take its place; with version only where nobody else has been faster.")]
    public static Task<Question> AcceptAnswerAsync(AcceptAnswerInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var answer = await session.FindAsync<Answer>(input.Id, "id");
                await session.QueueForAsync(answer.QuestionId);
                var question = await session.FindAsync<Question>(answer.QuestionId, "id");
                session.Expect(question, input.Version);
                question.Accept(answer.Id, session.Now);
                session.RecordQuestion(ActivityKind.AnswerAccepted, question, answer.MemberId);
                return question;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Closes a question that is OPEN or ANSWERED.")]
    public static Task<Question> CloseQuestionAsync(CloseQuestionInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        StepAsync(input, input.Id, input.Version, writer, ActivityKind.QuestionClosed, (question, now) => question.Close(now, input.Reason), cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Opens a question again that is ANSWERED, ACCEPTED or CLOSED; its answers stay, and none is the one.")]
    public static Task<Question> ReopenQuestionAsync(ReopenQuestionInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        StepAsync(input, input.Id, input.Version, writer, ActivityKind.QuestionReopened, (question, _) => question.Reopen(), cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Links a question to the content item that answers it for all who will ask, or to none: ContentItem.questions has those that it answers.")]
    public static Task<Question> LinkQuestionAsync(LinkQuestionInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var question = await session.FindAsync<Question>(input.Id, "id");
                session.Expect(question, input.Version);
                var item = await session.FindAsync<ContentItem>(input.ContentItemId, "contentItemId");
                item?.RequireUsable();
                question.ContentItemId = item?.Id;
                session.RecordQuestion(ActivityKind.QuestionLinked, question, question.MemberId);
                return question;
            },
            cancellationToken);

    private static Task<Question> StepAsync<T>(T input, long id, long? version, CommunityWriter writer, ActivityKind kind, Action<Question, DateTime> step, CancellationToken ct)
        where T : notnull => writer.WriteAsync(
        input,
        async session =>
        {
            var question = await session.FindAsync<Question>(id, "id");
            session.Expect(question, version);
            step(question, session.Now);
            session.RecordQuestion(kind, question, question.MemberId);
            return question;
        },
        ct);
}

/// <summary>How questions are written: those who answer one at the same moment one after another, and into the log with the topic, not with what was said.</summary>
internal static class QuestionWriting
{
    /// <summary>Waits for whoever answers the question now: a count of answers that was read before them would be refused.</summary>
    public static Task QueueForAsync(this WriteSession session, long questionId) => session.Db.Questions.Where(q => q.Id == questionId)
        .ExecuteUpdateAsync(set => set.SetProperty(q => q.AnswerCount, q => q.AnswerCount), session.CancellationToken);

    public static void RecordQuestion(this WriteSession session, ActivityKind kind, Question question, long? memberId) => session.Record(
        kind, () => new ActivitySubject { GroupId = question.GroupId, MemberId = memberId, ContentItemId = question.ContentItemId, Text = question.Topic });
}
