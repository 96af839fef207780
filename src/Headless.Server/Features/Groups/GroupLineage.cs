using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Groups;

/// <summary>Where a group comes from and which series it is one of.</summary>
[ExtendObjectType<Group>]
public sealed class GroupLineage
{
    [Cost(1)]
    [GraphQLDescription("The series that it is one of.")]
    public static Task<GroupSeries?> GetSeriesAsync(
        [Parent(nameof(Group.SeriesId))] Group group, ByIdDataLoader<GroupSeries> series, CancellationToken cancellationToken) =>
        series.LoadAsync(group.SeriesId, cancellationToken);

    [Cost(1)]
    [GraphQLDescription("The group at the beginning of its lineage; null where it is that itself.")]
    public static Task<Group?> GetRootGroupAsync(
        [Parent(nameof(Group.RootGroupId))] Group group, ByIdDataLoader<Group> groups, CancellationToken cancellationToken) =>
        groups.LoadAsync(group.RootGroupId, cancellationToken);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<GroupFilterInput>]
    [UseSorting<GroupSortInput>]
    [GraphQLDescription("Of a group at the beginning of a lineage: all that come from it, at any depth. replicas has those that were made after a group itself.")]
    public static IQueryable<Group> GetDescendants([Parent(nameof(Group.Id))] Group group, CommunityDbContext db) =>
        db.Groups.Where(g => g.RootGroupId == group.Id);

    [Cost(1)]
    [GraphQLDescription("Whether its name, picture and tagline are as its series says, and what differs; null where it is in none.")]
    public static async Task<BrandingCompliance?> GetBrandingComplianceAsync(
        [Parent(nameof(Group.Id))] Group group, ByIdDataLoader<Group> groups, ByIdDataLoader<GroupSeries> allSeries, CancellationToken cancellationToken)
    {
        if (await groups.LoadAsync(group.Id, cancellationToken) is not { SeriesId: { } seriesId } whole || await allSeries.LoadAsync(seriesId, cancellationToken) is not { } series)
        {
            return null;
        }

        var deviations = whole.Deviations(series).Select(aspect => aspect switch
        {
            BrandingAspect.Name => new BrandingDeviation(aspect, whole.ExpectedName(series), whole.Name),
            BrandingAspect.Avatar => new BrandingDeviation(aspect, series.AvatarUrl!, whole.Branding.AvatarUrl),
            _ => new BrandingDeviation(aspect, series.Tagline!, whole.Branding.Tagline),
        });
        return new BrandingCompliance([.. deviations]);
    }

    [GraphQLDescription("The phase that usually comes next: advice only. Null in GROWTH; a FATIGUED group returns to GROWTH.")]
    public static GroupPhase? GetSuggestedNextPhase([Parent(nameof(Group.Phase))] Group group) => Group.SuggestPhaseAfter(group.Phase);
}

/// <summary>Who took a step.</summary>
[ExtendObjectType<GroupPhaseChange>]
public sealed class GroupPhaseChangeNode
{
    [Cost(1)]
    [GraphQLDescription("Who changed it; null for an import.")]
    public static Task<Operator?> GetChangedByAsync(
        [Parent(nameof(GroupPhaseChange.ChangedById))] GroupPhaseChange change, ByIdDataLoader<Operator> operators, CancellationToken cancellationToken) =>
        operators.LoadAsync(change.ChangedById, cancellationToken);
}

/// <summary>How a group's look compares to its series.</summary>
[GraphQLDescription("How a group's look compares to what its series says.")]
public sealed record BrandingCompliance(
    [property: GraphQLDescription("What differs; empty where nothing does.")] IReadOnlyList<BrandingDeviation> Deviations)
{
    [GraphQLDescription("Whether nothing differs.")]
    public bool IsCompliant => Deviations.Count == 0;
}

/// <summary>Something that differs.</summary>
[GraphQLDescription("Something in which a group's look differs from what its series says.")]
public sealed record BrandingDeviation(
    [property: GraphQLDescription("What it is.")] BrandingAspect Aspect,
    [property: GraphQLDescription("As the series says.")] string Expected,
    [property: GraphQLDescription("As it is.")] string? Actual);

/// <summary><c>enum BrandingAspect</c>.</summary>
public sealed class BrandingAspectEnumType : EnumType<BrandingAspect>
{
    protected override void Configure(IEnumTypeDescriptor<BrandingAspect> descriptor)
    {
        descriptor.Description("Something that a series says about the look of its groups.");
        descriptor.Value(BrandingAspect.Name).Description("The name, by the series' template.");
        descriptor.Value(BrandingAspect.Avatar).Description("The picture.");
        descriptor.Value(BrandingAspect.Tagline).Description("The line under the name.");
    }
}
