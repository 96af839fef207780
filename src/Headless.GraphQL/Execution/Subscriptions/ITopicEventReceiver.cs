namespace Headless.GraphQL;

/// <summary>Subscribes to topics.</summary>
public interface ITopicEventReceiver
{
    /// <summary>Subscribes to a topic: every message sent from now on, in order. Disposing the stream unsubscribes.</summary>
    ValueTask<ISourceStream<TMessage>> SubscribeAsync<TMessage>(string topicName, CancellationToken cancellationToken = default)
        => SubscribeAsync<TMessage>(topicName, null, cancellationToken);

    /// <summary>Subscribes with a buffer of its own size.</summary>
    /// <param name="topicName">The topic.</param>
    /// <param name="bufferCapacity">How many messages may wait for the subscriber before it is dropped; null for the default.</param>
    /// <param name="cancellationToken">Cancels the subscribing.</param>
    ValueTask<ISourceStream<TMessage>> SubscribeAsync<TMessage>(string topicName, int? bufferCapacity, CancellationToken cancellationToken = default);
}
