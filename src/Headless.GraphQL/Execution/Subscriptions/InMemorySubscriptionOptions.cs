namespace Headless.GraphQL;

/// <summary>Limits of the in-memory topics.</summary>
public sealed class InMemorySubscriptionOptions
{
    /// <summary>How many messages may wait for one subscriber before it is dropped.</summary>
    public int BufferCapacity { get; set; } = 256;
}
