using System.Linq.Expressions;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Segments;

/// <summary>The member's gender, where they told it .</summary>
[ConditionName("gender")]
public sealed record GenderCondition : LeafCondition
{
    /// <summary>One of these; who did not tell is in none.</summary>
    public required IReadOnlyList<Gender> In { get; init; }

    internal override Effort Effort => Effort.OwnRow;

    internal override Expression<Func<Member, bool>> Compile(ConditionScope scope)
    {
        var genders = In;
        return member => member.Gender != null && genders.Contains(member.Gender.Value);
    }

    internal override IEnumerable<ConditionFault> Check() => ConditionChecks.List("in", In);

    internal override async Task<JsonObject> ReadAsync(ConditionScope scope, long memberId, CancellationToken cancellationToken) => new()
    {
        ["gender"] = await scope.Db.Members.Where(member => member.Id == memberId).Select(member => member.Gender).FirstOrDefaultAsync(cancellationToken)
            is { } gender ? gender.ToString().ToUpperInvariant() : null,
    };
}
