namespace Headless.GraphQL.AspNetCore;

/// <summary>Limits and time-outs of a <c>graphql-transport-ws</c> connection.</summary>
public sealed class GraphQLSocketOptions
{
    /// <summary>How long a client may take to send <c>connection_init</c> before it is closed with 4408.</summary>
    public TimeSpan ConnectionInitializationTimeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>How often the server sends <c>ping</c>; null: never.</summary>
    public TimeSpan? KeepAliveInterval { get; set; } = TimeSpan.FromSeconds(12);

    /// <summary>A connection that has sent nothing for this long, in spite of pings, is taken for lost and dropped; null: never.</summary>
    public TimeSpan? KeepAliveTimeout { get; set; } = TimeSpan.FromSeconds(36);

    /// <summary>Largest message from a client in bytes; a larger one closes the connection with 1009.</summary>
    public int MaxMessageSize { get; set; } = 1024 * 1024;

    /// <summary>How many operations may run at a time on one connection; another one is answered with an <c>error</c> message.</summary>
    public int MaxOperationsPerConnection { get; set; } = 100;

    /// <summary>How many messages may wait for a slow reader. Operations pause when they are reached.</summary>
    public int SendQueueCapacity { get; set; } = 64;

    /// <summary>How long one message may take to be sent; a reader that is slower is dropped.</summary>
    public TimeSpan SendTimeout { get; set; } = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Origins whose pages may connect, such as <c>https://app.example.com</c>, besides pages of the host itself; <c>*</c>: any.
    /// Clients that are not browsers send no origin and are not restricted.
    /// </summary>
    public ICollection<string> AllowedOrigins { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);

    /// <summary>How long the server waits for the other side of a closing handshake.</summary>
    public TimeSpan CloseTimeout { get; set; } = TimeSpan.FromSeconds(2);
}
