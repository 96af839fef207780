namespace Headless.Server.Delivery;

/// <summary>The section <c>Feed</c> of the configuration.</summary>
public sealed record FeedOptions
{
    public const string SectionName = "Feed";

    /// <summary>
    /// How long a cursor may have been left alone before subscriptions refuse it; null: a reader may come back after any time. The log itself is
    /// kept whole, since every figure can be counted anew from it: <c>activities</c> reads on from any cursor.
    /// </summary>
    public TimeSpan? CursorLifetime { get; init; }

    /// <summary>How often the log is asked for besides, whoever says that it has grown; 50 ms to an hour.</summary>
    public TimeSpan PollInterval { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>The broker by which several servers wake each other; null: there is none.</summary>
    public RabbitMqOptions? RabbitMq { get; init; }

    /// <summary>Reads the section.</summary>
    /// <exception cref="InvalidOperationException">A value cannot be.</exception>
    internal static FeedOptions From(IConfiguration configuration)
    {
        var options = configuration.GetSection(SectionName).Get<FeedOptions>() ?? new FeedOptions();
        if (options.CursorLifetime < TimeSpan.FromHours(1))
        {
            throw new InvalidOperationException($"{SectionName}:CursorLifetime must be at least an hour.");
        }

        if (options.PollInterval < TimeSpan.FromMilliseconds(50) || options.PollInterval > TimeSpan.FromHours(1))
        {
            throw new InvalidOperationException($"{SectionName}:PollInterval must be 50 ms to an hour.");
        }

        // Its text may hold a password, so it is not repeated.
        return options.RabbitMq?.Uri is { } broker && (!broker.IsAbsoluteUri || broker.Scheme is not ("amqp" or "amqps"))
            ? throw new InvalidOperationException($"{SectionName}:RabbitMq:Uri must be amqp://user:password@host:5672/vhost, or amqps.")
            : options;
    }
}
