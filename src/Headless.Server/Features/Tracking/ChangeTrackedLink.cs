using System.Security.Cryptography;
using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Tracking;

[GraphQLDescription("A link to make.")]
public sealed record CreateTrackedLinkInput(
    [property: ID<TrackedPage>] [property: GraphQLDescription("The page that it leads to.")] long PageId,
    [property: GraphQLDescription("Where it is posted, in your words; at most 200 characters.")] string Name,
    [property: GraphQLDescription("The search word that it answers, at most 64 characters.")] string? Keyword,
    [property: ID<Group>] [property: GraphQLDescription("The group that it is posted in. OWNER and ADMIN have to give one of theirs for a page that is everybody's.")] long? GroupId,
    [property: ID<ContentItem>] [property: GraphQLDescription("The content item that it stands in.")] long? ContentItemId,
    [property: GraphQLDescription("From when on it leads nowhere; never unless given.")] DateTimeOffset? ExpiresAt);

[GraphQLDescription("A change of a link. A field that is not given stays as it is; null clears it where it may be empty.")]
public sealed record UpdateTrackedLinkInput(
    [property: ID<TrackedLink>] [property: GraphQLDescription("The link.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("Where it is posted.")] Optional<string?> Name,
    [property: GraphQLDescription("The search word that it answers.")] Optional<string?> Keyword,
    [property: GraphQLDescription("From when on it leads nowhere.")] Optional<DateTimeOffset?> ExpiresAt);

[GraphQLDescription("A link to retire.")]
public sealed record RetireTrackedLinkInput(
    [property: ID<TrackedLink>] [property: GraphQLDescription("The link.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

/// <summary>The rules of <see cref="CreateTrackedLinkInput"/>.</summary>
public sealed class CreateTrackedLinkValidator : AbstractValidator<CreateTrackedLinkInput>
{
    public CreateTrackedLinkValidator()
    {
        RuleFor(i => i.Name).NotEmpty().MaximumLength(TrackedLink.NameMaxLength).PlainText();
        RuleFor(i => i.Keyword).MaximumLength(TrackedLink.KeywordMaxLength).PlainText();
    }
}

/// <summary>The rules of <see cref="UpdateTrackedLinkInput"/>.</summary>
public sealed class UpdateTrackedLinkValidator : AbstractValidator<UpdateTrackedLinkInput>
{
    public UpdateTrackedLinkValidator()
    {
        RuleFor(i => i.Name.Value).NotEmpty().MaximumLength(TrackedLink.NameMaxLength).PlainText().When(i => i.Name.HasValue).OverridePropertyName("name");
        RuleFor(i => i.Keyword.Value).MaximumLength(TrackedLink.KeywordMaxLength).PlainText().OverridePropertyName("keyword");
    }
}

/// <summary>The rules of <see cref="RetireTrackedLinkInput"/>: none.</summary>
public sealed class RetireTrackedLinkValidator : AbstractValidator<RetireTrackedLinkInput>;

/// <summary>Makes, changes and retires links to tracked pages.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class TrackedLinkMutations
{
    private const string Letters = "abcdefghjkmnpqrstuvwxyz23456789";
    private const int CodeLength = 10;

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<DomainException>]
    [GraphQLDescription("Makes a link with a code of its own to a tracked page. Post its address; a link for each place tells what each place brought.")]
    public static Task<TrackedLink> CreateTrackedLinkAsync(CreateTrackedLinkInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var page = await session.FindAsync<TrackedPage>(input.PageId, "pageId");
                page.RequireActive();
                if (page.GroupId is null && input.GroupId is null && !session.Caller.Scope.IsEverything)
                {
                    throw InvalidInputException.Of("groupId", "GROUP_REQUIRED", "Give one of your groups: the page is everybody's.");
                }

                var group = await session.FindAsync<Group>(input.GroupId, "groupId");
                var item = await session.FindAsync<ContentItem>(input.ContentItemId, "contentItemId");
                if (await session.Db.TrackedLinks.IgnoreQueryFilters().CountAsync(l => l.PageId == page.Id, session.CancellationToken) >= TrackedLink.MaxOfPage)
                {
                    throw new DomainException(DomainErrorCodes.TooManyLinks, $"A page has at most {TrackedLink.MaxOfPage} links: make another page of the same address.");
                }

                var link = new TrackedLink
                {
                    PageId = page.Id, Code = RandomNumberGenerator.GetString(Letters, CodeLength), Name = input.Name, Keyword = input.Keyword, GroupId = group?.Id, ContentItemId = item?.Id,
                    ExpiresAt = input.ExpiresAt?.UtcDateTime,
                };
                session.Db.TrackedLinks.Add(link);
                session.RecordPage(ActivityKind.TrackedLinkCreated, page, link);
                return link;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [GraphQLDescription("Changes what is said of a link; its code, page and group stay.")]
    public static Task<TrackedLink> UpdateTrackedLinkAsync(UpdateTrackedLinkInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var link = await FindOwnAsync(session, input.Id);
                session.Expect(link, input.Version);
                link.Name = input.Name.Or(link.Name)!;
                link.Keyword = input.Keyword.Or(link.Keyword);
                link.ExpiresAt = input.ExpiresAt.HasValue ? input.ExpiresAt.Value?.UtcDateTime : link.ExpiresAt;
                session.RecordPage(ActivityKind.TrackedLinkUpdated, link.Page, link);
                return link;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Retires a link: it answers 410 Gone from now on. What was counted stays.")]
    public static Task<TrackedLink> RetireTrackedLinkAsync(RetireTrackedLinkInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var link = await FindOwnAsync(session, input.Id);
                session.Expect(link, input.Version);
                link.Retire();
                session.RecordPage(ActivityKind.TrackedLinkRetired, link.Page, link);
                return link;
            },
            cancellationToken);

    /// <summary>A link of everybody's page that is in no group is changed by who sees everything.</summary>
    private static async Task<TrackedLink> FindOwnAsync(WriteSession session, long id)
    {
        var link = await session.FindAsync<TrackedLink>(id, "id", q => q.Include(l => l.Page));
        return link.GroupId is null && link.Page.GroupId is null && !session.Caller.Scope.IsEverything ? throw new NotFoundException(nameof(TrackedLink), "id") : link;
    }
}
