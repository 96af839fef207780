using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Questions;

/// <summary>What a question leads to.</summary>
[ExtendObjectType<Question>]
public sealed class QuestionNode
{
    [GraphQLIgnore]
    public static Task<Question?> GetQuestionAsync(long id, ByIdDataLoader<Question> questions, CancellationToken cancellationToken) => questions.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Who asked; null: nobody in particular, or the caller may not see them.")]
    public static Task<Member?> GetMemberAsync([Parent(nameof(Question.MemberId))] Question question, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(question.MemberId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The group in which it was asked.")]
    public static Task<Group?> GetGroupAsync([Parent(nameof(Question.GroupId))] Question question, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(question.GroupId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("What answers it for all who will ask.")]
    public static Task<ContentItem?> GetContentItemAsync([Parent(nameof(Question.ContentItemId))] Question question, ByIdDataLoader<ContentItem> items, CancellationToken cancellationToken) =>
        items.LoadAsync(question.ContentItemId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The answer that is the one; null: none is.")]
    public static Task<Answer?> GetAcceptedAnswerAsync([Parent(nameof(Question.AcceptedAnswerId))] Question question, ByIdDataLoader<Answer> answers, CancellationToken cancellationToken) =>
        answers.LoadAsync(question.AcceptedAnswerId, cancellationToken);

    [GraphQLDescription("How many minutes went by until somebody answered; null: nobody has.")]
    public static int? GetFirstResponseMinutes([Parent($"{nameof(Question.AskedAt)} {nameof(Question.FirstAnsweredAt)}")] Question question) =>
        question.FirstAnsweredAt is { } at ? (int)(at - question.AskedAt).TotalMinutes : null;

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [GraphQLDescription("Its answers, the first one first.")]
    public static IQueryable<Answer> GetAnswers([Parent(nameof(Question.Id))] Question question, CommunityDbContext db) => db.Answers.Where(a => a.QuestionId == question.Id);
}

/// <summary>What an answer leads to.</summary>
[ExtendObjectType<Answer>]
public sealed class AnswerNode
{
    [GraphQLIgnore]
    public static Task<Answer?> GetAnswerAsync(long id, ByIdDataLoader<Answer> answers, CancellationToken cancellationToken) => answers.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The question.")]
    public static Task<Question?> GetQuestionAsync([Parent(nameof(Answer.QuestionId))] Answer answer, ByIdDataLoader<Question> questions, CancellationToken cancellationToken) =>
        questions.LoadAsync(answer.QuestionId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The member who answered; null: staff did, or the caller may not see them.")]
    public static Task<Member?> GetMemberAsync([Parent(nameof(Answer.MemberId))] Answer answer, ByIdDataLoader<Member> members, CancellationToken cancellationToken) =>
        members.LoadAsync(answer.MemberId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The operator who answered; null: a member did.")]
    public static Task<Operator?> GetOperatorAsync([Parent(nameof(Answer.OperatorId))] Answer answer, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(answer.OperatorId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The content item that answers.")]
    public static Task<ContentItem?> GetContentItemAsync([Parent(nameof(Answer.ContentItemId))] Answer answer, ByIdDataLoader<ContentItem> items, CancellationToken cancellationToken) =>
        items.LoadAsync(answer.ContentItemId, cancellationToken);
}

/// <summary>The questions of a group.</summary>
[ExtendObjectType<Group>]
public sealed class GroupQuestions
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<QuestionFilterInput>]
    [UseSorting<QuestionSortInput>]
    [GraphQLDescription("What was asked in the group.")]
    public static IQueryable<Question> GetQuestions([Parent(nameof(Group.Id))] Group group, CommunityDbContext db) => db.Questions.Where(q => q.GroupId == group.Id);
}

/// <summary>The questions of a member.</summary>
[ExtendObjectType<Member>]
public sealed class MemberQuestions
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<QuestionFilterInput>]
    [UseSorting<QuestionSortInput>]
    [GraphQLDescription("What they asked.")]
    public static IQueryable<Question> GetQuestions([Parent(nameof(Member.Id))] Member member, CommunityDbContext db) => db.Questions.Where(q => q.MemberId == member.Id);
}

/// <summary>The questions that a content item answers.</summary>
[ExtendObjectType<ContentItem>]
public sealed class ContentItemQuestions
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<QuestionFilterInput>]
    [UseSorting<QuestionSortInput>]
    [GraphQLDescription("The questions that it answers for all who ask: totalCount says how often it was asked.")]
    public static IQueryable<Question> GetQuestions([Parent(nameof(ContentItem.Id))] ContentItem item, CommunityDbContext db) => db.Questions.Where(q => q.ContentItemId == item.Id);
}
