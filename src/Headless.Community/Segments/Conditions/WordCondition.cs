using System.Linq.Expressions;
using System.Text.Json.Nodes;
using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Segments;

/// <summary>What a column of the member's own holds: one of some words, or none of them. Who has no value is in nothing and in no list of exclusions.</summary>
public abstract record WordCondition : LeafCondition
{
    private protected WordCondition()
    {
    }

    /// <summary>One of these.</summary>
    public IReadOnlyList<string>? In { get; init; }

    /// <summary>None of these; nobody is kept out whose value is not known.</summary>
    public IReadOnlyList<string>? NotIn { get; init; }

    private protected abstract int MaxLength { get; }

    private protected abstract Expression<Func<Member, string?>> Column { get; }

    internal override Effort Effort => Effort.OwnRow;

    internal override Expression<Func<Member, bool>> Compile(ConditionScope scope)
    {
        var parts = new List<Expression<Func<Member, bool>>>();
        if (In is { } words)
        {
            parts.Add(TextSet.IsIn(scope.Db, Column, [.. words.Distinct()]));
        }

        if (NotIn is { } others)
        {
            parts.Add(Predicates.Any([Predicates.On(Column, text => text == null), Predicates.Not(TextSet.IsIn(scope.Db, Column, [.. others.Distinct()]))]));
        }

        return Predicates.All(parts);
    }

    internal override IEnumerable<ConditionFault> Check() =>
    [
        .. ConditionChecks.Some(In, NotIn) ? Enumerable.Empty<ConditionFault>() : [new ConditionFault("", "NOT_EMPTY", "Give in, notIn or both.")],
        .. ConditionChecks.Words("in", In, MaxLength),
        .. ConditionChecks.Words("notIn", NotIn, MaxLength),
    ];

    internal override async Task<JsonObject> ReadAsync(ConditionScope scope, long memberId, CancellationToken cancellationToken) => new()
    {
        [Name] = await scope.Db.Members.Where(member => member.Id == memberId).Select(Column).FirstOrDefaultAsync(cancellationToken),
    };
}

/// <summary>The province or state that the member lives in, with the ones that are left to others .</summary>
[ConditionName("region")]
public sealed record RegionCondition : WordCondition
{
    private protected override int MaxLength => Member.PlaceMaxLength;

    private protected override Expression<Func<Member, string?>> Column => member => member.Region;
}

/// <summary>The city that the member lives in.</summary>
[ConditionName("city")]
public sealed record CityCondition : WordCondition
{
    private protected override int MaxLength => Member.PlaceMaxLength;

    private protected override Expression<Func<Member, string?>> Column => member => member.City;
}

/// <summary>The member's customer level .</summary>
[ConditionName("tier")]
public sealed record TierCondition : WordCondition
{
    private protected override int MaxLength => MemberTier.NameMaxLength;

    private protected override Expression<Func<Member, string?>> Column => member => member.Tier!.Name;
}
