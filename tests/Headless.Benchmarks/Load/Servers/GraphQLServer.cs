using Headless.Benchmarks.Load.Model;
using Headless.GraphQL;
using Headless.GraphQL.Data;
using Headless.GraphQL.Types;
using Microsoft.EntityFrameworkCore;

namespace Headless.Benchmarks.Load.Servers;

/// <summary>The load's model behind the in-tree engine, as an application would write it.</summary>
internal static class GraphQLServer
{
    public static void AddServices(IServiceCollection services, Action<DbContextOptionsBuilder> configure)
    {
        services.AddPooledDbContextFactory<BenchmarkDbContext>(configure);
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<BenchmarkDbContext>>().CreateDbContext());
        services.AddGraphQLServer()
            .AddQueryType()
            .AddTypeExtension(typeof(BenchmarkQueries))
            .AddTypeExtension(typeof(GroupFields))
            .AddDataLoader<GroupByIdDataLoader>()
            .AddProjections()
            .AddFiltering()
            .AddSorting();
    }

    public static void Map(WebApplication app) => app.MapGraphQL();
}

[ExtendObjectType(OperationTypeNames.Query)]
public static class BenchmarkQueries
{
    [UsePaging]
    [UseProjection]
    [UseFiltering]
    [UseSorting]
    public static IQueryable<Group> GetGroups(BenchmarkDbContext db) => db.Groups;

    [UsePaging(IncludeTotalCount = true)]
    [UseProjection]
    [UseFiltering]
    [UseSorting]
    public static IQueryable<Member> GetMembers(BenchmarkDbContext db) => db.Members;

    public static Task<Group?> GetGroupByIdAsync(int id, GroupByIdDataLoader groups, CancellationToken cancellationToken)
        => groups.LoadAsync(id, cancellationToken);
}

[ExtendObjectType<Group>(IgnoreProperties = [nameof(Group.Memberships)])]
public static class GroupFields
{
    [UseProjection]
    [UseFiltering]
    public static IQueryable<Membership> GetMemberships([Parent(nameof(Group.Id))] Group group, BenchmarkDbContext db)
        => db.Memberships.Where(m => m.GroupId == group.Id);
}

public sealed class GroupByIdDataLoader(BenchmarkDbContext db, IBatchScheduler batchScheduler, DataLoaderOptions options)
    : BatchDataLoader<int, Group>(batchScheduler, options)
{
    private static readonly Func<BenchmarkDbContext, List<int>, IAsyncEnumerable<Group>> s_groups = EF.CompileAsyncQuery(
        (BenchmarkDbContext db, List<int> keys) => db.Groups.AsNoTracking().Where(g => keys.Contains(g.Id)));

    protected override async Task<IReadOnlyDictionary<int, Group>> LoadBatchAsync(IReadOnlyList<int> keys, CancellationToken cancellationToken)
    {
        var groups = new Dictionary<int, Group>(keys.Count);
        await foreach (var group in s_groups(db, [.. keys]).WithCancellation(cancellationToken))
        {
            groups.Add(group.Id, group);
        }

        return groups;
    }
}
