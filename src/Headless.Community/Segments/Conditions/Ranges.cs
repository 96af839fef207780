using System.Linq.Expressions;

namespace Headless.Community.Segments;

/// <summary>How many: from <paramref name="Gte"/> to <paramref name="Lte"/>, both included and each open where it is null.</summary>
public sealed record CountRange(int? Gte, int? Lte)
{
    /// <summary>One or more: what is asked where nothing is said.</summary>
    internal static CountRange Some { get; } = new(1, null);

    /// <summary>Whether somebody fulfils it who has nothing of the kind.</summary>
    internal bool HoldsForNone => Holds(0);

    internal bool Holds(long count) => (Gte is null || count >= Gte) && (Lte is null || count <= Lte);

    internal Expression<Func<int, bool>> ToPredicate()
    {
        var (gte, lte) = (Gte ?? int.MinValue, Lte ?? int.MaxValue);
        return (Gte, Lte) switch
        {
            (null, null) => _ => true,
            (not null, null) => count => count >= gte,
            (null, not null) => count => count <= lte,
            _ => count => count >= gte && count <= lte,
        };
    }

    internal IEnumerable<ConditionFault> Check(string field)
    {
        if (Gte is null && Lte is null)
        {
            yield return new ConditionFault(field, "NOT_EMPTY", $"'{field}' needs gte, lte or both.");
        }
        else if (Gte < 0 || Lte < 0)
        {
            yield return new ConditionFault(field, "OUT_OF_RANGE", $"'{field}' counts: give numbers from 0 on.");
        }
        else if (Gte > Lte)
        {
            yield return new ConditionFault(field, "EMPTY_RANGE", $"'{field}' holds for nothing: gte is greater than lte.");
        }
    }
}

/// <summary>How much money: from <paramref name="Gte"/> to <paramref name="Lte"/>, both included and each open where it is null.</summary>
public sealed record AmountRange(decimal? Gte, decimal? Lte)
{
    internal bool HoldsForNone => Holds(0);

    internal bool Holds(decimal amount) => (Gte is null || amount >= Gte) && (Lte is null || amount <= Lte);

    internal Expression<Func<decimal, bool>> ToPredicate()
    {
        var (gte, lte) = (Gte ?? 0, Lte ?? 0);
        return (Gte, Lte) switch
        {
            (null, null) => _ => true,
            (not null, null) => amount => amount >= gte,
            (null, not null) => amount => amount <= lte,
            _ => amount => amount >= gte && amount <= lte,
        };
    }

    internal IEnumerable<ConditionFault> Check(string field)
    {
        if (Gte is null && Lte is null)
        {
            yield return new ConditionFault(field, "NOT_EMPTY", $"'{field}' needs gte, lte or both.");
        }
        else if (!IsAmount(Gte) || !IsAmount(Lte))
        {
            yield return new ConditionFault(
                field, DomainErrorCodes.InvalidAmount, $"'{field}' takes amounts from 0 to {Currency.MaxAmount} with at most four decimal places.");
        }
        else if (Gte > Lte)
        {
            yield return new ConditionFault(field, "EMPTY_RANGE", $"'{field}' holds for nothing: gte is greater than lte.");
        }
    }

    private static bool IsAmount(decimal? amount) =>
        amount is null || (amount is >= 0 and <= Currency.MaxAmount && decimal.Round(amount.Value, 4) == amount);
}
