using System.Linq.Expressions;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Segments;

/// <summary>What kind of customer the member is .</summary>
[ConditionName("class")]
public sealed record ClassCondition : LeafCondition
{
    /// <summary>One of these.</summary>
    public required IReadOnlyList<MemberClass> In { get; init; }

    internal override Effort Effort => Effort.OwnRow;

    internal override Expression<Func<Member, bool>> Compile(ConditionScope scope)
    {
        var classes = In;
        return member => classes.Contains(member.Class);
    }

    internal override IEnumerable<ConditionFault> Check() => ConditionChecks.List("in", In);

    internal override async Task<JsonObject> ReadAsync(ConditionScope scope, long memberId, CancellationToken cancellationToken) => new()
    {
        ["class"] = (await scope.Db.Members.Where(member => member.Id == memberId).Select(member => member.Class).FirstOrDefaultAsync(cancellationToken)).ToString().ToUpperInvariant(),
    };
}
