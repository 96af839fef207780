using System.Linq.Expressions;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Segments;

/// <summary>Whether the member is kept out .</summary>
[ConditionName("blacklisted")]
public sealed record BlacklistedCondition : LeafCondition
{
    public required bool Eq { get; init; }

    internal override Expression<Func<Member, bool>> Compile(ConditionScope scope)
    {
        var expected = Eq;
        return member => member.IsBlacklisted == expected;
    }

    internal override IEnumerable<ConditionFault> Check() => [];

    internal override async Task<JsonObject> ReadAsync(ConditionScope scope, long memberId, CancellationToken cancellationToken) => new()
    {
        ["blacklisted"] = await scope.Db.Members.AnyAsync(member => member.Id == memberId && member.IsBlacklisted, cancellationToken),
    };
}
