namespace Headless.Community;

/// <summary>Amounts of money: a decimal with four places and an ISO 4217 code, never mixed.</summary>
public static class Currency
{
    /// <summary>The length of an ISO 4217 code.</summary>
    public const int CodeLength = 3;

    /// <summary>
    /// No amount may be larger, in either direction. SQLite stores amounts as a 64-bit number of ten-thousandths, which
    /// leaves room for 922 of these.
    /// </summary>
    public const decimal MaxAmount = 1_000_000_000_000m;

    /// <summary>Refuses a code that is not three capital letters.</summary>
    public static string Require(string code) =>
        code is { Length: CodeLength } && code.All(char.IsAsciiLetterUpper)
            ? code
            : throw new DomainException(
                DomainErrorCodes.InvalidCurrency,
                $"'{code}' is not a currency: give an ISO 4217 code of three capital letters, such as CNY.");

    /// <summary>Refuses an amount that is too large or has more than four places.</summary>
    public static decimal RequireAmount(decimal amount) =>
        Math.Abs(amount) <= MaxAmount && decimal.Round(amount, 4) == amount
            ? amount
            : throw new DomainException(
                DomainErrorCodes.InvalidAmount,
                $"{amount} is not an amount: at most {MaxAmount} with at most four decimal places.");
}
