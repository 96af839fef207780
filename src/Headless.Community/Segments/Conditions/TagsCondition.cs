using System.Linq.Expressions;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Segments;

/// <summary>Which tags the member has. Every part that is given must hold; a tag whose time is over is not there any more.</summary>
[ConditionName("tags")]
public sealed record TagsCondition : LeafCondition
{
    /// <summary>At least one of these.</summary>
    [KeyOf(typeof(Tag))]
    public IReadOnlyList<long>? AnyOf { get; init; }

    /// <summary>Each of these.</summary>
    [KeyOf(typeof(Tag))]
    public IReadOnlyList<long>? AllOf { get; init; }

    /// <summary>None of these.</summary>
    [KeyOf(typeof(Tag))]
    public IReadOnlyList<long>? NoneOf { get; init; }

    /// <summary>At least one tag of one of these tag groups.</summary>
    [KeyOf(typeof(TagGroup))]
    public IReadOnlyList<long>? AnyOfGroups { get; init; }

    /// <summary>No tag of any of these tag groups.</summary>
    [KeyOf(typeof(TagGroup))]
    public IReadOnlyList<long>? NoneOfGroups { get; init; }

    /// <summary>Only tags that were given by this are looked at.</summary>
    public TagSource? Source { get; init; }

    /// <summary>Only tags that were given in this time are looked at.</summary>
    public TimeCondition? Added { get; init; }

    internal override Reach Reach => AnyOf is not null || AllOf is not null ? Reach.Picked : Reach.Wide;

    internal override Expression<Func<Member, bool>> Compile(ConditionScope scope)
    {
        var held = Held(scope);
        var parts = new List<Expression<Func<Member, bool>>>();
        if (AnyOf is { } anyOf)
        {
            parts.Add(scope.Has(WithTags(held, anyOf), row => row.MemberId));
        }

        if (AllOf is { } allOf)
        {
            parts.AddRange(allOf.Distinct().Select(id => scope.Has(WithTags(held, [id]), row => row.MemberId)));
        }

        if (NoneOf is { } noneOf)
        {
            parts.Add(Predicates.Not(scope.Has(WithTags(held, noneOf), row => row.MemberId)));
        }

        if (AnyOfGroups is { } groups)
        {
            parts.Add(scope.Has(WithGroups(scope, held, groups), row => row.MemberId));
        }

        if (NoneOfGroups is { } noGroups)
        {
            parts.Add(Predicates.Not(scope.Has(WithGroups(scope, held, noGroups), row => row.MemberId)));
        }

        return Predicates.All(parts);
    }

    internal override IEnumerable<ConditionFault> Check() =>
    [
        .. ConditionChecks.Some(AnyOf, AllOf, NoneOf, AnyOfGroups, NoneOfGroups)
            ? Enumerable.Empty<ConditionFault>()
            : [new ConditionFault("", "NOT_EMPTY", "Name tags: anyOf, allOf, noneOf, anyOfGroups or noneOfGroups.")],
        .. ConditionChecks.List("anyOf", AnyOf),
        .. ConditionChecks.List("allOf", AllOf, max: 20),
        .. ConditionChecks.List("noneOf", NoneOf),
        .. ConditionChecks.List("anyOfGroups", AnyOfGroups),
        .. ConditionChecks.List("noneOfGroups", NoneOfGroups),
        .. Added?.Check("added") ?? [],
    ];

    internal override async Task<JsonObject> ReadAsync(ConditionScope scope, long memberId, CancellationToken cancellationToken) => new()
    {
        ["tags"] = new JsonArray(
            [.. (await Held(scope).Where(row => row.MemberId == memberId).OrderBy(row => row.Tag.Name).Select(row => row.Tag.Name).ToListAsync(cancellationToken))
                .Select(name => JsonValue.Create(name))]),
    };

    internal override IEnumerable<IQueryable<long>> MovedSince(ConditionScope scope, DateTime from)
    {
        var now = scope.Now;
        yield return scope.Db.MemberTags.Where(row => row.ExpiresAt > from && row.ExpiresAt <= now).Select(row => row.MemberId);
        foreach (var moved in Added?.Moved<MemberTag>(row => row.AddedAt, from, now) ?? [])
        {
            long[] tags = [.. AnyOf ?? [], .. AllOf ?? [], .. NoneOf ?? []];
            long[] groups = [.. AnyOfGroups ?? [], .. NoneOfGroups ?? []];
            yield return scope.Db.MemberTags
                .Where(row => EF.Parameter(tags).Contains(row.TagId)
                    || scope.Db.Tags.Any(tag => tag.Id == row.TagId && tag.TagGroupId != null && EF.Parameter(groups).Contains(tag.TagGroupId.Value)))
                .Where(moved)
                .Select(row => row.MemberId);
        }
    }

    /// <summary>The tags that are there at the scope's time.</summary>
    private IQueryable<MemberTag> Held(ConditionScope scope)
    {
        var now = scope.Now;
        var held = scope.Db.MemberTags.Where(row => row.ExpiresAt == null || row.ExpiresAt > now);
        if (Source is { } source)
        {
            held = held.Where(row => row.Source == source);
        }

        return Added is null ? held : held.Where(Added.On<MemberTag>(row => row.AddedAt, now));
    }

    private static IQueryable<MemberTag> WithTags(IQueryable<MemberTag> held, IReadOnlyList<long> tags)
    {
        // A single tag compared with = lets every database walk its part of the index in the order of members.
        if (tags is [var only])
        {
            return held.Where(row => row.TagId == only);
        }

        long[] ids = [.. tags.Distinct()];
        return held.Where(row => EF.Parameter(ids).Contains(row.TagId));
    }

    private static IQueryable<MemberTag> WithGroups(ConditionScope scope, IQueryable<MemberTag> held, IReadOnlyList<long> groups)
    {
        long[] ids = [.. groups.Distinct()];
        var tags = scope.Db.Tags.Where(tag => tag.TagGroupId != null && EF.Parameter(ids).Contains(tag.TagGroupId.Value)).Select(tag => tag.Id);
        return held.Where(row => tags.Contains(row.TagId));
    }
}
