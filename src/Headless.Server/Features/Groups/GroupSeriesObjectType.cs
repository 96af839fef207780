using Headless.Server.Access;
using Headless.Server.Reading;

namespace Headless.Server.Features.Groups;

/// <summary><c>type GroupSeries</c>.</summary>
public sealed class GroupSeriesObjectType : ObjectType<GroupSeries>
{
    protected override void Configure(IObjectTypeDescriptor<GroupSeries> descriptor)
    {
        descriptor.Description("Groups that are the same thing many times over: numbered, named by one template and with one look.");
        descriptor.BindFieldsExplicitly();
        descriptor.ImplementsNode().IdField(s => s.Id).ResolveNodeWith<GroupSeriesNode>(n => GroupSeriesNode.GetGroupSeriesAsync(default, default!, default));
        descriptor.Field(s => s.Id).Description("The global id, stable for the life of the series: use it as cache key.");
        descriptor.Field(s => s.Name).Description("What it is called here; unique.");
        descriptor.Field(s => s.NameTemplate).Description("How its groups are named, for example {city}{topic}群{seq}. Fields: {city}, {topic} and {seq}, which every template has.");
        descriptor.Field(s => s.City).Description("The city in its groups' names, unless a group has one of its own.");
        descriptor.Field(s => s.Topic).Description("The topic in its groups' names, unless a group has one of its own.");
        descriptor.Field(s => s.AvatarUrl).Description("The picture that its groups should have; null: any.");
        descriptor.Field(s => s.Tagline).Description("The line that its groups should have under their name; null: any.");
        descriptor.Field(s => s.NextNumber).Description("The number that the next group gets.");
        descriptor.Field(s => s.CreatedAt).Description("When it was entered here.");
        descriptor.Field(s => s.UpdatedAt).Description("When it was last changed here.");
        descriptor.Field(s => s.Version).Description("Goes up with every change. Send it back with an update to be told when somebody else was faster.");
    }
}

/// <summary>What a series leads to.</summary>
[ExtendObjectType<GroupSeries>]
public sealed class GroupSeriesNode
{
    [GraphQLIgnore]
    public static Task<GroupSeries?> GetGroupSeriesAsync(long id, ByIdDataLoader<GroupSeries> series, CancellationToken cancellationToken) =>
        series.LoadAsync(id, cancellationToken);

    [Authorize(Policies.Read)]
    [Cost(1)]
    [UsePaging(IncludeTotalCount = true)]
    [UseFiltering<GroupFilterInput>]
    [UseSorting<GroupSortInput>]
    [GraphQLDescription("Its groups that the caller may see.")]
    public static IQueryable<Group> GetGroups([Parent(nameof(GroupSeries.Id))] GroupSeries series, CommunityDbContext db) =>
        db.Groups.Where(g => g.SeriesId == series.Id);
}

/// <summary>Series as a list and by id.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class GroupSeriesQueries
{
    [Authorize(Policies.Read)]
    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering<GroupSeriesFilterInput>]
    [UseSorting<GroupSeriesSortInput>]
    [GraphQLDescription("The series of groups of the whole organisation.")]
    public static IQueryable<GroupSeries> GetGroupSeries(CommunityDbContext db) => db.GroupSeries;

    [Authorize(Policies.Read)]
    [GraphQLDescription("One series; null where there is none.")]
    public static Task<GroupSeries?> GetGroupSeriesByIdAsync(
        [ID<GroupSeries>] [GraphQLDescription("The series' global id.")] long id, ByIdDataLoader<GroupSeries> series, CancellationToken cancellationToken) =>
        series.LoadAsync(id, cancellationToken);
}

/// <summary><c>input GroupSeriesFilterInput</c>.</summary>
public sealed class GroupSeriesFilterInput : FilterInputType<GroupSeries>
{
    protected override void Configure(IFilterInputTypeDescriptor<GroupSeries> descriptor)
    {
        descriptor.Description("Conditions on series of groups; all that are given must hold.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(s => s.Id).Type<IdOperationFilterInputType>().Description("The global id.");
        descriptor.Field(s => s.Name).Description("What it is called here.");
        descriptor.Field(s => s.CreatedAt).Description("When it was entered here.");
    }
}

/// <summary><c>input GroupSeriesSortInput</c>.</summary>
public sealed class GroupSeriesSortInput : SortInputType<GroupSeries>
{
    protected override void Configure(ISortInputTypeDescriptor<GroupSeries> descriptor)
    {
        descriptor.Description("The order of series of groups. Series that are equal in it are ordered by id.");
        descriptor.BindFieldsExplicitly();
        descriptor.Field(s => s.Name).Description("By name.");
        descriptor.Field(s => s.CreatedAt).Description("By time of entry.");
    }
}
