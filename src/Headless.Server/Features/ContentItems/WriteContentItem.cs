using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.ContentItems;

[GraphQLDescription("An ORIGINAL item whose stage of writing is done.")]
public sealed record AdvanceContentItemInput(
    [property: ID<ContentItem>] [property: GraphQLDescription("The item.")] long Id,
    [property: GraphQLDescription("At TOPIC: what it is about, where that is not said yet; at most 100 characters.")] string? Topic,
    [property: GraphQLDescription("At OUTLINE: what it will say, in which order; at most 10 000 characters.")] string? Outline,
    [property: GraphQLDescription("At KEY_POINTS: what nobody may miss in it; at most 10 000 characters.")] string? KeyPoints,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version)
    : IContentItemStepInput;

[GraphQLDescription("An ORIGINAL item that goes back to the stage before.")]
public sealed record ReturnContentItemInput(
    [property: ID<ContentItem>] [property: GraphQLDescription("The item.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version)
    : IContentItemStepInput;

[GraphQLDescription("An earlier text to take again.")]
public sealed record RestoreContentItemVersionInput(
    [property: ID<ContentItem>] [property: GraphQLDescription("The item.")] long Id,
    [property: GraphQLDescription("The number of the text among the item's versions.")] int Number,
    [property: GraphQLDescription("The version of the item that you read; given, the change is refused when somebody else was faster.")] long? Version)
    : IContentItemStepInput;

/// <summary>The rules of <see cref="AdvanceContentItemInput"/>.</summary>
public sealed class AdvanceContentItemValidator : ContentItemStepValidator<AdvanceContentItemInput>
{
    public AdvanceContentItemValidator()
    {
        RuleFor(i => i.Topic).MaximumLength(ContentItem.TopicMaxLength).PlainText();
        RuleFor(i => i.Outline).MaximumLength(ContentItem.OutlineMaxLength).PlainText();
        RuleFor(i => i.KeyPoints).MaximumLength(ContentItem.KeyPointsMaxLength).PlainText();
    }
}

/// <summary>The rules of <see cref="ReturnContentItemInput"/>.</summary>
public sealed class ReturnContentItemValidator : ContentItemStepValidator<ReturnContentItemInput>;

/// <summary>The rules of <see cref="RestoreContentItemVersionInput"/>.</summary>
public sealed class RestoreContentItemVersionValidator : ContentItemStepValidator<RestoreContentItemVersionInput>
{
    public RestoreContentItemVersionValidator() => RuleFor(i => i.Number).GreaterThan(0);
}

/// <summary>TOPIC → OUTLINE → KEY_POINTS → DRAFT, and back; earlier texts.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class WriteContentItemMutations
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Takes an ORIGINAL item to its next stage of writing: TOPIC → OUTLINE → KEY_POINTS → DRAFT. What the stage is for has to be there, or comes with this.")]
    public static Task<ContentItem> AdvanceContentItemAsync(AdvanceContentItemInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var item = await session.FindAsync<ContentItem>(input.Id, "id");
                session.Expect(item, input.Version);
                item.Topic = input.Topic ?? item.Topic;
                item.Outline = input.Outline ?? item.Outline;
                item.KeyPoints = input.KeyPoints ?? item.KeyPoints;
                item.Advance();
                await session.IndexAsync(item);
                session.Record(ActivityKind.ContentAdvanced, () => new ActivitySubject { ContentItemId = item.Id });
                return item;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Takes an ORIGINAL item back to the stage of writing before: DRAFT → KEY_POINTS → OUTLINE → TOPIC. What was written stays.")]
    public static Task<ContentItem> ReturnContentItemAsync(ReturnContentItemInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var item = await session.FindAsync<ContentItem>(input.Id, "id");
                session.Expect(item, input.Version);
                item.StepBack();
                session.Record(ActivityKind.ContentSteppedBack, () => new ActivitySubject { ContentItemId = item.Id });
                return item;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Takes an earlier title and body again, as a new version. An item that is in review or approved becomes a draft with that; a published one changes no more.")]
    public static Task<ContentItem> RestoreContentItemVersionAsync(RestoreContentItemVersionInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var item = await session.FindAsync<ContentItem>(input.Id, "id");
                session.Expect(item, input.Version);
                var earlier = await session.Db.ContentItemVersions
                    .FirstOrDefaultAsync(v => v.ContentItemId == item.Id && v.Number == input.Number, session.CancellationToken)
                    ?? throw new NotFoundException(nameof(ContentItemVersion), "number");
                if (item.Status is ContentStatus.InReview or ContentStatus.Approved or ContentStatus.Published or ContentStatus.Archived)
                {
                    item.Revise();
                }

                item.Rewrite(earlier.Title, earlier.Body, session.Caller.OperatorId, session.Now);
                await session.IndexAsync(item);
                session.Record(ActivityKind.ContentRestored, () => new ActivitySubject { ContentItemId = item.Id, Data = $"{{\"number\":{earlier.Number}}}" });
                return item;
            },
            cancellationToken);
}
