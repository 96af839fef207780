using System.Linq.Expressions;
using Headless.Community;
using Headless.Community.Data;
using Microsoft.EntityFrameworkCore;

namespace Headless.Server.Tests.Fixtures;

/// <summary>What is in the activity log.</summary>
internal static class LoggedActivities
{
    /// <summary>The kinds of the activities that meet a condition, in the order of the log.</summary>
    public static async Task<ActivityKind[]> KindsAsync(ServerFixture server, Expression<Func<Activity, bool>> condition)
    {
        await using var db = server.Database.Create(AccessScope.Everything);
        return await db.Activities.Where(condition).OrderBy(a => a.Id).Select(a => a.Kind).ToArrayAsync(TestContext.Current.CancellationToken);
    }
}
