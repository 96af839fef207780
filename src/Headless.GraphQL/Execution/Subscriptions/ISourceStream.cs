namespace Headless.GraphQL;

/// <summary>The events of one subscriber (specification section 6.2.3.1).</summary>
public interface ISourceStream<out TMessage> : IAsyncDisposable
{
    /// <summary>The events, in the order in which they were sent. To be enumerated once.</summary>
    /// <exception cref="GraphQLException">While enumerating, with <see cref="ErrorCodes.SubscriptionLagged"/>: the subscriber was too slow and was dropped.</exception>
    IAsyncEnumerable<TMessage> ReadEventsAsync();
}
