using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Features.Orders;
using Headless.Server.Writing;

namespace Headless.Server.Features.Sales;

[GraphQLDescription("A product to enter.")]
public sealed record CreateProductInput(
    [property: GraphQLDescription("The shop's number of it; unique.")] string Sku,
    [property: GraphQLDescription("What it is called.")] string Name,
    [property: GraphQLDescription("The category in the brand's own words.")] string Category,
    [property: GraphQLDescription("What it costs: above 0, in whole minor units of the currency.")] MoneyInput Price,
    [property: GraphQLDescription("Nobody may sell it for less, in the currency of price; no limit unless given.")] MoneyInput? FloorPrice);

[GraphQLDescription("A change of a product. A field that is not given stays as it is; null clears it where it may be empty.")]
public sealed record UpdateProductInput(
    [property: ID<Product>] [property: GraphQLDescription("The product.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("What it is called.")] Optional<string?> Name,
    [property: GraphQLDescription("The category in the brand's own words. Orders keep the one that it had.")] Optional<string?> Category,
    [property: GraphQLDescription("What it costs, in its currency.")] Optional<decimal?> Price,
    [property: GraphQLDescription("Nobody may sell it for less, in its currency; null: no limit.")] Optional<decimal?> FloorPrice,
    [property: GraphQLDescription("Whether it is not sold any more.")] Optional<bool?> IsRetired);

/// <summary>The rules of <see cref="CreateProductInput"/>.</summary>
public sealed class CreateProductValidator : AbstractValidator<CreateProductInput>
{
    public CreateProductValidator()
    {
        RuleFor(i => i.Sku).NotEmpty().MaximumLength(Product.SkuMaxLength).PlainText();
        RuleFor(i => i.Name).NotEmpty().MaximumLength(Product.NameMaxLength).PlainText();
        RuleFor(i => i.Category).NotEmpty().MaximumLength(Product.CategoryMaxLength).PlainText();
        RuleFor(i => i.Price).SetValidator(new ExactMoneyValidator());
        RuleFor(i => i.FloorPrice!).SetValidator(new ExactMoneyValidator()).When(i => i.FloorPrice is not null);
        RuleFor(i => i.FloorPrice!.Currency).Equal(i => i.Price.Currency).When(i => i.FloorPrice is not null)
            .WithErrorCode(DomainErrorCodes.CurrencyMismatch).WithMessage("Both prices must be in one currency.").OverridePropertyName("floorPrice.currency");
    }
}

/// <summary>The rules of <see cref="UpdateProductInput"/>.</summary>
public sealed class UpdateProductValidator : AbstractValidator<UpdateProductInput>
{
    public UpdateProductValidator()
    {
        RuleFor(i => i.Name.Value).NotEmpty().MaximumLength(Product.NameMaxLength).PlainText().When(i => i.Name.HasValue).OverridePropertyName("name");
        RuleFor(i => i.Category.Value).NotEmpty().MaximumLength(Product.CategoryMaxLength).PlainText().When(i => i.Category.HasValue).OverridePropertyName("category");
        RuleFor(i => i.Price.Value).NotNull().InclusiveBetween(0.0001m, Currency.MaxAmount).When(i => i.Price.HasValue).OverridePropertyName("price");
        RuleFor(i => i.FloorPrice.Value).InclusiveBetween(0.0001m, Currency.MaxAmount).OverridePropertyName("floorPrice");
        RuleFor(i => i.IsRetired.Value).NotNull().When(i => i.IsRetired.HasValue).OverridePropertyName("isRetired");
    }
}

/// <summary>Enters and changes products.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class ProductMutations
{
    [Authorize(Policies.ManageGroups)]
    [Error<InvalidInputException>]
    [Error<AlreadyExistsException>]
    [Error<DomainException>]
    [GraphQLDescription("Enters a product.")]
    public static Task<Product> CreateProductAsync(CreateProductInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                await session.RequireNoneAsync<Product>(p => p.Sku == input.Sku, $"There is a product '{input.Sku}' already.", "sku");
                var product = new Product
                {
                    Sku = input.Sku, Name = input.Name, Category = input.Category, Price = input.Price.Amount, FloorPrice = input.FloorPrice?.Amount, Currency = input.Price.Currency,
                };
                product.RequirePrices();
                session.Db.Products.Add(product);
                session.Record(ActivityKind.ProductCreated, () => new ActivitySubject { Text = product.Name });
                return product;
            },
            cancellationToken);

    [Authorize(Policies.ManageGroups)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<StaleVersionException>]
    [Error<DomainException>]
    [GraphQLDescription("Changes a product; what was sold stays as it was.")]
    public static Task<Product> UpdateProductAsync(UpdateProductInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var product = await session.FindAsync<Product>(input.Id, "id");
                session.Expect(product, input.Version);
                product.Name = input.Name.Or(product.Name)!;
                product.Category = input.Category.Or(product.Category)!;
                product.Price = Exact(input.Price.Or(product.Price)!.Value, product.Currency, "price");
                product.FloorPrice = input.FloorPrice.Or(product.FloorPrice) is { } floor ? Exact(floor, product.Currency, "floorPrice") : null;
                product.IsRetired = input.IsRetired.Or(product.IsRetired)!.Value;
                product.RequirePrices();
                session.Record(ActivityKind.ProductUpdated, () => new ActivitySubject { Text = product.Name });
                return product;
            },
            cancellationToken);

    private static decimal Exact(decimal amount, string currency, string path) => Currency.IsExact(amount, currency)
        ? amount
        : throw InvalidInputException.Of(path, DomainErrorCodes.InvalidAmount, $"'{path}' has more decimal places than {currency} has: {Currency.Digits(currency)}.");
}
