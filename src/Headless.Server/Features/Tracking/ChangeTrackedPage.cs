using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Tracking;
using Headless.Server.Writing;

namespace Headless.Server.Features.Tracking;

[GraphQLDescription("A page to count the views of.")]
public sealed record CreateTrackedPageInput(
    [property: GraphQLDescription("What staff call it, at most 200 characters.")] string Name,
    [property: GraphQLDescription("Where its links lead: an absolute http or https address, at most 2 000 characters, without a name or password.")] string Url,
    [property: GraphQLDescription("What its views are, for good; CLICKS unless given.")] PageCounting? Counting,
    [property: ID<Group>] [property: GraphQLDescription("The group that it is for, for good; everybody's unless given. OWNER and ADMIN have to give one of theirs.")] long? GroupId,
    [property: ID<Campaign>] [property: GraphQLDescription("The campaign that it is part of.")] long? CampaignId);

[GraphQLDescription("A change of a tracked page. A field that is not given stays as it is; null clears it where it may be empty.")]
public sealed record UpdateTrackedPageInput(
    [property: ID<TrackedPage>] [property: GraphQLDescription("The page.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("What staff call it.")] Optional<string?> Name,
    [property: GraphQLDescription("Where its links lead from now on, also those that are posted already.")] Optional<string?> Url,
    [property: ID<Campaign>] [property: GraphQLDescription("The campaign that it is part of.")] Optional<long?> CampaignId);

[GraphQLDescription("A tracked page to retire.")]
public sealed record RetireTrackedPageInput(
    [property: ID<TrackedPage>] [property: GraphQLDescription("The page.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version);

/// <summary>The rules of <see cref="CreateTrackedPageInput"/>.</summary>
public sealed class CreateTrackedPageValidator : AbstractValidator<CreateTrackedPageInput>
{
    public CreateTrackedPageValidator()
    {
        RuleFor(i => i.Name).NotEmpty().MaximumLength(TrackedPage.NameMaxLength).PlainText();
        RuleFor(i => i.Url).Target();
    }
}

/// <summary>The rules of <see cref="UpdateTrackedPageInput"/>.</summary>
public sealed class UpdateTrackedPageValidator : AbstractValidator<UpdateTrackedPageInput>
{
    public UpdateTrackedPageValidator()
    {
        RuleFor(i => i.Name.Value).NotEmpty().MaximumLength(TrackedPage.NameMaxLength).PlainText().When(i => i.Name.HasValue).OverridePropertyName("name");
        RuleFor(i => i.Url.Value).Target().When(i => i.Url.HasValue).OverridePropertyName("url");
    }
}

/// <summary>The rules of <see cref="RetireTrackedPageInput"/>: none.</summary>
public sealed class RetireTrackedPageValidator : AbstractValidator<RetireTrackedPageInput>;

/// <summary>What writing about tracked pages has in common.</summary>
internal static class TrackedPageWriting
{
    public static IRuleBuilderOptions<T, string?> Target<T>(this IRuleBuilder<T, string?> rule) => rule
        .NotEmpty().MaximumLength(TrackedPage.UrlMaxLength).PlainText()
        .Must(url => string.IsNullOrEmpty(url) || TrackedPage.IsTarget(url))
        .WithErrorCode("INVALID_URL")
        .WithMessage("'{PropertyName}' must be an absolute http or https address, without a name or password, blanks or backslashes.");

    /// <summary>A page of everybody's is changed by who sees everything.</summary>
    /// <exception cref="NotFoundException">It is none of the caller's to change.</exception>
    public static async Task<TrackedPage> FindOwnAsync(this WriteSession session, long id, string path = "id")
    {
        var page = await session.FindAsync<TrackedPage>(id, path);
        return page.GroupId is null && !session.Caller.Scope.IsEverything ? throw new NotFoundException(nameof(TrackedPage), path) : page;
    }

    public static void RecordPage(this WriteSession session, ActivityKind kind, TrackedPage page, TrackedLink? link = null) => session.Record(
        kind, () => new ActivitySubject { GroupId = link?.GroupId ?? page.GroupId, CampaignId = page.CampaignId, ContentItemId = link?.ContentItemId, Text = link?.Name ?? page.Name });
}

/// <summary>Makes, changes and retires tracked pages.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class TrackedPageMutations
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<DomainException>]
    [GraphQLDescription("Enters a page whose views are counted. Give it links with createTrackedLink.")]
    public static Task<TrackedPage> CreateTrackedPageAsync(CreateTrackedPageInput input, CommunityWriter writer, TrackingOptions options, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                if (input.GroupId is null && !session.Caller.Scope.IsEverything)
                {
                    throw InvalidInputException.Of("groupId", "GROUP_REQUIRED", "Give one of your groups: pages for everybody are made by who sees every group.");
                }

                options.Require(input.Url);
                var group = await session.FindAsync<Group>(input.GroupId, "groupId");
                var campaign = await session.FindAsync<Campaign>(input.CampaignId, "campaignId");
                var page = new TrackedPage { Name = input.Name, Url = input.Url, Counting = input.Counting ?? PageCounting.Clicks, GroupId = group?.Id, CampaignId = campaign?.Id };
                session.Db.TrackedPages.Add(page);
                session.RecordPage(ActivityKind.TrackedPageCreated, page);
                return page;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Changes a tracked page. Links that are posted already lead to the new address at once.")]
    public static Task<TrackedPage> UpdateTrackedPageAsync(UpdateTrackedPageInput input, CommunityWriter writer, TrackingOptions options, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var page = await session.FindOwnAsync(input.Id);
                session.Expect(page, input.Version);
                page.RequireActive();
                if (input.Url.HasValue)
                {
                    options.Require(input.Url.Value!);
                }

                page.Name = input.Name.Or(page.Name)!;
                page.Url = input.Url.Or(page.Url)!;
                if (input.CampaignId.HasValue)
                {
                    page.CampaignId = (await session.FindAsync<Campaign>(input.CampaignId.Value, "campaignId"))?.Id;
                }

                session.RecordPage(ActivityKind.TrackedPageUpdated, page);
                return page;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Retires a page: its links answer 410 Gone from now on. What was counted stays.")]
    public static Task<TrackedPage> RetireTrackedPageAsync(RetireTrackedPageInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var page = await session.FindOwnAsync(input.Id);
                session.Expect(page, input.Version);
                page.Retire(session.Now);
                session.RecordPage(ActivityKind.TrackedPageRetired, page);
                return page;
            },
            cancellationToken);
}
