namespace Headless.Community;

/// <summary>Shares an amount out to the minor unit: the parts come to exactly the amount, and each is at least one unit.</summary>
public static class RedPacketParts
{
    /// <summary>The parts, in the order in which they are claimed. The same seed gives the same parts, in every version.</summary>
    /// <exception cref="DomainException"><see cref="DomainErrorCodes.AmountTooSmall"/>: there are fewer minor units than parts.</exception>
    public static IReadOnlyList<decimal> Share(decimal amount, string currency, int parts, RedPacketSplit split, long seed)
    {
        var unit = Currency.MinorUnit(currency);
        var units = decimal.ToInt64(amount / unit);
        if (units < parts)
        {
            throw new DomainException(DomainErrorCodes.AmountTooSmall, $"{amount} {currency} cannot be shared out in {parts} parts of at least {unit}.");
        }

        return [.. (split == RedPacketSplit.Equal ? Equal(units, parts) : Random(units, parts, (ulong)seed)).Select(part => part * unit)];
    }

    private static IEnumerable<long> Equal(long units, int parts) => Enumerable.Range(0, parts).Select(i => (units / parts) + (i < units % parts ? 1 : 0));

    /// <summary>Each from one unit to nearly twice the mean of what is left, so that the first and the last have the same chances.</summary>
    private static List<long> Random(long units, int parts, ulong state)
    {
        var shares = new List<long>(parts);
        for (var left = parts; left > 1; left--)
        {
            var most = Math.Min(units - (left - 1), Math.Max(1, (2 * units / left) - 1));
            var part = 1 + (long)(Next(ref state) % (ulong)most);
            units -= part;
            shares.Add(part);
        }

        shares.Add(units);
        return shares;
    }

    /// <summary>SplitMix64: no version of a library changes it.</summary>
    private static ulong Next(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
