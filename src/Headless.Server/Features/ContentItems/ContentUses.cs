using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Features.Campaigns;
using Headless.Server.Features.Groups;
using Headless.Server.Reading;
using Headless.Server.Writing;

namespace Headless.Server.Features.ContentItems;

[GraphQLDescription("A content item that was used in a group.")]
public sealed record RecordContentUseInput(
    [property: ID<ContentItem>] [property: GraphQLDescription("The item, which is PUBLISHED.")] long ContentItemId,
    [property: ID<Group>] [property: GraphQLDescription("The group.")] long GroupId,
    [property: ID<Campaign>] [property: GraphQLDescription("The campaign that it was used for.")] long? CampaignId,
    [property: GraphQLDescription("When; now unless given. Not in the future.")] DateTimeOffset? UsedAt,
    [property: GraphQLDescription("Anything that should be known about it, at most 500 characters.")] string? Note);

/// <summary>The rules of <see cref="RecordContentUseInput"/>.</summary>
public sealed class RecordContentUseValidator : AbstractValidator<RecordContentUseInput>
{
    public RecordContentUseValidator(TimeProvider clock)
    {
        RuleFor(i => i.UsedAt).Must(at => at is null || at <= clock.GetUtcNow().AddMinutes(1)).WithErrorCode("IN_FUTURE").WithMessage("'{PropertyName}' lies in the future: report a use once it has taken place.");
        RuleFor(i => i.Note).MaximumLength(ContentUse.NoteMaxLength).PlainText();
    }
}

/// <summary>Reports the use of content.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class RecordContentUseMutation
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<DomainException>]
    [GraphQLDescription("Reports that a content item was used in a group: what usageCount, lastUsedAt and cadenceCompliance count.")]
    public static Task<ContentUse> RecordContentUseAsync(RecordContentUseInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var item = await session.FindAsync<ContentItem>(input.ContentItemId, "contentItemId");
                var group = await session.FindAsync<Group>(input.GroupId, "groupId");
                await session.FindAsync<Campaign>(input.CampaignId, "campaignId");
                item.RequireUsable();
                var use = new ContentUse
                {
                    ContentItemId = item.Id,
                    GroupId = group.Id,
                    Category = item.Category,
                    CampaignId = input.CampaignId,
                    UsedAt = input.UsedAt?.UtcDateTime ?? session.Now,
                    ReportedById = session.Caller.OperatorId,
                    Note = input.Note,
                };
                session.Db.ContentUses.Add(use);

                // Counted past the tracker: two uses at once are both counted, and a use is no edit of the item.
                await session.Db.ContentItems.Where(i => i.Id == item.Id).ExecuteUpdateAsync(
                    set => set
                        .SetProperty(i => i.UsageCount, i => i.UsageCount + 1)
                        .SetProperty(i => i.LastUsedAt, i => i.LastUsedAt == null || i.LastUsedAt < use.UsedAt ? use.UsedAt : i.LastUsedAt),
                    session.CancellationToken);
                session.Record(ActivityKind.ContentUsed, () => new ActivitySubject { ContentItemId = item.Id, GroupId = group.Id, CampaignId = input.CampaignId, Text = input.Note });
                return use;
            },
            cancellationToken);
}

/// <summary><c>type ContentUse</c>.</summary>
public sealed class ContentUseObjectType : ObjectType<ContentUse>
{
    protected override void Configure(IObjectTypeDescriptor<ContentUse> descriptor)
    {
        descriptor.Description("A content item was used in a group.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(u => u.Id).ResolveNodeWith<ContentUseNode>(n => ContentUseNode.GetContentUseAsync(default, default!, default));
        descriptor.Field(u => u.Id).Description("The global id, stable for the life of the record: use it as cache key.");
        descriptor.Field(u => u.Category).Description("The item's category at that time.");
        descriptor.Field(u => u.UsedAt).Description("When.");
        descriptor.Field(u => u.Note).Description("Anything that should be known about it.");
        descriptor.Field(u => u.CreatedAt).Description("When it was reported.");
    }
}

/// <summary>What a use leads to.</summary>
[ExtendObjectType<ContentUse>]
public sealed class ContentUseNode
{
    [GraphQLIgnore]
    public static Task<ContentUse?> GetContentUseAsync(long id, ByIdDataLoader<ContentUse> uses, CancellationToken cancellationToken) => uses.LoadAsync(id, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The item.")]
    public static Task<ContentItem?> GetContentItemAsync(
        [Parent(nameof(ContentUse.ContentItemId))] ContentUse use, ByIdDataLoader<ContentItem> items, CancellationToken cancellationToken) =>
        items.LoadAsync(use.ContentItemId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The group.")]
    public static Task<Group?> GetGroupAsync([Parent(nameof(ContentUse.GroupId))] ContentUse use, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(use.GroupId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The campaign that it was used for.")]
    public static Task<Campaign?> GetCampaignAsync(
        [Parent(nameof(ContentUse.CampaignId))] ContentUse use, ByIdDataLoader<Campaign> campaigns, CancellationToken cancellationToken) =>
        campaigns.LoadAsync(use.CampaignId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("Who reported it.")]
    public static Task<Operator?> GetReportedByAsync(
        [Parent(nameof(ContentUse.ReportedById))] ContentUse use, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(use.ReportedById, cancellationToken);
}

/// <summary>The content of a group.</summary>
[ExtendObjectType<Group>]
public sealed class GroupContentUses
{
    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<ContentUseFilterInput>]
    [UseSorting<ContentUseSortInput>]
    [GraphQLDescription("The content that was used in the group.")]
    public static IQueryable<ContentUse> GetContentUses([Parent(nameof(Group.Id))] Group group, CommunityDbContext db) =>
        db.ContentUses.Where(u => u.GroupId == group.Id);
}

/// <summary><c>input ContentUseFilterInput</c>.</summary>
public sealed class ContentUseFilterInput : FilterInputType<ContentUse>
{
    protected override void Configure(IFilterInputTypeDescriptor<ContentUse> descriptor)
    {
        descriptor.Description("Conditions on uses of content; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(u => u.ContentItem).Type<ContentItemFilterInput>().Description("Conditions on the item.");
        descriptor.Field(u => u.Group).Type<GroupFilterInput>().Description("Conditions on the group.");
        descriptor.Field(u => u.Campaign).Type<CampaignFilterInput>().Description("Conditions on the campaign.");
        descriptor.Field(u => u.Category).Description("The item's category at that time.");
        descriptor.Field(u => u.UsedAt).Description("When.");
    }
}

/// <summary><c>input ContentUseSortInput</c>.</summary>
public sealed class ContentUseSortInput : SortInputType<ContentUse>
{
    protected override void Configure(ISortInputTypeDescriptor<ContentUse> descriptor)
    {
        descriptor.Description("The order of uses of content. Uses that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(u => u.UsedAt).Description("By time.");
    }
}
