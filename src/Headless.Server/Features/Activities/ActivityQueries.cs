using Headless.Server.Access;

namespace Headless.Server.Features.Activities;

/// <summary>The activity log as a list.</summary>
[ExtendObjectType(OperationTypeNames.Query)]
public sealed class ActivityQueries
{
    [Authorize(Policies.Read)]
    [UsePaging]
    [UseProjection]
    [UseFiltering<ActivityFilterInput>]
    [UseSorting<ActivitySortInput>]
    [GraphQLDescription("The log of everything that happened in what the caller may see, in the order in which it was committed. A reader that comes back with its last cursor as after misses nothing.")]
    public static IQueryable<Activity> GetActivities(CommunityDbContext db) => db.Activities;
}
