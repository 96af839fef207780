using System.Text.Json.Nodes;
using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Community.Segments;

/// <summary>What a condition says, asked of the database.</summary>
public static class SegmentQuery
{
    /// <summary>
    /// The members who fulfil a condition, within what the context shows: one statement, whatever the tree; every value of it is a
    /// parameter. Order and page it as any other query.
    /// </summary>
    public static IQueryable<Member> Members(CommunityDbContext db, SegmentCondition condition, ConditionTime time) =>
        db.Members.Where(condition.Compile(new ConditionScope(db, time, isForFew: false)));

    /// <summary>Those of some members who fulfil a condition: costs by the members named, not by those there are.</summary>
    public static IQueryable<Member> Members(CommunityDbContext db, SegmentCondition condition, ConditionTime time, IReadOnlyCollection<long> among)
    {
        long[] ids = [.. among];
        return db.Members
            .Where(member => EF.Parameter(ids).Contains(member.Id))
            .Where(condition.Compile(new ConditionScope(db, time, isForFew: true)));
    }

    /// <summary>
    /// Why a member fulfils a condition or does not: each node, in the order of the tree, with whether it holds and, for a leaf, what
    /// the member has in that respect. The answers are those of <see cref="Members(CommunityDbContext, SegmentCondition, ConditionTime)"/>.
    /// </summary>
    /// <returns>Null where there is no such member in what the context shows.</returns>
    public static async Task<SegmentExplanation?> ExplainAsync(
        CommunityDbContext db, SegmentCondition condition, long memberId, ConditionTime time, CancellationToken cancellationToken)
    {
        if (!await db.Members.AnyAsync(member => member.Id == memberId, cancellationToken))
        {
            return null;
        }

        var scope = new ConditionScope(db, time, isForFew: true);
        var matched = new Dictionary<SegmentCondition, bool>(ReferenceEqualityComparer.Instance);
        var facts = new Dictionary<SegmentCondition, JsonObject>(ReferenceEqualityComparer.Instance);
        foreach (var (_, leaf) in condition.Leaves())
        {
            matched[leaf] = await db.Members.Where(member => member.Id == memberId).AnyAsync(leaf.Compile(scope), cancellationToken);
            facts[leaf] = await leaf.ReadAsync(scope, memberId, cancellationToken);
        }

        var isMatch = Decide(condition, matched);
        return new SegmentExplanation(
            isMatch,
            [.. condition.Walk().Select(step => new NodeExplanation(
                step.Path, step.Node.Name, step.Depth, matched[step.Node], facts.GetValueOrDefault(step.Node), step.Node is LeafCondition { IsPersonal: true }))]);
    }

    // Depth: that of the tree, which is bounded.
    private static bool Decide(SegmentCondition node, Dictionary<SegmentCondition, bool> matched)
    {
        if (node is LeafCondition)
        {
            return matched[node];
        }

        // Every child is decided: none may be left out because another settles the matter.
        var children = node.Children.Select(child => Decide(child, matched)).ToList();
        return matched[node] = node switch
        {
            AllOf => children.TrueForAll(holds => holds),
            AnyOf => children.Contains(true),
            _ => !children.Contains(true),
        };
    }
}

/// <summary>Why a member fulfils a condition or does not.</summary>
/// <param name="Matched">Whether the whole condition holds.</param>
/// <param name="Nodes">Each node, the root first.</param>
public sealed record SegmentExplanation(bool Matched, IReadOnlyList<NodeExplanation> Nodes);

/// <summary>One node of an explanation.</summary>
/// <param name="Path">Where it stands: <c>all[2].purchase</c>.</param>
/// <param name="Condition">The name of its kind.</param>
/// <param name="Depth">1 for the root.</param>
/// <param name="Matched">Whether it holds.</param>
/// <param name="Actual">What the member has; null for all, any and none.</param>
/// <param name="IsPersonal">Whether <paramref name="Actual"/> is personal data.</param>
public sealed record NodeExplanation(string Path, string Condition, int Depth, bool Matched, JsonObject? Actual, bool IsPersonal);
