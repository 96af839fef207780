using Headless.Server.Access;
using Headless.Server.Features.ContentItems;
using Headless.Server.Features.Groups;
using Headless.Server.Features.Members;
using Headless.Server.Reading;

namespace Headless.Server.Features.Questions;

/// <summary><c>type Question</c>.</summary>
public sealed class QuestionObjectType : ObjectType<Question>
{
    protected override void Configure(IObjectTypeDescriptor<Question> descriptor)
    {
        descriptor.Description("A question of a member, with its answers.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(q => q.Id).ResolveNodeWith<QuestionNode>(n => QuestionNode.GetQuestionAsync(default, default!, default));
        descriptor.Field(q => q.Id).Description("The global id, stable for the life of the question: use it as cache key.");
        descriptor.Field(q => q.Topic).Description("What it is about, in a word that many share.");
        descriptor.Field(q => q.Text).Authorize(Policies.ReadPersonalData).Description("What was asked; null once the member was erased. Personal data: needs READ_PERSONAL_DATA.");
        descriptor.Field(q => q.AskedAt).Description("When.");
        descriptor.Field(q => q.Status).Description("Where it stands.");
        descriptor.Field(q => q.FirstAnsweredAt).Description("When somebody first answered; null: nobody has.");
        descriptor.Field(q => q.ClosedAt).Description("When it was accepted or closed.");
        descriptor.Field(q => q.CloseReason).Description("CLOSED: why.");
        descriptor.Field(q => q.AnswerCount).Description("How many answers it has.");
        descriptor.Field(q => q.CreatedAt).Description("When it was written down.");
        descriptor.Field(q => q.Version).Description("Goes up with every change. Send it back with a change to be told when somebody else was faster.");
    }
}

/// <summary><c>type Answer</c>.</summary>
public sealed class AnswerObjectType : ObjectType<Answer>
{
    protected override void Configure(IObjectTypeDescriptor<Answer> descriptor)
    {
        descriptor.Description("An answer to a question: of a member, or of staff.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(a => a.Id).ResolveNodeWith<AnswerNode>(n => AnswerNode.GetAnswerAsync(default, default!, default));
        descriptor.Field(a => a.Id).Description("The global id, stable for the life of the answer: use it as cache key.");
        descriptor.Field(a => a.Text).Authorize(Policies.ReadPersonalData)
            .Description("What was said; null where the content item says it, and once the member who said it was erased. Personal data: needs READ_PERSONAL_DATA.");
        descriptor.Field(a => a.AnsweredAt).Description("When.");
    }
}

/// <summary><c>enum QuestionStatus</c>.</summary>
public sealed class QuestionStatusEnumType : EnumType<QuestionStatus>
{
    protected override void Configure(IEnumTypeDescriptor<QuestionStatus> descriptor)
    {
        descriptor.Description("Where a question stands: OPEN → ANSWERED → ACCEPTED; the first two can be CLOSED, and all can be opened again.");
        descriptor.Value(QuestionStatus.Open).Description("Nobody has answered it: the queue.");
        descriptor.Value(QuestionStatus.Answered).Description("Somebody has answered it.");
        descriptor.Value(QuestionStatus.Accepted).Description("One of the answers is the one.");
        descriptor.Value(QuestionStatus.Closed).Description("It needs no answer, or no further one.");
    }
}

/// <summary>Questions as a list and by id.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class QuestionQueries
{
    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<QuestionFilterInput>]
    [UseSorting<QuestionSortInput>]
    [GraphQLDescription("What members asked. Those that nobody has answered, the oldest first: where: { status: { eq: OPEN } }, order: [{ askedAt: ASC }].")]
    public static IQueryable<Question> GetQuestions(CommunityDbContext db) => db.Questions;

    [Authorize(Policies.Read)]
    [GraphQLDescription("One question; null where there is none or the caller may not see it.")]
    public static Task<Question?> GetQuestionByIdAsync(
        [ID<Question>] [GraphQLDescription("The question's global id.")] long id, ByIdDataLoader<Question> questions, CancellationToken cancellationToken) =>
        questions.LoadAsync(id, cancellationToken);
}

/// <summary><c>input QuestionFilterInput</c>: no text, which is personal data.</summary>
public sealed class QuestionFilterInput : FilterInputType<Question>
{
    protected override void Configure(IFilterInputTypeDescriptor<Question> descriptor)
    {
        descriptor.Description("Conditions on questions; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(q => q.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(q => q.Topic).Description("What it is about.");
        descriptor.Field(q => q.Status).Description("Where it stands.");
        descriptor.Field(q => q.AskedAt).Description("When it was asked.");
        descriptor.Field(q => q.FirstAnsweredAt).Description("When somebody first answered.");
        descriptor.Field(q => q.AnswerCount).Description("How many answers it has.");
        descriptor.Field(q => q.Member).Type<MemberFilterInput>().Description("Who asked.");
        descriptor.Field(q => q.Group).Type<GroupFilterInput>().Description("The group in which it was asked.");
        descriptor.Field(q => q.ContentItem).Type<ContentItemFilterInput>().Description("What answers it for all who will ask.");
    }
}

/// <summary><c>input QuestionSortInput</c>.</summary>
public sealed class QuestionSortInput : SortInputType<Question>
{
    protected override void Configure(ISortInputTypeDescriptor<Question> descriptor)
    {
        descriptor.Description("The order of questions. Those that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(q => q.AskedAt).Description("By when they were asked.");
        descriptor.Field(q => q.FirstAnsweredAt).Description("By when they were first answered.");
        descriptor.Field(q => q.AnswerCount).Description("By the number of answers.");
        descriptor.Field(q => q.Topic).Description("By topic.");
    }
}
