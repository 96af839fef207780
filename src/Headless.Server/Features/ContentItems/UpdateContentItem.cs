using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.ContentItems;

[GraphQLDescription("A change of a content item. A field that is not given stays as it is; null clears it where it may be empty.")]
public sealed record UpdateContentItemInput(
    [property: ID<ContentItem>] [property: GraphQLDescription("The item.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("The title.")] Optional<string?> Title,
    [property: GraphQLDescription("The content itself.")] Optional<string?> Body,
    [property: GraphQLDescription("What it is to achieve.")] Optional<ContentCategory?> Category,
    [property: GraphQLDescription("The library that it belongs to.")] Optional<ContentKind?> Kind,
    [property: GraphQLDescription("What it is about.")] Optional<string?> Topic,
    [property: GraphQLDescription("For whom it is, in words.")] Optional<string?> Audience,
    [property: GraphQLDescription("ORIGINAL: what it will say, in which order; at most 10 000 characters.")] Optional<string?> Outline,
    [property: GraphQLDescription("ORIGINAL: what nobody may miss in it; at most 10 000 characters.")] Optional<string?> KeyPoints,
    [property: GraphQLDescription("SOLICITED: what is wanted.")] Optional<string?> Brief,
    [property: GraphQLDescription("Where a REPOST comes from: http or https.")] Optional<string?> OriginUrl,
    [property: GraphQLDescription("Who allowed a REPOST, and under which licence.")] Optional<string?> Permission);

/// <summary>The rules of <see cref="UpdateContentItemInput"/>.</summary>
public sealed class UpdateContentItemValidator : AbstractValidator<UpdateContentItemInput>
{
    public UpdateContentItemValidator()
    {
        RuleFor(i => i.Version).GreaterThan(0);
        RuleFor(i => i.Title.Value).NotEmpty().MaximumLength(ContentItem.TitleMaxLength).PlainText().When(i => i.Title.HasValue).OverridePropertyName("title");
        RuleFor(i => i.Body.Value).NotEmpty().MaximumLength(ContentItem.BodyMaxLength).PlainText().When(i => i.Body.HasValue).OverridePropertyName("body");
        RuleFor(i => i.Category.Value).NotNull().When(i => i.Category.HasValue).OverridePropertyName("category");
        RuleFor(i => i.Kind.Value).NotNull().When(i => i.Kind.HasValue).OverridePropertyName("kind");
        RuleFor(i => i.Topic.Value).MaximumLength(ContentItem.TopicMaxLength).PlainText().OverridePropertyName("topic");
        RuleFor(i => i.Audience.Value).MaximumLength(ContentItem.AudienceMaxLength).PlainText().OverridePropertyName("audience");
        RuleFor(i => i.Outline.Value).MaximumLength(ContentItem.OutlineMaxLength).PlainText().OverridePropertyName("outline");
        RuleFor(i => i.KeyPoints.Value).MaximumLength(ContentItem.KeyPointsMaxLength).PlainText().OverridePropertyName("keyPoints");
        RuleFor(i => i.Brief.Value).MaximumLength(ContentItem.BriefMaxLength).PlainText().OverridePropertyName("brief");
        RuleFor(i => i.OriginUrl.Value).MaximumLength(ContentItem.OriginUrlMaxLength).WebAddress().OverridePropertyName("originUrl");
        RuleFor(i => i.Permission.Value).MaximumLength(ContentItem.PermissionMaxLength).PlainText().OverridePropertyName("permission");
    }
}

/// <summary>Changes a piece of content.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class UpdateContentItemMutation
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Changes a piece of content. One that is in review or approved becomes a draft again, so that nothing is published that nobody has reviewed; a published one changes no more.")]
    public static Task<ContentItem> UpdateContentItemAsync(UpdateContentItemInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var item = await session.FindAsync<ContentItem>(input.Id, "id");
                session.Expect(item, input.Version);
                if (item.Status is ContentStatus.InReview or ContentStatus.Approved or ContentStatus.Published or ContentStatus.Archived)
                {
                    item.Revise();
                }

                item.Rewrite(input.Title.Or(item.Title)!, input.Body.Or(item.Body)!, session.Caller.OperatorId, session.Now);
                item.Category = input.Category.Or(item.Category)!.Value;
                item.Kind = input.Kind.Or(item.Kind)!.Value;
                item.Topic = input.Topic.Or(item.Topic);
                item.Audience = input.Audience.Or(item.Audience);
                item.Outline = input.Outline.Or(item.Outline);
                item.KeyPoints = input.KeyPoints.Or(item.KeyPoints);
                item.Brief = input.Brief.Or(item.Brief);
                item.OriginUrl = input.OriginUrl.Or(item.OriginUrl);
                item.Permission = input.Permission.Or(item.Permission);
                await session.IndexAsync(item);
                session.Record(ActivityKind.ContentUpdated, () => new ActivitySubject { ContentItemId = item.Id });
                return item;
            },
            cancellationToken);
}
