using System.Linq.Expressions;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Segments;

/// <summary>How many points the member has in a programme. Who never had any has 0.</summary>
[ConditionName("points")]
public sealed record PointsCondition : LeafCondition
{
    /// <summary>The programmes: one.</summary>
    [KeyOf(typeof(PointProgram))]
    public long Program { get; init; }

    /// <summary>At least so many.</summary>
    public int? Gte { get; init; }

    /// <summary>At most so many.</summary>
    public int? Lte { get; init; }

    internal override Expression<Func<Member, bool>> Compile(ConditionScope scope)
    {
        var (gte, lte) = ((long)(Gte ?? int.MinValue), (long)(Lte ?? int.MaxValue));
        var balances = scope.Db.PointBalances.Where(balance => balance.ProgramId == Program);
        if (Gte is null or <= 0 && Lte is null or >= 0)
        {
            // Who has no balance is among them: those are taken out for whom it does not hold.
            var outside = balances.Where(balance => (Gte != null && balance.Balance < gte) || (Lte != null && balance.Balance > lte));
            return Predicates.Not(scope.Has(outside, balance => balance.MemberId));
        }

        return scope.Has(balances.Where(balance => (Gte == null || balance.Balance >= gte) && (Lte == null || balance.Balance <= lte)), balance => balance.MemberId);
    }

    internal override IEnumerable<ConditionFault> Check() =>
        Gte is null && Lte is null ? [new ConditionFault("", "NOT_EMPTY", "Give gte, lte or both.")]
        : Gte > Lte ? [new ConditionFault("gte", "EMPTY_RANGE", "'gte' is greater than 'lte': it holds for nothing.")]
        : [];

    internal override async Task<JsonObject> ReadAsync(ConditionScope scope, long memberId, CancellationToken cancellationToken) => new()
    {
        ["points"] = await scope.Db.PointBalances.Where(balance => balance.ProgramId == Program && balance.MemberId == memberId)
            .Select(balance => balance.Balance).FirstOrDefaultAsync(cancellationToken),
    };
}
