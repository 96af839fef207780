using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Violations;

/// <summary>Violations and penalties as lists and by id.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class ViolationQueries
{
    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<ViolationFilterInput>]
    [UseSorting<ViolationSortInput>]
    [GraphQLDescription("Violations in the groups that the caller may see. The moderation queue: where: { status: { eq: OPEN } }, order: [{ severity: DESC }, { occurredAt: ASC }].")]
    public static IQueryable<Violation> GetViolations(CommunityDbContext db) => db.Violations;

    [Authorize(Policies.Read)]
    [GraphQLDescription("One violation; null where there is none or the caller may not see it.")]
    public static Task<Violation?> GetViolationByIdAsync(
        [ID<Violation>] [GraphQLDescription("The violation's global id.")] long id, ByIdDataLoader<Violation> violations, CancellationToken cancellationToken) =>
        violations.LoadAsync(id, cancellationToken);

    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<PenaltyFilterInput>]
    [UseSorting<PenaltySortInput>]
    [GraphQLDescription("Penalties in the groups that the caller may see. To be carried out: where: { status: { in: [DUE, REVERSAL_DUE] } }, order: [{ dueAt: ASC }].")]
    public static IQueryable<Penalty> GetPenalties(CommunityDbContext db) => db.Penalties;

    [Authorize(Policies.Read)]
    [GraphQLDescription("One penalty; null where there is none or the caller may not see it.")]
    public static Task<Penalty?> GetPenaltyByIdAsync(
        [ID<Penalty>] [GraphQLDescription("The penalty's global id.")] long id, ByIdDataLoader<Penalty> penalties, CancellationToken cancellationToken) =>
        penalties.LoadAsync(id, cancellationToken);
}
