namespace Headless.Server.Delivery;

/// <summary>The argument <c>where</c> of a subscription, which means what it means on <c>activities</c>.</summary>
public interface IActivityConditions
{
    /// <summary>What narrows the log to what the caller asked for; null where they asked for nothing in particular.</summary>
    /// <exception cref="GraphQLException">The filter is not valid, or asks what the caller may not read.</exception>
    Func<IQueryable<Activity>, IQueryable<Activity>>? Read(IResolverContext context);
}
