using System.Linq.Expressions;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Segments;

/// <summary>A time of the member's own. The bounds are those of <see cref="TimeCondition"/>.</summary>
public abstract record MemberTimeCondition : LeafCondition
{
    private protected MemberTimeCondition()
    {
    }

    public RelativeTime? Within { get; init; }

    public RelativeTime? NotWithin { get; init; }

    public DateTime? Since { get; init; }

    public DateTime? Before { get; init; }

    private protected abstract Expression<Func<Member, DateTime?>> Column { get; }

    private TimeCondition Time => new(Within, NotWithin, Since, Before);

    internal override Effort Effort => Effort.OwnRow;

    internal override Expression<Func<Member, bool>> Compile(ConditionScope scope) => Time.On(Column, scope.Now);

    internal override IEnumerable<ConditionFault> Check() => Time.Check("");

    internal override async Task<JsonObject> ReadAsync(ConditionScope scope, long memberId, CancellationToken cancellationToken) => new()
    {
        ["at"] = ConditionChecks.Time(await scope.Db.Members.Where(member => member.Id == memberId).Select(Column).FirstOrDefaultAsync(cancellationToken)),
    };

    internal override IEnumerable<IQueryable<long>> MovedSince(ConditionScope scope, DateTime from) =>
        Time.Moved(Column, from, scope.Now).Select(moved => scope.Db.Members.Where(moved).Select(member => member.Id));
}

/// <summary>When the member was entered.</summary>
[ConditionName("created")]
public sealed record CreatedCondition : MemberTimeCondition
{
    private protected override Expression<Func<Member, DateTime?>> Column => member => member.CreatedAt;
}

/// <summary>When the member was first active anywhere.</summary>
[ConditionName("firstSeen")]
public sealed record FirstSeenCondition : MemberTimeCondition
{
    private protected override Expression<Func<Member, DateTime?>> Column => member => member.FirstSeenAt;
}

/// <summary>When the member was last active anywhere.</summary>
[ConditionName("lastActive")]
public sealed record LastActiveCondition : MemberTimeCondition
{
    private protected override Expression<Func<Member, DateTime?>> Column => member => member.LastActiveAt;
}
