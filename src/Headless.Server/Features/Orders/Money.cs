using FluentValidation;

namespace Headless.Server.Features.Orders;

/// <summary><c>type Money</c>: an amount is nothing without its currency, and amounts of two currencies are never added.</summary>
[GraphQLDescription("An amount of money.")]
public sealed record Money(
    [property: GraphQLDescription("How much, with at most four decimal places.")] decimal Amount,
    [property: GraphQLDescription("The ISO 4217 code of the currency, such as CNY.")] string Currency);

[GraphQLDescription("An amount of money.")]
public sealed record MoneyInput(
    [property: GraphQLDescription("How much: not negative, at most 1 000 000 000 000, with at most four decimal places.")] decimal Amount,
    [property: GraphQLDescription("The ISO 4217 code of the currency: three capital letters, such as CNY.")] string Currency);

/// <summary>The rules of <see cref="MoneyInput"/>.</summary>
public sealed class MoneyValidator : AbstractValidator<MoneyInput>
{
    public MoneyValidator()
    {
        RuleFor(i => i.Amount)
            .Must(amount => amount is >= 0 and <= Community.Currency.MaxAmount && decimal.Round(amount, 4) == amount)
            .WithErrorCode(DomainErrorCodes.InvalidAmount)
            .WithMessage($"'{{PropertyName}}' must be from 0 to {Community.Currency.MaxAmount} with at most four decimal places.");
        RuleFor(i => i.Currency)
            .Must(currency => currency is { Length: Community.Currency.CodeLength } && currency.All(char.IsAsciiLetterUpper))
            .WithErrorCode(DomainErrorCodes.InvalidCurrency)
            .WithMessage("'{PropertyName}' must be an ISO 4217 code of three capital letters, such as CNY.");
    }
}

/// <summary>The rules of <see cref="MoneyInput"/> where money moves: above zero, in whole minor units of its currency.</summary>
public sealed class ExactMoneyValidator : AbstractValidator<MoneyInput>
{
    public ExactMoneyValidator()
    {
        Include(new MoneyValidator());
        RuleFor(i => i.Amount).GreaterThan(0).WithErrorCode(DomainErrorCodes.InvalidAmount).WithMessage("'{PropertyName}' must be above 0.");
        RuleFor(i => i.Amount).Must((input, amount) => input.Currency is null || Community.Currency.IsExact(amount, input.Currency))
            .WithErrorCode(DomainErrorCodes.InvalidAmount)
            .WithMessage(input => $"'amount' has more decimal places than {input.Currency} has: {Community.Currency.Digits(input.Currency)}.");
    }
}
