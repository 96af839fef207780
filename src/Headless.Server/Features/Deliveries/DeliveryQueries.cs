using Headless.Server.Access;
using Headless.Server.Features.Campaigns;
using Headless.Server.Features.ContentItems;
using Headless.Server.Features.Groups;
using Headless.Server.Features.Members;
using Headless.Server.Reading;

namespace Headless.Server.Features.Deliveries;

using Delivery = Headless.Community.Delivery;

/// <summary>Mailings and deliveries as lists and by id.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class DeliveryQueries
{
    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<MailingFilterInput>]
    [UseSorting<MailingSortInput>]
    [GraphQLDescription("What was or is to be sent: an OWNER or ADMIN sees those that they requested and those that reach into their groups.")]
    public static IQueryable<Mailing> GetMailings(CommunityDbContext db) => db.Mailings;

    [Authorize(Policies.Read)]
    [GraphQLDescription("One mailing; null where there is none or the caller may not see it.")]
    public static Task<Mailing?> GetMailingByIdAsync(
        [ID<Mailing>] [GraphQLDescription("The mailing's global id.")] long id, ByIdDataLoader<Mailing> mailings, CancellationToken cancellationToken) =>
        mailings.LoadAsync(id, cancellationToken);

    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<DeliveryFilterInput>]
    [UseSorting<DeliverySortInput>]
    [GraphQLDescription("Deliveries to members and groups that the caller may see.")]
    public static IQueryable<Delivery> GetDeliveries(CommunityDbContext db) => db.Deliveries;
}

/// <summary><c>input MailingFilterInput</c>.</summary>
public sealed class MailingFilterInput : FilterInputType<Mailing>
{
    protected override void Configure(IFilterInputTypeDescriptor<Mailing> descriptor)
    {
        descriptor.Description("Conditions on mailings; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(m => m.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(m => m.Channel).Description("Where.");
        descriptor.Field(m => m.Purpose).Description("What for.");
        descriptor.Field(m => m.SendAt).Description("Not before which moment it is sent.");
        descriptor.Field(m => m.CancelledAt).Description("When it was called off; eq: null finds those that were not.");
        descriptor.Field(m => m.CreatedAt).Description("When it was requested.");
        descriptor.Field(m => m.ContentItem).Type<ContentItemFilterInput>().Description("What is sent.");
        descriptor.Field(m => m.Campaign).Type<CampaignFilterInput>().Description("The campaign that it is for.");
        descriptor.Field(m => m.Group).Type<GroupFilterInput>().Description("The group whose members it is for.");
    }
}

/// <summary><c>input MailingSortInput</c>.</summary>
public sealed class MailingSortInput : SortInputType<Mailing>
{
    protected override void Configure(ISortInputTypeDescriptor<Mailing> descriptor)
    {
        descriptor.Description("The order of mailings. Those that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(m => m.SendAt).Description("By not before which moment they are sent.");
        descriptor.Field(m => m.CreatedAt).Description("By when they were requested.");
    }
}

/// <summary><c>input DeliveryFilterInput</c>.</summary>
public sealed class DeliveryFilterInput : FilterInputType<Delivery>
{
    protected override void Configure(IFilterInputTypeDescriptor<Delivery> descriptor)
    {
        descriptor.Description("Conditions on deliveries; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(d => d.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(d => d.Status).Description("Where it stands.");
        descriptor.Field(d => d.Reason).Description("UNREACHABLE: why.");
        descriptor.Field(d => d.Channel).Description("Where.");
        descriptor.Field(d => d.Purpose).Description("What for.");
        descriptor.Field(d => d.SendAt).Description("Not before which moment it is sent.");
        descriptor.Field(d => d.SentAt).Description("When it was sent.");
        descriptor.Field(d => d.Mailing).Type<MailingFilterInput>().Description("The mailing that it belongs to.");
        descriptor.Field(d => d.Member).Type<MemberFilterInput>().Description("To whom.");
        descriptor.Field(d => d.Group).Type<GroupFilterInput>().Description("The group that it goes into, or in which the member is reached.");
        descriptor.Field(d => d.ContentItem).Type<ContentItemFilterInput>().Description("What is sent.");
        descriptor.Field(d => d.Campaign).Type<CampaignFilterInput>().Description("The campaign that it is for.");
    }
}

/// <summary><c>input DeliverySortInput</c>.</summary>
public sealed class DeliverySortInput : SortInputType<Delivery>
{
    protected override void Configure(ISortInputTypeDescriptor<Delivery> descriptor)
    {
        descriptor.Description("The order of deliveries. Those that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(d => d.SendAt).Description("By not before which moment they are sent.");
        descriptor.Field(d => d.SentAt).Description("By when they were sent.");
        descriptor.Field(d => d.CreatedAt).Description("By when they were requested.");
    }
}
