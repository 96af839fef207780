namespace Headless.Server.Delivery;

/// <summary>The section <c>Feed:RabbitMq</c> of the configuration.</summary>
public sealed record RabbitMqOptions
{
    /// <summary>The broker, <c>amqp://user:password@host:5672/vhost</c> or <c>amqps://…</c>; null: there is none.</summary>
    public Uri? Uri { get; init; }

    /// <summary>The fanout exchange by which the servers of one database tell each other; another for each database.</summary>
    public string Exchange { get; init; } = "headless.activities";
}
