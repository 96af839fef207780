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

    /// <summary>How many decimal places the currency has in ISO 4217; 2 where it is not among those that have others.</summary>
    public static int Digits(string code) => code switch
    {
        "BIF" or "CLP" or "DJF" or "GNF" or "ISK" or "JPY" or "KMF" or "KRW" or "PYG" or "RWF" or "UGX" or "UYI" or "VND" or "VUV" or "XAF" or "XOF" or "XPF" => 0,
        "BHD" or "IQD" or "JOD" or "KWD" or "LYD" or "OMR" or "TND" => 3,
        "CLF" or "UYW" => 4,
        _ => 2,
    };

    /// <summary>The smallest amount of the currency: 0.01 CNY, 1 JPY.</summary>
    public static decimal MinorUnit(string code) => new(1, 0, 0, false, (byte)Digits(code));

    /// <summary>Whether an amount is a whole number of minor units.</summary>
    public static bool IsExact(decimal amount, string code) => decimal.Round(amount, Digits(code)) == amount;

    /// <summary>The amount without what is less than a minor unit.</summary>
    public static decimal RoundDown(decimal amount, string code) => decimal.Round(amount, Digits(code), MidpointRounding.ToZero);

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
