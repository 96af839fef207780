using FluentValidation;
using Headless.Server.Access;
using Headless.Server.Features.Orders;
using Headless.Server.Writing;

namespace Headless.Server.Features.Coupons;

[GraphQLDescription("A kind of coupons to make.")]
public sealed record CreateCouponTemplateInput(
    [property: GraphQLDescription("The name; unique.")] string Name,
    [property: GraphQLDescription("How it reduces a price.")] DiscountKind Kind,
    [property: GraphQLDescription("What is taken off: for AMOUNT and THRESHOLD.")] MoneyInput? Amount,
    [property: GraphQLDescription("The share that is taken off, above 0 to 100 with at most two decimal places: for PERCENTAGE. 30 leaves 70 %.")] decimal? Percent,
    [property: GraphQLDescription("The price from which on it holds, in the currency of amount: for THRESHOLD, and for PERCENTAGE where wanted.")] MoneyInput? Minimum,
    [property: GraphQLDescription("How many there are; no limit unless given.")] int? TotalLimit,
    [property: GraphQLDescription("How many a member gets; no limit unless given.")] int? PerMemberLimit,
    [property: GraphQLDescription("From when on they can be redeemed; at once unless given.")] DateTimeOffset? StartsAt,
    [property: GraphQLDescription("Until when they can be issued and redeemed; no end unless given.")] DateTimeOffset? EndsAt,
    [property: GraphQLDescription("For how many days each holds from when it is issued, 1 to 3660.")] int? ValidDays,
    [property: ID<Campaign>] [property: GraphQLDescription("The campaign that they are for.")] long? CampaignId);

[GraphQLDescription("A change of a kind of coupons. A field that is not given stays as it is; null clears it where it may be empty.")]
public sealed record UpdateCouponTemplateInput(
    [property: ID<CouponTemplate>] [property: GraphQLDescription("The template.")] long Id,
    [property: GraphQLDescription("The version that you read; given, the change is refused when somebody else was faster.")] long? Version,
    [property: GraphQLDescription("The name; unique.")] Optional<string?> Name,
    [property: GraphQLDescription("How many there are; null: no limit. Those that were issued stay.")] Optional<int?> TotalLimit,
    [property: GraphQLDescription("How many a member gets; null: no limit.")] Optional<int?> PerMemberLimit,
    [property: GraphQLDescription("Whether none is issued any more.")] Optional<bool?> IsClosed);

/// <summary>The rules of <see cref="CreateCouponTemplateInput"/>.</summary>
public sealed class CreateCouponTemplateValidator : AbstractValidator<CreateCouponTemplateInput>
{
    public CreateCouponTemplateValidator()
    {
        RuleFor(i => i.Name).NotEmpty().MaximumLength(CouponTemplate.NameMaxLength).PlainText();
        RuleFor(i => i.Amount!).SetValidator(new ExactMoneyValidator()).When(i => i.Amount is not null);
        RuleFor(i => i.Minimum!).SetValidator(new ExactMoneyValidator()).When(i => i.Minimum is not null);
        RuleFor(i => i.Minimum!.Currency).Equal(i => i.Amount!.Currency).When(i => i.Minimum is not null && i.Amount is not null)
            .WithErrorCode(DomainErrorCodes.CurrencyMismatch).WithMessage("Both amounts must be in one currency.");
        RuleFor(i => i.Percent).Must(p => p is null || (p is > 0 and <= 100 && decimal.Round(p.Value, 2) == p))
            .WithErrorCode("INVALID_PERCENT").WithMessage("'percent' must be above 0 to 100 with at most two decimal places.");
        RuleFor(i => i.TotalLimit).GreaterThan(0);
        RuleFor(i => i.PerMemberLimit).GreaterThan(0);
        RuleFor(i => i.ValidDays).InclusiveBetween(1, CouponTemplate.MaxValidDays);
    }
}

/// <summary>The rules of <see cref="UpdateCouponTemplateInput"/>.</summary>
public sealed class UpdateCouponTemplateValidator : AbstractValidator<UpdateCouponTemplateInput>
{
    public UpdateCouponTemplateValidator()
    {
        RuleFor(i => i.Name.Value).NotEmpty().MaximumLength(CouponTemplate.NameMaxLength).PlainText().When(i => i.Name.HasValue).OverridePropertyName("name");
        RuleFor(i => i.TotalLimit.Value).GreaterThan(0).OverridePropertyName("totalLimit");
        RuleFor(i => i.PerMemberLimit.Value).GreaterThan(0).OverridePropertyName("perMemberLimit");
        RuleFor(i => i.IsClosed.Value).NotNull().When(i => i.IsClosed.HasValue).OverridePropertyName("isClosed");
    }
}

/// <summary>Makes and changes kinds of coupons.</summary>
[ExtendObjectType(OperationTypeNames.Mutation)]
public sealed class CouponTemplateMutations
{
    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [Error<DomainException>]
    [GraphQLDescription("Makes a kind of coupons. What it is worth cannot be changed afterwards: make another one.")]
    public static Task<CouponTemplate> CreateCouponTemplateAsync(CreateCouponTemplateInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                await RequireFreeAsync(session, input.Name, 0);
                var campaign = await session.FindAsync<Campaign>(input.CampaignId, "campaignId");
                var template = new CouponTemplate
                {
                    Name = input.Name, Kind = input.Kind, Amount = input.Amount?.Amount, Percent = input.Percent, MinimumAmount = input.Minimum?.Amount,
                    Currency = input.Amount?.Currency ?? input.Minimum?.Currency, TotalLimit = input.TotalLimit, PerMemberLimit = input.PerMemberLimit,
                    StartsAt = input.StartsAt?.UtcDateTime, EndsAt = input.EndsAt?.UtcDateTime, ValidDays = input.ValidDays, CampaignId = campaign?.Id,
                };
                template.RequireDiscount();
                session.Db.CouponTemplates.Add(template);
                session.Record(ActivityKind.CouponTemplateCreated, () => new ActivitySubject { CampaignId = template.CampaignId, Text = template.Name });
                return template;
            },
            cancellationToken);

    [Authorize(Policies.Administer)]
    [Error<InvalidInputException>]
    [Error<NotFoundException>]
    [Error<AlreadyExistsException>]
    [Error<StaleVersionException>]
    [GraphQLDescription("Changes how many coupons of a kind there are, or closes it.")]
    public static Task<CouponTemplate> UpdateCouponTemplateAsync(UpdateCouponTemplateInput input, CommunityWriter writer, CancellationToken cancellationToken) =>
        writer.WriteAsync(
            input,
            async session =>
            {
                var template = await session.FindAsync<CouponTemplate>(input.Id, "id");
                session.Expect(template, input.Version);
                await RequireFreeAsync(session, input.Name.Or(template.Name)!, template.Id);
                template.Name = input.Name.Or(template.Name)!;
                template.TotalLimit = input.TotalLimit.Or(template.TotalLimit);
                template.PerMemberLimit = input.PerMemberLimit.Or(template.PerMemberLimit);
                template.IsClosed = input.IsClosed.Or(template.IsClosed)!.Value;
                session.Record(ActivityKind.CouponTemplateUpdated, () => new ActivitySubject { CampaignId = template.CampaignId, Text = template.Name });
                return template;
            },
            cancellationToken);

    private static Task RequireFreeAsync(WriteSession session, string name, long id) =>
        session.RequireNoneAsync<CouponTemplate>(t => t.Name == name && t.Id != id, $"There is a kind of coupons '{name}' already.", "name");
}
