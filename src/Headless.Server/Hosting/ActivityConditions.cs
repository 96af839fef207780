#if IN_TREE_ENGINE
using Headless.GraphQL.Data;
using Headless.Server.Delivery;

namespace Headless.Server.Hosting;

/// <summary>The filter that <c>activities</c> has, for the subscriptions.</summary>
internal sealed class ActivityConditions : IActivityConditions
{
    public Func<IQueryable<Activity>, IQueryable<Activity>>? Read(IResolverContext context) => FilterArgument.Read<Activity>(context);
}
#endif
