using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.ContentItems;

[GraphQLDescription("A draft to hand in for review.")]
public sealed record SubmitContentItemInput(
    [property: ID<ContentItem>] [property: GraphQLDescription("The item.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version)
    : IContentItemStepInput;

[GraphQLDescription("An item in review to accept.")]
public sealed record ApproveContentItemInput(
    [property: ID<ContentItem>] [property: GraphQLDescription("The item.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version)
    : IContentItemStepInput;

[GraphQLDescription("An item to send back to its author.")]
public sealed record RejectContentItemInput(
    [property: ID<ContentItem>] [property: GraphQLDescription("The item.")] long Id,
    [property: GraphQLDescription("What the author should change, at most 2 000 characters.")] string Note,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version)
    : IContentItemStepInput;

[GraphQLDescription("An approved item to publish.")]
public sealed record PublishContentItemInput(
    [property: ID<ContentItem>] [property: GraphQLDescription("The item.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version)
    : IContentItemStepInput;

[GraphQLDescription("An item to put away.")]
public sealed record ArchiveContentItemInput(
    [property: ID<ContentItem>] [property: GraphQLDescription("The item.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version)
    : IContentItemStepInput;

/// <summary>What the steps of an item's workflow have in common.</summary>
public interface IContentItemStepInput
{
    long Id { get; }

    long? Version { get; }
}

/// <summary>The rule that every step has.</summary>
public abstract class ContentItemStepValidator<T> : AbstractValidator<T>
    where T : IContentItemStepInput
{
    protected ContentItemStepValidator() => RuleFor(i => i.Version).GreaterThan(0);
}

/// <summary>The rules of <see cref="SubmitContentItemInput"/>.</summary>
public sealed class SubmitContentItemValidator : ContentItemStepValidator<SubmitContentItemInput>;

/// <summary>The rules of <see cref="ApproveContentItemInput"/>.</summary>
public sealed class ApproveContentItemValidator : ContentItemStepValidator<ApproveContentItemInput>;

/// <summary>The rules of <see cref="RejectContentItemInput"/>.</summary>
public sealed class RejectContentItemValidator : ContentItemStepValidator<RejectContentItemInput>
{
    public RejectContentItemValidator() => RuleFor(i => i.Note).NotEmpty().MaximumLength(ContentItem.ReviewNoteMaxLength).PlainText();
}

/// <summary>The rules of <see cref="PublishContentItemInput"/>.</summary>
public sealed class PublishContentItemValidator : ContentItemStepValidator<PublishContentItemInput>;

/// <summary>The rules of <see cref="ArchiveContentItemInput"/>.</summary>
public sealed class ArchiveContentItemValidator : ContentItemStepValidator<ArchiveContentItemInput>;

/// <summary>DRAFT → IN_REVIEW → APPROVED → PUBLISHED → ARCHIVED, and back to DRAFT.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class ChangeContentItemStatusMutations
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Hands a draft in for review. A REPOST needs its originUrl and permission.")]
    public static Task<ContentItem> SubmitContentItemAsync(SubmitContentItemInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        StepAsync(input, writer, ActivityKind.ContentSubmitted, null, (item, _) => item.Submit(), cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Accepts an item that is in review. The author cannot.")]
    public static Task<ContentItem> ApproveContentItemAsync(ApproveContentItemInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        StepAsync(input, writer, ActivityKind.ContentApproved, null, (item, session) => item.Approve(ReviewerOf(session)), cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Sends an item that is in review or approved back to its author with a note. The author cannot.")]
    public static Task<ContentItem> RejectContentItemAsync(RejectContentItemInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        StepAsync(input, writer, ActivityKind.ContentRejected, input.Note, (item, session) => item.Reject(ReviewerOf(session), input.Note), cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Publishes an approved item.")]
    public static Task<ContentItem> PublishContentItemAsync(PublishContentItemInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        StepAsync(input, writer, ActivityKind.ContentPublished, null, (item, session) => item.Publish(session.Now), cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Puts an item away for good.")]
    public static Task<ContentItem> ArchiveContentItemAsync(ArchiveContentItemInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        StepAsync(input, writer, ActivityKind.ContentArchived, null, (item, _) => item.Archive(), cancellationToken);

    private static long ReviewerOf(WriteSession session) => session.Caller.OperatorId!.Value;

    private static Task<ContentItem> StepAsync<T>(
        T input, CommunityWriter writer, ActivityKind kind, string? text, Action<ContentItem, WriteSession> step, CancellationToken ct)
        where T : IContentItemStepInput => writer.WriteAsync(
        input,
        async session =>
        {
            var item = await session.FindAsync<ContentItem>(input.Id, "id");
            session.Expect(item, input.Version);
            step(item, session);
            if (item.Status == ContentStatus.Archived)
            {
                await session.IndexAsync(item);
            }

            session.Record(kind, () => new ActivitySubject { ContentItemId = item.Id, Text = text });
            return item;
        },
        ct);
}
