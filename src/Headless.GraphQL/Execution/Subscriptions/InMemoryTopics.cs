using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace Headless.GraphQL.Execution.Subscriptions;

/// <summary>
/// Topics inside one process. Each subscriber has a bounded buffer; a sender never waits: a subscriber whose buffer is full
/// is dropped with an error, and the others do not notice.
/// </summary>
internal sealed class InMemoryTopics(InMemorySubscriptionOptions options) : ITopicEventSender, ITopicEventReceiver
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ImmutableArray<Subscriber>> _topics = new(StringComparer.Ordinal);

    public InMemoryTopics()
        : this(new InMemorySubscriptionOptions())
    {
    }

    /// <summary>How many topics have a subscriber.</summary>
    public int TopicCount
    {
        get
        {
            lock (_lock)
            {
                return _topics.Count;
            }
        }
    }

    public ValueTask SendAsync<TMessage>(string topicName, TMessage message, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var subscriber in GetSubscribers(topicName))
        {
            subscriber.Offer(message);
        }

        return default;
    }

    public ValueTask CompleteAsync(string topicName)
    {
        ImmutableArray<Subscriber> subscribers;
        lock (_lock)
        {
            if (!_topics.Remove(topicName, out subscribers))
            {
                return default;
            }
        }

        foreach (var subscriber in subscribers)
        {
            subscriber.Complete(null);
        }

        return default;
    }

    public ValueTask<ISourceStream<TMessage>> SubscribeAsync<TMessage>(string topicName, int? bufferCapacity, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var subscriber = new Subscriber<TMessage>(this, topicName, bufferCapacity ?? options.BufferCapacity);
        lock (_lock)
        {
            _topics[topicName] = _topics.TryGetValue(topicName, out var subscribers) ? subscribers.Add(subscriber) : [subscriber];
        }

        return new ValueTask<ISourceStream<TMessage>>(subscriber);
    }

    private ImmutableArray<Subscriber> GetSubscribers(string topicName)
    {
        lock (_lock)
        {
            return _topics.TryGetValue(topicName, out var subscribers) ? subscribers : [];
        }
    }

    private void Remove(string topicName, Subscriber subscriber)
    {
        lock (_lock)
        {
            if (!_topics.TryGetValue(topicName, out var subscribers))
            {
                return;
            }

            subscribers = subscribers.Remove(subscriber);
            if (subscribers.IsEmpty)
            {
                _topics.Remove(topicName);
            }
            else
            {
                _topics[topicName] = subscribers;
            }
        }
    }

    private abstract class Subscriber
    {
        public abstract void Offer<T>(T message);

        public abstract void Complete(Exception? error);
    }

    private sealed class Subscriber<TMessage>(InMemoryTopics topics, string topicName, int capacity) : Subscriber, ISourceStream<TMessage>
    {
        private readonly Channel<TMessage> _channel = Channel.CreateBounded<TMessage>(new BoundedChannelOptions(capacity)
        {
            FullMode = BoundedChannelFullMode.Wait,
            SingleReader = true,
        });

        public override void Offer<T>(T message)
        {
            // A message of another type is not for this subscriber: topics have no type of their own.
            if (message is TMessage typed && !_channel.Writer.TryWrite(typed))
            {
                topics.Remove(topicName, this);
                Complete(new GraphQLException(ErrorBuilder.New()
                    .SetMessage("The subscription was ended because its events were not read fast enough.")
                    .SetCode(ErrorCodes.SubscriptionLagged)
                    .Build()));
            }
        }

        public override void Complete(Exception? error) => _channel.Writer.TryComplete(error);

        public IAsyncEnumerable<TMessage> ReadEventsAsync() => ReadAsync(CancellationToken.None);

        public ValueTask DisposeAsync()
        {
            topics.Remove(topicName, this);
            Complete(null);
            return default;
        }

        /// <summary>The token is the enumerator's.</summary>
        private async IAsyncEnumerable<TMessage> ReadAsync([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            await using (this)
            {
                await foreach (var message in _channel.Reader.ReadAllAsync(cancellationToken).ConfigureAwait(false))
                {
                    yield return message;
                }
            }
        }
    }
}
