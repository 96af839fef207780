using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Features.Ingestion;
using Headless.Server.Writing;

namespace Headless.Server.Features.Feedback;

[GraphQLDescription("Feedback to write down.")]
public sealed record RecordFeedbackInput(
    [property: GraphQLDescription("What it is about, in the brand's own words.")] string Topic,
    [property: GraphQLDescription("What was said, at most 4 000 characters.")] string Text,
    [property: GraphQLDescription("How the team learnt of it; CHAT unless given.")] FeedbackChannel? Channel,
    [property: GraphQLDescription("How it sounds.")] FeedbackSentiment? Sentiment,
    [property: ID<Member>] [property: GraphQLDescription("Who said it.")] long? MemberId,
    [property: ID<Group>] [property: GraphQLDescription("The group in which it came up. OWNER and ADMIN have to give one of theirs, or a member.")] long? GroupId,
    [property: GraphQLDescription("The product that it is about, by its name.")] string? Product,
    [property: ID<Campaign>] [property: GraphQLDescription("The campaign that it is about.")] long? CampaignId,
    [property: GraphQLDescription("When it was said; now unless given, at most five minutes ahead.")] DateTimeOffset? ReceivedAt,
    [property: GraphQLDescription("Any text of yours. Sent again with the same one, the mutation changes nothing and answers the feedback of the first time.")] string? IdempotencyKey);

[GraphQLDescription("A change of feedback. A field that is not given stays as it is; null clears it where it may be empty.")]
public sealed record UpdateFeedbackInput(
    [property: ID<Community.Feedback>] [property: GraphQLDescription("The feedback.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("What it is about.")] Optional<string?> Topic,
    [property: GraphQLDescription("What was said.")] Optional<string?> Text,
    [property: GraphQLDescription("How the team learnt of it.")] Optional<FeedbackChannel?> Channel,
    [property: GraphQLDescription("How it sounds.")] Optional<FeedbackSentiment?> Sentiment,
    [property: GraphQLDescription("The product that it is about.")] Optional<string?> Product,
    [property: ID<Campaign>] [property: GraphQLDescription("The campaign that it is about.")] Optional<long?> CampaignId);

/// <summary>The rules of <see cref="RecordFeedbackInput"/>.</summary>
public sealed class RecordFeedbackValidator : AbstractValidator<RecordFeedbackInput>
{
    public RecordFeedbackValidator(TimeProvider clock)
    {
        RuleFor(i => i.Topic).NotEmpty().MaximumLength(Community.Feedback.TopicMaxLength).PlainText();
        RuleFor(i => i.Text).NotEmpty().MaximumLength(Community.Feedback.TextMaxLength).PlainText();
        RuleFor(i => i.Product).MaximumLength(Community.Feedback.ProductMaxLength).PlainText();
        RuleFor(i => i.ReceivedAt).Must(at => at is null || at <= clock.GetUtcNow().AddMinutes(5))
            .WithErrorCode("IN_FUTURE").WithMessage("'{PropertyName}' must not lie ahead.");
        RuleFor(i => i.IdempotencyKey).IdempotencyKey();
    }
}

/// <summary>The rules of <see cref="UpdateFeedbackInput"/>.</summary>
public sealed class UpdateFeedbackValidator : AbstractValidator<UpdateFeedbackInput>
{
    public UpdateFeedbackValidator()
    {
        RuleFor(i => i.Topic.Value).NotEmpty().MaximumLength(Community.Feedback.TopicMaxLength).PlainText().When(i => i.Topic.HasValue).OverridePropertyName("topic");
        RuleFor(i => i.Text.Value).NotEmpty().MaximumLength(Community.Feedback.TextMaxLength).PlainText().When(i => i.Text.HasValue).OverridePropertyName("text");
        RuleFor(i => i.Channel.Value).NotNull().When(i => i.Channel.HasValue).OverridePropertyName("channel");
        RuleFor(i => i.Product.Value).MaximumLength(Community.Feedback.ProductMaxLength).PlainText().OverridePropertyName("product");
    }
}

/// <summary>Writes feedback down.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class RecordFeedbackMutations
{
    [Authorize(Policies.RecordActivities)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [GraphQLDescription("Writes down what somebody said about company, product or service, or what a visit or an interview found out.")]
    public static Task<Community.Feedback> RecordFeedbackAsync(RecordFeedbackInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                if (await session.FindByKeyAsync<Community.Feedback>(input.IdempotencyKey, f => f.IdempotencyKey == input.IdempotencyKey) is { } known)
                {
                    return known;
                }

                if (input.GroupId is null && input.MemberId is null && !session.Caller.Scope.IsEverything)
                {
                    throw InvalidInputException.Of("groupId", "GROUP_REQUIRED", "Give one of your groups, or a member: you could not see it otherwise.");
                }

                var group = await session.FindAsync<Group>(input.GroupId, "groupId");
                var member = await session.FindAsync<Member>(input.MemberId, "memberId");
                var campaign = await session.FindAsync<Campaign>(input.CampaignId, "campaignId");
                var feedback = new Community.Feedback
                {
                    Topic = input.Topic,
                    Text = input.Text,
                    Channel = input.Channel ?? FeedbackChannel.Chat,
                    Sentiment = input.Sentiment,
                    MemberId = member?.Id,
                    GroupId = group?.Id,
                    Product = input.Product,
                    CampaignId = campaign?.Id,
                    ReceivedAt = input.ReceivedAt?.UtcDateTime ?? session.Now,
                    IdempotencyKey = input.IdempotencyKey,
                };
                session.Db.Feedback.Add(feedback);
                session.RecordFeedback(ActivityKind.FeedbackRecorded, feedback);
                return feedback;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [GraphQLDescription("Corrects what is said of feedback. Where it stands is changed by triageFeedback, resolveFeedback, declineFeedback and reopenFeedback.")]
    public static Task<Community.Feedback> UpdateFeedbackAsync(UpdateFeedbackInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var feedback = await session.FindAsync<Community.Feedback>(input.Id, "id");
                session.Expect(feedback, input.Version);
                var campaign = await session.FindAsync<Campaign>(input.CampaignId.Or(null), "campaignId");
                feedback.Topic = input.Topic.Or(feedback.Topic)!;
                feedback.Text = input.Text.Or(feedback.Text);
                feedback.Channel = input.Channel.Or(feedback.Channel)!.Value;
                feedback.Sentiment = input.Sentiment.Or(feedback.Sentiment);
                feedback.Product = input.Product.Or(feedback.Product);
                feedback.CampaignId = input.CampaignId.HasValue ? campaign?.Id : feedback.CampaignId;
                session.RecordFeedback(ActivityKind.FeedbackUpdated, feedback);
                return feedback;
            },
            cancellationToken);
}
