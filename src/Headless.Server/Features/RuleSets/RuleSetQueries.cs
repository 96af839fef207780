using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.RuleSets;

/// <summary>Rule sets as a list, by id, and what was in force when.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class RuleSetQueries
{
    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<RuleSetFilterInput>]
    [UseSorting<RuleSetSortInput>]
    [GraphQLDescription("The rule sets of the whole organisation.")]
    public static IQueryable<RuleSet> GetRuleSets(CommunityDbContext db) => db.RuleSets;

    [Authorize(Policies.Read)]
    [GraphQLDescription("One rule set; null where there is none.")]
    public static Task<RuleSet?> GetRuleSetByIdAsync(
        [ID<RuleSet>] [GraphQLDescription("The rule set's global id.")] long id, ByIdDataLoader<RuleSet> ruleSets, CancellationToken cancellationToken) =>
        ruleSets.LoadAsync(id, cancellationToken);

    [Authorize(Policies.Read)]
    [ListSize(AssumedSize = 5)]
    [GraphQLDescription("The versions of rule sets that are or were in force in a group at a time; empty where there is no such group for the caller.")]
    public static async Task<IReadOnlyList<RuleSetVersion>> GetRulesInForceAsync(
        [ID<Group>] [GraphQLDescription("The group.")] long groupId,
        [GraphQLDescription("The time; now unless given.")] DateTimeOffset? at,
        CommunityDbContext db,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var time = (at ?? clock.GetUtcNow()).UtcDateTime;
        var versions = await db.RuleSetAttachments
            .Where(a => a.GroupId == groupId && a.Since <= time && (a.Until == null || a.Until > time))
            .SelectMany(a => a.RuleSet.Versions)
            .Where(v => v.PublishedAt != null && v.PublishedAt <= time)
            .AsNoTracking()
            .ToListAsync(cancellationToken);
        return [.. versions.GroupBy(v => v.RuleSetId).OrderBy(set => set.Key).Select(set => set.OrderBy(v => v.PublishedAt).ThenBy(v => v.Number).Last())];
    }
}
