using System.Linq.Expressions;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Segments;

/// <summary>The member's year of birth, which is personal data. Who did not tell it is in no range.</summary>
[ConditionName("birthYear")]
public sealed record BirthYearCondition : LeafCondition
{
    /// <summary>This year or later.</summary>
    public int? Gte { get; init; }

    /// <summary>This year or earlier.</summary>
    public int? Lte { get; init; }

    internal override PrivacyClass Privacy => PrivacyClass.Personal;

    internal override Effort Effort => Effort.OwnRow;

    internal override Expression<Func<Member, bool>> Compile(ConditionScope scope)
    {
        var (gte, lte) = (Gte ?? int.MinValue, Lte ?? int.MaxValue);
        return member => member.BirthYear >= gte && member.BirthYear <= lte;
    }

    internal override IEnumerable<ConditionFault> Check() => new CountRange(Gte, Lte).Check("").Select(fault => fault with
    {
        Message = "Give a year in gte, in lte, or an earlier one in gte than in lte.",
    });

    internal override async Task<JsonObject> ReadAsync(ConditionScope scope, long memberId, CancellationToken cancellationToken) => new()
    {
        ["birthYear"] = await scope.Db.Members.Where(member => member.Id == memberId).Select(member => member.BirthYear).FirstOrDefaultAsync(cancellationToken),
    };
}
