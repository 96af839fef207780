using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Writing;

namespace Headless.Server.Features.Offers;

[GraphQLDescription("An offer to enter.")]
public sealed record CreateOfferInput(
    [property: ID<Campaign>] [property: GraphQLDescription("The campaign.")] long CampaignId,
    [property: GraphQLDescription("The name, at most 200 characters.")] string Name,
    [property: GraphQLDescription("The ISO 4217 code of every amount of it, such as CNY; it cannot be changed later.")] string Currency,
    [property: GraphQLDescription("Where it can be bought: http or https.")] string? Url,
    [property: GraphQLDescription("For whom it is, in words; at most 200 characters.")] string? Audience,
    [property: GraphQLDescription("What a buyer is promised.")] IReadOnlyList<OfferPromise>? Promises,
    [property: GraphQLDescription("How much it may lose; nothing unless given.")] decimal? LossCap);

[GraphQLDescription("A change of an offer. A field that is not given stays as it is; null clears it where it may be empty.")]
public sealed record UpdateOfferInput(
    [property: ID<Offer>] [property: GraphQLDescription("The offer.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("The name.")] Optional<string?> Name,
    [property: GraphQLDescription("Where it can be bought.")] Optional<string?> Url,
    [property: GraphQLDescription("For whom it is.")] Optional<string?> Audience,
    [property: GraphQLDescription("What a buyer is promised; it takes the place of all that was.")] IReadOnlyList<OfferPromise>? Promises,
    [property: GraphQLDescription("How much it may lose.")] Optional<decimal?> LossCap);

[GraphQLDescription("A product to add to an offer.")]
public sealed record AddOfferItemInput(
    [property: ID<Offer>] [property: GraphQLDescription("The offer.")] long OfferId,
    [property: ID<Product>] [property: GraphQLDescription("The product of the catalogue; none unless given.")] long? ProductId,
    [property: GraphQLDescription("The product in words, at most 200 characters; the catalogue's name unless given.")] string? Product,
    [property: GraphQLDescription("The shop's number of it; the catalogue's unless given.")] string? Sku,
    [property: GraphQLDescription("What it is there for; VOLUME unless given.")] OfferItemRole? Role,
    [property: GraphQLDescription("What it usually costs.")] decimal ListPrice,
    [property: GraphQLDescription("What it costs here: not above listPrice, and below siteMinimumPrice where that is given.")] decimal Price,
    [property: GraphQLDescription("The least that it costs on the site.")] decimal? SiteMinimumPrice,
    [property: GraphQLDescription("What it costs the seller.")] decimal? UnitCost,
    [property: GraphQLDescription("How many are expected to be sold.")] int? ExpectedUnits,
    [property: GraphQLDescription("How many there are to sell in all; as many as are wanted unless given. addStock adds to it later.")] int? Stock,
    [property: GraphQLDescription("With so many left the merchant is told (STOCK_LOW).")] int? LowStockAt);

[GraphQLDescription("A change of an item. A field that is not given stays as it is; null clears it where it may be empty.")]
public sealed record UpdateOfferItemInput(
    [property: ID<OfferItem>] [property: GraphQLDescription("The item.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: ID<Product>] [property: GraphQLDescription("The product of the catalogue.")] Optional<long?> ProductId,
    [property: GraphQLDescription("What it usually costs.")] Optional<decimal?> ListPrice,
    [property: GraphQLDescription("What it costs here.")] Optional<decimal?> Price,
    [property: GraphQLDescription("The least that it costs on the site.")] Optional<decimal?> SiteMinimumPrice,
    [property: GraphQLDescription("What it costs the seller.")] Optional<decimal?> UnitCost,
    [property: GraphQLDescription("How many are expected to be sold.")] Optional<int?> ExpectedUnits,
    [property: GraphQLDescription("With so many left the merchant is told.")] Optional<int?> LowStockAt);

/// <summary>The rules of <see cref="CreateOfferInput"/>.</summary>
public sealed class CreateOfferValidator : AbstractValidator<CreateOfferInput>
{
    public CreateOfferValidator()
    {
        RuleFor(i => i.Name).NotEmpty().MaximumLength(Offer.NameMaxLength).PlainText();
        RuleFor(i => i.Url).MaximumLength(Offer.UrlMaxLength).WebAddress();
        RuleFor(i => i.Audience).MaximumLength(Offer.AudienceMaxLength).PlainText();
        RuleFor(i => i.Promises).Must(p => p is null || p.Count <= 3).WithErrorCode("TOO_MANY_PROMISES").WithMessage("Name each promise once.");
    }
}

/// <summary>The rules of <see cref="UpdateOfferInput"/>.</summary>
public sealed class UpdateOfferValidator : AbstractValidator<UpdateOfferInput>
{
    public UpdateOfferValidator()
    {
        RuleFor(i => i.Name.Value).NotEmpty().MaximumLength(Offer.NameMaxLength).PlainText().When(i => i.Name.HasValue).OverridePropertyName("name");
        RuleFor(i => i.Url.Value).MaximumLength(Offer.UrlMaxLength).WebAddress().OverridePropertyName("url");
        RuleFor(i => i.Audience.Value).MaximumLength(Offer.AudienceMaxLength).PlainText().OverridePropertyName("audience");
        RuleFor(i => i.Promises).Must(p => p is null || p.Count <= 3).WithErrorCode("TOO_MANY_PROMISES").WithMessage("Name each promise once.");
        RuleFor(i => i.LossCap.Value).NotNull().When(i => i.LossCap.HasValue).OverridePropertyName("lossCap");
    }
}

/// <summary>The rules of <see cref="AddOfferItemInput"/>.</summary>
public sealed class AddOfferItemValidator : AbstractValidator<AddOfferItemInput>
{
    public AddOfferItemValidator()
    {
        RuleFor(i => i.Product).MaximumLength(OfferItem.ProductMaxLength).PlainText();
        RuleFor(i => i.Product).NotEmpty().When(i => i.ProductId is null || i.Product is not null);
        RuleFor(i => i.Sku).MaximumLength(OfferItem.SkuMaxLength).PlainText();
        RuleFor(i => i.ExpectedUnits).InclusiveBetween(0, OfferItem.MaxStock);
        RuleFor(i => i.Stock).InclusiveBetween(0, OfferItem.MaxStock);
        RuleFor(i => i.LowStockAt).InclusiveBetween(0, OfferItem.MaxStock);
    }
}

/// <summary>The rules of <see cref="UpdateOfferItemInput"/>.</summary>
public sealed class UpdateOfferItemValidator : AbstractValidator<UpdateOfferItemInput>
{
    public UpdateOfferItemValidator()
    {
        RuleFor(i => i.ListPrice.Value).NotNull().When(i => i.ListPrice.HasValue).OverridePropertyName("listPrice");
        RuleFor(i => i.Price.Value).NotNull().When(i => i.Price.HasValue).OverridePropertyName("price");
        RuleFor(i => i.ExpectedUnits.Value).InclusiveBetween(0, OfferItem.MaxStock).OverridePropertyName("expectedUnits");
        RuleFor(i => i.LowStockAt.Value).InclusiveBetween(0, OfferItem.MaxStock).OverridePropertyName("lowStockAt");
    }
}

/// <summary>Enters and changes offers and what they hold.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class WriteOfferMutations
{
    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<DomainException>]
    [GraphQLDescription("Enters an offer of a campaign.")]
    public static Task<Offer> CreateOfferAsync(CreateOfferInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var campaign = await session.FindAsync<Campaign>(input.CampaignId, "campaignId");
                var offer = new Offer { CampaignId = campaign.Id, Name = input.Name, Currency = Currency.Require(input.Currency), Url = input.Url, Audience = input.Audience, Promises = Join(input.Promises) };
                offer.SetLossCap(input.LossCap ?? 0);
                session.Db.Offers.Add(offer);
                session.Record(ActivityKind.OfferCreated, () => new ActivitySubject { CampaignId = campaign.Id, Text = offer.Name });
                return offer;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Changes what is said of an offer.")]
    public static Task<Offer> UpdateOfferAsync(UpdateOfferInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var offer = await session.FindAsync<Offer>(input.Id, "id");
                session.Expect(offer, input.Version);
                offer.Name = input.Name.Or(offer.Name)!;
                offer.Url = input.Url.Or(offer.Url);
                offer.Audience = input.Audience.Or(offer.Audience);
                offer.Promises = input.Promises is null ? offer.Promises : Join(input.Promises);
                offer.SetLossCap(input.LossCap.Or(offer.LossCap)!.Value);
                session.Record(ActivityKind.OfferUpdated, () => new ActivitySubject { CampaignId = offer.CampaignId, Text = offer.Name });
                return offer;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<DomainException>]
    [GraphQLDescription("Adds a product to an offer. A price that is not below the site's least is refused: members would get nothing from it.")]
    public static Task<OfferItem> AddOfferItemAsync(AddOfferItemInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var offer = await session.FindAsync<Offer>(input.OfferId, "offerId");
                if (await session.Db.OfferItems.CountAsync(i => i.OfferId == offer.Id, session.CancellationToken) >= OfferItem.MaxItems)
                {
                    throw new DomainException(DomainErrorCodes.TooManyOfferItems, $"An offer holds at most {OfferItem.MaxItems} items: make another one.");
                }

                var product = await session.FindAsync<Product>(input.ProductId, "productId");
                var item = new OfferItem
                {
                    OfferId = offer.Id, ProductId = product?.Id, Product = input.Product ?? product!.Name, Sku = input.Sku ?? product?.Sku, Role = input.Role ?? OfferItemRole.Volume, ExpectedUnits = input.ExpectedUnits, Stock = input.Stock, LowStockAt = input.LowStockAt,
                };
                item.SetPrices(input.ListPrice, input.Price, input.SiteMinimumPrice, input.UnitCost);
                session.Db.OfferItems.Add(item);
                session.Record(ActivityKind.OfferItemAdded, () => new ActivitySubject { CampaignId = offer.CampaignId, Text = item.Product });
                return item;
            },
            cancellationToken);

    [Authorize(Policies.Write)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Changes the prices and expectations of an item; its stock has mutations of its own.")]
    public static Task<OfferItem> UpdateOfferItemAsync(UpdateOfferItemInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var item = await session.FindAsync<OfferItem>(input.Id, "id", q => q.Include(i => i.Offer));
                session.Expect(item, input.Version);
                item.SetPrices(
                    input.ListPrice.Or(item.ListPrice)!.Value, input.Price.Or(item.Price)!.Value, input.SiteMinimumPrice.Or(item.SiteMinimumPrice), input.UnitCost.Or(item.UnitCost));
                item.ProductId = input.ProductId.HasValue ? (await session.FindAsync<Product>(input.ProductId.Value, "productId"))?.Id : item.ProductId;
                item.ExpectedUnits = input.ExpectedUnits.Or(item.ExpectedUnits);
                item.LowStockAt = input.LowStockAt.Or(item.LowStockAt);
                session.Record(ActivityKind.OfferItemUpdated, () => new ActivitySubject { CampaignId = item.Offer.CampaignId, Text = item.Product });
                return item;
            },
            cancellationToken);

    private static OfferPromises Join(IReadOnlyList<OfferPromise>? promises) =>
        (promises ?? []).Aggregate(OfferPromises.None, (all, promise) => all | (OfferPromises)promise);
}
