namespace Headless.GraphQL;

/// <summary>Publishes events to the subscribers of a topic.</summary>
public interface ITopicEventSender
{
    /// <summary>Sends a message to everyone who is subscribed now; does not wait for them.</summary>
    ValueTask SendAsync<TMessage>(string topicName, TMessage message, CancellationToken cancellationToken = default);

    /// <summary>Ends the topic: its subscribers' streams end after the messages that were sent.</summary>
    ValueTask CompleteAsync(string topicName);
}
